"""宿題 after the meeting: followed up by whoever has them, given more time for a reason, given to somebody."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import ActionItem
from dxdesk.operations.action_items import PAGE, assign, follow_up, keep_outcome, postpone
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.departments import add_department, close_department
from dxdesk.operations.meeting_records import record_action
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import finding, meetings
from dxdesk.store.queries.actions import action_events, action_list
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.store.verification import verify
from tests.builders import COMMITTEE, FUKUSHI, SECRETARIAT, SOUMU, ZEIMU, acting, refused, start_cycle

DAY, LATER = date(2025, 2, 13), date(2025, 3, 7)


@pytest.fixture
def given(desk: Desk, cycle: Cycle) -> ActionItem:
    """A 宿題 of 税務課 of a meeting that is closed."""
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY)
    held = desk.ask(finding.meeting)
    desk.do(record_action, held, None, [ZEIMU], None, "窓口を数える。")
    desk.do(close_meeting, held)
    return desk.ask(meetings.actions, held.id)[0]


def now(desk: Desk, action: ActionItem) -> ActionItem:
    return next(each for each in desk.ask(meetings.all_actions) if each.id == action.id)


def test_a_department_follows_its_own_up_and_no_other_s(desk: Desk, given: ActionItem) -> None:
    desk.actor = acting("liaison", FUKUSHI)
    refused(desk, "permission.department", follow_up, given.id, "done", "数えた。")
    desk.actor = acting("liaison", ZEIMU)
    desk.do(follow_up, given.id, "done", "数えた。")
    assert (now(desk, given).state, now(desk, given).outcome) == ("done", "数えた。")
    desk.actor = acting("head", ZEIMU)
    desk.do(follow_up, given.id, "open")
    assert (now(desk, given).state, now(desk, given).outcome) == ("open", "数えた。")


def test_who_took_a_department_over_follows_up_what_it_was_given(desk: Desk, given: ActionItem) -> None:
    desk.do(add_department, "税務住民課")
    desk.do(close_department, ZEIMU, on=DAY, successor="税務住民課")
    heir = desk.ask(finding.department, "税務住民課")
    desk.actor = SECRETARIAT.__class__("liaison", (heir.id,), "鈴木")
    desk.do(follow_up, given.id, "carried")
    assert now(desk, given).state == "carried"
    assert [each.owners for each in desk.ask(action_list, desk.ask(finding.cycle))] == ["税務住民課"]


def test_a_closed_cycle_locks_no_follow_up(desk: Desk, cycle: Cycle, given: ActionItem) -> None:
    desk.do(close_cycle, cycle, "見本のため")
    desk.actor = acting("liaison", ZEIMU)
    desk.do(follow_up, given.id, "done", "数えた。")
    assert now(desk, given).state == "done"


def test_what_is_wrong_is_refused(desk: Desk, given: ActionItem) -> None:
    refused(desk, "action.unknown", follow_up, "どれでもない", "done")
    refused(desk, "action.state", follow_up, given.id, "finished")
    refused(desk, "text.character", follow_up, given.id, "done", "数\x00えた。")
    refused(desk, "action.reason", postpone, given.id, LATER, " ")
    refused(desk, "action.due_before", postpone, given.id, date(2025, 2, 12), "人手")
    refused(desk, "action.no_department", assign, given.id, [])
    refused(desk, "department.unknown", assign, given.id, ["どこか"])


def test_following_up_without_a_change_is_no_operation_of_the_history(desk: Desk, given: ActionItem) -> None:
    desk.do(follow_up, given.id, "open")
    assert [each.words for each in desk.ask(action_events, given)] == ["会議で決まりました"]


def test_what_happened_is_told_in_order_with_who_did_it(desk: Desk, given: ActionItem) -> None:
    desk.do(postpone, given.id, LATER, "集計に時間がかかる")
    desk.do(assign, given.id, [FUKUSHI, SOUMU])
    desk.actor = acting("liaison", FUKUSHI, name="三浦")
    desk.do(follow_up, given.id, "done", "表にした。")
    desk.do(follow_up, given.id, "done", "表にして配った。")
    assert [(each.who, each.words) for each in desk.ask(action_events, now(desk, given))] == [
        ("佐藤", "会議で決まりました"),
        ("佐藤", "期限を令和7年3月7日（金）へ（集計に時間がかかる）"),
        ("佐藤", "担当を福祉課・総務課へ"),
        ("三浦", "対応済み「表にした。」"),
        ("三浦", "対応済み「表にして配った。」"),
    ]
    assert desk.ask(action_events, given)[0].moment == desk.ask(finding.meeting).day.isoformat()
    assert now(desk, given).due == LATER
    assert verify(desk.database).ok


def test_the_events_of_one_are_not_those_of_another_that_begins_alike(
    desk: Desk, cycle: Cycle, given: ActionItem
) -> None:
    desk.do(hold_meeting, cycle, COMMITTEE, day=LATER)
    held = desk.ask(meetings.meetings)[-1]
    desk.do(record_action, held, None, [ZEIMU], None, "窓口を数える。そして表にする。")
    assert len(desk.ask(action_events, given)) == 1


def test_two_in_the_same_words_have_their_own_events(desk: Desk, cycle: Cycle, given: ActionItem) -> None:
    desk.do(hold_meeting, cycle, COMMITTEE, day=LATER)
    held = desk.ask(meetings.meetings)[-1]
    desk.do(record_action, held, None, [ZEIMU], None, given.text)
    twin = desk.ask(meetings.actions, held.id)[0]
    desk.do(follow_up, given.id, "done", "数えた。")
    desk.do(postpone, twin.id, LATER, "人手")
    assert [each.words for each in desk.ask(action_events, given)] == ["会議で決まりました", "対応済み「数えた。」"]
    assert [each.words for each in desk.ask(action_events, twin)] == [
        "会議で決まりました",
        "期限を令和7年3月7日（金）へ（人手）",
    ]


def test_of_two_in_the_same_words_only_the_one_that_was_set_tells_of_it(
    desk: Desk, cycle: Cycle, given: ActionItem
) -> None:
    desk.do(hold_meeting, cycle, COMMITTEE, day=LATER)
    held = desk.ask(meetings.meetings)[-1]
    desk.do(record_action, held, None, [SOUMU], None, given.text)
    other = desk.ask(meetings.actions, held.id)[0]
    desk.do(follow_up, given.id, "done")
    desk.do(follow_up, other.id, "carried")
    desk.do(follow_up, given.id, "open", "数えなおす。")
    assert [each.words for each in desk.ask(action_events, now(desk, given))] == [
        "会議で決まりました", "対応済み", "対応中「数えなおす。」",
    ]  # fmt: skip
    assert [each.words for each in desk.ask(action_events, now(desk, other))] == ["会議で決まりました", "次回へ"]


def test_what_is_being_written_is_kept_until_it_is_followed_up(desk: Desk, given: ActionItem) -> None:
    desk.actor = acting("liaison", ZEIMU)
    desk.do(keep_outcome, given.id, "数え")
    kept = desk.ask(page_draft, PAGE, given.id)
    assert kept == {"outcome": "数え"}
    assert now(desk, given).outcome is None
    desk.do(follow_up, given.id, "open", "数えた。")
    assert desk.ask(page_draft, PAGE, given.id) is None


def test_the_list_has_this_cycle_the_one_before_and_of_older_ones_what_is_not_done(
    desk: Desk, cycle: Cycle, given: ActionItem
) -> None:
    del given
    for name in ("第2回", "第3回"):
        before = desk.ask(finding.cycle)
        desk.do(close_cycle, before, "見本のため")
        later = start_cycle(desk, name)
        day = date(2025, 6 if name == "第2回" else 10, 1)
        desk.do(hold_meeting, later, COMMITTEE, day=day)
        held = desk.ask(meetings.meetings, later.id)[-1]
        desk.do(record_action, held, None, [SOUMU], day, f"{name}の分。")
        desk.do(close_meeting, held)
    newest = desk.ask(finding.cycle)
    listed = desk.ask(action_list, newest)
    assert [(each.cycle_name, each.new) for each in listed] == [("第1回", False), ("第2回", False), ("第3回", True)]
    desk.do(follow_up, listed[0].action.id, "done")
    desk.do(follow_up, listed[1].action.id, "done")
    assert [each.cycle_name for each in desk.ask(action_list, newest)] == ["第2回", "第3回"]
    assert [each.cycle_name for each in desk.ask(action_list, cycle)] == ["第1回"]
