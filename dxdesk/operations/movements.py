"""主な動き of 総括: what the secretariat writes in place of what the program says."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, insert

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.domain.movements import MovementEdit, MovementPart, rewritten
from dxdesk.domain.records import canonical
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.printing_summary import summary
from dxdesk.store.paper_tables import summary_edits as table
from dxdesk.store.queries import cycles
from dxdesk.store.queries.movements import movement_edit


def write_movements(
    change: Change, cycle: Cycle, wish: MovementEdit, looked_at: Collection[MovementPart] = ()
) -> Outcome:
    """Keeps how the paragraphs of 主な動き are to be printed.

    What is written anew, or was ``looked_at`` again, is taken to be right for the answers of this moment. Raises
    Problem (movement.empty, movement.closed).
    """
    _check(change, cycle)
    before = movement_edit(change.connection, cycle.id)
    matters = summary(change.connection, cycle).matters
    return _keep(change, cycle, "movements edit", before, rewritten(before, wish, matters, looked_at))


def put_back_movements(change: Change, cycle: Cycle, earlier: MovementEdit) -> Outcome:
    """Keeps an earlier edit again, with what it was written for; an empty one is what the program says. Raises Problem
    (movement.closed)."""
    _check(change, cycle)
    return _keep(change, cycle, "movements undo", movement_edit(change.connection, cycle.id), earlier)


def _check(change: Change, cycle: Cycle) -> None:
    change.allow("agenda")
    if not cycles.cycle(change.connection, cycle.id).open:
        raise rule("movement.closed", "cycle")


def _keep(change: Change, cycle: Cycle, operation: str, before: MovementEdit, after: MovementEdit) -> Outcome:
    if before == after:
        return Outcome(operation, cycle.id, cycle.name)
    sequence = change.enter(operation, cycle.name, Touched.MEETINGS, before=before.record(), after=after.record())
    change.connection.execute(delete(table).where(table.c.cycle == cycle.id))
    change.connection.execute(
        insert(table).values(
            cycle=cycle.id, record=canonical(after.record()), moment=change.moment, audit_sequence=sequence
        )
    )
    return Outcome(operation, cycle.id, cycle.name)
