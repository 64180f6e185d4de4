"""What the slides of words share: title line, 見本 mark, letters as large as few lines allow, words of items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeVar

from PySide6.QtCore import QRectF

from dxdesk.domain.audience import AgendaLine, Audience
from dxdesk.domain.calendar import short_date
from dxdesk.ui.audience.drawing import MARGIN, Canvas, Mark, Page, Text, ground
from dxdesk.ui.audience.frame import header, page_words
from dxdesk.ui.audience.measure import shortened, width
from dxdesk.ui.theme import FLOOR, projection_px
from dxdesk.wording.audience import NEXT_MEETING, SAMPLE_CONTENT, due_words
from dxdesk.wording.meeting import ITEM_KINDS, brief

LETTERS: Final = (60, 52, 46, projection_px("card-name"))
"""The sizes of a line, px: the largest at which all lines stand on one page, else the last on several."""

_FOOT: Final = 62.0

Row = TypeVar("Row")


def title_line(canvas: Canvas, audience: Audience, title: str, page: int, pages: int) -> tuple[list[Mark], float]:
    """The title line of a slide of words, with town, cycle and body, and the 見本 mark; the y below the title."""
    board = audience.board
    words = "　".join(each for each in (board.town, board.ordinal or board.cycle_name, board.body_name) if each)
    marks, below = header(canvas, board, page, pages, title, words, "" if canvas.compact else page_words(page, pages))
    sample = [] if canvas.compact else sample_mark(audience, canvas)
    return [*marks, *sample], below + (20 if canvas.roomy else 8)


def sample_mark(audience: Audience, canvas: Canvas) -> list[Mark]:
    """見本：内容は架空です at the right of the foot line; nothing in a real plan."""
    rect = QRectF(MARGIN, canvas.height - 58, canvas.inner, 48)
    words = SAMPLE_CONTENT if canvas.roomy else SAMPLE_CONTENT[:2]
    return [Text((words,), rect, FLOOR, False, "sub", "right")] if audience.board.sample else []


def bottom_of(canvas: Canvas) -> float:
    """Where the lines of a slide of words end."""
    return canvas.height - (20.0 if canvas.compact else _FOOT)


def only_words(canvas: Canvas, audience: Audience, title: str, words: str) -> Page:
    """A page that has nothing to list and says so."""
    marks, top = title_line(canvas, audience, title, 1, 1)
    text = shortened(words, canvas.inner, LETTERS[-1])
    return Page(canvas, (ground(*marks, Text((text,), QRectF(MARGIN, top, canvas.inner, 80), LETTERS[-1])),))


def sheets_of(rows: Sequence[Row], height: Callable[[Row], float], room: float, most: int) -> list[list[Row]]:
    """Rows by page, at most so many on each; a row is never cut."""
    sheets: list[list[Row]] = [[]]
    for row in rows:
        full = len(sheets[-1]) == most or sum(map(height, sheets[-1])) + height(row) > room
        if sheets[-1] and full:
            sheets.append([])
        sheets[-1].append(row)
    return sheets


def spread(heights: Sequence[float], room: float, most: float) -> float:
    """How much higher every row of a page becomes where there is room, at most ``most``."""
    return max(0.0, min(most, (room - sum(heights)) / len(heights)))


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


def owners_and_due(departments: Sequence[str], due: date | None, room: float, px: int, after: str = "") -> str:
    """政策企画課　期限 3月31日（月）; 次回会議まで where no day was set.

    What comes ``after`` and the day stay whole where not all departments fit in ``room``, in letters of ``px``.
    """
    when = "　".join(each for each in (due_words(short_date(due)) if due else NEXT_MEETING, after) if each)
    owners = "・".join(departments)
    return f"{shortened(owners, room - width(f'　{when}', px), px)}　{when}" if owners else when
