"""Which projection belongs to which desk: every page and every role of a desk has the same one, until it is closed.

Nothing of the slides is loaded for asking whether there is one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.ui.bands import Notice
from dxdesk.wording.projection import CLOSE_NOTICE, LOST, PRINT_PACKET, UNREADABLE

if TYPE_CHECKING:
    from dxdesk.ui.projection.show import Projection

_of_desk: dict[Desk, Projection] = {}


class _Births(QObject):
    made = Signal(object)
    """A desk has a projection now."""


_births = _Births()


class Watch(QObject):
    """Tells the window of a desk when there is something else to say about the audience's screen."""

    def __init__(self, desk: Desk, parent: QWidget, tell: Callable[[], object]) -> None:
        super().__init__(parent)
        self._desk, self._tell = desk, tell
        _births.made.connect(self._listen)
        if desk in _of_desk:
            self._listen(desk)

    def _listen(self, desk: Desk) -> None:
        if desk is self._desk:
            found = _of_desk[desk]
            found.noticed.connect(self._renew)

    def _renew(self) -> None:
        self._tell()


def found_projection(desk: Desk) -> Projection | None:
    """The projection of a desk; None where nobody asked for one yet."""
    return _of_desk.get(desk)


def projection_of(desk: Desk) -> Projection:
    """The projection of a desk, made when it is first asked for."""
    from dxdesk.ui.projection.show import Projection

    if desk not in _of_desk:
        take_projection(desk, Projection(desk))
    return _of_desk[desk]


def take_projection(desk: Desk, projection: Projection) -> None:
    """Have a projection of one's own be that of a desk."""
    _of_desk[desk] = projection
    _births.made.emit(desk)


def forget_projection(desk: Desk) -> None:
    """The desk is closed: nothing of it is shown any more."""
    found = _of_desk.pop(desk, None)
    if found is not None:
        found.forget()


def forget_projections() -> None:
    """No desk is open any more."""
    for desk in tuple(_of_desk):
        forget_projection(desk)


def projection_notice(desk: Desk, open_page: Callable[[str, str], object]) -> Notice | None:
    """What every page has to say about the audience's screen: that it is gone, that it shows something else than it
    should, or that nobody at the back can read it; None while all is well."""
    found = found_projection(desk)
    if found is None or found.state == "off":
        return None
    if found.state == "lost":
        return Notice("band-return", LOST)
    if found.said:
        return Notice("band-return", found.said)
    if found.unreadable and not found.advised:
        papers = (PRINT_PACKET, lambda: open_page("print", "packet"))
        return Notice("band-ask", UNREADABLE, (papers, (CLOSE_NOTICE, found.close_advice)))
    return None
