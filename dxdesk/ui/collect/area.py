"""The left of 回収: filters over the matrix, or the sentence where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.store.queries.collection import Collection
from dxdesk.ui.bands import announce
from dxdesk.ui.collect.filters import CollectFilters
from dxdesk.ui.collect.matrix import Chosen, Matrix
from dxdesk.ui.collect.rows import MatrixRow, filter_counts, visible
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.wording.collect import NO_CYCLE_YET, NOTHING_ASKED, nothing_found
from dxdesk.wording.screen import NOTHING_FITS


class MatrixArea(QWidget):
    """Shows the rows that the conditions leave."""

    shown = Signal()
    """Other rows may be seen now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Collection | None = None
        self._rows: tuple[MatrixRow, ...] = ()
        self.filters, self.matrix = CollectFilters(), Matrix()
        self._reach = plain_label("", "pill-quiet")
        self._reach.hide()
        self._empty = QWidget()
        self._empty_words = PhraseLabel(look="section")
        self._clear = QPushButton(self.tr("条件を消す"))
        self._clear.clicked.connect(self.filters.clear)
        middle = QVBoxLayout(self._empty)
        middle.setContentsMargins(24, 40, 24, 24)
        middle.setSpacing(12)
        middle.addWidget(self._empty_words)
        middle.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        reach = QHBoxLayout()
        reach.setContentsMargins(16, 0, 12, 0)
        reach.addWidget(self._reach)
        reach.addStretch(1)
        column.addWidget(self.filters)
        column.addLayout(reach)
        column.addWidget(self._stack, 1)
        self.filters.changed.connect(self._filter)
        self.filters.left_downwards.connect(lambda: self.matrix.setFocus(Qt.FocusReason.TabFocusReason))

    def show_source(self, source: Collection, rows: tuple[MatrixRow, ...]) -> None:
        """Show a cycle; what is chosen, pressed and searched for stays."""
        self._source, self._rows = source, rows
        self.filters.show_counts(source.collected.asked, filter_counts(source))
        self.show_rows()

    def show_nothing(self) -> None:
        """There is no cycle yet."""
        self.filters.hide()
        self._say(NO_CYCLE_YET)

    def show_rows(self) -> None:
        """Show the rows that the conditions leave."""
        source, chosen, words = self._source, self.filters.chosen, self.filters.words
        if source is None:
            return
        self.filters.show()
        found = visible(self._rows, chosen, words)
        self.matrix.show_rows(found, source.departments, chosen)
        if self.matrix.chosen is None:
            self.matrix.choose_first()
        if found:
            self._stack.setCurrentWidget(self.matrix)
        else:
            fitting = nothing_found(words.strip()) if words.strip() else NOTHING_FITS
            self._say(fitting if self._rows else NOTHING_ASKED)
        self.shown.emit()

    def show_reach(self, words: str) -> None:
        """Say quietly that the exchange folder is out of reach; empty: it is not."""
        self._reach.setText(words)
        self._reach.setVisible(bool(words))

    def choose(self, chosen: Chosen) -> None:
        """Choose a cell; conditions that hide it are taken away."""
        if not self.matrix.choose(chosen) and any(row.key == chosen[0] for row in self._rows):
            self.filters.clear()
            self.matrix.choose(chosen)

    def _filter(self) -> None:
        """Show what the conditions leave, and choose the first of it."""
        self.show_rows()
        self.matrix.choose_first(self.filters.chosen)

    def _say(self, words: str) -> None:
        self._empty_words.show_text(words)
        self._clear.setVisible(bool(self._rows))
        self._stack.setCurrentWidget(self._empty)
        announce(self, words)
