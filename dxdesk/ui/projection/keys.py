"""Keys that drive slides wherever the focus is: those a remote control sends, even while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from dxdesk.ui.composition import Composition
from dxdesk.ui.projection.projector import Projector

_HELD: Final = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ONCE: Final = (Qt.Key.Key_F11, Qt.Key.Key_F12)
"""A key held down is no second press of these."""


def composing() -> bool:
    """Whether a conversion is open where the focus is."""
    field = QApplication.focusWidget()
    if field is None:
        return False
    found = field.findChildren(Composition, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return any(each.text for each in found)


class ProgramKeys(QObject):
    """PageDown and PageUp step, F11 freezes, F12 hides, in every window of the program while it is switched on.

    While a conversion is open they belong to the input method.
    """

    def __init__(self, projector: Projector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts: Mapping[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: projector.step(forwards=True),
            Qt.Key.Key_PageUp: lambda: projector.step(forwards=False),
            Qt.Key.Key_F11: lambda: projector.freeze(not projector.frozen),
            Qt.Key.Key_F12: lambda: projector.hide(not projector.hidden),
        }
        self._on = False

    def switch(self, *, on: bool) -> None:
        """Listen, or no longer."""
        application = QApplication.instance()
        if application is None or on == self._on:
            return
        self._on = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return False
        act = self._acts.get(event.key())
        if act is None or event.modifiers() & _HELD or composing():
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress and not (event.isAutoRepeat() and event.key() in _ONCE):
            act()
        return True
