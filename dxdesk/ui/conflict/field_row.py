"""One field that differs: its versions beside each other, and below them what can be chosen."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from dxdesk.ui.conflict.compared import ComparedText
from dxdesk.ui.conflict.reading import REVIEW, Field, Side
from dxdesk.ui.labels import plain_label
from dxdesk.ui.text_field import show_look
from dxdesk.wording.conflict import (
    CHOOSE,
    CHOSEN,
    JOIN,
    NO_ORIGIN,
    ORIGIN,
    VERDICT_CHOICES,
    Sides,
)

Side3 = Literal["ours", "theirs", "own"]


class FieldRow(QWidget):
    """No choice is made beforehand. ``own`` is a text put together from both."""

    chosen = Signal(str, str)
    """The key of the field, and which of the three."""

    def __init__(self, field: Field, sides: Sides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.choice: Side3 | None = None
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(plain_label(field.word, "strong"))
        self.state = plain_label(CHOOSE, "pill-ask")
        head.addWidget(self.state)
        head.addStretch(1)
        old = field.origin.words if field.origin is not None else None
        verdict = field.key == REVIEW
        self.boxes = {
            "ours": ComparedText(field.ours, self._old(old, field.theirs), f"{field.word}、{sides.ours}", quiet=False),
            "theirs": ComparedText(
                field.theirs, self._old(old, field.ours), f"{field.word}、{sides.theirs}", quiet=False
            ),
        }
        ours, theirs = VERDICT_CHOICES if verdict else sides.uses
        self.buttons = {"ours": QPushButton(ours), "own": QPushButton(JOIN), "theirs": QPushButton(theirs)}
        self._words = {key: button.text() for key, button in self.buttons.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.addLayout(head, 0, 0, 1, 3)
        if not verdict:
            first = ComparedText(field.origin or Side(NO_ORIGIN), None, f"{field.word}、{ORIGIN}", quiet=True)
            grid.addWidget(first, 1, 0)
        for column, key in enumerate(("ours", "theirs"), start=1):
            grid.addWidget(self.boxes[key], 1, column)
        below = QHBoxLayout()
        below.setSpacing(8)
        for key, button in self.buttons.items():
            button.setAccessibleName(f"{field.word}、{button.text()}")
            button.setCheckable(True)
            below.addWidget(button, 1 if key == "own" else 2)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(self.field.key, key))
        grid.addLayout(below, 2, 1, 1, 2)
        self.buttons["own"].setVisible(field.joinable)
        for column in range(3):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 0 if verdict and not column else 120)

    def _old(self, old: str | None, other: Side) -> str | None:
        """What a version is compared with: what both were written on, else the other version."""
        if self.field.key == REVIEW:
            return None
        return old if old is not None else other.words

    def show_choice(self, choice: Side3 | None) -> None:
        """Show what is used of this field."""
        self.choice = choice
        self.state.setText(CHOSEN if choice else CHOOSE)
        show_look(self.state, "saved" if choice else "pill-ask")
        for key, box in self.boxes.items():
            box.show_chosen(choice in (key, "own"))
        for key, button in self.buttons.items():
            button.setChecked(choice == key)
            button.setText(f"✓ {self._words[key]}" if choice == key else self._words[key])
