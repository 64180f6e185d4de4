"""One item's form with everything that stands beside it, asked of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import forerunners, heirs
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionItem
from dxdesk.domain.merge import SlotView, UnitView
from dxdesk.domain.permissions import check_allowed
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer, Review, Revision
from dxdesk.domain.schedules import Question, question
from dxdesk.domain.settings import Settings
from dxdesk.operations.replies import Place, last_answer
from dxdesk.store.queries import board, meetings, plans, replies
from dxdesk.ui.entry.reading import Entry, EntryList, EntryState, answer_before, answer_of, cycle_short, today

Closed = Literal["", "department", "cycle", "role", "conflict", "held"]


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
    question: Question = "usual"

    @property
    def words(self) -> tuple[object, ...]:
        """What the fields of the form show: another form with the same words need not be loaded."""
        return self.unit.id, self.answer, self.closed, self.returned, self.previous, self.settings

    @property
    def place(self) -> Place:
        """The slot that is written to; only where there is a department."""
        assert self.department is not None
        return Place(self.cycle, self.unit, self.department)


def read_form(desk: Desk, entries: EntryList, unit: Node) -> Form:
    """The form of one item, or what can be seen of an item of other departments."""
    plan, cycle, department = entries.plan, entries.cycle, entries.department
    entry = entries.entry(unit.id)
    past = desk.ask(board.past, cycle)
    before, before_name = answer_before(past, unit, department)
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
        question=question(unit.schedule, study=plan.marked(unit, "study")),
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


def _closed(desk: Desk, cycle: Cycle, entry: Entry | None, department: Department | None) -> Closed:
    if entry is None or department is None:
        return "department"
    if desk.database.read_only:
        return "held"
    if not cycle.open:
        return "cycle"
    line = heirs(desk.ask(plans.departments), department.id)
    acting = next((each for each in line if each in desk.actor.departments), department.id)
    try:
        check_allowed(desk.actor, "draft", department=acting)
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
    given = [each for each in found if each.unit == unit.id]
    if department is None:
        return tuple(given)
    own = set(forerunners(desk.ask(plans.departments), department.id))
    return tuple(each for each in given if own & set(each.departments))


def _series(
    unit: Node, department: Department | None, past: tuple[tuple[Cycle, dict[str, UnitView]], ...]
) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {each.id: [] for each in unit.indicators}
    for cycle, views in past:
        answer = answer_of(views.get(unit.id), department)
        for reading in answer.indicators if answer else ():
            if reading.value is not None and reading.id in found:
                found[reading.id].append((cycle_short(cycle), reading.value))
    return {identity: tuple(values) for identity, values in found.items()}
