"""Long tables in groups, page by page: every row is measured once, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dxdesk.documents.cells import CONTINUED, Row, band
from dxdesk.documents.page import Sheet
from dxdesk.documents.table import Table


def place_banded(
    sheet: Sheet, table: Table, groups: Iterable[tuple[str, Iterable[Row]]], *, last: Row | None = None
) -> None:
    """Place the rows of groups under their names in tables like ``table``, which has none: one on each page.

    The name of a group never stands last on a page and is repeated with （続き）. ``last`` (the sums) keeps a row with
    it. A row higher than a page is parted by its table.
    """
    bare = replace(table, head=())
    head = replace(table, rows=()).height(sheet.width)
    rows: list[Row] = []
    left = sheet.room - head

    def height(*some: Row) -> float:
        return replace(bare, rows=some).height(sheet.width)

    def turn() -> None:
        nonlocal left
        if rows:
            sheet.place(replace(table, rows=tuple(rows)))
            rows.clear()
        sheet.next_page()
        left = sheet.room - head

    ends = height(last) if last else 0.0
    pieces = [(name, row, at == 0) for name, members in groups for at, row in enumerate(members)]
    for at, (name, row, begins) in enumerate(pieces):
        own = (band(name), row) if begins else (row,)
        high = height(*own)
        if rows and high + (ends if at == len(pieces) - 1 else 0.0) > left + 0.01:
            turn()
            if not begins:
                own = (band(name + CONTINUED), row)
                high = height(*own)
        rows += own
        left -= high
        if left < 0:
            sheet.place(replace(table, rows=tuple(rows)))  # higher than a page
            rows.clear()
            left = sheet.room - head
    rows += (last,) if last else ()
    if rows:
        sheet.place(replace(table, rows=tuple(rows)))
