"""道のり: what the plan places in which fiscal year for every unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dxdesk.domain.plan_parts import Schedule
from dxdesk.domain.plan_texts import dated_lines
from dxdesk.domain.plans import Node, Plan

YEARS_AHEAD: Final = 1
"""So many years after this one are shown of a plan that has no end."""

_OWN_YEARS: Final = ("year", "alternate")
_SAYS_WHEN: Final = ("yearly", "anytime", "deadline", "conditional")


@dataclass(frozen=True)
class PlannedLine:
    """A line of the plan with its own words for when; ``marked``: of a single year or every second one (単年・隔年)."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Planned:
    """Lines whose fiscal years overlap, from ``first`` to ``last``; ``dotted``: the plan does not confirm the span.

    A unit about which the plan says nothing has one span without lines.
    """

    first: int
    last: int
    lines: tuple[PlannedLine, ...]
    dotted: bool


@dataclass(frozen=True)
class Road:
    """What the plan says of one unit: ``planned`` from this year on, and the years of a mark (◆) before it."""

    planned: tuple[Planned, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True)
class Roadmap:
    """``roads`` by unit id; ``years`` those of the plan around ``this_year``, one after the other; ``day`` the line
    between what happened and what is planned; ``length`` in years, None where the plan has no end."""

    day: date
    this_year: int
    years: tuple[int, ...]
    length: int | None
    roads: Mapping[str, Road]


def plan_years(plan: Plan, this_year: int) -> tuple[int, ...]:
    """All fiscal years of the plan, this one among them; without an end those up to the next."""
    first = this_year if plan.period.from_ is None else min(plan.period.from_, this_year)
    last = this_year + YEARS_AHEAD if plan.period.to is None else max(plan.period.to, this_year)
    return tuple(range(first, last + 1))


def spans(schedule: Schedule | None, first: int, last: int) -> list[tuple[int, int]]:
    """The years in which a line stands, each run of them apart, cut to ``first`` to ``last``."""
    begin = (schedule.from_ if schedule else None) or first
    end = (schedule.to if schedule else None) or last
    if schedule and schedule.kind == "year":
        end = schedule.to or begin
    if schedule and schedule.kind == "alternate" and schedule.from_ is not None:
        return [(year, year) for year in range(begin, end + 1, 2) if first <= year <= last]
    begin, end = max(begin, first), min(end, last)
    return [(begin, end)] if begin <= end else []


def unconfirmed(schedule: Schedule | None) -> bool:
    """Whether the plan leaves open how far a line reaches, so that it is drawn in dashes."""
    if schedule is None:
        return True
    if schedule.kind == "alternate":
        return schedule.from_ is None
    return schedule.kind not in _SAYS_WHEN and not schedule.span_confirmed


def _marked(schedule: Schedule | None) -> bool:
    return schedule is not None and schedule.kind in _OWN_YEARS and schedule.from_ is not None


def road(plan: Plan, unit: Node, years: Sequence[int], this_year: int) -> Road:
    """The road of one unit over the years of its plan."""
    ahead: list[tuple[int, int, PlannedLine, bool]] = []
    marks: set[int] = set()
    for text, schedule in dated_lines(plan, unit):
        marked = _marked(schedule)
        for begin, end in spans(schedule, years[0], years[-1]):
            if marked:
                marks |= {year for year in range(begin, end + 1) if year <= this_year}
            if end >= this_year:
                ahead.append((max(begin, this_year), end, PlannedLine(text, marked), unconfirmed(schedule)))
    if not dated_lines(plan, unit):
        return Road((Planned(this_year, years[-1], (), True),), ())
    groups: list[list[tuple[int, int, PlannedLine, bool]]] = []
    for line in sorted(ahead, key=lambda each: each[0]):
        if groups and line[0] <= max(each[1] for each in groups[-1]):
            groups[-1].append(line)
        else:
            groups.append([line])
    planned = tuple(
        Planned(
            group[0][0],
            max(end for _, end, *_ in group),
            tuple(line for *_, line, _ in group),
            any(dotted for *_, dotted in group),
        )
        for group in groups
    )
    return Road(planned, tuple(sorted(marks)))


def compose_roadmap(plan: Plan, this_year: int, day: date) -> Roadmap:
    """The roadmap of a plan in a cycle of the fiscal year ``this_year`` whose meeting is on ``day``."""
    years = plan_years(plan, this_year)
    period = plan.period
    length = None if period.from_ is None or period.to is None else period.to - period.from_ + 1
    return Roadmap(day, this_year, years, length, {unit.id: road(plan, unit, years, this_year) for unit in plan.units})
