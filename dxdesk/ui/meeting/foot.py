"""The foot of 会議: back on the left, what else there is, and one filled button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import TELL_CORRECTION
from dxdesk.wording.meeting_screen import CANCEL_MEETING
from dxdesk.wording.presenter import READ_BACK, READ_BACK_OVER

SECONDARY = {
    "hold": "会議を用意する",
    "board": "ボードを見る",
    "agenda": "次第を見る",
    "actions": "宿題を見る",
    "correct": TELL_CORRECTION,
    "close": "会議を閉じる",
    "cancel": CANCEL_MEETING,
    "stop": "直さずに戻る（Esc）",
    "read_back": READ_BACK,
    "read_back_over": READ_BACK_OVER,
}
"""The outlined buttons, by what they do."""


@dataclass(frozen=True)
class FootState:
    """``back`` the word of the button on the left (empty: none), ``shown`` outlined buttons, ``primary`` the filled."""

    back: str
    shown: tuple[str, ...]
    primary: str
    enabled: bool = True
    hint: str = ""


class MeetingFoot(QFrame):
    """What the buttons do depends on what is shown; the page knows."""

    back_requested = Signal()
    primary_requested = Signal()
    requested = Signal(str)
    """The key of an outlined button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back, self.primary = QPushButton(), QPushButton()
        set_look(self.primary, "primary")
        self.buttons = {key: QPushButton(word) for key, word in SECONDARY.items()}
        self._hint = plain_label("", "small")
        self._shown: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self._hint)
        for key, button in self.buttons.items():
            row.addWidget(button)
            button.hide()
            button.clicked.connect(lambda _on=False, key=key: self.requested.emit(key))
        row.addWidget(self.primary)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_action_word(self, word: str) -> None:
        """The town's word for 宿題."""
        self.buttons["actions"].setText(self.tr("{word}を見る").format(word=word))

    def show_state(self, state: FootState) -> None:
        """Show the buttons of a state."""
        self.back.setText(state.back)
        self.back.setVisible(bool(state.back))
        for key, button in self.buttons.items():
            button.setVisible(key in state.shown)
        self.primary.setText(state.primary)
        self.primary.setVisible(bool(state.primary))
        self.primary.setEnabled(state.enabled)
        self._hint.setText(state.hint)
        self._shown = state.shown
        self._fit()

    def _fit(self) -> None:
        """Where not all has room, the words give way, then the way to 次第, which is also there beside 出席."""
        self._hint.setVisible(bool(self._hint.text()))
        held = "close" in self._shown
        self.buttons["agenda"].setVisible("agenda" in self._shown)
        if self.sizeHint().width() > self.width():
            self._hint.hide()
        if held and self.sizeHint().width() > self.width():
            self.buttons["agenda"].hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
