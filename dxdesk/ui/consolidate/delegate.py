"""The painting of 取りまとめ: the list of units, and the cards with the answers."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dxdesk.phrases import wrap_phrases
from dxdesk.ui.consolidate.model import PUT_IN_ROLE, ROW_ROLE
from dxdesk.ui.consolidate.rows import AnswerRow, UnitRow
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.symbols import block_shape, draw_hatch, draw_symbol
from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.words import draw_words, scale_of
from dxdesk.wording.consolidate import FIELD_WORDS, HEAVIEST, PUT, PUT_IN

Index = QModelIndex | QPersistentModelIndex

_HEAD, _LINE, _GAP, _SILENT = 34, 21, 9, 34
_BESIDE = 12
"""Between the cards and the edges of their column, px."""
_SIDE, _LABEL, _RIGHT = 14, 50, 80
"""Left edge of a card's words, width of the field's name, room kept for ＋ 入れる; px at 100 %."""


def pill_width(words: str, scale: float) -> float:
    """The width of a pill with words in it, px."""
    return QFontMetricsF(desktop_font("mark", scale, bold=True)).horizontalAdvance(words) + 22 * scale


def put_words(painter: QPainter, rect: QRectF, words: str, scale: float, *, fill: str, edge: str) -> None:
    """A pill at the right end of a line."""
    wide, high = pill_width(words, scale), 22 * scale
    box = QRectF(rect.right() - wide, rect.center().y() - high / 2, wide, high)
    painter.setPen(QPen(colour(edge), 1.2))
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(box, high / 2, high / 2)
    painter.setFont(desktop_font("mark", scale, bold=True))
    painter.setPen(colour("ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class UnitDelegate(QStyledItemDelegate):
    """A unit in two lines: number and name, and how many have answered."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: UnitRow = index.data(ROW_ROLE)
        return QSize(80, round((46 if row.unit else 32) * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: UnitRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not row.unit:
            ink = "return" if row.standing == "revise" else "navy"
            draw_words(painter, rect.adjusted(16, 6, -8, 0), row.name, desktop_font("body", scale, bold=True), ink)
        else:
            if chosen or option.state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("selected" if chosen else "white"))
                painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 4, 4)
            if chosen:
                painter.fillRect(QRectF(6, rect.top() + 5, 4, rect.height() - 10), colour("navy"))
                mark_chosen(painter, rect.adjusted(6, 1, -6, -1))
            half = rect.height() / 2
            name = QRectF(rect.left() + 18, rect.top() + 2, rect.width() - 28, half)
            font = desktop_font("body", scale, bold=chosen or row.standing in ("waiting", "revise"))
            wide = draw_words(painter, name, row.number, font, "ink")
            draw_words(painter, name.adjusted(wide + 8, 0, 0, 0), row.name, font, "ink")
            words = QRectF(rect.left() + 18, rect.top() + half - 1, rect.width() - 28, half - 2)
            draw_words(painter, words, row.words, desktop_font("mark", scale), "sub")
        painter.restore()


class AnswerDelegate(QStyledItemDelegate):
    """Cards over several lines: every line paints its part of the card."""

    def _lines(self, row: AnswerRow, width: float, scale: float) -> list[str]:
        room = width - 2 * _BESIDE - (2 * _SIDE + _LABEL + _RIGHT) * scale
        return wrap_phrases(
            row.text, max(60.0, room), QFontMetricsF(desktop_font("body", scale)).horizontalAdvance, balance=False
        ) or [""]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: AnswerRow = index.data(ROW_ROLE)
        scale = scale_of(option.font)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 400
        high: float = _HEAD if row.kind == "head" else _SILENT
        if row.kind == "text":
            high = len(self._lines(row, width, scale)) * _LINE + 6
        extra = (6 if row.kind == "text" else 0) + _GAP if row.last else 0
        return QSize(120, round((high + extra) * scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AnswerRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = scale_of(option.font)
        rect = QRectF(option.rect).adjusted(_BESIDE, 0, -_BESIDE, 0)
        box = rect.adjusted(0, 0, 0, -_GAP * scale if row.last else 0)
        self._card(painter, row, box)
        if row.kind == "text":
            loud = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
            self._sentence(painter, row, box, scale, put_in=bool(index.data(PUT_IN_ROLE)), loud=loud)
        else:
            self._head(painter, row, box, scale)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("ink"), 2))
            painter.drawRoundedRect(box.adjusted(3, 2, -3, -3), 5, 5)
        painter.restore()

    def _card(self, painter: QPainter, row: AnswerRow, box: QRectF) -> None:
        """The part of the card behind a line: round at its ends, open between them."""
        edge = 1.6 if row.heaviest else 1.0
        whole = QRectF(box)
        if row.kind == "text":
            whole.setTop(box.top() - 20)
        if not row.last:
            whole.setBottom(box.bottom() + 20)
        shape = block_shape(whole.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 8)
        painter.save()
        painter.setClipRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("white"))
        painter.drawPath(shape)
        pen = QPen(colour("ask-edge" if row.heaviest else "sub" if row.kind == "silent" else "line"), edge)
        if row.kind == "silent":
            draw_hatch(painter, shape, pitch=9.0, width=1.4)
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.restore()

    def _head(self, painter: QPainter, row: AnswerRow, box: QRectF, scale: float) -> None:
        ink = "sub" if row.quiet else "ink"
        line = box.adjusted(_SIDE * scale, 0, -_SIDE * scale, 0)
        bold, plain = desktop_font("body", scale, bold=True), desktop_font("small", scale)
        advance = QFontMetricsF(bold).horizontalAdvance
        if row.kind == "silent":  # the hatch never runs behind words
            wide = advance(row.department) + advance(row.word) + (70 + (56 if row.main else 0)) * scale
            painter.fillRect(QRectF(line.left() - 6, box.top() + 4, wide, box.height() - 8), colour("white"))
        x = line.left() + draw_words(painter, line, row.department, bold, ink) + 10 * scale
        if row.main:
            x += self._main(painter, QRectF(x, line.top(), 60 * scale, line.height()), scale) + 10 * scale
        x = max(x, line.left() + min(150 * scale, 0.37 * line.width())) if row.kind == "head" else x
        side = 18 * scale
        draw_symbol(painter, row.status, QRectF(x, line.center().y() - side / 2, side, side))
        x += side + 6 * scale
        room = QRectF(x, line.top(), line.right() - x, line.height())
        loud = desktop_font("body", scale, bold=not row.quiet)
        x += draw_words(painter, room, row.word, loud, ink) + 14 * scale
        if row.heaviest:
            fitting = (each for each in HEAVIEST if pill_width(each, scale) <= line.right() - x)
            if words := next(fitting, ""):  # without room its edge alone says so
                put_words(painter, line, words, scale, fill="warn", edge="warn-edge")
                line.setRight(line.right() - pill_width(words, scale) - 10 * scale)
        if row.stage and line.right() - x > 60 * scale:
            stage = QRectF(x, line.top(), line.right() - x, line.height())
            draw_words(painter, stage, f"段階 {row.stage}", plain, "sub")

    def _main(self, painter: QPainter, room: QRectF, scale: float) -> float:
        font = desktop_font("mark", scale)
        wide = QFontMetricsF(font).horizontalAdvance("主管") + 16 * scale
        box = QRectF(room.left(), room.center().y() - 10 * scale, wide, 20 * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("key-tint"))
        painter.drawRoundedRect(box, 10 * scale, 10 * scale)
        painter.setFont(font)
        painter.setPen(colour("navy"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "主管")
        return wide

    def _sentence(
        self, painter: QPainter, row: AnswerRow, box: QRectF, scale: float, *, put_in: bool, loud: bool
    ) -> None:
        lines = self._lines(row, box.width() + 2 * _BESIDE, scale)
        pitch = _LINE * scale
        top = box.top() + 3 * scale
        block = QRectF(box.left() + _SIDE * scale, top, box.width() - 2 * _SIDE * scale, pitch * len(lines))
        if loud and not put_in:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected"))
            painter.drawRoundedRect(block.adjusted(_LABEL * scale - 8, -2, 6, 2), 4, 4)
            mark_chosen(painter, block.adjusted(_LABEL * scale - 8, -2, 6, 2))
        if row.first:
            label = QRectF(block.left(), top, _LABEL * scale - 10, pitch)
            draw_words(painter, label, FIELD_WORDS[row.field], desktop_font("small", scale), "sub")
        painter.setFont(desktop_font("body", scale))
        painter.setPen(colour("hint" if put_in or row.quiet else "ink"))
        for place, line in enumerate(lines):
            where = QRectF(block.left() + _LABEL * scale, top + place * pitch, block.width(), pitch)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
        right = QRectF(block.right() - (_RIGHT - 12) * scale, top, (_RIGHT - 12) * scale, pitch)
        font = desktop_font("small", scale, bold=not put_in)
        if put_in:
            self._check(painter, QRectF(right.left(), right.top(), 20 * scale, pitch))
            draw_words(painter, right.adjusted(22 * scale, 0, 4, 0), PUT_IN, desktop_font("small", scale), "good")
        elif loud:
            draw_words(painter, right, PUT, font, "key")

    @staticmethod
    def _check(painter: QPainter, box: QRectF) -> None:
        side = box.width() * 0.36
        path = QPainterPath(QPointF(box.center().x() - side, box.center().y()))
        path.lineTo(box.center().x() - side * 0.2, box.center().y() + side * 0.7)
        path.lineTo(box.center().x() + side, box.center().y() - side * 0.7)
        pen = QPen(colour("good"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
