"""Whether the day of a meeting goes with the cycle it is held on: asked in passing, never in the way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dxdesk.domain.cycles import Cycle

DoubtKind = Literal["newer", "before_as_of", "before_due", "far", "other_day"]

FAR_DAYS: Final = 183
"""So many days after the deadline, half a year, the answers are no longer those that are talked about."""


@dataclass(frozen=True)
class DayDoubt:
    """Something to look at: ``newer`` a newer cycle is open; else how ``day``, which the cycle names, stands to the
    meeting's. ``other`` is the open cycle that may be meant instead, None where none is."""

    kind: DoubtKind
    day: date | None = None
    other: Cycle | None = None


def day_doubts(cycle: Cycle, day: date, known: Sequence[Cycle], held: Collection[date] = ()) -> tuple[DayDoubt, ...]:
    """What there is to look at where a meeting on a cycle is on a day: that a newer cycle is open, and the weightiest
    of what is strange about the day.

    ``known`` are all cycles, oldest first, ``held`` the days of the cycle's other meetings: once there was one on the
    planned day, a further one has a day of its own.
    """
    open_ones = [each for each in known if each.open and each.id != cycle.id]
    ids = [each.id for each in known]
    behind = ids.index(cycle.id) if cycle.id in ids else len(ids)
    newer = next((each for each in reversed(open_ones) if ids.index(each.id) > behind), None)
    found = [DayDoubt("newer", other=newer)] if newer is not None else []
    strange = _strange(cycle, day, held)
    if strange is not None:
        meant = next((each for each in reversed(open_ones) if _strange(each, day, (day,)) is None), None)
        found.append(DayDoubt(*strange, other=meant if newer is None else None))
    return tuple(found)


def _strange(cycle: Cycle, day: date, held: Collection[date]) -> tuple[DoubtKind, date] | None:
    if day < cycle.as_of:
        return "before_as_of", cycle.as_of
    if day < cycle.due:
        return "before_due", cycle.due
    if (day - max(cycle.due, cycle.meeting or cycle.due)).days > FAR_DAYS:
        return "far", cycle.due
    planned = cycle.meeting
    if planned is not None and day != planned and planned not in held and day not in held:
        return "other_day", planned
    return None
