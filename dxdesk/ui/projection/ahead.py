"""Where the next key leads: the slides that are worth making before anybody asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dxdesk.ui.board.course import Sight, View
from dxdesk.ui.projection.agenda_course import back, onward

LARGE_UNITS: Final = 300
"""Up to so many units the slides of all of them are laid out in less time than anybody notices."""

_VIEWS: Final[tuple[View, ...]] = ("board", "roadmap", "trend")


def neighbours(sight: Sight) -> tuple[Sight, ...]:
    """The next slide and the one before, where there are such."""
    found = (replace(sight, position=position) for position in (onward(sight), back(sight)))
    return tuple(each for each in found if each.position != sight.position)


def overviews(sight: Sight) -> Iterator[Sight]:
    """The slides of all units that one key or button leads to; none in a plan that takes long to lay out."""
    if len(sight.shown.board.cards) <= LARGE_UNITS:
        for view in _VIEWS:
            yield replace(sight, position=sight.view(view))
