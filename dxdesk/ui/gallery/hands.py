"""Hands on a window: what a person would press, type and choose, found by the words that stand there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QTextEdit,
    QWidget,
)

Hand = Callable[[QWidget], object]
"""Something a person does to a window."""

_SEARCHES: Final = 350
"""Milliseconds after which what was typed is searched for."""

W = TypeVar("W", bound=QWidget)


def found(root: QWidget, kind: type[W], fits: Callable[[W], bool], what: str) -> W:
    """The first visible widget of a kind that fits. Raises LookupError naming what was looked for."""
    for each in root.findChildren(kind):
        if each.isVisibleTo(root) and fits(each):
            return each
    raise LookupError(what)


def press(words: str) -> Hand:
    """Press the button that begins with these words."""

    def act(root: QWidget) -> None:
        button = found(root, QAbstractButton, lambda each: _words(each).startswith(words) and each.isEnabled(), words)
        button.click()

    return act


def _words(button: QAbstractButton) -> str:
    return (button.text() or button.accessibleName()).replace("&", "").lstrip("＋ ")


def if_there(act: Hand) -> Hand:
    """Something that is to be done in a narrow window only, where the button for it is."""

    def try_it(root: QWidget) -> None:
        with suppress(LookupError):
            act(root)

    return try_it


def fill(name: str, text: str) -> Hand:
    """Type a text into the field of a name, in place of what stands there."""

    def act(root: QWidget) -> None:
        try:
            line = found(root, QLineEdit, lambda each: _field_name(root, each).startswith(name), name)
        except LookupError:
            area = found(root, QTextEdit, lambda each: _field_name(root, each).startswith(name), name)
            area.setFocus()
            area.setPlainText(text)
        else:
            line.setFocus()
            line.setText(text)
            line.textEdited.emit(text)

    return act


def _field_name(root: QWidget, field: QWidget) -> str:
    if field.accessibleName():
        return field.accessibleName()
    labels = (label for label in root.findChildren(QLabel) if label.buddy() is field)
    return next((label.text() for label in labels), "").replace("&", "")


def wait(_root: QWidget) -> None:
    """Wait as long as a search waits for the next letter."""
    loop = QEventLoop()
    QTimer.singleShot(_SEARCHES, loop.quit)
    loop.exec()


def turn_to(words: str) -> Hand:
    """Turn to the tab, or the line of a short list, that begins with these words."""

    def act(root: QWidget) -> None:
        for bar in root.findChildren(QTabBar):
            for place in range(bar.count()):
                if bar.isVisibleTo(root) and bar.tabText(place).replace("&", "").startswith(words):
                    bar.setCurrentIndex(place)
                    return
        for parts in root.findChildren(QListWidget):
            for line in parts.findItems(words, Qt.MatchFlag.MatchStartsWith):
                if parts.isVisibleTo(root):
                    parts.setCurrentItem(line)
                    return
        raise LookupError(words)

    return act
