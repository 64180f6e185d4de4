"""Whom a cycle's files go to, and what of it was put into one already."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import heirs
from dxdesk.store import tables
from dxdesk.store.package_tables import packages as table
from dxdesk.store.queries import packages, plans, replies


def receiver(connection: Connection, department: str) -> str:
    """The department (id) that answers now for the one of a slot: itself, or the last that took over."""
    return heirs(plans.departments(connection), department)[-1]


def by_files(connection: Connection, cycle: str) -> frozenset[str]:
    """The departments (ids) that were sent a 照会 of the cycle (id): what is for them goes into files."""
    return frozenset(each.department for each in packages.reply_keys_of(connection, cycle))


def packed(connection: Connection, review: str) -> bool:
    """Whether a 差戻し file was made since this review (id): the department may know of it."""
    reviews = tables.reviews
    found = connection.execute(select(reviews).where(reviews.c.id == review)).one_or_none()
    if found is None or found.department is None:
        return False
    newest = _newest(connection, found.cycle, receiver(connection, found.department), "return")
    return bool(newest > found.audit_sequence)


def corrected(connection: Connection, cycle: Cycle) -> tuple[str, ...]:
    """The departments (ids), in 建制順, that answer by files and were not told yet of a 席上修正 of theirs."""
    asked = by_files(connection, cycle.id)
    found: dict[str, int] = {}
    revisions = tables.revisions
    rows = connection.execute(select(revisions.c.id, revisions.c.audit_sequence).where(revisions.c.cycle == cycle.id))
    sequences = {row.id: row.audit_sequence for row in rows}
    for each in replies.revisions(connection, cycle.id):
        if each.kind == "correct" and each.department is not None:
            department = receiver(connection, each.department)
            found[department] = max(found.get(department, 0), sequences[each.id])
    return tuple(
        each.id
        for each in plans.departments(connection)
        if each.id in asked and found.get(each.id, 0) > _newest(connection, cycle.id, each.id, "correction")
    )


def _newest(connection: Connection, cycle: str, department: str, kind: str) -> int:
    """When the newest file of a kind was made for a department, as its place in the audit chain; 0 for never."""
    newest = select(func.max(table.c.audit_sequence)).where(
        table.c.direction == "out",
        table.c.kind == kind,
        table.c.cycle == cycle,
        table.c.department == department,
    )
    return connection.scalar(newest) or 0
