"""A text that is as high as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dxdesk.ui.text_area import TextArea

_PADDING = 10
MOST_HEIGHT = 320
"""Longer texts scroll within themselves."""


class GrowingArea(TextArea):
    """A field that begins with one line and grows with its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def _fit(self) -> None:
        wanted = min(round(self.document().size().height()) + _PADDING, MOST_HEIGHT)
        policy = Qt.ScrollBarPolicy
        long = wanted == MOST_HEIGHT
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if long else policy.ScrollBarAlwaysOff)
        if wanted != self.height() or wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(320, min(round(self.document().size().height()) + _PADDING, MOST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
