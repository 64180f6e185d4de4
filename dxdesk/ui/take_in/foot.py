"""The foot of 取り込みの確認: back on the left, the order and the one filled button on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.take_in import BACK, BY_DEPARTMENT, IN_ORDER, SEE_ANSWER, UNTIL_ACCEPTED


class TakeInFoot(QFrame):
    """Shows what it is told; a press is a signal."""

    back_requested = Signal()
    panel_requested = Signal()
    order_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back, self.panel = QPushButton(BACK), QPushButton(SEE_ANSWER)
        self.hint = plain_label(UNTIL_ACCEPTED, "small")
        self.order, self.primary = QPushButton(IN_ORDER), QPushButton()
        set_look(self.primary, "primary")
        self._hinting = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.panel)
        row.addStretch(1)
        for right in (self.hint, self.order, self.primary):
            row.addWidget(right)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.panel.hide()
        self.back.clicked.connect(self.back_requested)
        self.panel.clicked.connect(self.panel_requested)
        self.order.clicked.connect(self.order_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_primary(self, words: str, enabled: bool, *, by_department: bool, listed: bool) -> None:
        """The word on the filled button, and how the answers are arranged; ``listed``: there are any."""
        self.primary.setText(words)
        self.primary.setEnabled(enabled)
        self.order.setText(IN_ORDER if by_department else BY_DEPARTMENT)
        self.order.setVisible(listed)
        self._hinting = enabled
        self._fit()

    def show_drawer(self, drawer: bool) -> None:
        """Where the panel is a drawer, a button opens it."""
        self.panel.setVisible(drawer)
        self._fit()

    def _fit(self) -> None:
        """The hint gives its room to the buttons."""
        for each in (self.back, self.panel, self.order, self.primary, self.hint):
            each.ensurePolished()
        kept = [each for each in (self.back, self.panel, self.order, self.primary) if not each.isHidden()]
        room = self.width() - 32 - sum(each.sizeHint().width() + 10 for each in kept)
        self.hint.setVisible(self._hinting and self.hint.sizeHint().width() + 16 <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
