"""The foot of 次の回をつくる."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import FILES_LATER, make_files
from dxdesk.wording.cycle import STEPS

HINT_FROM = 1080
"""Below this width, px at 100 %, the hint gives its room to the buttons."""


class OpeningFoot(QFrame):
    """Back on the left; close with everything kept, and on to the next page, on the right."""

    back_requested = Signal()
    panel_requested = Signal()
    anew_requested = Signal()
    close_requested = Signal()
    later_requested = Signal()
    """Make the cycle and no files yet."""
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.back, self.anew = QPushButton(), QPushButton(self.tr("はじめの案に戻す"))
        self.panel = QPushButton(self.tr("前回から変わったところ"))
        self.hint = plain_label("", "small")
        self.close_kept, self.primary = QPushButton(self.tr("下書きのまま閉じる")), QPushButton()
        self.later = QPushButton(FILES_LATER)
        set_look(self.primary, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        for left in (self.back, self.anew, self.panel):
            row.addWidget(left)
        row.addStretch(1)
        for right in (self.hint, self.close_kept, self.later, self.primary):
            row.addWidget(right)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.back_requested)
        self.anew.clicked.connect(self.anew_requested)
        self.panel.clicked.connect(self.panel_requested)
        self.close_kept.clicked.connect(self.close_requested)
        self.later.clicked.connect(self.later_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_step(self, step: int, *, changed: bool, drawer: bool, files: int, why_not: str) -> None:
        """The buttons of a page; ``changed`` whether there is something to set back, ``files`` how many departments
        the last page makes files for, ``why_not`` why it cannot make the cycle."""
        last = step == len(STEPS) - 1
        self.back.setVisible(step > 0)
        self.back.setText(f"‹ 戻る：{STEPS[step - 1]}")
        self.anew.setVisible(step == 0 and changed)
        self.panel.setVisible(step == 1 and drawer)
        self.later.setVisible(last and files > 0 and not why_not)
        making = make_files(files) if files and not why_not else self.tr("この回をつくる")
        word = making if last else f"次へ：{STEPS[step + 1]} ›"
        self.primary.setText(f"{word}（{why_not}）" if why_not else word)
        self.primary.setEnabled(not why_not)

    def show_hint(self, words: str) -> None:
        """A quiet line beside the buttons."""
        self.hint.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setVisible(self.width() >= HINT_FROM * text_scale(self))
