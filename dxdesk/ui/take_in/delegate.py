"""The painting of 取り込みの確認: what changed stands out, what is the same is quiet."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from dxdesk.domain.arrivals import RowKind
from dxdesk.domain.statuses import Status
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.row_tree import ROW_ROLE
from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.take_in.model import CHECK, Column, Index
from dxdesk.ui.take_in.rows import AnswerRow
from dxdesk.ui.theme import colour, desktop_font, radius
from dxdesk.ui.ticks import SIDE, draw_tick
from dxdesk.ui.words import draw_words, scale_of

WIDTHS: Final = {Column.STATUS: 210, Column.KIND: 98}
"""Columns of fixed width, px at 100 %; name and reason share the rest."""
NAME_SHARE: Final = 0.5
"""How much of the rest is the name's, as long as neither of the two wants more."""
MEASURED: Final = 8
"""So many of the longest names and reasons are measured."""
ROW_HEIGHT: Final = 28
BOX_LEFT: Final = 10.0
INDENT: Final = 42.0
_SYMBOL = 15.0
_TAG = (84.0, 23.0)

LOOKS: Final[dict[RowKind, tuple[str, str, str]]] = {
    "new": ("key-tint", "key", "navy"),
    "additional": ("white", "key", "navy"),
    "same": ("white", "edge", "sub"),
    "conflict": ("warn", "warn-edge", "ink"),
    "late": ("grey-tint", "field", "ink"),
    "waiting": ("grey-tint", "field", "ink"),
    "unreadable": ("return-tint", "return-edge", "return"),
}
"""Fill, edge and text of the tag of a kind."""


def draw_tag(painter: QPainter, rect: QRectF, kind: RowKind, words: str, scale: float) -> None:
    """The tag of a kind at the left of ``rect``, in the middle of its height."""
    fill, edge, ink = LOOKS[kind]
    width, tall = (side * scale for side in _TAG)
    box = QRectF(rect.left(), rect.center().y() - tall / 2, min(width, rect.width()), tall)
    painter.setBrush(colour(fill))
    painter.setPen(QPen(colour(edge), 1.4))
    painter.drawRoundedRect(box, 5, 5)
    font = desktop_font("mark", scale, bold=kind in ("new", "additional", "conflict", "unreadable"))
    painter.setFont(font)
    painter.setPen(colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class AnswersDelegate(QStyledItemDelegate):
    """Paints every cell with its part of the ground of the row; the name of a head reaches over all of them."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, round(ROW_HEIGHT * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AnswerRow = index.data(ROW_ROLE)
        column, scale, view = Column(index.column()), scale_of(option.font), option.widget
        if not isinstance(view, QTableView):
            return
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        whole = QRectF(0, rect.top(), view.viewport().width(), rect.height())
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._ground(painter, row, whole, chosen=chosen, hovered=hovered)
        inside = rect.adjusted(2, 0, -8, 0)
        if row.kind is None:
            room = QRectF(18, rect.top(), view.viewport().width() - 34, rect.height())
            draw_words(painter, room, row.name, desktop_font("body", scale, bold=True), "navy")
        elif column == Column.NAME:
            self._name(painter, row, inside, scale, index.data(CHECK), chosen=chosen)
        elif column == Column.STATUS:
            self._statuses(painter, row, inside, scale)
        elif column == Column.KIND:
            draw_tag(painter, inside, row.kind, row.tag, scale)
        else:
            draw_words(painter, inside, row.reason, desktop_font("small", scale), "ink" if _loud(row) else "sub")
        painter.restore()

    def _ground(self, painter: QPainter, row: AnswerRow, rect: QRectF, *, chosen: bool, hovered: bool) -> None:
        whole = rect.adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.kind is not None and not chosen:
            painter.fillRect(QRectF(18, rect.bottom() - 1, rect.width() - 34, 1), colour("off"))
        if chosen or row.kind is None or hovered:
            painter.setBrush(colour("selected" if chosen else "key-tint" if row.kind is None else "panel"))
            painter.drawRoundedRect(whole, radius("check"), radius("check"))
        if chosen:
            painter.fillRect(QRectF(6, rect.top() + 4, 4, rect.height() - 8), colour("key"))
            mark_chosen(painter, whole)

    def _name(
        self, painter: QPainter, row: AnswerRow, rect: QRectF, scale: float, check: object, *, chosen: bool
    ) -> None:  # fmt: skip
        if check is not None:
            side = SIDE * scale
            box = QRectF(BOX_LEFT * scale + 8, rect.center().y() - side / 2, side, side)
            draw_tick(painter, box, scale, ticked=check == Qt.CheckState.Checked)
        left = INDENT * scale + 6
        room = QRectF(left, rect.top(), rect.right() - left, rect.height())
        draw_words(painter, room, row.words, desktop_font("body", scale, bold=chosen), "ink" if _loud(row) else "sub")

    def _statuses(self, painter: QPainter, row: AnswerRow, rect: QRectF, scale: float) -> None:
        """What was said last time, an arrow, and what is said now: bold where that is something else."""
        if not row.now_word:
            return
        half = rect.width() * 0.42
        changed = row.now_word != row.last_word
        self._status(painter, QRectF(rect.left(), rect.top(), half, rect.height()), row.last, row.last_word, scale)
        arrow = QRectF(rect.left() + half, rect.top(), rect.width() * 0.12, rect.height())
        draw_words(painter, arrow, "→", desktop_font("small", scale), "sub")
        now = QRectF(arrow.right(), rect.top(), rect.right() - arrow.right(), rect.height())
        self._status(painter, now, row.now, row.now_word, scale, bold=changed)

    @staticmethod
    def _status(
        painter: QPainter, rect: QRectF, status: Status | None, words: str, scale: float, *, bold: bool = False
    ) -> None:  # fmt: skip
        side = _SYMBOL * scale
        if status is not None:
            draw_symbol(painter, status, QRectF(rect.left(), rect.center().y() - side / 2, side, side))
        room = rect.adjusted(side + 6, 0, 0, 0)
        draw_words(painter, room, words, desktop_font("small", scale, bold=bold), "ink" if bold else "sub")


def _loud(row: AnswerRow) -> bool:
    """Whether there is something to do about it."""
    return row.kind in ("new", "additional", "conflict", "unreadable")


def longest(words: Iterable[str], font: QFont) -> float:
    """How wide the longest of many words is, px."""
    advance = QFontMetricsF(font).horizontalAdvance
    return max((advance(each) for each in nlargest(MEASURED, words, key=len)), default=0.0)


def widest_tag(scale: float) -> float:
    """How wide the longest word of a tag is with its edge, px."""
    metrics = QFontMetricsF(desktop_font("mark", scale, bold=True))
    return max(_TAG[0] * scale, metrics.horizontalAdvance("くいちがい") + 12 * scale)
