"""Everything that is drawn together in a cycle, from one moment of the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from dxdesk.domain.collection import ready_units
from dxdesk.domain.cycles import CloseRecord, Cycle
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Revision
from dxdesk.domain.settings import Settings
from dxdesk.store.queries import board, cycles, plans, replies
from dxdesk.store.queries.collection import in_order_of_arrival
from dxdesk.store.queries.page_drafts import page_draft_subjects


@dataclass(frozen=True)
class Consolidations:
    """The units of a cycle with what their departments say.

    ``views`` and ``previous`` (of the cycle before, whose name is ``previous_name``) are by unit id, ``mains`` names
    the 主管 of a unit, ``written`` are the units whose text somebody has begun, ``closed`` is the record of a closed
    cycle. ``ready`` are the units (ids) that can be drawn together.
    """

    cycle: Cycle
    plan: Plan
    settings: Settings
    departments: tuple[Department, ...]
    views: Mapping[str, UnitView]
    mains: Mapping[str, str]
    previous: Mapping[str, UnitView]
    previous_name: str
    written: frozenset[str]
    closed: CloseRecord | None
    ready: frozenset[str]


def consolidations(connection: Connection, cycle: Cycle, today: date) -> Consolidations:
    """What is drawn together in a cycle, as it is on a day; the cycle is read anew."""
    cycle = cycles.cycle(connection, cycle.id)
    begun = [each.partition("/") for each in page_draft_subjects(connection, "consolidate")]
    before = board.previous_views(connection, cycle)
    views = replies.views(connection, cycle)
    return Consolidations(
        cycle=cycle,
        plan=plans.plan(connection, cycle.plan_revision),
        settings=plans.settings(connection, cycle.settings_revision)[1],
        departments=cycles.departments(connection, cycle),
        views=views,
        mains=cycles.mains(connection, cycle.id),
        previous=before[1] if before else {},
        previous_name=before[0].name if before else "",
        written=frozenset(unit for of, _, unit in begun if of == cycle.id),
        closed=cycles.official(connection, cycle),
        ready=ready_units(cycle, views, today),
    )


def versions(connection: Connection, cycle: Cycle, unit: Node) -> tuple[Revision, ...]:
    """Everything that was said in the 取りまとめ of a unit, the first on file first."""
    said = [each for each in replies.revisions(connection, cycle.id, unit.id) if each.department is None]
    return in_order_of_arrival(connection, said)
