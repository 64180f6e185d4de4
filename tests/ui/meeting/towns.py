"""Desks with a meeting to hold: on the made-up plan and on the five real ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.plans import Plan
from dxdesk.operations.departments import add_member
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store.queries import finding
from tests.builders import COMMITTEE, PLAN, SOUMU, accepted, open_desk, start_cycle
from tests.databases import open_anywhere

DAY = date(2025, 2, 13)
CHAIR, MEMBER, THIRD = "今野　彩", "鈴木　一郎", "髙橋　花"


def people(desk: Desk, body: str) -> None:
    """A chair and two members."""
    desk.do(add_member, body, CHAIR, title="副町長", position="chair")
    desk.do(add_member, body, MEMBER, title="総務課長")
    desk.do(add_member, body, THIRD, title="税務課長")


def town(empty_file: Path, folder: Path, plan: Plan = PLAN) -> tuple[Desk, Cycle]:
    """A desk of a plan with members in its first committee and an open cycle."""
    path = Path(shutil.copyfile(empty_file, folder / "town.db"))
    desk = open_desk(open_anywhere(path), plan)
    for body in plan.bodies[:1]:
        people(desk, body.name)
    asked = {unit.code or "": [SOUMU] for unit in plan.units} if plan is PLAN else None
    return desk, start_cycle(desk, "令和6年度 第2回", meeting=DAY, assigned=asked)


def made_up(empty_file: Path, folder: Path) -> tuple[Desk, Cycle]:
    """重点-1 is late, 検討-5 is to be decided, 検討-4 goes well."""
    desk, cycle = town(empty_file, folder)
    accepted(desk, cycle, "重点-1", status="late", results="遅れている。", issues="人手が足りない。")
    accepted(desk, cycle, "検討-5", status="ok", discuss="decide", ask="やめてよいか")
    accepted(desk, cycle, "検討-4", status="ok")
    return desk, cycle


def hold(desk: Desk, cycle: Cycle, body: str = COMMITTEE, day: date = DAY) -> Meeting:
    """A meeting of ninety minutes."""
    made = desk.do(hold_meeting, cycle, body, day=day, begins="13:30", ends="15:00", place="大会議室")
    return desk.ask(finding.meeting, made.id)


OpenTown = Callable[[], tuple[Desk, Cycle]]
