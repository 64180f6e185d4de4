"""The agenda is put right item by item, settled, and taken back as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.agenda import MINUTES, REST_MINUTES, STANDING_MINUTES
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import AgendaItem, Meeting
from dxdesk.operations.agenda import add_item, adopt_proposal, move_item
from dxdesk.operations.agenda_changes import (
    change_item,
    confirm_agenda,
    fill_agenda,
    remove_item,
    reopen_agenda,
    set_agenda,
)
from dxdesk.operations.meeting_records import record_remark
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import finding, history, meetings
from tests.builders import COMMITTEE, accepted, refused

REST = "ほかの取組"


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting with an empty agenda."""
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    return desk.ask(finding.meeting)


def items(desk: Desk, meeting: Meeting) -> tuple[AgendaItem, ...]:
    return desk.ask(meetings.agenda, meeting.id)


def three(desk: Desk, meeting: Meeting) -> tuple[AgendaItem, ...]:
    for code in ("重点-1", "重点-2", "重点-3"):
        desk.do(add_item, meeting, "discuss", code=code, minutes=10)
    return items(desk, meeting)


def test_the_whole_proposal_has_usual_minutes_and_one_report_of_the_others(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    accepted(desk, cycle, "重点-1", status="late")
    desk.do(fill_agenda, meeting, REST)
    assert [(each.kind, each.title, each.minutes) for each in items(desk, meeting)] == [
        ("report", "前回の宿題について", STANDING_MINUTES),
        ("report", "その他の報告について", STANDING_MINUTES),
        ("discuss", "書かない窓口", MINUTES),
        ("report", REST, REST_MINUTES),
    ]


def test_filling_again_adds_nothing_and_keeps_minutes(desk: Desk, meeting: Meeting) -> None:
    desk.do(fill_agenda, meeting, REST)
    desk.do(change_item, meeting, 1, minutes=20)
    before = items(desk, meeting)
    assert desk.do(fill_agenda, meeting, REST) == ()
    assert items(desk, meeting) == before


def test_what_is_proposed_later_stands_before_the_report_of_the_others(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    desk.do(fill_agenda, meeting, REST)
    desk.do(add_item, meeting, "report", title="その他")
    accepted(desk, cycle, "検討-5", status="late")
    accepted(desk, cycle, "重点-1", discuss="discuss")
    desk.do(fill_agenda, meeting, REST)
    assert [each.code or each.title for each in items(desk, meeting)][2:] == ["重点-1", "検討-5", REST, "その他"]
    assert [each.number for each in items(desk, meeting)] == [1, 2, 3, 4, 5, 6]


def test_what_was_recorded_keeps_its_number_when_more_is_proposed(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    desk.do(fill_agenda, meeting, REST)
    desk.do(record_remark, meeting, 3, "委員長", "よい。")
    accepted(desk, cycle, "重点-1", status="late")
    desk.do(fill_agenda, meeting, REST)
    assert [each.code or each.title for each in items(desk, meeting)][2:] == [REST, "重点-1"]


def test_what_is_given_of_an_item_is_changed(desk: Desk, meeting: Meeting) -> None:
    three(desk, meeting)
    desk.do(change_item, meeting, 2, kind="report", minutes=25, ask=" 広げてよいか ", title="申請")
    item = items(desk, meeting)[1]
    assert (item.kind, item.minutes, item.ask, item.title, item.code) == (
        "report", 25, "広げてよいか", "申請", "重点-2",
    )  # fmt: skip
    desk.do(change_item, meeting, 2, ask="")
    assert items(desk, meeting)[1].ask is None


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"kind": "協議"}, "agenda.kind"), ({"title": "　"}, "agenda.title"), ({"minutes": 601}, "agenda.minutes"),
        ({"minutes": -1}, "agenda.minutes"), ({"ask": "あ\x00"}, "text.character"),
        ({"title": "あ" * 201}, "text.too_long"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_hold_is_refused(
    desk: Desk, meeting: Meeting, values: dict[str, object], problem: str
) -> None:
    three(desk, meeting)
    refused(desk, problem, change_item, meeting, 1, **values)


def test_an_item_is_removed_and_the_others_move_up(desk: Desk, meeting: Meeting) -> None:
    first, _, third = three(desk, meeting)
    desk.do(remove_item, meeting, 2)
    assert [(each.number, each.id) for each in items(desk, meeting)] == [(1, first.id), (2, third.id)]


def test_the_agenda_is_put_back_as_it_stood_with_the_same_items(desk: Desk, meeting: Meeting) -> None:
    before = three(desk, meeting)
    desk.do(remove_item, meeting, 1)
    desk.do(change_item, meeting, 1, minutes=60)
    desk.do(set_agenda, meeting, before)
    assert items(desk, meeting) == before


def test_an_agenda_is_emptied_by_taking_its_proposal_back(desk: Desk, meeting: Meeting) -> None:
    desk.do(adopt_proposal, meeting)
    desk.do(set_agenda, meeting, ())
    assert items(desk, meeting) == ()


def test_once_something_is_recorded_items_stay_in_their_places(desk: Desk, meeting: Meeting) -> None:
    before = three(desk, meeting)
    desk.do(record_remark, meeting, 1, "町長", "よい。")
    refused(desk, "agenda.recorded", remove_item, meeting, 3)
    refused(desk, "agenda.recorded", set_agenda, meeting, before[:2])
    refused(desk, "agenda.recorded", set_agenda, meeting, before[::-1])
    desk.do(change_item, meeting, 3, minutes=5)
    desk.do(set_agenda, meeting, before)
    assert items(desk, meeting) == before


def test_a_confirmed_agenda_is_changed_only_after_it_is_opened_again(desk: Desk, meeting: Meeting) -> None:
    before = three(desk, meeting)
    desk.do(confirm_agenda, meeting)
    assert desk.ask(meetings.meeting, meeting.id).agenda_confirmed is not None
    refused(desk, "agenda.confirmed", add_item, meeting, "report", title="その他")
    refused(desk, "agenda.confirmed", adopt_proposal, meeting)
    refused(desk, "agenda.confirmed", move_item, meeting, 1, 2)
    refused(desk, "agenda.confirmed", change_item, meeting, 1, minutes=5)
    refused(desk, "agenda.confirmed", remove_item, meeting, 1)
    refused(desk, "agenda.confirmed", set_agenda, meeting, before)
    refused(desk, "agenda.confirmed", confirm_agenda, meeting)
    desk.do(reopen_agenda, meeting)
    assert desk.ask(meetings.meeting, meeting.id).agenda_confirmed is None
    refused(desk, "agenda.not_confirmed", reopen_agenda, meeting)
    desk.do(remove_item, meeting, 1)
    assert [each.operation for each in desk.ask(history.operations, 3)] == [
        "agenda remove", "agenda reopen", "agenda confirm",
    ]  # fmt: skip


def test_an_empty_agenda_is_not_confirmed(desk: Desk, meeting: Meeting) -> None:
    refused(desk, "agenda.empty", confirm_agenda, meeting)


def test_the_agenda_of_a_closed_meeting_stays(desk: Desk, meeting: Meeting) -> None:
    before = three(desk, meeting)
    desk.do(close_meeting, meeting)
    refused(desk, "meeting.closed", change_item, meeting, 1, minutes=5)
    refused(desk, "meeting.closed", remove_item, meeting, 1)
    refused(desk, "meeting.closed", set_agenda, meeting, before)
    refused(desk, "meeting.closed", confirm_agenda, meeting)
    refused(desk, "meeting.closed", reopen_agenda, meeting)
