"""Gathering what 宿題一覧 shows."""

from __future__ import annotations

from datetime import date, datetime

from dxdesk.documents.action_list import ActionPages, compose_action_list
from dxdesk.documents.page import Printed
from dxdesk.domain.action_items import ListedAction, by_owner
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.sheets import occasion
from dxdesk.exchange.action_workbook import action_workbook
from dxdesk.store.queries import Connection, board, plans
from dxdesk.store.queries.actions import action_list


def print_actions(connection: Connection, cycle: Cycle, now: str, *, department: str | None = None) -> Printed:
    """宿題一覧 of a cycle by department, of one (its id) or of all that have some, those of nobody first; one
    page that says so where there is none at all.

    What several departments have stands on the pages of each. ``now`` is an ISO moment; its day decides what is over.
    """
    settings = plans.settings(connection, cycle.settings_revision)[1]
    listed = _ordered(action_list(connection, cycle))
    owners = {each.id: each for row in listed for each in row.departments}
    known = [each for each in plans.departments(connection) if each.id in owners or each.id == department]
    ordered = sorted(known, key=lambda each: (each.order, each.id))
    pages = [
        ActionPages(each.name, tuple(row for row in listed if each.id in {owner.id for owner in row.departments}))
        for each in ordered
        if department in (None, each.id)
    ]
    nobody = tuple(row for row in listed if not row.departments)
    if department is None and nobody:
        pages.insert(0, ActionPages("", nobody))
    pages = pages or [ActionPages(None, ())]
    about = occasion(board.board(connection, cycle), settings.paper)
    return compose_action_list(pages, about, settings, today=_day(now), made=now)


def actions_workbook(connection: Connection, cycle: Cycle, now: str) -> bytes:
    """宿題一覧 of a cycle as a spreadsheet."""
    settings = plans.settings(connection, cycle.settings_revision)[1]
    listed = _ordered(action_list(connection, cycle))
    return action_workbook(listed, cycle.name, settings.action_word, _day(now), datetime.fromisoformat(now))


def _ordered(listed: tuple[ListedAction, ...]) -> tuple[ListedAction, ...]:
    return tuple(row for _, rows in by_owner(listed) for row in rows)


def _day(now: str) -> date:
    return datetime.fromisoformat(now).date()
