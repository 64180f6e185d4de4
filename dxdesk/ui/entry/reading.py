"""What 記入 shows, asked of the desk: the own items of a department, and one item's form with everything beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dxdesk.desk import Desk
from dxdesk.domain.calendar import fiscal_year_short
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionItem
from dxdesk.domain.merge import SlotView, UnitView
from dxdesk.domain.permissions import check_allowed
from dxdesk.domain.plans import Department, Node, Plan
from dxdesk.domain.replies import Answer, Review, Revision
from dxdesk.domain.settings import Settings
from dxdesk.operations.replies import Place, last_answer
from dxdesk.store.queries import board, cycles, meetings, plans, replies

EntryState = Literal["blank", "draft", "submitted", "accepted", "returned", "conflict"]
Closed = Literal["", "department", "cycle", "role", "conflict", "held"]

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


@dataclass(frozen=True)
class Said:
    """One line of やりとり: an ISO moment, who, and what."""

    moment: str
    who: str
    text: str


@dataclass(frozen=True)
class Form:
    """One item with everything that stands around it.

    ``answer`` is what the form starts from and ``base`` the head that is based on; ``closed`` says why nothing can be
    written (empty: it can). ``previous`` is the last answer of the cycle before, ``series`` per indicator id what was
    reported in earlier cycles, oldest first, as (cycle, value).
    """

    unit: Node
    department: Department | None
    cycle: Cycle
    settings: Settings
    today: date
    state: EntryState
    closed: Closed
    base: str | None
    answer: Answer
    axis_name: str
    owners: str
    others: tuple[str, ...]
    previous: Answer | None
    previous_name: str
    returned: Review | None
    said: tuple[Said, ...]
    actions: tuple[ActionItem, ...]
    series: Mapping[str, tuple[tuple[str, str], ...]]

    @property
    def words(self) -> tuple[object, ...]:
        """What the fields of the form show: another form with the same words need not be loaded."""
        return self.unit.id, self.answer, self.closed, self.returned, self.previous, self.settings

    @property
    def place(self) -> Place:
        """The slot that is written to; only where there is a department."""
        assert self.department is not None
        return Place(self.cycle, self.unit, self.department)


def today(desk: Desk) -> date:
    """The day on this computer, by the desk's clock."""
    return date.fromisoformat(desk.moment()[:10])


def cycle_short(cycle: Cycle) -> str:
    """R6前 or R6後: the fiscal year and its half."""
    return fiscal_year_short(cycle.fiscal_year) + ("前" if 4 <= cycle.as_of.month <= 9 else "後")


def asked_departments(desk: Desk, cycle: Cycle) -> tuple[Department, ...]:
    """The departments asked in a cycle that the actor may fill in for, in 建制順."""
    asked = {each for found in desk.ask(cycles.asked, cycle.id).values() for each in found}
    own = set(desk.actor.departments) if desk.actor.role != "secretariat" else asked
    return tuple(each for each in desk.ask(plans.departments) if each.id in asked & own)


def read_entries(desk: Desk, cycle: Cycle, department: Department | None) -> EntryList:
    """The list beside the form."""
    plan = desk.ask(plans.plan, cycle.plan_revision)
    settings = desk.ask(plans.settings, cycle.settings_revision)[1]
    if department is None:
        return EntryList(plan, cycle, settings, None, ())
    on_behalf = department.id not in desk.actor.departments
    names = plans.names(desk.ask(plans.departments))
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
        before = _before(past, unit, department)[0]
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


def read_form(desk: Desk, entries: EntryList, unit: Node) -> Form:
    """The form of one item, or what can be seen of an item of other departments."""
    plan, cycle, department = entries.plan, entries.cycle, entries.department
    entry = entries.entry(unit.id)
    past = desk.ask(board.past, cycle)
    before, before_name = _before(past, unit, department)
    base, answer = None, _counted(desk, cycle, unit) or Answer()
    slot: SlotView | None = None
    revisions: list[Revision] = []
    if entry is not None and department is not None:
        found = desk.ask(replies.revisions, cycle.id, unit.id)
        revisions = [each for each in found if each.department == department.id]
        slot = desk.ask(replies.slot, cycle.id, unit.id, department.id)
        base, answer = _start(desk, cycle, unit, department, slot, revisions, before)
    axis = plan.axis(unit)
    return Form(
        unit=unit,
        department=department,
        cycle=cycle,
        settings=entries.settings,
        today=today(desk),
        state=entry.state if entry else "blank",
        closed=_closed(desk, cycle, entry, department),
        base=base,
        answer=answer,
        axis_name=axis.name if axis else plan.title,
        owners="・".join(each.name for each in unit.owners),
        others=entry.others if entry else (),
        previous=before,
        previous_name=before_name,
        returned=slot.returned if slot else None,
        said=_said(desk, cycle, unit, department, revisions) if department else (),
        actions=_actions(desk, cycle, unit, department),
        series=_series(unit, department, past),
    )


def _start(
    desk: Desk,
    cycle: Cycle,
    unit: Node,
    department: Department,
    slot: SlotView,
    revisions: list[Revision],
    before: Answer | None,
) -> tuple[str | None, Answer]:
    """The draft, else the last words of this cycle, else only the stage of the cycle before."""
    draft = desk.ask(replies.draft, cycle.id, unit.id, department.id)
    if draft is not None:
        return draft.base, draft.answer
    base, answer = last_answer(revisions, slot)
    return base, answer or Answer(stage=before.stage if before else None)


def _counted(desk: Desk, cycle: Cycle, unit: Node) -> Answer | None:
    view = desk.ask(replies.views, cycle).get(unit.id)
    return view.counted.answer if view and view.counted else None


def _answer_of(view: UnitView | None, department: Department | None) -> Answer | None:
    """What a department said in an earlier cycle, else what counted for the unit."""
    if view is None:
        return None
    found = (view.answers.get(department.id) if department else None) or view.counted
    return found.answer if found else None


def _before(
    past: tuple[tuple[Cycle, dict[str, UnitView]], ...], unit: Node, department: Department | None
) -> tuple[Answer | None, str]:
    if not past:
        return None, ""
    cycle, views = past[-1]
    return _answer_of(views.get(unit.id), department), cycle.name


def _closed(desk: Desk, cycle: Cycle, entry: Entry | None, department: Department | None) -> Closed:
    if entry is None or department is None:
        return "department"
    if desk.database.read_only:
        return "held"
    if not cycle.open:
        return "cycle"
    try:
        check_allowed(desk.actor, "draft", department=department.id)
    except Problem as problem:
        return "department" if problem.code == "permission.department" else "role"
    return "conflict" if entry.state == "conflict" else ""


def _said(desk: Desk, cycle: Cycle, unit: Node, department: Department, revisions: list[Revision]) -> tuple[Said, ...]:
    """Hand-ins, withdrawals and returns of a slot, newest first; empty while nothing was ever returned."""
    reviews = desk.ask(replies.slot_reviews, cycle.id, unit.id, department.id)
    returned = [Said(each.moment, "事務局", each.question or "") for each in reviews if each.kind == "return"]
    if not returned:
        return ()
    words = {"answer": "提出しました。", "withdraw": "取り下げました。"}
    handed = [Said(each.moment, department.name, words[each.kind]) for each in revisions if each.kind in words]
    return tuple(sorted((*returned, *handed), key=lambda each: each.moment, reverse=True))


def _actions(desk: Desk, cycle: Cycle, unit: Node, department: Department | None) -> tuple[ActionItem, ...]:
    if cycle.previous is None:
        return ()
    found = desk.ask(meetings.actions_of_cycle, cycle.previous)
    own = department.id if department else None
    return tuple(each for each in found if each.unit == unit.id and (own is None or own in each.departments))


def _series(
    unit: Node, department: Department | None, past: tuple[tuple[Cycle, dict[str, UnitView]], ...]
) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {each.id: [] for each in unit.indicators}
    for cycle, views in past:
        answer = _answer_of(views.get(unit.id), department)
        for reading in answer.indicators if answer else ():
            if reading.value is not None and reading.id in found:
                found[reading.id].append((cycle_short(cycle), reading.value))
    return {identity: tuple(values) for identity, values in found.items()}
