"""Whether the day of a meeting goes with its cycle, asked of what is on file."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from dxdesk.domain import meeting_days
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meeting_days import DayDoubt
from dxdesk.store.queries import cycles, meetings


def day_doubts(connection: Connection, cycle: Cycle, day: date, meeting: str = "") -> tuple[DayDoubt, ...]:
    """What there is to look at where a meeting (id; empty: a new one) on a cycle is on a day."""
    held = {each.day for each in meetings.meetings(connection, cycle.id) if each.id != meeting}
    return meeting_days.day_doubts(cycle, day, cycles.cycles(connection), held)
