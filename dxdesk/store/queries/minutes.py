"""The versions of minutes on file."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from dxdesk.domain.meetings import Meeting
from dxdesk.domain.minutes import MinutesVersion, version_from
from dxdesk.store import tables
from dxdesk.store.queries import meetings


def versions(connection: Connection, meeting: str) -> tuple[MinutesVersion, ...]:
    """All versions of a meeting's minutes, oldest first."""
    table = tables.minutes_versions
    rows = connection.execute(select(table.c.record).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(version_from(json.loads(row.record)) for row in rows)


def newest_versions(connection: Connection) -> tuple[tuple[Meeting, MinutesVersion], ...]:
    """The newest version of every meeting that has minutes, oldest meeting first."""
    found = []
    for meeting in meetings.meetings(connection):
        known = versions(connection, meeting.id)
        if known:
            found.append((meeting, known[-1]))
    return tuple(found)
