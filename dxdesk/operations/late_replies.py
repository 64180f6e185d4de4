"""期限後: an answer that came when its cycle was closed goes over to the next one, a draft to go on with."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import delete

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.domain.replies import Revision
from dxdesk.operations.arrivals import kept_arrival, look_at
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.replies import find_place, save_draft
from dxdesk.store.package_tables import held_rows
from dxdesk.store.queries import packages, plans, replies


def carry_over(change: Change, package: str, unit: str, department: str, into: Cycle) -> Outcome:
    """次の回へ回す: the words of a held 期限後 answer become the draft of the department's slot in another cycle, and
    are held no longer. The package stays on file.

    Raises Problem: nothing is held there, the plan of the other cycle does not have the unit, it does not ask this
    department about it, or somebody has begun to write there already.
    """
    change.allow("take_in")
    found = [each for each in packages.held(change.connection) if (each.package, each.unit) == (package, unit)]
    if not any(each.department == department and each.reason == "late" for each in found):
        raise rule("carry.nothing", "package")
    said = _newest(change, package, unit, department)
    node = plans.plan(change.connection, into.plan_revision).by_id.get(unit)
    if node is None:
        raise rule("carry.no_unit", "initiative", cycle=into.name)
    place = find_place(change, into, node.code or "", department)
    if replies.draft(change.connection, into.id, unit, place.department.id) is not None:
        raise rule("carry.begun", "initiative", place=place.words, cycle=into.name)
    view = replies.slot(change.connection, into.id, unit, place.department.id)
    if view.heads:
        raise rule("carry.begun", "initiative", place=place.words, cycle=into.name)
    assert said.answer is not None
    save_draft(change, place, None, replace(said.answer, answered_for=None, confirmed_by=None))
    table = held_rows.c
    change.connection.execute(
        delete(held_rows).where(table.package == package, table.unit == unit, table.department == department)
    )
    subject = f"{place.words} {into.name}"
    change.enter("carry over", subject, Touched.DRAFTS | Touched.REPLIES, after=said.id, package=package)
    return Outcome("carry over", said.id, subject)


def _newest(change: Change, package: str, unit: str, department: str) -> Revision:
    """The newest version that a held row brought; a withdrawal has no words to go on with."""
    seen = look_at(change.connection, "", kept_arrival(change.connection, package), change.moment)
    row = next((each for each in seen.rows if each.place == (unit, department)), None)
    if row is None or row.shown is None or row.shown.answer is None:
        raise rule("carry.nothing", "package")
    return row.shown
