"""総括: how a cycle stands, on one page: a chart, counts by status, axis and 主管, and what moved most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dxdesk.documents.blocks import At, Beside, Block, Stack
from dxdesk.documents.cells import CONTINUED
from dxdesk.documents.cycle_paper import compose_of_cycle
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_T
from dxdesk.documents.initiative_sheet_parts import Heading
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, SECTION, TITLE
from dxdesk.documents.summary_chart import MOST_SQUARES, StatusChart, squares
from dxdesk.documents.summary_tables import MOST_DEPARTMENTS, Fit, axis_table, main_table, named, status_table
from dxdesk.documents.table import beginning
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped, fitted
from dxdesk.domain.movements import MovementPart
from dxdesk.domain.summary import Summary
from dxdesk.phrases import shorten
from dxdesk.wording.paper import axis_word, plan_words
from dxdesk.wording.summary import (
    BAND_NOTE,
    BEFORE,
    CHART_NOTE,
    LABELS,
    MAINS,
    MOVEMENTS,
    NO_AXES_NOTE,
    SUMMARY_TITLE,
    THIS,
    WHOLE,
    actions_head,
    actions_words,
    answered_words,
    mains_note,
    more_units,
    nothing_words,
    silent_words,
    units_words,
)

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_COUNT = TextStyle(Face.PROPORTIONAL_BOLD, 11, 14, align="center")
_HEAD_WORD = TextStyle(Face.PROPORTIONAL_BOLD, 8, 10.2, align="center")
_MOVED = TextStyle(Face.PROPORTIONAL, 9.2, 14, phrases=True)
_CHANGED = TextStyle(Face.PROPORTIONAL, 8.6, 11.6)
_WHOLE_WIDTH: Final = 165.0
_ACROSS: Final = 1.5
_STATUS_WIDTH: Final = 9.9
_NAMED: Final = 4
_MOVE_LABEL: Final = 27.0
_UNDER, _BETWEEN = 0.4, 2.4
_KEPT: Final = 130.0
"""A table no higher than this stays on one page."""
_SENTENCE_CHARACTERS: Final = 60
_SECOND_HALF: Final = 3
"""The part that begins the second page where one page is not enough."""


SUMMARY_NUMBER = "資料1"
_CLOSE = CELL.at(8.6, 11.4)
_MOVED_CLOSE = _MOVED.at(8.6, 12.2)
_CLOSEST = CELL.at(8.6, 10.8)
_MOVED_CLOSEST = _MOVED.at(8.6, 11.6)
_FITS: Final = (
    Fit(),
    Fit(_CLOSE, 5.6, 5.2, 3, 2.0, _MOVED_CLOSE, 4.1),
    Fit(_CLOSE, 5.0, 4.8, 2, 1.4, _MOVED_CLOSE, 4.0),
    Fit(_CLOSEST, 4.8, 4.6, 2, 1.2, _MOVED_CLOSEST, 3.9),
    Fit(_CLOSEST, 4.8, 4.6, 1, 1.2, _MOVED_CLOSEST, 3.9),
    Fit(_CLOSEST, 4.8, 4.6, 1, 1.2, _MOVED_CLOSEST, 3.9, named=2),
)


@dataclass(frozen=True)
class _Part:
    """A numbered part: its name, a note at the right, and what stands under it."""

    title: str
    note: str
    blocks: tuple[Block, ...]


def compose_summary(value: Summary, *, made: str, number: str = SUMMARY_NUMBER) -> Printed:
    """総括 of a cycle; ``made`` is an ISO moment."""
    return compose_of_cycle(value, SUMMARY_TITLE, FRAME_T, lay_summary, made=made, number=number)


def lay_summary(sheet: Sheet, value: Summary) -> None:
    """Lay 総括 from the current, still empty page on: on one where it fits, set more closely if need be."""
    _draw_head(sheet, value)
    sheet.y = sheet.frame.body
    outer, sheet.head = sheet.head, _draw_again
    tried = [(fit, _parts(value, fit, sheet.width)) for fit in _FITS]
    many = len(value.mains) > MOST_DEPARTMENTS
    fitting = [] if many else [each for each in tried if _height(each[1], each[0], sheet.width) <= sheet.room]
    halved = [] if fitting else [each for each in tried if _fills_two(*each, sheet)]
    fit, parts = next(iter(fitting or halved), tried[0])
    for number, part in enumerate(parts, start=1):
        if number == _SECOND_HALF if halved else many and part.title == MAINS:
            sheet.next_page()
        heading = Heading(f"{number}　{part.title}", part.note)
        first = part.blocks[0].height(sheet.width)
        sheet.place(heading, keep=(first if first <= _KEPT else beginning(part.blocks[0], sheet.width)) + _UNDER)
        sheet.y += _UNDER
        for at, block in enumerate(part.blocks):
            if at:
                sheet.skip(_BETWEEN)
            sheet.place(block)
        sheet.skip(fit.gap)
    sheet.head = outer


def _fills_two(fit: Fit, parts: Sequence[_Part], sheet: Sheet) -> bool:
    """Whether the whole and the axes fit one page, and what is left the next."""
    halves = parts[: _SECOND_HALF - 1], parts[_SECOND_HALF - 1 :]
    heights = (_height(some, fit, sheet.width) for some in halves)
    rooms = (sheet.room, sheet.frame.bottom - sheet.frame.next_body)
    return all(height <= room for height, room in zip(heights, rooms, strict=True))


def _height(parts: Sequence[_Part], fit: Fit, width: float) -> float:
    """What all parts take on one page."""
    found = (len(parts) - 1) * fit.gap
    for part in parts:
        found += Heading("").height(width) + _UNDER + _BETWEEN * (len(part.blocks) - 1)
        found += sum(block.height(width) for block in part.blocks)
    return found


def _parts(value: Summary, fit: Fit, width: float) -> list[_Part]:
    """The parts there are; 軸別 and 主管課別 only where there are axes, and somebody is in charge."""
    said = value.settings.paper.said
    note = CHART_NOTE if len(value.board.cards) <= MOST_SQUARES else BAND_NOTE
    found = [_Part(WHOLE, said(note), (_chart(value), status_table(value, fit, width)))]
    if value.axes:
        found.append(_Part(f"{axis_word(value.plan)}別", "", (axis_table(value, fit, width),)))
    if value.mains:
        how = mains_note(axis_word(value.plan)) if value.axes else NO_AXES_NOTE
        found.append(_Part(MAINS, said(how), (main_table(value, fit, width),)))
    return [*found, _Part(MOVEMENTS, "", (_movements(value, fit),))]


def _draw_again(sheet: Sheet) -> None:
    write(sheet.ink, sheet.left, 12.0, SUMMARY_TITLE + CONTINUED, SECTION)


def _draw_head(sheet: Sheet, value: Summary) -> None:
    ink, board = sheet.ink, value.board
    write(ink, sheet.left, 12.0, SUMMARY_TITLE, TITLE)
    right = write(ink, sheet.right, 20.6, answered_words(board.answered, board.asked), _SUB.bold, "right")
    words = (
        f"{units_words(plan_words(value.plan), len(board.cards))}　{value.settings.paper.plain_date(board.as_of)}現在"
    )
    room = sheet.width - right - 4.0
    style = fitted(words, _SUB, room, 7.5)
    write(ink, sheet.left, 20.6, clipped(words, style, room, 1), style)


def _chart(value: Summary) -> Block:
    cards = value.board.cards
    now = squares({card.unit: card.status for card in cards}, value.numbers)
    blocks: list[Block] = [StatusChart(THIS, value.this_name, now, value.settings)]
    if value.previous_name is not None:
        before = squares({card.unit: card.previous_status for card in cards}, value.numbers)
        if before:
            blocks.append(StatusChart(BEFORE, value.previous_name, before, value.settings, counted=False))
    return Stack(tuple(blocks), gap=0.8)


def _movements(value: Summary, fit: Fit) -> Block:
    """What advanced, what is late, what needs an eye, and how far the 宿題 of last time are."""
    found = []
    for part in value.paragraphs:
        if part in value.edit.left_out:
            continue
        label = paragraph_label(value, part)
        text = value.edit.texts.get(part) or automatic_text(value, part, fit.moves)
        beside = (At(0.0, Text(label, fit.moved.bold), _MOVE_LABEL - 1.0), At(_MOVE_LABEL, Text(text, fit.moved)))
        found.append(Beside(beside))
    return Stack(tuple(found), gap=0.4)


def paragraph_label(value: Summary, part: MovementPart) -> str:
    """What stands before a paragraph of 主な動き."""
    return actions_head(value.settings.action_word) if part == "actions" else LABELS[part]


def automatic_text(value: Summary, part: MovementPart, most: int = 3) -> str:
    """A paragraph of 主な動き as it is without an edit; of more than ``most`` units only the numbers are named."""
    if part == "actions":
        return _actions(value)
    found, silent = value.movements(part), value.silent(part)
    said, word = value.settings.paper.said, value.settings.status_word
    if not found and not silent:
        return said(nothing_words(word("miss"), value.count("miss") if part != "advanced" else 0))
    lines = []
    for each in found[:most]:
        sentence = shorten(each.sentence, _SENTENCE_CHARACTERS)
        lines.append(f"{named(value, each.card)}：{sentence}" if sentence else named(value, each.card))
    if len(found) > most:
        lines.append(more_units([value.numbers[each.card.unit] for each in found[most:]]))
    if silent:
        numbers = [value.numbers[card.unit] for card in silent]
        lines.append(silent_words(word(silent[0].previous_status or "none"), word("miss"), numbers))
    return "\n".join(lines)


def _actions(value: Summary) -> str:
    """How far the 宿題 of last time are."""
    given, word = value.actions or (), value.settings.action_word
    states = dict.fromkeys(each.state for each in given)
    counted = [(state, sum(each.state == state for each in given)) for state in states]
    return value.settings.paper.said(actions_words(counted, len(given), word))
