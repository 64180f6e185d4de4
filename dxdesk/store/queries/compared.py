"""Which two revisions of the plan the papers about its changes compare."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_changes import PlanChange, plan_changes
from dxdesk.store import audit, tables
from dxdesk.store.queries import cycles, plans
from dxdesk.store.queries.plans import PlanRevision


@dataclass(frozen=True)
class Compared:
    """Two revisions and what differs in their initiatives; ``in_use``: the cycle has the later one already."""

    before: PlanRevision
    after: PlanRevision
    changes: tuple[PlanChange, ...]
    in_use: bool


def compared(connection: Connection, cycle: Cycle) -> Compared:
    """The plan of a cycle and the newest one where initiatives differ, else the plan of the cycle before and its own.

    Of a closed cycle the newest is the one that was so when it closed: what is changed later is told in the next.
    """
    own, newest = plans.plan_revision(connection, cycle.plan_revision), _newest(connection, cycle)
    found = plan_changes(own.plan, newest.plan)
    if found or cycle.previous is None:
        return Compared(own, newest, found, in_use=False)
    before = plans.plan_revision(connection, cycles.cycle(connection, cycle.previous).plan_revision)
    return Compared(before, own, plan_changes(before.plan, own.plan), in_use=True)


def _newest(connection: Connection, cycle: Cycle) -> PlanRevision:
    """The newest revision; of a closed cycle the newest that was entered before it was closed, whatever clocks say."""
    record = cycles.official(connection, cycle)
    if record is None:
        return plans.plan_revision(connection)
    revisions, entries = tables.plan_revisions, tables.audit
    newest_first = connection.execute(select(revisions.c.id).order_by(revisions.c.number.desc())).scalars().all()
    entered = {audit.digest_of(each): each for each in newest_first}
    earlier = connection.execute(
        select(entries.c.after).where(entries.c.after.in_(entered), entries.c.sequence < record.audit_sequence)
    )
    there = {entered[each] for each in earlier.scalars()}
    return plans.plan_revision(connection, next((each for each in newest_first if each in there), cycle.plan_revision))
