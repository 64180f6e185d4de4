"""What the slides of words share: their title line, the words of an agenda item, and of who does what by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dxdesk.domain.audience import AgendaLine, Audience
from dxdesk.domain.calendar import short_date
from dxdesk.ui.audience.drawing import Canvas, Mark
from dxdesk.ui.audience.frame import header, page_words
from dxdesk.wording_audience import NEXT_MEETING, due_words
from dxdesk.wording_meeting import ITEM_KINDS, brief


def title_line(canvas: Canvas, audience: Audience, title: str, page: int, pages: int) -> tuple[list[Mark], float]:
    """The title line of a slide of words, with town, cycle and body; the y below it."""
    board = audience.board
    words = "　".join(each for each in (board.town, board.cycle_name, board.body_name) if each)
    return header(canvas, board, page, pages, title, words, "" if canvas.compact else page_words(page, pages))


def line_of(audience: Audience, number: int | None) -> AgendaLine | None:
    """The item of the agenda with a number."""
    return next((line for line in audience.agenda if line.number == number), None)


def lead_of(line: AgendaLine) -> str:
    """協議1; nothing for 報告."""
    return "" if line.discussed is None else f"{ITEM_KINDS['discuss']}{line.discussed}"


def name_of_line(audience: Audience, line: AgendaLine) -> str:
    """標準化・共通化: an item by the short name of its unit, or by its title."""
    card = audience.card(line.code) if line.code else None
    return (card.short_name or card.name) if card else brief(line.title)


def owners_and_due(departments: Sequence[str], due: date | None) -> str:
    """政策企画課　期限 3月31日（月）; 次回会議まで where no day was set."""
    when = due_words(short_date(due)) if due else NEXT_MEETING
    return "　".join(each for each in ("・".join(departments), when) if each)
