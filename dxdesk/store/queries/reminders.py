"""When the departments of a cycle were reminded."""

from __future__ import annotations

import json
from datetime import date
from typing import cast

from sqlalchemy import Connection, select

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.reminders import Reminded, Reminders, ReminderWay, days_by_unit
from dxdesk.domain.sheets import Asked
from dxdesk.store import paper_tables
from dxdesk.store.queries.letters import opened_on


def reminders(connection: Connection, cycle: str) -> Reminders:
    """The reminders of a cycle (id) by department (id), oldest first."""
    table = paper_tables.reminders
    rows = connection.execute(select(table).where(table.c.cycle == cycle).order_by(table.c.day, table.c.audit_sequence))
    found: dict[str, tuple[Reminded, ...]] = {}
    for row in rows:
        day, due = date.fromisoformat(row.day), date.fromisoformat(row.due)
        each = Reminded(day, cast(ReminderWay, row.way), due, tuple(json.loads(row.units)))
        found[row.department] = (*found.get(row.department, ()), each)
    return found


def asked(connection: Connection, cycle: Cycle) -> Asked:
    """When the units of a cycle were asked about, until when, and by unit (id) the last day on which somebody was
    reminded of it."""
    return Asked(opened_on(connection, cycle), cycle.due, days_by_unit(reminders(connection, cycle.id)))
