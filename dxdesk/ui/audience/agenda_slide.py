"""次第: the items of the meeting, and which of them is being treated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.audience import AgendaLine, Audience
from dxdesk.ui.audience.drawing import MARGIN, Box, Canvas, Layer, Line, Mark, Page, Text, ground
from dxdesk.ui.audience.measure import width, wrapped
from dxdesk.ui.audience.words_frame import (
    LETTERS,
    bottom_of,
    lead_of,
    name_of_line,
    only_words,
    sheets_of,
    spread,
    title_line,
)
from dxdesk.ui.theme import FLOOR
from dxdesk.wording.audience import AGENDA, NO_AGENDA, minutes_words

_BAR: Final = 10.0
_MOST: Final = 99


@dataclass(frozen=True)
class _Row:
    line: AgendaLine
    name: tuple[str, ...]
    height: float


@dataclass(frozen=True)
class _Columns:
    """Sizes and places of a row: ``px`` of the name, ``second`` of what stands beside it."""

    px: int
    second: int
    number: float
    lead: float
    name: float
    minutes: float

    @property
    def pitch(self) -> float:
        return round(self.px * 1.36)

    @property
    def air(self) -> float:
        return round(self.px * 0.52)


def _columns(audience: Audience, canvas: Canvas, px: int) -> _Columns:
    second = max(FLOOR, round(px * 0.9))
    beside = max(FLOOR, round(px * 0.8))
    numbers = max(width(str(line.number), px, True) for line in audience.agenda)
    leads = max(width(lead_of(line), second, True) for line in audience.agenda)
    times = max(width(minutes_words(line.minutes), beside) if line.minutes else 0.0 for line in audience.agenda)
    number = MARGIN + 28 + max(numbers, 60.0)
    lead = number + 28
    return _Columns(px, second, number, lead, lead + (leads + 32 if leads else 0), canvas.right - 24 - times)


def _rows(audience: Audience, columns: _Columns) -> list[_Row]:
    """Every item, its name in bold where it is measured: any of them may become the current one."""
    room = columns.minutes - 32 - columns.name
    found = []
    for line in audience.agenda:
        name = wrapped(name_of_line(audience, line), room, columns.px, True, most=2)
        found.append(_Row(line, name, columns.pitch * len(name) + columns.air))
    return found


def _layer(row: _Row, rect: QRectF, columns: _Columns, canvas: Canvas, *, now: bool) -> Layer:
    line = row.line
    marks: list[Mark] = []
    if now:
        marks += [Box(rect, "key-tint", radius=8), Box(QRectF(rect.left(), rect.top(), _BAR, rect.height()), "key")]
    number = QRectF(rect.left() + 28, rect.top(), columns.number - rect.left() - 28, rect.height())
    marks.append(Text((str(line.number),), number, columns.px, now, "navy", "right"))
    if lead_of(line):
        lead = QRectF(columns.lead, rect.top(), columns.name - columns.lead, rect.height())
        marks.append(Text((lead_of(line),), lead, columns.second, True, "navy"))
    name = QRectF(columns.name, rect.top(), columns.minutes - 32 - columns.name, rect.height())
    marks.append(Text(row.name, name, columns.px, now, "ink", pitch=columns.pitch))
    if line.minutes is not None:
        beside = QRectF(columns.minutes, rect.top(), canvas.right - 24 - columns.minutes, rect.height())
        marks.append(
            Text((minutes_words(line.minutes),), beside, max(FLOOR, round(columns.px * 0.8)), False, "sub", "right")
        )
    return Layer("card", line.code, rect, tuple(marks)) if line.code else ground(*marks)


def agenda_pages(audience: Audience, current: int | None, canvas: Canvas) -> tuple[Page, ...]:
    """The pages of 次第; ``current`` is the number of the item that is being treated."""
    if not audience.agenda:
        return (only_words(canvas, audience, AGENDA, NO_AGENDA),)
    _, top = title_line(canvas, audience, AGENDA, 88, 88)
    room = bottom_of(canvas) - top
    for px in LETTERS:
        columns = _columns(audience, canvas, px)
        sheets = sheets_of(_rows(audience, columns), lambda row: row.height, room, _MOST)
        if len(sheets) == 1:
            break
    return tuple(
        _page(audience, sheet, columns, canvas, current, (number, len(sheets)))
        for number, sheet in enumerate(sheets, start=1)
    )


def _page(
    audience: Audience,
    sheet: Sequence[_Row],
    columns: _Columns,
    canvas: Canvas,
    current: int | None,
    number: tuple[int, int],
) -> Page:
    marks, y = title_line(canvas, audience, AGENDA, *number)
    more = spread([row.height for row in sheet], bottom_of(canvas) - y, columns.air * 1.2)
    rows: list[Layer] = []
    for row in sheet:
        if rows:
            marks.append(Line((QPointF(MARGIN, y), QPointF(canvas.right, y)), "line", 1.5))
        rect = QRectF(MARGIN, y, canvas.inner, row.height + more)
        rows.append(_layer(row, rect, columns, canvas, now=row.line.number == current))
        y += rect.height()
    return Page(canvas, (ground(*marks), *rows))


def page_of_current(pages: Sequence[Page]) -> int:
    """The page (from 0) of 次第 on which the item stands that is being treated; the first without one."""
    tinted = (
        number
        for number, page in enumerate(pages)
        if any(isinstance(mark, Box) and mark.fill == "key-tint" for _, mark in page.marks())
    )
    return next(tinted, 0)
