"""The parts of a table: columns, cells, rows, and which place each cell takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, replace
from itertools import accumulate
from typing import Literal

from dxdesk.documents.blocks import Block
from dxdesk.documents.ink import Dash
from dxdesk.documents.text_style import Align, Content, TextStyle

CONTINUED = "（続き）"
INNER, OUTER = 0.25, 0.5

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True)
class Column:
    """A column: its width, the words of its head, the style of its cells.

    `rule` is the line at its left edge; `frame` a frame around the whole column with its head (this year: 1.2).
    """

    width: float
    head: str = ""
    style: TextStyle | None = None
    rule: float = INNER
    frame: float | None = None


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, over how many columns and rows, and how it is drawn.

    `continued` replaces the content where a cell merged over rows goes on on a new page; a text gets （続き） by
    itself. `frame` is the weight of a frame around the cell.
    """

    content: Content | Block = ""
    _: KW_ONLY
    columns: int = 1
    rows: int = 1
    style: TextStyle | None = None
    align: Align | None = None
    valign: Literal["top", "middle"] = "middle"
    fill: Literal["head", "hatch"] | None = None
    diagonal: bool = False
    frame: float | None = None
    continued: Content | Block | None = None

    def again(self, rows: int) -> Cell:
        """The cell as it goes on over `rows` more rows after a page end."""
        content: Content | Block = self.content
        if self.continued is not None:
            content = self.continued
        elif isinstance(content, str) and content and not content.endswith(CONTINUED):
            content += CONTINUED
        return replace(self, content=content, rows=rows)


@dataclass(frozen=True)
class Row:
    """A row of cells from left to right; columns taken by a merged cell from above are left out.

    `least` is its least height, `rule` and `dash` the line above it (0.5 between groups); `keep` holds it together
    with the next row. `band` is the text of a group row over all columns, repeated after a page end.
    """

    cells: tuple[Content | Block | Cell, ...] = ()
    _: KW_ONLY
    least: float = 0.0
    rule: float | None = None
    dash: Dash | None = None
    keep: bool = False
    band: str | None = None


def band(text: str) -> Row:
    """A group row over the whole width: bold, 0.5 above, never last on a page, repeated with （続き） after its end."""
    return Row(rule=OUTER, keep=True, band=text)


@dataclass(frozen=True)
class Seat:
    """A cell at its place: the rows and columns it covers."""

    row: int
    column: int
    rows: int
    columns: int
    cell: Cell


def seats(rows: Sequence[Row], columns: int) -> list[Seat]:
    """Every cell at its place, row by row; empty cells fill what a row leaves open."""
    taken = [0] * columns
    found: list[Seat] = []
    for number, row in enumerate(rows):
        given = iter((Cell(row.band, columns=columns),) if row.band is not None else row.cells)
        column = 0
        while column < columns:
            if taken[column] > number:
                column += 1
                continue
            content = next(given, "")
            cell = content if isinstance(content, Cell) else Cell(content)
            wide = min(cell.columns, columns - column)
            high = min(cell.rows, len(rows) - number)
            taken[column : column + wide] = [number + high] * wide
            found.append(Seat(number, column, high, wide, cell))
            column += wide
        assert next(given, None) is None, "a row has more cells than its table has columns"
    return found


@dataclass(frozen=True)
class Part:
    """The head rows or the body rows, each cell at its place, each row with its height."""

    rows: tuple[Row, ...]
    seats: list[Seat]
    blocks: list[Block | None]
    heights: list[float]
    is_head: bool


def boxes_of(part: Part, edges: list[float], top: float) -> list[Box]:
    """The rectangle of every cell: x, y, width, height."""
    tops = list(accumulate(part.heights, initial=top))
    return [
        (
            edges[seat.column],
            tops[seat.row],
            edges[seat.column + seat.columns] - edges[seat.column],
            tops[seat.row + seat.rows] - tops[seat.row],
        )
        for seat in part.seats
    ]
