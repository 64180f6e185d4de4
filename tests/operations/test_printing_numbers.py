"""A paper printed alone has the 資料番号 that it has in the packet of the meeting."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PacketChoice
from dxdesk.domain.printing import Wanted
from dxdesk.operations import agenda, meetings
from dxdesk.operations.packets import choose_parts, hand_out
from dxdesk.operations.printing_documents import print_document
from dxdesk.operations.printing_numbers import paper_number
from dxdesk.store.queries import cycles, finding, plans
from tests.builders import COMMITTEE, MOMENT, SECRETARIAT, accepted
from tests.documents.reading import page_texts


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting with nothing to discuss."""
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    held = desk.ask(finding.meeting)
    desk.do(agenda.adopt_proposal, held)
    return held


def first_page(desk: Desk, cycle: Cycle, wanted: Wanted) -> str:
    return page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf)[0]


def test_without_a_meeting_nothing_gives_a_number(desk: Desk, cycle: Cycle) -> None:
    assert desk.ask(paper_number, cycle, "schedule", MOMENT) is None
    assert "資料5" not in first_page(desk, cycle, Wanted("schedule"))
    assert "資料9" not in first_page(desk, cycle, Wanted("directions"))


def test_numbers_close_up_as_in_the_packet(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    packet = first_page(desk, cycle, Wanted("packet", meeting=meeting.id))
    assert "資料4工程表" in packet
    assert "資料4" in first_page(desk, cycle, Wanted("schedule"))
    assert desk.ask(paper_number, cycle, "list", MOMENT) == "資料2"
    assert desk.ask(paper_number, cycle, "sheets", MOMENT) == ""


def test_a_sheet_has_its_place_in_the_packet(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    asked, plan = desk.ask(cycles.asked, cycle.id), desk.ask(plans.plan)
    late = next(each for each in reversed(plan.units) if len(asked.get(each.id, ())) == 1)
    accepted(desk, cycle, late.code or "", asked[late.id][0], status="late")
    assert "資料3-1" in first_page(desk, cycle, Wanted("sheet", unit=late.code))
    assert "資料3-1" in first_page(desk, cycle, Wanted("sheet"))
    assert "資料3-2" in first_page(desk, cycle, Wanted("sheet", unit=plan.units[0].code))
    assert "資料5工程表" in first_page(desk, cycle, Wanted("packet", meeting=meeting.id))


def test_what_is_not_in_the_packet_has_no_number(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    desk.do(choose_parts, meeting.body, PacketChoice(left_out=frozenset({"summary", "schedule"})))
    assert [desk.ask(paper_number, cycle, key, MOMENT) for key in ("summary", "list", "schedule")] == ["", "資料1", ""]
    assert "資料" not in first_page(desk, cycle, Wanted("schedule")).split("取組")[0]


def test_what_was_handed_out_keeps_its_number(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    assert "資料" not in first_page(desk, cycle, Wanted("agenda", meeting=meeting.id))
    desk.do(hand_out, meeting)
    front = first_page(desk, cycle, Wanted("agenda", meeting=meeting.id))
    assert "資料1進捗状況の総括" in front
    assert "用紙" not in front  # only the packet itself has pages
    before = desk.ask(paper_number, cycle, "schedule", MOMENT)
    desk.do(choose_parts, meeting.body, PacketChoice(left_out=frozenset({"summary"})))
    assert desk.ask(paper_number, cycle, "schedule", MOMENT) == before


def test_the_agenda_of_a_meeting_counts_what_it_discusses_itself(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    desk.do(agenda.add_item, meeting, "discuss", code="重点-1")
    desk.do(hand_out, meeting)
    own = first_page(desk, cycle, Wanted("agenda", meeting=meeting.id))
    assert "協議1資料3-1" in own
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 3, 13))
    assert first_page(desk, cycle, Wanted("agenda", meeting=meeting.id)) == own
