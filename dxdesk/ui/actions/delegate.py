"""The painting of 宿題: a group in one line, and what is in it, overdue ones with a disc in ink."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from dxdesk.ui.actions.model import Column
from dxdesk.ui.actions.rows import Row
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.row_tree import ROW_ROLE
from dxdesk.ui.theme import colour, desktop_font, radius
from dxdesk.ui.words import draw_words, scale_of
from dxdesk.wording.actions import PRINT_GROUP, overdue_words

Index = QModelIndex | QPersistentModelIndex

WIDTHS = {Column.UNIT: 164, Column.DUE: 164, Column.STATE: 84, Column.ORIGIN: 120}
"""Columns of fixed width, px at 100 %; the name takes the rest."""

INDENT = 44.0
_GROUP, _ROW = 30, 34
_DISC = 18.0


def print_link(view: QTreeView, row: Row, rect: QRectF) -> QRectF:
    """Where [この課の分を印刷] stands in the line of a group; empty for a group that is no department's."""
    if not row.departments:
        return QRectF()
    scale = scale_of(view.font())
    wide = QFontMetricsF(desktop_font("small", scale)).horizontalAdvance(PRINT_GROUP)
    right = view.viewport().width() - 18
    return QRectF(right - wide, rect.top(), wide, rect.height())


class ActionsDelegate(QStyledItemDelegate):
    """Paints every cell; the ground of a whole row together with its name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        return QSize(60, round((_GROUP if row.listed is None else _ROW) * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        column, scale = Column(index.column()), scale_of(option.font)
        view = option.widget
        if not isinstance(view, QTreeView) or (row.listed is None and column != Column.NAME):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if column == Column.NAME:
            rect = QRectF(0, option.rect.top(), view.viewport().width(), option.rect.height())
            self._ground(painter, option, row, rect, chosen)
            if row.listed is None:
                self._group(painter, view, row, rect, scale, opened=view.isExpanded(index))
            else:
                self._name(painter, row, QRectF(option.rect).adjusted(0, 0, -8, 0), scale, chosen=chosen)
        else:
            self._cell(painter, row, column, QRectF(option.rect).adjusted(2, 0, -8, 0), scale, chosen=chosen)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, rect: QRectF, chosen: bool
    ) -> None:  # fmt: skip
        whole = rect.adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.listed is not None and not chosen:
            painter.fillRect(QRectF(INDENT, rect.bottom() - 1, rect.width() - INDENT - 20, 1), colour("off"))
        if chosen or row.listed is None or hovered:
            fill = "selected" if chosen else "key-tint" if row.listed is None else "panel"
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(whole, radius("check"), radius("check"))
        if chosen:
            painter.fillRect(QRectF(6, rect.top() + 4, 4, rect.height() - 8), colour("navy"))
            mark_chosen(painter, whole)

    def _group(
        self, painter: QPainter, view: QTreeView, row: Row, rect: QRectF, scale: float, *, opened: bool
    ) -> None:  # fmt: skip
        x, y, reach = 21.0, rect.center().y(), 5.0 * scale
        pen = QPen(colour("navy"), 2.2 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        half = reach * 0.55
        if opened:
            painter.drawPolyline([QPointF(x - reach, y - half), QPointF(x, y + half), QPointF(x + reach, y - half)])
        else:
            painter.drawPolyline([QPointF(x - half, y - reach), QPointF(x + half, y), QPointF(x - half, y + reach)])
        link = print_link(view, row, rect)
        tail = [(f"{row.count}件", False, "sub"), (overdue_words(row.overdue), True, "ink")]
        fonts = {bold: desktop_font("small", scale, bold=bold) for bold in (False, True)}
        taken = sum(QFontMetricsF(fonts[bold]).horizontalAdvance(words) + 14 for words, bold, _ in tail if words)
        right = (link.left() if not link.isEmpty() else rect.right() - 12) - 12
        room = QRectF(36, rect.top(), max(40.0, right - 36 - taken), rect.height())
        place = 36 + draw_words(painter, room, row.name, desktop_font("body", scale, bold=True), "navy") + 14
        for words, bold, ink in tail:
            box = QRectF(place, rect.top(), max(0.0, right - place), rect.height())
            place += draw_words(painter, box, words, fonts[bold], ink) + 14
        if not link.isEmpty():
            draw_words(painter, link.adjusted(0, 0, 4, 0), PRINT_GROUP, fonts[False], "key")
            down = link.center().y() + 8 * scale
            painter.setPen(QPen(colour("key"), 1))
            painter.drawLine(QPointF(link.left(), down), QPointF(link.right(), down))

    def _name(self, painter: QPainter, row: Row, rect: QRectF, scale: float, *, chosen: bool) -> None:
        if row.overdue:
            side = _DISC * scale
            disc = QRectF(28 - side / 2, rect.center().y() - side / 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("ink"))
            painter.drawEllipse(disc)
            painter.setFont(desktop_font("mark", scale, bold=True))
            painter.setPen(colour("white"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "!")
        room = QRectF(INDENT, rect.top(), rect.right() - INDENT, rect.height())
        draw_words(painter, room, row.name, desktop_font("body", scale, bold=chosen), "ink")

    def _cell(
        self, painter: QPainter, row: Row, column: Column, rect: QRectF, scale: float, *, chosen: bool
    ) -> None:  # fmt: skip
        if column == Column.DUE:
            bold = bool(row.overdue)
            font = desktop_font("body", scale, bold=bold)
            small = desktop_font("small", scale, bold=bold)
            tail = QFontMetricsF(small).horizontalAdvance(row.due_detail) + 8 if row.due_detail else 0.0
            wide = draw_words(painter, rect.adjusted(0, 0, -tail, 0), row.due, font, "ink")
            draw_words(painter, rect.adjusted(wide + 8, 0, 4, 0), row.due_detail, small, "ink" if bold else "sub")
            return
        words = {Column.UNIT: row.unit, Column.STATE: row.state}.get(column, row.origin)
        draw_words(painter, rect, words, desktop_font("small", scale), "ink" if column == Column.STATE else "sub")
