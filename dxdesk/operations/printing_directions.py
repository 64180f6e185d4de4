"""Gathering what 方向性・予算要求一覧 shows."""

from __future__ import annotations

from dxdesk.documents.directions import compose_directions
from dxdesk.documents.page import Printed
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.directions import Directions, directions_of
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, plans, replies


def directions(connection: Connection, cycle: Cycle, shown: Board | None = None) -> Directions:
    """What a cycle says about the next year; ``shown`` is its board where it is read."""
    return directions_of(
        plans.plan(connection, cycle.plan_revision),
        shown or board.board(connection, cycle),
        plans.settings(connection, cycle.settings_revision)[1],
        cycle,
        replies.views(connection, cycle),
    )


def print_directions(connection: Connection, cycle: Cycle, now: str, number: str) -> Printed:
    """方向性・予算要求一覧 of a cycle."""
    return compose_directions(directions(connection, cycle), made=made_moment(connection, cycle, now), number=number)
