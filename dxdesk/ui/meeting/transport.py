"""The buttons under the live copy: which slide is shown, and whether the audience's picture follows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.board.course import View
from dxdesk.ui.projection.projector import Projector
from dxdesk.wording.board import VIEW_WORDS
from dxdesk.wording.presenter import (
    BOARD,
    FREEZE,
    HIDE,
    MORE_VIEWS,
    MORE_VIEWS_NAME,
    ROADMAP,
    STEP_BACK,
    STEP_ON,
    break_words,
)

RARE: Final[tuple[View, ...]] = ("trend", "actions", "agenda", "blank")
"""Slides that are chosen from the menu."""

BREAKS: Final = (5, 10, 15)
"""So many minutes a 休憩 may take."""

_NARROW = "QPushButton { padding: 0 6px; }"


class Transport(QWidget):
    """One row. What a button does is said; the projector is somebody else's."""

    step_requested = Signal(bool)
    """Forwards?"""
    view_requested = Signal(str)
    """The View to show."""
    break_requested = Signal(int)
    """休憩 for so many minutes."""
    freeze_requested = Signal(bool)
    hide_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.previous, self.following = QPushButton(STEP_BACK), QPushButton(STEP_ON)
        self.board, self.roadmap = QPushButton(BOARD[0]), QPushButton(ROADMAP)
        self.rare, self.freeze, self.hides = QPushButton(MORE_VIEWS), QPushButton(FREEZE[0]), QPushButton(HIDE[0])
        self.rare.setAccessibleName(MORE_VIEWS_NAME)
        self.menu = QMenu(self)
        for view in RARE:
            self._offer(view)
        self.menu.addSeparator()
        for minutes in BREAKS:
            self._offer_break(minutes)
        self.rare.setMenu(self.menu)
        self._words = ((self.board, BOARD), (self.freeze, FREEZE), (self.hides, HIDE))
        for button, words in self._words:
            button.setCheckable(button is not self.board)
            button.setAccessibleName(words[0])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in (self.previous, self.board, self.roadmap, self.rare, self.freeze, self.hides, self.following):
            button.setStyleSheet(_NARROW)
            row.addWidget(button, 1)
        self.previous.clicked.connect(lambda: self.step_requested.emit(False))
        self.following.clicked.connect(lambda: self.step_requested.emit(True))
        self.board.clicked.connect(lambda: self.view_requested.emit("board"))
        self.roadmap.clicked.connect(lambda: self.view_requested.emit("roadmap"))
        self.freeze.clicked.connect(self.freeze_requested)
        self.hides.clicked.connect(self.hide_requested)

    def _offer(self, view: View) -> None:
        self.menu.addAction(VIEW_WORDS[view]).triggered.connect(lambda: self.view_requested.emit(view))

    def _offer_break(self, minutes: int) -> None:
        self.menu.addAction(break_words(minutes)).triggered.connect(lambda: self.break_requested.emit(minutes))

    def show_state(self, projector: Projector) -> None:
        """Press in what holds."""
        self.freeze.setChecked(projector.frozen)
        self.hides.setChecked(projector.hidden)

    def _fit(self) -> None:
        """Where not every word has room, the long ones are said shorter."""
        for level in range(len(BOARD)):
            for button, words in self._words:
                button.setText(words[level])
            if self.sizeHint().width() <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
