"""The two heads of the matrix: names of units that stay while one scrolls, and names of departments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from dxdesk.phrases import wrap_phrases
from dxdesk.ui.collect.delegate import LEFT, axis_name, draw_centred, table_width
from dxdesk.ui.collect.model import ROW_ROLE
from dxdesk.ui.collect.rows import MatrixRow
from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.words import draw_words, scale_of
from dxdesk.wording.collect import PROVISIONAL

_LINE, _ABOVE = 18, 8
"""Pitch of a line and the room above and below, px at 100 %."""
_MEASURED, _AROUND = 8, 38
"""So many names are measured; the room before, between and behind number and name, px at 100 %."""


def name_width(rows: Sequence[MatrixRow], scale: float) -> float:
    """The room that numbers and names want, px; only the longest ones are measured."""
    metrics = QFontMetricsF(desktop_font("body", scale))
    longest = sorted(rows, key=lambda row: len(row.name) if row.row else 0)[-_MEASURED:]
    digits = max((row.digits for row in longest), default=0)
    wide = max((metrics.horizontalAdvance(row.name) for row in longest if row.row), default=0.0)
    return wide + metrics.horizontalAdvance("0" * digits) + _AROUND * scale


class UnitHeader(QHeaderView):
    """Number and name of every unit; the name of an axis goes on over the cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        row: MatrixRow | None = self.model().headerData(section, Qt.Orientation.Vertical, ROW_ROLE)
        if row is None:
            return
        scale, box = scale_of(self.font()), QRectF(rect)
        painter.fillRect(box, colour("white"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        if row.row is None:
            view = self.parent()
            axis_name(painter, table_width(view, 0, box) if isinstance(view, QTableView) else box, row, scale)
        else:
            painter.fillRect(QRectF(box.left() + LEFT, box.bottom() - 1, box.width() - LEFT, 1), colour("off"))
            self._unit(painter, box.adjusted(LEFT * scale, 0, -8, 0), row, scale)
        painter.restore()

    def _unit(self, painter: QPainter, room: QRectF, row: MatrixRow, scale: float) -> None:
        body = desktop_font("body", scale)
        metrics = QFontMetricsF(body)
        widest = max(metrics.horizontalAdvance("0" * row.digits), metrics.horizontalAdvance(row.number))
        if row.pill:
            left = room.width() - widest - metrics.horizontalAdvance(row.name) - 15 * scale
            mark = QFontMetricsF(desktop_font("mark", scale))
            words = row.pill if mark.horizontalAdvance(row.pill) + 14 * scale <= left else PROVISIONAL
            wide = mark.horizontalAdvance(words) + 14 * scale
            pill = QRectF(room.right() - wide, room.center().y() - 10 * scale, wide, 20 * scale)
            painter.setPen(colour("ask-edge"))
            painter.setBrush(colour("ask"))
            painter.drawRoundedRect(pill, 10 * scale, 10 * scale)
            draw_centred(painter, pill, words, "ink", scale)
            room = room.adjusted(0, 0, -wide - 6, 0)
        before = widest - metrics.horizontalAdvance(row.number)
        draw_words(painter, room.adjusted(before, 0, 0, 0), row.number, body, "ink")
        draw_words(painter, room.adjusted(widest + 9 * scale if row.number else 0, 0, 0, 0), row.name, body, "ink")


class DepartmentHeader(QHeaderView):
    """Names of departments in up to two lines, bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        scale = scale_of(self.font())
        lines = max((len(self._lines(each, scale)[1]) for each in range(self.count())), default=1)
        return QSize(super().sizeHint().width(), round((_LINE * lines + _ABOVE) * scale))

    def _lines(self, section: int, scale: float) -> tuple[QFont, list[str]]:
        words, width = (
            self.model().headerData(section, Qt.Orientation.Horizontal) or "",
            self.sectionSize(section) - 6.0,
        )
        font = desktop_font("small", scale, bold=True)
        if QFontMetricsF(font).horizontalAdvance(words) > width:
            font = desktop_font("mark", scale, bold=True)
        return font, name_lines(words, width, QFontMetricsF(font))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        scale = scale_of(self.font())
        font, lines = self._lines(section, scale)
        metrics = QFontMetricsF(font)
        painter.save()
        painter.fillRect(rect, colour("white"))
        painter.setFont(font)
        painter.setPen(colour("ink"))
        pitch = _LINE * scale
        top = rect.center().y() - pitch * len(lines) / 2
        for place, line in enumerate(lines):
            y = top + place * pitch + (pitch + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(rect.center().x() - metrics.horizontalAdvance(line) / 2, y), line)
        painter.restore()


def name_lines(name: str, width: float, metrics: QFontMetricsF) -> list[str]:
    """A department's name in one line, or in two that break between words, or else in the middle; never in more."""
    if metrics.horizontalAdvance(name) <= width:
        return [name]
    lines = wrap_phrases(name, width, metrics.horizontalAdvance, balance=False)
    if len(lines) != 2 or min(map(len, lines)) < 2:
        middle = (len(name) + 1) // 2
        lines = [name[:middle], name[middle:]]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
