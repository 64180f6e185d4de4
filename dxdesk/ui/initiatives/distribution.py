"""The distribution bar of a group: how many of its units have which status."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from dxdesk.domain.statuses import Status
from dxdesk.ui.symbols import block_shape, draw_hatch, draw_symbol
from dxdesk.ui.theme import colour, desktop_font, radius, status_look

_LEAST_SEGMENT = 36.0
_SEGMENT_GAP = 2.0
_SEGMENT_PADDING = 8.0
_COUNT_SIDE, _COUNT_GAP = 14.0, 5.0
_FILLS = {"ok": "selected", "done": "selected", "none": "off", "stop": "off", "na": "white", "miss": "white"}


def segment_widths(counts: Sequence[int], contents: Sequence[float], room: float) -> list[float]:
    """Widths of a distribution bar: in proportion, none below 36 px or too small for its ``contents``.

    Where there is no room for that, each is as wide as its contents and the rest is shared evenly.
    """
    room -= _SEGMENT_GAP * (len(counts) - 1)
    least = [max(_LEAST_SEGMENT, content + _SEGMENT_PADDING) for content in contents]
    if sum(least) > room:
        return [content + (room - sum(contents)) / len(contents) for content in contents]
    spare = room - sum(least)
    return [width + spare * count / sum(counts) for width, count in zip(least, counts, strict=True)]


def draw_distribution(painter: QPainter, counts: Sequence[tuple[Status, int]], rect: QRectF, scale: float) -> None:
    """The distribution bar of a group: a segment per status, worst first, each with symbol and count."""
    font = desktop_font("body", scale, bold=True)
    x, advance = rect.left(), QFontMetricsF(font).horizontalAdvance
    contents = [(_COUNT_SIDE + _COUNT_GAP) * scale + advance(str(count)) for _, count in counts]
    widths = segment_widths([count for _, count in counts], contents, rect.width())
    for (status, count), width in zip(counts, widths, strict=True):
        box = QRectF(x, rect.top(), width, rect.height())
        look = status_look(status)
        shape = block_shape(box.adjusted(0.5, 0.5, -0.5, -0.5), radius("check"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.fill if look.solid else colour(_FILLS[status]))
        painter.drawPath(shape)
        if status == "miss":
            draw_hatch(painter, shape, pitch=8.0, width=1.4)
        if look.edge is not None:
            pen = QPen(look.edge, 1.2)
            if status == "miss":
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)
        _draw_count(painter, status, count, box, font, look.text, scale)
        x += width + _SEGMENT_GAP


def _draw_count(
    painter: QPainter, status: Status, count: int, box: QRectF, font: QFont, ink: QColor, scale: float
) -> None:
    side, gap = _COUNT_SIDE * scale, _COUNT_GAP * scale
    metrics = QFontMetricsF(font)
    wide = side + gap + metrics.horizontalAdvance(str(count))
    left = box.center().x() - wide / 2
    draw_symbol(painter, status, QRectF(left, box.center().y() - side / 2, side, side), on_block=True)
    painter.setFont(font)
    painter.setPen(ink)
    baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left + side + gap, baseline), str(count))
