"""The focus ring: a transparent overlay that follows the focus, two colours that show on any ground."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from dxdesk.ui.theme import colour, radius

REACH = 4
"""How far the ring reaches beyond the control, px: two of yellow, then two of ink."""

NO_RING = "no_focus_ring"
"""A window with this property set to True (the audience screen) shows no ring."""

_FOLLOWED = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
)


def _within(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget lies in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


class RingOverlay(QWidget):
    """The ring itself, a child of the window that lies over everything and never takes a click."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = QRect()
        self.hide()

    def surround(self, box: QRect, visible: QRect) -> None:
        """Draw the ring around ``box`` as far as ``visible`` reaches, both in the window; whole at its edges."""
        box = box.intersected(self.window().rect().adjusted(REACH, REACH, -REACH, -REACH))
        part = box.adjusted(-REACH, -REACH, REACH, REACH).intersected(visible)
        if box.isEmpty() or part.isEmpty():
            self.hide()
            return
        self._box = box
        self.setGeometry(part)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self._box.translated(-self.pos()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = radius("input")
        for name, reach in (("focus", 1.0), ("focus-edge", 3.0)):
            painter.setPen(QPen(colour(name), 2.0))
            ring = box.adjusted(-reach, -reach, reach, reach)
            painter.drawRoundedRect(ring, corner + reach, corner + reach)
        painter.end()


class FocusRing(QObject):
    """Moves the ring to whatever has the focus; cut only by the scroll areas the control lies in."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._target: QWidget | None = None
        self._ring: RingOverlay | None = None
        self._watched: list[QWidget] = []
        application.focusChanged.connect(self._follow)

    def overlay(self, window: QWidget) -> RingOverlay:
        """The ring of a window, made on first use; hidden while the focus is elsewhere."""
        found = window.findChild(RingOverlay, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if found is not None else RingOverlay(window)

    def _follow(self) -> None:
        self._leave()
        now = QApplication.focusWidget()
        takes_keys = now is not None and now.focusPolicy() != Qt.FocusPolicy.NoFocus
        if now is None or not takes_keys or now.isWindow() or now.window().property(NO_RING):
            return
        self._target = now
        each: QWidget | None = now
        while each is not None:
            each.installEventFilter(self)
            each.destroyed.connect(self._forget)
            self._watched.append(each)
            each = None if each.isWindow() else each.parentWidget()
        self._place()

    def _leave(self) -> None:
        left = self._watched
        for widget in filter(isValid, left):  # a widget loses the focus while it is being deleted, too
            with suppress(RuntimeError):
                widget.removeEventFilter(self)
                widget.destroyed.disconnect(self._forget)
        self._forget()
        # A dialog that nobody else holds any more must not go while Qt is handing the focus on.
        QTimer.singleShot(0, left.clear)

    def _forget(self) -> None:
        """Nothing has the ring any more, or something on the way to the control is gone."""
        with suppress(RuntimeError):  # gone with its window
            if self._ring is not None:
                self._ring.hide()
        self._watched = []
        self._target = self._ring = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._target is None:
            return
        window = self._target.window()
        visible = window.rect()
        each = self._target.parentWidget()
        while each is not None and not each.isWindow():
            area = each.parentWidget()
            if isinstance(area, QAbstractScrollArea) and each is area.viewport():
                visible = visible.intersected(_within(each, window).adjusted(-REACH, -REACH, REACH, REACH))
            each = area
        box = _within(self._target, window) if self._target.isVisible() else QRect()
        self._ring = self.overlay(window)
        self._ring.surround(box, visible)
