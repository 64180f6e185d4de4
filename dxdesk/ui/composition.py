"""Text that is still being composed: what the input method shows in a field and has not handed over yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Conversions(QObject):
    opening = Signal()
    """A conversion is about to open in some field: the moment to save what was handed over before."""


conversions = _Conversions()


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

    def _take(self, field: QObject, event: QInputMethodEvent) -> None:
        """The field takes what the input method says; then whoever listens finds its text as it is now."""
        if self._text and event.commitString() and event.preeditString():  # one conversion goes over into the next
            handed = QInputMethodEvent()
            handed.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
            self._take(field, handed)
            event = QInputMethodEvent(event.preeditString(), event.attributes())
        if event.preeditString() and not self._text:
            conversions.opening.emit()
        self._text = event.preeditString()
        field.event(event)
        self.changed.emit(self._text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._take(watched, event)
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
