"""The middle of 印刷: the pages, or why there are none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.ui.bands import announce
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.printing.composing import Composed
from dxdesk.ui.printing.sheets import SheetView
from dxdesk.wording_printing import MAKE_AGAIN, MAKING, STOP, STOPPED

PATIENCE: Final = 300
"""Milliseconds during which the old pages stay before the screen says that others are being made."""


class Centre(QStackedWidget):
    """The pages; while they are being made a line that says so and can be stopped; or a sentence."""

    stop_requested = Signal()
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = SheetView()
        self._said = QWidget()
        self._words = PhraseLabel("", "section")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self._pressed)
        column = QVBoxLayout(self._said)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._say(MAKING, STOP))
        for widget in (self.sheets, self._said):
            self.addWidget(widget)

    @property
    def words(self) -> str:
        """What is said in place of the pages; empty while pages are shown."""
        return self._words.text() if self.currentWidget() is self._said else ""

    def wait(self) -> None:
        """Pages are being made."""
        if not self._patience.isActive() and self.words != MAKING:
            self._patience.start()

    def show_pages(self, composed: Composed) -> None:
        """Show the pages of a document."""
        self._patience.stop()
        waited = self._button.hasFocus()
        self.setCurrentWidget(self.sheets)
        self.sheets.show_pages(composed.pdf, composed.sizes)
        if waited:
            self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_stopped(self) -> None:
        """Nobody waits any more."""
        self._say(STOPPED, MAKE_AGAIN)

    def show_sentence(self, words: str) -> None:
        """Say why there are no pages."""
        self._say(words, "")

    def _say(self, words: str, button: str) -> None:
        self._patience.stop()
        self._words.show_text(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setCurrentWidget(self._said)
        announce(self, words)

    def _pressed(self) -> None:
        (self.stop_requested if self.words == MAKING else self.again_requested).emit()
