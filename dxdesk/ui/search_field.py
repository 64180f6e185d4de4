"""A search field: it looks for committed text a moment after the last key, and leads down into what was found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dxdesk.ui.composition import Composition

MILLISECONDS: Final = 300
_DOWN: Final = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """Searches 300 ms after the last committed text, never during a conversion. Esc clears it; ↓ and Enter leave it."""

    searched = Signal()
    """Something else is to be looked for: the text of the field."""

    left_downwards = Signal()
    """↓ or Enter: into what was found."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._composition = Composition(self)
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._timer.timeout.connect(self._search)
        self.textChanged.connect(self._timer.start)

    def start(self) -> None:
        """Put the cursor here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def drop(self) -> None:
        """Clear the text without telling."""
        self.clear()
        self._timer.stop()

    def _search(self) -> None:
        if self._composition.text:
            self._timer.start()
        else:
            self.searched.emit()

    def event(self, event: QEvent) -> bool:
        """Esc clears the search before it closes anything."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._clears(event):
            event.accept()
            return True
        return super().event(event)

    def _clears(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text()) and not self._composition.text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is not looked for yet is looked for before the field is left."""
        if self._clears(event):
            self.clear()
        elif event.key() in _DOWN and not self._composition.text:
            if self._timer.isActive():
                self._timer.stop()
                self.searched.emit()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
