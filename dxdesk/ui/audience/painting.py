"""Paint a drawing list: on any painter, or as a picture of a screen's size."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from dxdesk.ui.audience.drawing import (
    Arrow,
    Block,
    Box,
    Chevron,
    Corner,
    Line,
    Mark,
    Page,
    Squares,
    Symbol,
    Text,
    Tick,
)
from dxdesk.ui.stages import draw_check_box, draw_chevron, draw_stage_squares
from dxdesk.ui.symbols import block_shape, draw_block, draw_change, draw_symbol
from dxdesk.ui.theme import as_designed, colour, pixel_font

FADED = 0.3
"""Opacity of cards outside the chosen status."""


def _paint_text(painter: QPainter, mark: Text) -> None:
    font = pixel_font(mark.px, bold=mark.bold)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(colour(mark.colour))
    middle = mark.rect.center().y() - mark.pitch * (len(mark.lines) - 1) / 2
    for index, line in enumerate(mark.lines):
        spare = mark.rect.width() - metrics.horizontalAdvance(line)
        x = mark.rect.left() + spare * {"left": 0.0, "center": 0.5, "right": 1.0}[mark.align]
        baseline = middle + index * mark.pitch + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x, baseline), line)


def _paint_box(painter: QPainter, mark: Box) -> None:
    pen = QPen(colour(mark.edge), mark.width) if mark.edge else QPen(Qt.PenStyle.NoPen)
    if mark.edge and mark.dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(colour(mark.fill) if mark.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(mark.rect, mark.radius, mark.radius)


def _paint_line(painter: QPainter, mark: Line) -> None:
    pen = QPen(colour(mark.colour), mark.width)
    if mark.dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(mark.points))


def _paint_mark(painter: QPainter, mark: Mark) -> None:
    match mark:
        case Text():
            _paint_text(painter, mark)
        case Box():
            _paint_box(painter, mark)
        case Block():
            draw_block(painter, mark.key, block_shape(mark.rect, mark.radius, square_right=mark.left), edge=mark.edge)
        case Symbol():
            ink = colour(mark.ink) if mark.ink else None
            draw_symbol(painter, mark.key, mark.rect, on_block=mark.on_block, ink=ink)
        case Arrow():
            draw_change(painter, mark.change, mark.rect, colour(mark.colour))
        case Squares():
            draw_stage_squares(painter, mark.rect, mark.steps, mark.reached, mark.previous)
        case Chevron():
            draw_chevron(painter, mark.rect, mark.state, notch=mark.notch, first=mark.first, previous=mark.previous)
        case Tick():
            draw_check_box(painter, mark.rect, checked=mark.checked)
        case Line():
            _paint_line(painter, mark)
        case Corner():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(mark.colour))
            painter.drawPolygon(QPolygonF([mark.rect.topLeft(), mark.rect.topRight(), mark.rect.bottomRight()]))


def paint(painter: QPainter, page: Page, faded: Collection[str] = ()) -> None:
    """Paint a page in the units of its canvas from the origin on; cards named in ``faded`` keep place but pale."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, page.canvas.width, page.canvas.height), colour("white"))
    with as_designed():
        for layer in page.layers:
            painter.setOpacity(FADED if layer.kind == "card" and layer.key in faded else 1.0)
            for mark in layer.marks:
                _paint_mark(painter, mark)
    painter.setOpacity(1.0)


def placed(page: Page, size: QSize) -> QRectF:
    """Where the page lies on a screen of ``size`` pixels: as large as fits, in the middle."""
    factor = min(size.width() / page.canvas.width, size.height() / page.canvas.height)
    rect = QRectF(0, 0, page.canvas.width * factor, page.canvas.height * factor)
    rect.moveCenter(QRectF(0, 0, size.width(), size.height()).center())
    return rect


def render(page: Page, size: QSize, faded: Collection[str] = ()) -> QImage:
    """A picture of ``size`` pixels with the page in its middle on white. Raises whatever keeps it from being drawn."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour("white"))
    rect = placed(page, size)
    painter = QPainter(image)
    try:
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / page.canvas.width, rect.height() / page.canvas.height)
        paint(painter, page, faded)
    finally:
        painter.end()  # Qt does not survive a picture that goes while it is painted on
    return image
