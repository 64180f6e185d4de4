"""The board and its items as they are read: the agenda, the cycle before, and what was given to do."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.action_items import follow_up
from dxdesk.operations.agenda import add_item
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.meeting_records import record_action
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.operations.replies import record_draft
from dxdesk.store.database import Database
from dxdesk.store.queries import board, finding
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    HEADQUARTERS,
    PLAN,
    SOUMU,
    ZEIMU,
    accepted,
    at,
    open_desk,
    start_cycle,
    write,
)

UNIT = PLAN.unit("重点-1").id


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


def closed(desk: Desk, cycle: Cycle) -> Cycle:
    desk.do(close_cycle, cycle)
    return desk.ask(finding.cycle, cycle.id)


def test_a_board_without_a_cycle_before_or_a_meeting_shows_neither(desk: Desk) -> None:
    found = desk.ask(board.board, start_cycle(desk, meeting=date(2025, 2, 13)))
    assert (found.previous_name, found.body_name, found.meeting_day) == (None, None, date(2025, 2, 13))
    assert (found.town, found.plan_title, found.sample) == ("見本町", "見本町DX計画", False)
    assert {card.previous_status for card in found.cards} == {None}


def test_the_newest_meeting_of_the_cycle_gives_numbers_name_and_day(desk: Desk) -> None:
    cycle = start_cycle(desk)
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    desk.do(add_item, desk.ask(finding.meeting), "discuss", code="重点-1")
    assert desk.ask(board.board, cycle).cards[0].agenda_number == 1
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=date(2025, 2, 20))
    found = desk.ask(board.board, cycle)
    assert (found.body_name, found.meeting_day, found.cards[0].agenda_number) == (HEADQUARTERS, date(2025, 2, 20), None)


def test_the_main_department_is_named_first(desk: Desk) -> None:
    cycle = start_cycle(desk, assigned={"重点-3": [ZEIMU, SOUMU]})
    card = next(each for each in desk.ask(board.board, cycle).cards if each.code == "重点-3")
    assert (card.departments, card.main_first) == ((SOUMU, ZEIMU), (ZEIMU, SOUMU))


def test_drafts_and_unreviewed_words_are_on_no_item(desk: Desk) -> None:
    cycle = start_cycle(desk)
    write(desk, cycle, "重点-1", status="late", results="下書き")
    item = desk.ask(board.items, cycle)[UNIT]
    assert (item.results, item.card.status, item.card.stage) == (None, "miss", None)


def test_an_item_shows_the_words_of_the_cycle_before_and_no_older_ones(desk: Desk) -> None:
    first = start_cycle(desk)
    accepted(desk, first, "重点-1", results="一回目", next="広げる。")
    second = start_cycle(desk, "第2回", departments=[FUKUSHI])
    third = start_cycle(desk, "第3回")
    accepted(desk, third, "重点-1", results="三回目")
    assert desk.ask(board.items, second)[UNIT].previous["results"] == "一回目"
    found = desk.ask(board.items, third)[UNIT]
    assert (found.results, found.previous["results"], found.card.previous_status) == ("三回目", None, None)


def test_indicators_run_over_the_cycles_before(desk: Desk) -> None:
    for number, value in enumerate((10, 20, 35), start=1):
        cycle = start_cycle(desk, f"第{number}回")
        write_indicator(desk, cycle, str(value))
        accepted(desk, cycle, "重点-1")
    lines = desk.ask(board.items, cycle)[UNIT].indicators
    assert [(line.name, line.values) for line in lines] == [
        ("利用率", (("第1回", "10"), ("第2回", "20"), ("第3回", "35"))), ("所感", ()),
    ]  # fmt: skip


def write_indicator(desk: Desk, cycle: Cycle, value: str) -> None:
    desk.do(at, cycle, "重点-1", None, record_draft, {}, {"利用率": value})


def test_the_past_goes_back_a_few_cycles_oldest_first(desk: Desk) -> None:
    made = [start_cycle(desk, f"第{number}回") for number in range(1, 9)]
    names = [cycle.name for cycle, _ in desk.ask(board.past, made[-1])]
    assert names == ["第3回", "第4回", "第5回", "第6回", "第7回"]
    assert [cycle.name for cycle, _ in desk.ask(board.past, made[-1], 2)] == ["第6回", "第7回"]
    assert desk.ask(board.past, made[0]) == ()


def test_what_was_given_to_do_stands_beside_its_unit_in_the_next_cycle_only(desk: Desk) -> None:
    first = start_cycle(desk)
    desk.do(hold_meeting, first, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting)
    desk.do(add_item, meeting, "discuss", code="重点-1")
    given = desk.do(record_action, meeting, 1, [ZEIMU], None, "数える。")
    desk.do(close_meeting, meeting)
    closed(desk, first)
    second = start_cycle(desk, "第2回")
    assert [(line.text, line.state, line.done) for line in desk.ask(board.items, second)[UNIT].actions] == [
        ("数える。", "対応中", False)
    ]
    desk.do(follow_up, given.id, "done")
    as_closed = closed(desk, second)
    assert [line.done for line in desk.ask(board.items, as_closed)[UNIT].actions] == [True]
    desk.do(follow_up, given.id, "carried")
    assert [line.done for line in desk.ask(board.items, as_closed)[UNIT].actions] == [True]
    third = start_cycle(desk, "第3回")
    assert desk.ask(board.items, third)[UNIT].actions == ()
