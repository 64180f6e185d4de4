"""Small choices of the record form: one of several words, several departments, a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.calendar import parse_date, short_date_beside
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording.meeting import COUNCIL
from dxdesk.wording.meeting_screen import CHOOSE_OWNER, KIND, MORE, NO_KIND, TO_COUNCIL, UNTIL_NEXT

_WORD = (
    "QPushButton { padding: 0 4px; }"
    f"QPushButton:checked {{ background: {hex_of('key')}; border-color: {hex_of('key')}; color: {hex_of('white')};"
    " font-weight: bold; }"
)
"""What is chosen is filled: a tint is where the mouse is."""


class WordChoice(QWidget):
    """One of several words as buttons in rows of ``columns``; arrows go from one to the next.

    Those of ``rare`` stand in the menu ほか ▾, whose button is filled and says the word where one of them is chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        words: Mapping[str, str],
        columns: int,
        rare: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name, self._rare, self._rarely = name, dict(rare or {}), ""
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, (key, word) in enumerate(words.items()):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}：{word}")
            set_look(button, "plain")
            button.setStyleSheet(_WORD)
            button.clicked.connect(lambda _on=False, key=key: self._chosen_here(key))
            self._group.addButton(button)
            self._buttons[key] = button
            grid.addWidget(button, place // columns, place % columns)
        self.more, menu = QPushButton(self), QMenu(self)
        self.more.setVisible(bool(self._rare))
        self.more.setCheckable(True)
        set_look(self.more, "plain")
        self.more.setStyleSheet(_WORD)
        self._rare_menu = menu
        self._fill_rare()
        menu.aboutToHide.connect(self._show_rare)
        self.more.setMenu(menu)
        if self._rare:
            grid.addWidget(self.more, len(words) // columns, len(words) % columns)
        self._grid, self._columns, self._last = grid, columns, len(words) + bool(self._rare)
        self._show_rare()

    def add_beside(self, widget: QWidget) -> None:
        """Put something that is chosen beside the words behind the last of them."""
        self._grid.addWidget(widget, self._last // self._columns, self._last % self._columns)

    def _chosen_here(self, key: str) -> None:
        self.show_value(key)
        self.chosen.emit(key)

    def _fill_rare(self) -> None:
        self._rare_menu.clear()
        for key, word in self._rare.items():
            self._rare_menu.addAction(word, partial(self._chosen_here, key))

    def show_rare_word(self, key: str, word: str) -> None:
        """Another word for a choice of the menu."""
        if self._rare[key] != word:
            self._rare[key] = word
            self._fill_rare()
            self._show_rare()

    def _show_rare(self) -> None:
        word = self._rare.get(self._rarely, "")
        self.more.setText(f"{word or MORE} ▾")
        self.more.setAccessibleName(f"{self._name}：{word or MORE}")
        self.more.setChecked(bool(word))

    def value(self) -> str:
        """The chosen key; empty where nothing is chosen."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), self._rarely)

    def show_value(self, key: str) -> None:
        """Show a choice, or (empty) none; nothing is emitted."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)
        self._rarely = key if key in self._rare else ""
        self._show_rare()

    def show_words(self, key: str, word: str) -> None:
        """Another word for a choice."""
        self._buttons[key].setText(word)

    def take_focus(self) -> None:
        """Put the focus on the choice, else on the first button."""
        button = self._buttons.get(self.value() or next(iter(self._buttons)), self.more)
        button.setFocus(Qt.FocusReason.OtherFocusReason)


class KindChoice(QPushButton):
    """Of which kind a decision is, one of those that the plan has or none, and whether it goes to 庁議.

    Without kinds the button itself says that it goes to 庁議; with them both stand in its menu.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "plain")
        self.setStyleSheet(_WORD)
        self.setCheckable(True)
        self._kinds: tuple[str, ...] = ()
        self._kind, self._council, self._may_go = "", False, False
        self._menu = QMenu(self)
        self._menu.aboutToHide.connect(self._show)
        self.clicked.connect(lambda _on=False: self.choose(self._kind, council=not self._council))
        self._show()

    def offer(self, kinds: Sequence[str], *, council: bool) -> None:
        """Offer kinds, and 庁議 where a town's body may have to go there; what is chosen stays."""
        self.setVisible(bool(kinds) or council)
        if (tuple(kinds), council) == (self._kinds, self._may_go):
            return
        self._kinds, self._may_go = tuple(kinds), council
        self._menu.clear()
        for kind in ("", *self._kinds) if kinds else ():
            self._menu.addAction((kind or NO_KIND).replace("&", "&&"), partial(self._choose_kind, kind))
        if kinds and council:
            self._menu.addSeparator()
            self._menu.addAction(TO_COUNCIL, lambda: self.choose(self._kind, council=not self._council))
        self.setMenu(self._menu if kinds else None)  # type: ignore[arg-type]
        self.show_value(self._kind, council=self._council)

    def _choose_kind(self, kind: str) -> None:
        self.choose(kind, council=self._council)

    def choose(self, kind: str, *, council: bool) -> None:
        """Choose as a person does."""
        self.show_value(kind, council=council)
        self.chosen.emit()

    def value(self) -> tuple[str, bool]:
        """The kind, empty for none, and whether it goes to 庁議."""
        return self._kind, self._council

    def show_value(self, kind: str, *, council: bool) -> None:
        """Show what is chosen; nothing is emitted. A kind that is not offered is none."""
        self._kind, self._council = kind if kind in self._kinds else "", council and self._may_go
        self._show()

    def _show(self) -> None:
        words = [self._kind] if self._kind else [KIND] if self._kinds else []
        words += [COUNCIL] if self._council or not self._kinds else []
        said = "・".join(words)
        room = self.fontMetrics().horizontalAdvance("種" * 4)  # all of it stands in the menu and in what is spoken
        shown = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        self.setText(f"{shown} ▾" if self._kinds else said)
        self.setChecked(self._council or bool(self._kind))
        kind = [self._kind or NO_KIND] if self._kinds else []
        spoken = "、".join([*kind, *([TO_COUNCIL] if self._council else [])])
        self.setAccessibleName(spoken or TO_COUNCIL)
        self.setToolTip(spoken or TO_COUNCIL)


class _StayingMenu(QMenu):
    """Stays open while its entries are ticked."""

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick(self.activeAction()):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)


class OwnerChoice(QPushButton):
    """担当: one department or several, in 建制順, ticked in a menu that stays open."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "plain")
        self._menu = _StayingMenu(self)
        self._actions: dict[str, QAction] = {}
        self._names: dict[str, str] = {}
        self.setMenu(self._menu)

    def show_departments(self, departments: Iterable[Department]) -> None:
        """Offer these; what is ticked stays."""
        known = [each for each in departments if each.to is None]
        if [each.id for each in known] == list(self._actions) and self._names == {each.id: each.name for each in known}:
            return
        ticked = self.value()
        self._menu.clear()
        self._actions, self._names = {}, {each.id: each.name for each in known}
        for each in known:
            action = QAction(each.name.replace("&", "&&"), self._menu, checkable=True)
            self._menu.addAction(action)
            action.toggled.connect(lambda _on: self._toggled())
            self._actions[each.id] = action
        self.show_value(ticked)

    def value(self) -> tuple[str, ...]:
        """The ids of the ticked departments."""
        return tuple(key for key, action in self._actions.items() if action.isChecked())

    def show_value(self, departments: Sequence[str]) -> None:
        """Tick these; nothing is emitted."""
        self.blockSignals(True)
        for key, action in self._actions.items():
            action.setChecked(key in departments)
        self.blockSignals(False)
        self._show()

    def _toggled(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        names = "・".join(self._names[each] for each in self.value())
        shown = names or CHOOSE_OWNER.removesuffix("。")
        self.setText(
            self.fontMetrics().elidedText(f"担当：{names}" if names else shown, Qt.TextElideMode.ElideRight, 300)
        )
        self.setToolTip(names)
        self.setAccessibleName(f"担当：{names or 'まだ選んでいません'}")


class DayField(QWidget):
    """期限 in any usual form; empty is 次回会議まで. Chips put usual days in."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(placeholderText=UNTIL_NEXT)
        self.line.setAccessibleName(self.tr("期限"))
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.line.setMaxLength(30)
        self._today = date.min
        label = plain_label(self.tr("期限"), "small")
        label.setBuddy(self.line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.line, 1)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(self._chips)
        self.line.textChanged.connect(self.edited)
        self.line.editingFinished.connect(self.left)
        self.line.installEventFilter(self)

    def show_chips(self, today: date) -> None:
        """Offer 次回会議まで, the end of next month, and the end of the fiscal year."""
        if today == self._today:
            return
        self._today = today
        month = today.month % 12 + 1
        year = today.year + (today.month == 12)
        following = date(year + (month == 12), month % 12 + 1, 1)
        end = date.fromordinal(following.toordinal() - 1)
        march = date(today.year + (today.month > 3), 3, 31)
        for word, day in ((UNTIL_NEXT, None), (f"来月末 {end.month}/{end.day}", end), ("年度末 3/31", march)):
            chip = QPushButton(word)
            set_look(chip, "link")
            said = short_date_beside(day, today) if day else ""
            chip.clicked.connect(lambda _on=False, said=said: self.line.setText(said))
            self._chips.addWidget(chip)
        self._chips.addStretch(1)

    def day(self) -> date | None:
        """The day typed, None for 次回会議まで. Raises Problem for what is no day."""
        text = self.line.text().strip()
        return parse_date(text, "due", today=self._today) if text and text != UNTIL_NEXT else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return super().eventFilter(watched, event)
