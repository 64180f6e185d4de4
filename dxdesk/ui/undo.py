"""Ctrl+Z and Ctrl+Y: a field undoes its own words first, then the desk its last step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from dxdesk.ui.key_actions import bind


def _has_words_to(undo: bool, field: QObject) -> bool:
    """Whether a text field has something of its own to undo, or to do again."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    if isinstance(field, (QTextEdit, QPlainTextEdit)) and not field.isReadOnly():
        document = field.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    return False


class UndoKeys(QObject):
    """Lets the keys through to the desk where the field with the focus has nothing to undo."""

    def __init__(self, window: QWidget, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWidget | None = None
        bind(window, {"Ctrl+Z": undo, "Ctrl+Y": redo, "Ctrl+Shift+Z": redo})
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    def _watch(self) -> None:
        """Only the field with the focus is looked at: a filter on everything would see every paint event. A field that
        loses the focus because it goes is no longer there to be asked, and those of other windows go as they like."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        now = QApplication.focusWidget()
        own = isinstance(now, (QLineEdit, QTextEdit, QPlainTextEdit)) and now.window() is self._window.window()
        self._watched = now if own else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not _has_words_to(undo, watched):
                event.ignore()
                return True
        return False
