"""Gathering what 指標一覧 shows."""

from __future__ import annotations

from dxdesk.documents.indicators import compose_indicators
from dxdesk.documents.page import Printed
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.indicator_table import IndicatorTable, indicator_table
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, plans, replies


def indicators(connection: Connection, cycle: Cycle, shown: Board | None = None) -> IndicatorTable:
    """The indicators of a cycle; ``shown`` is its board where it is read."""
    return indicator_table(
        plans.plan(connection, cycle.plan_revision),
        shown or board.board(connection, cycle),
        plans.settings(connection, cycle.settings_revision)[1],
        cycle,
        (*board.past(connection, cycle), (cycle, replies.views(connection, cycle))),
    )


def print_indicators(connection: Connection, cycle: Cycle, now: str, number: str) -> Printed:
    """指標一覧 of a cycle."""
    return compose_indicators(indicators(connection, cycle), made=made_moment(connection, cycle, now), number=number)
