"""The room of a meeting: how large the picture must be drawn for the last seat to read it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

METRES_PER_INCH: Final = 0.0254
FARTHEST_PER_HEIGHT: Final = 6.1
"""From so many heights of the picture away its smallest characters (3.3 % of it) can just be read: 200 to 1."""

SCREEN_INCHES: Final = (20.0, 400.0)
SEAT_METRES: Final = (1.0, 60.0)

Size = Literal["標準", "大", "特大", "配付"]
SCALES: Final[tuple[tuple[float, Size], ...]] = ((1.00, "標準"), (1.15, "大"), (1.40, "特大"))
"""How much larger slides are drawn, and what that is called. Beyond the last, papers are handed out."""


@dataclass(frozen=True)
class Room:
    """The diagonal of the picture (16:9) in inches and the way to the last seat in metres."""

    screen_inches: float
    distance_metres: float


def image_height(room: Room) -> float:
    """The height of the picture in metres."""
    return room.screen_inches * METRES_PER_INCH * 9 / math.hypot(16, 9)


def needed_scale(room: Room) -> float:
    """How much larger than usual the smallest characters must be, to two decimals."""
    return round(room.distance_metres / (FARTHEST_PER_HEIGHT * image_height(room)), 2)


def size(room: Room) -> Size:
    """The smallest size of slides that the last seat can read; 配付 where none can be read from there."""
    return next((word for scale, word in SCALES if scale >= needed_scale(room)), "配付")


def slide_scale(room: Room) -> float:
    """The factor at which slides are drawn for the room; the largest where they cannot be read anyway."""
    return next((scale for scale, word in SCALES if word == size(room)), SCALES[-1][0])
