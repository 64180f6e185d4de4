"""What stands above the matrix: how many were asked, counts that filter, and the search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from dxdesk.ui.collect.rows import FILTERS, Filter
from dxdesk.ui.composition import Composition
from dxdesk.ui.initiatives.chips import FilterChip
from dxdesk.ui.initiatives.filters import SEARCH_MILLISECONDS
from dxdesk.ui.labels import plain_label
from dxdesk.wording_collect import KIND_WORDS, WAITING_MERGE, count_words

WORDS: Final[Mapping[Filter, str]] = dict(KIND_WORDS.items()) | {"merge": WAITING_MERGE}


class CollectFilters(QWidget):
    """Of the counts at most one is pressed; search runs on committed text, 300 ms after the last."""

    changed = Signal()
    left_downwards = Signal()
    """↓ or Enter in the search field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(placeholderText=self.tr("取組をさがす"))
        self.search.setToolTip("Ctrl+F")
        self.search.setAccessibleName(self.tr("取組をさがす"))
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(300)
        self.composition = Composition(self.search)
        self._asked = plain_label("", "section")
        self.chips: dict[Filter, FilterChip] = {each: FilterChip(None) for each in FILTERS}
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MILLISECONDS)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._asked)
        first.addWidget(self.search, 1)
        first.addStretch(0)
        for chip, button in self.chips.items():
            second.addWidget(button)
            button.clicked.connect(lambda _checked=False, pressed=chip: self._press(pressed))
        second.addStretch(1)
        self._parts = (first, second)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(16, 8, 12, 8)
        self._rows.setSpacing(10)
        for part in self._parts:
            part.setSpacing(7)
            self._rows.addLayout(part, 1 if part is first else 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._timer.timeout.connect(self._search)
        self.search.textChanged.connect(self._timer.start)
        self.search.installEventFilter(self)

    def show_counts(self, asked: int, counts: Mapping[Filter, int]) -> None:
        """Show how many were asked, and what each filter would leave."""
        self._asked.setText(count_words(asked))
        for chip, button in self.chips.items():
            button.show_count(WORDS[chip], counts[chip])
        self._fit()

    @property
    def chosen(self) -> Filter | None:
        """The count that is pressed."""
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

    def _press(self, pressed: Filter) -> None:
        for chip, button in self.chips.items():
            if chip != pressed:
                button.setChecked(False)
        self.changed.emit()

    def _search(self) -> None:
        if self.composition.text:
            self._timer.start()
            return
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears the search; ↓ and Enter go into the matrix."""
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
