"""Why: one line that stays on record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look


class ReasonField(QWidget):
    """One line for the reason, which stays on record."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.label = plain_label("", "strong")
        self.label.setBuddy(self.line)
        self.composition = Composition(self.line)
        self.message = Message()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(4)
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        self.row.addWidget(self.line, 1)
        column.addWidget(self.label)
        column.addLayout(self.row)
        column.addWidget(self.message)
        self.line.textChanged.connect(lambda _text: self.clear())

    def ask(self, words: str) -> None:
        """What the reason is for."""
        self.label.setText(words)
        self.line.setAccessibleName(words)

    def say(self, words: str) -> None:
        """Say below what to do, and put the focus here."""
        self.message.say(words)
        self.line.setProperty("state", "error")
        set_look(self.line, "")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Say nothing."""
        self.message.clear()
        self.line.setProperty("state", "")
        set_look(self.line, "")
