"""When a body meets next: noted at the end of a meeting, and printed in its minutes."""

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.operations.minutes import draft
from dxdesk.operations.next_meeting import close_until, set_next_day
from dxdesk.store.queries import finding, meetings, minutes
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, HEADQUARTERS, refused

DAY = date(2025, 2, 13)


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY)
    return desk.ask(finding.meeting)


def outlook(desk: Desk, meeting: Meeting) -> str:
    desk.do(draft, meeting, phrases_for)
    return next(each.text for each in desk.ask(minutes.versions, meeting.id)[-1].blocks if each.kind == "outlook")


def test_the_day_is_noted_with_the_closing_and_stands_in_the_minutes(desk: Desk, meeting: Meeting) -> None:
    desk.do(close_until, meeting, date(2025, 8, 21), ends="15:00")
    held = desk.ask(meetings.meeting, meeting.id)
    assert (held.state, held.ends, held.next_day) == ("closed", "15:00", date(2025, 8, 21))
    assert "令和7年8月21日（木）" in outlook(desk, meeting)


def test_without_a_day_the_next_meeting_on_file_of_the_same_body_is_told(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    before = outlook(desk, meeting)
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=date(2025, 3, 1))
    assert outlook(desk, meeting) == before
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 3, 6))
    assert "令和7年3月6日（木）" in outlook(desk, meeting)


def test_a_day_can_be_taken_back_while_the_meeting_is_open(desk: Desk, meeting: Meeting) -> None:
    desk.do(set_next_day, meeting, date(2025, 8, 21))
    desk.do(close_until, meeting, None)
    assert desk.ask(meetings.meeting, meeting.id).next_day == date(2025, 8, 21)
    refused(desk, "meeting.closed", set_next_day, meeting, None)


def test_the_next_day_is_after_the_meeting(desk: Desk, meeting: Meeting) -> None:
    refused(desk, "meeting.next_before", set_next_day, meeting, DAY)
    refused(desk, "meeting.next_before", close_until, meeting, date(2025, 2, 1))
    assert desk.ask(meetings.meeting, meeting.id).state == "open"
    desk.do(close_meeting, meeting)
