"""マス目ボード: a line per unit in columns through which the axes flow, for plans larger than ボード holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QRectF

from dxdesk.domain.board import Axis, Board, Card
from dxdesk.domain.settings import Settings
from dxdesk.ui.audience.agenda_panel import agenda_panel
from dxdesk.ui.audience.drawing import MARGIN, Arrow, Block, Box, Canvas, Layer, Mark, Page, Symbol, Text, ground
from dxdesk.ui.audience.frame import (
    column_count,
    content_bottom,
    count_tiles,
    disc,
    disc_width,
    edge_colour,
    footer,
    header,
    name_of,
    since_paper,
    text_colour,
    word_of,
)
from dxdesk.ui.audience.measure import shortened, width, wrapped
from dxdesk.ui.theme import FLOOR, TOKENS, projection_px

_GAP = float(TOKENS["projection"]["column-gap"])
_PITCH = 56.0
_WIDER_PITCHES = (76.0, 70.0, 64.0, 60.0)
"""From line to line where a plan leaves room for it."""
_MOST_LINES = 13
_TILE = 52.0
_COUNT_TILE = 80.0
_BAR = 48.0
_BLOCK = 208.0
_WIDEST_BLOCK = 320.0
_WORD_LEFT = 56.0
_ARROW_ROOM = 44.0
_DISC = 23.0
_NAME_PX = FLOOR
_NUMBER_PX = projection_px("secondary")
_TEXT_PITCH = 46.0
_MOST_NAME_LINES = 4


@dataclass(frozen=True)
class _Row:
    """One entry of a column: the head of an axis (card None) or a unit, and the lines of text it takes."""

    axis: Axis
    card: Card | None
    lines: tuple[str, ...]
    number: str = ""


@dataclass(frozen=True)
class _Measures:
    """Widths that all entries share."""

    column: float
    block: float
    pitch: float = _PITCH


def axis_number(axis: Axis) -> str:
    """The figures at the end of the label as printed: ``MEGO-1`` shows as 1."""
    found = re.search(r"(\d+)\D*$", axis.label or "")
    return found.group(1) if found else ""


def _head(axis: Axis, room: float, continued: bool) -> _Row:
    number = axis_number(axis)
    if number:
        room -= width(number, _NUMBER_PX, True) + 14
    ending = "（続き）" if continued else ""
    for name in (axis.name, axis.short_name):
        if name and width(name + ending, FLOOR, True) <= room:
            return _Row(axis, None, (name + ending,), number)
    return _Row(axis, None, wrapped(axis.name + ending, room, FLOOR, True, most=3), number)


def _unit(axis: Axis, card: Card, measures: _Measures) -> _Row:
    room = measures.column - measures.block - 12 - 6
    if card.agenda_number is not None:
        room -= disc_width(card.agenda_number, _DISC) + 2
    bold = card.status in ("late", "warn")
    return _Row(axis, card, wrapped(name_of(card), room, _NAME_PX, bold, most=_MOST_NAME_LINES))


def _size(rows: Sequence[_Row]) -> int:
    return sum(len(row.lines) for row in rows)


def _columns_of(axes: Sequence[tuple[Axis, Sequence[_Row]]], capacity: int, room: float) -> list[list[_Row]]:
    """The axes one below the other; one that fits a column is not cut, and a new group begins a new column."""
    columns: list[list[_Row]] = [[]]
    group: str | None = None
    for axis, units in axes:
        head = _head(axis, room, False)
        whole = [head, *units]
        new_group = axis.group != group and bool(columns[-1])
        group = axis.group
        if columns[-1] and (new_group or _size(columns[-1]) + _size(whole) > capacity):
            columns.append([])
        columns[-1].append(head)
        for unit in units:
            if _size(columns[-1]) + _size([unit]) > capacity and len(columns[-1]) > 1:
                columns.append([_head(axis, room, True)])
            columns[-1].append(unit)
    return columns


def _even_columns(
    axes: Sequence[tuple[Axis, Sequence[_Row]]], capacity: int, room: float, per_page: int
) -> list[list[_Row]]:
    """The columns with the fewest lines in the longest that take no further page and cut no further axis."""
    full = _columns_of(axes, capacity, room)
    pages = -(-len(full) // per_page)
    heads = sum(row.card is None for column in full for row in column)
    for smaller in range(1, capacity):
        columns = _columns_of(axes, smaller, room)
        cut = sum(row.card is None for column in columns for row in column) > heads
        too_long = max(map(_size, columns)) > smaller
        if not cut and not too_long and len(columns) <= pages * per_page:
            return columns
    return full


def _head_marks(row: _Row, x: float, y: float, measures: _Measures) -> list[Mark]:
    box = QRectF(x, y + 2, measures.column, measures.pitch * len(row.lines) - 4)
    marks: list[Mark] = []
    if row.number:
        first = QRectF(x, box.top(), measures.column, measures.pitch - 4)
        if len(row.lines) > 1:
            first.moveTop(box.center().y() - _TEXT_PITCH * (len(row.lines) - 1) / 2 - first.height() / 2)
        marks.append(Text((row.number,), first, _NUMBER_PX, True, "navy"))
        box = box.adjusted(width(row.number, _NUMBER_PX, True) + 14, 0, 0, 0)
    return [*marks, Text(row.lines, box, FLOOR, True, "navy", pitch=_TEXT_PITCH)]


def _tile(card: Card, lines: tuple[str, ...], x: float, y: float, measures: _Measures, settings: Settings) -> Layer:
    rect = QRectF(x, y + 2, measures.column, measures.pitch * len(lines) - (_PITCH - _TILE))
    block = QRectF(rect.left(), rect.top(), measures.block, rect.height())
    middle = rect.center().y()
    loud = card.status in ("late", "warn")
    arrow = card.change in ("better", "worse")
    ink = text_colour(card.status)
    word_room = measures.block - _WORD_LEFT - (_ARROW_ROOM if arrow else 6)
    word = QRectF(x + _WORD_LEFT, rect.top(), word_room, rect.height())
    marks: list[Mark] = [
        Box(rect, "white", radius=10),
        Block(block, card.status, 10, left=True),
        Symbol(QRectF(x + 11, middle - 18, 36, 36), card.status),
        Text((shortened(word_of(card, settings), word_room, FLOOR, True),), word, FLOOR, True, ink),
    ]
    if arrow:
        marks.append(Arrow(QRectF(block.right() - 36, middle - 14, 28, 28), str(card.change), ink))
    marks.append(Box(rect, None, edge_colour(card.status), 2.6 if loud else 2.0, 10))
    name = QRectF(block.right() + 12, rect.top(), rect.right() - block.right() - 12, rect.height())
    marks.append(Text(lines, name, _NAME_PX, loud, "ink", pitch=_TEXT_PITCH))
    marks += since_paper(card, rect)
    if card.agenda_number is not None:
        marks += disc(rect.right() - 5 - disc_width(card.agenda_number, _DISC), middle, card.agenda_number, _DISC)
    return Layer("card", card.code, rect, tuple(marks))


def _group_bars(columns: Sequence[Sequence[_Row]], boxes: Sequence[QRectF], top: float) -> list[Mark]:
    """A navy bar over the columns of each top-level group."""
    marks: list[Mark] = []
    placed = [(column[0].axis.group, box) for column, box in zip(columns, boxes, strict=False) if column]
    for group, members in groupby(placed, key=lambda each: each[0]):
        found = [box for _, box in members]
        if group is None:
            continue
        bar = QRectF(found[0].left(), top, found[-1].right() - found[0].left(), _BAR)
        words = shortened(group, bar.width() - 36, _NUMBER_PX, True)
        marks += [Box(bar, "navy", radius=8), Text((words,), bar.adjusted(18, 0, 0, 0), _NUMBER_PX, True, "white")]
    return marks


def _ends(sheet: Sequence[Sequence[_Row]], boxes: Sequence[QRectF], pitch: float) -> list[float]:
    """Where the entries of each column end."""
    sizes = [*map(_size, sheet), *([0] * (len(boxes) - len(sheet)))]
    return [box.top() + pitch * size for box, size in zip(boxes, sizes, strict=True)]


def _widest_pitch(board: Board, sheets: Sequence[Sequence[Sequence[_Row]]], boxes: Sequence[QRectF]) -> float:
    """The largest pitch at which every column ends on its page and 本日の協議 is not pushed out."""

    def has_panel(pitch: float) -> bool:
        panels = (agenda_panel(board.discussed(), boxes, _ends(sheet, boxes, pitch), pitch=48) for sheet in sheets)
        return any(panel is not None for panel in panels)

    needed = has_panel(_PITCH)
    for pitch in _WIDER_PITCHES:
        lowest = max(end for sheet in sheets for end in _ends(sheet, boxes, pitch))
        if lowest <= boxes[0].bottom() and has_panel(pitch) == needed:
            return pitch
    return _PITCH


def grid_pages(board: Board, settings: Settings, canvas: Canvas) -> list[Page]:
    """The pages of マス目ボード; larger text makes more of them, never smaller text."""
    per_page = column_count(canvas)
    column = (canvas.inner - _GAP * (per_page - 1)) / per_page
    widest = max((width(word_of(card, settings), FLOOR, True) for card in board.cards), default=0.0)
    block = min(_WIDEST_BLOCK, max(_BLOCK, _WORD_LEFT + widest + _ARROW_ROOM))
    measures = _Measures(column, block)
    _, below = header(canvas, board, 1, 2)
    tiles, tiles_end = count_tiles(canvas, board, settings, below + (10 if canvas.roomy else 6), _COUNT_TILE)
    bar_top = tiles_end + (16 if canvas.roomy else 8)
    grouped = any(axis.group for axis in board.axes)
    top = bar_top + (_BAR + 2 if grouped else 0)
    bottom = content_bottom(canvas)
    capacity = max(2, min(_MOST_LINES, int((bottom - top) // _PITCH)))
    axes = [
        (axis, [_unit(axis, card, measures) for card in board.on_axis(axis.code)])
        for axis in board.axes
        if board.on_axis(axis.code)
    ]
    columns = _even_columns(axes, capacity, column, per_page) if axes else [[]]
    sheets = [columns[at : at + per_page] for at in range(0, len(columns), per_page)]
    boxes = [QRectF(MARGIN + index * (column + _GAP), top, column, bottom - top) for index in range(per_page)]
    measures = replace(measures, pitch=_widest_pitch(board, sheets, boxes))
    pages, agenda_shown = [], False
    for number, sheet in enumerate(sheets, start=1):
        marks, _ = header(canvas, board, number, len(sheets))
        layers: list[Layer] = [ground(*marks), *tiles]
        if grouped:
            layers.append(ground(*_group_bars(sheet, boxes, bar_top)))
        ends = [box.top() for box in boxes]
        for index, rows in enumerate(sheet):
            for row in rows:
                x, y = boxes[index].left(), ends[index]
                if row.card is None:
                    layers.append(ground(*_head_marks(row, x, y, measures)))
                else:
                    layers.append(_tile(row.card, row.lines, x, y, measures, settings))
                ends[index] += measures.pitch * len(row.lines)
        if not agenda_shown:
            panel = agenda_panel(board.discussed(), boxes, ends, pitch=48)
            if panel is not None:
                layers.append(panel)
                agenda_shown = True
        layers.append(ground(*footer(canvas, board, number, len(sheets), stages=False)))
        pages.append(Page(canvas, tuple(layers)))
    return pages
