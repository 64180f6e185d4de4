"""The record of one unit: every cycle, decision, 宿題 and report, and of an older cycle nothing that came later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_lists import Lineage
from dxdesk.domain.reports import ReportText
from dxdesk.operations import action_items, agenda, cycles, meeting_records, meetings, plans, reports
from dxdesk.store.database import Database
from dxdesk.store.queries import board, finding
from dxdesk.store.queries.initiatives import initiatives
from dxdesk.store.queries.unit_record import UnitRecord, past_record, unit_record
from tests.builders import COMMITTEE, PLAN, SOUMU, ZEIMU, accepted, node, open_desk, start_cycle, uid

UNIT = uid("書かない窓口")
NEW = replace(
    PLAN,
    nodes=(*(each for each in PLAN.nodes if each.id != UNIT), node("initiative", "重点-9", "待たない窓口", "窓口")),
    lineage=(Lineage("renamed", (UNIT,), (uid("待たない窓口"),), None),),
)


def record(desk: Desk, cycle: Cycle, unit: str = UNIT) -> UnitRecord:
    return desk.ask(unit_record, desk.ask(initiatives, cycle), unit)


def three_cycles(desk: Desk) -> list[Cycle]:
    found = []
    for number in (1, 2, 3):
        cycle = start_cycle(desk, f"第{number}回")
        accepted(desk, cycle, "重点-1", ZEIMU, results=f"{number}回目。")
        if number < 3:
            desk.do(cycles.close_cycle, cycle, "見本のため")
        found.append(cycle)
    return found


def said(found: UnitRecord) -> list[tuple[str, str | None]]:
    return [
        (cycle.name, view.counted.answer.results if view.counted and view.counted.answer else None)
        for cycle, view in found.past
    ]


def test_the_past_is_that_of_every_cycle_as_the_board_knows_it(database: Database) -> None:
    desk = open_desk(database)
    first, second, third = three_cycles(desk)
    found = record(desk, third)
    assert said(found) == [("第1回", "1回目。"), ("第2回", "2回目。")]
    assert [view for _, view in found.past] == [views[UNIT] for _, views in desk.ask(board.past, third)]
    assert said(record(desk, second)) == [("第1回", "1回目。")]
    assert said(record(desk, first)) == []
    assert found.item == desk.ask(board.items, third)[UNIT]


def test_an_older_cycle_that_is_reopened_does_not_change_what_a_closed_one_knew(database: Database) -> None:
    desk = open_desk(database)
    first, second, third = three_cycles(desk)
    desk.do(cycles.reopen_cycle, first, "直すため")
    accepted(desk, first, "重点-1", ZEIMU, results="直した。")
    assert said(record(desk, second)) == [("第1回", "1回目。")]
    assert said(record(desk, third))[0] == ("第1回", "1回目。")


def test_decisions_and_tasks_of_all_meetings_stand_with_the_unit_and_those_it_goes_back_to(database: Database) -> None:
    desk = open_desk(database)
    first = start_cycle(desk, "第1回")
    accepted(desk, first, "重点-1", ZEIMU, results="1回目。")
    desk.do(meetings.hold_meeting, first, COMMITTEE, day=date(2024, 8, 1))
    meeting = desk.ask(finding.meeting)
    desk.do(agenda.add_item, meeting, "discuss", code="重点-1")
    desk.do(agenda.add_item, meeting, "report", code="検討-4")
    desk.do(meeting_records.record_decision, meeting, 1, "approved", "進める。")
    desk.do(meeting_records.record_decision, meeting, 2, "noted", "聞いた。")
    desk.do(meeting_records.record_opinion, meeting, 1, "急がれたい。")
    desk.do(meeting_records.record_opinion, meeting, 2, "ほかの取組への意見。")
    desk.do(meeting_records.record_action, meeting, 1, [SOUMU], None, "調べる。")
    desk.do(reports.report, UNIT, ReportText("混んでいる。"), ZEIMU)
    desk.do(meetings.close_meeting, meeting)
    desk.do(cycles.close_cycle, first, "見本のため")
    desk.do(plans.import_plan, NEW)
    second = start_cycle(desk, "第2回")
    found = record(desk, second, uid("待たない窓口"))
    assert [(held.id, decision.text) for held, decision in found.decisions] == [(meeting.id, "進める。")]
    assert [(held.id, opinion.text) for held, opinion in found.opinions] == [(meeting.id, "急がれたい。")]
    assert [(each.number, each.action.text) for each in found.actions] == [("6-1", "調べる。")]
    assert [each.text.observation for each in found.reports] == ["混んでいる。"]
    assert said(found) == [("第1回", "1回目。")]
    assert [view.unit for _, view in found.past] == [uid("待たない窓口")]


def test_of_an_older_cycle_nothing_is_told_that_came_later(database: Database) -> None:
    desk = open_desk(database)
    first = start_cycle(desk, "第1回")
    desk.do(meetings.hold_meeting, first, COMMITTEE, day=date(2024, 8, 1))
    meeting = desk.ask(finding.meeting)
    desk.do(agenda.add_item, meeting, "discuss", code="重点-1")
    desk.do(meeting_records.record_action, meeting, 1, [SOUMU], None, "調べる。")
    desk.do(meetings.close_meeting, meeting)
    desk.do(reports.report, UNIT, ReportText("締める前。"))
    desk.do(cycles.close_cycle, first, "見本のため")
    desk.do(reports.report, UNIT, ReportText("締めた後。"))
    assert len(record(desk, first).reports) == 2  # it is still the newest: a report is made at any time
    second = start_cycle(desk, "第2回")
    desk.do(action_items.follow_up, record(desk, second).actions[0].action.id, "done", "調べた。")
    assert [each.text.observation for each in record(desk, first).reports] == ["締める前。"]
    assert [each.action.state for each in record(desk, first).actions] == ["open"]
    assert [each.action.state for each in record(desk, second).actions] == ["done"]


def test_the_record_of_an_older_cycle_is_found_under_what_the_unit_was_then(database: Database) -> None:
    desk = open_desk(database)
    first = start_cycle(desk, "第1回")
    accepted(desk, first, "重点-1", ZEIMU, results="1回目。")
    desk.do(cycles.close_cycle, first, "見本のため")
    desk.do(plans.import_plan, NEW)
    start_cycle(desk, "第2回")
    found = desk.ask(past_record, NEW, uid("待たない窓口"), first.id)
    assert found is not None
    assert (found.unit, found.record.item.results) == (UNIT, "1回目。")
    assert desk.ask(past_record, NEW, "nothing", first.id) is None
