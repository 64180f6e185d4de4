"""休憩 and 白: nothing to read but until when, or the town's name small."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from dxdesk.domain.audience import Audience
from dxdesk.ui.audience.drawing import MARGIN, Box, Canvas, Mark, Page, Text, ground
from dxdesk.ui.audience.frame import TOP_RULE
from dxdesk.ui.theme import FLOOR, projection_px
from dxdesk.wording_audience import BREAK, until_words

_PX = projection_px("readback")
_SECOND_PX = projection_px("slide-title")


def _town(audience: Audience, canvas: Canvas) -> Text:
    rect = QRectF(MARGIN, canvas.height - 84, canvas.inner, 50)
    return Text((audience.board.town,), rect, FLOOR, False, "sub", "right")


def blank_pages(audience: Audience, canvas: Canvas) -> tuple[Page, ...]:
    """Plain white with the town's name small."""
    return (Page(canvas, (ground(_town(audience, canvas)),)),)


def break_pages(audience: Audience, until: str, canvas: Canvas) -> tuple[Page, ...]:
    """休憩, and under it until when (``HH:MM``) where that was said."""
    middle = canvas.height / 2
    word = Text((BREAK,), QRectF(MARGIN, middle - 150, canvas.inner, 130), _PX, True, "navy", "center")
    marks: list[Mark] = [Box(QRectF(0, 0, canvas.width, TOP_RULE), "navy"), word]
    if until:
        below = QRectF(MARGIN, middle + 6, canvas.inner, 100)
        marks.append(Text((until_words(until),), below, _SECOND_PX, False, "ink", "center"))
    return (Page(canvas, (ground(*marks, _town(audience, canvas)),)),)
