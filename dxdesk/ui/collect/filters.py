"""What stands above the matrix: how many were asked, counts that filter, and the search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from dxdesk.ui.chips import FilterChip, let_one_be_pressed, press, pressed
from dxdesk.ui.collect.rows import FILTERS, Filter
from dxdesk.ui.labels import plain_label
from dxdesk.ui.search_field import SearchField
from dxdesk.wording.collect import KIND_WORDS, WAITING_MERGE, count_words
from dxdesk.wording.take_in import HELD_CHIP

WORDS: Final[dict[Filter, str]] = {"merge": WAITING_MERGE, "held": HELD_CHIP}
WORDS.update(KIND_WORDS.items())
RARE: Final[frozenset[Filter]] = frozenset({"spared", "held"})
"""Counts that are shown only where there is something to count."""


class CollectFilters(QWidget):
    """Of the counts at most one is pressed."""

    changed = Signal()
    left_downwards = Signal()
    """↓ or Enter in the search field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("取組をさがす"))
        self.search.setToolTip("Ctrl+F")
        self.search.setAccessibleName(self.tr("取組をさがす"))
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(300)
        self._asked = plain_label("", "section")
        self.chips: dict[Filter, FilterChip] = {each: FilterChip(None) for each in FILTERS}
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._asked)
        first.addWidget(self.search, 1)
        first.addStretch(0)
        for button in self.chips.values():
            second.addWidget(button)
        let_one_be_pressed(self.chips, self.changed.emit)
        second.addStretch(1)
        self._parts = (first, second)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(16, 8, 12, 8)
        self._rows.setSpacing(10)
        for part in self._parts:
            part.setSpacing(7)
            self._rows.addLayout(part, 1 if part is first else 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.search.searched.connect(self.changed)
        self.search.left_downwards.connect(self.left_downwards)

    def show_counts(self, asked: int, counts: Mapping[Filter, int]) -> None:
        """Show how many were asked, and what each filter would leave."""
        self._asked.setText(count_words(asked))
        for chip, button in self.chips.items():
            button.show_count(WORDS[chip], counts[chip])
            button.setVisible(chip not in RARE or counts[chip] > 0 or chip == self.chosen)
        self._fit()

    @property
    def chosen(self) -> Filter | None:
        """The count that is pressed."""
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

    def _fit(self) -> None:
        """The counts go below the search field where there is no room beside it."""
        for part in self._parts:
            part.invalidate()
        wide = sum(part.minimumSize().width() for part in self._parts) + 48
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.LeftToRight if wide <= self.width() else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
