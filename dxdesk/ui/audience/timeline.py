"""The columns of 道のり: cycles or months up to the meeting, and the years or months to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dxdesk.domain.calendar import fiscal_year
from dxdesk.domain.roadmap import Roadmap
from dxdesk.domain.trend import Trend, TrendCycle
from dxdesk.ui.audience.measure import width
from dxdesk.ui.theme import FLOOR

MONTHS: Final = 12
_REST_UNTIL: Final = 9
"""From January on nothing is left of a fiscal year that could be told apart from the meeting itself."""

_CYCLE: Final = 132.0
_YEAR: Final = 208.0
_NARROW_YEAR: Final = 84.0
_WIDEST_LABEL: Final = 180.0
_MONTH: Final = 92.0
_LEAST_MONTH: Final = 42.0
_THIS_MONTH: Final = 96.0
_AHEAD_SHARE: Final = 0.45


@dataclass(frozen=True)
class Slot:
    """A column from ``left`` on. ``begin`` and ``end`` are months since the year 0, April first, the end excluded.

    ``cycle`` is the place of its cycle in the trend, None without one; ``ahead``: it lies after the meeting.
    """

    label: str
    begin: int
    end: int
    ahead: bool
    cycle: int | None = None
    left: float = 0.0
    width: float = 0.0

    @property
    def year(self) -> int:
        """Its fiscal year."""
        return self.begin // MONTHS

    @property
    def open_end(self) -> bool:
        """Whether it holds later years too."""
        return self.end - self.begin > MONTHS

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


def _month(day: date, year: int) -> int:
    """The month of a day since the year 0, within the fiscal year."""
    if fiscal_year(day) != year:
        return year * MONTHS + (0 if fiscal_year(day) < year else MONTHS - 1)
    return year * MONTHS + (day.month - 4) % MONTHS


def _past_slots(trend: Trend, roadmap: Roadmap) -> list[Slot]:
    """A slot per cycle, and one for every year of the plan without any."""
    slots = []
    years = sorted({*(year for year in roadmap.years if year <= roadmap.this_year), *_years(trend.cycles)})
    for year in years:
        here = [(index, each) for index, each in enumerate(trend.cycles) if each.fiscal_year == year]
        months = year * MONTHS, (year + 1) * MONTHS
        slots += [Slot(each.name, *months, ahead=False, cycle=index) for index, each in here]
        if not here:
            slots.append(Slot("", *months, ahead=False))
    return slots


def _years(cycles: Sequence[TrendCycle]) -> list[int]:
    return [each.fiscal_year for each in cycles]


def _ahead_slots(roadmap: Roadmap) -> list[Slot]:
    year = roadmap.this_year
    month = _month(roadmap.day, year)
    rest = [Slot("", month, (year + 1) * MONTHS, ahead=True)] if month % MONTHS < _REST_UNTIL else []
    later = [each for each in roadmap.years if each > year]
    return rest + [Slot("", each * MONTHS, (each + 1) * MONTHS, ahead=True) for each in later]


def _least(slot: Slot) -> float:
    """The narrowest a column before the meeting may be."""
    return _NARROW_YEAR if slot.cycle is None else min(_WIDEST_LABEL, width(slot.label, FLOOR, True)) + 14


def _laid(slots: Sequence[Slot], widths: Sequence[float], left: float) -> list[Slot]:
    found = []
    for slot, wide in zip(slots, widths, strict=True):
        found.append(replace(slot, left=left, width=wide))
        left += wide
    return found


def period_slots(trend: Trend, roadmap: Roadmap, left: float, right: float) -> list[Slot]:
    """The whole plan: the newest cycles that have room, then the years to come."""
    past, ahead = _past_slots(trend, roadmap), _ahead_slots(roadmap)
    room = (right - left) * (1 - _AHEAD_SHARE if ahead else 1.0)
    while len(past) > 1 and sum(map(_least, past)) > room:
        past.pop(0)
    least = [_least(each) for each in past]
    wanted = [max(_CYCLE if each.cycle is not None else _YEAR, small) for each, small in zip(past, least, strict=True)]
    if not ahead:
        wanted = [(right - left) / len(past)] * len(past)
    share = min(1.0, max(0.0, (room - sum(least)) / max(1.0, sum(wanted) - sum(least))))
    widths = [small + (large - small) * share for small, large in zip(least, wanted, strict=True)]
    slots = _laid(past, widths, left)
    if not ahead:
        return slots
    line = slots[-1].right
    ahead = _joined(ahead, int((right - line) // _NARROW_YEAR))
    return slots + _laid(ahead, [(right - line) / len(ahead)] * len(ahead), line)


def _joined(ahead: list[Slot], most: int) -> list[Slot]:
    """At most so many columns to come; the last holds all years from its own on."""
    most = max(1, most)
    return ahead if len(ahead) <= most else [*ahead[: most - 1], replace(ahead[most - 1], end=ahead[-1].end)]


def month_slots(trend: Trend, roadmap: Roadmap, left: float, right: float) -> list[Slot]:
    """This fiscal year by months; those up to the meeting are narrow, so that what is planned has room."""
    year = roadmap.this_year
    now = _month(roadmap.day, year)
    placed = {_month(each.day, year): index for index, each in enumerate(trend.cycles) if each.fiscal_year == year}
    placed[now] = len(trend.cycles) - 1
    past = range(year * MONTHS, now + 1)
    ahead = range(now + 1, (year + 1) * MONTHS)
    room = (right - left) * (1 - _AHEAD_SHARE if ahead else 1.0)
    while len(past) > 1 and _LEAST_MONTH * (len(past) - 1) + _THIS_MONTH > room:
        past = past[1:]
    wide = (room - _THIS_MONTH) / max(1, len(past) - 1)
    wide = min(_MONTH, wide) if ahead else wide
    every = 1 if wide >= _MONTH - 2 else 3
    slots = [
        Slot(_month_word(each) if each % every == 0 or each == now else "", each, each + 1, False, placed.get(each))
        for each in past
    ]
    if every > 1:  # this month is named, so its neighbours are not
        slots = [replace(each, label="") if now - 2 < each.begin < now else each for each in slots]
    slots = _laid(slots, [wide] * (len(past) - 1) + [_THIS_MONTH], left)
    if not ahead:
        return slots
    line = slots[-1].right
    share = (right - line) / len(ahead)
    named = [Slot(_month_word(each), each, each + 1, ahead=True) for each in ahead]
    if share < _MONTH:
        named = [each if (each.begin - ahead[0]) % 3 == 1 else replace(each, label="") for each in named]
    return slots + _laid(named, [share] * len(ahead), line)


def _month_word(month: int) -> str:
    return f"{(month + 3) % MONTHS + 1}月"
