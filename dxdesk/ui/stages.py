"""The drawing of 実施段階 as squares or chevrons, and of check boxes, on slides and forms."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from dxdesk.ui.symbols import UNIT, check_mark
from dxdesk.ui.theme import colour, high_contrast


def draw_stage_squares(
    painter: QPainter,
    rect: QRectF,
    steps: int,
    reached: int,
    previous: int | None,
    *,
    gap: float = 6.0,
) -> None:
    """Draw one square per step after the first, side by side over the width of ``rect``.

    ``reached`` is the index of the stage (0: the first, no square filled), ``previous`` that of last time; squares
    reached since then are light with a dark edge. None counts as no change.
    """
    count = steps - 1
    if count < 1:
        return
    before = reached if previous is None else previous
    side = (rect.width() - gap * (count - 1)) / count
    corner = min(side, rect.height()) * 0.2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index in range(count):
        box = QRectF(rect.left() + index * (side + gap), rect.top(), side, rect.height())
        if index < min(reached, before):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("stage"))
        elif index < reached:
            painter.setPen(QPen(colour("stage"), 2.4))
            painter.setBrush(colour("stage-new"))
            box = box.adjusted(1.2, 1.2, -1.2, -1.2)
        else:
            painter.setPen(QPen(colour("stage-open"), 1.8))
            painter.setBrush(colour("white"))
            box = box.adjusted(0.9, 0.9, -0.9, -0.9)
        painter.drawRoundedRect(box, corner, corner)
    painter.restore()


def chevron_shape(rect: QRectF, notch: float, *, first: bool = False) -> QPainterPath:
    """One arrow-shaped step: a point of ``notch`` px at the right, a notch at the left of all but the first."""
    left, right, middle = rect.left(), rect.right(), rect.center().y()
    path = QPainterPath(rect.topLeft())
    path.lineTo(right - notch, rect.top())
    path.lineTo(right, middle)
    path.lineTo(right - notch, rect.bottom())
    path.lineTo(left, rect.bottom())
    if not first:
        path.lineTo(left + notch, middle)
    path.closeSubpath()
    return path


def draw_chevron(painter: QPainter, rect: QRectF, state: str, *, notch: float, first: bool, previous: bool) -> QColor:
    """Draw one step of the stage scale and return the colour for its word.

    ``state`` is passed, current or open; ``previous`` underlines the stage of last time with 5 px of navy.
    """
    shape = chevron_shape(rect, notch, first=first)
    fill = {"passed": "stage-passed", "current": "stage", "open": "white"}[state]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour(fill))
    edged = state == "open" or high_contrast()
    painter.setPen(QPen(colour("stage-open"), 1.6) if edged else Qt.PenStyle.NoPen)
    painter.drawPath(shape)
    if previous:
        painter.fillRect(QRectF(rect.left(), rect.bottom() + 3, rect.width() - notch, 5), colour("navy"))
    painter.restore()
    return colour({"passed": "navy", "current": "white", "open": "sub"}[state])


def draw_check_box(painter: QPainter, rect: QRectF, *, checked: bool, enabled: bool = True) -> None:
    """Draw a check box filling ``rect``: empty with an edge, or filled with a white check."""
    side = min(rect.width(), rect.height())
    stroke = max(1.4, side * 0.06)
    edge = colour("field" if not enabled else "navy" if checked else "sub")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, stroke))
    painter.setBrush(QBrush(edge) if checked else QBrush(colour("white")))
    corner = max(3.0, side * 0.16)
    painter.drawRoundedRect(rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2), corner, corner)
    if checked:
        painter.translate(rect.center())
        painter.scale(side / UNIT, side / UNIT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("white"))
        painter.drawPath(check_mark())
    painter.restore()
