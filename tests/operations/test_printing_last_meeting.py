"""前回の決定と宿題の処理状況: what the packet of the next meeting tells of the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.printing import Wanted
from dxdesk.operations import agenda, cycles, meeting_records, meetings, minutes
from dxdesk.operations.action_items import follow_up
from dxdesk.operations.printing_documents import print_document
from dxdesk.operations.printing_last_meeting import last_meeting
from dxdesk.operations.printing_packet import packet_offer
from dxdesk.store.queries import finding
from dxdesk.store.queries.meetings import actions as actions_of
from dxdesk.store.queries.meetings import agenda as agenda_of
from dxdesk.store.queries.minutes import versions
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, HEADQUARTERS, MOMENT, SECRETARIAT, ZEIMU, accepted, start_cycle
from tests.documents.reading import page_texts


def hold_first(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting of the committee that decided something and gave a 宿題, closed."""
    accepted(desk, cycle, "重点-1", ZEIMU, status="warn", discuss="decide", ask="続けてよいか")
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2024, 9, 10))
    first = desk.ask(finding.meeting)
    desk.do(agenda.adopt_proposal, first)
    item = next(each.number for each in desk.ask(agenda_of, first.id) if each.unit)
    desk.do(meeting_records.record_decision, first, item, "approved", "続ける。")
    desk.do(meeting_records.record_action, first, item, [ZEIMU], None, "月別の予測を表にする。")
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    return first


def printed(desk: Desk, cycle: Cycle, held: Meeting, now: str = MOMENT) -> str:
    wanted = Wanted("packet", meeting=held.id)
    return "".join(page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, now).pdf))


def test_the_next_packet_tells_what_was_decided_and_given(desk: Desk, cycle: Cycle) -> None:
    hold_first(desk, cycle)
    desk.do(cycles.close_cycle, cycle)
    second = start_cycle(desk, "第2回")
    desk.do(meetings.hold_meeting, second, COMMITTEE, day=date(2025, 2, 13))
    held = desk.ask(finding.meeting)
    text = printed(desk, second, held)
    for words in ("前回の決定と宿題の処理状況", "続ける。重点-1", "原案決定", "月別の予測を表にする。", "対応中"):
        assert words in text


def test_the_second_meeting_of_a_first_cycle_looks_back_at_the_first(desk: Desk, cycle: Cycle) -> None:
    first = hold_first(desk, cycle)
    assert "before" not in desk.ask(packet_offer, first).titles
    assert "宿題の処理状況" not in printed(desk, cycle, first)
    desk.do(meetings.hold_meeting, cycle, HEADQUARTERS, day=date(2024, 10, 1))
    second = desk.ask(finding.meeting)
    assert "before" in desk.ask(packet_offer, second).titles
    text = printed(desk, cycle, second)
    for words in ("前回の会議：", "宿6-1対応中", "月別の予測を表にする。", "原案決定"):
        assert words in text
    assert "before" not in desk.ask(packet_offer, first).titles


def test_another_body_is_not_told_what_the_minutes_withhold(desk: Desk, cycle: Cycle) -> None:
    first = hold_first(desk, cycle)
    desk.do(minutes.draft, first, phrases_for)
    blocks = desk.ask(versions, first.id)[-1].blocks
    hidden = tuple(replace(each, public=False, reason="契約前") if each.kind == "item" else each for each in blocks)
    desk.do(minutes.edit, first, hidden)
    for body, day, told in ((HEADQUARTERS, date(2024, 10, 1), False), (COMMITTEE, date(2024, 9, 20), True)):
        desk.do(meetings.hold_meeting, cycle, body, day=day)
        found = desk.ask(last_meeting, cycle, desk.ask(finding.meeting, day.isoformat()), MOMENT)
        assert found is not None
        assert ("続ける。" in repr(found.decisions)) == ("月別の予測" in repr(found.actions)) == told


def test_a_closed_cycle_shows_the_actions_as_they_were_when_it_was_closed(desk: Desk, cycle: Cycle) -> None:
    first = hold_first(desk, cycle)
    given = desk.ask(actions_of, first.id)[0]
    desk.do(meetings.hold_meeting, cycle, HEADQUARTERS, day=date(2024, 10, 1))
    second = desk.ask(finding.meeting)
    desk.do(meetings.close_meeting, second)
    desk.do(cycles.close_cycle, cycle, "打ち切ります。")
    closed = desk.ask(finding.cycle, cycle.id)
    before = printed(desk, closed, second)
    desk.do(follow_up, given.id, "done", "表にした。")
    assert printed(desk, closed, second, "2030-01-01T09:00:00+09:00") == before
    assert "対応済み0／1件" in before
    assert "表にした。" not in before


def test_a_meeting_that_never_took_place_is_not_the_one_before(desk: Desk, cycle: Cycle) -> None:
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2024, 8, 1))
    prepared = desk.ask(finding.meeting)
    assert "before" not in desk.ask(packet_offer, hold_first(desk, cycle)).titles
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2024, 9, 20))
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2024, 10, 1))
    held = desk.ask(finding.meeting, "2024-10-01")
    assert "前回の会議で決定したことはない" not in printed(desk, cycle, held)
    assert "続ける。重点-1" in printed(desk, cycle, held)
    assert desk.ask(last_meeting, cycle, prepared, MOMENT) is None
