"""Gathering what 新旧対照表 shows."""

from __future__ import annotations

from dxdesk.documents.comparison import compose_comparison
from dxdesk.documents.page import Printed
from dxdesk.domain.board import Board
from dxdesk.domain.comparison import Comparison, Revised, comparison_of
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.printing import made_moment
from dxdesk.operations.printing_change_notice import unchanged
from dxdesk.store.queries import Connection, board, plans, replies
from dxdesk.store.queries.compared import compared


def comparison(connection: Connection, cycle: Cycle, shown: Board | None = None) -> Comparison:
    """What the newest plan changes in that of a cycle; once the cycle has the newest, what this changed in that of the
    cycle before. A closed cycle shows what was changed until then. ``shown`` is its board where it is read."""
    found = compared(connection, cycle)
    draft = not found.in_use
    views = replies.views(connection, cycle) if draft else {}
    return comparison_of(
        shown or board.board(connection, cycle),
        plans.settings(connection, cycle.settings_revision)[1],
        Revised(found.before.number, found.before.plan),
        Revised(found.after.number, found.after.plan),
        {unit: sum(each is not None for each in view.answers.values()) for unit, view in views.items()},
        draft=draft,
    )


def print_comparison(connection: Connection, cycle: Cycle, now: str, number: str) -> Printed:
    """新旧対照表 of the newest plan. Raises Problem where nothing differs."""
    value = comparison(connection, cycle)
    if not value.rows:
        raise unchanged(cycle)
    return compose_comparison(value, made=made_moment(connection, cycle, now), number=number)
