"""The painting of what is left before a cycle is closed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dxdesk.ui.cycle.left_model import ROW_ROLE, LeftRow
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.words import draw_words, scale_of

Index = QModelIndex | QPersistentModelIndex

_WORDS = {
    "meeting": "会議を用意する ›",
    "unreviewed": "確認する ›",
    "conflict": "直す ›",
    "consolidation": "取りまとめる ›",
}
_OPEN = "見る ›"
_LOUD = ("meeting", "unreviewed", "conflict")


class LeftDelegate(QStyledItemDelegate):
    """A head with what becomes of its things, and one line for each with where it leads."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: LeftRow = index.data(ROW_ROLE)
        return QSize(120, round((36 if row.head else 29) * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LeftRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        line = rect.adjusted(16, 0, -16, 0)
        if row.head:
            self._head(painter, row, line, scale)
        else:
            self._row(painter, row, line, scale, option.state)
        painter.restore()

    def _head(self, painter: QPainter, row: LeftRow, line: QRectF, scale: float) -> None:
        box = line.adjusted(-8, 5, 8, -2)
        loud = row.kind in _LOUD
        painter.setPen(QPen(colour("ask-edge"), 1) if loud else Qt.PenStyle.NoPen)
        painter.setBrush(colour("ask" if loud else "key-tint"))
        painter.drawRoundedRect(box, 5, 5)
        words = QRectF(line.left() + 4, box.top(), line.width() - 8, box.height())
        wide = draw_words(painter, words, row.name, desktop_font("body", scale, bold=True), "ink")
        draw_words(painter, words.adjusted(wide + 16, 0, 0, 0), row.note, desktop_font("small", scale), "sub")

    def _row(self, painter: QPainter, row: LeftRow, line: QRectF, scale: float, state: QStyle.StateFlag) -> None:
        loud = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        if loud:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected"))
            painter.drawRoundedRect(line.adjusted(-8, 1, 8, -1), 4, 4)
            mark_chosen(painter, line.adjusted(-8, 1, 8, -1))
        font = desktop_font("body", scale)
        link = _WORDS.get(row.kind, _OPEN)
        wide = QFontMetricsF(font).horizontalAdvance(link)
        x = line.left() + 12 * scale
        room = QRectF(x, line.top(), line.right() - wide - 24 - x, line.height())
        if row.number:
            room.setLeft(room.left() + max(28 * scale, draw_words(painter, room, row.number, font, "ink") + 10 * scale))
        who = QFontMetricsF(font).horizontalAdvance(row.who) + 24 if row.who else 0
        used = draw_words(painter, room.adjusted(0, 0, -who, 0), row.name, font, "ink")
        draw_words(painter, room.adjusted(used + 20, 0, 0, 0), row.who, desktop_font("small", scale), "sub")
        underlined = desktop_font("body", scale, bold=loud)
        underlined.setUnderline(not loud)
        right = QRectF(line.right() - wide - 12, line.top(), wide + 12, line.height())
        draw_words(painter, right, link, underlined, "key")
        painter.fillRect(QRectF(line.left(), line.bottom() - 1, line.width(), 1), colour("off"))
