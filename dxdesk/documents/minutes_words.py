"""What a form for 会議録 can show: the same words in the same order as the PDF, under names that the form uses."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from dxdesk.documents.blocks import Beside, Framed, Stack
from dxdesk.documents.cells import Cell, seats
from dxdesk.documents.minutes import footer_of, title_of
from dxdesk.documents.minutes_course import corrections_outside, course_rows, courses, item_line, said_blocks
from dxdesk.documents.minutes_parts import TEXT, MinutesPaper, prose
from dxdesk.documents.minutes_tables import (
    actions_table,
    attendance_table,
    decisions_table,
    history_line,
    signature_table,
)
from dxdesk.documents.page import FRAME_M
from dxdesk.documents.paragraph import Spread, Text
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import plain
from dxdesk.domain.minutes import BlockKind

Words = Mapping[str, object]
"""Texts, lists of such, and whether something is so, by the Japanese names a form knows."""

_SENTENCES: dict[str, tuple[BlockKind, ...]] = {
    "日時": ("time",),
    "場所": ("place",),
    "出席": ("attendance",),
    "欠席者": ("absent",),
    "事務局": ("secretariat",),
    "公開の別": ("openness",),
    "次第": ("agenda_head", "agenda_item"),
    "配布資料": ("handout",),
    "今後の予定": ("outlook",),
}


def _width(paper: MinutesPaper) -> float:
    return FRAME_M.for_town(paper.settings.paper).width


def words_of(drawn: object) -> str:
    """The words of something that is drawn, without where they stand."""
    match drawn:
        case Text(content=content):
            return plain(content)
        case Spread(text=text):
            return text
        case Cell(content=content):
            return words_of(content)
        case Framed(block=block):
            return words_of(block)
        case Beside(parts=parts):
            return "".join(words_of(part.block) for part in parts)
        case Stack(blocks=blocks):
            return "".join(words_of(block) for block in blocks)
        case str():
            return drawn
    return ""


def _lines(paper: MinutesPaper, *kinds: BlockKind) -> str:
    return "\n".join(words_of(prose(paper, block, _width(paper) - TEXT)) for block in paper.of_kind(*kinds))


def _rows(table: Table | None, names: tuple[str, ...]) -> list[Words]:
    """The rows of a table by the names of their columns. A withheld one has its number and 非公開."""
    found: list[Words] = []
    for row in table.rows if table else ():
        texts = [words_of(seat.cell) for seat in seats((row,), len(names))]
        hidden = texts.pop() if len(texts) < len(names) else ""
        texts += [""] * (len(names) - len(texts))
        found.append({**dict(zip(names, texts, strict=True)), "非公開": hidden})
    return found


def _attendance(paper: MinutesPaper) -> list[Words]:
    """The members twice side by side, as on paper; what is crossed out there is empty."""
    if not paper.of_kind("attendance"):
        return []
    names = ("区分", "職", "氏名", "出欠", "区分２", "職２", "氏名２", "出欠２")
    found: list[Words] = []
    for row in attendance_table(paper.record.attendance, paper.phrases, _width(paper)).rows:
        texts = [words_of(cell) for cell in row.cells[: len(names)]]
        found.append(dict(zip(names, (texts + [""] * len(names))[: len(names)], strict=True)))
    return found


def _course(paper: MinutesPaper) -> list[Words]:
    """The items of 議事, each with its lines: 符号 and 名 once for what belongs together, the result as 結果."""
    found: list[Words] = []
    for place, course in enumerate(courses(paper), start=1):
        title, *reference = (words_of(part.block) for part in item_line(paper, place, course, _width(paper)).parts)
        lines = []
        for row in course_rows(paper, course, _width(paper) - TEXT):
            *label, text = (words_of(part.block) for part in row.parts)
            sign, name = label or ("", "")
            result = name == "結果"
            lines.append({"符号": sign, "名": name, "文": "" if result else text, "結果": text if result else ""})
        found.append({"見出し": title, "資料": "".join(reference), "行": lines})
    return found


def _others(paper: MinutesPaper) -> str:
    said = [words_of(block) for block in said_blocks(paper, corrections_outside(paper), _width(paper) - TEXT)]
    return "\n".join(text for text in (*said, _lines(paper, "other")) if text)


def minutes_words(paper: MinutesPaper) -> Words:
    """Everything of the minutes that a form can show. ``番号`` gives the number of each part that has something."""
    whole = paper.variant != "gist"
    texts = {name: _lines(paper, *kinds) for name, kinds in _SENTENCES.items()}
    if whole:
        texts["その他"] = _others(paper)
    numbers = map(paper.settings.paper.heading, count(1))
    always = ("議事", "決定", "宿題") if whole else ("決定", "宿題")
    order = ("日時", "場所", "出席", "欠席者", "事務局", "公開の別", "次第", "配布資料",
             "議事", "決定", "宿題", "今後の予定", "その他", "作成")  # fmt: skip
    signed = whole and paper.variant != "abstract"
    shown = {name for name, text in texts.items() if text} | set(always) | ({"作成"} if signed else set())
    footer = footer_of(paper)
    return {
        **{name: texts.get(name, "") for name in (*_SENTENCES, "その他")},
        "番号": {name: next(numbers) if name in shown else "" for name in order},
        "標題": title_of(paper),
        "版": paper.version_words,
        "町": paper.board.town,
        "会議": paper.record.meeting.body_name,
        "宿題の語": paper.settings.action_word,
        "なし": paper.phrases.say("none"),
        "全部": whole,
        "出席者": _attendance(paper),
        "議事": _course(paper) if whole else [],
        "決定": _rows(decisions_table(paper), ("番号", "内容", "取組", "議題", "結果")),
        "宿題": _rows(actions_table(paper, _width(paper)), ("番号", "内容", "担当", "期限")),
        "署名": _rows(signature_table(paper), ("区分", "職", "氏名", "日付", "押印")) if signed else [],
        "履歴": words_of(history_line(paper)) if signed else "",
        "脚": footer.left,
        "見本": footer.right,
        "照合": footer.second_left,
        "作成": footer.second_right,
    }
