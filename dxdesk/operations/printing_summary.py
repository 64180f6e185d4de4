"""Gathering what 総括 shows."""

from __future__ import annotations

from collections.abc import Mapping

from dxdesk.documents.page import Printed
from dxdesk.documents.summary import SUMMARY_NUMBER, compose_summary
from dxdesk.domain.board import ActionLine, Board, Item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.paper import Paper
from dxdesk.domain.reminders import days_by_unit
from dxdesk.domain.sheets import cycle_short_name
from dxdesk.domain.summary import Summary, summarise
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, cycles, plans
from dxdesk.store.queries.movements import movement_edit
from dxdesk.store.queries.reminders import reminders


def summary(
    connection: Connection, cycle: Cycle, shown: Board | None = None, items: Mapping[str, Item] | None = None
) -> Summary:
    """The summary of a cycle, a closed one as it was closed; ``shown`` is its board and ``items`` are its units where
    they are read."""
    shown = shown or board.board(connection, cycle)
    before = cycles.cycle(connection, cycle.previous) if cycle.previous else None
    given = board.actions(connection, cycle, before.id) if before else None
    settings = plans.settings(connection, cycle.settings_revision)[1]
    return summarise(
        shown,
        board.items(connection, cycle, shown) if items is None else items,
        plans.plan(connection, cycle.plan_revision),
        settings,
        cycles.departments(connection, cycle),
        this_name=_short(cycle, settings.paper),
        previous_name=_short(before, settings.paper) if before else None,
        actions=None
        if given is None
        else [ActionLine(each.text, board.ACTION_WORDS[each.state], each.state == "done") for each in given],
        reminded=days_by_unit(reminders(connection, cycle.id)),
        edit=movement_edit(connection, cycle.id),
    )


def _short(cycle: Cycle, paper: Paper) -> str:
    """R6 第2回; in western years 2024 第2回."""
    return f"{paper.fiscal_year_mark(cycle.fiscal_year)} {cycle_short_name(cycle)}"


def print_summary(connection: Connection, cycle: Cycle, now: str, number: str | None = None) -> Printed:
    """総括 of a cycle."""
    made = made_moment(connection, cycle, now)
    return compose_summary(summary(connection, cycle), made=made, number=SUMMARY_NUMBER if number is None else number)
