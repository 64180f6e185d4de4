"""Pages of even length: what takes several pages fills all of them alike instead of leaving the last one empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_STEP: Final = 2.0
"""How much longer, in mm, pages are tried each time."""


def even_height(pages: Callable[[float], int], most: float, least: float = 0.0) -> float:
    """The least height, in mm up to ``most``, at which what is laid out takes no more pages than at ``most``.

    ``pages`` says how many it takes at a height; ``least`` is what a page must hold at any rate.
    """
    count = pages(most)
    height = max(least, most / max(count, 1))
    while height < most and pages(height) > count:
        height += _STEP
    return min(height, most)
