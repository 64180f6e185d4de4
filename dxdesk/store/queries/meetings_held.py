"""Which meetings took place."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from dxdesk.domain.meetings import Meeting
from dxdesk.store import tables
from dxdesk.store.queries import meetings


def held_and(connection: Connection, one: Meeting) -> tuple[Meeting, ...]:
    """A meeting and every other one that took place, in the order in which they were made: those that were closed and
    those in which something was recorded. What was only prepared is not among them."""
    recorded = (tables.decisions, tables.opinions, tables.action_items, tables.remarks, tables.floor_corrections)
    found = {row.meeting for row in connection.execute(union(*(select(each.c.meeting) for each in recorded)))}
    found.add(one.id)
    return tuple(each for each in meetings.meetings(connection) if each.state == "closed" or each.id in found)
