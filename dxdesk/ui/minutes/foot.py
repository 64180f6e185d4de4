"""The foot of 会議録: back to the meeting, the PDF, and the one thing to do next."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording_minutes_screen import (
    BACK_TO_MEETING,
    CONFIRM,
    CORRECT,
    DRAFT_NOW,
    FINISHED_SHORT,
    SAVE_PDF,
    SAVE_WORD,
    UNTIL_CONFIRMED,
)

Mode = Literal["nothing", "undrafted", "draft", "confirmed", "reading"]
"""No minutes; none yet but they can be made; being written; confirmed; only looked at."""

HINT_FROM = 1200


class MinutesFoot(QFrame):
    """One filled button: 会議録を確定する while it is written, afterwards PDFで保存."""

    back_requested = Signal()
    finished_requested = Signal()
    correct_requested = Signal()
    save_requested = Signal()
    word_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self._mode: Mode = "nothing"
        self._back = QPushButton(BACK_TO_MEETING)
        self._hint = plain_label(UNTIL_CONFIRMED, "small")
        self.finished = QPushButton(FINISHED_SHORT)
        self.finished.hide()
        self.correct = QPushButton(CORRECT)
        self.save = QPushButton(SAVE_PDF)
        self.word = QPushButton(SAVE_WORD)
        self.primary = QPushButton(CONFIRM)
        set_look(self.primary, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self._back)
        row.addStretch(1)
        for widget in (self._hint, self.finished, self.correct, self.word, self.save, self.primary):
            row.addWidget(widget)
        self._back.clicked.connect(self.back_requested)
        self.finished.clicked.connect(self.finished_requested)
        self.correct.clicked.connect(self.correct_requested)
        self.save.clicked.connect(self.save_requested)
        self.word.clicked.connect(self.word_requested)
        self.primary.clicked.connect(self.primary_requested)

    @property
    def mode(self) -> Mode:
        return self._mode

    def show_mode(self, mode: Mode, reason: str = "") -> None:
        """Show the buttons of a mode; ``reason`` why the filled one cannot be pressed yet."""
        self._mode = mode
        word = {"draft": CONFIRM, "undrafted": DRAFT_NOW}.get(mode, SAVE_PDF)
        self.primary.setText(f"{word}（{reason}）" if reason else word)
        self.primary.setEnabled(mode != "nothing" and not reason)
        self.save.setVisible(mode == "draft")
        self.word.setVisible(mode not in ("nothing", "undrafted"))
        self.correct.setVisible(mode == "confirmed")
        self._fit()

    def show_drawer(self, drawer: bool) -> None:
        """Where the page is a drawer, a button opens it."""
        self.finished.setVisible(drawer)

    def _fit(self) -> None:
        self._hint.setVisible(self._mode == "draft" and self.width() >= HINT_FROM * text_scale(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
