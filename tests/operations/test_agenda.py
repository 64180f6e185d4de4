"""The agenda: proposed by rule, put together by people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations import printing
from dxdesk.operations.agenda import add_item, adopt_proposal, find_item, move_item
from dxdesk.operations.meeting_records import record_action, record_decision, record_remark
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store.queries import board, finding, history, meetings
from tests.builders import COMMITTEE, FUKUSHI, SOUMU, ZEIMU, accepted, refused, start_cycle

DAY = date(2025, 2, 13)


@pytest.fixture
def meeting(desk: Desk, cycle: Cycle) -> Meeting:
    """A meeting with an empty agenda."""
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY)
    return desk.ask(finding.meeting)


def listed(desk: Desk, meeting: Meeting) -> list[tuple[int, str, str]]:
    return [(each.number, each.kind, each.code or each.title) for each in desk.ask(meetings.agenda, meeting.id)]


def test_the_proposal_begins_with_the_standing_items_then_discussions_by_rule(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    accepted(desk, cycle, "重点-1", status="late")
    accepted(desk, cycle, "重点-3", status="warn")
    accepted(desk, cycle, "検討-5", status="ok", discuss="decide", ask="やめてよいか")
    desk.do(adopt_proposal, meeting)
    assert listed(desk, meeting) == [
        (1, "report", "前回の宿題について"), (2, "report", "その他の報告について"),
        (3, "discuss", "検討-5"), (4, "discuss", "重点-1"),
    ]  # fmt: skip
    assert [each.ask for each in desk.ask(meetings.agenda, meeting.id)] == [None, None, "やめてよいか", None]


def test_adopting_the_proposal_again_adds_only_what_is_new(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    desk.do(add_item, meeting, "report", title="その他の報告について")
    desk.do(adopt_proposal, meeting)
    accepted(desk, cycle, "重点-1", status="late")
    assert [each.subject for each in desk.do(adopt_proposal, meeting)] == ["書かない窓口"]
    assert desk.do(adopt_proposal, meeting) == ()
    assert [what for *_, what in listed(desk, meeting)] == ["その他の報告について", "前回の宿題について", "重点-1"]


def test_an_unreviewed_answer_is_not_proposed(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    accepted(desk, cycle, "重点-2", ZEIMU, status="late")
    desk.do(adopt_proposal, meeting)
    assert "重点-2" not in [what for *_, what in listed(desk, meeting)]


def test_discussed_units_get_the_numbers_of_the_board(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    desk.do(add_item, meeting, "report", code="重点-1")
    desk.do(add_item, meeting, "discuss", title="その他", minutes=5)
    desk.do(add_item, meeting, "discuss", code="(5)", ask="やめてよいか")
    assert [(each.code, each.agenda_number) for each in desk.ask(board.board, cycle).discussed()] == [("検討-5", 2)]


def test_what_is_asked_on_the_agenda_stands_on_the_sheet(desk: Desk, cycle: Cycle, meeting: Meeting) -> None:
    accepted(desk, cycle, "重点-1", ask="予算をどうするか")
    shown = desk.ask(board.board, cycle)
    unit = next(card.unit for card in shown.cards if card.code == "重点-1")
    assert desk.ask(printing.sheets, cycle, shown)[unit].item.ask == "予算をどうするか"
    desk.do(add_item, meeting, "discuss", code="重点-1", ask="4月に始めてよいか")
    assert desk.ask(printing.sheets, cycle, desk.ask(board.board, cycle))[unit].item.ask == "4月に始めてよいか"


def test_what_is_asked_of_the_meeting_is_taken_from_the_counted_answer(
    desk: Desk, cycle: Cycle, meeting: Meeting
) -> None:
    accepted(desk, cycle, "重点-1", ask="広げてよいか")
    desk.do(add_item, meeting, "discuss", code="重点-1", minutes=20)
    (item,) = desk.ask(meetings.agenda, meeting.id)
    assert (item.ask, item.minutes, item.title) == ("広げてよいか", 20, "書かない窓口")


@pytest.mark.parametrize(
    ("kind", "more", "problem"),
    [
        ("協議", {"title": "その他"}, "agenda.kind"),
        ("discuss", {}, "agenda.one_of"),
        ("discuss", {"title": "その他", "code": "重点-1"}, "agenda.one_of"),
        ("discuss", {"title": " 　"}, "agenda.title"),
        ("discuss", {"title": "その他", "minutes": -1}, "agenda.minutes"),
        ("discuss", {"title": "その他", "minutes": 601}, "agenda.minutes"),
        ("discuss", {"title": "あ" * 201}, "text.too_long"),
        ("discuss", {"title": "その他", "ask": "あ\x00"}, "text.character"),
        ("discuss", {"code": "重点-9"}, "plan.unknown_code"),
        ("discuss", {"code": "1"}, "plan.ambiguous_code"),
    ],
)
def test_an_item_that_does_not_hold_is_refused(
    desk: Desk, meeting: Meeting, kind: str, more: dict[str, object], problem: str
) -> None:
    refused(desk, problem, add_item, meeting, kind, **more)


def test_a_unit_stands_on_the_agenda_once(desk: Desk, meeting: Meeting) -> None:
    desk.do(add_item, meeting, "discuss", code="重点-1")
    found = refused(desk, "agenda.there_already", add_item, meeting, "report", code="重点－１")
    assert found.values == {"code": "重点-1"}


def three(desk: Desk, meeting: Meeting) -> None:
    for code in ("重点-1", "重点-2", "重点-3"):
        desk.do(add_item, meeting, "discuss", code=code)


@pytest.mark.parametrize(
    ("number", "to", "order"),
    [(3, 1, "312"), (1, 3, "231"), (2, 2, "123"), (1, 99, "231"), (3, -5, "312"), (2, 1, "213")],
)
def test_an_item_is_moved_to_another_place(desk: Desk, meeting: Meeting, number: int, to: int, order: str) -> None:
    three(desk, meeting)
    desk.do(move_item, meeting, number, to)
    assert listed(desk, meeting) == [(place, "discuss", f"重点-{each}") for place, each in enumerate(order, start=1)]


def decide(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_decision, meeting, 1, "approved", "進める。")


def assign(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_action, meeting, 2, [SOUMU], None, "調べる。")


def speak(desk: Desk, meeting: Meeting) -> None:
    desk.do(record_remark, meeting, 3, "町長", "よい。")


@pytest.mark.parametrize("record", [decide, assign, speak])
def test_nothing_is_moved_once_something_is_recorded_about_an_item(
    desk: Desk, meeting: Meeting, record: Callable[[Desk, Meeting], None]
) -> None:
    three(desk, meeting)
    record(desk, meeting)
    refused(desk, "agenda.recorded", move_item, meeting, 1, 2)


def test_an_unknown_item_is_refused_naming_those_there_are(desk: Desk, meeting: Meeting) -> None:
    assert refused(desk, "agenda.unknown", find_item, meeting, 1).values["near"] == "（なし）"
    three(desk, meeting)
    found = refused(desk, "agenda.unknown", move_item, meeting, 4, 1)
    assert found.values == {"text": 4, "near": "1 書かない窓口、2 オンライン申請、3 手続の案内"}


def test_every_item_is_one_row_of_the_history(desk: Desk, meeting: Meeting) -> None:
    three(desk, meeting)
    desk.do(move_item, meeting, 1, 2)
    done = [each.operation for each in desk.ask(history.operations, 4)]
    assert done == ["agenda move", "agenda add", "agenda add", "agenda add"]


def test_the_board_of_another_cycle_does_not_show_this_agenda(desk: Desk, meeting: Meeting) -> None:
    three(desk, meeting)
    second = start_cycle(desk, "第2回", departments=[FUKUSHI])
    assert desk.ask(board.board, second).discussed() == ()
