"""What does not go together about the day of a meeting and its cycle, each with a way out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.meeting_days import DayDoubt
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.theme import set_look
from dxdesk.wording.meeting_days import GO_ON, doubt_words, other_cycle_words, planned_day_words


class DoubtCard(QFrame):
    """Hidden while everything goes together."""

    cycle_wanted = Signal(object)
    """The cycle that is meant instead."""

    day_wanted = Signal(object)
    """The day that was planned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "ask-card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 14, 8)
        self._column.setSpacing(6)
        self.buttons: tuple[QPushButton, ...] = ()
        self.weighty = ""
        """What a person has to have seen: that a day was put off is known."""
        self.hide()

    def show_doubts(self, doubts: Sequence[DayDoubt], day: date) -> None:
        """Show what there is to look at about a day; nothing hides the card."""
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.buttons = ()
        said = [doubt_words(each, day) for each in doubts]
        named = zip(doubts, said, strict=True)
        self.weighty = "\n".join(words for doubt, words in named if doubt.kind != "other_day")
        for doubt, words in zip(doubts, said, strict=True):
            self._column.addWidget(self._row(doubt, words))
        if doubts:
            self._column.addWidget(PhraseLabel(GO_ON, "small"))
        self.setVisible(bool(doubts))

    def _row(self, doubt: DayDoubt, words: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(PhraseLabel(words), 1)
        button = self._way_out(doubt)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons = (*self.buttons, button)
        return line

    def _way_out(self, doubt: DayDoubt) -> QPushButton | None:
        other, day = doubt.other, doubt.day
        if other is not None:
            button = QPushButton(other_cycle_words(other))
            button.clicked.connect(lambda: self.cycle_wanted.emit(other))
            return button
        if doubt.kind == "other_day" and day is not None:
            button = QPushButton(planned_day_words(day))
            button.clicked.connect(lambda: self.day_wanted.emit(day))
            return button
        return None
