"""What letters to the departments say beyond the answers: when a cycle was opened, and who wrote for a department."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, select

from dxdesk.domain.cycles import Cycle
from dxdesk.store import tables
from dxdesk.store.queries import replies


def opened_on(connection: Connection, cycle: Cycle) -> date | None:
    """The day on which a cycle was opened here, where it was asked about; None where it came from elsewhere."""
    table = tables.audit
    moment = connection.execute(
        select(table.c.moment)
        .where(table.c.operation == "cycle open", table.c.subject == cycle.name)
        .order_by(table.c.sequence.desc())
        .limit(1)
    ).scalar()
    return datetime.fromisoformat(moment).astimezone().date() if moment else None


def writers(connection: Connection, cycle: Cycle) -> dict[str, str]:
    """By department (id) who wrote its answers of a cycle, else of the one before; nobody where no name was given."""
    found: dict[str, tuple[str, str]] = {}
    for identity in (cycle.previous, cycle.id):
        known: dict[str, tuple[str, str]] = {}
        for each in replies.revisions(connection, identity) if identity else ():
            author = each.author
            if each.department and author.department == each.department and author.role == "liaison" and author.name:
                known[each.department] = max(known.get(each.department, ("", "")), (each.moment, author.name))
        found |= known
    return {department: name for department, (_, name) in found.items()}
