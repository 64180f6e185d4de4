"""A made-up review of a real plan: two cycles, three departments, homework and an indicator."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plan_parts import Indicator, Target
from dxdesk.domain.plans import Plan
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle, open_cycle
from dxdesk.operations.meeting_records import record_action
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.operations.plans import create_town
from dxdesk.operations.replies import find_place, record_draft, submit
from dxdesk.operations.reviews import accept_reply, return_reply
from dxdesk.paths import data_root
from dxdesk.store.queries import cycles, finding
from tests.databases import open_anywhere

RATE = "0b0a7d0e-1111-4c1e-9d55-6f7a3f0c2b01"
SECRETARIAT = Actor("secretariat", (), "佐藤")
MOMENT = "2025-01-22T14:32:00+09:00"
DAYS = (date(2025, 1, 1), date(2025, 1, 31), date(2025, 2, 13))
OWN = "町民生活課"
OTHER = "政策企画課"


def town_plan(name: str = "ogawara") -> Plan:
    """A shipped plan; the first town's fourth unit gets an indicator, which no plan names."""
    plan = read_pack((data_root() / f"database/plans/{name}.json").read_bytes(), name)
    if name != "ogawara":
        return plan
    rate = Indicator(RATE, "交付率", "%", "rate", "up", None, (Target(2025, "80"),), None)
    unit = plan.unit("4")
    nodes = tuple(replace(node, indicators=(rate,)) if node.id == unit.id else node for node in plan.nodes)
    return replace(plan, nodes=nodes)


def answer(
    change: Change,
    cycle: Cycle,
    code: str,
    department: str,
    *,
    rate: str = "",
    accepted: bool = False,
    **fields: object,
) -> None:
    """An answer handed in, and accepted where asked."""
    place = find_place(change, cycle, code, department)
    record_draft(change, place, fields, {RATE: rate} if rate else None)
    submit(change, place)
    if accepted:
        accept_reply(change, place)


def _cycle(change: Change, plan: Plan, name: str, as_of: date, due: date, meeting: date) -> Cycle:
    """Three units for the first department, one of them with another; all others for that one."""
    own = {"2": [OWN], "4": [OWN, OTHER], "8": [OWN]}
    asked = {unit.code: own.get(unit.code, [OTHER]) for unit in plan.units if unit.code}
    open_cycle(change, name, as_of=as_of, due=due, meeting=meeting, assigned=asked)
    return finding.cycle(change.connection, name)


def fill(change: Change, plan: Plan) -> None:
    """Two cycles: the first answered, met about and closed; the second just opened."""
    create_town(change, plan)
    for year, half, rate in ((2023, "第1回", "58"), (2023, "第2回", "65"), (2024, "第1回", "72")):
        month = 9 if half == "第1回" else 1
        calendar = year if month == 9 else year + 1
        name = f"令和{year - 2018}年度 {half}"
        cycle = _cycle(
            change, plan, name, date(calendar, month, 1), date(calendar, month, 20), date(calendar, month, 28)
        )
        answer(
            change, cycle, "4", OWN, rate=rate, accepted=True, status="ok", stage="operate",
            results="休日開庁を4回実施し、延べ158件を交付しました。", issues="平日日中に来庁できない方への対応。",
            next="12月までに企業訪問を始めます。",
        )  # fmt: skip
        answer(
            change,
            cycle,
            "2",
            OWN,
            accepted=True,
            status="ok",
            stage="research",
            results="先行する町の例を調べました。",
        )
        answer(
            change, cycle, "8", OWN, accepted=True, status="ok", stage="study", results="会議の資料を電子で配りました。"
        )
        hold_meeting(change, cycle, plan.bodies[0].name, day=date(calendar, month, 28))
        meeting = finding.meeting(change.connection)
        if (year, half) == (2024, "第1回"):
            _homework(change, cycle)
        close_meeting(change, meeting)
        close_cycle(change, cycle, "見本のため")
    _cycle(change, plan, "令和6年度 第2回", *DAYS)


def _homework(change: Change, cycle: Cycle) -> None:
    from dxdesk.operations.agenda import add_item

    meeting = finding.meeting(change.connection)
    add_item(change, meeting, "discuss", code="4")
    for text in ("休日開庁の実績を件数で報告", "更新時期の来庁予測を示す"):
        record_action(change, meeting, 1, [OWN], date(2025, 1, 31), text)


def desk_on(path: Path, moment: str = MOMENT) -> Desk:
    """The secretariat's desk on a database file, at a fixed moment."""
    return Desk(open_anywhere(path), SECRETARIAT, lambda: moment)


def open_town(
    empty: Path, folder: Path, *, plan: Plan | None = None, actor: Actor = SECRETARIAT,
    write: Callable[[Change, Plan], None] = fill, moment: str = MOMENT,
) -> Desk:  # fmt: skip
    """A desk over a database of its own, filled by ``write``."""
    desk = desk_on(Path(shutil.copyfile(empty, folder / "town.db")), moment)
    desk.do(write, plan or town_plan())
    desk.actor = actor
    return desk


def department(desk: Desk, name: str = OWN) -> str:
    """The id of a department."""
    return desk.ask(finding.department, name).id


def newest(desk: Desk) -> Cycle:
    """The cycle that was opened last."""
    return desk.ask(cycles.cycles)[-1]


def liaison(desk: Desk, name: str = OWN) -> Actor:
    """The liaison of a department."""
    return Actor("liaison", (department(desk, name),), "佐藤")


def returned(change: Change, cycle: Cycle) -> None:
    """The fourth unit of the first department, handed in and returned with a question."""
    answer(
        change, cycle, "4", OWN, rate="76", status="ok", stage="operate",
        results="休日開庁を6回実施し、延べ214件を交付しました（窓口受付簿、1月15日現在）。町内3社で出張申請を行いました。",
        issues="更新手続の来庁が増え、窓口の待ち時間が長くなっています。",
        next="3月末までに予約枠を見直します（町民生活課）。\n4月からコンビニ交付の案内を強化します。",
    )  # fmt: skip
    return_reply(change, find_place(change, cycle, "4", OWN), ["results"], "数字の根拠を書いてください。")
