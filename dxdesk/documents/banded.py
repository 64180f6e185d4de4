"""Long tables in groups, page by page: every row is measured once, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dxdesk.documents.cells import CONTINUED, Row, band
from dxdesk.documents.page import Sheet
from dxdesk.documents.paging import even_height
from dxdesk.documents.table import Table

_HAIR: Final = 0.01


@dataclass(frozen=True)
class _Piece:
    """A row of a group with its height, and that of the name above it, which stands there where the group begins or a
    page does."""

    name: str
    row: Row
    begins: bool
    high: float
    band: float

    def height(self, *, named: bool) -> float:
        """Alone or under the name of its group."""
        return self.high + (self.band if named else 0.0)

    def rows(self, *, again: bool) -> tuple[Row, ...]:
        """The row, with the name above where the group begins or goes on ``again`` on a page."""
        if self.begins:
            return band(self.name), self.row
        return (band(self.name + CONTINUED), self.row) if again else (self.row,)


def place_banded(
    sheet: Sheet,
    table: Table,
    groups: Iterable[tuple[str, Iterable[Row]]],
    *,
    last: Row | None = None,
    under: float = 0.0,
) -> None:
    """Place the rows of groups under their names in tables like ``table``, which has none: one on each page, all of
    them about as high.

    The name of a group never stands last on a page and is repeated with （続き）. ``last`` (the sums) keeps a row with
    it, and ``under`` mm stay free below. A row higher than a page is parted by its table.
    """
    head = replace(table, rows=()).height(sheet.width)

    def height(*some: Row) -> float:
        return replace(table, head=(), rows=some).height(sheet.width)

    pieces = []
    for name, members in groups:
        above = height(band(name + CONTINUED))
        pieces += [_Piece(name, row, at == 0, height(row), above) for at, row in enumerate(members)]
    ends = (height(last) if last else 0.0) + under
    first, page = sheet.room - head, sheet.bottom - sheet.frame.next_body - head
    highest = max((each.height(named=True) for each in pieces), default=0.0) + ends

    def starts(most: float) -> list[int]:
        """The first row of each page with no more than so many mm on any."""
        found: list[int] = []
        left = 0.0
        for at, each in enumerate(pieces):
            if not found or each.height(named=each.begins) + (ends if at == len(pieces) - 1 else 0.0) > left + _HAIR:
                left = min(page if found else first, most) - each.height(named=True)
                found.append(at)
            else:
                left -= each.height(named=each.begins)
        return found

    begun = starts(even_height(lambda most: len(starts(most)), max(first, page), highest))
    for start, end in pairwise([*begun, len(pieces)]):
        if start:
            sheet.next_page()
        rows = [part for at in range(start, end) for part in pieces[at].rows(again=at == start)]
        sheet.place(replace(table, rows=(*rows, *((last,) if last and end == len(pieces) else ()))))
