"""The painting of 会議: meetings, the parts of one, people with their presence, and records."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dxdesk.domain.meetings import PRESENCES, Presence
from dxdesk.phrases import wrap_phrases
from dxdesk.ui.high_contrast import mark_chosen
from dxdesk.ui.meeting.model import ROW_ROLE
from dxdesk.ui.meeting.rows import MeetingRow, PartRow, PersonRow, RecordRow
from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.theme import colour, desktop_font, radius
from dxdesk.ui.words import draw_words, scale_of
from dxdesk.wording.meeting import PRESENCES as PRESENCE_WORDS

Index = QModelIndex | QPersistentModelIndex

UNFINISHED: Final = "書きかけ"
SEGMENT: Final = 60
"""Width of one choice of presence, px at 100 %."""
_TAGS: Final = {"decision": "navy", "action": "key", "remark": "sub", "correction": "return", "opinion": "stage"}


def ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, *, mark: bool = False) -> None:
    """The ground of a chosen row or the one under the mouse; ``mark``: with a bar at its left edge."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, colour("selected"))
        mark_chosen(painter, rect)
        if mark:
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), colour("key"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, colour("key-tint"))


def draw_mark(painter: QPainter, right: float, middle: float, words: str, scale: float, look: str = "ask") -> float:
    """A small pill that ends at ``right``; returns its width."""
    fills = {
        "ask": ("ask", "ink", "ask-edge"),
        "good": ("good-tint", "good", "good-tint"),
        "info": ("key-tint", "navy", "key-tint"),
    }
    fill, ink, edge = fills[look]
    font = desktop_font("mark", scale)
    wide = QFontMetricsF(font).horizontalAdvance(words) + 18 * scale
    box = QRectF(right - wide, middle - 11 * scale, wide, 22 * scale)
    painter.setPen(QPen(colour(edge), 1))
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(box, 11 * scale, 11 * scale)
    painter.setPen(colour(ink))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return wide


class MeetingDelegate(QStyledItemDelegate):
    """A meeting as a card."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(78 * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MeetingRow = index.data(ROW_ROLE)
        scale, chosen = scale_of(option.font), bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(option.rect).adjusted(2, 2, -2, -8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("key" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(colour("key-tint" if chosen else "white"))
        painter.drawRoundedRect(card, radius("card"), radius("card"))
        line = QRectF(card.left() + 16 * scale, card.top() + 8 * scale, card.width() - 32 * scale, 26 * scale)
        mark = draw_mark(painter, line.right(), line.center().y(), row.state, scale, "info" if row.open else "good")
        room = line.adjusted(0, 0, -mark - 12 * scale, 0)
        wide = draw_words(painter, room, row.words, desktop_font("section", scale), "ink") + 16 * scale
        draw_words(painter, room.adjusted(wide, 0, 0, 0), row.day, desktop_font("body", scale), "ink")
        draw_words(painter, line.translated(0, 26 * scale), row.counts, desktop_font("small", scale), "sub")
        painter.restore()


class PartDelegate(QStyledItemDelegate):
    """A part of the meeting, one line."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, round(36 * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PartRow = index.data(ROW_ROLE)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, rect, mark=True)
        side, middle = 17 * scale, rect.center().y()
        sign = QRectF(rect.left() + 18 * scale, middle - side / 2, side, side)
        if row.done:
            draw_words(painter, sign, "✓", desktop_font("body", scale, bold=True), "good")
        elif row.status is not None:
            draw_symbol(painter, row.status, sign)
        else:
            painter.setPen(QPen(colour("field"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(sign.center(), 3.5 * scale, 3.5 * scale)
        right = rect.right() - 12 * scale
        if row.unfinished:
            right -= draw_mark(painter, right, middle, UNFINISHED, scale) + 6 * scale
        elif row.minutes:
            small = desktop_font("small", scale)
            wide = QFontMetricsF(small).horizontalAdvance(row.minutes)
            draw_words(painter, QRectF(right - wide, rect.top(), wide + 1, rect.height()), row.minutes, small, "sub")
            right -= wide + 8 * scale
        bold = bool(option.state & QStyle.StateFlag.State_Selected)
        font = desktop_font("body", scale, bold=bold)
        x = rect.left() + 46 * scale
        if row.lead:
            x += (
                draw_words(painter, QRectF(x, rect.top(), right - x, rect.height()), row.lead, font, "navy")
                + 10 * scale
            )
        draw_words(painter, QRectF(x, rect.top(), right - x, rect.height()), row.words, font, "ink")
        painter.restore()


def segments(rect: QRectF, scale: float) -> list[tuple[Presence, QRectF]]:
    """Where each choice of presence stands in the row of a person."""
    left, height = rect.right() - (SEGMENT * len(PRESENCES) + 16) * scale, 28 * scale
    top = rect.center().y() - height / 2
    return [
        (each, QRectF(left + place * SEGMENT * scale, top, SEGMENT * scale, height))
        for place, each in enumerate(PRESENCES)
    ]


def presence_at(point: QPoint, place: QRect, scale: float) -> Presence | None:
    """The choice under a point in the row of a person."""
    return next((key for key, box in segments(QRectF(place), scale) if box.contains(point)), None)


class PersonDelegate(QStyledItemDelegate):
    """Somebody, and the four choices of presence."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(38 * scale_of(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PersonRow = index.data(ROW_ROLE)
        rect, scale = QRectF(option.rect), scale_of(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option, rect, mark=True)
        boxes = segments(rect, scale)
        x, right = rect.left() + 16 * scale, boxes[0][1].left() - 12 * scale
        ink = "sub" if row.presence == "absent" else "ink"
        middle = min(190 * scale, (right - x) / 2)
        draw_words(
            painter, QRectF(x, rect.top(), middle - 10, rect.height()), row.title, desktop_font("small", scale), "sub"
        )
        x += middle
        wide = draw_words(
            painter, QRectF(x, rect.top(), right - x, rect.height()), row.words, desktop_font("body", scale), ink
        )
        x += wide + 12 * scale
        draw_words(
            painter, QRectF(x, rect.top(), right - x, rect.height()), row.note, desktop_font("small", scale), "sub"
        )
        painter.setPen(QPen(colour("field"), 1))
        painter.setBrush(colour("white"))
        painter.drawRoundedRect(boxes[0][1].united(boxes[-1][1]), radius("input"), radius("input"))
        for key, box in boxes:
            here = key == row.presence
            if here:
                painter.setPen(QPen(colour("stage"), 1))
                painter.setBrush(colour("stage"))
                painter.drawRoundedRect(box, radius("input"), radius("input"))
            painter.setPen(colour("white" if here else "ink"))
            painter.setFont(desktop_font("small", scale, bold=here))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, PRESENCE_WORDS[key])
        painter.restore()


class RecordDelegate(QStyledItemDelegate):
    """A record as a card: its kind, its words, and the line below."""

    MOST = 4
    """So many lines of a text are shown; all of it stands in the form."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def _lines(self, row: RecordRow, scale: float) -> list[str]:
        metrics = QFontMetricsF(desktop_font("body", scale))
        room = self._view.viewport().width() - 96 * scale
        found = wrap_phrases(row.words[:400], max(60.0, room), metrics.horizontalAdvance, balance=False) or [""]
        if len(found) <= self.MOST:
            return found
        rest = metrics.elidedText("".join(found[self.MOST - 1 :]) + "…", Qt.TextElideMode.ElideRight, room)
        return [*found[: self.MOST - 1], rest]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        scale = scale_of(option.font)
        return QSize(160, round((21 * len(self._lines(index.data(ROW_ROLE), scale)) + 43) * scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RecordRow = index.data(ROW_ROLE)
        scale, chosen = scale_of(option.font), bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("key" if chosen else "edge"), 2 if chosen else 1))
        painter.setBrush(colour("white"))
        painter.drawRoundedRect(card, radius("card"), radius("card"))
        font = desktop_font("small", scale, bold=True)
        tag = QRectF(card.left() + 10 * scale, card.top() + 8 * scale, 64 * scale, 23 * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(_TAGS[row.kind]))
        painter.drawRoundedRect(tag, radius("check") + 1, radius("check") + 1)
        draw_tag_words(painter, tag, row.tag, font)
        line = QRectF(
            tag.right() + 10 * scale, card.top() + 8 * scale, card.right() - tag.right() - 20 * scale, 21 * scale
        )
        for words in self._lines(row, scale):
            draw_words(painter, line, words, desktop_font("body", scale), "ink")
            line.translate(0, 21 * scale)
        if row.unfinished:
            draw_mark(painter, card.right() - 10 * scale, line.center().y(), UNFINISHED, scale)
        draw_words(painter, line, row.note, desktop_font("small", scale), "sub")
        painter.restore()


def draw_tag_words(painter: QPainter, box: QRectF, words: str, font: object) -> None:
    """The word of a tag in the middle of its ground, white."""
    painter.setFont(font)  # type: ignore[arg-type]
    painter.setPen(colour("white"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
