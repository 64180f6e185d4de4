"""What tests of rules and verbs are built from: a made-up plan, the five real ones, and a desk at a fixed moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.merge import SlotView, UnitView
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.domain.plan_parts import Body, Department, DepartmentGroup, Indicator, Level, LevelRole, Owner, Part, Period
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Answer, Author, Revision, RevisionKind
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.operations import cycles, replies, reviews
from dxdesk.operations.change import Change
from dxdesk.operations.plans import create_town
from dxdesk.operations.slots import add_revision
from dxdesk.store import tables
from dxdesk.store.database import Database
from dxdesk.store.queries import finding, plans
from dxdesk.store.queries import replies as replies_on_file
from tests.plan_samples import TOWNS, shipped

MOMENT = "2025-02-13T10:15:00+09:00"
AS_OF, DUE = date(2025, 1, 31), date(2025, 2, 5)
COMMITTEE, HEADQUARTERS = "推進委員会", "推進本部"
SOUMU, ZEIMU, FUKUSHI, KENSETSU = "総務課", "税務課", "福祉課", "建設課"
SECRETARIAT = Actor("secretariat", (), "佐藤")


def uid(name: str) -> str:
    """The id that the made-up plan gives to what it calls by a name."""
    return str(uuid5(NAMESPACE_URL, f"見本町 {name}"))


def owners(*names: str, part: Part = "main") -> tuple[Owner, ...]:
    return tuple(Owner(name, part) for name in names)


def node(role: LevelRole, code: str | None, name: str, parent: str | None = None, **more: Any) -> Node:
    """A node whose id comes from its name; ``parent`` is the name of the one above."""
    above = uid(parent) if parent else None
    return Node(uid(name), above, role, code, code, name, None, **more)


RATE = Indicator(uid("利用率"), "利用率", "%", "rate", "up", None, (), None)
NOTE = Indicator(uid("所感"), "所感", None, "text", None, None, (), None)

NODES = (
    node("group", "A", "住民のために"),
    node("axis", "住民", "窓口", "住民のために", owners=owners(FUKUSHI)),
    node("initiative", "重点-1", "書かない窓口", "窓口", owners=owners(ZEIMU), indicators=(RATE, NOTE)),
    node(
        "initiative", "重点-2", "オンライン申請", "窓口", owners=(*owners(ZEIMU), *owners("窓口の課", part="related"))
    ),
    node("initiative", "重点-3", "手続の案内", "窓口"),
    node("activity", None, "案内板を置く", "手続の案内"),
    node("group", "B", "庁内のために"),
    node("axis", "庁内", "事務", "庁内のために"),
    node("initiative", "検討-1", "文書の電子化", "事務", owners=owners("関係課", part="related")),
    node("initiative", "検討-4", "研修", "事務", owners=owners("全課", part="related")),
    node("initiative", "検討-5", "会議の見直し", "事務"),
    node("activity", None, "推進体制"),
)

LEVELS: tuple[LevelRole, ...] = ("group", "axis", "initiative", "field", "activity")

PLAN = Plan(
    format=1,
    id="mihon",
    uuid=uid("計画"),
    town="見本町",
    title="見本町DX計画",
    edition=None,
    issued=None,
    period=Period(2023, 2025, None),
    owners=owners(SOUMU),
    levels=tuple(Level(role, role, role, None, None) for role in LEVELS),
    nodes=NODES,
    departments=tuple(
        Department(uid(name), name, order=order, order_confirmed=True)
        for order, name in enumerate((SOUMU, ZEIMU, FUKUSHI, KENSETSU), start=1)
    ),
    groups=(
        DepartmentGroup(uid("全課"), "全課", "all"),
        DepartmentGroup(uid("関係課"), "関係課", None),
        DepartmentGroup(uid("窓口の課"), "窓口の課", (uid(FUKUSHI), uid(ZEIMU))),
    ),
    bodies=(
        Body(uid(COMMITTEE), COMMITTEE, uid(HEADQUARTERS), SOUMU, ("前回の宿題", "その他の報告"), (), None),
        Body(uid(HEADQUARTERS), HEADQUARTERS, None, None, (), (), None),
    ),
)


def real_plan(town: str) -> Plan:
    """One of the five plans that ship."""
    return read_pack(shipped(town), f"{town}.json")


REAL_TOWNS = TOWNS


def open_desk(database: Database, plan: Plan = PLAN, actor: Actor = SECRETARIAT) -> Desk:
    """A desk on a new database that holds a plan; every moment is the same."""
    desk = Desk(database, SECRETARIAT, lambda: MOMENT)
    desk.do(create_town, plan)
    desk.actor = actor
    return desk


def acting(role: ActorRole, *departments: str, name: str = "鈴木") -> Actor:
    """Somebody of departments of the made-up plan, by their names."""
    return Actor(role, tuple(uid(each) for each in departments), name)


def start_cycle(desk: Desk, name: str = "第1回", **more: Any) -> Cycle:
    """A new open cycle."""
    opened = desk.do(cycles.open_cycle, name, **{"as_of": AS_OF, "due": DUE, **more})
    return desk.ask(finding.cycle, opened.outcome.id)


def at(
    change: Change, cycle: Cycle, code: str, department: str | None, verb: Callable[..., Any], *rest: Any, **named: Any
) -> Any:
    """Does a verb of a slot that is found first."""
    return verb(change, replies.find_place(change, cycle, code, department), *rest, **named)


def write(desk: Desk, cycle: Cycle, code: str, department: str | None = None, **fields: object) -> None:
    """A draft with these fields; without any, one that can be submitted."""
    desk.do(at, cycle, code, department, replies.record_draft, fields or {"status": "ok", "results": "進めた。"})


def answer(desk: Desk, cycle: Cycle, code: str, department: str | None = None, **fields: object) -> str:
    """The id of a submitted answer: 順調, 進めた。 unless said otherwise."""
    write(desk, cycle, code, department, **{"status": "ok", "results": "進めた。", **fields})
    found: str = desk.do(at, cycle, code, department, replies.submit).id
    return found


def accepted(desk: Desk, cycle: Cycle, code: str, department: str | None = None, **fields: object) -> str:
    """The id of an answer that counts."""
    found = answer(desk, cycle, code, department, **fields)
    desk.do(at, cycle, code, department, reviews.accept_reply)
    return found


def arrive(
    desk: Desk,
    cycle: Cycle,
    code: str,
    department: str | None,
    kind: RevisionKind = "answer",
    parents: Sequence[str] = (),
    **fields: Any,
) -> Revision:
    """A version that was written elsewhere, in a slot or (no department) in the 取りまとめ of a unit."""
    unit = desk.ask(plans.plan, cycle.plan_revision).unit(code).id
    said = None if kind == "withdraw" else Answer(**{"status": "ok", "results": "別の机で書いた。", **fields})
    own = uid(department) if department else None
    author = Author("liaison", own, "三浦")
    revision = Revision(kind, cycle.id, unit, own, tuple(parents), said, author, MOMENT)
    desk.do(add_revision, revision, "take in", code)
    return revision


def slot_of(desk: Desk, cycle: Cycle, code: str, department: str | None) -> SlotView:
    """What a slot says; no department: the unit's 取りまとめ."""
    unit = desk.ask(plans.plan, cycle.plan_revision).unit(code).id
    found = desk.ask(finding.department, department).id if department else None
    return desk.ask(replies_on_file.slot, cycle.id, unit, found)


def unit_of(desk: Desk, cycle: Cycle, code: str) -> UnitView:
    """What a unit says in a cycle, open or closed."""
    cycle = desk.ask(finding.cycle, cycle.id)
    return desk.ask(replies_on_file.views, cycle)[desk.ask(plans.plan, cycle.plan_revision).unit(code).id]


def dump(desk: Desk) -> Mapping[str, Sequence[tuple[object, ...]]]:
    """Everything in the database, table by table."""
    with desk.database.read() as connection:
        driver = connection.connection.driver_connection  # asked often, and the driver alone is ten times as fast
        assert driver is not None
        return {
            table.name: sorted(driver.execute(f"SELECT * FROM {table.name}").fetchall(), key=repr)
            for table in tables.metadata.sorted_tables
        }


def refused(desk: Desk, code: str, operation: Callable[..., Any], /, *rest: Any, **named: Any) -> Problem:
    """The problem with which an operation is refused; nothing may have changed and nobody was told."""
    told: list[object] = []
    stop = desk.subscribe(told.append)
    before, changed = dump(desk), desk.changed
    with pytest.raises(Problem) as caught:
        desk.do(operation, *rest, **named)
    stop()
    assert caught.value.code == code, caught.value
    assert dump(desk) == before
    assert (told, desk.changed) == ([], changed)
    return caught.value


def problem(call: Callable[..., Any], *rest: Any, **named: Any) -> Problem:
    """The problem that a rule raises."""
    with pytest.raises(Problem) as caught:
        call(*rest, **named)
    return caught.value


def attempt(call: Callable[..., Any], *rest: Any, **named: Any) -> Any:
    """What a rule gives, or the problem it raises."""
    try:
        return call(*rest, **named)
    except Problem as found:
        return found
