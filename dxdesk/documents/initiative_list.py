"""The 進捗状況一覧表: every unit of a cycle on one folded sheet of A3, or by axis on several, or on pairs of A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from dxdesk.documents.cells import Cell
from dxdesk.documents.initiative_list_axes import AxisRows, ListColumns, measured, paged, set_table, total_height
from dxdesk.documents.initiative_list_furniture import draw_counts, draw_legend, draw_title
from dxdesk.documents.initiative_list_rows import (
    MORE_PLAN_LINES,
    PLAN_LINES,
    SIZES,
    SPLITS,
    Fit,
    InitiativeList,
    left_cells,
    left_columns,
    repeated_cells,
    repeated_columns,
    right_cells,
    right_columns,
)
from dxdesk.documents.page import FRAME_A3, FRAME_Y, Footer, Printed, Sheet
from dxdesk.documents.paging import even_height
from dxdesk.documents.table import Table
from dxdesk.domain.board import Board, Item
from dxdesk.domain.plan_texts import plan_lines
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Asked, occasion
from dxdesk.wording.paper import LIST_TITLE, foot_left, foot_right

_A3 = replace(FRAME_A3, body=34.6, next_body=34.6, bottom=276.0)
_A3_ROOM = 231.0
_A4 = replace(FRAME_Y, body=47.0, next_body=47.0, bottom=194.0)
_A4_ROWS = 8
_HAIR = 0.01
LIST_NUMBER = "資料2"
_TRIED = 100
"""So many units are measured in every fit; more never stand on one sheet."""


def compose_list(
    board: Board,
    items: Sequence[Item],
    plan: Plan,
    settings: Settings,
    *,
    made: str,
    number: str = LIST_NUMBER,
    asked: Asked | None = None,
    previous_as_of: date | None = None,
    paper: Literal["A3", "A4"] = "A3",
) -> Printed:
    """The list of a board; ``made`` is an ISO moment, ``asked`` tells when unanswered units were asked.

    A3: one sheet in 8.5, 8, 7.5 or 7 points where it fits, else several by axis in 8.5 points. A4: pairs of pages to
    lay side by side, up to eight rows each.
    """
    value = InitiativeList(board, {item.card.unit: item for item in items}, plan, settings, asked, previous_as_of)
    about = occasion(board, settings.paper)
    footer = Footer(foot_left(about), foot_right(about, made))
    title = f"{plan.title}　{LIST_TITLE}"
    sheet = Sheet(_A3 if paper == "A3" else _A4, title, board.town, footer, number=number)
    (lay_list if paper == "A3" else lay_list_in_pairs)(sheet, value)
    return sheet.finish()


def lay_list(sheet: Sheet, value: InitiativeList) -> None:
    """Lay the list from the current, still empty A3 page on."""

    def head(page: Sheet) -> None:
        draw_title(page, value, 9.2, 17.6)
        draw_counts(page, value, 24.0)

    fit, pages = _arrange(value)
    table = _whole(value, fit)
    sheet.frame, sheet.bottom, sheet.y = _A3, _A3.bottom, _A3.body
    outer, sheet.head = sheet.head, head
    head(sheet)
    for at, groups in enumerate(pages):
        if at:
            sheet.next_page()
        sheet.place(set_table(table, groups, fit))
        draw_legend(sheet, value, sheet.y + 0.9, 8.1)
    sheet.head = outer


def lay_list_in_pairs(sheet: Sheet, value: InitiativeList) -> None:
    """Lay the list from the current, still empty A4 page on: left and right half of up to eight rows."""
    columns = left_columns(value)
    fit = Fit(SIZES[0], SPLITS[0], wide=_A4.width / sum(column.width for column in columns))
    left = ListColumns(columns, lambda card: left_cells(value, card, fit))
    right = ListColumns(
        (*repeated_columns(), *right_columns(value, fit.split)),
        lambda card: [*repeated_cells(card, fit), *right_cells(value, card, fit)],
        axis=False,
    )
    high = max(set_table(half, (), fit).height(_A4.width) for half in (left, right))
    room = _A4.bottom - _A4.body - high
    pages = _pairs(value, measured(value, fit, (left, right), _A4.width), room)
    facing = (pair for groups in pages for pair in _facing((left, right), groups, fit, high, room))
    sheet.frame, sheet.bottom, sheet.y = _A4, _A4.bottom, _A4.body
    outer = sheet.head
    for at, pair in enumerate(facing, 1):
        for half, side in zip(pair, "左右", strict=True):

            def head(page: Sheet, at: int = at, side: str = side) -> None:
                draw_title(page, value, 22.4, 30.8, f"（{at}組目の{side}）")
                if side == "左":
                    draw_counts(page, value, 36.6)
                else:
                    draw_legend(page, value, 36.0, 10.4)

            sheet.head = head
            if at > 1 or side == "右":
                sheet.next_page()
            else:
                head(sheet)
            sheet.place(half)
    sheet.head = outer


def _facing(
    halves: Sequence[ListColumns], groups: Sequence[AxisRows], fit: Fit, head: float, room: float
) -> Iterator[Sequence[Table]]:
    """The two pages that lie side by side, as high row by row; of a row higher than a page several such pairs."""
    if total_height(groups) <= room + _HAIR:
        yield [set_table(half, groups, fit, head) for half in halves]
        return
    low = [replace(group, heights=(fit.least,) * len(group.cards)) for group in groups]
    parted = [_parts(set_table(half, low, fit, head), head + room) for half in halves]
    for at in range(max(len(parts) for parts in parted)):
        pair = [parts[min(at, len(parts) - 1)] for parts in parted]
        least = max(part.height(_A4.width) for part in pair) - head
        named = (_named(part, parts[0], half) for part, parts, half in zip(pair, parted, halves, strict=True))
        yield [replace(part, rows=(replace(part.rows[-1], least=least),)) for part in named]


def _named(part: Table, first: Table, half: ListColumns) -> Table:
    """A part of a row that begins at the top and says again which unit it is of."""
    axis = 1 if half.axis else 0
    own, row = first.rows[-1].cells, part.rows[-1]
    cells = (each if isinstance(each, Cell) else Cell(each) for each in (*own[: axis + 2], *row.cells[axis + 2 :]))
    told = tuple(each if at < axis else replace(each, valign="top") for at, each in enumerate(cells))
    return replace(part, rows=(replace(row, cells=told),))


def _parts(table: Table, page: float) -> list[Table]:
    """A table of one row, cut between its lines wherever a page is full."""
    parts = []
    while (cut := table.split(_A4.width, page, page)) is not None:
        parts.append(cut[0])
        table = cut[1]
    return [*parts, table]


def _whole(value: InitiativeList, fit: Fit) -> ListColumns:
    """The table of A3."""
    columns = (*left_columns(value), *right_columns(value, fit.split))
    return ListColumns(columns, lambda card: [*left_cells(value, card, fit), *right_cells(value, card, fit)])


def _arrange(value: InitiativeList) -> tuple[Fit, Iterable[list[AxisRows]]]:
    """The fit, and the groups of every sheet: one sheet in the largest size that holds everything, else by axis.

    Of a plan of very many units the first ones tell how the width is shared, and each sheet is measured when its turn
    comes: the first is there at once.
    """
    rows = len(value.board.cards)
    largest: tuple[Fit, list[AxisRows]] | None = None
    for lines in PLAN_LINES:
        for size in SIZES:
            fits = [Fit(size, split, lines) for split in SPLITS]
            if largest and rows * fits[0].least > _A3_ROOM:
                continue  # not even empty rows would fit
            tried = [(fit, list(measured(value, fit, (_whole(value, fit),), _A3.width, _TRIED))) for fit in fits]
            best = min(tried, key=lambda each: total_height(each[1]))
            if rows <= _TRIED and total_height(best[1]) <= _A3_ROOM:
                return _filled(value, *best)
            largest = largest or best
    assert largest is not None
    fit, groups = largest
    whole = groups if rows <= _TRIED else measured(value, fit, (_whole(value, fit),), _A3.width)
    return fit, paged(whole, _A3_ROOM)


def _filled(value: InitiativeList, fit: Fit, groups: list[AxisRows]) -> tuple[Fit, list[list[AxisRows]]]:
    """One sheet with as many lines of the plan as it has room for; in a plan with years all are there anyway."""
    longest = 0 if value.years else max((len(plan_lines(value.plan, unit)) for unit in value.plan.units), default=0)
    for lines in MORE_PLAN_LINES:
        if fit.plan_lines < min(lines, longest):
            more = replace(fit, plan_lines=lines)
            found = list(measured(value, more, (_whole(value, more),), _A3.width))
            if total_height(found) <= _A3_ROOM:
                return more, [found]
    return fit, [groups]


def _pairs(value: InitiativeList, groups: Iterable[AxisRows], most: float) -> Iterator[list[AxisRows]]:
    """The groups of every pair of A4, alike long; of very many units each pair is as full as it can be."""
    if len(value.board.cards) > _TRIED:
        return paged(groups, most, _A4_ROWS)
    known = list(groups)
    room = even_height(lambda room: sum(1 for _ in paged(known, room, _A4_ROWS)), most)
    return paged(known, room, _A4_ROWS)
