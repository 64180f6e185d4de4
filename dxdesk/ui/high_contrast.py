"""高コントラスト: black on white, edges instead of tints, where this PC or the person at it wants it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from dxdesk.preferences import preferences
from dxdesk.ui.theme import colour, high_contrast, use_high_contrast

_EDGE: Final = 3.0
"""Edge of what is chosen, px."""


def follow_wishes(application: QApplication) -> bool:
    """Use the colours that the person chose or that this PC asks for; whether they are other ones than before."""
    before = high_contrast()
    hints = application.styleHints()  # kept: what it hands out goes with it
    asked = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    use_high_contrast(preferences().high_contrast or asked)
    return high_contrast() != before


def mark_chosen(painter: QPainter, rect: QRectF) -> None:
    """Draw the edge of a chosen row where its tint does not show; nothing in the colours of the design."""
    if not high_contrast():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("ink"), _EDGE))
    half = _EDGE / 2
    painter.drawRect(rect.adjusted(half, half, -half, -half))
    painter.restore()
