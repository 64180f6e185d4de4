"""How long a meeting and each of its items has taken: told from the moments at which it turned from item to item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Turn:
    """From ``moment`` on an item (id) was treated; empty: none in particular."""

    item: str
    moment: datetime


def today(turns: Sequence[Turn], now: datetime) -> tuple[Turn, ...]:
    """The turns of the day of ``now``: what was tried out the day before does not count. Both in the same zone."""
    return tuple(each for each in turns if each.moment.date() == now.date() and each.moment <= now)


def turned(turns: Sequence[Turn], item: str, now: datetime) -> tuple[Turn, ...]:
    """The turns of today, with one more where another item is treated from now on."""
    known = today(turns, now)
    return known if known and known[-1].item == item else (*known, Turn(item, now))


def spent(turns: Sequence[Turn], now: datetime, begins: datetime, item: str | None = None) -> int:
    """Whole minutes that were spent today on an item, None: on the meeting. Before ``begins`` none are: whoever tries
    things out just before the meeting takes none of its time.
    """
    known = today(turns, now)
    ends = [each.moment for each in known[1:]] + [now]
    seconds = 0.0
    for turn, end in zip(known, ends, strict=True):
        if item is None or turn.item == item:
            seconds += max(0.0, (end - max(turn.moment, begins)).total_seconds())
    return int(seconds // 60)
