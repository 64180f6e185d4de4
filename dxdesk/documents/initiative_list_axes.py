"""The axes of the 進捗状況一覧表: their names, how high their rows are, and how they share the sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.fonts import Face
from dxdesk.documents.initiative_list_rows import AXIS_WIDTH, Fit, InitiativeList, head_row
from dxdesk.documents.ink import POINTS
from dxdesk.documents.styles import HEAD
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.vertical import Vertical
from dxdesk.domain.board import Axis, Card

_HEAD = HEAD.at(9, 10.7)
_AXIS = TextStyle(Face.PROPORTIONAL_BOLD, 9.5, 10.4)
_TWO_COLUMNS = _AXIS.at(8.0, 9.2)
_ONE_COLUMN = _AXIS.at(7.0, 7.2)
_AXIS_STYLES = (_AXIS, _TWO_COLUMNS, _ONE_COLUMN)
_SHORT = 6
"""A name of so many letters is never parted: half of it beside the other half does not read as a word."""

_AXIS_PADDING = 3.0


@dataclass(frozen=True)
class ListColumns:
    """The columns of a sheet and what stands in them for a unit; with ``axis`` the first column is the axis."""

    columns: tuple[Column, ...]
    cells: Callable[[Card], Sequence[Cell]]
    axis: bool = True


@dataclass(frozen=True)
class AxisRows:
    """An axis, or the part of it that stands on one sheet, with the height of each row."""

    axis: Axis
    cards: tuple[Card, ...]
    heights: tuple[float, ...]
    continued: bool = False

    def part(self, start: int, end: int | None = None) -> AxisRows:
        """Its units from ``start`` to before ``end``."""
        return AxisRows(self.axis, self.cards[start:end], self.heights[start:end], self.continued or start > 0)

    @property
    def height(self) -> float:
        """Height of its rows."""
        return sum(self.heights)

    @property
    def name(self) -> Vertical:
        """The name of the axis downwards, its short name where the rows are few; a long one in two columns at most, a
        short one in one, smaller where it has to be."""
        name = self.axis.name + ("（続き）" if self.continued else "")
        room = self.height - _AXIS_PADDING
        pitch = _TWO_COLUMNS.line / POINTS
        parted = len(name) * pitch > room
        if self.axis.short_name and parted and (len(name) * pitch > 2 * room or room <= _SHORT * pitch):
            name = self.axis.short_name
        if len(name) <= _SHORT:
            style = next((each for each in _AXIS_STYLES if len(name) * each.line / POINTS <= room), _ONE_COLUMN)
            return Vertical(name, style)
        style = _AXIS if len(name) * _AXIS.line / POINTS <= room else _TWO_COLUMNS
        return Vertical(name, style, max(room, -(-len(name) // 2) * style.line / POINTS + 0.1))

    def stretched(self) -> AxisRows:
        """The same with the last row stretched where the name needs it."""
        missing = self.name.height(AXIS_WIDTH) + _AXIS_PADDING - self.height
        return replace(self, heights=(*self.heights[:-1], self.heights[-1] + max(missing, 0.0)))


def measured(
    value: InitiativeList, fit: Fit, tables: Sequence[ListColumns], width: float, most: int | None = None
) -> Iterator[AxisRows]:
    """The axes with the height of every row, the highest of all ``tables`` at ``width`` mm; of the first ``most`` units
    only, where not all are asked for."""

    def height(table: ListColumns, card: Card) -> float:
        columns = table.columns[1:] if table.axis else table.columns
        part = sum(column.width for column in columns) / sum(column.width for column in table.columns)
        row = Row(tuple(table.cells(card)))
        return Table(columns, (row,), head=(), style=fit.style, least=fit.least).height(width * part)

    left = len(value.board.cards) if most is None else most
    for axis in value.board.axes:
        cards = value.board.on_axis(axis.code)[:left]
        if cards:
            left -= len(cards)
            heights = tuple(max(height(table, card) for table in tables) for card in cards)
            yield AxisRows(axis, cards, heights).stretched()


def total_height(groups: Iterable[AxisRows]) -> float:
    """Height of the rows of all ``groups``."""
    return sum(group.height for group in groups)


def paged(groups: Iterable[AxisRows], room: float, most: int | None = None) -> Iterator[list[AxisRows]]:
    """Whole axes on each sheet as long as they fit; an axis longer than a sheet goes on on the next.

    ``most`` is the number of rows a sheet takes; then axes are parted wherever a sheet is full.
    """
    page: list[AxisRows] = []
    left, rows = room, 0
    for group in groups:
        if most is None and page and group.height > left:
            yield page
            page, left = [], room
        start = 0
        for at in range(len(group.cards)):
            full = group.part(start, at + 1).stretched().height > left or rows == most
            if full and (at > start or page):
                if at > start:
                    page.append(group.part(start, at).stretched())
                yield page
                page, start, left, rows = [], at, room, 0
            rows += 1
        page.append(group.part(start).stretched())
        left -= page[-1].height
    yield page


def set_table(table: ListColumns, groups: Sequence[AxisRows], fit: Fit, head: float = 0.0) -> Table:
    """The table of one sheet, its rows as high as they were measured, its head no lower than ``head`` mm."""
    rows: list[Row] = []
    for group in groups:
        for at, (card, height) in enumerate(zip(group.cards, group.heights, strict=True)):
            cells = tuple(table.cells(card))
            if table.axis and at == 0:
                name = group.name
                cells = (Cell(name, rows=len(group.cards), continued=name), *cells)
            rows.append(Row(cells, least=height, rule=None if at else 0.5))
    top = head_row(table.columns)
    top = replace(top, least=max(top.least, head))
    return Table(table.columns, tuple(rows), head=(top,), style=fit.style, head_style=_HEAD)
