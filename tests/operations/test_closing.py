"""Closing and reopening a cycle: what was said then stays, whatever comes after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import handing_over, replies, reviews
from dxdesk.operations.action_items import follow_up
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle, open_cycle, reassign, reopen_cycle
from dxdesk.operations.departments import order_departments, rename_department
from dxdesk.operations.meeting_records import record_action
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import board, cycles, finding, history
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.store.verification import verify
from tests.builders import (
    AS_OF,
    COMMITTEE,
    DUE,
    FUKUSHI,
    KENSETSU,
    MOMENT,
    PLAN,
    SOUMU,
    ZEIMU,
    accepted,
    answer,
    arrive,
    at,
    refused,
    start_cycle,
    uid,
    unit_of,
    write,
)


def close(desk: Desk, cycle: Cycle, reason: str | None = None) -> Cycle:
    desk.do(close_cycle, cycle, reason)
    return desk.ask(finding.cycle, cycle.id)


def test_a_cycle_without_anything_left_is_closed_without_a_reason(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1")
    closed = close(desk, cycle)
    assert not closed.open
    (record,) = desk.ask(cycles.close_records, cycle.id)
    assert (record.kind, record.number, record.reason, record.moment) == ("close", 1, None, MOMENT)
    assert (record.plan_revision, record.settings_revision) == (cycle.plan_revision, cycle.settings_revision)
    assert len(record.units) == len(PLAN.units)


def test_the_record_names_its_own_row_of_the_history(desk: Desk, cycle: Cycle) -> None:
    close(desk, cycle)
    newest = desk.ask(history.operations)[0]
    (record,) = desk.ask(cycles.close_records, cycle.id)
    assert (newest.sequence, newest.operation) == (record.audit_sequence, "cycle close")


def leave_an_answer(desk: Desk, cycle: Cycle) -> str:
    answer(desk, cycle, "重点-1")
    return "重点-1"


def leave_a_conflict(desk: Desk, cycle: Cycle) -> str:
    answer(desk, cycle, "重点-1")
    arrive(desk, cycle, "重点-1", ZEIMU)
    return "重点-1"


def leave_a_consolidation(desk: Desk, cycle: Cycle) -> str:
    accepted(desk, cycle, "重点-2", FUKUSHI)
    return "重点-2"


@pytest.mark.parametrize("leave", [leave_an_answer, leave_a_conflict, leave_a_consolidation])
def test_what_is_left_open_wants_a_reason_and_then_counts_as_unanswered(
    desk: Desk, cycle: Cycle, leave: Callable[[Desk, Cycle], str]
) -> None:
    code = leave(desk, cycle)
    found = refused(desk, "cycle.left_open", close_cycle, cycle)
    assert found.values == {"left": code, "count": 1}
    refused(desk, "cycle.left_open", close_cycle, cycle, "  ")
    closed = close(desk, cycle, "会議の日が来たため")
    assert unit_of(desk, closed, code).status == "miss"
    assert desk.ask(cycles.close_records, cycle.id)[-1].reason == "会議の日が来たため"


def test_silence_a_returned_answer_and_a_draft_need_no_reason(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1")
    desk.do(at, cycle, "重点-1", None, reviews.return_reply, ["results"], "件数は。")
    write(desk, cycle, "検討-5")
    assert not close(desk, cycle).open


def test_the_meetings_of_a_cycle_are_closed_first(desk: Desk, cycle: Cycle) -> None:
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    found = refused(desk, "cycle.meeting_open", close_cycle, cycle, "理由")
    assert found.values == {"meeting": COMMITTEE, "day": date(2025, 2, 13)}
    desk.do(close_meeting, desk.ask(finding.meeting))
    assert not close(desk, cycle).open


def test_a_closed_cycle_takes_nothing_more_even_from_someone_who_sees_it_open(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1")
    write(desk, cycle, "検討-5")
    place = desk.do(replies.find_place, cycle, "検討-5")
    said = desk.do(replies.find_place, cycle, "重点-1")
    close(desk, cycle)
    for verb, *rest in (
        (replies.record_draft, place, {"issues": "課題"}), (replies.submit, place), (replies.discard_draft, place),
        (handing_over.hand_in, cycle), (replies.withdraw, said), (reviews.accept_reply, said),
        (reviews.return_reply, said, ["results"], "件数は。"), (reviews.undo_review, said), (reviews.accept_all, cycle),
        (reviews.consolidate, cycle, "重点-1"), (reviews.withdraw_consolidation, cycle, "重点-1"),
        (reviews.settle, cycle, "重点-1", None, {}), (reviews.correct, cycle, "重点-1", "results", "直した。"),
        (reassign, cycle, "重点-1", [SOUMU], "理由"), (hold_confirmation, said),
    ):  # fmt: skip
        refused(desk, "cycle.closed", verb, *rest)
    refused(desk, "meeting.cycle_closed", hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    refused(desk, "cycle.closed_already", close_cycle, cycle)


def hold_confirmation(change: Change, place: replies.Place) -> object:
    return replies.confirm(change, place, by="課長")


def test_the_board_of_a_closed_cycle_is_its_record_whatever_is_changed_later(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", status="late", stage="trial")
    accepted(desk, cycle, "検討-5")
    closed = close(desk, cycle)
    before, items = desk.ask(board.board, closed), desk.ask(board.items, closed)
    desk.do(rename_department, ZEIMU, "税務住民課")
    desk.do(order_departments, [KENSETSU, FUKUSHI])
    second = start_cycle(desk, "第2回")
    accepted(desk, second, "重点-1", status="ok")
    assert desk.ask(board.board, closed) == before
    assert desk.ask(board.items, closed) == items


def test_the_second_cycle_shows_what_changed_and_keeps_showing_it_once_closed(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", status="late", stage="study")
    first = close(desk, cycle)
    second = start_cycle(desk, "第2回")
    accepted(desk, second, "重点-1", status="ok", stage="trial")
    card = desk.ask(board.board, second).cards[0]
    assert (card.previous_status, card.previous_stage, card.change) == ("late", "study", "better")
    closed = close(desk, second)
    before = desk.ask(board.board, closed)
    desk.do(reopen_cycle, first, "数え直し")
    accepted(desk, desk.ask(finding.cycle, first.id), "重点-1", status="ok")
    assert desk.ask(board.board, closed) == before


def test_action_items_are_shown_in_a_closed_cycle_as_they_were(desk: Desk, cycle: Cycle) -> None:
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting)
    desk.do(record_action, meeting, None, [ZEIMU], None, "窓口を数える。")
    desk.do(close_meeting, meeting)
    close(desk, cycle)
    (action,) = desk.ask(meetings_on_file.actions, meeting.id)
    desk.do(follow_up, action.id, "done", "数えた。")
    assert desk.ask(meetings_on_file.actions, meeting.id)[0].state == "done"
    assert desk.ask(cycles.close_records, cycle.id)[-1].actions == ((action.id, "open"),)


@pytest.mark.parametrize("reason", ["", "　\n"])
def test_reopening_wants_a_reason(desk: Desk, cycle: Cycle, reason: str) -> None:
    refused(desk, "cycle.open_already", reopen_cycle, cycle, "理由")
    close(desk, cycle)
    refused(desk, "reason.missing", reopen_cycle, cycle, reason)


def test_a_reopened_cycle_goes_on_and_its_records_stay(desk: Desk, cycle: Cycle) -> None:
    closed = close(desk, cycle)
    desk.do(reopen_cycle, closed, "1件が漏れていたため")
    again = desk.ask(finding.cycle, cycle.id)
    assert again.open
    accepted(desk, again, "重点-1")
    final = close(desk, again)
    records = desk.ask(cycles.close_records, cycle.id)
    assert [(each.number, each.kind) for each in records] == [(1, "close"), (2, "reopen"), (3, "close")]
    assert records[1].reason == "1件が漏れていたため"
    assert unit_of(desk, final, "重点-1").status == "ok"
    assert verify(desk.database).ok


def test_a_draft_survives_closing_and_can_be_handed_in_after_reopening(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-1")
    closed = close(desk, cycle)
    desk.do(reopen_cycle, closed, "理由")
    assert len(desk.do(handing_over.hand_in, desk.ask(finding.cycle, cycle.id)).submitted) == 1


def test_the_second_cycle_may_open_while_the_first_is_open(desk: Desk, cycle: Cycle) -> None:
    desk.do(open_cycle, "第2回", as_of=AS_OF, due=DUE)
    assert [each.open for each in desk.ask(cycles.cycles)] == [True, True]
    assert desk.ask(finding.cycle).name == "第2回"
    assert uid(ZEIMU) in desk.ask(cycles.asked, cycle.id)[PLAN.unit("重点-1").id]
