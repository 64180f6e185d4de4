"""Meetings of two real towns from beginning to end, as a secretariat records them; what was said is made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from dxdesk.desk import Desk
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda import add_item
from dxdesk.operations.departments import add_member
from dxdesk.operations.meeting_records import (
    correct_on_floor,
    record_action,
    record_decision,
    record_opinion,
    record_remark,
)
from dxdesk.operations.meetings import attend, close_meeting, hold_meeting
from dxdesk.operations.minutes import confirm, draft, edit
from dxdesk.store.database import Database
from dxdesk.store.queries import finding, meetings
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.wording.meeting import phrases_for
from tests.builders import accepted, open_desk, real_plan, start_cycle

DAY, LATER, CONFIRMED = date(2025, 2, 13), date(2025, 2, 20), date(2025, 3, 3)
ESTIMATE = "見積りは一億二千万円である。"

People = Sequence[tuple[str, str, Literal["chair", "vice", "member"]]]


def _seat(desk: Desk, body: str, people: People) -> None:
    for title, name, position in people:
        desk.do(add_member, body, name, title=title, position=position)


def _minuted(desk: Desk, meeting: Meeting, by: str) -> Meeting:
    """The meeting closed, its minutes drafted and confirmed; what is withheld has its reason."""
    desk.do(close_meeting, meeting, ends="15:00")
    desk.do(draft, meeting, phrases_for)
    blocks = desk.ask(minutes_on_file.versions, meeting.id)[-1].blocks
    withheld = tuple(each if each.public else replace(each, reason="契約前の金額を含むため") for each in blocks)
    if withheld != blocks:
        desk.do(edit, meeting, withheld, asked=by)
    desk.do(confirm, meeting, by=by, on=CONFIRMED)
    return desk.ask(meetings.meeting, meeting.id)


def ogawara(database: Database) -> tuple[Desk, Meeting]:
    """大河原町: a report, two discussions, a proxy, an absence, what was put right in the room, a withheld answer."""
    plan = real_plan("ogawara")
    desk = open_desk(database, plan)
    body, office = plan.bodies[0].name, "政策企画課"
    _seat(desk, body, [("副町長", "渡邊　和夫", "chair"), ("政策企画課長", "髙橋　誠", "vice"),
                       ("町民生活課長", "鈴木　真由美", "member"),
                       ("商工観光課長", "齋藤　恵子", "member")])  # fmt: skip
    asked = {unit.code or "": [office] for unit in plan.units}
    cycle = start_cycle(desk, "令和6年度 第2回", meeting=DAY, assigned=asked)
    for code, status in (("1", "ok"), ("6", "warn"), ("7", "late")):
        accepted(desk, cycle, code, office, status=status)
    desk.do(hold_meeting, cycle, body, day=DAY, begins="13:30", place="役場 大会議室")
    meeting = desk.ask(finding.meeting)
    desk.do(attend, meeting, "三浦　翔", "proxy", title="商工観光課長補佐", proxy_for="齋藤　恵子")
    desk.do(attend, meeting, "鈴木　真由美", "absent")
    desk.do(add_item, meeting, "report", title="進捗状況の総括について", minutes=10)
    desk.do(add_item, meeting, "discuss", code="6", minutes=20, ask="移行を2段階に分けてよいか")
    desk.do(add_item, meeting, "discuss", code="7", minutes=20)
    desk.do(record_remark, meeting, 1, "髙橋　誠", "未回答はいつ届くか。", "question")
    desk.do(record_remark, meeting, 1, "事務局", "2月末までに届く。", "answer")
    desk.do(record_remark, meeting, 2, "髙橋　誠", "経費はどの程度か。", "question")
    desk.do(record_remark, meeting, 2, "事務局", ESTIMATE, "answer", public=False)
    desk.do(correct_on_floor, meeting, "6", "status", "late", "髙橋　誠")
    desk.do(record_decision, meeting, 2, "approved", "移行を2段階に分け、窓口の業務を先に行う。")
    desk.do(record_action, meeting, 2, [office, "町民生活課"], date(2025, 3, 31), "移行の順番の案を一覧にする。")
    desk.do(record_decision, meeting, 3, "continued", "次回、費用の比べを見て決める。")
    desk.do(record_action, meeting, 3, [office], None, "近くの町の例を集める。")
    return desk, _minuted(desk, meeting, "渡邊　和夫")


def miharu(database: Database) -> tuple[Desk, Meeting, Meeting]:
    """三春町: the 委員会 refers an item to the 本部, which decides it a week later."""
    plan = real_plan("miharu")
    desk = open_desk(database, plan)
    headquarters, committee = (each.name for each in plan.bodies)
    office = plan.departments[0].name
    _seat(desk, committee, [("総務課長", "伊藤　浩", "chair"), ("税務課長", "佐久間　明", "member")])
    _seat(desk, headquarters, [("町長", "坂本　浩二", "chair"), ("副町長", "遠藤　弘子", "vice"),
                               ("教育長", "本間　京子", "member")])  # fmt: skip
    cycle = start_cycle(desk, "令和6年度 第1回", meeting=DAY)
    accepted(desk, cycle, "MEGO-2-2", office, status="warn", discuss="decide", ask="全庁に広げてよいか")
    desk.do(hold_meeting, cycle, committee, day=DAY, begins="10:00", place="第1会議室")
    first = desk.ask(finding.meeting)
    desk.do(add_item, first, "discuss", code="MEGO-2-2", ask="全庁に広げてよいか")
    desk.do(record_remark, first, 1, "佐久間　明", "試した2課の効果を先に示してほしい。", "wish")
    desk.do(record_decision, first, 1, "referred", "効果を確かめたうえで全庁に広げる案を、本部に付議する。")
    desk.do(record_opinion, first, 1, "窓口の繁忙期を避けて広げられたい。")
    desk.do(record_action, first, 1, [office], date(2025, 2, 19), "試した2課の効果を本部の資料にする。")
    first = _minuted(desk, first, "伊藤　浩")
    made = desk.do(hold_meeting, cycle, headquarters, day=LATER, begins="13:30", place="庁議室")
    second = desk.ask(finding.meeting, made.id)
    desk.do(add_item, second, "discuss", code="MEGO-2-2", ask="全庁に広げてよいか")
    desk.do(record_remark, second, 1, "遠藤　弘子", "職員の研修も合わせて行うこと。", "instruction")
    desk.do(record_decision, second, 1, "amended", "職員の研修を合わせて行い、令和7年度から全庁に広げる。")
    return desk, first, _minuted(desk, second, "坂本　浩二")
