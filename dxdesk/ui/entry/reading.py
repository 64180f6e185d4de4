"""The own items of a department as 記入 lists them, asked of the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dxdesk.desk import Desk
from dxdesk.domain.calendar import fiscal_year_short
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import forerunners, heirs
from dxdesk.domain.merge import SlotView, UnitView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Answer, Revision
from dxdesk.domain.settings import Settings
from dxdesk.operations.replies import last_answer
from dxdesk.store.queries import board, cycles, plans, replies

EntryState = Literal["blank", "draft", "submitted", "accepted", "returned", "conflict"]

HANDED_IN: frozenset[EntryState] = frozenset({"submitted", "accepted"})
"""States of an item that its department has finished with."""


@dataclass(frozen=True)
class Entry:
    """One own item: what the newest words of the department are, submitted or not; and its stage last time."""

    unit: Node
    state: EntryState
    answer: Answer
    others: tuple[str, ...]
    last_stage: str | None = None

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

    @property
    def handed_in(self) -> int:
        """How many own items are submitted."""
        return sum(entry.state in HANDED_IN for entry in self.own)

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
    """R6前 or R6後: the fiscal year and its half."""
    return fiscal_year_short(cycle.fiscal_year) + ("前" if 4 <= cycle.as_of.month <= 9 else "後")


def asked_departments(desk: Desk, cycle: Cycle) -> tuple[Department, ...]:
    """The departments asked in a cycle that the actor may fill in for, in 建制順; also those it took over from."""
    known = desk.ask(plans.departments)
    asked = {each for found in desk.ask(cycles.asked, cycle.id).values() for each in found}
    own = {older for each in desk.actor.departments for older in forerunners(known, each)}
    return tuple(each for each in known if each.id in asked and (desk.actor.role == "secretariat" or each.id in own))


def read_entries(desk: Desk, cycle: Cycle, department: Department | None) -> EntryList:
    """The list beside the form."""
    plan = desk.ask(plans.plan, cycle.plan_revision)
    settings = desk.ask(plans.settings, cycle.settings_revision)[1]
    if department is None:
        return EntryList(plan, cycle, settings, None, ())
    known = desk.ask(plans.departments)
    on_behalf = not set(desk.actor.departments) & set(heirs(known, department.id))
    names = plans.names(known)
    views = desk.ask(replies.live_views, cycle)
    drafts = {each.unit: each for each in desk.ask(replies.drafts, cycle.id, department.id)}
    revisions = desk.ask(replies.revisions, cycle.id)
    past = desk.ask(board.past, cycle, 1)
    own = []
    for unit in plan.units:
        view = views.get(unit.id)
        slot = view.slots.get(department.id) if view else None
        if view is None or slot is None:
            continue
        draft = drafts.get(unit.id)
        answer = draft.answer if draft else _last(revisions, unit.id, department.id, slot) or Answer()
        others = tuple(names[each] for each in view.slots if each != department.id)
        before = answer_before(past, unit, department)[0]
        own.append(Entry(unit, _state(slot, draft is not None), answer, others, before.stage if before else None))
    return EntryList(plan, cycle, settings, department, tuple(own), on_behalf)


def _state(slot: SlotView, drafted: bool) -> EntryState:
    if slot.state in ("conflict", "waiting"):
        return "conflict"
    if slot.state == "returned":
        return "returned"
    if drafted or slot.state == "withdrawn":
        return "draft"
    if slot.state in ("submitted", "accepted"):
        return "accepted" if slot.state == "accepted" else "submitted"
    return "blank"


def _last(revisions: tuple[Revision, ...], unit: str, department: str, slot: SlotView) -> Answer | None:
    return last_answer([each for each in revisions if each.slot == (unit, department)], slot)[1]


def answer_of(view: UnitView | None, department: Department | None) -> Answer | None:
    """What a department said in an earlier cycle, else what counted for the unit."""
    if view is None:
        return None
    found = (view.answers.get(department.id) if department else None) or view.counted
    return found.answer if found else None


def answer_before(
    past: tuple[tuple[Cycle, dict[str, UnitView]], ...], unit: Node, department: Department | None
) -> tuple[Answer | None, str]:
    """The last answer of the cycle before, and its name; ``past`` is oldest first."""
    if not past:
        return None, ""
    cycle, views = past[-1]
    return answer_of(views.get(unit.id), department), cycle.name
