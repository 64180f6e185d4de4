"""The foot of 会議録: back to the meeting, the PDF, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.minutes_screen import (
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

_SIDE, _GAP = 16, 10


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
        self._owed: tuple[str, ...] = ()
        self._back = QPushButton(BACK_TO_MEETING)
        self.hint = plain_label(UNTIL_CONFIRMED, "small")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # words make no window wider
        self.finished = QPushButton(FINISHED_SHORT)
        self.finished.hide()
        self.correct = QPushButton(CORRECT)
        self.save = QPushButton(SAVE_PDF)
        self.word = QPushButton(SAVE_WORD)
        self.primary = QPushButton(CONFIRM)
        set_look(self.primary, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._back)
        row.addWidget(self.hint, 1)
        for widget in (self.finished, self.correct, self.word, self.save, self.primary):
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
        self._fit()

    def show_owed(self, owed: Sequence[str]) -> None:
        """Until when something is due, the most important last."""
        self._owed = tuple(owed)
        self._fit()

    def _fit(self) -> None:
        """As much as fits is said beside the buttons: first that all can be changed, then the days are left out."""
        hints = [self._owed, self._owed[-1:]] if self._mode not in ("nothing", "undrafted") else []
        if self._mode == "draft":
            hints.insert(0, (UNTIL_CONFIRMED, *self._owed))
        fitting = (each for each in hints if each and self._room() >= self._width_of("　".join(each)))
        self.hint.setText("　".join(next(fitting, ())))

    def _width_of(self, words: str) -> int:
        return self.hint.fontMetrics().horizontalAdvance(words) + 2 * _GAP

    def _room(self) -> int:
        """What the buttons that are there leave, px."""
        buttons = (self._back, self.finished, self.correct, self.word, self.save, self.primary)
        taken = sum(each.sizeHint().width() + _GAP for each in buttons if not each.isHidden())
        return self.width() - 2 * _SIDE - taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
