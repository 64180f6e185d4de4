"""The box with a tick in rows that are painted, and how a click or Space turns it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from dxdesk.ui.theme import colour, radius

SIDE = 20
"""Px at 100 %."""
_POINTS = ((-0.26, 0.02), (-0.06, 0.22), (0.28, -0.2))


def draw_tick(painter: QPainter, box: QRectF, scale: float, *, ticked: bool) -> None:
    """Draw the box, ``SIDE`` px at 100 %, with or without its tick."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("key" if ticked else "sub"), 2))
    painter.setBrush(colour("key" if ticked else "white"))
    painter.drawRoundedRect(box, radius("check"), radius("check"))
    if ticked:
        pen = QPen(colour("white"), 2.4 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        centre, side = box.center(), box.width()
        painter.drawPolyline([QPointF(centre.x() + dx * side, centre.y() + dy * side) for dx, dy in _POINTS])
    painter.restore()


def turns(event: QEvent) -> bool:
    """Whether an event of a row turns its tick: a click anywhere on it, or Space."""
    if isinstance(event, QMouseEvent):
        return event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space


def turn(model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Turn the tick of an index."""
    ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    turned = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)
