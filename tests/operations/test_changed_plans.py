"""A later revision of the plan gives initiatives other ids: last time's answers and 宿題 go on."""

from dataclasses import replace
from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.plan_lists import Lineage
from dxdesk.domain.plans import Plan
from dxdesk.operations import agenda, cycles, meeting_records, meetings, replies
from dxdesk.operations.plans import import_plan
from dxdesk.store.queries import board, finding
from tests.builders import COMMITTEE, FUKUSHI, PLAN, SOUMU, accepted, at, start_cycle, uid


def renamed(plan: Plan, old: str, new: str) -> Plan:
    """The plan in which a unit has another id and name."""
    nodes = tuple(
        replace(
            each,
            id=uid(new) if each.id == uid(old) else each.id,
            name=new if each.name == old else each.name,
            parent=uid(new) if each.parent == uid(old) else each.parent,
        )
        for each in plan.nodes
    )
    return replace(plan, nodes=nodes, lineage=(*plan.lineage, Lineage("renamed", (uid(old),), (uid(new),), "改称")))


def test_last_time_and_its_action_items_are_found_under_the_new_unit_also_after_closing(desk: Desk) -> None:
    first = start_cycle(desk, "第1回")
    accepted(desk, first, "重点-3", FUKUSHI, status="late", stage="trial", results="一。")
    held = desk.do(meetings.hold_meeting, first, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting, held.id)
    desk.do(meeting_records.record_action, meeting, None, [SOUMU], None, "全体のもの")
    desk.do(meetings.close_meeting, meeting)
    desk.do(cycles.close_cycle, first)

    once = renamed(PLAN, "手続の案内", "手続の道案内")
    desk.do(import_plan, once)
    second = start_cycle(desk, "第2回")
    accepted(desk, second, "重点-3", FUKUSHI, status="warn", results="二。")
    card = next(each for each in desk.ask(board.board, second).cards if each.code == "重点-3")
    assert (card.previous_status, card.previous_stage, card.change) == ("late", "trial", "better")
    assert desk.do(at, second, "重点-3", FUKUSHI, replies.previous_stage) == "trial"

    desk.do(cycles.close_cycle, second)
    desk.do(import_plan, renamed(once, "手続の道案内", "手続の地図"))
    third = start_cycle(desk, "第3回")
    for _ in range(2):
        shown = desk.ask(board.board, third)
        assert next(each for each in shown.cards if each.code == "重点-3").previous_status == "warn"
        said = [views[uid("手続の地図")].counted for _, views in desk.ask(board.past, third)]
        assert [each.answer.results for each in said if each and each.answer] == ["一。", "二。"]
        assert [each.text for each in desk.ask(board.actions, third, first.id)] == ["全体のもの"]
        if third.open:
            desk.do(cycles.close_cycle, third)
            third = desk.ask(finding.cycle, third.id)
    assert not third.open


def test_what_was_given_to_a_unit_is_given_to_what_it_became(desk: Desk) -> None:
    first = start_cycle(desk, "第1回")
    held = desk.do(meetings.hold_meeting, first, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting, held.id)
    desk.do(agenda.add_item, meeting, "discuss", code="重点-3")
    desk.do(meeting_records.record_action, meeting, 1, [SOUMU], None, "調べる")
    desk.do(import_plan, renamed(PLAN, "手続の案内", "手続の道案内"))
    second = start_cycle(desk, "第2回")
    item = desk.ask(board.items, second)[uid("手続の道案内")]
    assert [each.text for each in item.actions] == ["調べる"]
    assert [each.unit for each in desk.ask(board.actions, first, first.id)] == [uid("手続の案内")]
