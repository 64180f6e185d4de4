"""The foot of 記入: where to go on the left, what to do on the right, one of it filled."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from dxdesk.desk import Desk
from dxdesk.ui.entry.done_steps import next_department
from dxdesk.ui.entry.form import Form
from dxdesk.ui.entry.reading import EntryList
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording_screen import SAVED_BY_ITSELF

Mode = Literal["form", "reading", "done", "nothing", "preview"]
HINT_FROM = 1200
"""Below this width, px at 100 %, the line about saving gives its room to the buttons."""


class EntryFoot(QFrame):
    """The foot bar. What the primary button does depends on the mode; the page knows."""

    step_requested = Signal(int)
    again_requested = Signal()
    preview_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self._mode: Mode = "nothing"
        self.back = QPushButton(self.tr("‹ 前の担当"))
        self.forward = QPushButton(self.tr("次の担当 ›"))
        self.again = QPushButton(self.tr("もう一度見る"))
        self.hint = plain_label(SAVED_BY_ITSELF, "small")
        self.preview = QPushButton(self.tr("会議での見え方（F5）"))
        self.primary = QPushButton()
        set_look(self.primary, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        for left in (self.back, self.forward, self.again):
            row.addWidget(left)
        row.addStretch(1)
        for right in (self.hint, self.preview, self.primary):
            row.addWidget(right)
        row.insertSpacing(row.indexOf(self.preview), 6)
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.forward.clicked.connect(lambda: self.step_requested.emit(1))
        self.again.clicked.connect(self.again_requested)
        self.preview.clicked.connect(self.preview_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_mode(self, mode: Mode, primary: str, enabled: bool) -> None:
        """Show the buttons of a mode; ``primary`` is the word on the filled one, grey while not ``enabled``."""
        self._mode = mode
        self.back.setVisible(mode in ("form", "reading"))
        self.forward.setVisible(mode in ("form", "reading"))
        self.again.setVisible(mode == "done")
        self._show_hint()
        self.preview.setVisible(mode == "form")
        self.primary.setText(primary)
        self.primary.setEnabled(enabled)

    def show_neighbours(self, *, back: bool, forward: bool) -> None:
        """Whether there is an own item before and after this one."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def _show_hint(self) -> None:
        self.hint.setVisible(self._mode == "form" and self.width() >= HINT_FROM * text_scale(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()


def primary_words(mode: Mode, form: Form | None, entries: EntryList, desk: Desk, untouched: bool) -> tuple[str, bool]:
    """The word on the filled button and whether it can be pressed; where it cannot, the word says why."""
    if mode == "preview":
        return "記入へ戻る（Esc）", True
    if mode == "form" and form is not None:
        if untouched:
            return "提出済みです（直すと、もう一度提出できます）", False
        again = form.state == "returned"
        return ("もう一度提出する（Ctrl+Enter）" if again else "提出する（Ctrl+Enter）"), True
    if mode == "reading" and form is not None:
        if form.closed == "cycle":
            return "提出する（この回は締め切りました）", False
        if entries.own:
            return ("この課の担当へ戻る" if entries.on_behalf else "自分の担当へ戻る"), True
    if mode == "done" and (department := next_department(desk, entries)) is not None:
        return f"{department.name}の分を記入する", True
    return ("ボードを見る" if desk.actor.role == "secretariat" else "取組一覧を見る"), True
