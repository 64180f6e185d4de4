"""The head of 宿題: how many there are, search, how they are grouped, and the states as filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.action_items import ACTION_CHIPS, ActionChip
from dxdesk.ui.actions.rows import Grouping
from dxdesk.ui.composition import Composition
from dxdesk.ui.initiatives.chips import FilterChip
from dxdesk.ui.initiatives.filters import SEARCH_MILLISECONDS
from dxdesk.ui.labels import plain_label
from dxdesk.wording_actions import CHIP_WORDS, GROUPING, GROUPINGS, head_words

_GROUPINGS: Final[tuple[Grouping, ...]] = ("owner", "day")


class ActionFilters(QWidget):
    """Search runs on committed text, 300 ms after the last; of the chips at most one is pressed, 対応中 at first."""

    changed = Signal()
    left_downwards = Signal()
    """↓ or Enter in the search field."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label(word, "card-name")
        self._counts = plain_label("", "small")
        self.search = QLineEdit()
        self.composition = Composition(self.search)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(320)
        self.groupings = QComboBox()
        self.groupings.setAccessibleName(GROUPING)
        self.groupings.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for grouping in _GROUPINGS:
            self.groupings.addItem(GROUPINGS[grouping], grouping)
        label = plain_label(GROUPING, "small")
        label.setBuddy(self.groupings)
        self.chips: dict[ActionChip, FilterChip] = {chip: FilterChip(None) for chip in ACTION_CHIPS}
        self.chips["open"].setChecked(True)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MILLISECONDS)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(10)
        for widget in (self._title, self._counts):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.search, 3)
        first.addWidget(label)
        first.addWidget(self.groupings)
        second.setSpacing(7)
        for chip, button in self.chips.items():
            second.addWidget(button)
            button.clicked.connect(lambda _checked=False, pressed=chip: self._press(pressed))
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(7)
        column.addLayout(first)
        column.addLayout(second)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._timer.timeout.connect(self._search)
        self.search.textChanged.connect(self._timer.start)
        self.search.installEventFilter(self)
        self.groupings.activated.connect(self.changed)

    def show_counts(self, word: str, count: int, overdue: int, counts: Mapping[ActionChip, int]) -> None:
        """Show the town's word, how many there are, and what each chip would leave."""
        self._title.setText(word)
        self.search.setPlaceholderText(self.tr("{word}をさがす（Ctrl+F）").format(word=word))
        self.search.setAccessibleName(self.tr("{word}をさがす").format(word=word))
        self._counts.setText(head_words(count, overdue))
        for chip, button in self.chips.items():
            button.show_count(CHIP_WORDS[chip], counts[chip])

    @property
    def grouping(self) -> Grouping:
        """How the list is grouped."""
        data = self.groupings.currentData()
        return next((each for each in _GROUPINGS if each == data), "owner")

    @property
    def chip(self) -> ActionChip | None:
        """The chip that is pressed."""
        return next((chip for chip, button in self.chips.items() if button.isChecked()), None)

    @property
    def words(self) -> str:
        """What is searched for: the committed text."""
        return self.search.text()

    def clear(self) -> None:
        """Take every condition away."""
        for button in self.chips.values():
            button.setChecked(False)
        self.search.clear()
        self._timer.stop()
        self.changed.emit()

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _press(self, pressed: ActionChip) -> None:
        for chip, button in self.chips.items():
            if chip != pressed:
                button.setChecked(False)
        self.changed.emit()

    def _search(self) -> None:
        if self.composition.text:
            self._timer.start()
            return
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears the search; ↓ and Enter go into the table."""
        if watched is not self.search or not isinstance(event, QKeyEvent) or self.composition.text:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self.search.text():
            event.accept()  # the search is cleared before anything is closed
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self.changed.emit()
            self.left_downwards.emit()
            return True
        return False
