"""Long tables in groups, page by page: every row is measured once, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dxdesk.documents.cells import CONTINUED, Row, band
from dxdesk.documents.page import Sheet
from dxdesk.documents.table import Table

_HAIR: Final = 0.01
_PARTED: Final = 0.1
_LONE: Final = 0.6
"""What it costs to part a group, and to leave one row of it alone, against pages of uneven length: the sum of the
squares of how full they are."""


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
    """Place the rows of groups under their names in tables like ``table``, which has none: one on each page, on as few
    pages as possible, there with groups whole and pages about as full where that can be.

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
    begun = _starts(pieces, first, page, ends)
    for start, end in pairwise([*begun, len(pieces)]):
        if start:
            sheet.next_page()
        rows = [part for at in range(start, end) for part in pieces[at].rows(again=at == start)]
        sheet.place(replace(table, rows=(*rows, *((last,) if last and end == len(pieces) else ()))))


def _starts(pieces: Sequence[_Piece], first: float, page: float, ends: float) -> list[int]:
    """The first row of each page: ``first`` mm high the first one, ``page`` mm all others, the last with ``ends`` mm
    below its rows."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0), *[(len(pieces) + 1, 0.0, 0)] * len(pieces)]
    for start in range(len(pieces)):
        pages, cost, _ = best[start]
        room, used = page if start else first, 0.0
        for end in range(start + 1, len(pieces) + 1):
            used += pieces[end - 1].height(named=end == start + 1 or pieces[end - 1].begins)
            full = used + (ends if end == len(pieces) else 0.0)
            if full > room + _HAIR and end > start + 1:
                if used > room + _HAIR:
                    break
                continue
            found = (pages + 1, cost + (full / page) ** 2 + _parting(pieces, end), start)
            best[end] = min(best[end], found)
    begun, at = [], len(pieces)
    while at:
        at = best[at][2]
        begun.append(at)
    return begun[::-1]


def _parting(pieces: Sequence[_Piece], at: int) -> float:
    """What it costs to begin a page before a row."""
    if at == len(pieces) or pieces[at].begins:
        return 0.0
    alone = pieces[at - 1].begins or at + 1 == len(pieces) or pieces[at + 1].begins
    return _PARTED + (_LONE if alone else 0.0)
