"""What a body left for its next meeting, and what it has settled before."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from dxdesk.domain import agenda
from dxdesk.domain.agenda import LEFT
from dxdesk.domain.meetings import Meeting, Result
from dxdesk.store import tables
from dxdesk.store.queries import meetings


def continued_units(connection: Connection, held: Meeting) -> frozenset[str]:
    """The units (ids) that the body of a meeting left for its next one, by what it decided last about each, in this
    cycle and those before."""
    earlier = [each for each in meetings.meetings(connection) if each.body == held.body and each.day < held.day]
    last: dict[str, Result] = {}
    for each in sorted(earlier, key=lambda one: one.day):
        last |= {made.unit: made.result for made in meetings.decisions(connection, each.id) if made.unit is not None}
    return frozenset(unit for unit, result in last.items() if result in LEFT)


def settled_units(connection: Connection, held: Meeting) -> frozenset[str]:
    """The units (ids) that the body of a meeting settled earlier in the same cycle, as long as no other answer counts
    since that meeting was closed."""
    found = agenda.settled_units(meetings.earlier_decisions(connection, held), held.body)
    return frozenset(unit for unit, meeting in found.items() if not _changed_since(connection, held, unit, meeting))


def _changed_since(connection: Connection, held: Meeting, unit: str, meeting: str) -> bool:
    """Whether an answer was accepted, or answers were drawn together, after the minutes of a meeting were begun."""
    versions, cycle = tables.minutes_versions, held.cycle
    closed = select(func.min(versions.c.audit_sequence)).where(versions.c.meeting == meeting).scalar_subquery()
    return any(
        connection.execute(
            select(table.c.id)
            .where(table.c.cycle == cycle, table.c.unit == unit, table.c.kind == kind)
            .where(table.c.audit_sequence > closed)
        ).first()
        for table, kind in ((tables.reviews, "accept"), (tables.revisions, "consolidate"))
    )
