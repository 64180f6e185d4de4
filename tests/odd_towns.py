"""Towns at the edges: one or forty-four 取組 under one to nine axes, names of forty characters, texts of none or 4,000,
and a meeting on them in which everything is as long as it may be."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.plan_parts import Body, Department
from dxdesk.domain.plans import Plan
from dxdesk.operations import meeting_records
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.departments import add_member
from dxdesk.operations.meetings import attend, hold_meeting
from dxdesk.operations.next_meeting import close_until
from dxdesk.store.queries import finding, meetings, plans
from tests.builders import PLAN, accepted, node, open_desk, owners, start_cycle, uid
from tests.databases import open_anywhere

SIZES: Final = ((1, 1), (13, 3), (25, 9), (44, 9))
"""取組 and axes."""

_LONG: Final = "住民の利便性向上と職員の業務の効率化につながる業務の改善と情報システムの標準化の推進"
_SENTENCE: Final = "窓口の待ち時間を短くするため、申請書の様式を見直し、関係課と調整を進めました。"
MOST: Final = (_SENTENCE * 200)[:3999] + "。"
"""A text of 4,000 characters."""

COMMITTEE, HEADQUARTERS = "委員会", "本部"
DAY, SECOND_DAY = date(2025, 2, 13), date(2025, 2, 27)


def long_name(number: int, kind: str) -> str:
    """Forty characters, each name another one."""
    end = f"{kind}{number}"
    return _LONG[: 40 - len(end)] + end


def _bodies() -> tuple[Body, ...]:
    upper = Body(uid(HEADQUARTERS), long_name(1, "推進本部会議"), None, None, (), (), None)
    lower = Body(uid(COMMITTEE), long_name(2, "推進委員会"), upper.id, None, ("前回の宿題",), (), None)
    return lower, upper


def odd_plan(units: int, axes: int) -> Plan:
    """A plan of so many units and axes in which every name has forty characters."""
    heads = [node("axis", f"A{number}", long_name(number, "軸")) for number in range(1, axes + 1)]
    names = [long_name(number, "課") for number in (1, 2, 3)]
    found = [
        node("initiative", f"{number}", long_name(number, "取組"), heads[number % axes].name,
             owners=owners(names[number % 3]))
        for number in range(1, units + 1)
    ]  # fmt: skip
    departments = tuple(
        Department(uid(name), name, order=order, order_confirmed=True) for order, name in enumerate(names, start=1)
    )
    return replace(
        PLAN, nodes=(*heads, *found), owners=owners(names[0]), departments=departments, groups=(), bodies=_bodies()
    )


def odd_town(empty_file: Path, folder: Path, units: int, axes: int) -> Desk:
    """The secretariat's desk on such a town, with a committee of people with names of forty characters."""
    desk = open_desk(open_anywhere(Path(shutil.copyfile(empty_file, folder / "odd.db"))), odd_plan(units, axes))
    for number in (1, 2, 3):
        name, title = long_name(number, "委員"), long_name(number, "課長")
        desk.do(add_member, _bodies()[0].name, name, title=title, position="chair" if number == 1 else "member")
        desk.do(add_member, _bodies()[1].name, name, title=title, position="chair" if number == 1 else "member")
    return desk


def answered(desk: Desk, cycle: Cycle) -> None:
    """Every third unit not at all, every third in 4,000 characters, the rest in a word."""
    codes = [each.code or "" for each in odd_plan_of(desk).units]
    for number, code in enumerate(codes):
        if number % 3 == 1:
            accepted(desk, cycle, code, status="late", results=MOST, issues=MOST, next=MOST, discuss="decide", ask=MOST)
        elif number % 3 == 2 or len(codes) == 1:
            accepted(desk, cycle, code, status="ok", results="済")


def odd_plan_of(desk: Desk) -> Plan:
    """The plan of the desk."""

    return desk.ask(plans.plan)


def held(desk: Desk, cycle: Cycle, body: int = 0, day: date = DAY) -> Meeting:
    """A meeting with the proposed agenda, and a person more."""
    made = desk.do(hold_meeting, cycle, _bodies()[body].name, day=day, begins="13:30", ends="15:00", place="あ" * 200)
    meeting = desk.ask(finding.meeting, made.id)
    desk.do(fill_agenda, meeting, "ほかの取組の状況について")
    desk.do(attend, meeting, long_name(9, "傍聴"), "observer", title=long_name(9, "職"), new=True)
    return meeting


def recorded(desk: Desk, meeting: Meeting) -> None:
    """Of every other discussed item a decision, a 宿題 and a remark, of the first and the last as long as may be."""
    names = [each.name for each in odd_plan_of(desk).departments]
    chosen = [each for each in desk.ask(meetings.agenda, meeting.id) if each.kind == "discuss"][1::2]
    for item in chosen:
        text = MOST if item in (chosen[0], chosen[-1]) else _SENTENCE
        result = "referred" if meeting.body == _bodies()[0].id else "approved"
        desk.do(meeting_records.record_decision, meeting, item.number, result, text)
        desk.do(meeting_records.record_action, meeting, item.number, names, None, text)
        desk.do(meeting_records.record_remark, meeting, item.number, long_name(1, "委員"), text, "question")


def two_meetings(desk: Desk) -> tuple[Cycle, Meeting, Meeting]:
    """A cycle in which the committee has met and closed, and the headquarters are meeting."""
    cycle = start_cycle(desk, "令和6年度 第2回", meeting=DAY)
    answered(desk, cycle)
    first = held(desk, cycle)
    recorded(desk, first)
    desk.do(close_until, first, date(2025, 8, 21))
    second = held(desk, cycle, 1, SECOND_DAY)
    recorded(desk, second)
    return cycle, first, second


def bare_meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting with nothing on its agenda."""
    made = desk.do(hold_meeting, cycle, _bodies()[0].name, day=DAY)
    return desk.ask(finding.meeting, made.id)
