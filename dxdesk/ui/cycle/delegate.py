"""The painting of 取組 × 課."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from dxdesk.domain.asking import Asking
from dxdesk.ui.cycle.model import ASKING_ROLE, ROW_ROLE, AskingModel
from dxdesk.ui.cycle.rows import FIRST, OWNERS, UNIT, Row, remark
from dxdesk.ui.cycle.selecting import CHECK_BOX, several_chosen
from dxdesk.ui.stages import draw_check_box
from dxdesk.ui.symbols import UNIT as BOX
from dxdesk.ui.symbols import check_mark
from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.words import draw_words, scale_of

Index = QModelIndex | QPersistentModelIndex

_CELL = (34.0, 21.0)


class AskingDelegate(QStyledItemDelegate):
    """Paints a cell; where the cursor of ``table`` is, a dark edge shows which cell Space turns."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        asking: Asking | None = index.data(ASKING_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = self._table.hasFocus() and self._table.currentIndex() == index
        if row.kind == "axis":
            painter.fillRect(rect.adjusted(0, 2, 0, -2), colour("key-tint"))
            if index.column() == UNIT:
                name = rect.adjusted(44 * scale, 0, -8, 0)
                draw_words(painter, name, row.name, desktop_font("section", scale), "navy")
        elif asking is not None:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected) and several_chosen(self._table)
            self._ground(painter, asking, rect, hovered, chosen, last=not self._undecided_below(index))
            if chosen and index.column() == UNIT:
                painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), colour("key"))
            column = index.column()
            if column == UNIT:
                self._unit(painter, row, asking, rect, scale)
            elif column == OWNERS:
                model = index.model()
                assert isinstance(model, AskingModel)
                self._owners(painter, row, asking, rect, scale, len(model.departments))
            else:
                self._cell(painter, row, asking, index, rect, scale)
        if focused and row.kind == "unit":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("ink"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()

    @staticmethod
    def _undecided_below(index: Index) -> bool:
        below = index.model().index(index.row() + 1, 0)
        asking: Asking | None = below.data(ASKING_ROLE) if below.isValid() else None
        return asking is not None and asking.undecided

    def _ground(
        self, painter: QPainter, asking: Asking, rect: QRectF, hovered: bool, chosen: bool, *, last: bool
    ) -> None:
        if chosen:
            painter.fillRect(rect, colour("selected"))
        elif asking.undecided:
            painter.fillRect(rect, colour("ask"))
        elif hovered:
            painter.fillRect(rect, colour("panel"))
        edge = colour("ask-edge" if asking.undecided and last else "off")
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), edge)

    def _unit(self, painter: QPainter, row: Row, asking: Asking, rect: QRectF, scale: float) -> None:
        left, side = (each * scale for each in CHECK_BOX)
        draw_check_box(
            painter,
            QRectF(rect.left() + left, rect.center().y() - side / 2, side, side),
            checked=asking.asked,
        )
        room = rect.adjusted(left + side + 10 * scale, 0, -6, 0)
        ink = "ink" if asking.asked else "hint"
        font = desktop_font("body", scale, bold=asking.undecided)
        wide = draw_words(painter, room, row.number, font, ink)
        draw_words(painter, room.adjusted(max(wide, 12 * scale) + 10 * scale, 0, 0, 0), row.name, font, ink)

    def _owners(
        self, painter: QPainter, row: Row, asking: Asking, rect: QRectF, scale: float, departments: int
    ) -> None:
        x, right = rect.left() + 4, rect.right() - 4
        plain, small = desktop_font("body", scale), desktop_font("small", scale)
        for place, (name, group) in enumerate(row.owners):
            if group:
                x += 7 if place and not row.owners[place - 1][1] else 0
                x += self._pill(painter, name, QRectF(x, rect.top(), right - x, rect.height()), scale, asking.asked) + 7
            else:
                words = name if place == 0 or row.owners[place - 1][1] else f"・{name}"
                x += draw_words(
                    painter,
                    QRectF(x, rect.top(), right - x, rect.height()),
                    words,
                    plain,
                    "ink" if asking.asked else "hint",
                )
        words = remark(row, asking, departments)
        if not words:
            return
        room = QRectF(x + (5 if row.owners else 0), rect.top(), right - x - 5, rect.height())
        if asking.asked and asking.provisional:
            self._pill(painter, words, room, scale, True, provisional=True)
        else:
            draw_words(painter, room, words, small, "sub" if asking.asked else "hint")

    def _pill(
        self, painter: QPainter, words: str, room: QRectF, scale: float, asked: bool, *, provisional: bool = False
    ) -> float:
        """A name in a rounded box; returns its width."""
        font = desktop_font("small", scale)
        wide = min(QFontMetricsF(font).horizontalAdvance(words) + 20 * scale, max(0.0, room.width()))
        high = 22 * scale
        box = QRectF(room.left(), room.center().y() - high / 2, wide, high).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour("ask-edge" if provisional else "rule-blue" if asked else "edge"), 1))
        painter.setBrush(colour("white" if provisional else "key-tint" if asked else "grey-tint"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        ink = "ink" if provisional else "ok-text" if asked else "hint"
        draw_words(painter, box.adjusted(10 * scale, 0, -8 * scale, 0), words, font, ink)
        return wide

    def _cell(self, painter: QPainter, row: Row, asking: Asking, index: Index, rect: QRectF, scale: float) -> None:
        model = index.model()
        assert isinstance(model, AskingModel)
        place = index.column() - FIRST
        part = asking.part(model.departments[place].id)
        if row.everybody and asking.asked and len(model.departments) > 1:
            left = rect.center().x() if place == 0 else rect.left()
            right = rect.center().x() if place == len(model.departments) - 1 else rect.right()
            painter.setPen(QPen(colour("rule-blue"), 2))
            painter.drawLine(QPointF(left, rect.center().y()), QPointF(right, rect.center().y()))
        if part is None:
            return
        wide, high = _CELL[0] * scale, _CELL[1] * scale
        box = QRectF(rect.center().x() - wide / 2, rect.center().y() - high / 2, wide, high)
        if part == "main":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("navy"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setFont(desktop_font("mark", scale, bold=True))
            painter.setPen(colour("white"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "主管")
            return
        pen = QPen(colour("ask-edge" if asking.provisional else "key"), 1.3)
        if asking.provisional:
            pen.setDashPattern([3, 2.2])
        painter.setPen(pen)
        painter.setBrush(colour("white"))
        painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 5, 5)
        painter.translate(box.center())
        painter.scale(21 * scale / BOX, 21 * scale / BOX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ask-edge" if asking.provisional else "key"))
        painter.drawPath(check_mark())
