"""Taking away a meeting that was made by mistake."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda import add_item
from dxdesk.operations.agenda_changes import confirm_agenda, reopen_agenda
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.departments import add_member
from dxdesk.operations.meeting_cancelling import cancel_meeting
from dxdesk.operations.meeting_changes import delete_record
from dxdesk.operations.meeting_drafts import MEMO, keep_draft
from dxdesk.operations.meeting_records import record_remark
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.operations.minutes import draft
from dxdesk.store.queries import cycles, history, meeting_drafts, meetings
from dxdesk.store.verification import verify
from dxdesk.wording.meeting import phrases_for
from tests.builders import HEADQUARTERS, refused

DAY = date(2025, 2, 13)


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting of the wrong body, with somebody in it, an item and a note."""
    desk.do(add_member, HEADQUARTERS, "町長", position="chair")
    made = desk.do(hold_meeting, cycle, HEADQUARTERS, day=DAY)
    held = desk.ask(meetings.meeting, made.id)
    item = desk.do(add_item, held, "discuss", title="仮の議題")
    desk.do(keep_draft, held.id, MEMO + item.id, {"text": "覚え"})
    return held


def test_a_meeting_made_by_mistake_goes_and_the_cycle_closes(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    refused(desk, "cycle.meeting_open", close_cycle, cycle, "会議なし")
    desk.do(cancel_meeting, meeting)
    assert desk.ask(meetings.meetings, cycle.id) == ()
    assert desk.ask(meetings.attendance, meeting.id) == ()
    assert desk.ask(meetings.agenda, meeting.id) == ()
    assert desk.ask(meeting_drafts.drafts, meeting.id) == {}
    last = desk.ask(history.operations)[0]
    assert (last.operation, last.subject) == ("meeting cancel", HEADQUARTERS)
    assert verify(desk.database).ok
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=DAY)
    desk.do(cancel_meeting, desk.ask(meetings.meetings, cycle.id)[0])
    desk.do(close_cycle, cycle, "会議は開かなかった。")
    assert not desk.ask(cycles.cycle, cycle.id).open


def test_a_meeting_with_something_on_file_stays(desk: Desk, meeting: Meeting) -> None:
    desk.do(confirm_agenda, meeting)
    assert refused(desk, "meeting.not_bare", cancel_meeting, meeting).kind == "rule"
    desk.do(reopen_agenda, meeting)
    said = desk.do(record_remark, meeting, 1, "町長", "よい。")
    refused(desk, "meeting.not_bare", cancel_meeting, meeting)
    desk.do(delete_record, meeting, "remark", said.id)
    desk.do(draft, meeting, phrases_for)
    refused(desk, "meeting.not_bare", cancel_meeting, meeting)
    desk.do(close_meeting, meeting)
    refused(desk, "meeting.closed", cancel_meeting, meeting)
