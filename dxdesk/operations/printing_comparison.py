"""Gathering what 新旧対照表 shows."""

from __future__ import annotations

from dxdesk.documents.comparison import compose_comparison
from dxdesk.documents.page import Printed
from dxdesk.domain.board import Board
from dxdesk.domain.comparison import Comparison, Revised, comparison_of
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, cycles, plans, replies


def comparison(connection: Connection, cycle: Cycle, shown: Board | None = None) -> Comparison:
    """What the newest plan changes in that of a cycle; once the cycle has the newest, what this changed in that of the
    cycle before. ``shown`` is the board of the cycle where it is read."""
    after = plans.plan_revision(connection)
    before = plans.plan_revision(connection, cycle.plan_revision)
    draft = before.id != after.id
    if not draft and cycle.previous is not None:
        before = plans.plan_revision(connection, cycles.cycle(connection, cycle.previous).plan_revision)
    views = replies.views(connection, cycle) if draft else {}
    return comparison_of(
        shown or board.board(connection, cycle),
        plans.settings(connection, cycle.settings_revision)[1],
        Revised(before.number, before.plan),
        Revised(after.number, after.plan),
        {unit: sum(each is not None for each in view.answers.values()) for unit, view in views.items()},
        draft=draft,
    )


def print_comparison(connection: Connection, cycle: Cycle, now: str, number: str) -> Printed:
    """新旧対照表 of the newest plan. Raises Problem (print.no_changes) where nothing differs."""
    value = comparison(connection, cycle)
    if not value.rows:
        raise rule("print.no_changes", "plan")
    return compose_comparison(value, made=made_moment(connection, cycle, now), number=number)
