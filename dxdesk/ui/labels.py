"""Labels that show data: always as plain text, long ones broken between phrases."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dxdesk.phrases import wrap_phrases
from dxdesk.ui.theme import set_look, text_look

_BODY_PX = text_look("body").px
_LINE = 1.42
"""Line height of read-only texts in parts of their size."""


def plain_label(text: str = "", look: str = "", parent: QWidget | None = None) -> QLabel:
    """A label in one of the looks of the style sheet; what it shows is never taken for markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if look:
        set_look(label, look)
    return label


def text_scale(widget: QWidget) -> float:
    """文字の大きさ as it is now, 1.0 for 標準: everything that paints text itself grows with it."""
    return QWidget.font(widget.window()).pixelSize() / _BODY_PX


class PhraseLabel(QLabel):
    """A read-only text whose lines break between phrases; ``most`` lines at most (0: all), the last ending in …"""

    def __init__(self, text: str = "", look: str = "", *, most: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._most = most
        self._lines: tuple[int, list[str]] = (-1, [])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if look:
            set_look(self, look)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text; assistive technology reads it whole, without its line breaks."""
        self.setText(text)
        self.setAccessibleName(text)
        self._lines = (-1, [])
        self.updateGeometry()
        self.update()

    def lines(self, width: int) -> list[str]:
        """The lines in a column of ``width`` px."""
        metrics = QFontMetricsF(self.font())
        key = hash((width, self.font().key()))
        if self._lines[0] != key:
            found = wrap_phrases(self.text(), width, metrics.horizontalAdvance, balance=False)
            if self._most and len(found) > self._most:
                rest = "".join(found[self._most - 1 :])
                cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
                found = [*found[: self._most - 1], cut]
            self._lines = (key, found)
        return self._lines[1]

    def _pitch(self) -> float:
        return self.font().pixelSize() * _LINE

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._pitch() * max(1, len(self.lines(width)))) if self.text() else 0

    def _unbroken(self) -> int:
        """The height with every paragraph on one line. What a width makes of it only ``heightForWidth`` says: the
        width that the label has now may be one from before."""
        return round(self._pitch() * (1 + self.text().count("\n"))) if self.text() else 0

    def sizeHint(self) -> QSize:
        advance = QFontMetricsF(self.font()).horizontalAdvance
        widest = max((advance(line) for line in self.text().split("\n")), default=0.0)
        return QSize(round(widest) + 1, self._unbroken())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._unbroken())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics, pitch = QFontMetricsF(self.font()), self._pitch()
        first = (pitch + metrics.ascent() - metrics.descent()) / 2
        for index, line in enumerate(self.lines(self.width())):
            painter.drawText(0, round(first + index * pitch), line)
        painter.end()
