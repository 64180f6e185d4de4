"""Gathering what 変更通知 says."""

from __future__ import annotations

from datetime import datetime

from dxdesk.documents.change_notice import ChangeNotice, compose_change_notice
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.domain.plan_changes import plan_changes
from dxdesk.operations.printing_letters import correspondence
from dxdesk.store.queries import Connection, cycles, plans


def print_change_notice(connection: Connection, cycle: Cycle, now: str) -> Printed:
    """変更通知: what the newest plan changes in that of a cycle; once the cycle has the newest, what this changed in
    that of the cycle before. Raises Problem (print.no_changes) where nothing differs."""
    after = plans.plan_revision(connection)
    before = plans.plan_revision(connection, cycle.plan_revision)
    in_use = before.id == after.id
    if in_use and cycle.previous is not None:
        before = plans.plan_revision(connection, cycles.cycle(connection, cycle.previous).plan_revision)
    found = plan_changes(before.plan, after.plan)
    if not found:
        raise rule("print.no_changes", "plan")
    letters = correspondence(connection, cycle, now)
    return compose_change_notice(
        ChangeNotice(
            letters.head,
            before.number,
            after.number,
            before.plan.edition,
            after.plan.edition,
            found,
            letters.settings,
            datetime.fromisoformat(now).astimezone().date(),
            in_use,
        )
    )
