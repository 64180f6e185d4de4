"""What stands above the tree: search, how it is grouped, and chips that filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from dxdesk.ui.composition import Composition
from dxdesk.ui.initiatives.chips import ChipRows, FilterChip
from dxdesk.ui.initiatives.groupings import Grouping
from dxdesk.ui.initiatives.search import CHIPS, Chip
from dxdesk.ui.labels import plain_label

SEARCH_MILLISECONDS: Final = 300


class FilterBar(QWidget):
    """Search runs on committed text, 300 ms after the last; of the chips at most one is pressed."""

    changed = Signal()
    """The words, the chip or the grouping changed."""
    left_downwards = Signal()
    """↓ or Enter in the search field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(placeholderText=self.tr("さがす（Ctrl+F）"))
        self.search.setAccessibleName(self.tr("取組と文をさがす"))
        self.composition = Composition(self.search)
        self._grouping = QComboBox()
        self._grouping.setAccessibleName(self.tr("まとめ方"))
        self._grouping.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grouping.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._chips = {chip: FilterChip(chip if chip in ("late", "warn", "miss") else None) for chip in CHIPS}
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MILLISECONDS)
        first = self._first = QHBoxLayout()
        first.setSpacing(7)
        first.addWidget(self.search, 1)
        word = plain_label(self.tr("まとめ方"), "small")
        word.setBuddy(self._grouping)
        first.addWidget(word)
        first.addWidget(self._grouping)
        first.addStretch(0)
        for chip, button in self._chips.items():
            button.clicked.connect(lambda _checked=False, pressed=chip: self._press(pressed))
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(460)
        self._second = ChipRows(tuple(self._chips.values()))
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(16, 8, 12, 8)
        self._rows.setSpacing(10)
        self._rows.addLayout(first, 1)
        self._rows.addWidget(self._second)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._timer.timeout.connect(self._search)
        self.search.textChanged.connect(self._timer.start)
        self._grouping.activated.connect(self.changed)
        self.search.installEventFilter(self)

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
        for each, button in self._chips.items():
            button.setChecked(each == chip)

    @property
    def chip(self) -> Chip | None:
        """The chip that is pressed."""
        return next((chip for chip, button in self._chips.items() if button.isChecked()), None)

    @property
    def words(self) -> str:
        """What is searched for: the committed text."""
        return self.search.text()

    def clear(self) -> None:
        """Take every condition away."""
        for button in self._chips.values():
            button.setChecked(False)
        self.search.clear()
        self._timer.stop()
        self.changed.emit()

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _press(self, pressed: Chip) -> None:
        for chip, button in self._chips.items():
            if chip != pressed:
                button.setChecked(False)
        self.changed.emit()

    def _search(self) -> None:
        if self.composition.text:
            self._timer.start()
            return
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears the search; ↓ and Enter go into the tree."""
        if watched is not self.search or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if self.composition.text:
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
