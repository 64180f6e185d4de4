"""What papers show beyond the board: the occasion, past cycles, 宿題, answers by department, what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dxdesk.domain.board import Board, Card, Item
from dxdesk.domain.calendar import fiscal_year_short, fiscal_year_words
from dxdesk.domain.cycles import Cycle, stand_ins
from dxdesk.domain.meetings import EarlierDecision, MeetingRecord, Result
from dxdesk.domain.merge import UnitView
from dxdesk.domain.paper import USUAL, Paper
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plan_texts import GoalPair, YearText, plan_lines
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import NO_OUTLOOK, Outlook
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import Status, as_status


@dataclass(frozen=True)
class Occasion:
    """What the head and the foot of a cycle's papers say.

    ``ordinal`` says which meeting it is where that is not the name of the cycle (令和6年度第3回), ``paper`` how the
    town writes. ``hand_in`` is where papers go back to (政策企画課　内線214), ``due_time`` local
    ``HH:MM``.
    """

    town: str
    plan_title: str
    cycle_name: str
    body_name: str | None = None
    meeting_day: date | None = None
    due: date | None = None
    due_time: str | None = None
    hand_in: str | None = None
    sample: bool = False
    paper: Paper = USUAL
    ordinal: str = ""


def occasion(board: Board, paper: Paper) -> Occasion:
    """The occasion of a board in a town's hand; deadline and place to hand in stay open."""
    return Occasion(
        board.town,
        board.plan_title,
        board.cycle_name,
        board.body_name,
        board.meeting_day,
        sample=board.sample,
        paper=paper,
        ordinal=board.ordinal,
    )


@dataclass(frozen=True)
class Asked:
    """When a cycle's units were asked about: the day of the 照会, its deadline, and by unit the last reminder."""

    inquired: date | None
    due: date | None
    reminded: Mapping[str, date]


@dataclass(frozen=True)
class CycleColumn:
    """One cycle in これまでの経過; without a status it is still to come and ``words`` say when."""

    fiscal_year: int
    name: str
    status: Status | None
    stage: str
    words: str
    this: bool = False


@dataclass(frozen=True)
class ActionRow:
    """A 宿題 as a table shows it; ``due`` None means 次回会議."""

    text: str
    departments: str
    due: date | None
    state: str
    done: bool


@dataclass(frozen=True)
class DepartmentAnswer:
    """The accepted answer of one department, without what never leaves the secretariat; ``miss`` where none counts."""

    department: str
    status: Status | None
    stage: str
    results: str | None
    issues: str | None
    next: str | None
    outlook: Outlook = NO_OUTLOOK


@dataclass(frozen=True)
class Decided:
    """What the meeting decided about a unit, in the words of the room, with the 宿題 it gave; ``council``: it goes to
    庁議."""

    result: Result
    text: str
    actions: tuple[ActionRow, ...] = ()
    council: bool = False


@dataclass(frozen=True)
class UnitSheet:
    """Everything a 個票 shows of one unit.

    ``main`` is the department the plan itself puts in charge, ``national`` the national item, ``texts`` the plan over
    ``years`` or, in a plan without years, ``lines``; ``actions`` None leaves 前回の宿題 out (first meeting).
    ``corrected``: what counts was changed in the room (席上修正). ``above`` is the body to which the one that decides
    reports, None where it has the last word, ``before`` what an earlier meeting of the cycle decided last, or one
    of an earlier cycle that left it open.
    """

    item: Item
    main: str = ""
    national: str | None = None
    pairs: tuple[GoalPair, ...] = ()
    years: tuple[int, ...] = ()
    texts: tuple[YearText, ...] = ()
    lines: tuple[str, ...] = ()
    history: tuple[CycleColumn, ...] = ()
    actions: tuple[ActionRow, ...] | None = None
    answers: tuple[DepartmentAnswer, ...] = ()
    decided: Decided | None = None
    corrected: bool = False
    above: str | None = None
    before: EarlierDecision | None = None


@dataclass(frozen=True)
class BlankUnit:
    """A unit on the form to fill in by hand: what is known of it, and the id under which the answer is typed in."""

    number: str
    name: str
    row_id: str
    plan_text: str
    previous_text: str | None = None
    previous_name: str | None = None
    previous_status: Status | None = None
    previous_stage: str | None = None


@dataclass(frozen=True)
class BlankForm:
    """The units one department is asked about; ``next_year``: the cycle asks about the next fiscal year."""

    department: str
    units: tuple[BlankUnit, ...]
    next_year: bool = False


def sheet_order(board: Board) -> tuple[str, ...]:
    """The units (ids) as their 個票 are numbered: what is discussed as on the agenda, what is late, all the others."""
    discussed = [card.unit for card in board.discussed()]
    late = [card.unit for card in board.cards if card.status == "late"]
    return tuple(dict.fromkeys([*discussed, *late, *(card.unit for card in board.cards)]))


def cycle_short_name(cycle: Cycle) -> str:
    """第1回 for 令和6年度第1回; the whole name where nothing else is left."""
    return cycle.name.removeprefix(fiscal_year_words(cycle.fiscal_year)).strip(" 　") or cycle.name


def main_name(plan: Plan, unit: Node, departments: Sequence[Department], main: str | None) -> str:
    """The name of the department ``main`` in charge of a unit, empty unless the plan names a department itself.

    Where the plan names only a group (全課) or nobody, somebody has to answer first but nobody was put in charge.
    """
    owned = next((each.owners for each in (unit, *reversed(plan.path(unit))) if each.owners), plan.owners)
    groups = {group.name for group in plan.groups}
    meant = stand_ins(plan, departments, departments)
    named = {meant.get(owner.name) for owner in owned if owner.name not in groups}
    return next((each.name for each in departments if each.id == main and each.id in named), "")


def cycle_column(cycle: Cycle, view: UnitView, settings: Settings, *, this: bool = False) -> CycleColumn:
    """A past cycle, or this one, of a unit: its status, stage and the first sentence of what was reported."""
    answer = view.counted.answer if view.counted else None
    return CycleColumn(
        cycle.fiscal_year,
        cycle_short_name(cycle),
        view.status,
        settings.stage_word(answer.stage) if answer else "",
        (answer.results or "").split("\n")[0].split("。")[0] if answer else "",
        this,
    )


def department_answers(
    view: UnitView, departments: Sequence[Department], settings: Settings
) -> tuple[DepartmentAnswer, ...]:
    """The answers of a unit by department in 建制順, where several were asked or something else counts.

    A department without an accepted answer is there as 未回答; where nobody has one there is nothing to list. Those
    whose answers are not held here are left out.
    """
    if not view.accepted:
        return ()
    if view.here is None and view.assigned < 2 and (view.counted is None or view.counted in view.answers.values()):
        return ()
    found = []
    for department in sorted(departments, key=lambda each: (each.order, each.id)):
        if department.id not in view.answers or not view.holds(department.id):
            continue
        revision = view.answers[department.id]
        if revision is None or revision.answer is None:
            found.append(DepartmentAnswer(department.name, "miss", "", None, None, None))
            continue
        answer = revision.answer.public_part()
        found.append(
            DepartmentAnswer(
                department.name,
                as_status(answer.status) if answer.status else None,
                settings.stage_word(answer.stage),
                answer.results,
                answer.issues,
                answer.next,
                answer.outlook,
            )
        )
    return tuple(found)


def decided(record: MeetingRecord, unit: str, names: Mapping[str, str], states: Mapping[str, str]) -> Decided | None:
    """What a meeting decided about a unit, None for nothing; ``names`` of departments, ``states`` words by state."""
    decisions = [each for each in record.decisions if each.unit == unit]
    if not decisions:
        return None
    rows = tuple(
        ActionRow(
            each.text,
            "・".join(names.get(department, department) for department in each.departments),
            each.due,
            states.get(each.state, each.state),
            each.state == "done",
        )
        for each in record.actions
        if each.unit == unit
    )
    words = "\n".join(each.words for each in decisions)
    return Decided(decisions[-1].result, words, rows, any(each.council for each in decisions))


def department_marks(departments: Sequence[Department]) -> dict[str, str]:
    """By department the shortest beginning of its name, two characters or more, that no other begins with."""
    names = {each.id: each.short or each.name for each in departments}
    marks = {}
    for identity, name in names.items():
        others = [other for each, other in names.items() if each != identity]
        lengths = range(2, len(name) + 1)
        marks[identity] = next(
            (name[:length] for length in lengths if not any(other.startswith(name[:length]) for other in others)), name
        )
    return marks


def row_id(fiscal_year: int, cycle_number: int, mark: str, card: Card) -> str:
    """R6-2 町民 003: cycle, department and unit of a handwritten answer, as typed to open it."""
    code = card.code.zfill(3) if card.code.isascii() and card.code.isdigit() else card.code
    return f"{fiscal_year_short(fiscal_year)}-{cycle_number} {mark} {code}"


def blank_form(
    plan: Plan, board: Board, items: Sequence[Item], department: Department, mark: str, year_and_number: tuple[int, int]
) -> BlankForm:
    """The units of a cycle that a department is asked about; ``mark`` is its mark, the cycle its year and number."""
    units = []
    for item in items:
        card = item.card
        if department.name not in card.departments:
            continue
        units.append(
            BlankUnit(
                card.number,
                card.name,
                row_id(*year_and_number, mark, card),
                "・".join(plan_lines(plan, plan.by_id[card.unit])),
                item.previous.get("results"),
                board.previous_name,
                card.previous_status,
                card.previous_stage,
            )
        )
    return BlankForm(department.name, tuple(units))
