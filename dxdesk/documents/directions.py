"""方向性・予算要求一覧: what every unit says about the next year, with what all of them ask for."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from dxdesk.documents.banded import place_banded
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.cycle_paper import compose_of_cycle
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_Y
from dxdesk.documents.lines import text_width
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import HEAD, TITLE
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import Panel, clipped, fitted, said, status_line
from dxdesk.domain.directions import DirectionRow, Directions
from dxdesk.domain.next_year import amount_words
from dxdesk.wording.directions import (
    AMOUNT_OPEN,
    BUDGET_HEAD,
    DIRECTION_HEAD,
    DIRECTIONS_TITLE,
    NOT_ASKED_FOR,
    NOTHING_TOLD,
    NUMBER_HEAD,
    REASON_HEAD,
    SOURCE,
    STATUS_HEAD,
    UNIT_HEAD,
    counts_words,
    direction_said,
    title_words,
    total_words,
)
from dxdesk.wording.paper import plan_words

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_CELL = TextStyle(Face.PROPORTIONAL, 8.8, 11.8, whole_last_line=True, phrases=True)
_HEAD = HEAD.at(8.8, 10.8)
_WIDTHS: Final = (18.0, 58.0, 24.0, 27.0, 25.0, 40.0, 75.0)
_LEAST: Final = 7.2
_SUB_TOP: Final = 30.8
_APART: Final = 8.0
"""What at least stands between the plan and the counts in one line."""


def compose_directions(value: Directions, *, made: str, number: str = "資料9") -> Printed:
    """方向性・予算要求一覧 of a cycle; ``made`` is an ISO moment."""
    return compose_of_cycle(value, DIRECTIONS_TITLE, FRAME_Y, lay_directions, made=made, number=number)


def lay_directions(sheet: Sheet, value: Directions) -> None:
    """Lay the list from the current, still empty page on; where nobody says anything that is said in a sentence."""
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value)
    _draw_head(sheet, value)
    said_ = value.settings.paper.said
    if not value.told:
        sheet.place(Text(said_(NOTHING_TOLD), _CELL.at(10, 14)))
        sheet.head = outer
        return
    counts = counts_words(value.counts)
    if text_width(_sub_words(value), _SUB) + _APART + text_width(counts, _SUB) <= sheet.width:
        write(sheet.ink, sheet.right, _SUB_TOP, counts, _SUB, "right")
    else:
        sheet.place(Text(counts, _SUB))
        sheet.y += 1.2
    heads = (NUMBER_HEAD, UNIT_HEAD, STATUS_HEAD, DIRECTION_HEAD, BUDGET_HEAD, SOURCE, REASON_HEAD)
    middle = _CELL.aligned("center")
    styles = (middle, _CELL.bold, _CELL, middle.bold, _CELL.aligned("right"), _CELL, _CELL)
    columns = tuple(Column(*each) for each in zip(_WIDTHS, heads, styles, strict=True))
    table = Table(columns, (), style=_CELL, head_style=_HEAD, least=_LEAST)
    groups = groupby(value.rows, key=lambda row: row.axis)
    named = ((name, (_row(value, each) for each in found)) for name, found in groups)
    place_banded(sheet, table, named, last=_total(value))
    sheet.head = outer


def _draw_head(sheet: Sheet, value: Directions) -> None:
    ink, paper = sheet.ink, value.settings.paper
    room = sheet.free - sheet.left - 4.0
    title = title_words(value.plan.title, value.next_year, paper.years)
    style = fitted(title, TITLE, room, 11.0)
    write(ink, sheet.left, 22.4, clipped(title, style, room, 1), style)
    words = _sub_words(value)
    sub = fitted(words, _SUB, sheet.width, 7.5)
    write(ink, sheet.left, _SUB_TOP, clipped(words, sub, sheet.width, 1), sub)
    sheet.y = sheet.frame.body


def _sub_words(value: Directions) -> str:
    day = value.settings.paper.plain_date(value.board.as_of)
    return f"{plan_words(value.plan)}　{len(value.rows)}取組　{day}現在"


def _row(value: Directions, row: DirectionRow) -> Row:
    status = status_line(row.card.status, value.settings, _CELL.bold, 3.6)
    return Row(
        (
            row.number,
            row.card.name,
            Cell(Panel(status), fill="hatch") if row.card.status == "miss" else Cell(status),
            row.direction or Cell(direction_said(row, value.settings), style=_CELL.aligned("center")),
            _budget(row),
            said(row.source, _CELL),
            said(row.reason, _CELL),
        )
    )


def _total(value: Directions) -> Row:
    """What all units ask for together, and how many of them it leaves out."""
    total = Cell(amount_words(f"{value.total:f}"), style=_CELL.aligned("right").bold)
    name = Cell(total_words(value.left_out), columns=4, style=_CELL.aligned("center").bold)
    return Row((name, total, Cell(columns=2, diagonal=True)), rule=0.5)


def _budget(row: DirectionRow) -> Cell:
    """The amount, or that nothing is asked for, or that it is open how much."""
    budget = row.budget
    if budget is not None and budget.requested is False:
        return Cell(NOT_ASKED_FOR, style=_CELL.aligned("center"))
    if row.amount is not None:
        return Cell(amount_words(f"{row.amount:f}"), style=_CELL.aligned("right"))
    asked = AMOUNT_OPEN if budget is not None and budget.requested else None
    return said((budget.thousand_yen if budget else None) or asked, _CELL)
