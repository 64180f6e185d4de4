"""What a liaison's database takes in from the secretariat: 照会, 差戻し, 席上修正, 受領票, 計画."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, Table, func, insert, select, update

from dxdesk.domain.cycles import ClosedUnit, CloseRecord, Slot
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.packages import Inquiry, Numbered, Package, PlanNews, Receipt, Records, SentAction, SentCycle
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.records import canonical, digest
from dxdesk.domain.replies import Author, Revision
from dxdesk.exchange.package import needs_passphrase, payload_of, read_outer, read_package
from dxdesk.exchange.package_body import body_record
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.exchange.sealing import public_of
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.plans import insert_department
from dxdesk.operations.records import add_records
from dxdesk.operations.sending import file_package
from dxdesk.store import audit, tables
from dxdesk.store.package_tables import reply_keys, sender_keys
from dxdesk.store.queries import cycles, packages, plans

_SECRETARIAT = Author("secretariat", None, None)


@dataclass(frozen=True)
class Received:
    """What came of opening a package: its kind, cycle and department (ids, None where it is about neither), whether it
    was on file already."""

    package: str
    kind: str
    cycle: str | None
    department: str | None
    known: bool


def locked(content: bytes) -> bool:
    """Whether a file needs a passphrase. Raises Problem where it is no package."""
    return needs_passphrase(read_outer(content))


def read_from_secretariat(content: bytes, passphrase: str | None = None) -> Package:
    """A package that the secretariat sends, opened and checked in itself. Raises Problem, also for a reply: only the
    secretariat opens those."""
    outer = read_outer(content)
    return read_package(outer.head, payload_of(outer, passphrase=passphrase))


def check_inquiry(package: Package) -> Inquiry:
    """The 照会 of a package with which a database can be begun. Raises Problem."""
    if not isinstance(package.body, Inquiry) or package.stamp.cycle is None or package.stamp.department is None:
        raise rule("receive.inquiry_first", "file")
    if package.key != package.body.sender_key:
        raise Problem("package.changed")
    return package.body


def begin_liaison(change: Change, package: Package) -> Received:
    """Fills a new database from the first 照会. Raises Problem."""
    body = check_inquiry(package)
    change.connection.execute(
        insert(tables.identity).values(
            id=1,
            database_id=package.stamp.database,
            kind="liaison",
            town=body.town,
            sample=int(body.sample),
            created=change.moment,
        )
    )
    change.connection.execute(
        insert(sender_keys).values(id=1, signing_public=body.sender_key, opening_public=body.opening_key)
    )
    return receive(change, package)


def receive(change: Change, package: Package, *, file: str | None = None) -> Received:
    """Takes in a package of the secretariat whose database this one belongs to. Taking one in again changes nothing.

    Raises Problem: another secretariat, another key, a reply, or something about a cycle that no 照会 came for.
    """
    change.allow("read")
    stamp = package.stamp
    identity, keys = plans.identity(change.connection), packages.keys(change.connection)
    if stamp.kind == "reply":
        raise rule("receive.reply", "file")
    if identity.kind != "liaison" or keys is None:
        raise rule("receive.secretariat", "file")
    if stamp.database != identity.database_id:
        raise rule("receive.other_town", "file", town=stamp.head.town, own=identity.town)
    if package.key != keys.signing_public:
        raise Problem("package.changed")
    known = packages.filed(change.connection, package.id) is not None
    found = Received(package.id, stamp.kind, stamp.cycle, stamp.department, known)
    if known:
        return found
    body = package.body
    if isinstance(body, Inquiry):
        _take_inquiry(change, package, body)
    elif stamp.cycle is not None and stamp.cycle not in {each.id for each in cycles.cycles(change.connection)}:
        raise rule("receive.no_inquiry", "file", cycle=stamp.head.cycle)
    sequence = change.enter("receive", stamp.head.kind, Touched(0), after=package.id)
    change.touched |= Touched.PLAN | Touched.DEPARTMENTS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    about, content = None, None
    if isinstance(body, Records):
        add_records(change, body.revisions, body.reviews, sequence)
    elif isinstance(body, Receipt):
        about, content = body.package, canonical(body_record(body))
    elif isinstance(body, PlanNews):
        _add_numbered(change, tables.plan_revisions, body.plan, stamp.plan)
    file_package(change, package, sequence, direction="in", file=file, about=about, content=content)
    if isinstance(body, Inquiry):
        _keep_reply_key(change, package, body, sequence)
    return found


def _take_inquiry(change: Change, package: Package, body: Inquiry) -> None:
    stamp = package.stamp
    for revision in body.plans:
        plan = read_pack(revision.content, "照会")
        if plan.uuid != stamp.plan:
            raise rule("receive.other_plan", "file", title=plan.title)
        _add_numbered(change, tables.plan_revisions, revision, stamp.plan)
    for each in body.settings:
        _add_numbered(change, tables.settings_revisions, each, None)
    _add_departments(change, body.departments)
    for cycle in body.cycles:
        _add_cycle(change, cycle, body.slots if cycle.id == stamp.cycle else ())
    for action in body.actions:
        _add_action(change, action)


def _keep_reply_key(change: Change, package: Package, body: Inquiry, sequence: int) -> None:
    change.connection.execute(
        insert(reply_keys).values(
            public=public_of(body.reply_key),
            cycle=package.stamp.cycle,
            department=package.stamp.department,
            private=body.reply_key,
            moment=change.moment,
            audit_sequence=sequence,
        )
    )


def _add_numbered(change: Change, table: Table, revision: Numbered, plan: str | None) -> None:
    identity = hashlib.sha256(revision.content.encode("utf-8")).hexdigest()
    if change.connection.execute(select(table.c.id).where(table.c.id == identity)).one_or_none() is not None:
        return
    values: dict[str, object] = {
        "id": identity,
        "number": revision.number,
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
        change.connection.execute(
            update(table)
            .where(table.c.id == each.id)
            .values(
                name=each.name,
                short=each.short,
                parent=each.parent,
                sort_order=each.order,
                order_confirmed=int(each.order_confirmed),
                from_day=each.from_,
                to_day=each.to,
                successor=each.successor,
            )
        )


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


def _set_slots(change: Change, cycle: str, slots: Sequence[Slot]) -> None:
    """Who is asked, as it stands at the secretariat now."""
    change.connection.execute(tables.slots.delete().where(tables.slots.c.cycle == cycle))
    _add_slots(change, cycle, slots)


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
    copies = {
        (each.unit, each.department): _copy(sent, each.unit, each.department, each.answer) for each in sent.answers
    }
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
        previous_record=None,
        units=units,
        before=(),
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


def _copy(sent: SentCycle, unit: str, department: str | None, answer: object) -> Revision:
    """What counted, as a record of its own: without memos it is another text than the one at the secretariat."""
    return Revision(
        kind="consolidate" if department is None else "answer",
        cycle=sent.id,
        unit=unit,
        department=department,
        parents=(),
        answer=answer,  # type: ignore[arg-type]
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
    values: dict[str, object] = {
        "meeting": sent.meeting,
        "number": sent.number,
        "unit": sent.unit,
        "departments": canonical(list(sent.departments)),
        "due": sent.due,
        "text": sent.text,
    }
    known = change.connection.execute(select(actions.c.id).where(actions.c.id == sent.id)).one_or_none()
    if known is None:
        change.connection.execute(insert(actions).values(id=sent.id, state=sent.state, outcome=sent.outcome, **values))
    else:  # what was done about it here stays
        change.connection.execute(update(actions).where(actions.c.id == sent.id).values(**values))


DeliveryState = Literal["handed_over", "received", "cancelled"]


@dataclass(frozen=True)
class HandedOver:
    """The newest hand-over of a department in a cycle: when, and what the secretariat has said of it since."""

    package: str
    moment: str
    file: str | None
    state: DeliveryState
    answered: str | None


def handed_over(connection: Connection, cycle: str, department: str) -> HandedOver | None:
    """渡しました（受領待ち） or 受領されました: what became of the newest reply; None before the first."""
    sent = packages.all_filed(connection, kinds=("reply",), direction="out", cycle=cycle, department=department)
    if not sent:
        return None
    newest = sent[-1]
    receipts = [
        each for each in packages.all_filed(connection, kinds=("receipt",), direction="in") if each.about == newest.id
    ]
    if not receipts:
        return HandedOver(newest.id, newest.moment, newest.file, "handed_over", None)
    state: DeliveryState = "cancelled" if packages.content(receipts[-1])["cancelled"] else "received"
    return HandedOver(newest.id, newest.moment, newest.file, state, receipts[-1].made)
