"""Where the next key leads: the slides that are worth painting before anybody asks for them."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.ui.board.course import Sight
from dxdesk.ui.projection.agenda_course import back, onward


def neighbours(sight: Sight) -> tuple[Sight, ...]:
    """The next slide and the one before, where there are such."""
    found = (replace(sight, position=position) for position in (onward(sight), back(sight)))
    return tuple(each for each in found if each.position != sight.position)
