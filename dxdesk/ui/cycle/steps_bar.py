"""The three steps of opening a cycle: where one is, what is behind and what comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dxdesk.ui.labels import text_scale
from dxdesk.ui.symbols import UNIT, check_mark
from dxdesk.ui.theme import colour, desktop_font, height
from dxdesk.ui.words import draw_words

_DISC = 26
_LINE = 36


class StepsBar(QWidget):
    """A line of numbered discs with their words, and on the right a few words about the whole."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._step = 0
        self._about = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int, about: str) -> None:
        """Mark a step, from 0, as the one that is open."""
        self._step, self._about = step, about
        self.setAccessibleName(f"{step + 1}／{len(self._steps)} {self._steps[step]}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, round(height("band") * text_scale(self)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, scale = QPainter(self), text_scale(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle, disc = 16.0, self.height() / 2, _DISC * scale
        for place, words in enumerate(self._steps):
            if place:
                painter.setPen(QPen(colour("rule-blue"), 1.5))
                painter.drawLine(round(x + 14), round(middle), round(x + 14 + _LINE), round(middle))
                x += _LINE + 28
            self._disc(painter, place, QRectF(x, middle - disc / 2, disc, disc), scale)
            x += disc + 9
            font = desktop_font("section", scale, bold=place == self._step)
            room = QRectF(x, 0, QFontMetricsF(font).horizontalAdvance(words) + 2, self.height())
            x += draw_words(painter, room, words, font, "navy" if place == self._step else "sub")
        font = desktop_font("small", scale)
        wide = QFontMetricsF(font).horizontalAdvance(self._about)
        left = max(x + 24, self.width() - wide - 18)
        draw_words(painter, QRectF(left, 0, self.width() - left - 16, self.height()), self._about, font, "sub")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("line"))
        painter.end()

    def _disc(self, painter: QPainter, place: int, box: QRectF, scale: float) -> None:
        reached = place <= self._step
        painter.setPen(QPen(colour("navy" if reached else "field"), 1.5))
        painter.setBrush(colour("navy" if reached else "white"))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if place < self._step:
            painter.save()
            painter.translate(box.center())
            painter.scale(box.width() / UNIT, box.height() / UNIT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("white"))
            painter.drawPath(check_mark())
            painter.restore()
            return
        painter.setFont(desktop_font("body", scale, bold=True))
        painter.setPen(colour("white" if reached else "sub"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))
