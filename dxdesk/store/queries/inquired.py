"""Who is sent the 照会 of a cycle now, about how much, and when that was done last."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import heirs
from dxdesk.store.queries import cycles, packages, plans


@dataclass(frozen=True)
class Inquired:
    """A department (id, name), the number of units it answers for, and the moment of its newest 照会."""

    department: str
    name: str
    count: int
    moment: str | None


def inquired(connection: Connection, cycle: Cycle) -> tuple[Inquired, ...]:
    """In 建制順. A department that took over is sent what the one before it was asked."""
    known = plans.departments(connection)
    newest = {each.department: each.moment for each in reversed(packages.reply_keys_of(connection, cycle.id))}
    counts: dict[str, int] = {}
    for asked in cycles.asked(connection, cycle.id).values():
        for department in {heirs(known, each)[-1] for each in asked}:
            counts[department] = counts.get(department, 0) + 1
    return tuple(
        Inquired(each.id, each.name, counts[each.id], newest.get(each.id)) for each in known if each.id in counts
    )
