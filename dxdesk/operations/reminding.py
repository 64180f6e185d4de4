"""再依頼: keeping that departments were reminded of what they owe."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import delete, insert, select

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.domain.letters import OWED
from dxdesk.domain.records import canonical
from dxdesk.domain.reminders import ReminderWay
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.store.paper_tables import reminders as table
from dxdesk.store.queries import cycles, plans
from dxdesk.store.queries.collection import collection


def remind(change: Change, cycle: Cycle, departments: Sequence[str], *, due: date, way: ReminderWay) -> Outcome:
    """Keeps that departments (ids) were reminded today; ``due`` is the day until when they were asked.

    A department is reminded once on a day: who was already is left as it is. The id of the outcome takes it back; it is
    empty where there was nothing to keep. Raises Problem.
    """
    change.allow("inquire")
    if not cycles.cycle(change.connection, cycle.id).open:
        raise rule("cycle.closed", "cycle")
    names = plans.names(plans.departments(change.connection))
    asked = {each for found in cycles.asked(change.connection, cycle.id).values() for each in found}
    if strange := [each for each in departments if each not in asked]:
        raise rule("inquire.not_asked", "department", department="、".join(names.get(each, each) for each in strange))
    today = datetime.fromisoformat(change.moment).astimezone().date()
    on, owed = today.isoformat(), _owed(change, cycle, today)
    already = change.connection.scalars(select(table.c.department).where(table.c.cycle == cycle.id, table.c.day == on))
    known = set(already)
    fresh = [each for each in dict.fromkeys(departments) if each not in known]
    subject = "、".join(names[each] for each in fresh)
    if not fresh:
        return Outcome("remind", "", "")
    kept = {"cycle": cycle.id, "day": on, "way": way, "due": due.isoformat()}
    sequence = change.enter("remind", subject, Touched.REPLIES, after={**kept, "departments": sorted(fresh)})
    author = canonical(change.author.record())
    for department in fresh:
        change.connection.execute(
            insert(table).values(
                **kept,
                department=department,
                units=json.dumps(owed.get(department, [])),
                author=author,
                moment=change.moment,
                audit_sequence=sequence,
            )
        )
    return Outcome("remind", str(sequence), subject)


def _owed(change: Change, cycle: Cycle, today: date) -> dict[str, list[str]]:
    """The units (ids) that each department still owes an answer about."""
    found: dict[str, list[str]] = {}
    for row in collection(change.connection, cycle, today).collected.rows:
        for department, cell in row.cells.items():
            if cell.state in OWED:
                found.setdefault(department, []).append(row.unit)
    return found


def take_back_reminder(change: Change, cycle: Cycle, reminder: str) -> Outcome:
    """Takes back what one ``remind`` kept (the id of its outcome): the letter did not go out. Raises Problem
    (remind.unknown)."""
    change.allow("inquire")
    if not cycles.cycle(change.connection, cycle.id).open:
        raise rule("cycle.closed", "cycle")
    ours = (table.c.cycle == cycle.id, table.c.audit_sequence == (int(reminder) if reminder.isdigit() else -1))
    rows = change.connection.execute(select(table).where(*ours)).all()
    if not rows:
        raise rule("remind.unknown", "department")
    names = plans.names(plans.departments(change.connection))
    subject = "、".join(names[row.department] for row in rows)
    change.connection.execute(delete(table).where(*ours))
    kept = {name: getattr(rows[0], name) for name in ("cycle", "day", "way", "due")}
    before = {**kept, "departments": sorted(row.department for row in rows)}
    change.enter("remind undo", subject, Touched.REPLIES, before=before)
    return Outcome("remind undo", reminder, subject)
