"""The letter as it will go out, and the day until when it asks."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.calendar import long_date, parse_date, table_date
from dxdesk.domain.errors import Problem
from dxdesk.operations.correspondence import Correspondence
from dxdesk.operations.printing_letters import text_of_reminder
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.one_line import OneLine
from dxdesk.ui.text_area import TextArea
from dxdesk.ui.text_field import Message
from dxdesk.wording.reminder import BLANKS, LETTER, PAGE, UNTIL, UNTIL_HINT, UNTIL_NAME
from dxdesk.wording.sentences import problem_words

_DAY: Final = 150


class LetterPanel(QWidget):
    """The day is proposed and can be changed; the letter is read, not written."""

    edited = Signal()
    """Another day was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.echo, self.message = QLineEdit(), OneLine("", "small"), Message()
        self.words = TextArea()
        self._composition = Composition(self.day)
        label = plain_label(UNTIL)
        label.setBuddy(self.day)
        self.day.setAccessibleName(UNTIL_NAME)
        self.day.setAccessibleDescription(UNTIL_HINT)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.day)
        row.addWidget(self.echo, 1)
        self.words.setReadOnly(True)
        self.words.setAccessibleName(LETTER)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(PAGE, "title-window"))
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.words, 1)
        column.addWidget(PhraseLabel(BLANKS, "small"))
        self.day.textEdited.connect(lambda _text: self.edited.emit())

    def propose(self, day: date) -> None:
        """Put a day in where none was typed."""
        if not self.day.text().strip():
            self.day.setText(table_date(day))

    def due(self, today: date) -> date:
        """The day until when the letter asks. Raises Problem for what is no day."""
        return parse_date(self.day.text(), "due", today=today)

    def show_letter(self, found: Correspondence, department: str | None) -> bool:
        """Show the letter to a department (id; None: to all); False while the day cannot be read."""
        try:
            due = self.due(found.now.date())
        except Problem as problem:
            self.message.say(problem_words(problem))
            self.echo.show_text("")
            return False
        self.message.clear()
        self.echo.show_text(long_date(due))
        words = text_of_reminder(found, department, due)
        if words != self.words.typed():
            self.words.show_text(words)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.day.setFixedWidth(round(_DAY * text_scale(self)))
