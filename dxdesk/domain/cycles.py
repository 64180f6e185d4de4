"""Review cycles: opening, who is asked about what, and what a closed cycle says for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from dxdesk.domain.consolidation import undrawn
from dxdesk.domain.departments import heirs
from dxdesk.domain.errors import Problem
from dxdesk.domain.merge import EMPTY, UnitView
from dxdesk.domain.plan_parts import Department, DepartmentGroup, Owner, Part
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Revision
from dxdesk.domain.statuses import Status

FORMAT: Final = 1
"""Of close records: a later field is format 2."""

CycleKind = Literal["plan", "interim", "result"]
CYCLE_KINDS: tuple[CycleKind, ...] = ("plan", "interim", "result")


@dataclass(frozen=True)
class Cycle:
    """One review cycle, pinned to the plan and settings revisions of its opening.

    Days are plain local dates; ``meeting`` is a planned day and makes no meeting; ``previous`` the id of the cycle
    whose answers are 前回.
    """

    id: str
    name: str
    fiscal_year: int
    kind: CycleKind
    as_of: date
    due: date
    meeting: date | None
    previous: str | None
    plan_revision: str
    settings_revision: str
    open: bool = True


@dataclass(frozen=True)
class Slot:
    """One 回答票: a unit and a department that is asked about it. ``provisional``: the plan names nobody (仮)."""

    unit: str
    department: str
    part: Part
    provisional: bool


def active_departments(departments: Sequence[Department], day: date) -> tuple[Department, ...]:
    """Departments that exist on a day, in 建制順."""
    text = day.isoformat()
    found = [
        each
        for each in departments
        if (each.from_ is None or each.from_ <= text) and (each.to is None or text <= each.to)
    ]
    return tuple(sorted(found, key=lambda each: (each.order, each.id)))


def stand_ins(plan: Plan, known: Sequence[Department], active: Sequence[Department]) -> dict[str, str]:
    """The active department (id) for every id and name that owners and groups may use.

    A department renamed since is meant by its name in the plan too, one that ended by those that took over from it.
    """
    on_file = {each.id: each.id for each in known} | {each.name: each.id for each in known}
    meant: dict[str, str] = {}
    for each in (*plan.departments, *known):
        if (identity := on_file.get(each.id) or on_file.get(each.name)) is not None:
            meant |= {each.id: identity, each.name: identity}
    there = {each.id for each in active}
    found = {
        used: next((heir for heir in heirs(known, identity) if heir in there), None) for used, identity in meant.items()
    }
    return {used: identity for used, identity in found.items() if identity is not None}


def resolve(
    owners: Sequence[Owner],
    departments: Sequence[Department],
    groups: Sequence[DepartmentGroup],
    meant: Mapping[str, str],
) -> tuple[tuple[str, Part, bool], ...]:
    """Departments (id, part, provisional) that owners mean: those named, the first of them 主管, then the members of
    the groups named, each once. A group of unknown members (関係課) adds nobody. ``meant`` are the stand-ins."""
    order = [each.id for each in departments]
    by_group = {each.name: each for each in groups}
    found: dict[str, Part] = {}
    for owner in owners:
        if owner.name in meant and owner.name not in by_group:
            found.setdefault(meant[owner.name], owner.part)
    for owner in owners:
        group = by_group.get(owner.name)
        if group is None or group.members is None:
            continue
        for member in order if group.members == "all" else group.members:
            if member in meant:
                found.setdefault(meant[member], "related")
    if found and "main" not in found.values():
        found[next(iter(found))] = "main"
    mains = [each for each, part in found.items() if part == "main"]
    parts: dict[str, Part] = {each: "main" if each == mains[0] else "related" for each in found} if mains else {}
    return tuple((each, parts[each], False) for each in sorted(parts, key=order.index))


def assign(
    plan: Plan,
    unit: Node,
    departments: Sequence[Department],
    groups: Sequence[DepartmentGroup],
    known: Sequence[Department] = (),
) -> tuple[Slot, ...]:
    """The slots of a unit: its owners, else those of the next node up, else the plan's, else every active department
    marked provisional. ``departments`` are the active ones in 建制順, ``known`` also those that ended; never empty when
    there is an active one."""
    meant = stand_ins(plan, known or departments, departments)
    for owners in (unit.owners, *(each.owners for each in reversed(plan.path(unit))), plan.owners):
        named = resolve(owners, departments, groups, meant)
        if named:
            return tuple(Slot(unit.id, each, part, provisional) for each, part, provisional in named)
        if owners:
            break
    return tuple(
        Slot(unit.id, each.id, "main" if index == 0 else "related", True) for index, each in enumerate(departments)
    )


def carried_over(
    slots: Sequence[Slot], before: Sequence[Slot], active: Sequence[Department]
) -> tuple[tuple[Slot, ...], tuple[str, ...]]:
    """The slots with those of the cycle before in place of what would only be provisional (仮), and the units (ids) for
    which that is so: where somebody had chosen departments then that are still ``active``, they are asked again."""
    there = {each.id for each in active}
    again: dict[str, list[Slot]] = {each.unit: [] for each in slots if each.provisional}
    for each in before:
        if each.unit in again and not each.provisional and each.department in there:
            again[each.unit].append(each)
    carried = tuple(unit for unit, found in again.items() if found)
    chosen: list[Slot] = []
    for unit in carried:
        main = next((each for each in again[unit] if each.part == "main"), again[unit][0])
        chosen += [replace(each, part="main" if each == main else "related") for each in again[unit]]
    return (*(each for each in slots if each.unit not in carried), *chosen), carried


@dataclass(frozen=True)
class ClosedUnit:
    """What a unit said when the cycle was closed; ids of revisions, None where nothing counted.

    Whose turn it was is not kept: what nobody had reviewed is 未回答 from then on.
    """

    unit: str
    status: Status
    counted: str | None
    answers: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class CloseRecord:
    """The official view of a closed cycle, format 1. ``kind`` reopen adds the reason for opening it again.

    ``units`` are the cycle's own, ``before`` those of the cycle before as they counted then; ``previous_record`` is the
    number of the close record they were read from (None: that cycle was open), on which older cycles hang in turn.
    ``departments`` are (id, name, short name) in 建制順 and ``actions`` (action item id, state), both at that moment.
    ``audit_sequence`` is the record's own audit entry, ``moment`` ISO with offset, printed in the footer of every later
    print.
    """

    cycle: str
    number: int
    kind: Literal["close", "reopen"]
    plan_revision: str
    settings_revision: str
    previous: str | None
    previous_record: int | None
    units: tuple[ClosedUnit, ...]
    before: tuple[ClosedUnit, ...]
    departments: tuple[tuple[str, str, str | None], ...]
    actions: tuple[tuple[str, str], ...]
    audit_sequence: int
    moment: str
    author: str | None
    reason: str | None
    format: int = FORMAT


def close_units(views: Mapping[str, UnitView]) -> tuple[ClosedUnit, ...]:
    """The units of a close record: as they count at that moment."""
    return tuple(
        ClosedUnit(
            view.unit,
            view.status,
            view.counted.id if view.counted else None,
            tuple((department, each.id if each else None) for department, each in view.answers.items()),
        )
        for view in views.values()
    )


def closed_views(units: Sequence[ClosedUnit], revisions: Mapping[str, Revision]) -> dict[str, UnitView]:
    """Units exactly as a close record names them, whatever has arrived since."""
    return {
        each.unit: UnitView(
            unit=each.unit,
            status=each.status,
            waiting="department" if each.status == "miss" else None,
            counted=revisions[each.counted] if each.counted else None,
            answers={department: revisions[found] if found else None for department, found in each.answers},
            slots={department: EMPTY for department, _ in each.answers},
            consolidation=EMPTY,
        )
        for each in units
    }


LeftKind = Literal["unreviewed", "conflict", "consolidation", "returned", "unanswered", "absent"]


@dataclass(frozen=True)
class Left:
    """Something still open when a cycle is to be closed."""

    kind: LeftKind
    unit: str
    department: str | None


def left_open(views: Mapping[str, UnitView]) -> tuple[Left, ...]:
    """What wants a reason before closing, worst first: answers nobody has reviewed, くいちがい, 取りまとめ still to
    make. It counts as 未回答 afterwards."""
    unreviewed: list[Left] = []
    conflicts: list[Left] = []
    pending: list[Left] = []
    for view in views.values():
        for department, slot in view.slots.items():
            if slot.state == "submitted" or slot.state == "waiting":
                unreviewed.append(Left("unreviewed", view.unit, department))
            elif slot.state == "conflict" or slot.disputed:
                conflicts.append(Left("conflict", view.unit, department))
        if view.consolidation.disputed or view.consolidation.state == "conflict":
            conflicts.append(Left("conflict", view.unit, None))
        elif undrawn(view):
            pending.append(Left("consolidation", view.unit, None))
    return (*unreviewed, *conflicts, *pending)


def left_silent(views: Mapping[str, UnitView]) -> tuple[Left, ...]:
    """What is closed without an answer and wants no reason: answers sent back, departments that are 未回答, and those
    without whose answer the unit counts."""
    found: dict[LeftKind, list[Left]] = {"returned": [], "unanswered": [], "absent": []}
    for view in views.values():
        for department, slot in view.slots.items():
            if slot.state == "returned" and not slot.disputed:
                found["returned"].append(Left("returned", view.unit, department))
            elif slot.state in ("unanswered", "withdrawn") and view.answers[department] is None:
                kind: LeftKind = "unanswered" if view.owes(department) else "absent"
                found[kind].append(Left(kind, view.unit, department))
    return tuple(each for some in found.values() for each in some)


def check_cycle_days(as_of: date, due: date, meeting: date | None) -> None:
    """Raises Problem where the deadline lies before 基準日, or the meeting before the deadline."""
    if due < as_of:
        raise Problem("cycle.due_before_as_of", "due", {"due": due, "as_of": as_of})
    if meeting is not None and meeting < due:
        raise Problem("cycle.meeting_before_due", "meeting", {"due": due, "meeting": meeting})
