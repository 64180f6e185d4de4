"""The middle of 印刷: the pages, or why there are none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.ui.bands import announce
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.printing.composing import Begun, Composed, Reached
from dxdesk.ui.printing.sheets import SheetView
from dxdesk.ui.theme import set_look
from dxdesk.wording.printing import MAKE_AGAIN, MAKING, STOP, STOPPED, WHY_NONE, making_words

PATIENCE: Final = 300
"""Milliseconds during which the old pages stay before the screen says that others are being made."""


class Centre(QStackedWidget):
    """The pages; while they are being made a line that says so and can be stopped; or a sentence."""

    stop_requested = Signal()
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = SheetView()
        self._waiting = False
        self._band, self._reached, self._stop = QFrame(), plain_label("", "small"), QPushButton(STOP)
        self._shown = self._pages_with_band()
        self._said = QScrollArea()
        self._words = PhraseLabel("", "section")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self._pressed)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._said.setWidget(said)
        self._said.setWidgetResizable(True)
        self._said.setFrameShape(QFrame.Shape.NoFrame)
        self._said.setAccessibleName(WHY_NONE)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self._say(MAKING, STOP))
        for widget in (self._shown, self._said):
            self.addWidget(widget)

    def _pages_with_band(self) -> QWidget:
        """The pages, above them how far the others are."""
        set_look(self._band, "panel")
        row = QHBoxLayout(self._band)
        row.setContentsMargins(14, 5, 14, 5)
        row.addWidget(self._reached, 1)
        row.addWidget(self._stop)
        self._stop.clicked.connect(self.stop_requested)
        self._band.hide()
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        column.addWidget(self.sheets, 1)
        return shown

    @property
    def words(self) -> str:
        """What is said in place of the pages; empty while pages are shown."""
        return self._words.text() if self.currentWidget() is self._said else ""

    @property
    def band(self) -> str:
        """What is said above the pages while the others are being made; empty when all are there."""
        return "" if self._band.isHidden() else self._reached.text()

    def wait(self) -> None:
        """Pages are being made."""
        if not self._patience.isActive() and not self._waiting:
            self._patience.start()

    def show_reached(self, reached: Reached) -> None:
        """Say how far the pages are, once somebody has waited."""
        words = making_words(reached.done, reached.total, reached.pages)
        if self._waiting:
            self._words.show_text(words)
        self._reached.setText(words)

    def show_begun(self, begun: Begun) -> None:
        """Show the pages that stand, above them how far the others are."""
        self._give_way(self._stop)
        again = not self._band.isHidden()
        self._band.show()
        self.sheets.show_pages(begun.pdf, begun.sizes, continues=again)

    def show_pages(self, composed: Composed) -> None:
        """Show the pages of a document."""
        begun = not self._band.isHidden()
        if self._stop.hasFocus():
            self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)
        self._band.hide()
        self._give_way(self.sheets)
        self.sheets.show_pages(composed.pdf, composed.sizes, continues=begun)

    def show_stopped(self) -> None:
        """Nobody waits any more."""
        self._say(STOPPED, MAKE_AGAIN)

    def show_sentence(self, words: str) -> None:
        """Say why there are no pages."""
        self._say(words, "")

    def _give_way(self, to: QWidget) -> None:
        """Pages instead of words; whoever was at the button goes on at ``to``."""
        self._patience.stop()
        waited = self._button.hasFocus()
        self._waiting = False
        self.setCurrentWidget(self._shown)
        if waited:
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str, button: str) -> None:
        self._patience.stop()
        self._waiting = words == MAKING
        was_there = self._stop.hasFocus()
        self._words.show_text(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setCurrentWidget(self._said)
        self._band.hide()
        if was_there and button:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def _pressed(self) -> None:
        (self.stop_requested if self._waiting else self.again_requested).emit()
