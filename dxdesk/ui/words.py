"""Single lines of text painted into the cells of lists, tables and charts."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from dxdesk.domain.searching import spans
from dxdesk.ui.theme import colour, text_look


def day_of(moment: str) -> str:
    """1月28日 for an ISO moment, in the zone of this computer."""
    local = datetime.fromisoformat(moment).astimezone()
    return f"{local.month}月{local.day}日"


def scale_of(font: QFont) -> float:
    """文字の大きさ of a view: 1.0 for 標準, also for a font that is not measured in px."""
    return font.pixelSize() / text_look("body").px if font.pixelSize() > 0 else 1.0


def draw_words(painter: QPainter, rect: QRectF, words: str, font: QFont, ink: str | QColor) -> float:
    """Draw one line in the middle of the height of ``rect``, cut with … where it must be; returns its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, rect.width()))
    painter.setFont(font)
    painter.setPen(colour(ink) if isinstance(ink, str) else ink)
    baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(rect.left(), baseline), shown)
    return metrics.horizontalAdvance(shown)


def draw_marked(painter: QPainter, rect: QRectF, words: str, font: QFont, ink: str, typed: str) -> float:
    """Draw one line like ``draw_words``, with a pale ground under what was searched for; returns its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, rect.width()))
    for start, end in spans(words, typed) if typed else ():
        if end <= len(shown):
            left = rect.left() + metrics.horizontalAdvance(shown[:start])
            wide = metrics.horizontalAdvance(shown[:end]) - metrics.horizontalAdvance(shown[:start])
            ground = QRectF(left - 1, rect.center().y() - metrics.height() / 2, wide + 2, metrics.height())
            painter.fillRect(ground, colour("focus"))
    return draw_words(painter, rect, words, font, ink)
