"""The foot bar of 取組一覧: open and close the tree, and what to do with the chosen unit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.domain.departments import heirs
from dxdesk.domain.permissions import POLICY, Actor, ActorRole
from dxdesk.store.queries.initiatives import Initiatives
from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.initiatives import BACK_TO_SHEET, KEPT, OUTSIDE_A_CYCLE, REPORT, REPORT_NOW

_ENTERS: Final[tuple[ActorRole, ...]] = ("liaison", "head", "secretariat")
_PROJECTS: Final[tuple[ActorRole, ...]] = ("secretariat", "chair", "reader")


def why_not(actor: Actor, source: Initiatives, unit: str) -> str:
    """Why a person cannot open a unit in 記入, in a few words; empty where nothing stands in the way."""
    view = source.views.get(unit)
    if view is None or not view.answers:
        return "この回では聞いていません"
    if not source.cycle.open:
        return "この回は締めました"
    acting = {heir for each in view.answers for heir in heirs(source.departments, each)}
    own = actor.role == "secretariat" or any(each in acting for each in actor.departments)
    return "" if own else "担当ではありません"


class Foot(QFrame):
    """One filled button: いま報告する for those who report, 個票を印刷 for those who look."""

    open_all_requested = Signal()
    close_all_requested = Signal()
    sheet_requested = Signal()
    save_requested = Signal()
    write_requested = Signal()
    board_requested = Signal()
    report_requested = Signal()
    record_requested = Signal()
    back_requested = Signal()
    print_requested = Signal()

    def __init__(self, role: ActorRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self._role: ActorRole = role
        self._reports = "report" in POLICY[role]
        self._reporting = False
        self._drawer = False
        self._words = OUTSIDE_A_CYCLE if self._reports else ""
        self._opens, self._closes = QPushButton(self.tr("すべて開く")), QPushButton(self.tr("すべて閉じる"))
        self._sheet, self._back = QPushButton(self.tr("個票を見る（Enter）")), QPushButton(BACK_TO_SHEET)
        self._hint = plain_label("", "small")
        self._save, self._board = QPushButton(self.tr("Excelで保存")), QPushButton(self.tr("ボードで見る"))
        self._word = self.tr("記入を見る") if role == "head" else self.tr("記入する")
        self._write = QPushButton(self._word)
        self._main_word = REPORT if self._reports else self.tr("個票を印刷")
        self._main = QPushButton(self._main_word)
        set_look(self._main, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        for widget in (self._back, self._opens, self._closes, self._sheet):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._hint)
        for widget in (self._save, self._board, self._write, self._main):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for button, signal in (
            (self._opens, self.open_all_requested),
            (self._closes, self.close_all_requested),
            (self._sheet, self.sheet_requested),
            (self._back, self.back_requested),
            (self._save, self.save_requested),
            (self._board, self.board_requested),
            (self._write, self.write_requested),
        ):
            button.clicked.connect(signal)
        self._main.clicked.connect(self._press_main)
        self._fit()

    def _press_main(self) -> None:
        if self._reporting:
            self.record_requested.emit()
        elif self._reports:
            self.report_requested.emit()
        else:
            self.print_requested.emit()

    def show_drawer(self, drawer: bool) -> None:
        """Where the 個票 is a drawer, a button opens it."""
        self._drawer = drawer
        self._fit()

    def show_reporting(self, reporting: bool) -> None:
        """While a report is written the filled button records it."""
        self._reporting = reporting
        self._main.setText(REPORT_NOW if reporting else self._main_word)
        self._fit()

    def show_hint(self, words: str) -> None:
        """A quiet line beside the buttons; without words what can be done at any time."""
        self._words = words or (OUTSIDE_A_CYCLE if self._reports else "")
        self._fit()

    def show_possible(self, unit: bool, reason: str, *, writable: bool = True) -> None:
        """Which buttons can be pressed: ``unit`` whether a unit is chosen, ``reason`` why it cannot be written.

        Where nothing is ``writable`` at all, nobody reports.
        """
        self._board.setEnabled(unit)
        self._write.setEnabled(unit and not reason)
        self._write.setText(self._word + (f"（{reason}）" if reason else ""))
        self._main.setEnabled(self._reporting or (unit and (writable or not self._reports)))
        self._fit()

    def _fit(self) -> None:
        """Where not all have room, what only saves steps gives way."""
        self._hint.setText(KEPT if self._reporting else self._words)
        wanted: dict[QWidget, bool] = {
            self._back: self._reporting,
            self._main: True,
            self._sheet: self._drawer and not self._reporting,
            self._write: self._role in _ENTERS and not self._reporting,
            self._save: not self._reporting,
            self._board: self._role in _PROJECTS and not self._reporting,
            self._opens: not self._reporting,
            self._closes: not self._reporting,
            self._hint: bool(self._hint.text()),
        }
        width = self.width()
        room = width - 40
        for widget, wish in wanted.items():
            wide = widget.sizeHint().width() + 10 if wish else 0
            shown = wish and (wide <= room or widget is self._main)
            room -= wide if shown else 0
            widget.setVisible(shown)
        if self.width() != width:  # a button that appears may lay out the whole page
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
