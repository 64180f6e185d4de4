"""The painting of the rows left of the form."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from dxdesk.ui.entry.model import EntryRole, Index
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.theme import colour, desktop_font, text_look

_HEIGHTS = {"heading": 36, "own": 31, "axis": 31, "item": 27}
PILLS = {
    "blank": ("grey-tint", "sub", None),
    "draft": ("white", "ink", "field"),
    "submitted": ("good-tint", "good", None),
    "accepted": ("good-tint", "good", None),
    "returned": ("return-tint", "return", "return-edge"),
    "conflict": ("ask", "ink", "ask-edge"),
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EntryDelegate(QStyledItemDelegate):
    """Own rows with symbol, name and state pill; axes with their count; other departments' rows grey with a dot."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = _HEIGHTS[index.data(EntryRole.KIND)]
        if index.data(EntryRole.KIND) == "axis" and index.row() and _kind_above(index) == "own":
            height += 18  # the line between own items and the tree
        return QSize(120, round(height * _scale(option)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, scale = option.rect, _scale(option)
        kind = index.data(EntryRole.KIND)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, colour("selected"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colour("navy"))
            mark_chosen(painter, QRectF(rect))
        elif option.state & QStyle.StateFlag.State_MouseOver and kind != "heading":
            painter.fillRect(rect, colour("key-tint"))
        if kind == "heading":
            self._heading(painter, rect, index, scale)
        elif kind == "axis":
            self._axis(painter, option, index, scale)
        else:
            self._item(painter, rect, index, scale, own=kind == "own", chosen=chosen)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, index: Index, scale: float) -> None:
        painter.setFont(desktop_font("section", scale))
        painter.setPen(colour("navy"))
        painter.drawText(rect.adjusted(14, 0, 0, 0), _LEFT, index.data())
        painter.setFont(desktop_font("small", scale))
        painter.setPen(colour("sub"))
        painter.drawText(rect.adjusted(0, 0, -14, 0), _RIGHT, index.data(EntryRole.RIGHT))

    def _axis(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        scale: float,
    ) -> None:
        rect = option.rect
        if index.row() and _kind_above(index) == "own":
            y = rect.top() + 9 * scale
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(QPointF(rect.left() + 12, y), QPointF(rect.right() - 12, y))
            rect = rect.adjusted(0, round(18 * scale), 0, 0)
        view = option.widget
        opened = isinstance(view, QTreeView) and isinstance(index, QModelIndex) and view.isExpanded(index)
        painter.setPen(QPen(colour("sub"), 1.6))
        x, y, reach = rect.left() + 20, rect.center().y(), 4.5
        if opened:
            painter.drawPolyline([QPointF(x - 5, y - 2), QPointF(x, y + 3), QPointF(x + 5, y - 2)])
        else:
            painter.drawPolyline([QPointF(x - 2, y - reach), QPointF(x + 3, y), QPointF(x - 2, y + reach)])
        painter.setPen(colour("sub"))
        painter.setFont(desktop_font("small", scale))
        right = str(index.data(EntryRole.RIGHT))
        painter.drawText(rect.adjusted(0, 0, -6, 0), _RIGHT, right)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(right) + 10
        painter.setPen(colour("ink"))
        _draw_name(
            painter, QRectF(rect).adjusted(32, 0, -taken, 0), index.data(), desktop_font("small", scale, bold=True)
        )

    def _item(
        self,
        painter: QPainter,
        rect: QRect,
        index: Index,
        scale: float,
        *,
        own: bool,
        chosen: bool,
    ) -> None:
        status, left = index.data(EntryRole.STATUS), 28 if own else 42
        side = 16 * scale
        middle = QPointF(rect.left() + left, QRectF(rect).center().y())
        if status is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("stage-open"))
            painter.drawEllipse(middle, 2.5 * scale, 2.5 * scale)
        else:
            draw_symbol(painter, status, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), mark=True)
        taken = self._pill(painter, rect, index, scale) if own else 8.0
        painter.setPen(colour("ink" if status is not None else "sub"))
        name = QRectF(rect).adjusted(left + side / 2 + 8, 0, -taken, 0)
        _draw_name(painter, name, index.data(), desktop_font("body", scale, bold=own and chosen))

    def _pill(self, painter: QPainter, rect: QRect, index: Index, scale: float) -> float:
        """Draws the state at the right end; returns how much room it takes."""
        fill, ink, edge = PILLS[index.data(EntryRole.STATE)]
        font, word = desktop_font("mark", scale), str(index.data(EntryRole.RIGHT))
        width = QFontMetricsF(font).horizontalAdvance(word) + 18 * scale
        height = 20 * scale
        pill = QRectF(rect.right() - width - 6, QRectF(rect).center().y() - height / 2, width, height)
        painter.setPen(QPen(colour(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(colour(ink))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)
        return width + 14


def _draw_name(painter: QPainter, rect: QRectF, text: str, font: QFont) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _LEFT, shown)


def _scale(option: QStyleOptionViewItem) -> float:
    return option.font.pixelSize() / text_look("body").px


def _kind_above(index: Index) -> str:
    return str(index.model().index(index.row() - 1, 0, index.parent()).data(EntryRole.KIND))
