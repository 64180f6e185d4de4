"""The keys that drive slides where no text is typed: those of a remote control, and digits for the number of a unit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from dxdesk.ui.board.course import Meant, numbered
from dxdesk.ui.projection.projector import Projector

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEXT: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown, *_ENTER)
_PREVIOUS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_HIDES: Final = ("b", ".", "。", "w")
_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Remote(QObject):
    """Gives keys to a projector. Esc goes one level up and never further; B, . and W hide, F freezes."""

    typed_changed = Signal(str)
    """The number typed so far, empty when it was opened or given up."""

    def __init__(self, projector: Projector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projector = projector
        self._typed = ""

    @property
    def typed(self) -> str:
        """The number typed so far: digits, and hyphens between them."""
        return self._typed

    @property
    def meant(self) -> Meant | None:
        """What Enter opens for the number typed so far."""
        audience = self._projector.audience
        return numbered(audience, self._typed) if audience and self._typed else None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False where it means nothing here."""
        key, letter = event.key(), event.text().lower()
        if event.modifiers() & _MODIFIERS:
            return False
        if letter.isdecimal() or (self._typed and letter in ("-", "－")):
            self._type(self._typed + letter)
        elif self._typed and key in (*_ENTER, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            self._finish_typing(key)
        elif key in _NEXT or key in _PREVIOUS:
            self._type("")
            self._projector.step(forwards=key in _NEXT)
        elif key == Qt.Key.Key_Home:
            self._projector.show_view("board")
        elif key == Qt.Key.Key_Escape:
            self._upward()
        elif letter in _HIDES:
            self._projector.hide(not self._projector.hidden)
        elif letter == "f":
            self._projector.freeze(not self._projector.frozen)
        else:
            return False
        return True

    def _type(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self.typed_changed.emit(typed)

    def _finish_typing(self, key: int) -> None:
        typed, meant = self._typed, self.meant
        self._type(typed[:-1] if key == Qt.Key.Key_Backspace else "")
        if key in _ENTER and meant is not None:
            self._projector.open_unit(meant.card.code)

    def _upward(self) -> None:
        sight = self._projector.sight
        above = sight.upward() if sight else None
        if above is not None:
            self._projector.go(above)
