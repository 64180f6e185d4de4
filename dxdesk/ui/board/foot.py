"""The foot bar of ボード: the way through the pages, and the way to the whole screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.board.course import Meant, Sight
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.board import TYPED, page_number, unknown_number

_FULL_WORDS: Final = ("全画面で映す", "全画面で映す（Alt+Enter）")
_ROOMY_FROM: Final = 1100


def typed_words(typed: str, meant: Meant | None) -> str:
    """What a number being typed would open; empty while none is."""
    if meant is None:
        return unknown_number(typed) if typed else ""
    return TYPED[meant.by].format(typed=typed, name=meant.card.short_name or meant.card.name)


class Foot(QFrame):
    """One filled button: the slides on the whole screen, or for who does not project the slide as a table. ``below``:
    the page lies below a tab and leads back there."""

    back_requested = Signal()
    step_requested = Signal(bool)
    """Forwards, or back."""
    sheet_requested = Signal()
    table_toggled = Signal(bool)
    full_screen_requested = Signal()

    def __init__(self, *, below: bool, projects: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        back = QPushButton(self.tr("‹ 戻る"))
        self._previous, self._next = QPushButton(self.tr("‹ 前へ")), QPushButton(self.tr("次へ ›"))
        self._words = plain_label("", "small")
        self._sheet = QPushButton(self.tr("個票を見る"))
        self._table = QPushButton(self.tr("表で見る"))
        self._table.setCheckable(True)
        self._full = QPushButton(self.tr(_FULL_WORDS[1]))
        set_look(self._full if projects else self._table, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(8)
        for widget in (back, self._previous, self._words, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self._sheet, self._table, self._full):
            row.addWidget(button)
        back.setVisible(below)
        self._full.setVisible(projects)
        for button in (back, self._previous, self._next, self._sheet, self._full):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back.clicked.connect(self.back_requested)
        self._previous.clicked.connect(lambda: self.step_requested.emit(False))
        self._next.clicked.connect(lambda: self.step_requested.emit(True))
        self._sheet.clicked.connect(self.sheet_requested)
        self._table.toggled.connect(self.table_toggled)
        self._full.clicked.connect(self.full_screen_requested)

    def press_table(self, pressed: bool) -> None:
        """Press 表で見る in, or out."""
        self._table.setChecked(pressed)
        self._table.setText(self.tr("スライドで見る") if pressed else self.tr("表で見る"))

    def show_state(self, sight: Sight | None, typed: str, table: bool) -> None:
        """Buttons and words that follow the slide; ``typed`` says what a number being typed would open."""
        unit = sight.position.code if sight else None
        pages, number = (len(sight.pages), sight.number) if sight else (0, 0)
        first = unit is None and number == 0
        steps = sight is not None and (not table or unit is not None)
        self._previous.setEnabled(steps and not first)
        self._next.setEnabled(steps and sight is not None and sight.forward() != sight.position)
        self._sheet.setVisible(unit is not None)
        self._full.setEnabled(sight is not None)
        self._table.setEnabled(sight is not None)
        words = page_number(number + 1, pages) if pages > 1 and not table else ""
        words = typed or words
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._full.setText(self.tr(_FULL_WORDS[self.width() >= _ROOMY_FROM * text_scale(self)]))
