"""What stands around the table of the 進捗状況一覧表: title, counts by status, legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dxdesk.documents.blocks import Inline, Sized
from dxdesk.documents.fonts import Face
from dxdesk.documents.initiative_list_rows import InitiativeList
from dxdesk.documents.ink import POINTS, WHITE
from dxdesk.documents.lines import text_width
from dxdesk.documents.page import Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import TITLE
from dxdesk.documents.symbols import StageSquares, Symbol, draw_symbol
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import Flow, clipped, fitted
from dxdesk.domain.board import Board
from dxdesk.domain.settings import ELSEWHERE_WORD
from dxdesk.domain.statuses import ONLY_WHEN_PRESENT, STATUSES, Status
from dxdesk.wording.board_paper import stage_note
from dxdesk.wording.paper import (
    LIST_TITLE,
    NOT_HERE,
    STATUS_MEANINGS,
    axis_word,
    change_of_count,
    joined_name,
    names_words,
    period_words,
    plan_words,
)

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_WORD = TextStyle(Face.PROPORTIONAL_BOLD, 10.5, 14)
_LONG_WORD = TextStyle(Face.PROPORTIONAL_BOLD, 7.5, 9.2)
_COUNT = TextStyle(Face.PROPORTIONAL_BOLD, 14, 18)
_CHANGE = TextStyle(Face.PROPORTIONAL, 8.5, 11)
_LEGEND = TextStyle(Face.PROPORTIONAL, 8.2, 11.3)
_LEGEND_SIZES = (8.2, 7.5, 7.0)
_STRIP = 8.4
_WIDE = 50.0
"""A box so wide says 前回比 in words."""

_LEAST_WORD = 8.0


def _shown(board: Board) -> list[Status]:
    """The statuses with a box: 見直し and 対象外 only where there are some, now or last time."""
    before = board.previous_counts
    return [key for key in STATUSES if key not in ONLY_WHEN_PRESENT or board.counts[key] or before[key]]


def draw_title(sheet: Sheet, value: InitiativeList, y: float, sub: float, note: str = "") -> None:
    """The title at `y`, and at `sub` the plan on the left, what is answered on the right."""
    ink, board, paper = sheet.ink, value.board, value.settings.paper
    write(ink, sheet.left, y, f"{value.plan.title}　{LIST_TITLE}{note}", TITLE)
    size = f"{len(board.cards)}取組・{board.axes_with_units}{axis_word(value.plan)}"
    plan = "　".join(part for part in (plan_words(value.plan), period_words(value.plan, paper), size) if part)
    answered = f"回答 {board.answered}／{board.asked}取組{paper.said(_missing_words(board))}"
    right = write(ink, sheet.right, sub, f"{paper.plain_date(board.as_of)}現在　{answered}", _SUB, "right")
    room = sheet.width - right - 4.0
    natural = text_width(plan, _SUB)
    write(ink, sheet.left, sub, plan, _SUB.at(max(_SUB.size * room / natural, 7.0)) if natural > room else _SUB)


def _missing_words(board: Board) -> str:
    """（未回答 1：商工観光課）: how many, whose where each was asked of one department alone, how many are being
    checked."""
    missing = [card for card in board.cards if card.status == "miss"]
    others = f"（{ELSEWHERE_WORD} {board.elsewhere}：{NOT_HERE}）" if board.elsewhere else ""
    if not missing:
        return others
    alone = all(len(card.departments) == 1 for card in missing)
    notes = f"：{names_words(list(dict.fromkeys(card.departments[0] for card in missing)))}" if alone else ""
    checking = f"、うち確認中 {board.checking}" if board.checking else ""
    return f"（未回答 {len(missing)}{notes}{checking}）{others}"


def draw_counts(sheet: Sheet, value: InitiativeList, y: float) -> None:
    """One box per status over the whole width: symbol, word, count, and 前回比 where there was a cycle before."""
    ink, board = sheet.ink, value.board
    shown = _shown(board)
    wide = sheet.width / len(shown) >= _WIDE
    center, margin = (6.2, 3.5) if wide else (3.8, 1.6)
    start = center + 4.2
    texts = {key: _count_texts(value, key, wide=wide) for key in shown}
    right = sheet.left
    for key, width in zip(shown, _box_widths(sheet.width, value, texts, start + margin), strict=True):
        left, right = right, right + width
        if key == "miss" and board.counts[key]:
            ink.hatch(left, y, width, _STRIP)
            ink.rect(left + 1.3, y + 1.2, width - 2.6, _STRIP - 2.4, weight=None, fill=WHITE)
        ink.rect(left, y, width, _STRIP, weight=0.25)
        end = right - margin
        for text, style, gap in texts[key]:
            end -= write(ink, end, y + (_STRIP - style.em) / 2, text, style, "right") + gap
        draw_symbol(ink, key, left + center, y + _STRIP / 2, 4.4)
        _draw_word(sheet, value.settings.status_word(key), left + start, y, end)
    ink.rect(sheet.left, y, sheet.width, _STRIP, weight=0.5)


def _count_texts(value: InitiativeList, key: Status, *, wide: bool) -> list[tuple[str, TextStyle, float]]:
    """What stands on the right of a box, from its end leftwards, each with what it keeps free on its left."""
    board = value.board
    count = (str(board.counts[key]), _COUNT, 1.0)
    if value.first or key == "na":
        return [count]
    change = change_of_count(board.counts[key] - board.previous_counts[key])
    return [(f"前回比 {change}", _CHANGE, 3.0) if wide else (f"（{change}）", _CHANGE, 0.5), count]


def _box_widths(
    width: float, value: InitiativeList, texts: Mapping[Status, Sequence[tuple[str, TextStyle, float]]], apart: float
) -> list[float]:
    """All boxes alike; where a word would not stay whole in its own, what one does not need goes to the others.

    ``apart`` is what a box takes beside its word and ``texts``.
    """
    needs = []
    for key, parts in texts.items():
        word = value.settings.status_word(key)
        least = min(text_width(word, _WORD.at(_LEAST_WORD)), text_width(word[: len(word) // 2 + 1], _LONG_WORD))
        needs.append(apart + least + 0.1 + sum(text_width(text, style) + gap for text, style, gap in parts))
    alike = width / len(needs)
    if max(needs) <= alike:
        return [alike] * len(needs)
    return [need + (width - sum(needs)) / len(needs) for need in needs]


def _draw_word(sheet: Sheet, word: str, left: float, y: float, right: float) -> None:
    """The word of a box; a town's longer words are set smaller, then in two lines."""
    room = right - left
    style = fitted(word, _WORD, room, _LEAST_WORD)
    if text_width(word, style) > room:
        style = _LONG_WORD
    text = Text(clipped(word, style, room, 2), style)
    text.draw(sheet.ink, left, y + (_STRIP - text.height(room)) / 2, room)


def _legend(value: InitiativeList, style: TextStyle) -> Flow:
    settings, shown = value.settings, _shown(value.board)
    said = settings.paper.said
    items: list[Sized] = [Text("凡例", style.bold)]
    for key in shown:
        text = f"{settings.status_word(key)}（{STATUS_MEANINGS[key]}）"
        items.append(Inline((Symbol(key, 2.9), Text(text, style)), gap=0.9))
    count = len(settings.stages) - 1
    reached = min(count, 4)
    squares = StageSquares(min(count, 5), reached, reached if value.first else min(count, 3))
    items.append(Inline((squares, Text(said(stage_note(first=value.first)), style)), gap=0.9))
    stages = "→".join(stage.word for stage in settings.stages)
    items.append(Text(f"段階：{stages}（□{count}個は2番目から）", style))
    if value.years:
        items.append(Text("計画の点線＝年度の区切りを原本で確認していないもの", style))
    absent = [settings.status_word(key) for key in ONLY_WHEN_PRESENT if key not in shown]
    if absent and not value.first:
        items.append(Text(said(f"{'・'.join(absent)}は、今回も前回もない。"), style))
    if value.board.previous_name:
        month = f"（{settings.paper.month(value.previous_as_of)}）" if value.previous_as_of else ""
        items.append(Text(f"前回＝{joined_name(value.board.previous_name)}{month}", style))
    return Flow(tuple(items), pitch=style.line / POINTS, indent=6.0)


def draw_legend(sheet: Sheet, value: InitiativeList, y: float, room: float) -> None:
    """All signs with their meaning, in the largest size that keeps within `room` mm, never below 7 points."""
    legends = [_legend(value, _LEGEND.at(size)) for size in _LEGEND_SIZES]
    legend = next((each for each in legends if each.height(sheet.width) <= room), legends[-1])
    legend.draw(sheet.ink, sheet.left, y, sheet.width)
