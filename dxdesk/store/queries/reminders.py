"""When the departments of a cycle were reminded."""

from __future__ import annotations

from datetime import date
from typing import cast

from sqlalchemy import Connection, select

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.reminders import Reminded, Reminders, ReminderWay, last_day
from dxdesk.domain.sheets import Asked
from dxdesk.store import paper_tables
from dxdesk.store.queries import cycles
from dxdesk.store.queries.letters import opened_on


def reminders(connection: Connection, cycle: str) -> Reminders:
    """The reminders of a cycle (id) by department (id), oldest first."""
    table = paper_tables.reminders
    rows = connection.execute(select(table).where(table.c.cycle == cycle).order_by(table.c.day, table.c.audit_sequence))
    found: dict[str, tuple[Reminded, ...]] = {}
    for row in rows:
        each = Reminded(date.fromisoformat(row.day), cast(ReminderWay, row.way), date.fromisoformat(row.due))
        found[row.department] = (*found.get(row.department, ()), each)
    return found


def asked(connection: Connection, cycle: Cycle) -> Asked:
    """When the units of a cycle were asked about, until when, and by unit (id) the last day of a reminder to one of its
    departments."""
    known = reminders(connection, cycle.id)
    days = {unit: last_day(known, departments) for unit, departments in cycles.asked(connection, cycle.id).items()}
    return Asked(opened_on(connection, cycle), cycle.due, {unit: day for unit, day in days.items() if day is not None})
