"""The painting of 次第をつくる: candidates with what became of them, and the cards of the agenda."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dxdesk.ui.agenda.rows import CandidateRow, ItemRow, short
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.meeting.model import ROW_ROLE
from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.theme import colour, desktop_font, radius
from dxdesk.ui.words import draw_words, scale_of

Index = QModelIndex | QPersistentModelIndex

PILL = 56
"""Width of the place at the right end of a candidate: its pill or the link, px at 100 %."""

GAP = 8
MINUTES = 64
LINE = 41
FIELD = 38
"""Heights of a card: its first line, and each field below it."""


def draw_pill(painter: QPainter, rect: QRectF, words: str, *, fill: str, ink: str, edge: str, scale: float) -> None:
    """A word on a rounded ground in the middle of ``rect``."""
    painter.setPen(QPen(colour(edge), 1))
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(colour(ink))
    painter.setFont(desktop_font("mark", scale))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def draw_tag(painter: QPainter, x: float, middle: float, words: str, *, solid: bool, scale: float) -> float:
    """The kind of an item as a small block; returns its width."""
    font = desktop_font("body", scale, bold=True)
    wide = QFontMetricsF(font).horizontalAdvance(words) + 16 * scale
    box = QRectF(x, middle - 12 * scale, wide, 24 * scale)
    painter.setPen(QPen(colour("navy" if solid else "rule-blue"), 1))
    painter.setBrush(colour("navy" if solid else "key-tint"))
    painter.drawRoundedRect(box, radius("check") + 1, radius("check") + 1)
    painter.setPen(colour("white" if solid else "ok-text"))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return wide


class CandidateDelegate(QStyledItemDelegate):
    """A head, or a candidate with its symbol, its question, and its pill or [加える ›]."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: CandidateRow = index.data(ROW_ROLE)
        lines = 26 if row.card is not None else 30
        return QSize(120, round((lines + (19 if row.note else 0)) * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CandidateRow = index.data(ROW_ROLE)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.card is None:
            wide = draw_words(
                painter, rect.adjusted(16 * scale, 3, 0, 0), row.words, desktop_font("body", scale, bold=True), "navy"
            )
            painter.setPen(QPen(colour("line"), 1))
            middle = rect.center().y() + 2
            painter.drawLine(
                QPointF(rect.left() + wide + 26 * scale, middle), QPointF(rect.right() - 16 * scale, middle)
            )
        else:
            self._candidate(painter, option, row, rect, scale)
        painter.restore()

    def _candidate(
        self, painter: QPainter, option: QStyleOptionViewItem, row: CandidateRow, rect: QRectF, scale: float
    ) -> None:
        assert row.card is not None
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("selected"))
            mark_chosen(painter, rect)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("key-tint"))
        line = QRectF(rect.left(), rect.top(), rect.width(), 26 * scale)
        side = 17 * scale
        draw_symbol(
            painter, row.card.status, QRectF(rect.left() + 20 * scale, line.center().y() - side / 2, side, side)
        )
        text = line.adjusted(44 * scale, 0, -(PILL + 24) * scale, 0)
        font = desktop_font("body", scale)
        wide = draw_words(painter, text, row.number, font, "ink") + 10 * scale
        draw_words(painter, text.adjusted(wide, 0, 0, 0), short(row.card), font, "ink")
        right = QRectF(rect.right() - (PILL + 16) * scale, line.center().y() - 11 * scale, PILL * scale, 22 * scale)
        if row.standing == "free":
            link = desktop_font("small", scale)
            link.setUnderline(True)
            painter.setFont(link)
            painter.setPen(colour("key"))
            painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.tag)
        else:
            solid = row.standing == "discuss"
            pill = right.adjusted(14 * scale, 0, 0, 0)
            draw_pill(
                painter, pill, row.tag, fill="key-tint" if solid else "white", ink="ok-text" if solid else "sub",
                edge="rule-blue" if solid else "edge", scale=scale,
            )  # fmt: skip
        if row.note:
            below = QRectF(text.left(), line.bottom() - 2, rect.right() - text.left() - 16 * scale, 19 * scale)
            draw_words(painter, below, row.note, desktop_font("small", scale), "sub")


class ItemDelegate(QStyledItemDelegate):
    """A card of the agenda. The chosen one leaves room for the fields that stand in it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.fields = 0
        """So many fields the chosen card shows."""

    def _chosen(self, index: Index) -> bool:
        return index.row() == self._view.currentIndex().row() and self.fields > 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ItemRow = index.data(ROW_ROLE)
        height = LINE + (21 if row.item.ask else 0)
        if self._chosen(index):
            height = LINE + FIELD * self.fields + 26
        return QSize(200, round(height * scale_of(option.font)) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ItemRow = index.data(ROW_ROLE)
        scale, chosen = scale_of(option.font), bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, 1.5 - GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("key" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(colour("white"))
        painter.drawRoundedRect(card, radius("card"), radius("card"))
        line = QRectF(card.left(), card.top(), card.width(), (LINE - 2) * scale)
        if self._view.dragEnabled():
            self._grip(painter, line, scale)
        x = line.left() + 30 * scale
        if row.lead:
            x += (
                draw_tag(painter, x, line.center().y(), row.lead, solid=row.item.kind == "discuss", scale=scale)
                + 10 * scale
            )
        if row.status is not None:
            side = 19 * scale
            draw_symbol(painter, row.status, QRectF(x, line.center().y() - side / 2, side, side))
            x += 28 * scale
        bold = row.item.kind == "discuss"
        room = QRectF(x, line.top(), line.right() - x - (MINUTES + 24) * scale, line.height())
        name = row.words.removeprefix(row.lead).strip()
        x += draw_words(painter, room, name, desktop_font("body", scale, bold=bold), "ink") + 12 * scale
        draw_words(
            painter,
            QRectF(x, line.top(), room.right() - x, line.height()),
            row.note,
            desktop_font("small", scale),
            "sub",
        )
        if not self._chosen(index):
            self._closed(painter, row, card, line, scale)
        painter.restore()

    @staticmethod
    def _grip(painter: QPainter, line: QRectF, scale: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("field"))
        for column in (0, 1):
            for place in (-1, 0, 1):
                middle = QPointF(line.left() + (11 + column * 6) * scale, line.center().y() + place * 5.5 * scale)
                painter.drawEllipse(middle, 1.4 * scale, 1.4 * scale)

    @staticmethod
    def _closed(painter: QPainter, row: ItemRow, card: QRectF, line: QRectF, scale: float) -> None:
        box = QRectF(line.right() - (MINUTES + 12) * scale, line.center().y() - 15 * scale, MINUTES * scale, 30 * scale)
        painter.setPen(QPen(colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius("input"), radius("input"))
        words = f"{row.item.minutes}分" if row.item.minutes is not None else "―"
        painter.setPen(colour("ink"))
        painter.setFont(desktop_font("body", scale, bold=False))
        right = box.adjusted(0, 0, -9 * scale, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        if row.item.ask:
            small = desktop_font("small", scale)
            below = QRectF(line.left() + 30 * scale, line.bottom() - 5 * scale, card.width() - 50 * scale, 21 * scale)
            wide = draw_words(painter, below, "決めること", small, "sub") + 14 * scale
            draw_words(painter, below.adjusted(wide, 0, 0, 0), row.item.ask, small, "ink")
