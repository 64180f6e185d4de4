"""本日の協議: the discussed units with their numbers, in the first column that has room below its cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from dxdesk.domain.board import Card
from dxdesk.ui.audience.drawing import Box, Layer, Mark, Text
from dxdesk.ui.audience.frame import disc, disc_width, name_of
from dxdesk.ui.audience.measure import shortened
from dxdesk.ui.theme import projection_px

HEADING = "本日の協議"
_GAP = 16.0
_HEAD = 62.0
_HEAD_PX = projection_px("head")
_NAME_PX = projection_px("secondary")


def _height(cards: Sequence[Card], pitch: float) -> float:
    return 14 + _HEAD + pitch * len(cards) + 12


def agenda_panel(
    cards: Sequence[Card], columns: Sequence[QRectF], ends: Sequence[float], *, pitch: float = 58.0
) -> Layer | None:
    """The panel in the first of ``columns`` with room between its end and its bottom; None without room or items."""
    if not cards:
        return None
    height = _height(cards, pitch)
    for column, end in zip(columns, ends, strict=True):
        top = end + _GAP if end > column.top() else column.top()
        if top + height > column.bottom() + 1:
            continue
        rect = QRectF(column.left(), top, column.width(), height)
        head = QRectF(rect.left() + 26, rect.top() + 14, rect.width() - 52, _HEAD - 6)
        marks: list[Mark] = [Box(rect, "panel", radius=18), Text((HEADING,), head, _HEAD_PX, True, "navy")]
        size = min(24.0, pitch / 2 - 3)
        numbers = [card.agenda_number or index for index, card in enumerate(cards, start=1)]
        left = rect.left() + 26 + max(disc_width(number, size) for number in numbers) + 18
        for index, (card, number) in enumerate(zip(cards, numbers, strict=True)):
            middle = rect.top() + 14 + _HEAD + pitch * (index + 0.5)
            marks += disc(rect.left() + 26, middle, number, size)
            room = QRectF(left, middle - 26, rect.right() - 20 - left, 52)
            marks.append(Text((shortened(name_of(card), room.width(), _NAME_PX),), room, _NAME_PX))
        return Layer("ground", "", rect, tuple(marks))
    return None
