"""What one department is asked in a cycle, and what it says: only its own slots are read, however large the plan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dxdesk.domain.cycles import Cycle, closed_views
from dxdesk.domain.lineage import unit_line
from dxdesk.domain.merge import SlotView, UnitView, read_slot, read_units
from dxdesk.domain.replies import Review, Revision
from dxdesk.store import tables
from dxdesk.store.queries import cycles, plans, replies
from dxdesk.store.queries.replies import Draft


@dataclass(frozen=True)
class DepartmentSlot:
    """A slot of a department: the unit (id), everybody who is asked about it in 建制順, what the slot says, all that
    was said in it, and what is being written."""

    unit: str
    departments: tuple[str, ...]
    view: SlotView
    revisions: tuple[Revision, ...]
    draft: Draft | None


def asked_departments(connection: Connection, cycle: str) -> frozenset[str]:
    """The departments (ids) that are asked about anything in a cycle."""
    table = tables.slots
    return frozenset(connection.scalars(select(table.c.department).where(table.c.cycle == cycle).distinct()))


def department_slots(
    connection: Connection, cycle: Cycle, department: str, unit: str | None = None
) -> dict[str, DepartmentSlot]:
    """The slots of a department (id), or the one of a unit, by unit id."""
    asked = _asked(connection, cycle.id, department, unit)
    revisions: dict[str, list[Revision]] = {}
    for revision in replies.revisions(connection, cycle.id, unit, department):
        revisions.setdefault(revision.unit, []).append(revision)
    said: dict[str, list[Review]] = {}
    for review in replies.reviews(connection, cycle.id, unit, department):
        said.setdefault(review.unit, []).append(review)
    drafts = {each.unit: each for each in replies.drafts(connection, cycle.id, department, unit)}
    return {
        each: DepartmentSlot(
            each, found, read_slot(revisions.get(each, ()), said.get(each, ())), tuple(revisions.get(each, ())),
            drafts.get(each),
        )
        for each, found in asked.items()
    }  # fmt: skip


def _asked(connection: Connection, cycle: str, department: str, unit: str | None) -> dict[str, tuple[str, ...]]:
    """Everybody who is asked about the units of a department, or about one of them, per unit in 建制順."""
    table, known = tables.slots, tables.departments
    own = select(table.c.unit).where(table.c.cycle == cycle, table.c.department == department)
    statement = (
        select(table.c.unit, table.c.department)
        .join(known, known.c.id == table.c.department)
        .where(table.c.cycle == cycle, table.c.unit.in_(own))
        .order_by(table.c.unit, known.c.sort_order, known.c.id)
    )
    if unit is not None:
        statement = statement.where(table.c.unit == unit)
    found: dict[str, list[str]] = {}
    for each, asked in connection.execute(statement):
        found.setdefault(each, []).append(asked)
    return {each: tuple(asked) for each, asked in found.items()}


def said_before(connection: Connection, cycle: Cycle, units: Collection[str]) -> dict[str, UnitView]:
    """What the cycle stored as 前回 says of some units, or of those they go back to; before a closed cycle as it was
    when that was closed."""
    if cycle.previous is None:
        return {}
    plan = plans.plan(connection, cycle.plan_revision)
    lines = {each: unit_line(plan, each) for each in units}
    wanted = {older for line in lines.values() for older in line}
    views = _views(connection, cycle, cycles.cycle(connection, cycle.previous), wanted)
    found = {each: next((views[older] for older in line if older in views), None) for each, line in lines.items()}
    return {each: view for each, view in found.items() if view is not None}


def _views(connection: Connection, cycle: Cycle, before: Cycle, wanted: Collection[str]) -> dict[str, UnitView]:
    record = cycles.official(connection, cycle)
    older = cycles.official(connection, before) if record is None else None
    told = record.before if record is not None else older.units if older is not None else None
    revisions = [each for each in replies.revisions(connection, before.id) if each.unit in wanted]
    if told is not None:
        return closed_views([each for each in told if each.unit in wanted], {each.id: each for each in revisions})
    asked = {each: found for each, found in cycles.asked(connection, before.id).items() if each in wanted}
    return read_units(asked, revisions, replies.reviews(connection, before.id))
