"""The foot of 催促文: back on the left, the three ways out on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.theme import set_look
from dxdesk.wording.printing import NO_PRINTER_HINT
from dxdesk.wording.reminder import BACK, COPY, NO_PRINTER, PRINT, TO_FILE


class ReminderFoot(QFrame):
    """One filled button: 印刷する."""

    back_requested = Signal()
    copy_requested = Signal()
    file_requested = Signal()
    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back, self.copy = QPushButton(BACK), QPushButton(COPY)
        self.file, self.print = QPushButton(TO_FILE), QPushButton(PRINT)
        set_look(self.print, "primary")
        self._printer = True
        self._ready = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addStretch(1)
        for button in (self.copy, self.file, self.print):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.file.clicked.connect(self.file_requested)
        self.print.clicked.connect(self.print_requested)
        self.show_ready(False)

    def show_ready(self, ready: bool) -> None:
        """Whether there is a letter to do something with."""
        self._ready = ready
        for button in (self.copy, self.file):
            button.setEnabled(ready)
        self.print.setEnabled(ready and self._printer)

    def show_printer(self, found: bool) -> None:
        """Whether there is a printer; without one the button says so."""
        self._printer = found
        self.print.setText(PRINT if found else NO_PRINTER)
        self.print.setToolTip("" if found else NO_PRINTER_HINT)
        self.show_ready(self._ready)
