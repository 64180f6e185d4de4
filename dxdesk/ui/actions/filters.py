"""The head of 宿題: how many there are, search, how they are grouped, and the states as filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.action_items import ACTION_CHIPS, ActionChip
from dxdesk.ui.actions.rows import Grouping
from dxdesk.ui.chips import FilterChip, let_one_be_pressed, press, pressed
from dxdesk.ui.labels import plain_label
from dxdesk.ui.search_field import SearchField
from dxdesk.wording.actions import CHIP_WORDS, GROUPING, GROUPINGS, head_words

_GROUPINGS: Final[tuple[Grouping, ...]] = ("owner", "day")


class ActionFilters(QWidget):
    """Of the chips at most one is pressed, 対応中 at first."""

    changed = Signal()
    left_downwards = Signal()
    """↓ or Enter in the search field."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label(word, "card-name")
        self._counts = plain_label("", "small")
        self.search = SearchField()
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
        press(self.chips, "open")
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(10)
        for widget in (self._title, self._counts):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.search, 3)
        first.addWidget(label)
        first.addWidget(self.groupings)
        second.setSpacing(7)
        for button in self.chips.values():
            second.addWidget(button)
        let_one_be_pressed(self.chips, self.changed.emit)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(7)
        column.addLayout(first)
        column.addLayout(second)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.search.searched.connect(self.changed)
        self.search.left_downwards.connect(self.left_downwards)
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
        return pressed(self.chips)

    @property
    def words(self) -> str:
        """What is searched for: the committed text."""
        return self.search.text()

    def clear(self) -> None:
        """Take every condition away."""
        press(self.chips, None)
        self.search.drop()
        self.changed.emit()
