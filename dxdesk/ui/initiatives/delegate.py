"""The painting of 取組一覧: one delegate for groups, units and the plan's lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.initiatives.distribution import draw_distribution
from dxdesk.ui.initiatives.model import Column
from dxdesk.ui.initiatives.names import LEAD, depth_of, group_lines, name_lines, name_room
from dxdesk.ui.initiatives.rows import Row
from dxdesk.ui.row_tree import ROW_ROLE
from dxdesk.ui.stages import draw_stage_squares
from dxdesk.ui.symbols import draw_change, draw_symbol
from dxdesk.ui.theme import colour, desktop_font, radius
from dxdesk.ui.words import draw_marked, draw_words, scale_of

Index = QModelIndex | QPersistentModelIndex

WIDTHS = {Column.STATUS: 100, Column.STAGE: 154, Column.OWNERS: 144, Column.CHANGE: 72}
"""Columns of fixed width, px at 100 %; the name takes the rest."""

INDENT = 28
_HEIGHTS = {"group": 28, "unit": 27, "field": 24, "activity": 24}
_LOUD = ("late", "warn", "miss")
_SIDE = 17
_SECOND_LINE = 20
_ANY = QSize(60, 1)
_SQUARES = 75


class InitiativeDelegate(QStyledItemDelegate):
    """Paints every cell; the ground of a whole row together with its name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() != Column.NAME:
            return _ANY  # the name decides how high a row is
        row: Row = index.data(ROW_ROLE)
        scale = scale_of(option.font)
        tall = _HEIGHTS[row.kind] * scale
        view = option.widget
        if row.kind in ("unit", "group") and isinstance(view, QTreeView):
            width = view.columnWidth(Column.NAME) - INDENT * depth_of(index)
            tall += _SECOND_LINE * scale * (len(self._lines(row, width, scale)) - 1)
        return QSize(60, round(tall))

    def _lines(self, row: Row, width: float, scale: float) -> list[str]:
        """The lines of a name in a cell of ``width`` px."""
        if row.kind == "group":
            return group_lines(row, width, scale)
        return name_lines(row, name_room(row, width, scale), scale)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        column = Column(index.column())
        if column == Column.NAME:
            self._ground(painter, option, row, rect)
            self._name(painter, option, row, rect, scale, index)
        elif column == Column.STATUS:
            self._status(painter, row, rect, scale)
        elif column == Column.STAGE and row.kind == "unit":
            self._stage(painter, row, rect.adjusted(4, 0, 0, 0), scale)
        elif column == Column.OWNERS and row.kind in ("group", "unit"):
            self._owners(painter, row, rect.adjusted(4, 0, -10, 0), scale)
        elif column == Column.CHANGE and row.change_word and row.card is not None:
            self._change(painter, row, rect, scale)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, rect: QRectF) -> None:
        view = option.widget
        right = view.viewport().width() if isinstance(view, QTreeView) else rect.right()
        whole = QRectF(6, rect.top(), right - 12, rect.height())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.kind == "unit" and not chosen:
            painter.fillRect(
                QRectF(rect.left() + INDENT, rect.bottom() - 1, right - rect.left() - 54, 1), colour("off")
            )
        if chosen or row.kind == "group" or option.state & QStyle.StateFlag.State_MouseOver:
            fill = "selected" if chosen else "key-tint" if row.kind == "group" else "panel"
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(whole.adjusted(0, 1, 0, -1), radius("check"), radius("check"))
        if chosen:
            painter.fillRect(QRectF(6, rect.top() + 4, 4, rect.height() - 8), colour("navy"))
            mark_chosen(painter, whole)

    def _name(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, rect: QRectF, scale: float, index: Index
    ) -> None:
        view = option.widget
        if isinstance(view, QTreeView) and index.model().rowCount(index):
            self._chevron(
                painter, rect, view.isExpanded(index.model().index(index.row(), 0, index.parent())), row, scale
            )
        if row.kind == "group":
            self._group_name(painter, row, rect, scale)
        elif row.kind == "unit":
            self._unit_name(painter, row, rect, scale, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        else:
            width = view.viewport().width() if isinstance(view, QTreeView) else rect.right()
            right = rect.right() if row.done else width - 16
            self._line(painter, row, QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()), scale)

    def _chevron(self, painter: QPainter, rect: QRectF, opened: bool, row: Row, scale: float) -> None:
        x, y, reach = rect.left() - INDENT / 2 + 4, rect.center().y(), 5.0 * scale
        pen = QPen(colour("navy" if row.kind == "group" else "sub"), (2.2 if row.kind == "group" else 1.7) * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        half = reach * 0.55
        if opened:
            painter.drawPolyline([QPointF(x - reach, y - half), QPointF(x, y + half), QPointF(x + reach, y - half)])
        else:
            painter.drawPolyline([QPointF(x - half, y - reach), QPointF(x + half, y), QPointF(x - half, y + reach)])

    def _group_name(self, painter: QPainter, row: Row, rect: QRectF, scale: float) -> None:
        room = rect.adjusted(6, 0, -8, 0)
        if row.status is not None:
            side = _SIDE * scale
            draw_symbol(painter, row.status, QRectF(room.left(), room.center().y() - side / 2, side, side))
            room.setLeft(room.left() + side + 8)
        small = desktop_font("small", scale)
        tail = QFontMetricsF(small).horizontalAdvance(row.detail) + 12 if row.detail else 0
        line = QRectF(room.left(), room.top(), room.width() - tail, _HEIGHTS["group"] * scale)
        font, wide = desktop_font("section", scale), 0.0
        for at, words in enumerate(self._lines(row, rect.width(), scale)):
            here = line.translated(0, at * _SECOND_LINE * scale)
            drawn = draw_marked(painter, here, words, font, "navy", self.typed)
            wide = wide or drawn
        draw_words(painter, line.adjusted(wide + 12, 0, tail + 4, 0), row.detail, small, "sub")

    def _unit_name(self, painter: QPainter, row: Row, rect: QRectF, scale: float, *, chosen: bool) -> None:
        lines = self._lines(row, rect.width(), scale)
        room = rect.adjusted(6, 0, -10, 0)
        top = QRectF(room.left(), room.top(), room.width(), _HEIGHTS["unit"] * scale)
        if row.lead:
            small = desktop_font("small", scale)
            draw_words(painter, QRectF(top.left(), top.top(), LEAD * scale, top.height()), row.lead, small, "sub")
            top.setLeft(top.left() + (LEAD + 6) * scale)
        if row.pill:
            top.setRight(self._pill(painter, row.pill, top, scale) - 8)
        body = desktop_font("body", scale)
        metrics = QFontMetricsF(body)
        widest = max(metrics.horizontalAdvance("0" * row.digits), metrics.horizontalAdvance(row.number))
        before = widest - metrics.horizontalAdvance(row.number)
        draw_words(painter, top.adjusted(before, 0, 0, 0), row.number, body, "ink")
        name = top.adjusted(widest + 9 * scale if row.number else 0, 0, 0, 0)
        font = desktop_font("body", scale, bold=chosen)
        for at, line in enumerate(lines):
            draw_marked(painter, name.translated(0, at * _SECOND_LINE * scale), line, font, "ink", self.typed)

    def _pill(self, painter: QPainter, words: str, room: QRectF, scale: float) -> float:
        """Draws 協議1 at the right end of ``room``; returns its left edge."""
        font = desktop_font("mark", scale, bold=True)
        metrics = QFontMetricsF(font)
        wide, tall = metrics.horizontalAdvance(words) + 16 * scale, 20 * scale
        pill = QRectF(room.right() - wide, room.center().y() - tall / 2, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("navy"))
        painter.drawRoundedRect(pill, tall / 2, tall / 2)
        draw_words(painter, pill.adjusted(8 * scale, 0, 0, 0), words, font, "white")
        return pill.left()

    def _line(self, painter: QPainter, row: Row, rect: QRectF, scale: float) -> None:
        small = desktop_font("small", scale)
        if row.kind == "activity":
            draw_words(painter, rect.adjusted(6, 0, 0, 0), "–", small, "sub")
            draw_marked(painter, rect.adjusted(22 * scale, 0, -4, 0), row.name, small, "sub", self.typed)
            return
        tail = QFontMetricsF(small).horizontalAdvance(row.detail) + 14
        wide = draw_marked(painter, rect.adjusted(6, 0, -tail, 0), row.name, small, "ink", self.typed)
        draw_words(painter, rect.adjusted(6 + wide + 14, 0, 0, 0), row.detail, small, "sub")

    def _status(self, painter: QPainter, row: Row, rect: QRectF, scale: float) -> None:
        if row.kind == "group" and row.counts:
            tall = min(_HEIGHTS["group"] * scale, rect.height()) - 8
            bar = QRectF(rect.left(), rect.center().y() - tall / 2, (100 + 138) * scale, tall)
            draw_distribution(painter, row.counts, bar, scale)
        elif row.kind == "unit" and row.status is not None:
            side = _SIDE * scale
            draw_symbol(painter, row.status, QRectF(rect.left() + 2, rect.center().y() - side / 2, side, side))
            words = rect.adjusted(26 * scale, 0, -2, 0)
            draw_words(painter, words, row.word, desktop_font("body", scale, bold=row.status in _LOUD), "ink")
        elif row.done:
            draw_words(painter, rect.adjusted(2, 0, 0, 0), "✓ 済", desktop_font("small", scale), "good")

    def _stage(self, painter: QPainter, row: Row, rect: QRectF, scale: float) -> None:
        squares = QRectF(rect.left() + 62 * scale, rect.center().y() - 5.5 * scale, _SQUARES * scale, 11 * scale)
        if row.reached is None:
            draw_words(painter, rect, row.stage_word, desktop_font("small", scale), "sub")
            return
        words = QRectF(rect.left(), rect.top(), 60 * scale, rect.height())
        draw_words(painter, words, row.stage_word, desktop_font("small", scale), "ink")
        draw_stage_squares(painter, squares, row.steps, row.reached, row.before, gap=3 * scale)

    def _owners(self, painter: QPainter, row: Row, rect: QRectF, scale: float) -> None:
        if row.kind == "unit":
            small = desktop_font("small", scale)
            fits = QFontMetricsF(small).horizontalAdvance(row.owners) <= rect.width()
            head, also, rest = (row.owners if fits else row.owners_short).partition(" ほか")
            tail = QFontMetricsF(small).horizontalAdvance(also + rest)
            wide = draw_words(painter, rect.adjusted(0, 0, -tail, 0), head, small, "sub")
            draw_words(painter, rect.adjusted(wide, 0, 4, 0), also + rest, small, "sub")
            return
        short = row.answered < row.asked
        draw_words(
            painter, rect, row.answered_words, desktop_font("small", scale, bold=short), "ink" if short else "sub"
        )

    def _change(self, painter: QPainter, row: Row, rect: QRectF, scale: float) -> None:
        side = 13 * scale
        arrow = QRectF(rect.left() + 4, rect.center().y() - side / 2, side, side)
        draw_change(painter, str(row.card.change if row.card else ""), arrow, colour("ink"))
        draw_words(painter, rect.adjusted(26 * scale, 0, 0, 0), row.change_word, desktop_font("small", scale), "ink")
