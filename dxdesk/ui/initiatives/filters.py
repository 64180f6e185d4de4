"""What stands above the tree: search, how it is grouped, and chips that filter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from dxdesk.ui.chips import ChipRows, FilterChip, let_one_be_pressed, press, pressed
from dxdesk.ui.initiatives.groupings import Grouping
from dxdesk.ui.initiatives.search import CHIPS, Chip
from dxdesk.ui.labels import plain_label
from dxdesk.ui.search_field import SearchField


class FilterBar(QWidget):
    """Of the chips at most one is pressed."""

    changed = Signal()
    """The words, the chip or the grouping changed."""
    left_downwards = Signal()
    """↓ or Enter in the search field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("さがす（Ctrl+F）"))
        self.search.setAccessibleName(self.tr("取組と文をさがす"))
        self._grouping = QComboBox()
        self._grouping.setAccessibleName(self.tr("まとめ方"))
        self._grouping.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grouping.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._chips = {chip: FilterChip(chip if chip in ("late", "warn", "miss") else None) for chip in CHIPS}
        first = self._first = QHBoxLayout()
        first.setSpacing(7)
        first.addWidget(self.search, 1)
        word = plain_label(self.tr("まとめ方"), "small")
        word.setBuddy(self._grouping)
        first.addWidget(word)
        first.addWidget(self._grouping)
        first.addStretch(0)
        let_one_be_pressed(self._chips, self.changed.emit)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(460)
        self._second = ChipRows(tuple(self._chips.values()))
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(16, 8, 12, 8)
        self._rows.setSpacing(10)
        self._rows.addLayout(first, 1)
        self._rows.addWidget(self._second)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.search.searched.connect(self.changed)
        self.search.left_downwards.connect(self.left_downwards)
        self._grouping.activated.connect(self.changed)

    def show_groupings(self, words: Mapping[Grouping, str]) -> None:
        """Offer ways to group; the one in use stays."""
        if [self._grouping.itemText(at) for at in range(self._grouping.count())] == list(words.values()):
            return
        now = self.grouping
        self._grouping.clear()
        for grouping, word in words.items():
            self._grouping.addItem(word, grouping)
        self._grouping.setCurrentIndex(max(0, self._grouping.findData(now)))

    def show_counts(self, words: Mapping[Chip, str], counts: Mapping[Chip, int]) -> None:
        """Show what each chip would leave; chips without a word are not there."""
        for chip, button in self._chips.items():
            button.setVisible(chip in words)
            if chip in words:
                button.show_count(words[chip], counts[chip])
            else:
                button.setChecked(False)
        self._fit()

    @property
    def grouping(self) -> Grouping:
        """How the tree is grouped."""
        data = self._grouping.currentData()
        return data if isinstance(data, str) else "axis"

    def set_conditions(self, grouping: Grouping, chip: Chip | None) -> None:
        """Group and filter in another way, without telling."""
        self._grouping.setCurrentIndex(max(0, self._grouping.findData(grouping)))
        press(self._chips, chip)

    @property
    def chip(self) -> Chip | None:
        """The chip that is pressed."""
        return pressed(self._chips)

    @property
    def words(self) -> str:
        """What is searched for: the committed text."""
        return self.search.text()

    def clear(self) -> None:
        """Take every condition away."""
        press(self._chips, None)
        self.search.drop()
        self.changed.emit()

    def _fit(self) -> None:
        """The chips go below the search field where there is no room beside it."""
        self._first.invalidate()
        wide = self._first.minimumSize().width() + self._second.one_row() + 48
        beside = wide <= self.width()
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if beside:
            self._second.setFixedWidth(self._second.one_row())
        else:
            self._second.setFixedWidth(max(100, self.width() - 28))
        self._second.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
