"""A cycle's whole plan with what counts for every unit, as the list of 取組 shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from dxdesk.domain.board import Board, Card
from dxdesk.domain.cycles import CloseRecord, Cycle
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.store.queries import board as boards
from dxdesk.store.queries import cycles, plans, replies


@dataclass(frozen=True)
class Initiatives:
    """Everything that is listed of a cycle's units, from one moment of the database.

    ``views`` are by unit id; ``provisional`` the ids of units that every department was asked about because the plan
    names nobody; ``closed`` the record of a closed cycle, None while it is open; ``newest`` whether no other cycle was
    opened since.
    """

    cycle: Cycle
    plan: Plan
    settings: Settings
    departments: tuple[Department, ...]
    board: Board
    views: Mapping[str, UnitView]
    provisional: frozenset[str]
    closed: CloseRecord | None
    newest: bool

    @cached_property
    def cards(self) -> dict[str, Card]:
        """The cards of the board by unit id."""
        return {card.unit: card for card in self.board.cards}


def initiatives(connection: Connection, cycle: Cycle) -> Initiatives:
    """What the list of a cycle shows; the cycle is read anew, so that one closed in the meantime is shown closed."""
    cycle = cycles.cycle(connection, cycle.id)
    views = replies.views(connection, cycle)
    return Initiatives(
        cycle=cycle,
        plan=plans.plan(connection, cycle.plan_revision),
        settings=plans.settings(connection, cycle.settings_revision)[1],
        departments=cycles.departments(connection, cycle),
        board=boards.board(connection, cycle, views),
        views=views,
        provisional=frozenset(slot.unit for slot in cycles.slots(connection, cycle.id) if slot.provisional),
        closed=cycles.official(connection, cycle),
        newest=cycles.cycles(connection)[-1].id == cycle.id,
    )
