"""リハーサル: what the audience would see, on the whole screen of the laptop, with a line that says so."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent

from dxdesk.ui.board.course import pressed
from dxdesk.ui.board.foot import typed_words
from dxdesk.ui.labels import plain_label
from dxdesk.ui.projection.projector import Projector
from dxdesk.ui.projection.window import AudienceWindow
from dxdesk.ui.window_style import style_window
from dxdesk.wording.projection import REHEARSAL

_MARGIN: Final = 4

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Rehearsal(AudienceWindow):
    """One screen for both: keys and clicks drive the slides, Esc and Alt+Enter go back to the laptop's window."""

    left = Signal()
    """Esc or Alt+Enter, or the window was closed."""

    def __init__(self, projector: Projector) -> None:
        super().__init__(projector)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        style_window(self)
        self.caption = plain_label(REHEARSAL, "section", parent=self)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption.setAutoFillBackground(True)
        self.remote.typed_changed.connect(self._say_typed)
        self.view.card_clicked.connect(projector.open_unit)
        self.view.tile_clicked.connect(lambda status: projector.go(pressed(projector.position, status)))

    def hideEvent(self, event: QHideEvent) -> None:
        """It takes the focus whenever it is shown."""

    def _say_typed(self, typed: str) -> None:
        self.caption.setText(typed_words(typed, self.remote.meant) or REHEARSAL)

    def _place(self) -> None:
        """The line lies above the slide, not on it."""
        height = self.caption.sizeHint().height() + 2 * _MARGIN
        self.caption.setGeometry(0, 0, self.width(), height)
        slide = self.rect().adjusted(0, height, 0, 0)
        self.view.setGeometry(slide)
        self._curtain.setGeometry(slide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_enter = event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_enter or (event.key() == Qt.Key.Key_Escape and not self.remote.typed):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not event.isAccepted():
            self.left.emit()
