"""Gathering what 工程表 shows."""

from __future__ import annotations

from typing import Final

from dxdesk.documents.page import Printed
from dxdesk.documents.schedule import compose_schedule
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.timetable import Timetable, compose_timetable
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, plans, replies

_CYCLES: Final = 24
"""Earlier cycles whose reports are shown."""


def timetable(connection: Connection, cycle: Cycle, shown: Board | None = None) -> Timetable:
    """The timetable of a cycle; ``shown`` is its board where it is read."""
    return compose_timetable(
        plans.plan(connection, cycle.plan_revision),
        shown or board.board(connection, cycle),
        plans.settings(connection, cycle.settings_revision)[1],
        cycle,
        (*board.past(connection, cycle, _CYCLES), (cycle, replies.views(connection, cycle))),
    )


def print_schedule(connection: Connection, cycle: Cycle, now: str, number: str) -> Printed:
    """工程表 of a cycle."""
    return compose_schedule(timetable(connection, cycle), made=made_moment(connection, cycle, now), number=number)
