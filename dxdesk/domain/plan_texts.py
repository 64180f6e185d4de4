"""The plan's own words for a unit: what stands in which fiscal year, 現状 and 目指す姿, the national items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dxdesk.domain.paper import USUAL, Paper
from dxdesk.domain.plan_parts import Schedule
from dxdesk.domain.plans import Node, Plan

MOST_YEARS: Final = 5
"""Columns of years a paper has room for."""

_ENDLESS: Final = ("yearly", "alternate", "anytime", "deadline", "conditional")
"""Kinds whose words say when, so that no arrow has to."""


@dataclass(frozen=True)
class YearText:
    """Plan text over the fiscal years ``first`` to ``last``; ``dotted``: how far it reaches is not confirmed."""

    first: int
    last: int
    lines: tuple[str, ...]
    dotted: bool


@dataclass(frozen=True)
class GoalPair:
    """現状及び課題 with the 目指すべき姿 that belongs to them; either may be empty."""

    currents: tuple[str, ...]
    goals: tuple[str, ...]


def years_around(plan: Plan, this_year: int) -> tuple[int, ...]:
    """The fiscal years of the plan, at most five around this one; none where the plan has no end."""
    first, last = plan.period.from_, plan.period.to
    if first is None or last is None:
        return ()
    begin = max(first, min(this_year - 1, last - MOST_YEARS + 1))
    return tuple(range(begin, min(last, begin + MOST_YEARS - 1) + 1))


def unit_years(plan: Plan, this_year: int) -> tuple[int, ...]:
    """The fiscal years that get a column: those of the plan, at most five around this one.

    None where the plan has no end, or places nothing in a year.
    """
    placed = any(node.schedule and (node.schedule.from_ or node.schedule.to) for node in plan.nodes)
    return years_around(plan, this_year) if placed else ()


def _words(name: str, schedule: Schedule | None) -> str:
    wording = schedule.wording if schedule else None
    return f"{name}（{wording}）" if wording and wording not in name else name


def dated_lines(plan: Plan, unit: Node) -> list[tuple[str, Schedule | None]]:
    """The lines of the plan for a unit with their own words for when, and the schedule of each (None: no time)."""
    below: list[tuple[str, Schedule | None]] = [
        (_words(node.name, node.schedule), node.schedule) for node in plan.activities(unit)
    ]
    if unit.schedule is None:
        return below
    wording = unit.schedule.wording or unit.name
    return [(f"全体：{wording}" if below else wording, unit.schedule), *below]


def plan_lines(plan: Plan, unit: Node) -> tuple[str, ...]:
    """The plan's lines for a unit, each with its own words for when."""
    return tuple(text for text, _ in dated_lines(plan, unit))


def _span(schedule: Schedule | None, years: Sequence[int]) -> tuple[int, int] | None:
    """The years a line stands in, cut to the columns there are; None outside them."""
    first, last = years[0], years[-1]
    begin = (schedule.from_ if schedule else None) or first
    end = (schedule.to if schedule else None) or (begin if schedule and schedule.kind == "year" else last)
    begin, end = max(begin, first), min(end, last)
    return (begin, end) if begin <= end else None


def _span_words(begin: int, end: int, schedule: Schedule | None, paper: Paper) -> str:
    if schedule and schedule.wording:
        return ""
    if begin == end:
        return f"（{paper.fiscal_year(begin)}）"
    if schedule and schedule.kind == "start" and schedule.to is None:
        return f"（{paper.fiscal_year(begin)}～）"
    return f"（{paper.fiscal_year(begin)}～{paper.fiscal_year(end)}）"


def year_texts(plan: Plan, unit: Node, years: Sequence[int], paper: Paper = USUAL) -> tuple[YearText, ...]:
    """The plan's lines of a unit by years: lines whose years overlap stand together in one merged text.

    ``paper`` says how the years are written that are put behind a line.
    """
    placed = []
    for text, schedule in dated_lines(plan, unit):
        span = _span(schedule, years)
        if span:
            dotted = span[0] < span[1] and (
                schedule is None or (schedule.kind not in _ENDLESS and not schedule.span_confirmed)
            )
            placed.append((span, text, schedule, dotted))
    groups: list[list[tuple[tuple[int, int], str, Schedule | None, bool]]] = []
    for line in sorted(placed, key=lambda each: each[0][0]):
        if groups and line[0][0] <= max(each[0][1] for each in groups[-1]):
            groups[-1].append(line)
        else:
            groups.append([line])
    found = []
    for group in groups:
        whole = (group[0][0][0], max(span[1] for span, *_ in group))
        lines = tuple(
            text if span == whole else text + _span_words(*span, schedule, paper) for span, text, schedule, _ in group
        )
        found.append(YearText(*whole, lines, any(dotted for *_, dotted in group)))
    return tuple(found)


def goal_pairs(unit: Node) -> tuple[GoalPair, ...]:
    """現状 and 目指す姿 of a unit as the plan sets them opposite each other; what has no pair stands together."""
    numbers: list[int | None] = []
    for passage in unit.narrative:
        if passage.kind in ("current", "goal") and passage.pair not in numbers:
            numbers.append(passage.pair)

    def texts(kind: str, pair: int | None) -> tuple[str, ...]:
        return tuple(each.text for each in unit.narrative if each.kind == kind and each.pair == pair)

    return tuple(GoalPair(texts("current", pair), texts("goal", pair)) for pair in numbers)


def national_words(plan: Plan, unit: Node, names: Mapping[str, str]) -> str | None:
    """The national items of a unit, main ones first, with the version they were matched against.

    ``names`` are short names by code; a match nobody confirmed says 案.
    """
    own = [each for each in plan.crosswalk if each.node == unit.id and each.version == plan.national_version]
    if not own or plan.national_version is None:
        return None
    own.sort(key=lambda each: each.weight != "primary")
    words = "・".join(names.get(each.item, each.item) for each in own)
    draft = "" if all(each.confirmed for each in own) else "・案"
    return f"{words}（第{plan.national_version}版との対応{draft}）"
