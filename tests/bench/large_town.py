"""A made-up town of any size, filled through the program's own rules, for measuring.

Every tenth initiative is asked of two departments, so that there is something to draw together. The last cycle is open
and half answered, with the agenda of a meeting; the one before it has had its meeting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plan_parts import Department, Indicator, Owner
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Answer, Author, Reading, Review, Revision
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.operations.agenda import adopt_proposal
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle, open_cycle
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.operations.plans import create_town
from dxdesk.operations.slots import add_review, add_revision
from dxdesk.paths import data_root
from dxdesk.store.database import create_database
from dxdesk.store.queries import cycles, finding, meetings, plans

STATUSES = ("ok", "ok", "ok", "warn", "ok", "late", "done", "none")
STAGES = ("research", "study", "trial", "introduce", "operate")
DEPARTMENTS = 20
NOT_ANSWERED = 3
"""Of four initiatives this one has no answer in the last cycle, and none of the department of that place has."""
UNITS_PER_AXIS = 20
FIRST_DAY = date(2015, 4, 1)
TEXT = "窓口の手続を見直し、申請の様式をそろえた。職員の研修を{n}回行い、延べ{m}人が受けた。"


def _id(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"計測 {name}"))


def _owners(departments: tuple[Department, ...], number: int) -> tuple[Owner, ...]:
    main = Owner(departments[number % DEPARTMENTS].name, "main")
    beside = Owner(departments[(number + 1) % DEPARTMENTS].name, "related")
    return (main, beside) if number % 10 == 0 else (main,)


def large_plan(units: int) -> Plan:
    """A plan with so many initiatives, 20 to an axis, each owned by one of 20 departments."""
    base = read_pack((data_root() / "database/plans/ogawara.json").read_bytes(), "ogawara")
    departments = tuple(
        Department(_id(f"課{number}"), f"第{number + 1}課", None, order=number, order_confirmed=True)
        for number in range(DEPARTMENTS)
    )
    axis = next(each for each in base.nodes if base.role(each) == "axis")
    unit = base.units[0]
    nodes: list[Node] = []
    for number in range(units):
        at, place = divmod(number, UNITS_PER_AXIS)
        if place == 0:
            nodes.append(replace(axis, id=_id(f"軸{at}"), code=f"A{at + 1}", label=None, name=f"{at + 1}番目の軸"))
        rate = Indicator(_id(f"指標{number}"), "利用率", "%", "rate", "up", None, (), None)
        nodes.append(
            replace(
                unit,
                id=_id(f"取組{number}"),
                parent=_id(f"軸{at}"),
                code=f"{number + 1}",
                label=f"{number + 1}",
                name=f"{number + 1}番の手続をオンラインで済ませられるようにする",
                short_name=f"手続{number + 1}",
                owners=_owners(departments, number),
                indicators=(rate,) if number % 5 == 0 else (),
            )
        )
    return replace(
        base, id="large", uuid=_id("計画"), town="計測町", nodes=tuple(nodes), departments=departments, groups=(),
        philosophies=(), history=(), issues=(), figures=(), crosswalk=(), lineage=(), open=(),
    )  # fmt: skip


def _answer(number: int, cycle: int, unit: Node) -> Answer:
    readings = tuple(
        Reading(each.id, str(number % 90 + cycle), str(number % 90 + cycle), None, None, None, None)
        for each in unit.indicators
    )
    return Answer(
        status=STATUSES[(number + cycle) % len(STATUSES)],
        stage=STAGES[min(len(STAGES) - 1, (number + cycle) // 8 % len(STAGES))],
        results=TEXT.format(n=cycle + 1, m=number + 10),
        issues="待ち時間が長い日がある。" if number % 3 == 0 else None,
        next="次の回までに様式を改める。",
        indicators=readings,
    )


def _fill_cycle(change: Change, number: int, *, last: bool) -> None:
    day = FIRST_DAY + timedelta(days=183 * number)
    name = f"{day.year}年度 第{number + 1}回"
    open_cycle(change, name, as_of=day, due=day + timedelta(days=30), meeting=day + timedelta(days=60))
    cycle = finding.cycle(change.connection, name)
    plan = plans.plan(change.connection, cycle.plan_revision)
    asked = cycles.asked(change.connection, cycle.id)
    for place, unit in enumerate(plan.units):
        for department in asked[unit.id]:
            _say(change, cycle, number, place, unit, department, last=last)
    if last or number % 6 == 0:
        _meet(change, cycle, day + timedelta(days=60), over=not last)
    if not last:
        close_cycle(change, cycle, "計測のため")


def _say(change: Change, cycle: Cycle, number: int, place: int, unit: Node, department: str, *, last: bool) -> None:
    """What one department says: accepted but in the last cycle, where some is only handed in and some is missing."""
    if last and place % 4 == NOT_ANSWERED:
        return
    author = Author("secretariat", None, "計測")
    revision = Revision(
        kind="answer", cycle=cycle.id, unit=unit.id, department=department, parents=(),
        answer=_answer(place, number, unit), author=author, moment=change.moment,
    )  # fmt: skip
    add_revision(change, revision, "submit", unit.code or "")
    if last and place % 4 == 2:
        return
    review = Review(
        kind="accept", cycle=cycle.id, unit=unit.id, department=department, target=revision.id, after=(),
        author=author, moment=change.moment,
    )  # fmt: skip
    add_review(change, review, "accept", unit.code or "")


def _meet(change: Change, cycle: Cycle, day: date, *, over: bool) -> None:
    """A meeting of the first committee with the proposed agenda."""
    plan = plans.plan(change.connection, cycle.plan_revision)
    hold_meeting(change, cycle, plan.bodies[0].name, day=day)
    meeting = meetings.meetings(change.connection, cycle.id)[-1]
    adopt_proposal(change, meeting)
    if over:
        close_meeting(change, meeting)


def make_town(path: Path, units: int, count: int, tell: Callable[[str], None]) -> None:
    """Makes the database of a town with so many initiatives and cycles; the last cycle is open and half answered."""
    with create_database(path) as database:
        desk = Desk(database, Actor("secretariat", (), "計測"))
        desk.do(create_town, large_plan(units))
        for number in range(count):
            tell(f"{number + 1}/{count}")
            desk.do(lambda change, number=number: _fill_cycle(change, number, last=number == count - 1))  # type: ignore[misc]
