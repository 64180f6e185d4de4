"""休憩 and 白: nothing to read but until when, or the town's name small."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from dxdesk.domain.audience import Audience
from dxdesk.ui.audience.drawing import MARGIN, Box, Canvas, Mark, Page, Text, ground
from dxdesk.ui.audience.frame import TOP_RULE
from dxdesk.ui.audience.words_frame import sample_mark
from dxdesk.ui.theme import FLOOR, projection_px
from dxdesk.wording.audience import BREAK, until_words

_PX: Final = 128
_SECOND_PX: Final = projection_px("readback")


def _town(audience: Audience, canvas: Canvas) -> tuple[Mark, ...]:
    """The town's name at the left of the foot line, and the 見本 mark at its right."""
    rect = QRectF(MARGIN, canvas.height - 58, canvas.inner / 2, 48)
    return Text((audience.board.town,), rect, FLOOR, False, "sub"), *sample_mark(audience, canvas)


def blank_pages(audience: Audience, canvas: Canvas) -> tuple[Page, ...]:
    """Plain white with the town's name small."""
    return (Page(canvas, (ground(*_town(audience, canvas)),)),)


def break_pages(audience: Audience, until: str, canvas: Canvas) -> tuple[Page, ...]:
    """休憩, and under it until when (``HH:MM``) where that was said."""
    middle = canvas.height / 2
    word = QRectF(MARGIN, middle - (170 if until else 85), canvas.inner, 170)
    marks: list[Mark] = [
        Box(QRectF(0, 0, canvas.width, TOP_RULE), "navy"),
        Text((BREAK,), word, _PX, True, "navy", "center"),
    ]
    if until:
        below = QRectF(MARGIN, word.bottom() + 10, canvas.inner, 120)
        marks.append(Text((until_words(until),), below, _SECOND_PX, False, "ink", "center"))
    return (Page(canvas, (ground(*marks, *_town(audience, canvas)),)),)
