"""The frame of every page of はじめに: a heading, what is asked, what went wrong, and the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.first_run import BACK
from dxdesk.wording.screen import STAYS_ON_THIS_PC


class Foot(QFrame):
    """The foot bar: the way back, what the program promises, and the buttons of the page on the right."""

    def __init__(self, *right: QWidget, back: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back = QPushButton(BACK)
        if not back:
            self.back.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(PhraseLabel(STAYS_ON_THIS_PC, "small", most=2), 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in right:
            row.addWidget(widget)


class Trouble(QFrame):
    """What went wrong, in place: nothing while there is nothing; perhaps with one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "message")
        self.label = PhraseLabel("", "error")
        self.note = PhraseLabel("", "small")
        self.button = QPushButton()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self._act: Callable[[], object] | None = None
        self.button.clicked.connect(self._acted)
        self.show_text("")

    def show_text(self, text: str, note: str = "", word: str = "", act: Callable[[], object] | None = None) -> None:
        """Say what is wrong (empty: nothing), what is added to it, and offer something to do."""
        self.label.show_text(text)
        self.note.show_text(note)
        self.note.setVisible(bool(note))
        self.button.setText(word)
        self.button.setVisible(bool(word))
        self._act = act
        self.setVisible(bool(text))

    def _acted(self) -> None:
        if self._act is not None:
            self._act()


def scrolling(content: QWidget) -> QScrollArea:
    """Content that scrolls down where the window is too low for it, and never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def centred(*widgets: QWidget, width: int = 0, gaps: Sequence[int] = ()) -> QWidget:
    """Widgets below each other in the middle of the page; ``width`` px at most (0: each as wide as it likes), with
    ``gaps`` px more than usual below the first ones."""
    inner = QVBoxLayout()
    inner.setSpacing(12)
    for widget, gap in zip_longest(widgets, gaps, fillvalue=0):
        assert isinstance(widget, QWidget)
        if width:
            inner.addWidget(widget)
        else:
            inner.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        assert isinstance(gap, int)
        inner.addSpacing(gap)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 12, 24, 12)
    column.addStretch(2)
    if width:
        holder = QWidget()
        holder.setLayout(inner)
        inner.setContentsMargins(0, 0, 0, 0)
        holder.setMaximumWidth(width)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
        column.addLayout(row)
    else:
        column.addLayout(inner)
    column.addStretch(3)
    return page


def heading(text: str, look: str = "done") -> QLabel:
    """The question of a page."""
    label = plain_label(text, look)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


class Field(QWidget):
    """A field below its label, and below it what has to be put right."""

    def __init__(self, label: str, field: QWidget, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.error = PhraseLabel("", "error")
        name = plain_label(label, "strong")
        name.setBuddy(field)
        field.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(field)
        if note:
            column.addWidget(PhraseLabel(note, "small"))
        column.addWidget(self.error)
        self.show_error("")

    def show_error(self, text: str) -> None:
        """Say under the field what to do; nothing for an empty text."""
        self.error.show_text(f"！ {text}" if text else "")
        self.error.setVisible(bool(text))
        self.field.setProperty("state", "error" if text else "")
        style = self.field.style()
        style.unpolish(self.field)
        style.polish(self.field)
