"""The foot of 回収: along the answers that wait on the left, what is to be done next on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.collect import ONLY_ACCEPTED


class CollectFoot(QFrame):
    """One filled button; while a task is open it finishes that, and やめる stands beside it."""

    step_requested = Signal(int)
    panel_requested = Signal()
    stop_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back, self.forward = QPushButton(self.tr("‹ 前の提出")), QPushButton(self.tr("次の提出 ›"))
        self.panel = QPushButton(self.tr("回答を見る（Enter）"))
        self.hint = plain_label(ONLY_ACCEPTED, "small")
        self.stop = QPushButton(self.tr("やめる"))
        self.primary = QPushButton()
        set_look(self.primary, "primary")
        self._hinting = True
        self._widest = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        for left in (self.back, self.forward, self.panel):
            row.addWidget(left)
        row.addStretch(1)
        for right in (self.hint, self.stop, self.primary):
            row.addWidget(right)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.panel.hide()
        self.stop.hide()
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.forward.clicked.connect(lambda: self.step_requested.emit(1))
        self.panel.clicked.connect(self.panel_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_primary(self, words: str, enabled: bool, *, task: bool) -> None:
        """The word on the filled button; ``task`` whether it finishes one: then it never gets narrower, so that the
        button beside it stays where it is."""
        self.primary.setMinimumWidth(0)
        self.primary.setText(words)
        self.primary.setEnabled(enabled)
        self._widest = max(self._widest, self.primary.sizeHint().width()) if task else 0
        self.primary.setMinimumWidth(self._widest)
        self.stop.setVisible(task)
        self._fit()

    def show_waiting(self, waiting: bool, *, hint: bool) -> None:
        """Whether there are answers to walk along, and whether the line about the meeting belongs here."""
        self.back.setEnabled(waiting)
        self.forward.setEnabled(waiting)
        self._hinting = hint
        self._fit()

    def show_drawer(self, drawer: bool) -> None:
        """Where the panel is a drawer, a button opens it."""
        self.panel.setVisible(drawer)
        self._fit()

    def _fit(self) -> None:
        """What only explains or saves keystrokes gives its room to the buttons."""
        for each in (self.back, self.forward, self.hint, self.panel, self.stop, self.primary):
            each.ensurePolished()  # before that it does not know how wide its words are
        kept = [each for each in (self.panel, self.stop, self.primary) if not each.isHidden()]
        room = self.width() - 32 - sum(max(each.sizeHint().width(), each.minimumWidth()) + 10 for each in kept)
        steps = sum(each.sizeHint().width() + 10 for each in (self.back, self.forward))
        for each in (self.back, self.forward):
            each.setVisible(steps <= room)
        self.hint.setVisible(self._hinting and steps + self.hint.sizeHint().width() + 26 <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
