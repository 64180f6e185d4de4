"""Gathering what 変更通知 says."""

from __future__ import annotations

from datetime import datetime

from dxdesk.documents.change_notice import ChangeNotice, compose_change_notice
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.operations.correspondence import correspondence
from dxdesk.store.queries import Connection
from dxdesk.store.queries.compared import compared


def print_change_notice(connection: Connection, cycle: Cycle, now: str) -> Printed:
    """変更通知: what the newest plan changes in that of a cycle; once the cycle has the newest, what this changed in
    that of the cycle before. A closed cycle tells what was changed until then. Raises Problem where nothing differs."""
    found = compared(connection, cycle)
    if not found.changes:
        raise unchanged(cycle)
    letters = correspondence(connection, cycle, now)
    return compose_change_notice(
        ChangeNotice(
            letters.head,
            found.before.number,
            found.after.number,
            found.before.plan.edition,
            found.after.plan.edition,
            found.changes,
            letters.settings,
            datetime.fromisoformat(now).astimezone().date(),
            found.in_use,
        )
    )


def unchanged(cycle: Cycle) -> Problem:
    """Why there is no paper about changes: nothing differs, or nothing did until the cycle was closed."""
    return rule("print.no_changes" if cycle.open else "print.no_changes_closed", "plan", cycle=cycle.name)
