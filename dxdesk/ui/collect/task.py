"""What is done in the panel besides reading: a small task that the filled button finishes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dxdesk.ui.labels import PhraseLabel


class Task(QWidget):
    """One task: its heading, a line about it, and its fields below."""

    below_answer: ClassVar[bool] = False
    """Whether the answer it is about stays in sight above it."""

    changed = Signal()
    """What ``primary`` says may be another thing now."""

    def __init__(self, heading: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading: QLabel = PhraseLabel(heading, "strong" if self.below_answer else "title-window")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 10, 16, 10)
        self.column.setSpacing(8)
        self.column.addWidget(self.heading)
        if words:
            self.column.addWidget(PhraseLabel(words, "small"))

    def primary(self) -> tuple[str, bool]:
        """The word on the filled button and whether it can be pressed; where it cannot, the word says why."""
        raise TypeError(f"{type(self).__name__} has no button")

    def take_focus(self) -> None:
        """Put the focus where the task begins."""

    def commit(self) -> None:
        """Hand over what the input method still holds."""
