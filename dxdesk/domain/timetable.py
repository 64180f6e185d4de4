"""工程表: every line of the plan over its years, with what was reported up to the 基準日."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dxdesk.domain.board import Board, Card
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import UnitView
from dxdesk.domain.paper import Paper
from dxdesk.domain.plan_parts import Schedule
from dxdesk.domain.plan_texts import years_around
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.roadmap import spans, unconfirmed
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import Status

LaneKind = Literal["bar", "marks", "dots", "none"]
YearState = Literal["done", "ahead", "rest"]

WHOLE_PLAN: Final = "計画全体"
"""What lines are called that belong to no unit."""

BEGUN: Final[tuple[Status, ...]] = ("ok", "warn", "late", "done", "stop")
"""Statuses that tell that something was done."""


@dataclass(frozen=True)
class Lane:
    """A line of the plan with its own words for when, and how it is drawn over the fiscal years; not at all where the
    plan does not say when.

    A ``bar`` reaches from ``first`` to ``last``, dashed where that is ``unconfirmed``, with ▼ at its end where it is a
    ``due``; ``done`` is the part of it that was reported on, ``waiting`` that it was reported not to have begun.
    ``marks`` are years of 毎年 and 隔年 with what is known of them, ``reports`` the days at which 随時 was reported on.
    """

    text: str
    when: str
    kind: LaneKind = "none"
    first: int = 0
    last: int = 0
    unconfirmed: bool = False
    due: bool = False
    done: tuple[date, date] | None = None
    waiting: bool = False
    marks: tuple[tuple[int, YearState], ...] = ()
    reports: tuple[date, ...] = ()


@dataclass(frozen=True)
class TimetableRow:
    """A unit with its lines; without a card they are lines of the plan that belong to no unit."""

    number: str
    name: str
    card: Card | None
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class Timetable:
    """Everything 工程表 shows; ``years`` are empty where the plan places nothing in a year."""

    board: Board
    plan: Plan
    settings: Settings
    years: tuple[int, ...]
    rows: tuple[TimetableRow, ...]

    @property
    def dated(self) -> bool:
        """Whether the plan says when of any line."""
        return any(lane.when for row in self.rows for lane in row.lanes)

    @property
    def lines(self) -> int:
        """How many lines the plan has."""
        return sum(bool(lane.text or lane.when) for row in self.rows for lane in row.lanes)


@dataclass(frozen=True)
class _Told:
    """What a cycle knows of a unit."""

    cycle: Cycle
    status: Status
    done_lines: tuple[str, ...]

    @property
    def begun(self) -> bool:
        return self.status in BEGUN


def compose_timetable(
    plan: Plan,
    board: Board,
    settings: Settings,
    cycle: Cycle,
    told: Sequence[tuple[Cycle, Mapping[str, UnitView]]],
) -> Timetable:
    """The timetable of a board; ``told`` are the cycles up to this one, oldest first, with what they say of units."""
    years = years_around(plan, cycle.fiscal_year) if any(node.schedule for node in plan.nodes) else ()
    rows = []
    loose = tuple(node for node in plan.walk() if plan.role(node) == "activity" and _unit_of(plan, node) is None)
    if loose:
        lanes = tuple(_lane(node.name, node, years, cycle, (), settings.paper) for node in loose)
        rows.append(TimetableRow("", WHOLE_PLAN, None, lanes))
    for card in board.cards:
        unit = plan.by_id[card.unit]
        known = [_of_unit(each, views[unit.id]) for each, views in told if unit.id in views]
        below = plan.activities(unit)
        own = unit.schedule is not None or not below
        text = "全体" if below else ""
        lanes = tuple(
            _lane(name, node, years, cycle, known, settings.paper)
            for name, node in (*([(text, unit)] if own else []), *((node.name, node) for node in below))
        )
        rows.append(TimetableRow(card.number, card.name, card, lanes))
    return Timetable(board, plan, settings, years, tuple(rows))


def _unit_of(plan: Plan, node: Node) -> Node | None:
    return next((each for each in plan.path(node) if plan.role(each) == "initiative"), None)


def _of_unit(cycle: Cycle, view: UnitView) -> _Told:
    answer = view.counted.answer if view.counted else None
    return _Told(cycle, view.status, answer.done_lines if answer else ())


def _lane(text: str, node: Node, years: Sequence[int], cycle: Cycle, known: Sequence[_Told], paper: Paper) -> Lane:
    schedule = node.schedule
    when = _when(schedule, paper)
    found = spans(schedule, years[0], years[-1]) if years and schedule else []
    if not found:
        return Lane(text, when)
    first, last = found[0][0], found[-1][1]
    kind = schedule.kind if schedule else None
    if kind == "anytime":
        days = tuple(each.cycle.as_of for each in known if each.begun and each.cycle.as_of <= cycle.as_of)
        return Lane(text, when, "dots", first, last, reports=days)
    if kind in ("yearly", "alternate"):
        return Lane(
            text, when, "marks", first, last, marks=_marks(schedule, [each for each, _ in found], years, cycle, known)
        )
    done = _done(node, first, last, cycle, known)
    latest = next((each for each in reversed(known) if each.status not in ("miss", "na", "elsewhere")), None)
    return Lane(
        text,
        when,
        "bar",
        first,
        last,
        unconfirmed=unconfirmed(schedule),
        due=kind in ("deadline", "conditional"),
        done=done,
        waiting=done is None and latest is not None and latest.status == "none" and begins(first) <= cycle.as_of,
    )


def _when(schedule: Schedule | None, paper: Paper) -> str:
    """The plan's own words for when, else the years it places a line in."""
    if schedule is None or schedule.wording:
        return (schedule.wording or "") if schedule else ""
    first = paper.fiscal_year(schedule.from_) if schedule.from_ else ""
    last = paper.fiscal_year(schedule.to) if schedule.to else ""
    return first if first == last or schedule.kind == "year" else f"{first}～{last}"


def begins(year: int) -> date:
    """The first day of a fiscal year."""
    return date(year, 4, 1)


def _marks(
    schedule: Schedule | None, own: Sequence[int], years: Sequence[int], cycle: Cycle, known: Sequence[_Told]
) -> tuple[tuple[int, YearState], ...]:
    """The years of 毎年 and 隔年. Of a past year that nobody reported on nothing is known, so it has no mark."""
    reported = {each.cycle.fiscal_year for each in known if each.begun}
    placed = list(years) if schedule and schedule.kind == "yearly" else list(own)
    if schedule and schedule.from_ is None and schedule.kind == "alternate":
        placed = []  # which years are meant is not said
    found: list[tuple[int, YearState]] = []
    for year in years:
        if year in reported and (year in placed or not placed):
            found.append((year, "done"))
        elif year in placed and year >= cycle.fiscal_year:
            found.append((year, "ahead"))
        elif placed and year not in placed and placed[0] <= year <= placed[-1] + 1:
            found.append((year, "rest"))
    return tuple(found)


def _done(node: Node, first: int, last: int, cycle: Cycle, known: Sequence[_Told]) -> tuple[date, date] | None:
    """From the beginning of the line, or the last report that it had not begun, to the last report that it had; a line
    that was ticked as done, or a unit that was, ends there."""
    begun = [each for each in known if each.begun and each.cycle.as_of <= cycle.as_of]
    if not begun:
        return None
    before = [each.cycle.as_of for each in known if each.status == "none" and each.cycle.as_of < begun[0].cycle.as_of]
    start = max([begins(first), *before])
    finished = [each.cycle.as_of for each in begun if each.status == "done" or node.id in each.done_lines]
    end = min(finished[0] if finished else begun[-1].cycle.as_of, begins(last + 1))
    return (start, end) if start < end else None
