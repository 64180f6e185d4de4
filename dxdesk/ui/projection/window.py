"""投影: the window that the audience looks at. It shows a slide or plain white, and nothing else whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from dxdesk.preferences import preferences
from dxdesk.ui.audience.view import SlideView
from dxdesk.ui.board.course import Sight
from dxdesk.ui.focus_ring import NO_RING
from dxdesk.ui.projection.pictures import Pictures
from dxdesk.ui.projection.projector import Projector
from dxdesk.ui.projection.remote import Remote
from dxdesk.ui.theme import colour
from dxdesk.wording.projection import WINDOW_NAME

POINTER_MILLISECONDS: Final = 3_000
FADE_MILLISECONDS: Final = 150
AHEAD_MILLISECONDS: Final = 60
"""So long after a slide the neighbours are painted, one at a time."""

_NO_FOCUS: Final = Qt.WindowType.WindowDoesNotAcceptFocus

_logger = logging.getLogger(__name__)


class _Curtain(QWidget):
    """White before the slide: gone, drawn, or on the way."""

    drawn_shut = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._white = QColor(colour("white"))
        self._white.setAlphaF(0.0)
        self._shut = False
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MILLISECONDS)
        self._fade.valueChanged.connect(self._show_strength)
        self._fade.finished.connect(self._arrived)
        self.hide()

    def draw(self, *, shut: bool) -> None:
        """Before the slide, or away from it; at once where somebody wants less motion."""
        if shut == self._shut:
            return
        self._shut = shut
        self._fade.stop()
        self.setVisible(True)
        self.raise_()
        if preferences().less_motion:
            self._show_strength(float(shut))
            self._arrived()
            return
        self._fade.setStartValue(self._white.alphaF())
        self._fade.setEndValue(float(shut))
        self._fade.start()

    def _show_strength(self, strength: float) -> None:
        self._white.setAlphaF(strength)
        self.update()

    def _arrived(self) -> None:
        if self._shut:
            self.drawn_shut.emit()
        self.setVisible(self._shut)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._white)
        painter.end()


class AudienceWindow(QWidget):
    """Paints what the projector projects; None is plain white. It cannot be closed from outside.

    It takes no focus, whatever a desktop gives to new windows: somebody is typing. Only a click on it does, and the
    keys of a remote control then drive the slides.
    """

    trouble = Signal()
    """A slide could not be drawn; the picture before it stays."""
    drawn = Signal()
    """A slide was drawn."""
    moved = Signal()
    """The window is somewhere else or on another screen than before."""

    def __init__(self, projector: Projector) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | _NO_FOCUS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setProperty(NO_RING, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(WINDOW_NAME)
        self.setAccessibleName(WINDOW_NAME)
        self._projector = projector
        self._shown: Sight | None = None
        self._pictures = Pictures()
        self._coming: Iterator[None] | None = None
        self._may_close = False
        self._followed: QWindow | None = None
        self.remote = Remote(projector, self)
        self.view = SlideView(self)
        self.view.setMouseTracking(True)
        self.view.installEventFilter(self)
        self._curtain = _Curtain(self)
        self._curtain.drawn_shut.connect(lambda: self.view.show_page(None))
        self._pointer = QTimer(self, singleShot=True, interval=POINTER_MILLISECONDS)
        self._pointer.timeout.connect(self._hide_pointer)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MILLISECONDS)
        self._ahead.timeout.connect(self._paint_ahead)
        projector.changed.connect(self.renew)
        self._hide_pointer()

    @property
    def shown(self) -> Sight | None:
        """What was drawn last; None before anything was, and while the picture is hidden."""
        return self._shown

    def renew(self) -> None:
        """Show what the projector projects now. What cannot be drawn leaves the picture as it is."""
        if not self.isVisible():
            return
        sight = self._projector.projected
        if sight is None:
            self._shown = None
            self._curtain.draw(shut=True)
            return
        try:
            laid, image = self._pictures.picture(sight, self._size())
        except Exception:
            _logger.exception("a slide could not be drawn")
            self.trouble.emit()
            return
        if sight != self._shown or self.view.page is not laid.page:
            self.view.show_picture(laid.page, laid.faded, image)
            self._shown = sight
            self.view.repaint()  # at once: what the laptop does next may wait for a disk
        self._curtain.draw(shut=False)
        self.drawn.emit()
        self._coming = None
        self._ahead.start()

    def _size(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(self.view.width() * ratio), round(self.view.height() * ratio))

    def _paint_ahead(self) -> None:
        """Make one more thing that the next key may lead to."""
        sight = self._projector.sight
        if sight is None or not self.isVisible():
            return
        if self._coming is None:
            self._coming = self._pictures.ahead(sight, self._size())
        try:
            next(self._coming)
        except StopIteration:
            return
        except Exception:  # it is said when somebody goes there
            _logger.exception("a slide ahead could not be drawn")
            return
        self._ahead.start()

    def end(self) -> None:
        """Close for good."""
        self._may_close = True
        self._projector.changed.disconnect(self.renew)
        self.close()
        self.deleteLater()

    def _hide_pointer(self) -> None:
        self.view.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer comes back when the mouse moves, and goes after three seconds."""
        if event.type() == QEvent.Type.MouseMove:
            self.view.unsetCursor()
            self._pointer.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.renew()
        self.moved.emit()

    def _place(self) -> None:
        self.view.setGeometry(self.rect())
        self._curtain.setGeometry(self.view.geometry())

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not self._followed:
            self._followed = handle
            handle.screenChanged.connect(lambda _screen: self.moved.emit())
        self.renew()

    def hideEvent(self, event: QHideEvent) -> None:
        self._accept_focus(accepts=False)
        super().hideEvent(event)

    def _accept_focus(self, *, accepts: bool) -> None:
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(_NO_FOCUS, not accepts)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._accept_focus(accepts=True)
        self.activateWindow()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.remote.press(event)
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_close)
