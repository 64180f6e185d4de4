"""推移: what every unit said in the last cycles, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dxdesk.domain.board import Card
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.lineage import unit_line
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Plan
from dxdesk.domain.sheets import cycle_short_name
from dxdesk.domain.statuses import Status

MOST_CYCLES: Final = 6
"""Columns of 推移, this cycle among them."""


@dataclass(frozen=True)
class TrendCycle:
    """One column: the fiscal year it stands under, its name below that (第2回), and the day of its meeting.

    Without a meeting the day is 基準日.
    """

    fiscal_year: int
    name: str
    day: date


@dataclass(frozen=True)
class Trend:
    """``cycles`` oldest first, the last is this one; ``statuses`` by unit id, one per cycle.

    A status is None where the plan of that cycle did not have the unit yet.
    """

    cycles: tuple[TrendCycle, ...]
    statuses: Mapping[str, tuple[Status | None, ...]]


def compose_trend(
    plan: Plan, cards: Sequence[Card], past: Sequence[tuple[Cycle, Plan, Mapping[str, UnitView]]], this: Cycle
) -> Trend:
    """The trend of a cycle; ``past`` are the cycles before it, oldest first, each with its plan and what it says."""
    before = past[len(past) - MOST_CYCLES + 1 :] if len(past) >= MOST_CYCLES else past
    statuses: dict[str, tuple[Status | None, ...]] = {}
    for card in cards:
        line = unit_line(plan, card.unit)
        said = [_status(views, then, line) for _, then, views in before]
        statuses[card.unit] = (*said, card.status)
    columns = [
        TrendCycle(each.fiscal_year, cycle_short_name(each), each.meeting or each.as_of)
        for each in (*(one for one, *_ in before), this)
    ]
    return Trend(tuple(columns), statuses)


def _status(views: Mapping[str, UnitView], then: Plan, line: Sequence[str]) -> Status | None:
    view = views.get(line[0])
    if view is not None:
        return view.status
    return "na" if any(each in then.by_id for each in line) else None


def changed(card: Card) -> bool:
    """Whether the status of a unit is another one than last time."""
    return card.previous_status is not None and card.status not in (card.previous_status, "elsewhere")
