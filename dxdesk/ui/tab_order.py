"""Where Tab leads: to every control of a window in its order, and never past what stands before a start.

A page hands the focus to where its work begins by a focus proxy. Qt's own Tab takes such a page for a stop, and jumps
over all that stands before that place.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_MARGIN = 8
"""Around what has the focus, px: room for its ring."""


def _stops(widget: QWidget, window: QWidget) -> bool:
    """Whether Tab stops at a widget: it takes the focus itself, and can be seen and used."""
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(takes) and widget.isEnabled() and widget.isVisibleTo(window) and widget.window() is window


def _beside(widget: QWidget, forward: bool) -> QWidget | None:
    """The widget after or before another in the order of Qt.

    The binding takes the widget it returns for a child of the one that was asked, and forgets it with everything
    below when that one goes; so it is given back to its own parent at once.
    """
    found: QWidget | None = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    if found is not None:
        QObject.setParent(found, found.parent())
    return found


def _stops_after(start: QWidget, *, forward: bool = True) -> Iterator[QWidget]:
    """The stops of the window of a widget in the order of Tab, from that widget once around."""
    window = start.window()
    found = _beside(start, forward)
    while found is not None and found is not start:
        if _stops(found, window):
            yield found
        found = _beside(found, forward)


def enter(container: QWidget) -> None:
    """Put the focus where the work of a container begins: its focus proxy, else its first stop that can be seen."""
    found = container
    while (proxy := found.focusProxy()) is not None:
        found = proxy
    if found is container or not _stops(found, container.window()):
        inside = (each for each in _stops_after(container) if container.isAncestorOf(each))
        found = next(inside, container)
    found.setFocus(Qt.FocusReason.OtherFocusReason)


def focus_next(window: QWidget, *, forward: bool) -> bool:
    """Move the focus of a window one stop on, or back, and into sight; False where there is no other stop."""
    found = next(_stops_after(window.focusWidget() or window, forward=forward), None)
    if found is None:
        return False
    reasons = Qt.FocusReason
    found.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    show_whole(found)
    return True


def show_whole(widget: QWidget) -> None:
    """Scroll every area around a widget so that it is in sight."""
    around = widget.parentWidget()
    while around is not None:
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if inside is not None and isinstance(around, QScrollArea) and inside.isAncestorOf(widget):
            box = QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())
            for corner in (box.bottomRight(), box.topLeft()):
                around.ensureVisible(corner.x(), corner.y(), _MARGIN, _MARGIN)
        around = around.parentWidget()
