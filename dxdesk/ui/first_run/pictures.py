"""The pictures on the three cards, made of the product's own symbols."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from dxdesk.ui.symbols import block_shape, check_mark, draw_block, draw_symbol
from dxdesk.ui.theme import colour, radius


def paint_entry(painter: QPainter, ground: QRectF) -> None:
    """Three of the buttons of 今の状況, the first one chosen."""
    left, top = ground.center().x() - 96, ground.center().y() - 24
    for place, key in enumerate(("ok", "warn", "late")):
        box = QRectF(left + place * 66, top, 60, 48)
        painter.setPen(QPen(colour("key"), 2.6) if place == 0 else QPen(colour("field"), 1))
        painter.setBrush(colour("white"))
        painter.drawRoundedRect(box, radius("card"), radius("card"))
        draw_symbol(painter, key, QRectF(box.center().x() - 12, box.center().y() - 12, 24, 24))


def paint_collection(painter: QPainter, ground: QRectF) -> None:
    """A matrix of departments: accepted, handed in, and not answered."""
    rows = (("c", "s", "c", "m", "c"), ("c", "c", "s", "c", "c"), ("c", "m", "c", "s", "c"))
    left, top = ground.center().x() - 95, ground.top() + 12
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            box = QRectF(left + column * 38, top + row * 19.5, 34, 15)
            if cell == "c":
                painter.save()
                painter.translate(box.center())
                painter.scale(0.26, 0.26)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("sub"))
                painter.drawPath(check_mark())
                painter.restore()
            elif cell == "s":
                painter.setPen(QPen(colour("key"), 1))
                painter.setBrush(colour("stage-passed"))
                painter.drawRoundedRect(box, 3, 3)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("white"))
                painter.drawRoundedRect(box, 3, 3)
                painter.setBrush(QBrush(colour("edge"), Qt.BrushStyle.BDiagPattern))
                pen = QPen(colour("sub"), 1)
                pen.setDashPattern([3, 2])
                painter.setPen(pen)
                painter.drawRoundedRect(box, 3, 3)


def paint_board(painter: QPainter, ground: QRectF) -> None:
    """A board on its screen."""
    screen = QRectF(ground.center().x() - 71, ground.center().y() - 29, 142, 58)
    painter.setPen(QPen(colour("navy"), 2))
    painter.setBrush(colour("white"))
    painter.drawRoundedRect(screen, 4, 4)
    for place, key in enumerate(("late", "warn", "ok", "done")):
        box = QRectF(screen.left() + 7 + place * 33, screen.top() + 7, 29, 16)
        draw_block(painter, key, block_shape(box, 3), edge=0.8)
        draw_symbol(painter, key, QRectF(box.center().x() - 5.5, box.center().y() - 5.5, 11, 11), on_block=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("off"))
    for row in range(2):
        for place in range(3):
            corner = QPointF(screen.left() + 7 + place * 44, screen.top() + 30 + row * 12)
            painter.drawRoundedRect(QRectF(corner.x(), corner.y(), 40, 8), 2, 2)


PICTURES: Final[Mapping[str, Callable[[QPainter, QRectF], None]]] = {
    "liaison": paint_entry,
    "secretariat": paint_collection,
    "reader": paint_board,
}
"""The picture of each card by its key."""
