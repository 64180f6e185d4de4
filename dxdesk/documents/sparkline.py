"""The small line of an indicator's values over the cycles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.documents.blocks import Whole
from dxdesk.documents.ink import DASH_UNCONFIRMED, WHITE, Ink

WIDTH, HEIGHT = 40.0, 10.0
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．－", "0123456789.-")


def as_number(typed: str) -> float | None:
    """The number a value was typed as (12,345 or ３０％), None where it is not one."""
    levelled: str = (
        typed.translate(str.maketrans("０１２３４５６７８９．－", "0123456789.-")).replace(",", "").strip("%％ ")
    )
    try:
        found = float(levelled)
    except ValueError:
        return None
    return found if abs(found) < 1e15 else None


@dataclass(frozen=True)
class Sparkline(Whole):
    """Values from the oldest on, 40 × 10 mm: a line with a dot each, the last one filled; the target dashed."""

    values: Sequence[float]
    target: float | None = None

    @property
    def natural(self) -> float:
        """Its width in mm."""
        return WIDTH

    def height(self, width: float) -> float:
        """Its height in mm."""
        return HEIGHT

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """At the left of its place."""
        known = [*self.values, *(() if self.target is None else (self.target,))]
        low, high = min(known), max(known)
        spread = high - low or 1.0

        def level(value: float) -> float:
            below: float = (HEIGHT - 2.4) * (high - value) / spread
            return y + 1.2 + below

        step = (WIDTH - 3.0) / max(len(self.values) - 1, 1)
        points = [(x + 1.5 + at * step, level(value)) for at, value in enumerate(self.values)]
        if self.target is not None:
            ink.line(x, level(self.target), x + WIDTH, level(self.target), dash=DASH_UNCONFIRMED)
        if len(points) > 1:
            ink.polyline(points, weight=0.8)
        for at, (left, top) in enumerate(points):
            ink.disc(left, top, 0.75)
            if at < len(points) - 1:
                ink.disc(left, top, 0.45, grey=WHITE)
