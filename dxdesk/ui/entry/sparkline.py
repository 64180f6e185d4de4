"""The course of one indicator in small: a line with dots, the target dashed, cycles named below. No axis, no grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dxdesk.ui.labels import text_scale
from dxdesk.ui.theme import colour, desktop_font

_DOT = 4.0
_LINE = 2.4


class Sparkline(QWidget):
    """Shows values of at least two cycles; with fewer it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[tuple[str, float], ...] = ()
        self._target: float | None = None
        self._last = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(self, points: Sequence[tuple[str, str]], target: str | None, unit: str) -> None:
        """Show (cycle, decimal string) from the oldest on; the last is named with its unit."""
        self._points = tuple((name, float(value)) for name, value in points)
        self._target = float(target) if target else None
        self._last = f"{points[-1][1]}{unit}" if points else ""
        spoken = "、".join(f"{name} {value}{unit}" for name, value in points)
        goal = self.tr("目標 {value}").format(value=target + unit) if target else ""
        self.setAccessibleName("、".join(each for each in (spoken, goal) if each))
        self.setVisible(len(self._points) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(84 * text_scale(self)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self._points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = text_scale(self)
        font = desktop_font("mark", scale)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        plot = QRectF(self.rect()).adjusted(18, 10 * scale, -52 * scale, -36 * scale)
        values = [value for _, value in self._points] + ([self._target] if self._target is not None else [])
        low, high = min(values), max(values)
        span = (high - low) or 1.0

        def at(index: int, value: float) -> QPointF:
            x = plot.left() + plot.width() * index / (len(self._points) - 1)
            return QPointF(x, plot.bottom() - plot.height() * (value - low) / span)

        if self._target is not None:
            y = at(0, self._target).y()
            painter.setPen(QPen(colour("field"), 1.6, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(colour("sub"))
            goal = self.tr("目標{value}").format(value=f"{self._target:g}")
            painter.drawText(QPointF(plot.right() + 5, y + metrics.ascent() / 2 - 1), goal)
        spots = [at(index, value) for index, (_, value) in enumerate(self._points)]
        painter.setPen(QPen(colour("key"), _LINE))
        painter.drawPolyline(QPolygonF(spots))
        for index, spot in enumerate(spots):
            last = index == len(spots) - 1
            painter.setBrush(colour("key" if last else "white"))
            painter.drawEllipse(spot, _DOT, _DOT)
        painter.setPen(colour("sub"))
        for index, (name, _) in enumerate(self._points):
            width = metrics.horizontalAdvance(name)
            painter.drawText(QPointF(spots[index].x() - width / 2, self.height() - 4 * scale), name)
        strong = desktop_font("body", scale, bold=True)
        painter.setFont(strong)
        painter.setPen(colour("ink"))
        width = QFontMetricsF(strong).horizontalAdvance(self._last)
        painter.drawText(QPointF(spots[-1].x() - width + 10, spots[-1].y() + 19 * scale), self._last)
        painter.end()
