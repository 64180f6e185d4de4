"""A person's hands on the window: one has a mouse and counts its clicks, the other has the keyboard alone.

Neither calls a method of a widget. The mouse clicks what can be seen, at its centre; the keyboard presses keys for
whatever has the focus, and its texts come from an input method that is open when Ctrl+Enter is pressed.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 120
PATIENCE = 200
KEYS_OF_LETTER = 3
"""Keys for a letter that an input method makes: two of romaji, and its share of converting and confirming."""
SECONDS_OF_CLICK, SECONDS_OF_KEY = 1.1, 0.3
_HINT = re.compile(r"（((?:Ctrl\+|Alt\+)?(?:Enter|Esc|[A-Z0-9]|F\d+))）$")
_ACCESS = re.compile(r"\(&(.)\)")

Index = QModelIndex | QPersistentModelIndex


def plain(words: str) -> str:
    """Words without access key and the dots that say that more is asked."""
    return _ACCESS.sub("", words).replace("&", "").removesuffix("…")


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def settle() -> None:
    """Everything that is due in the window happens, as it does before a person moves."""
    QTest.qWait(1)


def hand_over(text: str) -> None:
    """The input method hands text over to what has the focus."""
    field = focus()
    assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), f"no input method in {field}"
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def strokes(text: str) -> int:
    """How many keys somebody presses to write a text."""
    return sum(1 if letter.isascii() else KEYS_OF_LETTER for letter in text)


def popup(after: QWidget | None = None) -> QWidget:
    """The menu or list that is open; one below ``after`` opens a moment later."""
    for _ in range(PATIENCE):
        if QApplication.activePopupWidget() is after and after is not None:
            settle()
    found = QApplication.activePopupWidget()
    assert found is not None, "nothing is open"
    return found


class Hands(ABC):
    """What both can do on a window."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.clicks = self.keys = 0

    @property
    def seconds(self) -> float:
        """What the hands had to do so far takes about so long; waiting and thinking are not in it."""
        return self.clicks * SECONDS_OF_CLICK + self.keys * SECONDS_OF_KEY

    @contextmanager
    def within(self, clicks: int) -> Iterator[None]:
        """No more clicks than these; by keyboard there are none."""
        before = self.clicks
        yield
        assert self.clicks - before <= clicks, f"{self.clicks - before} clicks"

    def seen(self, kind: type[QWidget] = QWidget) -> list[QWidget]:
        """The widgets of a kind that are shown and can be used."""
        settle()
        return [each for each in self.window.findChildren(kind) if each.isVisible() and each.isEnabled()]

    def button(self, words: str) -> QAbstractButton:
        """The one button with these words, else the one whose words begin so; of several the filled one."""
        buttons = [each for each in self.seen(QAbstractButton) if isinstance(each, QAbstractButton)]
        same = [each for each in buttons if words in (plain(each.text()), each.accessibleName())]
        found = same or [
            each for each in buttons if plain(each.text()).startswith(words) or each.accessibleName().startswith(words)
        ]
        if len(found) > 1:
            found = [each for each in found if each.property("look") == "primary"]
        known = [plain(each.text()) or each.accessibleName() for each in buttons]
        assert len(found) == 1, f"{len(found)} × {words} in {known}"
        return found[0]

    def found(self, words: str) -> bool:
        """Whether there is a button with these words that can be pressed now."""
        return any(plain(each.text()) == words for each in self.seen(QAbstractButton))  # type: ignore[attr-defined]

    def field(self, name: str) -> QWidget:
        """The one field of a name."""
        fields = [each for kind in (QLineEdit, QTextEdit, QComboBox) for each in self.seen(kind)]
        inside = {each.lineEdit() for each in fields if isinstance(each, QComboBox)}
        named = [each for each in fields if each.accessibleName() == name and each not in inside]
        assert len(named) == 1, f"{len(named)} × {name} in {[each.accessibleName() for each in fields]}"
        return named[0]

    def tab_bar(self, words: str) -> tuple[QTabBar, int]:
        """The row of tabs with these words, and which of them it is."""
        bars = [each for each in self.seen(QTabBar) if isinstance(each, QTabBar)]
        found = [
            (bar, place) for bar in bars for place in range(bar.count()) if plain(bar.tabText(place)).startswith(words)
        ]
        assert len(found) == 1, words
        return found[0]

    @abstractmethod
    def press(self, words: str) -> None:
        """A button by its words."""

    @abstractmethod
    def into(self, name: str) -> None:
        """The cursor into a field."""

    @abstractmethod
    def close_menu(self) -> None:
        """A menu that stays open under the mouse for more choices."""

    def already_in(self, name: str) -> None:
        """The cursor stands in a field that nobody has clicked; Tab leads there."""
        field = self.field(name)
        assert field.hasFocus() or field.isAncestorOf(focus()), f"the cursor is not in {name} but in {focus()}"

    @abstractmethod
    def write(self, text: str) -> None:
        """Text from the input method."""

    @abstractmethod
    def choose(self, view: QAbstractItemView, index: Index) -> None:
        """A row or a cell."""

    @abstractmethod
    def pick(self, name: str, words: str) -> None:
        """One entry of a drop-down list."""

    @abstractmethod
    def tab(self, words: str) -> None:
        """A tab by its words."""

    @abstractmethod
    def menu(self, button: str, *words: str) -> None:
        """An entry of the menu under a button, through its submenus."""

    def back_in_front(self) -> None:
        """A menu has closed. The platform without a display leaves no window active then; every desktop does."""
        settle()
        if QApplication.activePopupWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            settle()

    def enter(self, text: str) -> None:
        """Plain characters, as they are typed where no conversion is wanted."""
        self.keys += len(text)
        QTest.keyClicks(focus(), text)


def _entry(menu: QWidget, words: str) -> QAction:
    assert isinstance(menu, QMenu)
    found = [each for each in menu.actions() if plain(each.text()).startswith(words) and each.isEnabled()]
    assert found, f"{words} in {[each.text() for each in menu.actions()]}"
    return found[0]


def _row(index: Index) -> int:
    return index.row()


def _column(index: Index) -> int:
    return index.column()


def _typed(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return field.currentText()
    assert isinstance(field, QTextEdit | QLineEdit)
    return field.toPlainText() if isinstance(field, QTextEdit) else field.text()


class Mouse(Hands):
    """Clicks; what is typed between two clicks is no click."""

    def click(self, widget: QWidget, point: QPoint | None = None) -> None:
        """What can be seen at a point of a widget, by itself its centre."""
        settle()
        at = point or widget.rect().center()
        if isinstance(widget, QAbstractButton) and point is None and not widget.hitButton(at):
            at = QPoint(12, at.y())
        top = widget.window()
        place = widget.mapTo(top, at)
        hit = top.childAt(place) or top
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} lies over {widget} {widget.geometry()}"
        QTest.mouseClick(hit, LEFT, PLAIN, hit.mapFrom(top, place))
        self.clicks += 1

    def press(self, words: str) -> None:
        settle()
        self.click(self.button(words))

    def into(self, name: str) -> None:
        self.click(self.field(name))

    def write(self, text: str) -> None:
        self.keys += strokes(text)
        hand_over(text)

    def close_menu(self) -> None:
        QTest.mouseClick(popup(), LEFT, PLAIN, QPoint(-5, -5))
        self.clicks += 1
        self.back_in_front()

    def choose(self, view: QAbstractItemView, index: Index) -> None:
        place = view.visualRect(index)
        assert view.viewport().rect().contains(place.center()), "out of sight"
        self.click(view.viewport(), place.center())

    def pick(self, name: str, words: str) -> None:
        box = self.field(name)
        assert isinstance(box, QComboBox)
        self.click(box)
        row = next(place for place in range(box.count()) if box.itemText(place).startswith(words))
        view = box.view()
        view.scrollTo(box.model().index(row, 0))
        self.choose(view, box.model().index(row, 0))

    def tab(self, words: str) -> None:
        bar, place = self.tab_bar(words)
        self.click(bar, bar.tabRect(place).center())

    def menu(self, button: str, *words: str) -> None:
        self.press(button)
        menu: QWidget | None = None
        for each in words:
            menu = popup(after=menu)
            assert isinstance(menu, QMenu)
            action = _entry(menu, each)
            self.click(menu, menu.actionGeometry(action).center())
        self.back_in_front()


class Keyboard(Hands):
    """Keys for whatever has the focus."""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """A key, to what is open, else to what has the focus."""
        held = sum(bool(modifier & each) for each in (CONTROL, Qt.KeyboardModifier.AltModifier))
        self.keys += times + held
        for _ in range(times):
            QTest.keyClick(QApplication.activePopupWidget() or focus(), key, modifier)

    def chord(self, keys: str) -> None:
        """Keys as they are named on a button: Ctrl+Enter, Alt+7, F5."""
        found = QKeySequence(keys.replace("Enter", "Return"))[0]  # type: ignore[index]
        self.key(found.key(), found.keyboardModifiers())

    def go(self, reached: Callable[[QWidget], bool]) -> None:
        """On with Tab until the focus is where it is wanted."""
        way = []
        for _ in range(MOST_TABS):
            now = focus()
            if reached(now):
                return
            way.append(f"{type(now).__name__} {now.accessibleName() or getattr(now, 'text', str)()}"[:40])
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"not reached with Tab: {list(dict.fromkeys(way))}")

    def press(self, words: str) -> None:
        settle()
        button = self.button(words)
        hint = _HINT.search(plain(button.text())) or _HINT.search(button.accessibleName())
        if hint is not None:
            self.chord(hint.group(1))
            return
        group = button.group()
        row = group.buttons() if group is not None and group.exclusive() else [button]
        self.go(lambda now: now in row)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
            for _ in row:
                if focus() is not button and not (len(row) > 1 and button.isChecked()):
                    self.key(key)
        if len(row) > 1 and button.isChecked():
            return
        assert focus() is button, f"the arrows do not lead to {words}"
        self.key(Qt.Key.Key_Space)

    def into(self, name: str) -> None:
        field = self.field(name)
        self.go(lambda now: now is field or field.isAncestorOf(now))

    def already_in(self, name: str) -> None:
        self.into(name)

    def write(self, text: str) -> None:
        """The conversion is open when Ctrl+Enter is pressed: that hands the text over and does nothing else."""
        field = focus()
        assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), f"no input method in {field}"
        before = _typed(field).count(text)
        self.keys += strokes(text)
        for length in (1, len(text)):
            QCoreApplication.sendEvent(field, QInputMethodEvent(text[:length], []))
        self.key(Qt.Key.Key_Return, CONTROL)
        assert focus() is field, "Ctrl+Enter left the field while a conversion was open"
        if _typed(field).count(text) == before:  # where the keys mean nothing else, the input method alone hears them
            hand_over(text)
        assert _typed(field).count(text) == before + 1, f"{text} was not handed over: {_typed(field)}"

    def close_menu(self) -> None:
        assert QApplication.activePopupWidget() is None

    def choose(self, view: QAbstractItemView, index: Index) -> None:
        self.go(lambda now: now is view)
        for forward, back, place in (
            (Qt.Key.Key_Down, Qt.Key.Key_Up, _row),
            (Qt.Key.Key_Right, Qt.Key.Key_Left, _column),
        ):
            for _ in range(MOST_TABS):
                behind = place(index) - place(view.currentIndex())
                if behind:
                    self.key(forward if behind > 0 else back)
        assert view.currentIndex() == index, "the arrows do not lead there"

    def pick(self, name: str, words: str) -> None:
        self.into(name)
        box = self.field(name)
        assert isinstance(box, QComboBox)
        row = next(place for place in range(box.count()) if box.itemText(place).startswith(words))
        for _ in range(box.count()):
            if box.currentIndex() != row:
                self.key(Qt.Key.Key_Down if row > box.currentIndex() else Qt.Key.Key_Up)
        assert box.currentIndex() == row

    def tab(self, words: str) -> None:
        bar, place = self.tab_bar(words)
        if _ACCESS.search(bar.tabText(place)):
            self._access(bar.tabText(place))
            return
        self.go(lambda now: now is bar)
        for _ in range(bar.count()):
            if bar.currentIndex() != place:
                self.key(Qt.Key.Key_Right if bar.currentIndex() < place else Qt.Key.Key_Left)

    def menu(self, button: str, *words: str) -> None:
        found = self.button(button)
        if _ACCESS.search(found.text()):
            self._access(found.text())
        else:
            self.press(button)
        menu: QWidget | None = None
        for each in words:
            menu = popup(after=menu)
            assert isinstance(menu, QMenu)
            action = _entry(menu, each)
            for _ in menu.actions():
                if menu.activeAction() is not action:
                    self.key(Qt.Key.Key_Down)
            assert menu.activeAction() is action, each
            self.key(Qt.Key.Key_Return)
        self.back_in_front()

    def _access(self, words: str) -> None:
        letter = _ACCESS.search(words)
        assert letter is not None, f"no access key: {words}"
        self.chord(f"Alt+{letter.group(1)}")
