"""The live copy: what the audience's screen shows, beside the records."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from dxdesk.ui.audience.view import SlideView
from dxdesk.ui.projection.pictures import Laid
from dxdesk.ui.theme import colour

FRAME = 2
"""Width of the frame, px: a white slide on a white ground needs an edge."""


class LiveCopy(QWidget):
    """A slide in a frame of its own shape, as large as there is room. It is looked at; nothing on it can be pressed but
    cards and tiles."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._shape, self._high = (16, 9), 0
        self.view = SlideView(self)
        self.setAccessibleName(name)

    def show_slide(self, laid: Laid | None, words: str) -> None:
        """Show a slide, None: plain white; ``words`` what it is called."""
        self.setAccessibleDescription(words)
        page = laid.page if laid else None
        if page is self.view.page and page is not None:
            return
        if page is not None:
            self._shape = (round(page.canvas.width), round(page.canvas.height))
        self.view.show_page(page, laid.faded if laid else ())
        self._place()

    def height_for(self, width: int) -> int:
        """How high it is at a width, with its frame."""
        return round((width - 2 * FRAME) * self._shape[1] / self._shape[0]) + 2 * FRAME

    def show_high(self, high: int) -> None:
        """So high it would like to be, px; where there is less room, it takes less."""
        if high != self._high:
            self._high = high
            self.setMaximumHeight(high)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(320, self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 24)

    def _place(self) -> None:
        room = QSize(*self._shape).scaled(self.size() - QSize(2 * FRAME, 2 * FRAME), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - room.width()) // 2
        self.view.setGeometry(QRect(left, FRAME, room.width(), room.height()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.view.geometry().adjusted(-FRAME, -FRAME, FRAME, FRAME), colour("ink"))
        painter.end()
