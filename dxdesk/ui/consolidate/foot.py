"""The foot of 取りまとめ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.domain.consolidation import Standing
from dxdesk.ui.consolidate.open_unit import OpenUnit
from dxdesk.ui.consolidate.rows import UnitRow
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.consolidate import USE_MAIN, undrawn_units
from dxdesk.wording.entry import BACK_TO_COLLECT


class WithoutLine(QFrame):
    """The line above the foot that says whose answers would not be in what is made final."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "ask-line")
        self.words = PhraseLabel("", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self.words)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show who is missing; nothing where all are in."""
        self.words.show_text(words)
        self.setVisible(bool(words))


class ConsolidateFoot(QFrame):
    """From unit to unit on the left; on the right 主管's answer as it is, and 確定する."""

    back_requested = Signal()
    step_requested = Signal(int)
    drawer_requested = Signal(int)
    withdraw_requested = Signal()
    main_requested = Signal()
    primary_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "foot-bar")
        self.up = QPushButton(f"‹ {BACK_TO_COLLECT}")
        self.back, self.forward = QPushButton(self.tr("‹ 前の取組")), QPushButton(self.tr("次の取組 ›"))
        self.drawers = (QPushButton(self.tr("取組をえらぶ")), QPushButton(self.tr("各課の回答")))
        self.hint = plain_label("", "small")
        self.withdraw = QPushButton(self.tr("取りまとめを取り消す"))
        self.main = QPushButton(USE_MAIN)
        self.primary = QPushButton()
        set_look(self.primary, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        for left in (self.up, self.back, self.forward, *self.drawers):
            row.addWidget(left)
        row.addStretch(1)
        for right in (self.hint, self.withdraw, self.main, self.primary):
            row.addWidget(right)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.up.clicked.connect(self.back_requested)
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.forward.clicked.connect(lambda: self.step_requested.emit(1))
        for place, button in enumerate(self.drawers):
            button.clicked.connect(lambda _checked=False, place=place: self.drawer_requested.emit(place))
        self.withdraw.clicked.connect(self.withdraw_requested)
        self.main.clicked.connect(self.main_requested)
        self.primary.clicked.connect(self.primary_requested)

    def show_neighbours(self, *, back: bool, forward: bool) -> None:
        """Whether there is a unit before and after this one."""
        for button, other in ((self.back, self.forward), (self.forward, self.back)):
            if button.hasFocus() and not (forward if button is self.forward else back):
                other.setEnabled(True)  # the focus is not to run on to a button that decides something
                other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_drawers(self, hidden: tuple[bool, bool]) -> None:
        """Which of list and answers are opened from here."""
        for button, each in zip(self.drawers, hidden, strict=True):
            button.setVisible(each)
        self._fit()

    def show_acts(self, primary: str, why_not: str, *, main: str, live: bool, hint: str) -> None:
        """What can be done: ``why_not`` 確定 is not possible (empty: it is), ``main`` why 主管's answer cannot be used
        (empty: it can; ``-``: not shown), ``live`` whether there is something to take back."""
        self.primary.setText(f"{primary}（{why_not}）" if why_not else primary)
        self.primary.setEnabled(not why_not)
        self.main.setVisible(main != "-")
        self.main.setEnabled(not main)
        self.main.setToolTip(main)
        self.withdraw.setVisible(live)
        self.hint.setText(hint)
        self._fit()

    def _fit(self) -> None:
        """Where not all have room, the hint gives way, then going from unit to unit, for Ctrl+↑↓ does that too, and
        at last the way back, for the tab leads there."""
        needed = (*self.drawers, self.withdraw, self.main, self.primary)
        room = self.width() - 40 - sum(_wide(each) for each in needed if not each.isHidden())
        up, steps = _wide(self.up), _wide(self.back) + _wide(self.forward)
        self.up.setVisible(up <= room)
        for each in (self.back, self.forward):
            each.setVisible(up + steps <= room)
        self.hint.setVisible(up + steps + _wide(self.hint) <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _wide(widget: QWidget) -> int:
    return widget.sizeHint().width() + 10


_UNDRAWN: Final[tuple[Standing, ...]] = ("waiting", "partial")


def show_possible(foot: ConsolidateFoot, shown: OpenUnit | None, rows: Sequence[UnitRow], *, changed: bool) -> None:
    """What can be done about the open unit; ``changed``: its text is another than what was drawn together."""
    waiting, partial = (sum(bool(each.unit) and each.standing == kind for each in rows) for kind in _UNDRAWN)
    left = undrawn_units(waiting + partial, waiting)
    if shown is None or shown.closed:
        reason = _short_reason(shown)
        foot.show_acts("確定する", reason, main="-", live=False, hint=left)
        return
    drawn = shown.drawn is not None
    word = "もう一度確定する（Ctrl+Enter）" if drawn else "確定する（Ctrl+Enter）"
    done = "取りまとめ済みです" if drawn and not changed and not shown.view.revise else ""
    foot.main.setText(shown.use_words)
    main, hint = "-" if drawn else shown.why_not_used, left
    foot.show_acts("確定する" if done else word, done, main=main, live=drawn, hint=hint)


def _short_reason(shown: OpenUnit | None) -> str:
    """Why nothing can be made final, in a few words."""
    if shown is None:
        return "取組がありません"
    if not shown.found.cycle.open:
        return "この回は締めました"
    if shown.disputed:
        return "くいちがいがあります"
    return "受理した回答がありません" if not shown.view.accepted else "見るだけです"
