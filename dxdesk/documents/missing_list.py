"""未回答一覧: which department still owes what, for 事務局 only, with room to write who was reminded when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dxdesk.documents.cells import CONTINUED, Cell, Column, Row
from dxdesk.documents.page import FRAME_Y, Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL, CELL_CENTER, NOTE, SECTION, TITLE
from dxdesk.documents.table import Table
from dxdesk.domain.letters import AskedUnit, DepartmentAsked, Letterhead
from dxdesk.domain.paper import Paper
from dxdesk.domain.sheets import Occasion
from dxdesk.wording.letters import (
    MISSING_HEADS,
    MISSING_TITLE,
    NONE_MISSING,
    RETURNED,
    all_in,
    before_words,
    over_words,
    reminded_words,
    state_words,
    total_words,
)
from dxdesk.wording.paper import FORM_SAMPLE_NOTE, foot_left, foot_right

_WIDTHS = (30.0, 24.0, 15.0, 15.0, 15.0, 15.0, 75.0, 18.0, 60.0)
_LEAST = 14.0
"""Room for a line or two by hand."""
_MOST_REMINDED = 4
_CENTRED = (1, 2, 3, 4, 5, 7)


def compose_missing(
    departments: Sequence[DepartmentAsked],
    head: Letterhead,
    occasion: Occasion,
    *,
    made: str,
    now: datetime,
) -> Printed:
    """未回答一覧 of a cycle at a moment; departments that owe nothing are named below. ``made`` is an ISO moment."""
    footer = Footer(foot_left(occasion), foot_right(occasion, made, FORM_SAMPLE_NOTE))
    sheet = Sheet(FRAME_Y, MISSING_TITLE, occasion.town, footer, caution=True)
    sheet.y = 22.4
    sheet.place(Text(MISSING_TITLE, TITLE))
    sheet.y = 30.8
    sheet.head = _draw_again
    asked = sum(len(each.units) for each in departments)
    sheet.place(Text(state_words(now, head, len(departments), asked, occasion.paper), NOTE))
    sheet.y = sheet.frame.body
    owing = [each for each in departments if each.owed]
    if owing:
        over = over_words((now.date() - head.due).days)
        sheet.place(_table(owing, departments, over, occasion.paper))
        sheet.skip(2.0)
    else:
        sheet.place(Text(occasion.paper.said(NONE_MISSING), CELL))
    if done := [each.name for each in departments if not each.owed]:
        sheet.place(Text(all_in("、".join(done)), CELL))
    return sheet.finish()


def _draw_again(sheet: Sheet) -> None:
    write(sheet.ink, sheet.left, 22.4, MISSING_TITLE + CONTINUED, SECTION)


def _table(owing: Sequence[DepartmentAsked], asked: Sequence[DepartmentAsked], over: str, paper: Paper) -> Table:
    """A row for each department that owes something, and the sums over all that were asked."""
    columns = tuple(
        Column(width, head, CELL_CENTER if at in _CENTRED else CELL)
        for at, (width, head) in enumerate(zip(_WIDTHS, MISSING_HEADS, strict=True))
    )
    rows = [
        Row(
            (
                each.name + (f"\n{before_words(each)}" if each.before else ""),
                each.writer,
                *_counts([each]),
                "\n".join(_named(unit) for unit in each.owed),
                over,
                Cell(_reminded(each, paper), valign="top"),
            ),
            least=_LEAST,
        )
        for each in owing
    ]
    sums = (Cell(total_words(len(asked)), columns=2, style=CELL_CENTER), *_counts(asked))
    total = Row((*sums, Cell(columns=3, diagonal=True)), rule=0.5, least=7.0)
    return Table(columns, (*rows, total))


def _reminded(asked: DepartmentAsked, paper: Paper) -> str:
    """When and by what way it was reminded, with a line to write on below."""
    lines = [reminded_words(each, paper) for each in asked.reminded[-_MOST_REMINDED:]]
    return "\n".join([*lines, ""]) if lines else ""


def _counts(departments: Sequence[DepartmentAsked]) -> tuple[Cell, ...]:
    """対象, 提出, 差戻し and, in bold, 未回答."""
    counts = (
        sum(len(each.units) for each in departments),
        sum(each.handed_in for each in departments),
        sum(each.returned for each in departments),
        sum(each.unanswered for each in departments),
    )
    last = len(counts) - 1
    return tuple(
        Cell(str(count), style=CELL_CENTER.bold if at == last else CELL_CENTER) for at, count in enumerate(counts)
    )


def _named(unit: AskedUnit) -> str:
    note = f"（{RETURNED}）" if unit.state == "returned" else ""
    return f"{unit.number}　{unit.name}{note}"
