"""Whether the day of a meeting goes with its cycle, asked of what is on file."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from dxdesk.domain import meeting_days
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meeting_days import DayDoubt
from dxdesk.domain.next_cycle import told_day
from dxdesk.store.queries import cycles, meetings


def day_doubts(connection: Connection, cycle: Cycle, day: date, meeting: str = "") -> tuple[DayDoubt, ...]:
    """What there is to look at where a meeting (id; empty: a new one) on a cycle is on a day."""
    held = {each.day for each in meetings.meetings(connection, cycle.id) if each.id != meeting}
    return meeting_days.day_doubts(cycle, day, cycles.cycles(connection), held)


def day_to_hold(connection: Connection, cycle: Cycle, today: date) -> date:
    """The day proposed for a new meeting of a cycle: the planned one, after a meeting on it the next that was told at
    the end of one, else today."""
    held = meetings.meetings(connection, cycle.id)
    days = [each.day for each in held]
    if cycle.meeting is not None and cycle.meeting not in days:
        return cycle.meeting
    return told_day([each.next_day for each in held if each.next_day], days, today) or today
