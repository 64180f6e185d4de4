"""Filling a liaison's database from a 照会: plan, settings, departments, cycles as they counted, 宿題."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import count

from sqlalchemy import Table, func, insert, select, update

from dxdesk.domain.action_items import SUBJECT_CHARACTERS
from dxdesk.domain.cycles import ClosedUnit, CloseRecord, Slot
from dxdesk.domain.errors import rule
from dxdesk.domain.packages import Inquiry, Numbered, SentAction, SentAnswer, SentCycle, Stamp
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.records import canonical, digest
from dxdesk.domain.replies import Author, Review, Revision
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.plans import department_columns, insert_department
from dxdesk.operations.records import add_records
from dxdesk.store import audit, tables
from dxdesk.store.queries import cycles, packages, plans, replies

_SECRETARIAT = Author("secretariat", None, None)


def take_inquiry(change: Change, stamp: Stamp, body: Inquiry) -> None:
    """Takes in all a 照会 brings but the keys. Raises Problem, also what is wrong with a plan in it.

    One that was made before another of the same cycle and department that is here brings nothing more.
    """
    same = packages.all_filed(
        change.connection, kinds=(stamp.kind,), direction="in", cycle=stamp.cycle, department=stamp.department
    )
    if any(each.sequence > stamp.sequence for each in same):
        return
    for revision in body.plans:
        plan = read_pack(revision.content, "照会")
        if plan.uuid != stamp.plan:
            raise rule("receive.other_plan", "file", title=plan.title)
        add_numbered(change, tables.plan_revisions, revision, stamp.plan)
    for each in body.settings:
        add_numbered(change, tables.settings_revisions, each, None)
    _add_departments(change, body.departments)
    for cycle in body.cycles:
        _add_cycle(change, cycle, body.slots if cycle.id == stamp.cycle else ())
    for action in body.actions:
        _add_action(change, action)


def add_numbered(change: Change, table: Table, revision: Numbered, plan: str | None) -> None:
    """Puts a plan (its uuid given) or settings revision on file, unless it is; where its number stands for another
    one, for the secretariat went back to a backup and counted on from there, it is numbered as the newest."""
    identity = hashlib.sha256(revision.content.encode("utf-8")).hexdigest()
    if change.connection.execute(select(table.c.id).where(table.c.id == identity)).one_or_none() is not None:
        return
    own = [table.c.plan == plan] if plan else []
    numbers = set(change.connection.scalars(select(table.c.number).where(*own)))
    values: dict[str, object] = {
        "id": identity,
        "number": max(numbers) + 1 if revision.number in numbers else revision.number,
        "content": str(revision.content),
        "moment": change.moment,
    }
    change.connection.execute(insert(table).values(**values, **({"plan": plan} if plan else {})))


def _add_departments(change: Change, sent: tuple[Department, ...]) -> None:
    """The departments as the secretariat has them now; those it no longer names stay as they were."""
    on_file = {each.id for each in plans.departments(change.connection)}
    table = tables.departments
    for each in sent:
        if each.id not in on_file:
            insert_department(change, Department(each.id, each.name, order=each.order))
    for each in sent:
        change.connection.execute(update(table).where(table.c.id == each.id).values(**department_columns(each)))


def _add_cycle(change: Change, sent: SentCycle, slots: Sequence[Slot]) -> None:
    """A cycle as it was sent: the one asked about open, those before it closed as they counted.

    One that this database was asked about earlier keeps what was written in it.
    """
    table = tables.cycles
    values: Mapping[str, object] = {
        **{name: getattr(sent, name) for name in ("name", "fiscal_year", "kind", "as_of", "due", "meeting")},
        "previous": sent.previous,
        "plan_revision": sent.plan_revision,
        "settings_revision": sent.settings_revision,
        "open": int(sent.open),
    }
    known = change.connection.execute(select(table.c.id, table.c.open).where(table.c.id == sent.id)).one_or_none()
    if known is None:
        _free_name(change, sent.name)
        last = change.connection.execute(select(func.max(table.c.sequence))).scalar() or 0
        change.connection.execute(insert(table).values(id=sent.id, sequence=last + 1, **values))
    else:
        change.connection.execute(update(table).where(table.c.id == sent.id).values(**values))
    if sent.open:
        _set_slots(change, sent.id, slots)
    else:
        on_file = {(each.unit, each.department) for each in cycles.slots(change.connection, sent.id)}
        own = [(each.unit, each.department) for each in sent.answers if each.department is not None]
        _add_slots(change, sent.id, [Slot(*each, "main", False) for each in own if each not in on_file])
        _close_as_sent(change, sent)


def _free_name(change: Change, name: str) -> None:
    """A cycle of the same name that the secretariat knows no more, for it went back to a backup and opened it anew,
    stays here under another one with all that was written in it."""
    table = tables.cycles
    taken = set(change.connection.scalars(select(table.c.name)))
    free = next(each for number in count(1) if (each := f"{name}（旧{number}）") not in taken)
    change.connection.execute(update(table).where(table.c.name == name).values(name=free))


def _set_slots(change: Change, cycle: str, slots: Sequence[Slot]) -> None:
    """Who is asked, as it stands at the secretariat now; a department that has answered here stays."""
    sent = {(each.unit, each.department) for each in slots}
    said = {each.slot for each in replies.revisions(change.connection, cycle)} - sent
    kept = [each for each in cycles.slots(change.connection, cycle) if (each.unit, each.department) in said]
    change.connection.execute(tables.slots.delete().where(tables.slots.c.cycle == cycle))
    _add_slots(change, cycle, [*slots, *kept])


def add_missing_slots(change: Change, cycle: str, records: Sequence[Revision | Review]) -> None:
    """The slots that records of the secretariat stand in and that were asked about since the 照会."""
    known = {(each.unit, each.department) for each in cycles.slots(change.connection, cycle)}
    said = dict.fromkeys((each.unit, each.department) for each in records if each.department is not None)
    _add_slots(change, cycle, [Slot(*each, "main", False) for each in said if each not in known])


def _add_slots(change: Change, cycle: str, slots: Sequence[Slot]) -> None:
    if slots:
        change.connection.execute(
            insert(tables.slots),
            [
                {
                    "cycle": cycle,
                    "unit": each.unit,
                    "department": each.department,
                    "part": each.part,
                    "provisional": int(each.provisional),
                }
                for each in slots
            ],
        )


def _close_as_sent(change: Change, sent: SentCycle) -> None:
    """The close record of a cycle before, from what was sent of it; nothing where nothing has changed."""
    here = replies.revisions(change.connection, sent.id)
    copies = {(each.unit, each.department): _as_counted(sent, each, here) for each in sent.answers}
    units = tuple(
        ClosedUnit(
            each.unit,
            each.status,
            copies[each.unit, None].id if (each.unit, None) in copies else None,
            tuple(
                (department, copy.id) for (unit, department), copy in copies.items() if unit == each.unit and department
            ),
        )
        for each in sent.units
    )
    records = cycles.close_records(change.connection, sent.id)
    if records and (records[-1].units == units or not units):
        return
    before = cycles.close_records(change.connection, sent.previous) if sent.previous else ()
    next_entry = audit.next_sequence(change.connection)
    add_records(change, tuple(copies.values()), (), next_entry)
    known = plans.departments(change.connection)
    record = CloseRecord(
        cycle=sent.id,
        number=len(records) + 1,
        kind="close",
        plan_revision=sent.plan_revision,
        settings_revision=sent.settings_revision,
        previous=sent.previous,
        previous_record=before[-1].number if before else None,
        units=units,
        before=before[-1].units if before else (),
        departments=tuple((each.id, each.name, each.short) for each in known),
        actions=(),
        audit_sequence=next_entry,
        moment=change.moment,
        author=None,
        reason=None,
    )
    plain = asdict(record)
    change.enter("receive cycle", sent.name, Touched.CYCLES, after=digest(plain))
    change.connection.execute(
        insert(tables.close_records).values(
            cycle=sent.id, number=record.number, hash=digest(plain), record=canonical(plain)
        )
    )


def _as_counted(sent: SentCycle, said: SentAnswer, here: Sequence[Revision]) -> Revision:
    """What counted: the version that was written here, else a record of its own after those that were, for without
    memos it is another text than the one at the secretariat."""
    own = [each for each in here if each.slot == (said.unit, said.department)]
    same = [each for each in own if each.answer is not None and each.answer.public_part() == said.answer]
    if same:
        return min(same, key=lambda each: each.id)
    named = {parent for each in own for parent in each.parents}
    return Revision(
        kind="consolidate" if said.department is None else "answer",
        cycle=sent.id,
        unit=said.unit,
        department=said.department,
        parents=tuple(each.id for each in own if each.id not in named),
        answer=said.answer,
        author=_SECRETARIAT,
        moment=date.fromisoformat(sent.as_of).isoformat(),
    )


def _add_action(change: Change, sent: SentAction) -> None:
    meetings, actions = tables.meetings, tables.action_items
    there = change.connection.execute(select(meetings.c.id).where(meetings.c.id == sent.meeting)).one_or_none()
    if there is None:
        last = change.connection.execute(select(func.max(meetings.c.sequence))).scalar() or 0
        change.connection.execute(
            insert(meetings).values(
                id=sent.meeting,
                cycle=sent.cycle,
                body=sent.body,
                body_name=sent.body_name,
                day=sent.day,
                state="closed",
                sequence=last + 1,
            )
        )
    entered: dict[str, object] = {
        "id": sent.id,
        "meeting": sent.meeting,
        "number": sent.number,
        "item": None,
        "unit": sent.unit,
        "departments": canonical(list(sent.departments)),
        "due": sent.due,
        "text": sent.text,
        "state": "open",
        "outcome": None,
    }
    known = change.connection.execute(select(actions).where(actions.c.id == sent.id)).one_or_none()
    if known is None:
        change.connection.execute(insert(actions).values({**entered, "state": sent.state, "outcome": sent.outcome}))
        change.enter("action", sent.text[:SUBJECT_CHARACTERS], Touched.MEETINGS, after=entered)
        return
    before = {**known._mapping, "state": "open", "outcome": None}
    if before != entered:  # what was done about it here stays
        kept = {"state": known.state, "outcome": known.outcome}
        change.connection.execute(update(actions).where(actions.c.id == sent.id).values({**entered, **kept}))
        change.enter("action change", sent.text[:SUBJECT_CHARACTERS], Touched.MEETINGS, before=before, after=entered)
