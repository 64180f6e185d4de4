"""The board: one value for the wall, the window and the paper. It holds no memo, no draft, nothing unaccepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dxdesk.domain.calendar import fiscal_year
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Conclusion, Decision
from dxdesk.domain.merge import EMPTY, UnitView, Waiting
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node, Plan, printed_number
from dxdesk.domain.replies import NO_OUTLOOK, Answer, Discuss, Outlook, Reading
from dxdesk.domain.statuses import STATUSES, Change, Status, change_since


@dataclass(frozen=True)
class Axis:
    """A row or column of the board. ``group`` is the name of the level above, where the plan has one."""

    code: str
    label: str | None
    name: str
    short_name: str | None
    group: str | None


@dataclass(frozen=True)
class Card:
    """One unit on the board.

    ``number`` is how it is numbered where no axis stands beside it, ``axis`` the code of its axis; ``status`` the key,
    ``stage`` a stage key; ``previous_*`` those of the cycle before; ``waiting`` secretariat is 確認中; ``departments``
    names of those asked in 建制順, ``assigned`` and ``accepted`` how many were asked and have an answer that counts,
    ``handed_in`` how many have one in the hands of the secretariat; ``agenda_number`` of 本日の協議; ``since_paper``:
    other answers count than in the papers handed out.
    """

    unit: str
    code: str
    label: str | None
    number: str
    name: str
    short_name: str | None
    axis: str
    status: Status
    stage: str | None
    previous_status: Status | None
    previous_stage: str | None
    change: Change | None
    waiting: Waiting | None
    departments: tuple[str, ...]
    assigned: int
    accepted: int
    discuss: Discuss
    agenda_number: int | None
    handed_in: int = field(default=0, compare=False)
    main: str | None = field(default=None, compare=False)
    since_paper: bool = field(default=False, compare=False)

    @property
    def printed(self) -> str:
        """The number as it stands below the axis; another axis may have it, too."""
        return printed_number(self.label, self.code)

    @property
    def main_first(self) -> tuple[str, ...]:
        """The departments as a list that has no room for all of them names them: 主管, then the others in 建制順."""
        return tuple(sorted(self.departments, key=lambda name: name != self.main))

    @property
    def checking(self) -> bool:
        """Whether nothing counts yet and answers that were handed in are still to be accepted."""
        return self.status == "miss" and self.handed_in > self.accepted


@dataclass(frozen=True)
class Board:
    """The status board of a cycle. ``counts`` has every status key; ``asked`` leaves out units nobody was asked.

    ``due`` is the day by which departments answer, ``ordinal`` which meeting it is for where that is not the name of
    the cycle (令和6年度第3回), ``year`` the fiscal year of the cycle (None: that of 基準日).
    """

    plan_id: str
    town: str
    plan_title: str
    cycle_id: str
    cycle_name: str
    as_of: date
    body_name: str | None
    meeting_day: date | None
    asked: int
    answered: int
    checking: int
    counts: Mapping[Status, int]
    axes: tuple[Axis, ...]
    cards: tuple[Card, ...]
    previous_name: str | None
    sample: bool = False
    due: date | None = None
    ordinal: str = ""
    year: int | None = None

    @property
    def this_year(self) -> int:
        """The fiscal year that is 今年度 on the papers of the cycle."""
        return fiscal_year(self.as_of) if self.year is None else self.year

    @property
    def elsewhere(self) -> int:
        """How many units other departments alone were asked about, so that they are in no count here."""
        return sum(card.status == "elsewhere" for card in self.cards)

    @cached_property
    def previous_counts(self) -> Mapping[Status | None, int]:
        """How many units were in each status in the cycle before; a status without any has 0."""
        return Counter(card.previous_status for card in self.cards)

    @cached_property
    def axes_with_units(self) -> int:
        """How many axes have any unit."""
        used = {card.axis for card in self.cards}
        return sum(axis.code in used for axis in self.axes)

    def on_axis(self, axis: str) -> tuple[Card, ...]:
        """The cards of an axis, in the plan's order."""
        return tuple(card for card in self.cards if card.axis == axis)

    def discussed(self) -> tuple[Card, ...]:
        """The cards with an agenda number, in that order."""
        numbered = [(card.agenda_number, card) for card in self.cards if card.agenda_number is not None]
        return tuple(card for _, card in sorted(numbered, key=lambda pair: pair[0]))


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator with what was reported: (cycle name, value) from the oldest on, the last is this cycle's."""

    name: str
    unit: str | None
    values: tuple[tuple[str, str], ...]
    target: str | None


@dataclass(frozen=True)
class ActionLine:
    """A 宿題 as shown beside a unit: what, the state's word, and whether it is done."""

    text: str
    state: str
    done: bool


@dataclass(frozen=True)
class Reported:
    """That something was reported on a unit between cycles: on which day, and by whom (a department, or 事務局)."""

    day: date
    who: str


@dataclass(frozen=True)
class Item:
    """One unit as the meeting sees it: counted texts only; ``previous`` the texts of the cycle before, ``decided`` what
    the meeting that is shown decided, in order, ``reported`` that something was reported since the one before;
    ``concluded`` is what the body below it concluded before, ``outlook`` what is said about the next year.

    There is no field for a memo, a draft, 事務局への連絡 or the words of a report, so none can be shown.
    """

    card: Card
    axis_name: str
    owners: str
    plan_text: str
    results: str | None
    issues: str | None
    next: str | None
    ask: str | None
    previous: Mapping[str, str | None]
    indicators: tuple[IndicatorLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    decided: tuple[Decision, ...] = ()
    concluded: Conclusion | None = None
    reported: tuple[Reported, ...] = ()
    outlook: Outlook = NO_OUTLOOK
    previous_outlook: Outlook = NO_OUTLOOK


def _answer(view: UnitView | None) -> Answer | None:
    return view.counted.answer if view and view.counted else None


def _axis_of(plan: Plan, unit: Node) -> str:
    axis = plan.axis(unit)
    return axis.code or "" if axis else ""


def _axes(plan: Plan) -> tuple[Axis, ...]:
    found = []
    for node in plan.walk():
        if plan.role(node) == "axis":
            above = plan.path(node)
            group = above[-1].name if above else None
            found.append(Axis(node.code or "", node.label, node.name, node.short_name, group))
    if any(plan.axis(unit) is None for unit in plan.units):
        found.append(Axis("", None, plan.title, None, None))
    return tuple(found)


def compose_card(
    plan: Plan,
    unit: Node,
    view: UnitView,
    previous: UnitView | None,
    departments: Sequence[Department],
    agenda_number: int | None = None,
    *,
    main: str | None = None,
) -> Card:
    """The card of one unit; ``departments`` give names in 建制順, ``main`` is the 主管 (id)."""
    answer, before = _answer(view), _answer(previous)
    told = previous is not None and (previous.assigned > 0 or previous.counted is not None)
    previous_status = previous.status if previous and told else None
    names = tuple(each.name for each in departments if each.id in view.answers)
    return Card(
        unit=unit.id,
        code=unit.code or "",
        label=unit.label,
        number=plan.numbers[unit.id],
        name=unit.name,
        short_name=unit.short_name,
        axis=_axis_of(plan, unit),
        status=view.status,
        stage=answer.stage if answer else None,
        previous_status=previous_status,
        previous_stage=before.stage if before else None,
        change=change_since(previous_status, view.status),
        waiting=view.waiting,
        departments=names,
        assigned=view.assigned,
        accepted=view.accepted,
        discuss=answer.discuss if answer else "none",
        agenda_number=agenda_number,
        handed_in=view.handed_in,
        main=next((each.name for each in departments if each.id == main), None),
    )


def compose_board(
    plan: Plan,
    cycle: Cycle,
    views: Mapping[str, UnitView],
    departments: Sequence[Department],
    *,
    previous: Mapping[str, UnitView] | None = None,
    previous_name: str | None = None,
    mains: Mapping[str, str] | None = None,
    agenda: Mapping[str, int] | None = None,
    body_name: str | None = None,
    meeting_day: date | None = None,
    ordinal: str = "",
    sample: bool = False,
) -> Board:
    """The board of a cycle: every unit of the pinned plan revision has a card, so counts add up to the cards.

    ``views`` and ``previous`` are by unit id (a unit missing from ``views`` was not asked), so are ``mains``, the
    主管 (ids), and ``agenda``, the numbers of 本日の協議.
    """
    departments = sorted(departments, key=lambda each: (each.order, each.id))
    cards = []
    for unit in plan.units:
        view = views.get(unit.id) or UnitView(unit.id, "na", None, None, {}, {}, EMPTY)
        before = previous.get(unit.id) if previous else None
        place, main = (agenda or {}).get(unit.id), (mains or {}).get(unit.id)
        cards.append(compose_card(plan, unit, view, before, departments, place, main=main))
    asked = [card for card in cards if card.assigned]
    return Board(
        plan_id=plan.id,
        town=plan.town,
        plan_title=plan.title,
        cycle_id=cycle.id,
        cycle_name=cycle.name,
        as_of=cycle.as_of,
        body_name=body_name,
        meeting_day=meeting_day or cycle.meeting,
        asked=len(asked),
        answered=sum(card.status != "miss" for card in asked),
        checking=sum(card.waiting == "secretariat" for card in asked),
        counts={status: sum(card.status == status for card in cards) for status in STATUSES},
        axes=_axes(plan),
        cards=tuple(cards),
        previous_name=previous_name,
        sample=sample,
        due=cycle.due,
        ordinal=ordinal,
        year=cycle.fiscal_year,
    )


def _reading_words(reading: Reading) -> str:
    return reading.as_typed or reading.value or "―"


def compose_item(
    plan: Plan,
    card: Card,
    view: UnitView,
    *,
    past: Sequence[tuple[str, UnitView]] = (),
    actions: Sequence[ActionLine] = (),
    this_cycle: str = "",
) -> Item:
    """What the meeting sees of one unit; ``past`` are (cycle name, view) from the oldest to the one before."""
    node = plan.by_id[card.unit]
    axis = plan.axis(node)
    answer = _answer(view)
    before = _answer(past[-1][1]) if past else None
    lines = []
    for indicator in node.indicators:
        reported = [(name, _answer(each)) for name, each in (*past, (this_cycle, view))]
        values = [
            (name, _reading_words(reading))
            for name, each in reported
            if each is not None
            for reading in each.indicators
            if reading.id == indicator.id
        ]
        target = indicator.targets[-1].value if indicator.targets else None
        lines.append(IndicatorLine(indicator.name, indicator.unit, tuple(values), target))
    wording = node.schedule.wording if node.schedule else None
    return Item(
        card=card,
        axis_name=axis.name if axis else plan.title,
        owners="・".join(owner.name for owner in node.owners) or "・".join(card.departments),
        plan_text=wording or "",
        results=answer.results if answer else None,
        issues=answer.issues if answer else None,
        next=answer.next if answer else None,
        ask=answer.ask if answer else None,
        previous={
            "results": before.results if before else None,
            "issues": before.issues if before else None,
            "next": before.next if before else None,
        },
        indicators=tuple(lines),
        actions=tuple(actions),
        outlook=answer.outlook if answer else NO_OUTLOOK,
        previous_outlook=before.outlook if before else NO_OUTLOOK,
    )
