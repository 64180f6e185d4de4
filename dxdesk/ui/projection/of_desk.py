"""Which projection belongs to which desk: every page and every role of a desk has the same one, until it is closed.

Nothing of the slides is loaded for asking whether there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxdesk.desk import Desk
from dxdesk.ui.bands import Notice
from dxdesk.wording_projection import LOST

if TYPE_CHECKING:
    from dxdesk.ui.projection.show import Projection

_of_desk: dict[Desk, Projection] = {}


def found_projection(desk: Desk) -> Projection | None:
    """The projection of a desk; None where nobody asked for one yet."""
    return _of_desk.get(desk)


def projection_of(desk: Desk) -> Projection:
    """The projection of a desk, made when it is first asked for."""
    from dxdesk.ui.projection.show import Projection

    if desk not in _of_desk:
        _of_desk[desk] = Projection(desk)
    return _of_desk[desk]


def take_projection(desk: Desk, projection: Projection) -> None:
    """Have a projection of one's own be that of a desk."""
    _of_desk[desk] = projection


def forget_projection(desk: Desk) -> None:
    """The desk is closed: nothing of it is shown any more."""
    found = _of_desk.pop(desk, None)
    if found is not None:
        found.forget()


def projection_notice(desk: Desk) -> Notice | None:
    """What every page has to say about the audience's screen: that it is gone, or shows something else than it should;
    None while all is well."""
    found = found_projection(desk)
    if found is None or found.state == "off":
        return None
    if found.state == "lost":
        return Notice("band-return", LOST)
    return Notice("band-return", found.said) if found.said else None
