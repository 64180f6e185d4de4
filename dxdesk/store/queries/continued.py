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
    return frozenset(_left(connection, held))


def question_left(connection: Connection, held: Meeting, unit: str) -> str | None:
    """決めること of a unit (id) in the meeting in which the body of a meeting left it; None where it left nothing."""
    left = _left(connection, held).get(unit)
    if left is None:
        return None
    return next((item.ask for item in meetings.agenda(connection, left) if item.unit == unit), None)


def _left(connection: Connection, held: Meeting) -> dict[str, str]:
    """By unit the meeting (id) in which the body of a meeting left it."""
    earlier = [each for each in meetings.meetings(connection) if each.body == held.body and each.day < held.day]
    last: dict[str, tuple[Result, str]] = {}
    for each in sorted(earlier, key=lambda one: one.day):
        made = meetings.decisions(connection, each.id)
        last |= {one.unit: (one.result, each.id) for one in made if one.unit is not None}
    return {unit: meeting for unit, (result, meeting) in last.items() if result in LEFT}


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
