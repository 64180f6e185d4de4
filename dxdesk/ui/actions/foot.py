"""The foot of 宿題: the list as a file, and on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.actions import PRINT_ALL, PRINT_OWN, SAVE_WORKBOOK, SHOW_PANEL, comes_to_entry

HINT_FROM = 1000


class ActionsFoot(QFrame):
    """One filled button: 課ごとに印刷する."""

    workbook_requested = Signal()
    panel_requested = Signal()
    print_requested = Signal()

    def __init__(self, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.workbook = QPushButton(SAVE_WORKBOOK)
        self.panel = QPushButton(SHOW_PANEL)
        self.panel.hide()
        self._hint = plain_label("", "small")
        self.primary = QPushButton(PRINT_OWN if own else PRINT_ALL)
        set_look(self.primary, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.workbook)
        row.addStretch(1)
        for widget in (self._hint, self.panel, self.primary):
            row.addWidget(widget)
        self.workbook.clicked.connect(self.workbook_requested)
        self.panel.clicked.connect(self.panel_requested)
        self.primary.clicked.connect(self.print_requested)

    def show_possible(self, word: str, *, some: bool) -> None:
        """Whether there is anything to give out."""
        self._hint.setText(comes_to_entry(word))
        for button in (self.workbook, self.primary):
            button.setEnabled(some)

    def show_drawer(self, drawer: bool) -> None:
        """Where the panel is a drawer, a button opens it."""
        self.panel.setVisible(drawer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= HINT_FROM * text_scale(self))
