"""The slides alone on the whole screen: no frame, no pointer, no ring, nothing but the page and a number that is
being typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.domain.audience import Audience
from dxdesk.ui.board.course import Position
from dxdesk.ui.board.foot import typed_words
from dxdesk.ui.board.stage import Stage
from dxdesk.ui.focus_ring import NO_RING
from dxdesk.ui.labels import plain_label

POINTER_MILLISECONDS: Final = 3_000
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FullScreen(QWidget):
    """A window of its own. Esc at the board, or Alt+Enter, goes back; B and . hide the slide, W shows white."""

    closed = Signal(object)
    """The Position at which it was left."""

    def __init__(self, shown: Audience, position: Position, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty(NO_RING, True)
        self.setWindowTitle(self.tr("ボード"))
        self.stage = Stage()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stage)
        self.typed = plain_label("", "title", parent=self)
        self.typed.setAutoFillBackground(True)
        self.typed.setMargin(12)
        self.typed.hide()
        self.stage.moved.connect(self._show_typed)
        self._pointer = QTimer(self, singleShot=True, interval=POINTER_MILLISECONDS)
        self._pointer.timeout.connect(self._hide_pointer)
        for widget in (self.stage, self.stage.view):
            widget.setMouseTracking(True)
        self.stage.view.installEventFilter(self)
        self.stage.left.connect(self.close)
        self.stage.set_scale(scale)
        self.stage.show_content(shown)
        self.stage.go(position)
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hide_pointer()

    def _hide_pointer(self) -> None:
        self.stage.view.setCursor(Qt.CursorShape.BlankCursor)

    def _show_typed(self) -> None:
        """What a number being typed would open, in the lower left corner until it is opened or given up."""
        words = typed_words(self.stage.typed, self.stage.meant)
        self.typed.setText(words)
        self.typed.adjustSize()
        self.typed.move(0, self.height() - self.typed.height())
        self.typed.setVisible(bool(words))
        self.typed.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer comes back when the mouse moves, and goes after three seconds."""
        if event.type() == QEvent.Type.MouseMove:
            self.stage.view.unsetCursor()
            self._pointer.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.close()
        elif event.text().lower() in ("b", ".", "w"):
            self.stage.blank()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit(self.stage.position)
        super().closeEvent(event)
