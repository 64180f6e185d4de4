"""The foot bar of 取組一覧: open and close the tree, and where to go with the chosen unit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.domain.departments import heirs
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look

_ENTERS: Final[tuple[ActorRole, ...]] = ("liaison", "head", "secretariat")
_PROJECTS: Final[tuple[ActorRole, ...]] = ("secretariat", "chair", "reader")


def why_not(actor: Actor, source: Initiatives, unit: str) -> str:
    """Why a person cannot open a unit in 記入, in a few words; empty where nothing stands in the way."""
    view = source.views.get(unit)
    if view is None or not view.assigned:
        return "この回では聞いていません"
    if not source.cycle.open:
        return "締め切りました"
    acting = {heir for each in view.answers for heir in heirs(source.departments, each)}
    own = actor.role == "secretariat" or any(each in acting for each in actor.departments)
    return "" if own else "担当ではありません"


class Foot(QFrame):
    """One filled button: 記入する for those who write, ボードで見る for those who look."""

    open_all_requested = Signal()
    close_all_requested = Signal()
    sheet_requested = Signal()
    write_requested = Signal()
    board_requested = Signal()

    def __init__(self, role: ActorRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        opens, closes = QPushButton(self.tr("すべて開く")), QPushButton(self.tr("すべて閉じる"))
        self._extra = (opens, closes)
        self._sheet = QPushButton(self.tr("個票を見る（Enter）"))
        self._sheet.hide()
        self._hint = plain_label("", "small")
        self._board = QPushButton(self.tr("ボードで見る"))
        self._word = self.tr("記入を見る") if role == "head" else self.tr("記入する")
        self._write = QPushButton(self._word)
        set_look(self._write if role in _ENTERS else self._board, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        for widget in (opens, closes, self._sheet):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self._board)
        row.addWidget(self._write)
        # Shown only once they stand in the row: before that a widget would open as a window of its own.
        self._board.setVisible(role in _PROJECTS)
        self._write.setVisible(role in _ENTERS)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        opens.clicked.connect(self.open_all_requested)
        closes.clicked.connect(self.close_all_requested)
        self._sheet.clicked.connect(self.sheet_requested)
        self._write.clicked.connect(self.write_requested)
        self._board.clicked.connect(self.board_requested)

    def show_drawer(self, drawer: bool) -> None:
        """Where the 個票 is a drawer, a button opens it."""
        self._sheet.setVisible(drawer)

    def show_hint(self, words: str) -> None:
        """A quiet line beside the buttons."""
        self._hint.setText(words)

    def show_possible(self, unit: bool, reason: str) -> None:
        """Which buttons can be pressed: ``unit`` whether a unit is chosen, ``reason`` why it cannot be written."""
        self._board.setEnabled(unit)
        self._write.setEnabled(unit and not reason)
        self._write.setText(self._word + (f"（{reason}）" if reason else ""))
        self._fit()

    def _fit(self) -> None:
        """Where not all have room, the buttons that only save keystrokes give way."""
        kept = [each for each in (self._sheet, self._hint, self._board, self._write) if not each.isHidden()]
        wide = sum(each.sizeHint().width() + 10 for each in (*kept, *self._extra)) + 40
        for each in self._extra:
            each.setVisible(wide <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
