"""Opening, closing and reopening a review cycle."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal

from sqlalchemy import delete, func, insert, select, update

from dxdesk.domain.cycle_years import cycle_year
from dxdesk.domain.cycles import (
    ClosedUnit,
    CloseRecord,
    Cycle,
    CycleKind,
    Left,
    Slot,
    check_cycle_days,
    close_units,
    left_open,
)
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.records import canonical, digest
from dxdesk.domain.text import NAME_CHARACTERS, check_line, fold
from dxdesk.operations.asking import who_is_asked
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.store import audit, tables
from dxdesk.store.queries import board, cycles, finding, meetings, plans, replies


@dataclass(frozen=True)
class Assignment:
    """One slot as it was opened, in words."""

    code: str
    department: str
    part: str
    provisional: bool


@dataclass(frozen=True)
class Opened:
    """A cycle as it was opened; ``carried`` are the codes of units for which the departments were taken over from the
    cycle before."""

    outcome: Outcome
    assignments: tuple[Assignment, ...]
    carried: tuple[str, ...] = ()


def open_cycle(
    change: Change,
    name: str,
    *,
    as_of: date,
    due: date,
    meeting: date | None = None,
    kind: CycleKind = "interim",
    year: int | None = None,
    departments: Sequence[str] | None = None,
    assigned: Mapping[str, Sequence[str]] | None = None,
) -> Opened:
    """Opens a cycle on today's plan and settings and stores who is asked.

    ``departments`` limits who is asked by the plan; ``assigned`` names the departments for a unit (the first is 主管;
    none: nobody is asked about it) instead of what the plan says, whatever the limit. Groups are resolved now; where
    the plan names nobody those are asked whom somebody chose in the cycle before, else every department provisionally.
    Without a ``year`` the fiscal year is that of ``cycle_year``. Raises Problem.
    """
    change.allow("cycle")
    stored = check_line(name, "name", characters=NAME_CHARACTERS)
    if not stored:
        raise Problem("cycle.empty_name", "name")
    known = cycles.cycles(change.connection)
    if fold(stored) in {fold(each.name) for each in known}:
        raise Problem("cycle.exists", "name", {"text": stored})
    check_cycle_days(as_of, due, meeting)
    revision = plans.plan_revision(change.connection)
    before = cycles.slots(change.connection, known[-1].id) if known else ()
    slots, carried = who_is_asked(change, revision.plan, as_of, departments, assigned or {}, before)
    cycle = Cycle(
        id=str(uuid.uuid4()),
        name=stored,
        fiscal_year=year if year is not None else cycle_year(stored, kind, as_of),
        kind=kind,
        as_of=as_of,
        due=due,
        meeting=meeting,
        previous=known[-1].id if known else None,
        plan_revision=revision.id,
        settings_revision=plans.settings(change.connection)[0],
    )
    _insert(change, cycle, slots)
    names = plans.names(plans.departments(change.connection))
    by_id = revision.plan.by_id
    rows = tuple(
        Assignment(by_id[slot.unit].code or "", names[slot.department], slot.part, slot.provisional) for slot in slots
    )
    warnings = tuple(dict.fromkeys(row.code for row in rows if row.provisional))
    change.enter("cycle open", stored, Touched.CYCLES, after=[asdict(row) for row in rows])
    return Opened(
        Outcome("cycle open", cycle.id, stored, warnings), rows, tuple(by_id[each].code or "" for each in carried)
    )


def _insert(change: Change, cycle: Cycle, slots: Sequence[Slot]) -> None:
    table = tables.cycles
    last = change.connection.execute(select(func.max(table.c.sequence))).scalar() or 0
    change.connection.execute(
        insert(table).values(
            **{
                **asdict(cycle),
                "as_of": cycle.as_of.isoformat(),
                "due": cycle.due.isoformat(),
                "meeting": cycle.meeting.isoformat() if cycle.meeting else None,
                "open": 1,
                "sequence": last + 1,
            }
        )
    )
    change.connection.execute(
        insert(tables.slots),
        [
            {
                "cycle": cycle.id,
                "unit": slot.unit,
                "department": slot.department,
                "part": slot.part,
                "provisional": int(slot.provisional),
            }
            for slot in slots
        ],
    )


def reassign(change: Change, cycle: Cycle, code: str, departments: Sequence[str], reason: str) -> Outcome:
    """Asks other departments about a unit, with a reason; a department that has answered stays. Raises Problem."""
    change.allow("cycle")
    if not cycles.cycle(change.connection, cycle.id).open:
        raise rule("cycle.closed", "cycle")
    why = _reason(reason)
    unit = plans.plan(change.connection, cycle.plan_revision).unit(code)
    wanted = list(dict.fromkeys(finding.department(change.connection, each).id for each in departments))
    if not wanted:
        raise Problem("department.empty", "departments")
    before = cycles.asked(change.connection, cycle.id).get(unit.id, ())
    said = {each.department for each in replies.revisions(change.connection, cycle.id, unit.id)}
    lost = [each for each in before if each in said and each not in wanted]
    if lost:
        names = plans.names(plans.departments(change.connection))
        raise rule("slot.answered", "departments", departments="、".join(names[each] for each in lost))
    table = tables.slots
    change.connection.execute(delete(table).where(table.c.cycle == cycle.id, table.c.unit == unit.id))
    change.connection.execute(
        insert(table),
        [
            {
                "cycle": cycle.id,
                "unit": unit.id,
                "department": each,
                "part": "related" if index else "main",
                "provisional": 0,
            }
            for index, each in enumerate(wanted)
        ],
    )
    values = {"departments": wanted, "reason": why}
    change.enter("cycle assign", f"{unit.code} {why}", Touched.CYCLES, before=list(before), after=values)
    names = plans.names(plans.departments(change.connection))
    drafts = [each.department for each in replies.drafts(change.connection, cycle.id) if each.unit == unit.id]
    unseen = tuple(f"{unit.code} {names[each]}" for each in drafts if each not in wanted)
    return Outcome("cycle assign", unit.id, unit.code or "", unseen)


def _reason(typed: str) -> str:
    reason = check_line(typed, "reason")
    if not reason:
        raise Problem("reason.missing", "reason")
    return reason


def close_cycle(change: Change, cycle: Cycle, reason: str | None = None) -> Outcome:
    """Closes a cycle: what counts now is its record for ever. Its meetings must be closed.

    A reason is needed only where an unreviewed answer, a くいちがい or a pending 取りまとめ is left; the warnings name
    the slots whose drafts nobody submitted. Raises Problem.
    """
    change.allow("cycle")
    cycle = cycles.cycle(change.connection, cycle.id)
    if not cycle.open:
        raise rule("cycle.closed_already", "cycle", name=cycle.name)
    held = [each for each in meetings.meetings(change.connection, cycle.id) if each.state == "open"]
    if held:
        raise rule("cycle.meeting_open", "meeting", meeting=held[0].body_name, day=held[0].day)
    found = replies.live_views(change.connection, cycle)
    units = plans.plan(change.connection, cycle.plan_revision).units
    views = {unit.id: found[unit.id] for unit in units if unit.id in found}
    left = left_open(views)
    if left and not (reason or "").strip():
        raise rule("cycle.left_open", "reason", left=_left_words(change, cycle, left), count=len(left))
    record = _add_record(change, cycle, "close", close_units(views), reason)
    change.enter("cycle close", cycle.name, Touched.CYCLES | Touched.REPLIES, after=record)
    change.connection.execute(update(tables.cycles).where(tables.cycles.c.id == cycle.id).values(open=0))
    return Outcome("cycle close", cycle.id, cycle.name, _drafts_left(change, cycle))


def _drafts_left(change: Change, cycle: Cycle) -> tuple[str, ...]:
    drafts = {(each.unit, each.department) for each in replies.drafts(change.connection, cycle.id)}
    plan, known = plans.plan(change.connection, cycle.plan_revision), plans.departments(change.connection)
    return tuple(
        f"{unit.code} {department.name}"
        for unit in plan.units
        for department in known
        if (unit.id, department.id) in drafts
    )


def reopen_cycle(change: Change, cycle: Cycle, reason: str) -> Outcome:
    """Opens a closed cycle again, with a reason that stays on record. Raises Problem."""
    change.allow("cycle")
    cycle = cycles.cycle(change.connection, cycle.id)
    if cycle.open:
        raise rule("cycle.open_already", "cycle", name=cycle.name)
    why = _reason(reason)
    record = _add_record(change, cycle, "reopen", (), why)
    change.enter("cycle reopen", cycle.name, Touched.CYCLES | Touched.REPLIES, after=record)
    change.connection.execute(update(tables.cycles).where(tables.cycles.c.id == cycle.id).values(open=1))
    return Outcome("cycle reopen", cycle.id, cycle.name)


def _add_record(
    change: Change, cycle: Cycle, kind: Literal["close", "reopen"], units: tuple[ClosedUnit, ...], reason: str | None
) -> str:
    """Writes the record that the operation's own audit entry, which comes next, belongs to; returns its hash."""
    number = len(cycles.close_records(change.connection, cycle.id)) + 1
    before = board.previous_views(change.connection, cycle)
    earlier = cycles.official(change.connection, before[0]) if before else None
    record = CloseRecord(
        cycle=cycle.id,
        number=number,
        kind=kind,
        plan_revision=cycle.plan_revision,
        settings_revision=cycle.settings_revision,
        previous=cycle.previous,
        previous_record=earlier.number if earlier else None,
        units=units,
        before=close_units(before[1]) if before else (),
        departments=tuple((each.id, each.name, each.short) for each in plans.departments(change.connection)),
        actions=tuple((each.id, each.state) for each in meetings.all_actions(change.connection)),
        audit_sequence=audit.next_sequence(change.connection),
        moment=change.moment,
        author=change.actor.name,
        reason=check_line(reason, "reason") if reason else None,
    )
    plain = asdict(record)
    hashed = digest(plain)
    change.connection.execute(
        insert(tables.close_records).values(cycle=cycle.id, number=number, hash=hashed, record=canonical(plain))
    )
    return hashed


def _left_words(change: Change, cycle: Cycle, left: Sequence[Left]) -> str:
    plan = plans.plan(change.connection, cycle.plan_revision)
    return "、".join(dict.fromkeys(plan.by_id[each.unit].code or "" for each in left))
