"""Gathering what the board shows on paper."""

from __future__ import annotations

from dxdesk.documents.board_sheet import compose_board_sheet
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.paper import PaperSize
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, plans


def print_board(connection: Connection, cycle: Cycle, now: str, *, paper: PaperSize = "A4") -> Printed:
    """The board of a cycle on a page that lies."""
    return compose_board_sheet(
        board.board(connection, cycle),
        plans.plan(connection, cycle.plan_revision),
        plans.settings(connection, cycle.settings_revision)[1],
        made=made_moment(connection, cycle, now),
        paper=paper,
    )
