"""宿題一覧: what a department still has to do, a page or more for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.form import draw_continued, draw_subject, form_frame
from dxdesk.documents.page import Footer, Printed, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, CELL_CENTER, NOTE, TITLE
from dxdesk.documents.table import Table
from dxdesk.documents.unit_blocks import fitted
from dxdesk.domain.action_items import ListedAction, days_over
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion
from dxdesk.wording.actions import (
    NEXT_MEETING,
    NO_OWNER,
    NOTHING_GIVEN,
    PAPER_HEADS,
    STATE_WORDS,
    list_title,
    over_words,
    state_of_day,
)
from dxdesk.wording.paper import foot_left, foot_right

_WIDTHS = (17.0, 60.0, 26.0, 22.0, 18.0, 22.0)
_LEAST = 8.0


@dataclass(frozen=True)
class ActionPages:
    """The pages of one department: its name, empty for 宿題 of nobody, and its rows in order. Without a ``subject``
    they are the list as a whole, where there is no 宿題 at all."""

    subject: str | None
    rows: tuple[ListedAction, ...]


def compose_action_list(
    pages: Sequence[ActionPages], occasion: Occasion, settings: Settings, *, today: date, made: str
) -> Printed:
    """宿題一覧 of departments, each on a new page; ``made`` is an ISO moment, ``today`` says what is overdue."""
    footer = Footer(foot_left(occasion), foot_right(occasion, made), by_part=True)
    sheet = Sheet(form_frame(settings), list_title(settings.action_word), occasion.town, footer)
    for at, each in enumerate(pages):
        sheet.head = None
        if at:
            sheet.next_page(sheet.frame)
        lay_action_list(sheet, each, settings, today)
    return sheet.finish()


def lay_action_list(sheet: Sheet, pages: ActionPages, settings: Settings, today: date) -> None:
    """Lay the list of a department from the current, still empty page on."""
    subject = NO_OWNER if pages.subject == "" else pages.subject or ""
    draw_subject(sheet, subject)
    sheet.y = 12.0
    sheet.place(Text(list_title(settings.action_word), fitted(list_title(settings.action_word), TITLE, 90.0, 12.0)))
    sheet.y = 20.6
    sheet.place(Text(state_of_day(settings.paper.long_date(today), len(pages.rows)), NOTE))
    sheet.y = sheet.frame.body
    sheet.head = lambda page: draw_continued(page, list_title(settings.action_word), subject)
    if not pages.rows:
        sheet.place(Text(settings.paper.said(NOTHING_GIVEN), CELL))
        return
    sheet.place(action_table(pages.rows, settings, today))


def action_table(
    rows: Sequence[ListedAction], settings: Settings, today: date, heads: Sequence[str] = PAPER_HEADS
) -> Table:
    """宿題 with who has them, until when, how far they are and what was done; overdue ones in bold."""
    columns = tuple(
        Column(width, head, CELL if at else CELL_CENTER)
        for at, (width, head) in enumerate(zip(_WIDTHS, heads, strict=True))
    )
    return Table(columns, tuple(_row(each, settings, today) for each in rows), least=_LEAST)


def _row(listed: ListedAction, settings: Settings, today: date) -> Row:
    action, over = listed.action, days_over(listed.action, today)
    day = settings.paper.table_date(action.due) if action.due else NEXT_MEETING
    due = Cell(f"{day}\n{over_words(over)}", style=CELL.bold) if over else Cell(day)
    about = f"{action.text}\n（{listed.unit_name}）" if listed.unit_name else action.text
    number = settings.action_word[:1] + listed.numbered.number
    return Row((number, about, listed.owners or NO_OWNER, due, STATE_WORDS[action.state], action.outcome or ""))
