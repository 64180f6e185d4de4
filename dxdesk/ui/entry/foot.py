"""The foot of 記入: where to go on the left, what to do on the right, one of it filled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.entry.primary import Mode, Primary
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.liaison import NOT_GIVEN_YET, PRINT_CONFIRMATION
from dxdesk.wording.screen import SAVED_BY_ITSELF

HINT_FROM = 1200
"""Below this width, px at 100 %, the line about saving gives its room to the buttons."""
PREVIEW: Final = ("会議での見え方（F5）", "見え方（F5）")
"""Whole, and for a foot that is too narrow for it."""


class EntryFoot(QFrame):
    """The foot bar. What the primary button does depends on how things stand; the page knows."""

    up_requested = Signal()
    step_requested = Signal(int)
    again_requested = Signal()
    preview_requested = Signal()
    slip_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "nothing"
        self.up = QPushButton()
        self.back = QPushButton(self.tr("‹ 前の担当"))
        self.forward = QPushButton(self.tr("次の担当 ›"))
        self.again = QPushButton(self.tr("もう一度見る"))
        self.hint = plain_label(SAVED_BY_ITSELF, "small")
        self.preview = QPushButton(PREVIEW[0])
        self.preview.setAccessibleName(PREVIEW[0])
        self.slip = QPushButton(PRINT_CONFIRMATION)
        self.primary = QPushButton()
        set_look(self.primary, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        for left in (self.up, self.back, self.forward, self.again):
            row.addWidget(left)
        row.addStretch(1)
        for right in (self.hint, self.preview, self.slip, self.primary):
            row.addWidget(right)
        row.insertSpacing(row.indexOf(self.preview), 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.up.clicked.connect(self.up_requested)
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.forward.clicked.connect(lambda: self.step_requested.emit(1))
        self.again.clicked.connect(self.again_requested)
        self.preview.clicked.connect(self.preview_requested)
        self.slip.clicked.connect(self.slip_requested)
        self.primary.clicked.connect(self.primary_requested)
        set_look(self, "foot-bar")

    def show_mode(self, mode: Mode, primary: Primary, up: str, *, gives: bool = False, behind: bool = False) -> None:
        """Show the buttons of a mode, and what the filled one does; grey while that is not possible yet. ``up`` is the
        word of the way back to what stands above, empty where nothing does; ``gives``: answers go as a file;
        ``behind``: some that are submitted were not handed over since."""
        self._mode = mode
        self.up.setText(f"‹ {up}")
        self.up.setVisible(bool(up))
        self.again.setVisible(mode == "done")
        self.preview.setVisible(mode == "form")
        self.slip.setVisible(mode == "done" and gives)
        self.hint.setText(NOT_GIVEN_YET if behind else SAVED_BY_ITSELF)
        self.primary.setText(primary.words)
        self.primary.setEnabled(primary.enabled)
        self._fit()

    def show_neighbours(self, *, back: bool, forward: bool) -> None:
        """Whether there is an own item before and after this one."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def _fit(self) -> None:
        """Where not all have room, the line about saving gives way, then words of 会議での見え方, then going from item
        to item, for Ctrl+↑↓ does that too."""
        self.hint.setVisible(self._mode in ("form", "done") and self.width() >= HINT_FROM * text_scale(self))
        steps, row = (self.back, self.forward), self.layout()
        assert row is not None
        for each in steps:
            each.setVisible(self._mode in ("form", "reading"))
        for words in PREVIEW:
            self.preview.setText(words)
            if row.minimumSize().width() <= self.width():
                return
        for each in steps:
            each.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
