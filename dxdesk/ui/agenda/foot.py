"""The foot of 次第をつくる: back to the meeting, how it will look, and one filled button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.projection import REHEARSE_HERE, START_KEY

HINT_FROM = 1300


class AgendaFoot(QFrame):
    """The filled button confirms the agenda; once that is done it begins to project."""

    back_requested = Signal()
    panel_requested = Signal()
    reopen_requested = Signal()
    rehearsal_requested = Signal()
    projection_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back = QPushButton(self.tr("‹ 会議へ戻る"))
        self.panel = QPushButton(self.tr("出席・映す前に"))
        self.reopen = QPushButton(self.tr("次第を直す"))
        self.rehearse = QPushButton(REHEARSE_HERE)
        self.project = QPushButton(START_KEY)
        self.primary = QPushButton()
        set_look(self.primary, "primary")
        self._hint = plain_label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addStretch(1)
        for widget in (self._hint, self.panel, self.rehearse, self.reopen, self.project, self.primary):
            row.addWidget(widget)
        for widget in (self.panel, self.reopen, self.rehearse, self.project):
            widget.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_requested)
        self.panel.clicked.connect(self.panel_requested)
        self.reopen.clicked.connect(self.reopen_requested)
        self.rehearse.clicked.connect(self.rehearsal_requested)
        self.project.clicked.connect(self.projection_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_state(
        self, primary: str, *, enabled: bool = True, reopen: bool = False, hint: str = "", projects: bool = False
    ) -> None:
        """The word on the filled button, and what stands beside it; ``projects``: it can be shown from here."""
        self.rehearse.setVisible(projects)
        self.project.setVisible(projects and primary != START_KEY)
        self.primary.setText(primary)
        self.primary.setEnabled(enabled)
        self.reopen.setVisible(reopen)
        self._hint.setText(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= HINT_FROM * text_scale(self))
