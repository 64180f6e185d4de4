"""次第: the items of the meeting, and which of them is being treated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.audience import AgendaLine, Audience
from dxdesk.ui.audience.drawing import MARGIN, Box, Canvas, Layer, Line, Mark, Page, Text, ground
from dxdesk.ui.audience.measure import width, wrapped
from dxdesk.ui.audience.words_frame import lead_of, name_of_line, title_line
from dxdesk.ui.theme import FLOOR, projection_px
from dxdesk.wording_audience import AGENDA, NO_AGENDA, minutes_words

_PX: Final = projection_px("card-name")
_LEAD_PX: Final = projection_px("secondary")
_PITCH: Final = 58.0
_AIR: Final = 22.0
_BAR: Final = 10.0


def _lines(audience: Audience, line: AgendaLine, room: float, *, bold: bool) -> tuple[str, ...]:
    return wrapped(name_of_line(audience, line), room, _PX, bold, most=2)


def _sheets(
    audience: Audience, names: QRectF, room: float, current: int | None
) -> list[list[tuple[AgendaLine, tuple[str, ...]]]]:
    """The items by page, each with its lines."""
    sheets: list[list[tuple[AgendaLine, tuple[str, ...]]]] = [[]]
    used = 0.0
    for line in audience.agenda:
        lines = _lines(audience, line, names.width(), bold=line.number == current)
        tall = _PITCH * len(lines) + _AIR
        if sheets[-1] and used + tall > room:
            sheets.append([])
            used = 0.0
        sheets[-1].append((line, lines))
        used += tall
    return sheets


def _row(line: AgendaLine, lines: tuple[str, ...], names: QRectF, y: float, canvas: Canvas, *, now: bool) -> Layer:
    rect = QRectF(MARGIN, y, canvas.inner, _PITCH * len(lines) + _AIR)
    middle = rect.adjusted(0, _AIR / 2, 0, -_AIR / 2)
    marks: list[Mark] = []
    if now:
        marks += [Box(rect, "key-tint", radius=8), Box(QRectF(rect.left(), rect.top(), _BAR, rect.height()), "key")]
    number = QRectF(rect.left() + 28, middle.top(), 72, middle.height())
    marks.append(Text((str(line.number),), number, _PX, now, "navy", "right"))
    lead = QRectF(number.right() + 28, middle.top(), names.left() - number.right() - 28, middle.height())
    if lead_of(line):
        marks.append(Text((lead_of(line),), lead, _LEAD_PX, True, "navy"))
    place = QRectF(names.left(), middle.top(), names.width(), middle.height())
    marks.append(Text(lines, place, _PX, now, "ink", pitch=_PITCH))
    if line.minutes is not None:
        beside = QRectF(names.right(), middle.top(), canvas.right - 24 - names.right(), middle.height())
        marks.append(Text((minutes_words(line.minutes),), beside, FLOOR, False, "sub", "right"))
    return Layer("card", line.code, rect, tuple(marks)) if line.code else ground(*marks)


def _between(y: float, canvas: Canvas) -> Line:
    return Line((QPointF(MARGIN, y), QPointF(canvas.right, y)), "line", 1.5)


def agenda_pages(audience: Audience, current: int | None, canvas: Canvas) -> tuple[Page, ...]:
    """The pages of 次第; ``current`` is the number of the item that is being treated."""
    _, below = title_line(canvas, audience, AGENDA, 88, 88)
    top = below + (20 if canvas.roomy else 8)
    leads = max((width(lead_of(line), _LEAD_PX, True) for line in audience.agenda), default=0.0)
    times = max((width(minutes_words(line.minutes or 0), FLOOR) for line in audience.agenda), default=0.0)
    left = MARGIN + 128 + (leads + 32 if leads else 0)
    names = QRectF(left, top, canvas.right - 24 - times - 32 - left, 0)
    if not audience.agenda:
        marks, _ = title_line(canvas, audience, AGENDA, 1, 1)
        words = Text((NO_AGENDA,), QRectF(MARGIN, top, canvas.inner, 80), _PX, False, "sub")
        return (Page(canvas, (ground(*marks, words),)),)
    sheets = _sheets(audience, names, canvas.height - 40 - top, current)
    return tuple(
        _page(audience, sheet, names, top, canvas, current, (number, len(sheets)))
        for number, sheet in enumerate(sheets, start=1)
    )


def _page(
    audience: Audience,
    sheet: Sequence[tuple[AgendaLine, tuple[str, ...]]],
    names: QRectF,
    top: float,
    canvas: Canvas,
    current: int | None,
    number: tuple[int, int],
) -> Page:
    marks, _ = title_line(canvas, audience, AGENDA, *number)
    rows, y = [], top
    for line, lines in sheet:
        if y > top:
            marks.append(_between(y, canvas))
        row = _row(line, lines, names, y, canvas, now=line.number == current)
        rows.append(row)
        y += _PITCH * len(lines) + _AIR
    return Page(canvas, (ground(*marks), *rows))


def page_of(audience: Audience, current: int | None, canvas: Canvas) -> int:
    """The page (from 0) on which an item stands."""
    for number, page in enumerate(agenda_pages(audience, current, canvas)):
        if any(isinstance(mark, Box) and mark.fill == "key-tint" for _, mark in page.marks()):
            return number
    return 0
