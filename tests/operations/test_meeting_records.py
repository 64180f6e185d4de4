"""What is recorded in the room: decisions, 宿題, remarks and corrections."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import REMARK_KINDS, RESULTS, ActionState, FloorCorrection, Meeting
from dxdesk.operations.action_items import follow_up
from dxdesk.operations.agenda import add_item
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.departments import close_department
from dxdesk.operations.meeting_records import (
    correct_on_floor,
    record_action,
    record_decision,
    record_remark,
)
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import board, finding, history, meetings
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    PLAN,
    SOUMU,
    ZEIMU,
    accepted,
    refused,
    start_cycle,
    uid,
    unit_of,
)

UNIT = PLAN.unit("重点-1").id


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting with a unit and a free title on its agenda."""
    accepted(desk, cycle, "重点-1", private_memo="秘")
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    found = desk.ask(finding.meeting)
    desk.do(add_item, found, "discuss", code="重点-1")
    desk.do(add_item, found, "report", title="その他")
    return found


@pytest.mark.parametrize("result", RESULTS)
def test_a_decision_has_a_result_and_the_words_of_the_room(desk: Desk, meeting: Meeting, result: str) -> None:
    desk.do(record_decision, meeting, 1, result, " 進める。\n")
    (found,) = desk.ask(meetings.decisions, meeting.id)
    assert (found.number, found.item, found.unit, found.result, found.text) == (1, 1, UNIT, result, "進める。")
    assert not found.read_back


def test_the_last_decision_about_an_item_is_its_result(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_decision, meeting, 1, "continued", "持ちこす。")
    desk.do(record_decision, meeting, 1, "approved", "進める。")
    record = desk.ask(meetings.record, meeting)
    assert [record.result(item) for item in record.items] == ["approved", "noted"]
    assert [each.number for each in record.decisions] == [1, 2]


def test_a_given_task_names_departments_day_and_words(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_action, meeting, 1, [ZEIMU, SOUMU, "税務課"], date(2025, 3, 31), "窓口を数える。")
    desk.do(record_action, meeting, None, [FUKUSHI], None, "次回までに調べる。")
    first, second = desk.ask(meetings.actions, meeting.id)
    assert (first.departments, first.due, first.unit) == ((uid(ZEIMU), uid(SOUMU)), date(2025, 3, 31), UNIT)
    assert (second.item, second.unit, second.due, second.state) == (None, None, None, "open")


def test_a_given_task_comes_back_in_the_next_cycle_beside_its_unit(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    desk.do(record_action, meeting, 1, [ZEIMU], None, "窓口を数える。")
    second = start_cycle(desk, "第2回")
    (line,) = desk.ask(board.items, second)[UNIT].actions
    assert (line.text, line.done) == ("窓口を数える。", False)
    assert desk.ask(board.items, cycle)[UNIT].actions == ()


@pytest.mark.parametrize("state", ["done", "carried", "open"])
def test_a_task_is_finished_even_after_meeting_and_cycle_are_closed(
    desk: Desk, cycle: Cycle, meeting: Meeting, state: ActionState
) -> None:
    given = desk.do(record_action, meeting, 1, [ZEIMU], None, "窓口を数える。")
    desk.do(close_meeting, meeting)
    desk.do(close_cycle, cycle)
    desk.do(follow_up, given.id, state, "214件だった。")
    (found,) = desk.ask(meetings.actions, meeting.id)
    assert (found.state, found.outcome) == (state, "214件だった。")
    desk.do(follow_up, given.id, "done")
    assert desk.ask(meetings.actions, meeting.id)[0].outcome == "214件だった。"


@pytest.mark.parametrize("kind", REMARK_KINDS)
def test_a_remark_names_who_said_it_and_what_it_was(desk: Desk, meeting: Meeting, kind: str) -> None:
    desk.do(record_remark, meeting, 2, " 町長 ", "よい。", kind)
    (found,) = desk.ask(meetings.remarks, meeting.id)
    assert (found.item, found.speaker, found.kind, found.text, found.public) == (2, "町長", kind, "よい。", True)


@pytest.mark.parametrize(
    ("verb", "rest", "problem"),
    [
        (record_decision, (9, "approved", "進める。"), "agenda.unknown"),
        (record_decision, (1, "可決", "進める。"), "result.unknown"),
        (record_decision, (1, "approved", " \n"), "text.empty"),
        (record_decision, (1, "approved", "あ\x00"), "text.character"),
        (record_action, (9, [ZEIMU], None, "数える。"), "agenda.unknown"),
        (record_action, (1, [], None, "数える。"), "action.no_department"),
        (record_action, (1, ["財政課"], None, "数える。"), "department.unknown"),
        (record_action, (1, [ZEIMU], None, ""), "text.empty"),
        (record_action, (1, [ZEIMU], date(2025, 2, 12), "数える。"), "action.due_before"),
        (record_remark, (9, "町長", "よい。"), "agenda.unknown"),
        (record_remark, (1, "　", "よい。"), "remark.speaker"),
        (record_remark, (1, "町長", ""), "text.empty"),
        (record_remark, (1, "町長", "よい。", "感想"), "remark.kind"),
        (correct_on_floor, ("重点-1", "status", "late", " "), "correct.asked_by"),
        (correct_on_floor, ("重点-1", "status", "好調", "町長"), "status.unknown"),
        (correct_on_floor, ("重点-1", "private_memo", "秘", "町長"), "field.unknown"),
        (correct_on_floor, ("重点-1", "done_lines", "a", "町長"), "field.list"),
        (correct_on_floor, ("重点-3", "status", "late", "町長"), "correct.nothing"),
        (correct_on_floor, ("重点-9", "status", "late", "町長"), "plan.unknown_code"),
    ],
)
def test_a_record_that_does_not_hold_is_refused(
    desk: Desk, meeting: Meeting, verb: object, rest: tuple[object, ...], problem: str
) -> None:
    refused(desk, problem, verb, meeting, *rest)  # type: ignore[arg-type]


def test_a_correction_to_what_already_stands_there_is_refused(desk: Desk, meeting: Meeting) -> None:
    desk.do(correct_on_floor, meeting, "重点-1", "status", "warn", "町長")
    refused(desk, "correct.same", correct_on_floor, meeting, "重点-1", "status", "warn", "町長")


def test_an_unknown_task_or_state_is_refused(desk: Desk, meeting: Meeting) -> None:
    given = desk.do(record_action, meeting, 1, [ZEIMU], None, "数える。")
    refused(desk, "action.state", follow_up, given.id, "済")
    refused(desk, "action.unknown", follow_up, "nothing", "done")
    refused(desk, "text.character", follow_up, given.id, "done", "あ\x00")


def test_a_correction_in_the_room_is_noted_with_who_asked_and_from_what_to_what(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    desk.do(correct_on_floor, meeting, "(重点－１)", "status", "遅れ", " 副町長 ")
    desk.do(correct_on_floor, meeting, "重点-1", "issues", "人手", "町長")
    assert [each.subject for each in desk.ask(history.operations, 2)] == [
        "重点-1 書かない窓口（課題）",
        "重点-1 書かない窓口（状況）",
    ]
    assert desk.ask(meetings.corrections, meeting.id) == (
        FloorCorrection(1, UNIT, "status", "ok", "late", "副町長"),
        FloorCorrection(1, UNIT, "issues", None, "人手", "町長"),
    )
    assert unit_of(desk, cycle, "重点-1").status == "late"
    assert "秘" not in repr(desk.ask(board.items, cycle))


def test_a_correction_of_a_unit_that_is_not_on_the_agenda_has_no_item(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    accepted(desk, cycle, "検討-5")
    desk.do(correct_on_floor, meeting, "検討-5", "results", "直した。", "町長")
    (found,) = desk.ask(meetings.corrections, meeting.id)
    assert (found.item, found.before, found.after) == (None, "進めた。", "直した。")


def test_a_task_of_a_department_that_ended_stays_its_own(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_action, meeting, 1, [ZEIMU], None, "数える。")
    desk.do(close_department, ZEIMU, on=date(2025, 3, 31), successor=SOUMU)
    assert desk.ask(meetings.actions, meeting.id)[0].departments == (uid(ZEIMU),)


def test_every_record_is_one_row_of_the_history(desk: Desk, meeting: Meeting) -> None:
    rows = len(desk.ask(history.operations))
    desk.do(record_decision, meeting, 1, "approved", "進める。")
    given = desk.do(record_action, meeting, 1, [ZEIMU], None, "数える。")
    desk.do(record_remark, meeting, 1, "町長", "よい。")
    desk.do(correct_on_floor, meeting, "重点-1", "status", "late", "町長")
    desk.do(follow_up, given.id, "done")
    done = [each.operation for each in desk.ask(history.operations)]
    assert done[: len(done) - rows] == ["action follow up", "correct", "remark", "action", "decide"]
