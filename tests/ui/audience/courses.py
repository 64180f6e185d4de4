"""What the units of a board said in earlier cycles, and what plans place in which year, for slides to show."""

from __future__ import annotations

from datetime import date

from dxdesk.domain.board import Board
from dxdesk.domain.plan_parts import Schedule, ScheduleKind
from dxdesk.domain.plans import Plan
from dxdesk.domain.roadmap import Planned, PlannedLine, Road, Roadmap, compose_roadmap
from dxdesk.domain.statuses import STATUSES, Status
from dxdesk.domain.trend import MOST_CYCLES, Trend, TrendCycle

MEETING = date(2025, 2, 13)
IN_AUGUST = date(2024, 8, 8)
_YEARS = ((2022, 1), (2022, 2), (2023, 1), (2023, 2), (2024, 1), (2024, 2))


def cycle(year: int, number: int, name: str | None = None) -> TrendCycle:
    """第1回 in August or 第2回 in February."""
    day = date(year, 8, 8) if number == 1 else date(year + 1, 2, 13)
    return TrendCycle(year, name or f"第{number}回", day)


def made_trend(board: Board, cycles: int = MOST_CYCLES, name: str | None = None) -> Trend:
    """Every status somewhere in the past; last time and this time as the cards say."""
    statuses: dict[str, tuple[Status | None, ...]] = {}
    for at, card in enumerate(board.cards):
        past: list[Status | None] = [
            None if back == 0 and at % 5 == 0 else STATUSES[(at + 3 * back) % len(STATUSES)]
            for back in range(cycles - 1)
        ]
        if past:
            past[-1] = card.previous_status
        statuses[card.unit] = (*past, card.status)
    return Trend(tuple(cycle(*each, name) for each in _YEARS[len(_YEARS) - cycles :]), statuses)


def roadmap_of(plan: Plan, day: date = MEETING) -> Roadmap:
    """The roadmap of a plan in a cycle of 令和6年度."""
    return compose_roadmap(plan, 2024, day)


def schedule(kind: ScheduleKind, begin: int | None = None, end: int | None = None, *, sure: bool = True) -> Schedule:
    """When something is to be done."""
    return Schedule(kind, begin, end, None, None, sure)


def made_roadmap(board: Board, text: str, *, years: int = 5, day: date = MEETING) -> Roadmap:
    """The same lines for every unit: over all years, in a single year, and nothing for every third."""
    first, this = 2023, 2024
    last = first + years - 1
    line, own = PlannedLine(text, False), PlannedLine(text, True)
    whole = Planned(this, last, (line, own, line), True)
    apart = tuple(Planned(year, year, (own,), False) for year in range(this, last + 1))
    roads = [Road((whole,), ()), Road(apart, (first, this)), Road((Planned(this, last, (), True),), ())]
    by_unit = {card.unit: roads[at % 3] for at, card in enumerate(board.cards)}
    return Roadmap(day, this, tuple(range(first, last + 1)), years, by_unit)
