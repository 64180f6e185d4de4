"""The bar at the top of every window: tabs, the cycle and its deadline, what is saved, whose items, the menu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.bands import announce
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.pill import Pill
from dxdesk.ui.theme import set_look

TAB_WORDS = {
    "collect": "回収(&R)",
    "entry": "記入(&K)",
    "initiatives": "取組一覧(&L)",
    "meeting": "会議(&M)",
    "actions": "宿題(&S)",
    "board": "ボード(&B)",
    "print": "印刷(&P)",
}

LONGEST, NARROWEST = 260, 80
"""Px at 100 % that a name takes where there is room, and to which it shrinks before 見本 makes way."""

_ROUNDS = (
    ("full", True, True, True),
    ("short", True, True, True),
    ("short", False, True, True),
    ("short", False, False, True),
    ("", False, False, True),
    ("", False, False, False),
)
"""Which words of the deadline, then whether the person's name, the name of the cycle and the time of saving are shown,
until all has room."""


def _show_name(label: QLabel, name: str, room: int) -> None:
    """Show a name, ending in … where it is longer than its room, px; pointed at and read aloud it is whole."""
    label.ensurePolished()
    shown = QFontMetrics(label.font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
    label.setText(shown)
    label.setAccessibleName(name)
    label.setToolTip(name if shown != name else "")


class _Tabs(QTabBar):
    """A tab that is marked already can be chosen again, by its access key as by a click."""

    def event(self, event: QEvent) -> bool:
        before = self.currentIndex()
        done = super().event(event)
        if event.type() == QEvent.Type.Shortcut and self.currentIndex() == before:
            self.tabBarClicked.emit(before)
        return done


class _Departments(QComboBox):
    """A list whose chosen entry ends in … where it has no room."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(parts[0], option, parts[1], self).width()
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)


class TopBar(QFrame):
    """Shows what it is told; a person's wish is a signal."""

    tab_chosen = Signal(str)
    department_chosen = Signal(str)

    def __init__(self, tabs: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._keys = tuple(tabs)
        self.tabs = _Tabs()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for key in tabs:
            self.tabs.addTab(TAB_WORDS[key])
        self._sample = plain_label(self.tr("見本"), "pill-ask")
        self._cycle = plain_label("", "strong")
        self._deadline = plain_label()
        self._cycle_name, self._who_words, self._is_sample = "", "", False
        self._deadline_words, self._saved_words = ("", ""), ("", "")
        self._saved = plain_label("", "saved")
        self.department = _Departments()
        self.department.setAccessibleName(self.tr("課"))
        self.department.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._who = plain_label("", "small")
        self.menu_button = QPushButton(self.tr("メニュー(&U)"))
        set_look(self.menu_button, "plain")
        rule = QFrame()
        set_look(rule, "rule")
        rule.setFixedSize(1, 22)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 16, 0)
        row.setSpacing(12)
        for left in (self.tabs, rule, self._cycle, self._deadline, self._sample):
            row.addWidget(left)
        row.addStretch(1)
        for right in (self._saved, self.department, self._who, self.menu_button):
            row.addWidget(right)
        self.tabs.currentChanged.connect(self._chosen)
        self.tabs.tabBarClicked.connect(self._clicked)
        set_look(self, "top-bar")
        self.department.activated.connect(lambda place: self.department_chosen.emit(self.department.itemData(place)))

    def _chosen(self, place: int) -> None:
        self.tab_chosen.emit(self._keys[place])

    def _clicked(self, place: int) -> None:
        """The tab that is marked already leads back to its page from one below it."""
        if place == self.tabs.currentIndex():
            self.tab_chosen.emit(self._keys[place])

    def show_tab(self, key: str) -> None:
        """Mark a tab as the open one."""
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(self._keys.index(key))

    def show_cycle(self, cycle: Cycle | None, pill: Pill, *, sample: bool) -> None:
        """Show a cycle, and in the pill how long it is open or when its meeting is."""
        self._cycle_name = cycle.name if cycle else ""
        self._is_sample = sample
        full, short, look = pill
        self._deadline_words = (full, short)
        set_look(self._deadline, look)
        self._deadline.setAccessibleName(self._deadline_words[0])
        self._fit()

    def show_departments(self, departments: Sequence[Department], chosen: Department | None, name: str) -> None:
        """Show whose items are open: a list where there are several, else the name."""
        several = len(departments) > 1
        with QSignalBlocker(self.department):
            self.department.clear()
            for each in departments:
                self.department.addItem(each.name, each.id)
            self.department.setCurrentIndex(self.department.findData(chosen.id) if chosen else -1)
        self.department.setToolTip(chosen.name if chosen and several else "")
        self.department.setVisible(several)
        words = (chosen.name if chosen and not several else "", name)
        self._who_words = "　".join(each for each in words if each)
        self._fit()

    def show_saved(self, state: str, moment: str) -> None:
        """Show a SaveState; ``moment`` is when it came about, ISO with offset."""
        time = datetime.fromisoformat(moment).astimezone()
        words = {
            "typing": self.tr("入力中…"),
            "saved": self.tr("✓ 保存済み {time}").format(time=f"{time:%H:%M}"),
            "failed": self.tr("保存できません"),
        }.get(state, "")
        set_look(self._saved, {"typing": "small", "failed": "error"}.get(state, "saved"))
        self._saved_words = (words, self.tr("✓ 保存済み") if state == "saved" else words)
        self._saved.setAccessibleName(words.removeprefix("✓ "))
        self._fit()
        if state == "saved":
            announce(self._saved, self.tr("保存しました"))

    def minimumSizeHint(self) -> QSize:
        """What never makes way; the bar does not keep the window wide."""
        return QSize(self.tabs.sizeHint().width() + self.menu_button.sizeHint().width(), self.sizeHint().height())

    def _fit(self) -> None:
        """Where there is no room for everything, the least needed makes way first: words of the deadline, the person's
        name, the name of the cycle, the deadline, the time of saving, 見本. That something is saved and whose items are
        open always stays; a long name ends in … there.
        """
        full, short = self._deadline_words
        longest = round(LONGEST * text_scale(self))
        self.department.setMaximumWidth(longest)
        _show_name(self._cycle, self._cycle_name, longest)
        _show_name(self._who, self._who_words, longest)
        self._sample.setVisible(self._is_sample)
        for deadline, who, cycle, saved in _ROUNDS:
            words = {"full": full, "short": short}.get(deadline, "")
            self._deadline.setText(words)
            self._deadline.setVisible(bool(words))
            self._who.setVisible(bool(self._who.text()) and (who or self.department.isHidden()))
            self._saved.setText(self._saved_words[not saved])
            self._saved.setVisible(bool(self._saved.text()))
            self._cycle.setVisible(cycle)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                break
        name = self._who if self.department.isHidden() else self.department
        wide = min(longest, name.sizeHint().width())
        over = self._row.sizeHint().width() - self.width()
        if over > 0 and wide - over < NARROWEST * text_scale(self):
            self._sample.hide()
            self._row.invalidate()
            over = self._row.sizeHint().width() - self.width()
        if over > 0:
            wide = max(0, wide - over)
            _show_name(self._who, self._who_words, wide)
            self.department.setMaximumWidth(wide)
        self._row.activate()  # what is painted next must not be what had no room

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
