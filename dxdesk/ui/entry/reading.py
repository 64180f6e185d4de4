"""The own items of a department as 記入 lists them, asked of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dxdesk.desk import Desk
from dxdesk.domain.calendar import fiscal_year_short
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import forerunners, heirs
from dxdesk.domain.last_time import LastTime, last_time
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Answer, ConfirmedBy, Review
from dxdesk.domain.settings import Settings
from dxdesk.operations.replies import last_answer
from dxdesk.store.queries import department_slots, hand_overs, plans
from dxdesk.store.queries.department_slots import DepartmentSlot
from dxdesk.store.queries.hand_overs import Standing

EntryState = Literal["blank", "draft", "submitted", "accepted", "returned", "conflict"]

HANDED_IN: frozenset[EntryState] = frozenset({"submitted", "accepted"})
"""States of an item that its department has finished with."""


@dataclass(frozen=True)
class Entry:
    """One own item: what the newest words of the department are, submitted or not; what was said last time, and who
    confirmed (所属長確認) what was handed in."""

    unit: Node
    state: EntryState
    answer: Answer
    others: tuple[str, ...]
    last: LastTime | None = None
    confirmed: Review | ConfirmedBy | None = None

    @property
    def status(self) -> str:
        """The status key of the newest words; ``miss`` where there is none yet."""
        return self.answer.status or "miss"


@dataclass(frozen=True)
class EntryList:
    """The own items of a department in the plan's order, and the plan they stand in. No department: nothing is own."""

    plan: Plan
    cycle: Cycle
    settings: Settings
    department: Department | None
    own: tuple[Entry, ...]
    on_behalf: bool = False
    """Somebody writes for the department who is not one of it."""
    confirming: bool = False
    """A head looks at them, who answers for the department and writes none."""
    standing: Standing | None = None
    """On a department's own database: what is still to be handed over to the secretariat."""
    late: bool = False
    """The cycle is closed, and 追加の回答 are written all the same."""

    @property
    def writable(self) -> bool:
        """Whether the cycle takes answers here."""
        return self.cycle.open or self.late

    @property
    def handed_in(self) -> int:
        """How many own items are submitted."""
        return sum(entry.state in HANDED_IN for entry in self.own)

    @property
    def behind(self) -> bool:
        """Whether something was handed over before and something more is to be."""
        return self.standing is not None and self.standing.given is not None and self.standing.to_give

    def entry(self, unit: str) -> Entry | None:
        """The own item of a unit id."""
        return next((each for each in self.own if each.unit.id == unit), None)

    def next_open(self, unit: str) -> Entry | None:
        """The first own item after ``unit``, around the end, that is not handed in yet."""
        ids = [each.unit.id for each in self.own]
        start = ids.index(unit) + 1 if unit in ids else 0
        return next((each for each in (*self.own[start:], *self.own[:start]) if each.state not in HANDED_IN), None)

    def beside(self, unit: str, step: int) -> Entry | None:
        """The own item ``step`` places on (1) or back (-1); the first or last where ``unit`` is none of them."""
        ids = [each.unit.id for each in self.own]
        if unit not in ids:
            return self.own[0 if step > 0 else -1] if self.own else None
        found = ids.index(unit) + step
        return self.own[found] if 0 <= found < len(ids) else None


def today(desk: Desk) -> date:
    """The day on this computer, by the desk's clock."""
    return date.fromisoformat(desk.moment()[:10])


def cycle_short(cycle: Cycle) -> str:
    """R6前 or R6後: the fiscal year and its half; what lies before the year is in its first, what lies after it in its
    second."""
    return fiscal_year_short(cycle.fiscal_year) + ("前" if cycle.as_of < date(cycle.fiscal_year, 10, 1) else "後")


def asked_departments(desk: Desk, cycle: Cycle) -> tuple[Department, ...]:
    """The departments asked in a cycle that the actor may fill in for, in 建制順; also those it took over from."""
    known, asked = desk.ask(plans.departments), desk.ask(department_slots.asked_departments, cycle.id)
    own = {older for each in desk.actor.departments for older in forerunners(known, each)}
    return tuple(each for each in known if each.id in asked and (desk.actor.role == "secretariat" or each.id in own))


def read_entries(desk: Desk, cycle: Cycle, department: Department | None, known: EntryList | None = None) -> EntryList:
    """The list beside the form; ``known`` is the list as it was, of which what was said last time is taken over."""
    plan = desk.ask(plans.plan, cycle.plan_revision)
    settings = desk.ask(plans.settings, cycle.settings_revision)[1]
    if department is None:
        return EntryList(plan, cycle, settings, None, ())
    departments = desk.ask(plans.departments)
    on_behalf = not set(desk.actor.departments) & set(heirs(departments, department.id))
    names = plans.names(departments)
    slots = desk.ask(department_slots.department_slots, cycle, department.id)
    last = _last_time(desk, cycle, department, slots, known)
    own = tuple(
        _entry(unit, slots[unit.id], department, names, last.get(unit.id)) for unit in plan.units if unit.id in slots
    )
    standing = desk.ask(hand_overs.standing, cycle.id, department.id)
    late = known is not None and known.late and known.cycle.id == cycle.id
    return EntryList(plan, cycle, settings, department, own, on_behalf, desk.actor.role == "head", standing, late)


def _last_time(
    desk: Desk, cycle: Cycle, department: Department, slots: Mapping[str, object], known: EntryList | None
) -> dict[str, LastTime | None]:
    """What was said last time by unit id; the cycle before stays as it is while the one after it is open."""
    if known is not None and known.cycle == cycle and known.department == department:
        found = {each.unit.id: each.last for each in known.own}
        if found.keys() == slots.keys():
            return found
    past = desk.ask(department_slots.said_before, cycle, tuple(slots))
    return {unit: last_time(view, (department.id,)) for unit, view in past.items()}


def renew_entry(desk: Desk, entries: EntryList, unit: str) -> EntryList:
    """The list with one own item read anew; everything else is as it was."""
    known, department = entries.entry(unit), entries.department
    if known is None or department is None:
        return entries
    names = plans.names(desk.ask(plans.departments))
    slot = desk.ask(department_slots.department_slots, entries.cycle, department.id, unit)[unit]
    fresh = _entry(known.unit, slot, department, names, known.last)
    standing = desk.ask(hand_overs.standing, entries.cycle.id, department.id)
    own = tuple(fresh if each is known else each for each in entries.own)
    return replace(entries, own=own, standing=standing)


def anything_left(desk: Desk, cycle: Cycle, department: Department) -> bool:
    """Whether a department has an item that is not handed in."""
    slots = desk.ask(department_slots.department_slots, cycle, department.id)
    return any(_state(each) not in HANDED_IN for each in slots.values())


def anything_to_confirm(desk: Desk, cycle: Cycle, department: Department) -> bool:
    """Whether a department has an item that is handed in and that nobody has confirmed."""
    slots = desk.ask(department_slots.department_slots, cycle, department.id)
    states = [(_state(each), _confirmed(each)) for each in slots.values()]
    return any(state in HANDED_IN and confirmed is None for state, confirmed in states)


def _entry(
    unit: Node, slot: DepartmentSlot, department: Department, names: Mapping[str, str], last: LastTime | None
) -> Entry:
    answer = slot.draft.answer if slot.draft else last_answer(slot.revisions, slot.view)[1] or Answer()
    others = tuple(names[each] for each in slot.departments if each != department.id)
    return Entry(unit, _state(slot), answer, others, last, _confirmed(slot))


def _confirmed(slot: DepartmentSlot) -> Review | ConfirmedBy | None:
    """所属長確認 of the newest words that were handed in."""
    if slot.draft is not None and slot.draft.submitted:
        return slot.draft.answer.confirmed_by
    return slot.view.confirmed


def _state(slot: DepartmentSlot) -> EntryState:
    view, draft = slot.view, slot.draft
    if view.state in ("conflict", "waiting"):
        return "conflict"
    if draft is not None and draft.submitted:  # on a department's own database: an answer once it is handed over
        return "submitted"
    if view.state == "returned":
        return "returned"
    if draft is not None or view.state == "withdrawn":
        return "draft"
    if view.state in ("submitted", "accepted"):
        return "accepted" if view.state == "accepted" else "submitted"
    return "blank"


def answer_of(view: UnitView | None, department: Department | None) -> Answer | None:
    """What a department said in an earlier cycle, else what counted for the unit."""
    if view is None:
        return None
    found = (view.answers.get(department.id) if department else None) or view.counted
    return found.answer if found else None
