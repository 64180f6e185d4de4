"""Gathering what 国の重点取組事項との対応表 shows."""

from __future__ import annotations

from dxdesk.documents.crosswalk import compose_crosswalk
from dxdesk.documents.page import Printed
from dxdesk.documents.reference import national_plan
from dxdesk.domain.board import Board
from dxdesk.domain.crosswalk import CrosswalkTable, crosswalk_of
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, plans


def crosswalk(connection: Connection, cycle: Cycle, shown: Board | None = None) -> CrosswalkTable:
    """How the plan of a cycle answers to the national one; ``shown`` is its board where it is read."""
    return crosswalk_of(
        plans.plan(connection, cycle.plan_revision),
        shown or board.board(connection, cycle),
        plans.settings(connection, cycle.settings_revision)[1],
        national_plan(),
    )


def print_crosswalk(connection: Connection, cycle: Cycle, now: str, number: str) -> Printed:
    """国の重点取組事項との対応表 of a cycle."""
    return compose_crosswalk(crosswalk(connection, cycle), made=made_moment(connection, cycle, now), number=number)
