"""Holding a meeting: who came, whether it stands, and closing it."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting, quorum
from dxdesk.domain.settings import Settings
from dxdesk.operations.agenda import add_item, adopt_proposal, move_item
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.departments import add_member, remove_member
from dxdesk.operations.meeting_records import correct_on_floor, record_action, record_decision, record_remark
from dxdesk.operations.meetings import attend, close_meeting, hold_meeting, leave_out, reopen_meeting
from dxdesk.operations.minutes import confirm, draft
from dxdesk.store.queries import board, finding, history, meetings
from dxdesk.store.verification import verify
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, HEADQUARTERS, SOUMU, accepted, refused

DAY = date(2025, 2, 13)


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting of a committee of four."""
    for name, title, position in (
        ("渡邊　和夫", "副町長", "chair"), ("髙橋　誠", "総務課長", "vice"), ("鈴木", "税務課長", "member"),
        ("阿部", "福祉課長", "member"),
    ):  # fmt: skip
        desk.do(add_member, COMMITTEE, name, title=title, position=position)  # type: ignore[arg-type]
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY, begins="13:30")
    return desk.ask(finding.meeting)


def rows(desk: Desk, meeting: Meeting) -> list[tuple[str, str | None, str, str | None]]:
    return [
        (each.name, each.title, each.presence, each.proxy_for) for each in desk.ask(meetings.attendance, meeting.id)
    ]


def test_the_members_on_file_stand_in_the_attendance_in_their_order(desk: Desk, meeting: Meeting) -> None:
    assert rows(desk, meeting) == [
        ("渡邊　和夫", "副町長", "present", None), ("髙橋　誠", "総務課長", "present", None),
        ("鈴木", "税務課長", "present", None), ("阿部", "福祉課長", "present", None),
    ]  # fmt: skip
    assert [each.position for each in desk.ask(meetings.attendance, meeting.id)] == [
        "chair",
        "vice",
        "member",
        "member",
    ]


def test_a_member_who_leaves_stays_in_the_meetings_that_were_held(desk: Desk, meeting: Meeting) -> None:
    before = rows(desk, meeting)
    desk.do(remove_member, COMMITTEE, "鈴木")
    assert rows(desk, meeting) == before


def test_a_cycle_has_any_number_of_meetings_of_different_bodies(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=date(2025, 2, 20))
    found = desk.ask(meetings.meetings, cycle.id)
    assert [each.body_name for each in found] == [COMMITTEE, HEADQUARTERS]
    assert desk.ask(finding.meeting).body_name == HEADQUARTERS
    assert desk.ask(finding.meeting, "2025-02-13") == meeting
    assert desk.ask(finding.meeting, COMMITTEE) == meeting
    assert desk.ask(board.board, cycle).body_name == HEADQUARTERS


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("9:30", "09:30"),
        ("１３：３０", "13:30"),
        (" 0:05 ", "00:05"),
        ("15時", "15:00"),
        ("23:59", "23:59"),
        ("", None),
    ],
)
def test_a_time_may_be_written_in_any_width_and_is_stored_one_way(
    desk: Desk, cycle: Cycle, typed: str, stored: str | None
) -> None:
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY, begins=typed, place=" 大会議室 ")
    assert (desk.ask(finding.meeting).begins, desk.ask(finding.meeting).place) == (stored, "大会議室")


@pytest.mark.parametrize("typed", ["24:00", "13:60", "13:5", "1360", "午後13時", "13:30:00", "朝", "-1:30", ":30"])
def test_what_is_no_time_is_refused(desk: Desk, cycle: Cycle, typed: str) -> None:
    assert refused(desk, "meeting.time", hold_meeting, cycle, COMMITTEE, day=DAY, begins=typed).place == "from"
    assert refused(desk, "meeting.time", hold_meeting, cycle, COMMITTEE, day=DAY, ends=typed).place == "to"


def test_a_meeting_ends_after_it_began(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    refused(desk, "meeting.ends_before", hold_meeting, cycle, COMMITTEE, day=DAY, begins="13:30", ends="9:30")
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=DAY, begins="9:30", ends="13:30")
    refused(desk, "meeting.ends_before", close_meeting, meeting, ends="13:00")
    desk.do(close_meeting, meeting, ends="１５：００")
    assert desk.ask(meetings.meeting, meeting.id).ends == "15:00"


def test_an_unknown_body_or_meeting_is_refused_with_near_names(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    found = refused(desk, "body.unknown", hold_meeting, cycle, "推進会議", day=DAY)
    assert COMMITTEE in str(found.values["near"])
    wrong = refused(desk, "meeting.unknown", lambda change: finding.meeting(change.connection, "推進会議"))
    assert str(wrong.values["near"]) == f"{COMMITTEE} 2025-02-13"
    assert meeting.state == "open"


def test_without_a_meeting_none_is_found(desk: Desk) -> None:
    refused(desk, "meeting.none", lambda change: finding.meeting(change.connection))


def test_members_come_stay_away_and_guests_are_noted(desk: Desk, meeting: Meeting) -> None:
    desk.do(attend, meeting, "阿部", "absent")
    desk.do(attend, meeting, "傍聴の人", "observer", title="記者")
    assert rows(desk, meeting)[3:] == [
        ("阿部", "福祉課長", "absent", None), ("傍聴の人", "記者", "observer", None),
    ]  # fmt: skip
    desk.do(attend, meeting, "阿部", "present")
    assert rows(desk, meeting)[3] == ("阿部", "福祉課長", "present", None)


def test_a_proxy_stands_in_the_member_s_row_and_the_member_may_come_after_all(desk: Desk, meeting: Meeting) -> None:
    desk.do(attend, meeting, "三浦", "proxy", title="税務課長補佐", proxy_for="鈴木")
    assert rows(desk, meeting)[2] == ("三浦", "税務課長補佐", "proxy", "鈴木")
    desk.do(attend, meeting, "今野", "proxy", title="税務係長", proxy_for="鈴木")
    assert rows(desk, meeting)[2] == ("今野", "税務係長", "proxy", "鈴木")
    desk.do(attend, meeting, "鈴木", "present")
    assert rows(desk, meeting)[2] == ("鈴木", "税務課長", "present", None)
    assert len(rows(desk, meeting)) == 4


def test_a_proxy_never_bears_the_title_of_another(desk: Desk, meeting: Meeting) -> None:
    desk.do(attend, meeting, "三浦", "proxy", proxy_for="鈴木")
    assert rows(desk, meeting)[2] == ("三浦", None, "proxy", "鈴木")
    desk.do(attend, meeting, "三浦", "proxy", title="税務課長補佐", proxy_for="鈴木")
    desk.do(attend, meeting, "三浦", "proxy", proxy_for="鈴木")
    assert rows(desk, meeting)[2] == ("三浦", "税務課長補佐", "proxy", "鈴木")
    desk.do(attend, meeting, "今野", "proxy", proxy_for="鈴木")
    assert rows(desk, meeting)[2] == ("今野", None, "proxy", "鈴木")
    desk.do(attend, meeting, "鈴木", "present")
    assert rows(desk, meeting)[2] == ("鈴木", "税務課長", "present", None)


def test_a_proxy_for_nobody_on_the_table_is_refused(desk: Desk, meeting: Meeting) -> None:
    found = refused(desk, "member.unknown", attend, meeting, "三浦", "proxy", proxy_for="斎藤")
    assert found.values["near"]
    assert refused(desk, "attend.proxy_for", attend, meeting, "三浦", "proxy").place == "proxy_for"


def test_a_mistyped_name_is_nobody_s_unless_it_is_said_to_be_new(desk: Desk, meeting: Meeting) -> None:
    found = refused(desk, "attend.unknown", attend, meeting, "阿倍", "absent")
    assert "阿部" in str(found.values["near"])
    desk.do(attend, meeting, "阿倍", "present", new=True)
    assert rows(desk, meeting)[4] == ("阿倍", None, "present", None)
    assert desk.ask(meetings.attendance, meeting.id)[4].position == "staff"


def test_who_is_added_has_a_seat_only_where_it_is_said_or_nobody_is_on_file(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    desk.do(attend, meeting, "新しい委員", "present", new=True, position="member")
    bare = desk.ask(meetings.meeting, desk.do(hold_meeting, cycle, HEADQUARTERS, day=meeting.day).id)
    assert not desk.ask(meetings.attendance, bare.id)
    desk.do(attend, bare, "町長", "present", new=True)
    found = (desk.ask(meetings.attendance, each.id)[-1] for each in (meeting, bare))
    assert [each.position for each in found] == ["member", "member"]


def test_who_was_added_by_mistake_is_left_out_and_a_member_is_not(desk: Desk, meeting: Meeting) -> None:
    before = rows(desk, meeting)
    desk.do(attend, meeting, "阿倍", "present", new=True)
    desk.do(attend, meeting, "記者", "observer")
    desk.do(leave_out, meeting, "阿倍")
    assert rows(desk, meeting) == [*before, ("記者", None, "observer", None)]
    desk.do(attend, meeting, "記者", "observer", title="新聞")
    assert rows(desk, meeting)[4] == ("記者", "新聞", "observer", None)
    refused(desk, "attend.member", leave_out, meeting, "鈴木")
    desk.do(attend, meeting, "三浦", "proxy", proxy_for="鈴木")
    refused(desk, "attend.member", leave_out, meeting, "三浦")
    refused(desk, "member.unknown", leave_out, meeting, "阿倍")


def test_a_body_meets_once_a_day_on_a_cycle(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    assert refused(desk, "meeting.there_already", hold_meeting, cycle, COMMITTEE, day=meeting.day).kind == "rule"
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=meeting.day)
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 14))
    several = refused(desk, "meeting.several", lambda change: finding.meeting(change.connection, COMMITTEE))
    assert several.values["candidates"] == f"{COMMITTEE} 2025-02-13、{COMMITTEE} 2025-02-14"
    refused(desk, "meeting.several", lambda change: finding.meeting(change.connection, "2025-02-13"))
    assert desk.ask(finding.meeting, f"{COMMITTEE} 2025-02-13") == meeting


def test_an_unknown_attendance_or_a_name_that_is_missing_is_refused(desk: Desk, meeting: Meeting) -> None:
    found = refused(desk, "presence.unknown", attend, meeting, "鈴木", "出席")
    assert found.values["choices"] == "present、absent、proxy、observer"
    refused(desk, "member.empty", attend, meeting, "　", "present")


def test_a_meeting_stands_by_those_who_came_and_proxies_as_the_town_s_rule_says(desk: Desk, meeting: Meeting) -> None:
    for name in ("鈴木", "阿部"):
        desk.do(attend, meeting, name, "absent")
    desk.do(attend, meeting, "傍聴の人", "observer")
    assert not quorum(desk.ask(meetings.attendance, meeting.id), Settings()).met
    desk.do(attend, meeting, "三浦", "proxy", proxy_for="鈴木")
    found = desk.ask(meetings.attendance, meeting.id)
    assert quorum(found, Settings()).met
    assert not quorum(found, Settings(proxy_counts=False)).met


def test_a_closed_meeting_locks_its_records_even_for_someone_who_sees_it_open(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    accepted(desk, cycle, "重点-1")
    desk.do(add_item, meeting, "discuss", code="重点-1")
    desk.do(close_meeting, meeting)
    for verb, *rest in (
        (attend, "鈴木", "absent"), (leave_out, "鈴木"), (add_item, "discuss"), (adopt_proposal,), (move_item, 1, 1),
        (record_decision, 1, "approved", "進める。"), (record_action, 1, [SOUMU], None, "調べる。"),
        (record_remark, 1, "町長", "よい。"), (close_meeting,),
        (correct_on_floor, "重点-1", "results", "直した。", "町長"),
    ):  # fmt: skip
        refused(desk, "meeting.closed", verb, meeting, *rest)


def test_every_verb_is_one_row_of_the_history(desk: Desk, meeting: Meeting) -> None:
    desk.do(attend, meeting, "鈴木", "absent")
    desk.do(close_meeting, meeting)
    done = [(each.operation, each.subject) for each in desk.ask(history.operations, 3)]
    assert done == [("meeting close", COMMITTEE), ("meeting attend", "鈴木"), ("meeting hold", COMMITTEE)]


def test_a_closed_meeting_is_opened_again_with_a_reason_that_stays(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    refused(desk, "meeting.open_already", reopen_meeting, meeting, "まちがえて閉じた。")
    desk.do(close_meeting, meeting)
    refused(desk, "reason.missing", reopen_meeting, meeting, "　")
    desk.do(reopen_meeting, meeting, "まちがえて閉じた。")
    assert desk.ask(meetings.meeting, meeting.id).state == "open"
    assert desk.ask(history.operations)[0].operation == "meeting reopen"
    desk.do(attend, meeting, "鈴木", "absent")
    desk.do(close_meeting, meeting)
    desk.do(close_cycle, cycle, "見本のため")
    refused(desk, "cycle.closed", reopen_meeting, meeting, "直したい。")
    assert verify(desk.database).ok


def test_a_meeting_with_confirmed_minutes_stays_closed(desk: Desk, meeting: Meeting) -> None:
    desk.do(close_meeting, meeting)
    desk.do(draft, meeting, phrases_for)
    desk.do(reopen_meeting, meeting, "記録が足りない。")
    desk.do(close_meeting, meeting)
    desk.do(draft, meeting, phrases_for)
    desk.do(confirm, meeting, by="副町長", on=DAY)
    refused(desk, "meeting.minutes_confirmed", reopen_meeting, meeting, "直したい。")
