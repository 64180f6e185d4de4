"""The painting of the cards of items that are handed in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dxdesk.ui.entry.delegate import PILLS
from dxdesk.ui.entry.done_model import CARD_ROLE, Card, Index
from dxdesk.ui.entry.reading_view import draw_status_block, status_block_width
from dxdesk.ui.stages import draw_stage_squares
from dxdesk.ui.theme import colour, desktop_font, radius, text_look
from dxdesk.wording.entry import CHANGE, WRITE

HEIGHT, GAP = 70, 10
_SIDE, _BLOCK, _BUTTON, _LINK = 12, 44, 104, 48
"""px at 100 %: inner edge, height of the status block, width of the button and of the link at the right."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DoneDelegate(QStyledItemDelegate):
    """Status block, number and name, stage, the first line, who confirmed it, and what can be done."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(240, round((HEIGHT + GAP) * _scale(option.font)))

    def action_rect(self, option: QStyleOptionViewItem, card: Card) -> QRectF:
        """Where the word of what can be done stands."""
        scale = _scale(option.font)
        box = _box(QRectF(option.rect), scale)
        wide, high = (_LINK if card.word in (CHANGE, WRITE) else _BUTTON) * scale, 36 * scale
        return QRectF(box.right() - wide - _SIDE * scale, box.center().y() - high / 2, wide, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD_ROLE)
        scale = _scale(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _box(QRectF(option.rect), scale)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and bool(
            option.state & QStyle.StateFlag.State_HasFocus
        )
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(colour("key" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(colour("key-tint" if chosen or over else "white"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius("card"), radius("card"))
        wide = status_block_width(card.status_word, scale)
        high = _BLOCK * scale
        block = QRectF(box.left() + _SIDE * scale, box.center().y() - high / 2, wide, high)
        draw_status_block(painter, block, card.status, card.status_word, scale)
        action = self.action_rect(option, card)
        words = QRectF(block.right() + 16 * scale, box.top() + 9 * scale, 0, box.height() - 18 * scale)
        words.setRight(action.left() - 12 * scale)
        top, below = QRectF(words), QRectF(words)
        top.setBottom(words.center().y())
        below.setTop(words.center().y())
        _draw_top(painter, top, card, scale)
        _draw_below(painter, below, card, scale)
        _draw_action(painter, action, card, scale)
        painter.restore()


def _box(rect: QRectF, scale: float) -> QRectF:
    return rect.adjusted(0, 0, 0, -GAP * scale)


def _scale(font: QFont) -> float:
    return font.pixelSize() / text_look("body").px


def _draw_top(painter: QPainter, rect: QRectF, card: Card, scale: float) -> None:
    """Number and name, and at the right the state or the stage."""
    taken = _draw_stage(painter, rect, card, scale)
    if card.state_word:
        taken = _draw_pill(painter, rect, card, scale)
    painter.setPen(colour("ink"))
    _draw(painter, rect.adjusted(0, 0, -taken, 0), card.title, desktop_font("section", scale))


def _draw_stage(painter: QPainter, rect: QRectF, card: Card, scale: float) -> float:
    """Draws the word and the squares of the stage at the right end; returns the room they take."""
    if card.reached is None or card.state_word:
        return 0.0
    font, side = desktop_font("body", scale), 11 * scale
    wide = (14 * (card.steps - 1) - 3) * scale
    squares = QRectF(rect.right() - wide, rect.center().y() - side / 2, wide, side)
    draw_stage_squares(painter, squares, card.steps, card.reached, card.before, gap=3.0 * scale)
    painter.setFont(font)
    painter.setPen(colour("ink"))
    painter.drawText(
        QRectF(rect.left(), rect.top(), squares.left() - 12 - rect.left(), rect.height()), _RIGHT, card.stage
    )
    return wide + QFontMetricsF(font).horizontalAdvance(card.stage) + 28


def _draw_pill(painter: QPainter, rect: QRectF, card: Card, scale: float) -> float:
    fill, ink, edge = PILLS[card.state]
    font = desktop_font("mark", scale)
    wide, high = QFontMetricsF(font).horizontalAdvance(card.state_word) + 18 * scale, 20 * scale
    pill = QRectF(rect.right() - wide, rect.center().y() - high / 2, wide, high)
    painter.setPen(QPen(colour(edge), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(pill, high / 2, high / 2)
    painter.setFont(font)
    painter.setPen(colour(ink))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, card.state_word)
    return wide + 14


def _draw_below(painter: QPainter, rect: QRectF, card: Card, scale: float) -> None:
    """What was said, and at the right who confirmed it."""
    font = desktop_font("small", scale)
    taken = 0.0
    if card.confirmed:
        bold = desktop_font("small", scale, bold=True)
        taken = min(QFontMetricsF(bold).horizontalAdvance(card.confirmed) + 4, rect.width() * 0.6)
        painter.setPen(colour("good"))
        _draw(painter, rect.adjusted(rect.width() - taken, 0, 0, 0), card.confirmed, bold, _RIGHT)
    painter.setPen(colour("sub"))
    _draw(painter, rect.adjusted(0, 0, -taken - 16 if taken else 0, 0), card.said, font)


def _draw_action(painter: QPainter, rect: QRectF, card: Card, scale: float) -> None:
    """[確認した] as a button, anything else as a link."""
    painter.setPen(QPen(colour("key"), 1.2))
    if card.confirmable:
        painter.setBrush(colour("white"))
        painter.drawRoundedRect(rect, radius("card"), radius("card"))
    font = desktop_font("body", scale, bold=card.confirmable)
    font.setUnderline(not card.confirmable)
    painter.setFont(font)
    painter.setPen(colour("key"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter if card.confirmable else _RIGHT, card.word)


def _draw(painter: QPainter, rect: QRectF, text: str, font: QFont, align: Qt.AlignmentFlag = _LEFT) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align, shown)
