"""What has to be known to open the next cycle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from dxdesk.domain.asking import Asking, Before, propose
from dxdesk.domain.counting import numbers_used_up
from dxdesk.domain.cycles import Cycle, active_departments
from dxdesk.domain.lineage import carried_over
from dxdesk.domain.next_cycle import NextCycle, next_cycle, told_day
from dxdesk.domain.plan_parts import Department, DepartmentGroup
from dxdesk.domain.plans import Plan
from dxdesk.store import tables
from dxdesk.store.queries import cycles, meetings, plans, replies
from dxdesk.store.queries.page_drafts import page_draft

FIRST_YEAR: Final = ("open_cycle", "first_year")
"""Under which page and subject the fiscal year is kept with which a town chose to begin."""


@dataclass(frozen=True)
class Opening:
    """Who can be asked about what in a cycle of a 基準日: ``departments`` are those there are then, in 建制順, and
    ``asking`` the proposal, one per unit in the plan's order. ``last`` is the cycle before and ``asked`` whom it asked,
    by unit (ids)."""

    plan: Plan
    departments: tuple[Department, ...]
    groups: tuple[DepartmentGroup, ...]
    asking: tuple[Asking, ...]
    last: Cycle | None
    asked: Mapping[str, tuple[str, ...]]


def proposed_cycle(connection: Connection, today: date) -> NextCycle:
    """The name and the days of the next cycle. Raises Problem where there is no plan."""
    rhythms = [each.rhythm for each in plans.plan(connection).bodies if each.rhythm]
    per_year = next((each.per_year for each in rhythms if each.per_year), None)
    chosen = page_draft(connection, *FIRST_YEAR) or {}
    known = cycles.cycles(connection)
    used_up = numbers_used_up(meetings.meetings(connection), known)
    return next_cycle(known, per_year, today, chosen.get("year"), _told(connection, known, today), used_up)


def _told(connection: Connection, known: Sequence[Cycle], today: date) -> date | None:
    """The day of the next meeting, as those of the newest cycle told it."""
    held = meetings.meetings(connection, known[-1].id) if known else ()
    return told_day([each.next_day for each in held if each.next_day], [each.day for each in held], today)


def opening(connection: Connection, as_of: date, year: int) -> Opening:
    """Who would be asked in a cycle of this 基準日 and fiscal year. Raises Problem where there is no plan."""
    plan, groups, known = plans.plan(connection), plans.groups(connection), plans.departments(connection)
    active = active_departments(known, as_of)
    last = next(reversed(cycles.cycles(connection)), None)
    before = _before(connection, last, plan) if last else None
    return Opening(
        plan=plan,
        departments=active,
        groups=groups,
        asking=propose(plan, year, active, groups, known, before),
        last=last,
        asked=cycles.asked(connection, last.id) if last else {},
    )


def _before(connection: Connection, last: Cycle, plan: Plan) -> Before:
    views = carried_over(replies.views(connection, last), plan)
    return Before(
        plan=plans.plan(connection, last.plan_revision),
        departments=active_departments(plans.departments(connection), last.as_of),
        slots=cycles.slots(connection, last.id),
        statuses={unit: each.status for unit, each in views.items()},
    )


def pinned_versions(connection: Connection) -> tuple[int, int]:
    """The numbers of the plan revision and the settings revision that a cycle opened now is pinned to."""
    table = tables.settings_revisions
    settings = connection.execute(select(table.c.number).order_by(table.c.number.desc()).limit(1)).scalar_one()
    return plans.plan_revision(connection).number, settings
