"""Who is responsible for a unit in a cycle, as 宿題 about it are given."""

from __future__ import annotations

from sqlalchemy import Connection

from dxdesk.domain.cycles import Cycle, Slot
from dxdesk.store.queries import cycles


def owners(connection: Connection, cycle: Cycle) -> dict[str, tuple[str, ...]]:
    """The departments (ids) of each unit: its 主管, else all that are asked about it."""
    found: dict[str, list[Slot]] = {}
    for slot in cycles.slots(connection, cycle.id):
        if not slot.provisional:
            found.setdefault(slot.unit, []).append(slot)
    named = {unit: [each for each in slots if each.part == "main"] or slots for unit, slots in found.items()}
    return {unit: tuple(each.department for each in slots) for unit, slots in named.items()}
