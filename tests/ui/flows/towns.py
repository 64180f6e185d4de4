"""A year of each of the five towns: one review closed, one just asked, and how far it has come since."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plans import Node, Plan
from dxdesk.operations import agenda, cycles, departments, meeting_records, meetings, plans, reviews
from dxdesk.operations.change import Change
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import finding
from dxdesk.store.queries import plans as plans_on_file
from tests.ui.entry.towns import answer, desk_on, town_plan

PLANS = ("ogawara", "otaki", "kaminokawa", "miharu", "kahoku")
LAST, NOW = "令和6年度 第1回", "令和6年度 第2回"
RESULTS = "前回は先行する町の例を調べました。"
PEOPLE = (("今野　彩", "副町長", "chair"), ("鈴木　一郎", "総務課長", "member"), ("髙橋　花", "税務課長", "member"))


@dataclass(frozen=True)
class Town:
    """A desk on the database of a town; three units are asked of the first department alone, the fourth of two."""

    desk: Desk

    @property
    def cycle(self) -> Cycle:
        """The cycle that was opened last, as it is on file now."""
        return self.desk.ask(on_file.cycles)[-1]

    @property
    def plan(self) -> Plan:
        return self.desk.ask(plans_on_file.plan)

    @property
    def names(self) -> tuple[str, str, str]:
        """The first three departments."""
        first, second, third, *_ = (each.name for each in self.desk.ask(plans_on_file.departments))
        return first, second, third

    @property
    def own(self) -> tuple[Node, ...]:
        """What the first department is asked about."""
        return self.plan.units[:3]

    @property
    def shared(self) -> Node:
        """What two departments are asked about."""
        return self.plan.units[3]


def asked(plan: Plan, names: tuple[str, ...]) -> dict[str, list[str]]:
    """Who is asked about what, by code."""
    first, second, third = names[:3]
    own = {unit.code or "": [first] for unit in plan.units[:3]}
    shared = {plan.units[3].code or "": [second, third]}
    return {unit.code or "": [second] for unit in plan.units} | own | shared


def _open(change: Change, plan: Plan, name: str, days: tuple[date, date, date]) -> Cycle:
    names = tuple(each.name for each in plans_on_file.departments(change.connection))
    as_of, due, meeting = days
    cycles.open_cycle(change, name, as_of=as_of, due=due, meeting=meeting, assigned=asked(plan, names))
    return finding.cycle(change.connection, name)


def _answered(change: Change, plan: Plan, cycle: Cycle, *, accepted: bool, worst: str = "ok") -> None:
    """Every department hands everything in; the first unit is what the meeting has to speak about."""
    names = tuple(each.name for each in plans_on_file.departments(change.connection))
    for place, unit in enumerate(plan.units):
        for department in asked(plan, names)[unit.code or ""]:
            more = {"discuss": "decide", "ask": "予定を延ばしてよいか"} if place == 0 and worst != "ok" else {}
            answer(
                change, cycle, unit.code or "", department, accepted=accepted,
                status=worst if place == 0 else "ok", stage="study", results=RESULTS, **more,
            )  # fmt: skip
    if accepted:
        reviews.consolidate(change, cycle, plan.units[3].code or "", use=names[1])


def _first_year(change: Change, plan: Plan, given: str) -> None:
    plans.create_town(change, plan)
    missing = 3 - len(plans_on_file.departments(change.connection))
    for number in range(missing):
        departments.add_department(change, ("見本第一課", "見本第二課")[number])
    for name, title, position in PEOPLE:
        departments.add_member(change, plan.bodies[0].name, name, title=title, position=position)  # type: ignore[arg-type]
    cycle = _open(change, plan, LAST, (date(2024, 7, 1), date(2024, 7, 19), date(2024, 8, 8)))
    _answered(change, plan, cycle, accepted=True)
    _hold(change, plan, cycle, date(2024, 8, 8))
    held = finding.meeting(change.connection)
    if given:
        first = plans_on_file.departments(change.connection)[0].name
        meeting_records.record_action(change, held, None, [first], date(2025, 1, 31), given)
    meetings.close_meeting(change, held)
    cycles.close_cycle(change, cycle)
    _open(change, plan, NOW, (date(2025, 1, 10), date(2025, 1, 31), date(2025, 2, 13)))


def _hold(change: Change, plan: Plan, cycle: Cycle, day: date) -> None:
    meetings.hold_meeting(change, cycle, plan.bodies[0].name, day=day, begins="13:30", ends="15:00")


def make(empty: Path, path: Path, name: str, *, given: str = "") -> Path:
    """The database of a town whose second review has just been asked for; ``given`` is a 宿題 of its first."""
    desk = desk_on(Path(shutil.copyfile(empty, path)))
    desk.do(_first_year, town_plan(name), given)
    desk.close()
    return path


def handed_in(town: Town, *, accepted: bool = False) -> None:
    """Every answer is there; ``accepted`` also drawn together."""
    plan, cycle = town.plan, town.cycle
    town.desk.do(lambda change: _answered(change, plan, cycle, accepted=accepted, worst="late"))


def meeting_held(town: Town, *, with_agenda: bool = False) -> None:
    """A meeting about accepted answers."""
    handed_in(town, accepted=True)
    plan, cycle = town.plan, town.cycle
    town.desk.do(lambda change: _hold(change, plan, cycle, date(2025, 2, 13)))
    if with_agenda:
        town.desk.do(agenda.adopt_proposal, town.desk.ask(finding.meeting))
