"""A read-only text that never takes more than one line and never keeps a form wide."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from dxdesk.ui.theme import set_look

_LEAST = 40


class OneLine(QLabel):
    """Plain text; with less room than it needs it ends in …, is read whole, and shows itself whole when pointed at."""

    def __init__(self, text: str = "", look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_text(text)
        if look:
            set_look(self, look)

    def show_text(self, text: str) -> None:
        """Show another text; line ends count as spaces."""
        self.setText(text.replace("\n", " "))
        self.setAccessibleName(text)
        self._offer()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(_LEAST, hint.width()), hint.height())

    def _offer(self) -> None:
        self.setToolTip(self.text() if self.width() < super().sizeHint().width() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
