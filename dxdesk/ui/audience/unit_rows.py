"""The rows of 推移 and 道のり: a unit each, axis by axis, onto pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF

from dxdesk.domain.board import Axis, Board, Card
from dxdesk.ui.audience.drawing import MARGIN, Box, Canvas, Layer, Text, ground
from dxdesk.ui.audience.frame import name_of
from dxdesk.ui.audience.measure import shortened, width, wrapped
from dxdesk.ui.theme import FLOOR, projection_px
from dxdesk.wording.board import CONTINUED

MOST_ROWS: Final = 13
NAME_PX: Final = projection_px("secondary")
LINE_PITCH: Final = 46.0
"""From line to line of a text of several lines."""

AXIS_GAP: Final = 13.0
_TAB: Final = 54.0
_TAB_GAP: Final = 20.0
_TAB_PITCH: Final = 40.0
_TAB_CHARACTERS: Final = 6
_LYING: Final = "ー～〜-－（）()「」"
"""Characters that would have to be turned in a text that runs down."""

_HEAD: Final = 52.0
_NAME_SHARE: Final = 0.36
_WIDEST_NAME: Final = 430.0
_MOST_LINES: Final = 4


@dataclass(frozen=True)
class UnitRow:
    """A unit, the lines of its name, and the height it takes; ``beside`` lines of text have room in it."""

    card: Card
    lines: tuple[str, ...]
    height: float
    beside: int = 1


@dataclass(frozen=True)
class AxisPart:
    """The rows of an axis on one page."""

    axis: Axis
    rows: tuple[UnitRow, ...]
    continued: bool


def codes_of(parts: Sequence[AxisPart]) -> frozenset[str]:
    """The units of a page."""
    return frozenset(row.card.code for part in parts for row in part.rows)


@dataclass(frozen=True)
class Names:
    """Where the names stand. ``tabs``: their axes stand at their left, else as a line above them."""

    left: float
    width: float
    tabs: bool

    @property
    def right(self) -> float:
        return self.left + self.width


def _tab_word(axis: Axis) -> str:
    return axis.short_name or axis.name


def _fits_tab(part: AxisPart) -> bool:
    word = _tab_word(part.axis)
    upright = len(word) <= _TAB_CHARACTERS and not set(word) & set(_LYING)
    return upright and _TAB_PITCH * len(word) + 14 <= sum(row.height for row in part.rows)


def _names(board: Board, canvas: Canvas, tabs: bool) -> Names:
    """A column as wide as the widest name, up to its share of the page."""
    left = MARGIN + (_TAB + _TAB_GAP if tabs else 0.0)
    most = min(_WIDEST_NAME, canvas.inner * _NAME_SHARE)
    widest = max((width(name_of(card), NAME_PX, True) for card in board.cards), default=most)
    return Names(left, min(most, widest) + 4, tabs)


def _chunks(axis: Axis, rows: Sequence[UnitRow], room: float) -> list[AxisPart]:
    """An axis in as few parts as fit a page each, about as many rows in each."""
    for parts in range(max(1, -(-len(rows) // MOST_ROWS)), len(rows) + 1):
        each = -(-len(rows) // parts)
        starts = range(0, len(rows), each)
        if each == 1 or all(sum(row.height for row in rows[at : at + each]) <= room for at in starts):
            return [AxisPart(axis, tuple(rows[at : at + each]), at > 0) for at in starts]
    return []


def _part_height(part: AxisPart, tabs: bool) -> float:
    return sum(row.height for row in part.rows) + (0.0 if tabs else _HEAD)


def _packed(board: Board, rows: dict[str, list[UnitRow]], room: float, tabs: bool) -> list[list[AxisPart]]:
    pages: list[list[AxisPart]] = [[]]
    free, count = room, 0
    for axis in board.axes:
        for part in _chunks(axis, rows.get(axis.code, []), room - (0.0 if tabs else _HEAD)):
            tall = _part_height(part, tabs)
            if pages[-1] and (tall > free or count + len(part.rows) > MOST_ROWS):
                pages.append([])
                free, count = room, 0
            pages[-1].append(part)
            free -= tall + AXIS_GAP
            count += len(part.rows)
    return pages


def unit_pages(board: Board, canvas: Canvas, room: float, pitch: float) -> tuple[list[list[AxisPart]], Names]:
    """The rows of a board on pages of the height ``room``, and where their names stand.

    A row of one line is ``pitch`` high. At most 13 rows stand on a page, and an axis that fits a page is not cut.
    """
    for tabs in (True, False):
        names = _names(board, canvas, tabs)
        rows: dict[str, list[UnitRow]] = {}
        for card in board.cards:
            lines = wrapped(name_of(card), names.width, NAME_PX, True, most=_MOST_LINES)
            tall = max(pitch, LINE_PITCH * len(lines) + 12)
            rows.setdefault(card.axis, []).append(UnitRow(card, lines, tall))
        pages = _packed(board, rows, room, tabs)
        if not tabs or all(_fits_tab(part) for page in pages for part in page):
            break
    return pages, names


def grown(parts: Sequence[AxisPart], names: Names, room: float, wanted: Callable[[Card], int]) -> list[AxisPart]:
    """The rows of a page with what is left of its height given to those that have more lines beside their names.

    ``wanted`` says how many lines a unit has; one more is given to each in turn.
    """
    rows = {row.card.code: row for part in parts for row in part.rows}
    free = room - sum(_part_height(part, names.tabs) for part in parts) - AXIS_GAP * (len(parts) - 1)
    needs = {code: wanted(row.card) for code, row in rows.items()}
    for lines in range(2, max(needs.values(), default=1) + 1):
        for code, row in rows.items():
            tall = max(row.height, LINE_PITCH * lines + 12)
            if needs[code] >= lines and row.beside == lines - 1 and tall - row.height <= free:
                free -= tall - row.height
                rows[code] = replace(row, height=tall, beside=lines)
    return [replace(part, rows=tuple(rows[row.card.code] for row in part.rows)) for part in parts]


def _tab(part: AxisPart, y: float, tall: float) -> Layer:
    """The axis beside its rows, written downwards."""
    rect = QRectF(MARGIN, y + 4, _TAB, tall - 8)
    word = _tab_word(part.axis)
    text = Text(tuple(word), rect, FLOOR, True, "navy", "center", pitch=_TAB_PITCH)
    return ground(Box(rect, "key-tint", radius=10), text)


def _head(part: AxisPart, y: float, room: float) -> Layer:
    ending = CONTINUED if part.continued else ""
    names = [name for name in (part.axis.name, part.axis.short_name) if name]
    fitting = [name + ending for name in names if width(name + ending, NAME_PX, True) <= room]
    words = fitting[0] if fitting else shortened(names[-1], room - width(ending, NAME_PX, True), NAME_PX, True) + ending
    return ground(Text((words,), QRectF(MARGIN, y, room, _HEAD), NAME_PX, True, "navy"))


def axis_layers(
    parts: Sequence[AxisPart], names: Names, top: float, room: float
) -> tuple[list[Layer], list[tuple[UnitRow, float, bool]], float]:
    """The axes of a page, its rows with the y of each and whether another follows in the axis, and the y below all.

    ``room`` is the width of a line above the rows.
    """
    layers: list[Layer] = []
    rows: list[tuple[UnitRow, float, bool]] = []
    y = top
    for part in parts:
        tall = sum(row.height for row in part.rows)
        if names.tabs:
            layers.append(_tab(part, y, tall))
        else:
            layers.append(_head(part, y, room))
            y += _HEAD
        for index, row in enumerate(part.rows):
            rows.append((row, y, index + 1 < len(part.rows)))
            y += row.height
        y += AXIS_GAP
    return layers, rows, y - AXIS_GAP
