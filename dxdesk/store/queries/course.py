"""Everything the slides of a cycle show: its board, every unit, what was said before, and what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from dxdesk.domain.board import Board, Item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.roadmap import Roadmap, compose_roadmap
from dxdesk.domain.settings import Settings
from dxdesk.domain.trend import Trend, compose_trend
from dxdesk.store.queries import board as boards
from dxdesk.store.queries import cycles, meetings, plans


@dataclass(frozen=True)
class Course:
    """A cycle as the meeting sees it, from one moment of the database: what counts, never a draft or a memo.

    ``items`` are by unit id.
    """

    cycle: Cycle
    board: Board
    items: Mapping[str, Item]
    settings: Settings
    trend: Trend
    roadmap: Roadmap


def course(connection: Connection, cycle: Cycle) -> Course:
    """What the slides of a cycle show; it is read anew, so that one closed in the meantime is shown closed."""
    cycle = cycles.cycle(connection, cycle.id)
    shown = boards.board(connection, cycle)
    return Course(
        cycle=cycle,
        board=shown,
        items=_in_meeting(connection, cycle, boards.items(connection, cycle, shown)),
        settings=plans.settings(connection, cycle.settings_revision)[1],
        trend=trend(connection, cycle, shown),
        roadmap=roadmap(connection, cycle, shown),
    )


def _in_meeting(connection: Connection, cycle: Cycle, items: Mapping[str, Item]) -> dict[str, Item]:
    """The units as the newest meeting has them: 決めること as its agenda says it, and what it decided last."""
    held = boards.newest_meeting(connection, cycle.id)
    if held is None:
        return dict(items)
    asks = {each.unit: each.ask for each in meetings.agenda(connection, held.id) if each.ask}
    decided = {each.unit: each for each in meetings.decisions(connection, held.id)}
    return {
        unit: replace(item, ask=asks.get(unit, item.ask), decided=decided.get(unit)) for unit, item in items.items()
    }


def trend(connection: Connection, cycle: Cycle, shown: Board) -> Trend:
    """What the units of a board said in the last cycles; closed ones as their close records say."""
    before = [
        (each, plans.plan(connection, each.plan_revision), views) for each, views in boards.past(connection, cycle)
    ]
    return compose_trend(plans.plan(connection, cycle.plan_revision), shown.cards, before, cycle)


def roadmap(connection: Connection, cycle: Cycle, shown: Board) -> Roadmap:
    """What the plan places in which year, seen from the meeting of a cycle, or from its 基準日 without one."""
    plan = plans.plan(connection, cycle.plan_revision)
    return compose_roadmap(plan, cycle.fiscal_year, shown.meeting_day or shown.as_of)
