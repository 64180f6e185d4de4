"""How large slides are drawn for the meeting room of this PC, and whether anybody at the back can read them."""

from __future__ import annotations

from dxdesk.domain.room import Room, size, slide_scale
from dxdesk.preferences import preferences


def room() -> Room | None:
    """The room as 設定 has it; None where it was not given."""
    kept = preferences()
    return Room(kept.screen_inches, kept.seat_metres) if kept.screen_inches and kept.seat_metres else None


def room_scale() -> float:
    """The factor for the room: 1.0, 1.15 or 1.4; 1.0 for a room that is not known."""
    found = room()
    return slide_scale(found) if found else 1.0


def unreadable() -> bool:
    """Whether nobody in the last seat reads even the largest letters."""
    found = room()
    return found is not None and size(found) == "配付"
