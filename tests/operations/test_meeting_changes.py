"""What was recorded is set right, taken away and put back until the meeting closes; the chain vouches for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations import meeting_changes as changes
from dxdesk.operations.action_items import follow_up
from dxdesk.operations.agenda import add_item
from dxdesk.operations.departments import add_member
from dxdesk.operations.meeting_drafts import keep_draft
from dxdesk.operations.meeting_records import record_action, record_decision, record_remark
from dxdesk.operations.meetings import attend, close_meeting, hold_meeting, reopen_meeting
from dxdesk.store.queries import finding, history, meeting_drafts, meetings
from dxdesk.store.verification import verify
from tests.builders import COMMITTEE, FUKUSHI, HEADQUARTERS, SOUMU, ZEIMU, acting, refused, uid

DAY = date(2025, 2, 13)


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting with one item and a record of every kind."""
    desk.do(add_member, COMMITTEE, "鈴木", title="副町長")
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY)
    found = desk.ask(finding.meeting)
    desk.do(add_item, found, "discuss", code="重点-1")
    desk.do(record_decision, found, 1, "continued", "持ちこす。")
    desk.do(record_action, found, 1, [ZEIMU], None, "数える。")
    desk.do(record_remark, found, 1, "鈴木", "よい。")
    return found


def identity(desk: Desk, meeting: Meeting, kind: str) -> str:
    record = desk.ask(meetings.record, meeting)
    found = {
        "decision": record.decisions[0].id,
        "action": record.actions[0].id,
        "remark": record.remarks[0].id,
    }
    return found[kind]


def test_a_decision_gets_another_result_and_other_words(desk: Desk, meeting: Meeting) -> None:
    desk.do(changes.change_decision, meeting, identity(desk, meeting, "decision"), "approved", " 進める。 ")
    (found,) = desk.ask(meetings.decisions, meeting.id)
    assert (found.result, found.text, found.number) == ("approved", "進める。", 1)


def test_a_given_task_gets_other_owners_and_a_day(desk: Desk, meeting: Meeting) -> None:
    desk.do(changes.change_action, meeting, identity(desk, meeting, "action"), [SOUMU, FUKUSHI], DAY, "調べる。")
    (found,) = desk.ask(meetings.actions, meeting.id)
    assert (found.departments, found.due, found.text) == ((uid(SOUMU), uid(FUKUSHI)), DAY, "調べる。")


def test_a_remark_gets_another_speaker_and_is_no_longer_public(desk: Desk, meeting: Meeting) -> None:
    remark = identity(desk, meeting, "remark")
    desk.do(changes.change_remark, meeting, remark, "町長", "よくない。", "question", public=False)
    (found,) = desk.ask(meetings.remarks, meeting.id)
    assert (found.speaker, found.text, found.kind, found.public) == ("町長", "よくない。", "question", False)


def test_a_remark_is_recorded_as_not_public_from_the_start(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_remark, meeting, 1, "町長", "秘密。", "opinion", public=False)
    assert [each.public for each in desk.ask(meetings.remarks, meeting.id)] == [True, False]


@pytest.mark.parametrize(
    ("verb", "kind", "rest", "problem"),
    [
        (changes.change_decision, "decision", ("可決", "進める。"), "result.unknown"),
        (changes.change_decision, "decision", ("approved", " "), "text.empty"),
        (changes.change_action, "action", ([], None, "数える。"), "action.no_department"),
        (changes.change_action, "action", (["財政課"], None, "数える。"), "department.unknown"),
        (changes.change_action, "action", ([ZEIMU], None, ""), "text.empty"),
        (changes.change_action, "action", ([ZEIMU], date(2025, 2, 12), "数える。"), "action.due_before"),
        (changes.change_remark, "remark", (" ", "よい。", "opinion"), "remark.speaker"),
        (changes.change_remark, "remark", ("町長", "よい。", "感想"), "remark.kind"),
        (changes.change_remark, "remark", ("町長", "", "opinion"), "text.empty"),
    ],
)
def test_a_change_that_does_not_hold_is_refused(
    desk: Desk, meeting: Meeting, verb: object, kind: str, rest: tuple[object, ...], problem: str
) -> None:
    refused(desk, problem, verb, meeting, identity(desk, meeting, kind), *rest)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["decision", "action", "remark"])
def test_a_record_is_taken_away_and_put_back_as_it_stood(
    desk: Desk, meeting: Meeting, kind: changes.RecordKind
) -> None:
    before = desk.ask(meetings.record, meeting)
    row = desk.do(changes.delete_record, meeting, kind, identity(desk, meeting, kind))
    assert desk.ask(meetings.record, meeting) != before
    assert verify(desk.database).ok
    refused(desk, "record.unknown", changes.delete_record, meeting, kind, str(row["id"]))
    desk.do(changes.put_back_record, meeting, kind, row)
    assert desk.ask(meetings.record, meeting) == before
    assert verify(desk.database).ok


def test_a_changed_record_is_put_back_as_it_was(desk: Desk, meeting: Meeting) -> None:
    before, remark = desk.ask(meetings.record, meeting), identity(desk, meeting, "remark")
    row = desk.do(changes.record_row, meeting, "remark", remark)
    desk.do(changes.change_remark, meeting, remark, "町長", "よくない。", "question")
    assert verify(desk.database).ok
    desk.do(changes.put_back_record, meeting, "remark", row)
    assert desk.ask(meetings.record, meeting) == before
    assert verify(desk.database).ok


def test_records_are_counted_without_gaps(desk: Desk, meeting: Meeting) -> None:
    for words in ("二つ目。", "三つ目。"):
        desk.do(record_decision, meeting, 1, "approved", words)
        desk.do(record_action, meeting, 1, [SOUMU], None, words)
    desk.do(changes.delete_record, meeting, "decision", desk.ask(meetings.decisions, meeting.id)[1].id)
    desk.do(changes.delete_record, meeting, "action", desk.ask(meetings.actions, meeting.id)[1].id)
    assert [(each.number, each.text) for each in desk.ask(meetings.decisions, meeting.id)] == [
        (1, "持ちこす。"), (2, "三つ目。"),
    ]  # fmt: skip
    numbered = desk.ask(meetings.numbered_actions, meeting.cycle)
    assert [each.number.rpartition("-")[2] for each in numbered] == ["1", "2"]


def test_what_became_of_a_task_does_not_keep_its_words_from_being_set_right(desk: Desk, meeting: Meeting) -> None:
    action = identity(desk, meeting, "action")
    desk.do(follow_up, action, "done", "数えた。")
    desk.do(changes.change_action, meeting, action, [SOUMU], None, "数え直す。")
    assert desk.ask(meetings.actions, meeting.id)[0].state == "done"
    assert verify(desk.database).ok


def test_a_record_of_a_closed_meeting_stays(desk: Desk, meeting: Meeting) -> None:
    decision = identity(desk, meeting, "decision")
    row = desk.do(changes.record_row, meeting, "decision", decision)
    desk.do(close_meeting, meeting)
    refused(desk, "meeting.closed", changes.change_decision, meeting, decision, "approved", "進める。")
    refused(desk, "meeting.closed", changes.delete_record, meeting, "decision", decision)
    refused(desk, "meeting.closed", changes.put_back_record, meeting, "decision", row)
    refused(desk, "meeting.closed", changes.put_back_attendance, meeting, ())
    refused(desk, "meeting.closed", changes.change_meeting, meeting, day=DAY)


def test_the_attendance_is_put_back_as_it_stood(desk: Desk, meeting: Meeting) -> None:
    before = desk.ask(meetings.attendance, meeting.id)
    desk.do(attend, meeting, "記者", "observer")
    desk.do(attend, meeting, "阿部", "proxy", title="課長補佐", proxy_for="鈴木")
    desk.do(changes.put_back_attendance, meeting, before)
    assert desk.ask(meetings.attendance, meeting.id) == before
    desk.do(changes.put_back_attendance, meeting, ())
    assert desk.ask(meetings.attendance, meeting.id) == ()


def test_day_times_and_place_are_set_right(desk: Desk, meeting: Meeting) -> None:
    day = date(2025, 2, 20)
    desk.do(changes.change_meeting, meeting, day=day, begins="９:30", ends="11:00", place="大会議室")
    found = desk.ask(meetings.meeting, meeting.id)
    assert (found.day, found.begins, found.ends, found.place) == (day, "09:30", "11:00", "大会議室")
    assert desk.ask(history.operations, 1)[0].operation == "meeting change"


def test_papers_say_the_end_that_was_planned_until_the_meeting_is_put_off(desk: Desk, meeting: Meeting) -> None:
    def told() -> str | None:
        return desk.ask(meeting_drafts.as_planned, desk.ask(meetings.meeting, meeting.id)).ends

    desk.do(changes.change_meeting, meeting, day=DAY, begins="14:00")
    desk.do(close_meeting, meeting, ends="15:05")
    assert told() is None  # none was planned
    desk.do(reopen_meeting, meeting, "続けた。")
    desk.do(changes.change_meeting, meeting, day=DAY, begins="14:00", ends="15:20")
    assert told() is None
    desk.do(changes.change_meeting, meeting, day=date(2025, 2, 20), begins="16:00", ends="17:00")
    assert told() == "17:00"


def test_a_day_on_which_the_committee_meets_already_is_refused(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    other = date(2025, 2, 20)
    desk.do(hold_meeting, cycle, COMMITTEE, day=other)
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=date(2025, 2, 21))
    refused(desk, "meeting.there_already", changes.change_meeting, meeting, day=other)
    refused(desk, "meeting.ends_before", changes.change_meeting, meeting, day=DAY, begins="10:00", ends="9:00")
    refused(desk, "meeting.time", changes.change_meeting, meeting, day=DAY, begins="朝")
    desk.do(changes.change_meeting, meeting, day=date(2025, 2, 21))
    assert desk.ask(meetings.meeting, meeting.id).day == date(2025, 2, 21)


def test_what_is_unfinished_is_kept_by_form_and_leaves_no_trace_in_the_history(desk: Desk, meeting: Meeting) -> None:
    entries = len(desk.ask(history.operations))
    desk.do(keep_draft, meeting.id, "decision:1", {"text": "進め", "result": ""})
    desk.do(keep_draft, meeting.id, "decision:1", {"text": "進める", "result": ""})
    desk.do(keep_draft, meeting.id, "memo:1", {"text": "先に表を示す"})
    assert desk.ask(meeting_drafts.drafts, meeting.id) == {
        "decision:1": {"text": "進める", "result": ""}, "memo:1": {"text": "先に表を示す"},
    }  # fmt: skip
    desk.do(keep_draft, meeting.id, "decision:1", None)
    assert desk.ask(meeting_drafts.draft, meeting.id, "decision:1") is None
    assert len(desk.ask(history.operations)) == entries


def test_the_chair_records_and_has_no_memo(desk: Desk, meeting: Meeting) -> None:
    desk.actor = acting("chair")
    desk.do(keep_draft, meeting.id, "remark:1", {"text": "よ"})
    desk.do(changes.change_decision, meeting, identity(desk, meeting, "decision"), "approved", "進める。")
    refused(desk, "permission.role", keep_draft, meeting.id, "memo:1", {"text": "秘"})
    refused(desk, "permission.role", changes.change_meeting, meeting, day=DAY)


def test_a_record_of_another_meeting_is_not_changed_through_an_open_one(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    kinds: tuple[changes.RecordKind, ...] = ("decision", "action", "remark")
    rows = {kind: desk.do(changes.record_row, meeting, kind, identity(desk, meeting, kind)) for kind in kinds}
    desk.do(close_meeting, meeting)
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=DAY)
    other, before = desk.ask(finding.meeting, HEADQUARTERS), desk.ask(meetings.record, meeting)
    refused(desk, "record.unknown", changes.change_decision, other, rows["decision"]["id"], "approved", "進める。")
    refused(desk, "record.unknown", changes.change_action, other, rows["action"]["id"], [SOUMU], None, "調べる。")
    refused(desk, "record.unknown", changes.change_remark, other, rows["remark"]["id"], "町長", "よい。", "opinion")
    for kind in kinds:
        refused(desk, "record.unknown", changes.delete_record, other, kind, str(rows[kind]["id"]))
        refused(desk, "record.unknown", changes.put_back_record, other, kind, rows[kind])
    assert desk.ask(meetings.record, desk.ask(meetings.meeting, meeting.id)) == replace(
        before, meeting=desk.ask(meetings.meeting, meeting.id)
    )


def test_what_was_said_is_not_named_in_the_history(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_remark, meeting, 1, "町長", "秘密。", "opinion", public=False)
    remark = desk.ask(meetings.remarks, meeting.id)[-1].id
    desk.do(changes.change_remark, meeting, remark, "町長", "やはり秘密。", "opinion", public=False)
    row = desk.do(changes.delete_record, meeting, "remark", remark)
    desk.do(changes.put_back_record, meeting, "remark", row)
    newest = desk.ask(history.operations, 4)
    item = desk.ask(meetings.agenda, meeting.id)[0].title
    assert [(each.operation, each.subject) for each in newest] == [
        ("remark", item), ("remark delete", item), ("remark change", item), ("remark", item),
    ]  # fmt: skip


def test_taking_a_change_back_keeps_what_has_become_of_a_task(desk: Desk, meeting: Meeting) -> None:
    action = identity(desk, meeting, "action")
    row = desk.do(changes.record_row, meeting, "action", action)
    desk.do(changes.change_action, meeting, action, [SOUMU], None, "数え直す。")
    desk.do(follow_up, action, "done", "数えた。")
    desk.do(changes.put_back_record, meeting, "action", row)
    (found,) = desk.ask(meetings.actions, meeting.id)
    assert (found.text, found.state, found.outcome) == ("数える。", "done", "数えた。")
    assert verify(desk.database).ok
