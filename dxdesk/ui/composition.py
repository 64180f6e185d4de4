"""Text that is still being composed: what the input method shows in a field and has not handed over yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Composition(QObject):
    """Follows the open conversion of one text field.

    While a conversion is open no shortcut fires; Ctrl+Enter hands the text over, and only the second press acts.
    A field that loses the focus hands its text over first.
    """

    changed = Signal(str)
    """The text that is being composed; empty when no conversion is open."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._text = ""
        field.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is being composed; it is not part of the field's text yet."""
        return self._text

    def commit(self) -> None:
        """Hand the open text over to the field; nothing where no conversion is open."""
        if not self._text:
            return
        QGuiApplication.inputMethod().commit()
        if self._text:  # the platform has no input method that answers
            event = QInputMethodEvent()
            event.setCommitString(self._text)
            QCoreApplication.sendEvent(self._field, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._text = event.preeditString()
            watched.event(event)  # the field takes it first: whoever listens finds its text as it is now
            self.changed.emit(self._text)
            return True
        if not self._text:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.modifiers() & _MODIFIERS:
            if event.key() in _ENTER:
                self.commit()
            return True
        return False
