"""One item's form with everything that stands beside it, asked of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.deliveries import put_right
from dxdesk.domain.departments import forerunners, heirs
from dxdesk.domain.errors import Problem
from dxdesk.domain.last_time import LastTime, last_time
from dxdesk.domain.meetings import ActionItem
from dxdesk.domain.merge import UnitView
from dxdesk.domain.permissions import check_allowed
from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer, Review
from dxdesk.domain.schedules import Question, question
from dxdesk.domain.settings import Settings
from dxdesk.operations.replies import Place, last_answer
from dxdesk.store.queries import board, cycles, department_slots, plans, replies, unit_record
from dxdesk.store.queries.department_slots import DepartmentSlot
from dxdesk.ui.entry.news import News, read_news
from dxdesk.ui.entry.reading import Entry, EntryList, EntryState, answer_of, cycle_short, today
from dxdesk.ui.entry.whole_news import WholeNews, read_whole_news
from dxdesk.wording.liaison import NEWS_SAID
from dxdesk.wording.screen import SUBMITTED

PAST_CYCLES: Final = 5
"""So many earlier cycles are shown of an indicator."""

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
    written (empty: it can). ``previous`` is what was said in the cycle before, with the status that counted, and
    ``own_last`` the status that the department had given where it was another; ``series`` per indicator id what was
    reported in earlier cycles, oldest first, as (cycle, value). ``may_follow_up``: the 宿題 can be ticked;
    ``terms``: the 用語集 of the plan; ``submitted_draft``: it is handed in and nobody else has it yet;
    ``news``: what the secretariat put right since; ``whole``: what a meeting corrected in the 取りまとめ.
    """

    unit: Node
    number: str
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
    own_last: str | None
    previous_name: str
    returned: Review | None
    said: tuple[Said, ...]
    actions: tuple[ActionItem, ...]
    series: Mapping[str, tuple[tuple[str, str], ...]]
    question: Question = "usual"
    may_follow_up: bool = False
    terms: tuple[GlossaryTerm, ...] = ()
    submitted_draft: bool = False
    news: News | None = None
    whole: WholeNews | None = None

    @property
    def words(self) -> tuple[object, ...]:
        """What the fields of the form show: another form with the same words need not be loaded."""
        return (
            self.unit.id,
            self.answer,
            self.closed,
            self.returned,
            self.previous,
            self.settings,
            self.news,
            self.whole,
        )

    @property
    def place(self) -> Place:
        """The slot that is written to; only where there is a department."""
        assert self.department is not None
        return Place(self.cycle, self.unit, self.department)


def read_form(desk: Desk, entries: EntryList, unit: Node) -> Form:
    """The form of one item, or what can be seen of an item of other departments."""
    plan, cycle, department = entries.plan, entries.cycle, entries.department
    entry = entries.entry(unit.id)
    past = _past(desk, cycle, unit, entry)
    before, before_name = _last_time(desk, cycle, past, department, entry)
    slot: DepartmentSlot | None = None
    if entry is not None and department is not None:
        slot = desk.ask(department_slots.department_slots, cycle, department.id, unit.id)[unit.id]
        base, answer = _start(slot, before.answer if before else None)
    else:
        base, answer = None, _counted(desk, cycle, unit) or Answer()
    axis = plan.axis(unit)
    return Form(
        unit=unit,
        number=plan.numbers[unit.id],
        question=question(unit.schedule, study=plan.marked(unit, "study")),
        department=department,
        cycle=cycle,
        settings=entries.settings,
        today=today(desk),
        state=entry.state if entry else "blank",
        closed=_closed(desk, entries, entry),
        base=base,
        answer=answer,
        axis_name=axis.name if axis else plan.title,
        owners="・".join(each.name for each in unit.owners),
        others=entry.others if entry else (),
        previous=before.answer if before else None,
        own_last=before.own if before else None,
        previous_name=before_name,
        returned=slot.view.returned if slot and not (slot.draft and slot.draft.submitted) else None,
        submitted_draft=slot is not None and slot.draft is not None and slot.draft.submitted,
        news=read_news(desk, slot) if slot else None,
        whole=read_whole_news(desk, cycle, unit, entries.settings) if slot else None,
        said=_said(desk, cycle, department, slot) if department and slot else (),
        actions=_actions(desk, cycle, unit, department),
        series=_series(unit, department, past),
        terms=plan.terms,
        may_follow_up=_may_follow_up(desk, cycle, department),
    )


def _past(desk: Desk, cycle: Cycle, unit: Node, entry: Entry | None) -> tuple[tuple[Cycle, UnitView], ...]:
    """The cycles before, oldest first, as far as something of them is shown: of an own item its list has the last."""
    steps = PAST_CYCLES if unit.indicators else 0 if entry is not None else 1
    return desk.ask(unit_record.past_of, cycle, unit.id, steps) if steps else ()


def _last_time(
    desk: Desk,
    cycle: Cycle,
    past: tuple[tuple[Cycle, UnitView], ...],
    department: Department | None,
    entry: Entry | None,
) -> tuple[LastTime | None, str]:
    """What was said in the cycle before, and its name; ``past`` is oldest first."""
    if cycle.previous is None:
        return None, ""
    name = desk.ask(cycles.cycle, cycle.previous).name
    if entry is not None:
        return entry.last, name
    view = next((each for known, each in past if known.id == cycle.previous), None)
    return last_time(view, (department.id,) if department else ()), name


def _start(slot: DepartmentSlot, before: Answer | None) -> tuple[str | None, Answer]:
    """The draft, else the last words of this cycle, else only the stage of the cycle before."""
    if slot.draft is not None:
        return slot.draft.base, slot.draft.answer
    base, answer = last_answer(slot.revisions, slot.view)
    return base, answer or Answer(stage=before.stage if before else None)


def _counted(desk: Desk, cycle: Cycle, unit: Node) -> Answer | None:
    view = desk.ask(replies.views, cycle, unit.id).get(unit.id)
    return view.counted.answer if view and view.counted else None


def _closed(desk: Desk, entries: EntryList, entry: Entry | None) -> Closed:
    department = entries.department
    if entry is None or department is None:
        return "department"
    if desk.database.read_only:
        return "held"
    if not entries.writable:
        return "cycle"
    try:
        check_allowed(desk.actor, "draft", department=_acting(desk, department))
    except Problem as problem:
        return "department" if problem.code == "permission.department" else "role"
    return "conflict" if entry.state == "conflict" else ""


def _acting(desk: Desk, department: Department) -> str:
    """The actor's own department in the line of those that took over from this one, else this one."""
    line = heirs(desk.ask(plans.departments), department.id)
    return next((each for each in line if each in desk.actor.departments), department.id)


def _said(desk: Desk, cycle: Cycle, department: Department, slot: DepartmentSlot) -> tuple[Said, ...]:
    """Hand-ins, withdrawals, returns and what the secretariat put right in a slot, newest first; empty while all of it
    is the department's own."""
    reviews = desk.ask(replies.slot_reviews, cycle.id, slot.unit, department.id)
    theirs = [Said(each.moment, "事務局", each.question or "") for each in reviews if each.kind == "return"]
    right = put_right(slot.revisions)
    theirs += [Said(each.moment, "事務局", NEWS_SAID[each.kind]) for each in right]
    if not theirs:
        return ()
    words = {"answer": SUBMITTED, "withdraw": "取り下げました。"}
    own = [each for each in slot.revisions if each.kind in words and each not in right]
    handed = [Said(each.moment, department.name, words[each.kind]) for each in own]
    return tuple(sorted((*theirs, *handed), key=lambda each: each.moment, reverse=True))


def _actions(desk: Desk, cycle: Cycle, unit: Node, department: Department | None) -> tuple[ActionItem, ...]:
    if cycle.previous is None:
        return ()
    found = desk.ask(board.actions, cycle, cycle.previous)
    given = [each for each in found if each.unit == unit.id]
    if department is None:
        return tuple(given)
    own = set(forerunners(desk.ask(plans.departments), department.id))
    return tuple(each for each in given if own & set(each.departments))


def _may_follow_up(desk: Desk, cycle: Cycle, department: Department | None) -> bool:
    """Whether the actor may say what was done about the 宿題 of a department; those of a closed cycle are as they were
    then."""
    if department is None or desk.database.read_only or not cycle.open:
        return False
    try:
        check_allowed(desk.actor, "follow_up", department=_acting(desk, department))
    except Problem:
        return False
    return True


def _series(
    unit: Node, department: Department | None, past: tuple[tuple[Cycle, UnitView], ...]
) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {each.id: [] for each in unit.indicators}
    for cycle, view in past:
        answer = answer_of(view, department)
        for reading in answer.indicators if answer else ():
            if reading.value is not None and reading.id in found:
                found[reading.id].append((cycle_short(cycle), reading.value))
    return {identity: tuple(values) for identity, values in found.items()}
