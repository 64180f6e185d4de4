"""A cycle's whole plan with what counts for every unit, as the list of 取組 and the 個票 show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from dxdesk.domain.board import Board, Item
from dxdesk.domain.cycles import CloseRecord, Cycle
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.store.queries import board as boards
from dxdesk.store.queries import cycles, plans, replies


@dataclass(frozen=True)
class Initiatives:
    """Everything about a cycle's units, from one moment of the database.

    ``items`` and ``views`` are by unit id; ``provisional`` the ids of units that every department was asked about
    because the plan names nobody; ``past`` the cycles before this one, oldest first; ``closed`` the record of a closed
    cycle, None while it is open.
    """

    cycle: Cycle
    plan: Plan
    settings: Settings
    departments: tuple[Department, ...]
    board: Board
    items: Mapping[str, Item]
    views: Mapping[str, UnitView]
    provisional: frozenset[str]
    past: tuple[tuple[Cycle, Mapping[str, UnitView]], ...]
    closed: CloseRecord | None


def initiatives(connection: Connection, cycle: Cycle) -> Initiatives:
    """What the list of a cycle shows; the cycle is read anew, so that one closed in the meantime is shown closed."""
    cycle = cycles.cycle(connection, cycle.id)
    shown = boards.board(connection, cycle)
    return Initiatives(
        cycle=cycle,
        plan=plans.plan(connection, cycle.plan_revision),
        settings=plans.settings(connection, cycle.settings_revision)[1],
        departments=cycles.departments(connection, cycle),
        board=shown,
        items=boards.items(connection, cycle, shown),
        views=replies.views(connection, cycle),
        provisional=frozenset(slot.unit for slot in cycles.slots(connection, cycle.id) if slot.provisional),
        past=boards.past(connection, cycle),
        closed=cycles.official(connection, cycle),
    )
