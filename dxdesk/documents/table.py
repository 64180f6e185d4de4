"""Tables: measured columns, repeated heads, rows that stay whole, merged cells that go on on the next page.

A row is cut only when it is taller than a page, and then between lines. Lengths are mm, rules are points.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from dxdesk.documents.blocks import Block
from dxdesk.documents.cells import CONTINUED, INNER, OUTER, Box, Cell, Column, Part, Row, Seat, band, boxes_of, seats
from dxdesk.documents.ink import HEAD_GREY, WHITE, Dash, Ink, Point
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, HEAD
from dxdesk.documents.text_style import Content, TextStyle

__all__ = ["Cell", "Column", "Row", "Table", "band", "beginning"]

_KEPT, _LEAST_KEPT = ((2, 130.0), (1, 240.0)), 20.0
"""Of a table under its heading so many rows move along with it where they are no more than so many mm: two, else one;
of one whose first row is cut anyway the last."""

_HEAD_PADDING = 0.6
"""Sideways padding of head cells: 番号 stands in one line over a column of 8 mm."""


@dataclass(frozen=True)
class Table:
    """A table; as a block it fills the column it is placed in, its widths scaled in proportion.

    `head` is drawn on every page; None makes one row of the columns' heads, () none. `least` is the least height
    of every row under the head, `padding` the space within a cell (sideways, up and down).
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] | None = None
    style: TextStyle = CELL
    head_style: TextStyle = HEAD
    least: float = 0.0
    padding: tuple[float, float] = (1.5, 1.2)
    _measured: dict[tuple[int, float], tuple[Row, float, bool]] = field(default_factory=dict, compare=False, repr=False)
    _parts: dict[tuple[float, bool], Part] = field(default_factory=dict, init=False, compare=False, repr=False)

    def _head_rows(self) -> tuple[Row, ...]:
        if self.head is not None:
            return self.head
        if not any(column.head for column in self.columns):
            return ()
        return (Row(tuple(Cell(column.head) for column in self.columns)),)

    def _edges(self, width: float) -> list[float]:
        """The x of every column edge from 0 to `width`."""
        scale = width / sum(column.width for column in self.columns)
        return list(accumulate((column.width * scale for column in self.columns), initial=0.0))

    def _block(self, seat: Seat, rows: tuple[Row, ...], is_head: bool) -> Block | None:
        """What is drawn in a cell."""
        cell = seat.cell
        if not isinstance(cell.content, str | tuple):
            return cell.content
        if not cell.content:
            return None
        if rows[seat.row].band is not None:
            style = self.style.bold
        elif is_head or cell.fill == "head":
            style = self.head_style
        else:
            style = self.columns[seat.column].style or self.style
        style = cell.style or style
        return Text(cell.content, style.aligned(cell.align) if cell.align else style)

    def _across(self, is_head: bool) -> float:
        return min(_HEAD_PADDING, self.padding[0]) if is_head else self.padding[0]

    def _heights(self, width: float) -> list[float]:
        """The height of every row; of a split table they are known already unless cells are merged over rows."""
        known = [self._measured.get((id(row), width)) for row in self.rows]
        heights = [each[1] for each in known if each is not None and not each[2]]
        return heights if len(heights) == len(self.rows) else self._part(width, is_head=False).heights

    def _part(self, width: float, *, is_head: bool) -> Part:
        """The rows of the head or the body with all that is known of them, measured once."""
        part = self._parts.get((width, is_head))
        if part is None:
            part = self._parts[width, is_head] = self._measure(width, is_head=is_head)
        return part

    def _measure(self, width: float, *, is_head: bool) -> Part:
        """All rows measured: each as high as its highest cell; a merged cell that needs more stretches its last row."""
        rows = self._head_rows() if is_head else self.rows
        placed = seats(rows, len(self.columns))
        blocks = [self._block(seat, rows, is_head) for seat in placed]
        edges = self._edges(width)

        def needed(seat: Seat, block: Block | None) -> float:
            return self._needed(seat, block, edges, is_head=is_head)

        single: dict[int, list[tuple[Seat, Block | None]]] = {}
        spanning: set[int] = set()
        for seat, block in zip(placed, blocks, strict=True):
            if seat.rows == 1:
                single.setdefault(seat.row, []).append((seat, block))
            else:
                spanning.update(range(seat.row, seat.row + seat.rows))
        heights = []
        for number, row in enumerate(rows):
            known = self._measured.get((id(row), width))
            if known is None or known[2]:  # after a split a merged cell may stand in this row alone
                highest = max((needed(*each) for each in single.get(number, ())), default=0.0)
                measured = (row, max(row.least, 0.0 if is_head else self.least, highest), number in spanning)
                if known is None and not is_head:
                    # parts of a split table share this; keeping the row itself keeps its id its own
                    self._measured[id(row), width] = measured
                known = measured
            heights.append(known[1])
        for seat, block in zip(placed, blocks, strict=True):
            if seat.rows > 1:
                missing = needed(seat, block) - sum(heights[seat.row : seat.row + seat.rows])
                heights[seat.row + seat.rows - 1] += max(missing, 0.0)
        return Part(rows, placed, blocks, heights, is_head)

    def _needed(self, seat: Seat, block: Block | None, edges: list[float], *, is_head: bool) -> float:
        """Height that a cell takes by itself."""
        if block is None:
            return 0.0
        inner = edges[seat.column + seat.columns] - edges[seat.column] - 2 * self._across(is_head)
        return block.height(inner) + 2 * self.padding[1]

    def height(self, width: float) -> float:
        """Height of head and all rows."""
        return sum(self._part(width, is_head=True).heights) + sum(self._heights(width))

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw fills and contents, then all rules, then heavy frames."""
        head, body = self._part(width, is_head=True), self._part(width, is_head=False)
        edges = [x + edge for edge in self._edges(width)]
        middle = y + sum(head.heights)
        bottom = middle + sum(body.heights)
        boxes = [
            (part, seat, block, box)
            for part, top in ((head, y), (body, middle))
            for seat, block, box in zip(part.seats, part.blocks, boxes_of(part, edges, top), strict=True)
        ]
        for part, seat, block, box in boxes:
            self._draw_cell(ink, seat, block, box, part.is_head)
        rules: dict[tuple[float, Dash | None], list[tuple[Point, Point]]] = {}
        for part, seat, _, (left, upper, wide, high) in boxes:
            row = part.rows[seat.row]
            if upper > y:
                under_head = seat.row == 0 and not part.is_head
                weight = row.rule or (OUTER if under_head else INNER)
                rules.setdefault((weight, row.dash), []).append(((left, upper), (left + wide, upper)))
            if seat.column:
                weight = self.columns[seat.column].rule
                rules.setdefault((weight, None), []).append(((left, upper), (left, upper + high)))
        for (weight, dash), ends in rules.items():
            ink.lines(ends, weight=weight, dash=dash)
        ink.rect(x, y, width, bottom - y, weight=OUTER)
        for column, (left, right) in zip(self.columns, pairwise(edges), strict=True):
            if column.frame:
                ink.rect(left, y, right - left, bottom - y, weight=column.frame)
        for _, seat, _, box in boxes:
            if seat.cell.frame:
                ink.rect(*box, weight=seat.cell.frame)

    def _draw_cell(self, ink: Ink, seat: Seat, block: Block | None, box: Box, is_head: bool) -> None:
        left, upper, wide, high = box
        fill = seat.cell.fill or ("head" if is_head else None)
        if fill == "head":
            ink.rect(*box, weight=None, fill=HEAD_GREY)
        elif fill == "hatch":
            ink.rect(*box, weight=None, fill=WHITE)
            ink.hatch(*box)
        if seat.cell.diagonal:
            ink.line(left, upper + high, left + wide, upper)
        if block is None:
            return
        across, along = self._across(is_head), self.padding[1]
        inner = wide - 2 * across
        free = high - block.height(inner)
        start = upper + (along if seat.cell.valign == "top" else free / 2)
        with ink.plates() if fill == "hatch" else nullcontext():
            block.draw(ink, left + across, start, inner)

    def split(self, width: float, height: float, page: float | None = None) -> tuple[Table, Table] | None:
        """The rows that fit into `height` mm and the rest, both with their heads; None when none or all fit.

        `page` is the height of an empty page: only a row higher than that is cut, between its lines.
        """
        heights = self._heights(width)
        head = sum(self._part(width, is_head=True).heights)
        used, fitting = head, 0
        while fitting < len(heights) and used + heights[fitting] <= height + 0.01:
            used += heights[fitting]
            fitting += 1
        if fitting == len(heights):
            return None
        if page is not None and heights[fitting] > page - head:
            parted = self._cut_row(fitting, width, height - used)
            if parted:
                return parted
        last = self._before_kept(fitting)
        if not last and page is not None and height >= page:
            if fitting and self.rows[fitting - 1].band is not None:
                return self._cut_row(fitting, width, height - used)  # under its band it is more than a page
            last = fitting  # rows that belong together are more than a page
        placed = self._seats(width)
        last = self._before_kept(self._whole_cells(last, placed, width)) or last
        return self._parted(last, placed, self.rows[:last], self.rows[last:]) if last else None

    def _before_kept(self, cut: int) -> int:
        """The cut, or one further up where no row that is held together with the next one stands last."""
        while cut and self.rows[cut - 1].keep:
            cut -= 1
        return cut

    def _whole_cells(self, cut: int, placed: list[Seat], width: float) -> int:
        """The cut, or one further up where no merged cell keeps too little room above it for what it holds."""
        heights, edges = self._heights(width), self._edges(width)
        for seat in reversed(placed):
            if seat.row < cut < seat.row + seat.rows:
                block = self._block(seat, self.rows, is_head=False)
                if self._needed(seat, block, edges, is_head=False) > sum(heights[seat.row : cut]) + 0.01:
                    cut = seat.row
        return cut

    def _seats(self, width: float) -> list[Seat]:
        """Every cell of the body at its place; of a split table without merged cells none need be known."""
        known = (self._measured.get((id(row), width)) for row in self.rows)
        if all(each is not None and not each[2] for each in known):
            return []
        return self._part(width, is_head=False).seats

    def _parted(
        self, cut: int, placed: list[Seat], above: tuple[Row, ...], below: tuple[Row, ...]
    ) -> tuple[Table, Table]:
        """Two tables; cells merged across the cut go on below it, and so does the group row."""
        crossing = [
            (seat.column, seat.cell.again(seat.row + seat.rows - cut))
            for seat in placed
            if seat.row < cut < seat.row + seat.rows
        ]
        if crossing:
            own = [(seat.column, seat.cell) for seat in placed if seat.row == cut]
            cells = tuple(cell for _, cell in sorted(crossing + own, key=lambda pair: pair[0]))
            below = (replace(below[0], cells=cells), *below[1:])
        group = next((row.band for row in reversed(above) if row.band is not None), None)
        if group is not None and below[0].band is None:
            below = (band(group.removesuffix(CONTINUED) + CONTINUED), *below)
        return replace(self, rows=above), replace(self, rows=below)

    def _cut_row(self, number: int, width: float, room: float) -> tuple[Table, Table] | None:
        """Cut one row between the lines of its cells so that its first part fits into `room`."""
        body = self._part(width, is_head=False)
        edges = self._edges(width)
        across, along = self.padding
        own = [seat for seat in body.seats if seat.row == number]
        uppers: list[Cell] = []
        lowers: list[Cell] = []
        for seat in own:
            block = self._block(seat, body.rows, is_head=False)
            upper: Content | Block = block or ""
            lower: Content | Block = seat.cell.again(seat.rows).content if seat.rows > 1 else ""
            inner = edges[seat.column + seat.columns] - edges[seat.column] - 2 * across
            if seat.rows == 1 and block is not None and block.height(inner) + 2 * along > room:
                parted = block.split(inner, room - 2 * along)
                if parted is None:
                    return None
                upper, lower = parted
            uppers.append(replace(seat.cell, content=upper, rows=1, valign="top"))
            lowers.append(replace(seat.cell, content=lower, valign="top"))
        row = self.rows[number]
        above = (*self.rows[:number], replace(row, cells=tuple(uppers), least=0.0, keep=False))
        below = (replace(row, cells=tuple(lowers), least=0.0), *self.rows[number + 1 :])
        lower_seats = [replace(seat, row=number + 1, cell=cell) for seat, cell in zip(own, lowers, strict=True)]
        crossing = [
            replace(seat, rows=seat.rows + 1) for seat in body.seats if seat.row < number < seat.row + seat.rows
        ]
        return self._parted(number + 1, crossing + lower_seats, above, below)


def beginning(block: Block, width: float) -> float:
    """How much of a block must stand on the page of its heading, mm: of a table its head and a row or two."""
    if isinstance(block, Table):
        head = sum(block._part(width, is_head=True).heights)
        for rows, most in _KEPT:
            first = head + sum(block._heights(width)[:rows])
            if first <= most:
                return first
    return min(block.height(width), _LEAST_KEPT)
