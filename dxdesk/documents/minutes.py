"""会議録: the minutes of a meeting, in full, as 会議結果概要, or for the public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from dxdesk.documents.blocks import At, Beside, Block
from dxdesk.documents.fonts import Face
from dxdesk.documents.lines import text_width
from dxdesk.documents.minutes_course import corrections_outside, place_course, said_blocks
from dxdesk.documents.minutes_parts import (
    EM,
    LINE,
    TEXT,
    MinutesPaper,
    empty_part,
    heading,
    place_part,
    prose,
)
from dxdesk.documents.minutes_tables import (
    actions_table,
    attendance_table,
    decisions_table,
    history_line,
    signature_table,
)
from dxdesk.documents.page import FRAME_M, Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.watching import aside
from dxdesk.domain import minutes
from dxdesk.domain.minutes_draft import full_name, meeting_name
from dxdesk.wording.meeting import ABSTRACT_TITLE, GIST_TITLE, SAMPLE_NOTE
from dxdesk.wording.paper import made_words

__all__ = ["MinutesPaper", "compose_minutes", "lay_minutes"]

_TITLE = TextStyle(Face.PROPORTIONAL_BOLD, 14.5, 20, align="center")
_BOX = TextStyle(Face.PROPORTIONAL_BOLD, 10, 14)
_AIR = 1.4
_BESIDE = 4.5 * EM
_FEW_LINES = 4 * LINE
_PUBLIC = "公表用"
_TITLES: dict[minutes.Variant, str] = {"gist": GIST_TITLE, "abstract": ABSTRACT_TITLE}
"""What a form is called that is not the town's 会議録."""

_Row = tuple[Block, float | None]
"""A line of a part and its natural width in mm; None where it takes a line of its own."""


def compose_minutes(paper: MinutesPaper) -> Printed:
    """The minutes as PDF. The same value gives the same bytes; what is withheld is nowhere in them.

    Where a few lines alone would stand on the last page, all is set closer; where that does not help, 指示事項 goes
    along with them.
    """
    sheet = _set(paper)
    if sheet.page > 1 and sheet.y - sheet.frame.next_body <= _FEW_LINES:
        with aside(sheet.page, sheet.begun):
            close = _set(replace(paper, setting="close"))
            parted = close if close.page < sheet.page else _set(replace(paper, setting="parted"))
        sheet = parted if parted.page <= sheet.page else sheet
    return sheet.finish()


def _set(paper: MinutesPaper) -> Sheet:
    """The minutes laid on sheets of their own."""
    frame = FRAME_M.for_town(paper.settings.paper)
    sheet = Sheet(frame, title_of(paper), paper.board.town, footer_of(paper))
    lay_minutes(sheet, paper)
    return sheet


def lay_minutes(sheet: Sheet, paper: MinutesPaper) -> None:
    """Lay the minutes from the current, still empty page of frame 会議録 on."""
    _place_title(sheet, paper)
    numbers = map(paper.settings.paper.heading, count(1))
    _place_head(sheet, paper, numbers)
    if paper.variant != "gist":
        place_course(sheet, paper, next(numbers))
    action_word = paper.settings.action_word
    _place_table(sheet, paper, next(numbers), "決定事項", decisions_table(paper))
    if paper.setting == "parted":
        sheet.next_page()
    _place_table(sheet, paper, next(numbers), f"指示事項（{action_word}）", actions_table(paper, sheet.width))
    _place_end(sheet, paper, numbers)


def title_of(paper: MinutesPaper) -> str:
    """The title in the middle: its own words, or what the form is called where they are withheld."""
    if paper.variant in _TITLES:
        return f"{full_name(paper.record.meeting, paper.cycle, paper.board.town)}　{_TITLES[paper.variant]}"
    return next((block.text for block in paper.of_kind("title") if block.public), paper.settings.paper.minutes_title)


def _groups_of_four(digits: str) -> str:
    """7F3A-91C2-5E08-D4B6: the first 16 hex digits of a hash."""
    return "-".join(digits[at : at + 4].upper() for at in range(0, 16, 4))


def footer_of(paper: MinutesPaper) -> Footer:
    """Title and version; below them what the print can be checked against. A draft has no 原本照合."""
    note = f"（{paper.version_words}・{_PUBLIC}）" if paper.variant == "public" else f"（{paper.version_words}）"
    kind = _TITLES.get(paper.variant, paper.settings.paper.minutes_title)
    checks = [f"記録番号 {paper.record_number}"] if paper.record_number else []
    if paper.version.state == "confirmed":
        checks.append(f"原本照合 {_groups_of_four(paper.version.hash)}")
    if paper.audit_head:
        checks.append(f"操作の履歴 {_groups_of_four(paper.audit_head)}")
    return Footer(
        f"{meeting_name(paper.record.meeting, paper.cycle)}　{kind}{note}",
        SAMPLE_NOTE if paper.board.sample else "",
        second_left="　　".join(checks),
        second_right=made_words(paper.made, paper.settings.paper),
    )


def _place_title(sheet: Sheet, paper: MinutesPaper) -> None:
    """The box with the version at the top right, the title in the middle."""
    width = max(30.0, text_width(paper.version_words, _BOX) + 6)
    sheet.ink.rect(sheet.right - width, 11, width, 7.4, weight=0.5)
    middle = 11 + (7.4 - _BOX.em) / 2
    write(sheet.ink, sheet.right - width / 2, middle, paper.version_words, _BOX, "center")
    sheet.y = sheet.frame.body - 11.0
    sheet.place(Text(title_of(paper), _TITLE))
    sheet.y = max(sheet.y + 2.0, sheet.frame.body)


def _texts(sheet: Sheet, paper: MinutesPaper, *kinds: minutes.BlockKind) -> list[Block]:
    return [prose(paper, block, sheet.width - TEXT) for block in paper.of_kind(*kinds)]


def _place_head(sheet: Sheet, paper: MinutesPaper, numbers: Iterator[str]) -> None:
    """Parts 1 to 8, of 会議結果概要 only 1 to 3. 配布資料 stands there only where some are known."""
    place_part(sheet, numbers, "日時", _texts(sheet, paper, "time"))
    place_part(sheet, numbers, "場所", _texts(sheet, paper, "place"))
    place_part(sheet, numbers, "出席者", _texts(sheet, paper, "attendance"))
    table = attendance_table(paper.record.attendance, paper.phrases, sheet.width, paper.settings.paper)
    if table.rows and paper.of_kind("attendance"):
        sheet.skip(0.8)
        sheet.place(table)
        sheet.skip(paper.air(_AIR))
    if paper.variant == "gist":
        return
    place_part(sheet, numbers, "欠席者", _texts(sheet, paper, "absent"))
    place_part(sheet, numbers, "事務局", _texts(sheet, paper, "secretariat"))
    place_part(sheet, numbers, "公開の別", _texts(sheet, paper, "openness"))
    place_part(sheet, numbers, "次第", _agenda(sheet, paper))
    place_part(sheet, numbers, "配布資料", _handouts(sheet, paper))
    sheet.skip(paper.air(_AIR))


def _paired(rows: Sequence[_Row], second: float, room: float) -> list[Block]:
    """Two neighbours in one line where the first is narrower than ``second`` (mm) and the other fits behind it."""
    found: list[Block] = []
    held: Block | None = None
    for block, wide in rows:
        if held is not None and wide is not None and wide <= room - second:
            found.append(Beside((At(0, held, second), At(second, block))))
            held = None
            continue
        if held is not None:
            found.append(held)
        held = block if wide is not None and wide <= second - EM else None
        if held is None:
            found.append(block)
    return found if held is None else [*found, held]


def _agenda(sheet: Sheet, paper: MinutesPaper) -> list[Block]:
    """The 次第: a heading with its items beside it; short headings without items two in a line."""
    room = sheet.width - TEXT
    rows: list[_Row] = []
    head: Block | None = None
    blocks = paper.of_kind("agenda_head", "agenda_item")
    for place, block in enumerate(blocks):
        if block.kind == "agenda_item":
            text = prose(paper, block, room - _BESIDE)
            if isinstance(text, Text):
                text = replace(text, rest=2.5)
            beside = At(_BESIDE, text)
            rows.append((Beside((At(0, head, _BESIDE), beside) if head else (beside,)), None))
            head = None
        elif place + 1 < len(blocks) and blocks[place + 1].kind == "agenda_item":
            head = prose(paper, block, room)
        else:
            rows.append((prose(paper, block, room), text_width(block.text, paper.prose) if block.public else None))
    return _paired(rows, 7 * EM, room)


def _handouts(sheet: Sheet, paper: MinutesPaper) -> list[Block]:
    """The papers, each its number and its name, two in a line where both names are short."""
    room = sheet.width - TEXT
    rows: list[_Row] = []
    for block in paper.of_kind("handout"):
        number, _, name = block.text.partition("　")
        if not block.public:
            rows.append((prose(paper, block, room), None))
        elif not name:
            rows.append((Text(number, paper.prose), text_width(number, paper.prose)))
        else:
            parts = (At(0, Text(number, paper.prose), _BESIDE), At(_BESIDE, Text(name, paper.prose)))
            rows.append((Beside(parts), _BESIDE + text_width(name, paper.prose)))
    return _paired(rows, room / 2, room)


def _place_table(sheet: Sheet, paper: MinutesPaper, number: str, title: str, table: Table | None) -> None:
    """A heading with its table, or with なし; the heading keeps two rows under it."""
    sheet.skip(paper.air(_AIR))
    if table is None:
        sheet.place(empty_part(paper, number, title))
        return
    first = replace(table, rows=table.rows[:2]).height(sheet.width)
    sheet.place(heading(number, title), keep=min(first, sheet.frame.bottom - sheet.frame.next_body - LINE))
    sheet.place(table)
    sheet.skip(paper.air(_AIR))


def _place_end(sheet: Sheet, paper: MinutesPaper, numbers: Iterator[str]) -> None:
    """今後の予定, その他, and the signatures, which take the last line of その他 along to a new page."""
    place_part(sheet, numbers, "今後の予定", _texts(sheet, paper, "outlook"))
    if paper.variant == "gist":
        return
    others = [*said_blocks(paper, corrections_outside(paper), sheet.width - TEXT), *_texts(sheet, paper, "other")]
    table, history = signature_table(paper), history_line(paper)
    follower = LINE + table.height(sheet.width) + history.height(sheet.width) + 2 * _AIR
    follower = min(follower, (sheet.frame.bottom - sheet.frame.next_body) / 2)
    place_part(sheet, numbers, "その他", others, 0.0 if paper.variant == "abstract" else follower)
    if paper.variant == "abstract":
        return
    sheet.need(follower)
    sheet.place(heading(next(numbers), "作成・確認"))
    sheet.place(table)
    sheet.skip(paper.air(_AIR))
    sheet.place(history)
