"""What is left in a cycle before it is closed, and what its record says once it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dxdesk.domain.collection import ready_units
from dxdesk.domain.cycles import CloseRecord, Cycle, Left, left_open, left_silent
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import Status
from dxdesk.store.queries import board, cycles, meetings, plans, replies


@dataclass(frozen=True)
class Closing:
    """A cycle as it would be closed now, or as it is on record.

    ``left`` is still open and wants a reason, worst first; ``silent`` is closed without an answer; ``drafts`` are
    (unit, department) of what nobody submitted; ``meetings`` those that are not closed; ``counts`` the units per
    status; ``ready`` how many units can be drawn together; ``records`` all closings and reopenings, oldest first.
    """

    cycle: Cycle
    plan: Plan
    settings: Settings
    departments: tuple[Department, ...]
    left: tuple[Left, ...]
    silent: tuple[Left, ...]
    drafts: tuple[tuple[str, str], ...]
    meetings: tuple[Meeting, ...]
    counts: Mapping[Status, int]
    records: tuple[CloseRecord, ...]
    ready: int


def closing(connection: Connection, cycle: Cycle, today: date) -> Closing:
    """What closing a cycle means on a day; the cycle is read anew."""
    cycle = cycles.cycle(connection, cycle.id)
    plan, known = plans.plan(connection, cycle.plan_revision), cycles.departments(connection, cycle)
    found = replies.live_views(connection, cycle) if cycle.open else {}
    drafts = {(each.unit, each.department) for each in replies.drafts(connection, cycle.id) if not each.submitted}
    views = {unit.id: found[unit.id] for unit in plan.units if unit.id in found}
    return Closing(
        cycle=cycle,
        plan=plan,
        settings=plans.settings(connection, cycle.settings_revision)[1],
        departments=known,
        left=left_open(views),
        silent=left_silent(views),
        drafts=tuple(
            (unit.id, each.id) for unit in plan.units for each in known if (unit.id, each.id) in drafts and cycle.open
        ),
        meetings=tuple(each for each in meetings.meetings(connection, cycle.id) if each.state == "open"),
        counts=board.board(connection, cycle).counts,
        records=cycles.close_records(connection, cycle.id),
        ready=len(ready_units(cycle, views, today)),
    )
