"""The foot of 照会ファイルをつくる."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import MAKE_AGAIN, NEW_KEY

HINT_FROM = 1080
"""Below this width, px at 100 %, the hint gives its room to the buttons."""


class InquiryFoot(QFrame):
    """Back on the left; on the right what is done, or where it goes on."""

    back_requested = Signal()
    again_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back, self.again, self.primary = QPushButton(self.tr("‹ 戻る")), QPushButton(MAKE_AGAIN), QPushButton()
        self.hint = plain_label(NEW_KEY, "small")
        set_look(self.primary, "primary")
        self._hinting = True
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addStretch(1)
        for right in (self.hint, self.again, self.primary):
            row.addWidget(right)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_requested)
        self.again.clicked.connect(self.again_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_primary(self, words: str, enabled: bool, *, hint: bool, again: bool) -> None:
        """The word on the filled button; ``again`` offers to make more, ``hint`` says what making again means."""
        self.primary.setText(words)
        self.primary.setEnabled(enabled)
        self.again.setVisible(again)
        self._hinting = hint
        self._fit()

    def _fit(self) -> None:
        self.hint.setVisible(self._hinting and self.width() >= HINT_FROM * text_scale(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
