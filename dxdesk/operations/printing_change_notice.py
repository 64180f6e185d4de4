"""Gathering what 変更通知 says."""

from __future__ import annotations

from datetime import datetime

from dxdesk.documents.change_notice import ChangeNotice, compose_change_notice
from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.domain.plan_changes import PlanChange, plan_changes
from dxdesk.operations.printing_letters import correspondence
from dxdesk.store.queries import Connection, cycles, plans


def changes_of(connection: Connection, cycle: Cycle) -> tuple[PlanChange, ...]:
    """What 変更通知 of a cycle lists; nothing where nothing differs."""
    before, after = _compared(connection, cycle)
    return plan_changes(before.plan, after.plan)


def _compared(connection: Connection, cycle: Cycle) -> tuple[plans.PlanRevision, plans.PlanRevision]:
    after = plans.plan_revision(connection)
    before = plans.plan_revision(connection, cycle.plan_revision)
    if before.id == after.id and cycle.previous is not None:
        before = plans.plan_revision(connection, cycles.cycle(connection, cycle.previous).plan_revision)
    return before, after


def print_change_notice(connection: Connection, cycle: Cycle, now: str) -> Printed:
    """変更通知: what the newest plan changes in that of a cycle; once the cycle has the newest, what this changed in
    that of the cycle before. Raises Problem (print.no_changes) where nothing differs."""
    before, after = _compared(connection, cycle)
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
            cycle.plan_revision == after.id,
        )
    )
