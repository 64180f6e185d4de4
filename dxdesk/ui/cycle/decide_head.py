"""The amber line over what the plan does not say: how many are left, and the ways to decide them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.cycle import DECIDE_FIRST, DECIDED

LEAST = 150
"""Px at 100 %: a narrower sentence says nothing."""


@dataclass(frozen=True)
class Deciding:
    """What the line shows: how many units are undecided, why or how to go on, the units that its buttons decide
    (empty: none now), the words and the explanation of the button that uses a decision again (empty: none), and
    whether there is something to take back."""

    left: int
    words: str
    meant: str = ""
    again: str = ""
    told: str = ""
    undo: bool = False


class DecideHead(QFrame):
    """The line itself; calm once nothing is left."""

    only_main_requested = Signal()
    choice_requested = Signal()
    again_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._why = plain_label("", "strong"), PhraseLabel("", "small", most=1)
        self.only_main = QPushButton(self.tr("主管だけに聞く"))
        self.choose = QPushButton(self.tr("課を選ぶ"))
        self.again = QPushButton()
        self.undo = QPushButton(self.tr("元に戻す"))
        self.undo.setToolTip(self.tr("いま決めたことを取り消します（Ctrl+Z）"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 12, 3)
        row.setSpacing(10)
        row.addWidget(self._left)
        row.addSpacing(10)
        row.addWidget(self._why, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for button in (self.undo, self.again, self.only_main, self.choose):  # what decides keeps its place
            row.addWidget(button)
        self.only_main.clicked.connect(self.only_main_requested)
        self.choose.clicked.connect(self.choice_requested)
        self.again.clicked.connect(self.again_requested)
        self.undo.clicked.connect(self.undo_requested)

    def show_deciding(self, now: Deciding) -> None:
        """Show how things stand now."""
        look = "ask-line" if now.left else "done-line"
        if self.property("look") != look:
            set_look(self, look)
        self._left.setText(f"{DECIDE_FIRST} {now.left}件" if now.left else DECIDED)
        self._why.show_text(now.words)
        for button in (self.only_main, self.choose):
            button.setVisible(bool(now.meant))
            button.setToolTip(now.meant)
            button.setAccessibleDescription(now.meant)
        self.again.setText(now.again)
        self.again.setToolTip(now.told)
        self.again.setAccessibleDescription(now.told)
        self.again.setVisible(bool(now.again))
        self.undo.setVisible(now.undo)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where little would be left for the sentence, the buttons stand alone."""
        shown = [each for each in (self.only_main, self.choose, self.again, self.undo) if not each.isHidden()]
        taken = 60 + self._left.sizeHint().width() + sum(each.sizeHint().width() + 10 for each in shown)
        self._why.setVisible(self.width() - taken >= LEAST * text_scale(self))

    @property
    def words(self) -> str:
        """What the line says."""
        return f"{self._left.text()}　{self._why.text()}"
