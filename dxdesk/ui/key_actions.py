"""Shortcuts and menu entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(widget: QWidget, keys: Mapping[str, Callable[[], object]]) -> dict[str, QShortcut]:
    """Have keys (as ``Ctrl+Return``) do something while the widget is shown in the active window.

    F6 to F10 belong to the input method and are never bound; a single letter never is, for text is typed everywhere.
    Returns the shortcuts by their keys.
    """
    bound = {}
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        bound[key] = shortcut
    return bound
