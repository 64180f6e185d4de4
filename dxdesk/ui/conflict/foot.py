"""The foot of くいちがいを直す."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.conflict import BACK, FORWARD, LATER, NOT_BY_TIME

HINT_FROM = 1180
"""Below this width, px at 100 %, the hint gives its room to the buttons."""


class ConflictFoot(QFrame):
    """From one くいちがい to the next on the left; on the right leave it open, or finish it."""

    step_requested = Signal(int)
    later_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back, self.forward = QPushButton(BACK), QPushButton(FORWARD)
        self.hint, self.later, self.primary = plain_label(NOT_BY_TIME, "small"), QPushButton(LATER), QPushButton()
        set_look(self.primary, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        for right in (self.hint, self.later, self.primary):
            row.addWidget(right)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.forward.clicked.connect(lambda: self.step_requested.emit(1))
        self.later.clicked.connect(self.later_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_primary(self, words: str, enabled: bool, *, count: int) -> None:
        """The word on the filled button; ``count`` how many くいちがい there are."""
        self.primary.setText(words)
        self.primary.setEnabled(enabled)
        self.later.setVisible(count > 0)
        for each in (self.back, self.forward):
            each.setVisible(count > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setVisible(self.width() >= HINT_FROM * text_scale(self))
