from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import cycles as cycle_operations
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meeting_records import record_decision
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from dxdesk.store.queries.audience import audience
from dxdesk.wording.meeting import decided_words
from tests.builders import COMMITTEE, accepted, open_desk, start_cycle, uid

FIRST, LATE = uid("書かない窓口"), uid("研修")


@pytest.fixture
def year(database: Database) -> tuple[Desk, Cycle]:
    """Two closed cycles and one that is open."""
    desk = open_desk(database)
    for number, (status, month) in enumerate((("ok", 4), ("late", 8)), start=1):
        cycle = start_cycle(desk, f"令和6年度 第{number}回", as_of=date(2024, month, 1), due=date(2024, month, 20))
        accepted(desk, cycle, "重点-1", status=status, results="進めた。")
        desk.do(cycle_operations.close_cycle, cycle, "期限が来た")
    now = start_cycle(desk, "令和6年度 第3回")
    accepted(desk, now, "重点-1", status="warn", results="進めた。")
    return desk, now


def test_closed_cycles_are_read_as_they_were_closed(year: tuple[Desk, Cycle]) -> None:
    desk, now = year
    found = desk.ask(audience, now)
    assert [each.name for each in found.trend.cycles] == ["第1回", "第2回", "第3回"]
    assert found.trend.statuses[FIRST] == ("ok", "late", "warn")
    assert found.trend.statuses[LATE] == ("miss", "miss", "miss")
    second = desk.ask(finding.cycle, "令和6年度 第2回")
    assert desk.ask(audience, second).trend.statuses[FIRST] == ("ok", "late")


def test_the_audience_sees_what_agrees_with_the_board_and_holds_every_unit(year: tuple[Desk, Cycle]) -> None:
    desk, now = year
    found = desk.ask(audience, now)
    units = {card.unit for card in found.board.cards}
    assert set(found.items) == set(found.trend.statuses) == set(found.roadmap.roads) == units
    assert all(found.trend.statuses[card.unit][-1] == card.status for card in found.board.cards)
    assert found.roadmap.day == (found.board.meeting_day or found.board.as_of)


def test_a_unit_asks_what_the_agenda_asks_and_then_says_what_was_decided(year: tuple[Desk, Cycle]) -> None:
    desk, now = year
    assert desk.ask(audience, now).items[FIRST].ask is None
    desk.do(hold_meeting, now, COMMITTEE, day=date(2025, 2, 13))
    held = desk.ask(finding.meeting)
    desk.do(add_item, held, "discuss", code="重点-1", ask="移行の時期を6月とするか")
    found = desk.ask(audience, now).items[FIRST]
    assert (found.ask, found.decided) == ("移行の時期を6月とするか", ())
    desk.do(record_decision, held, 1, "approved", "6月に移行する。")
    decided = desk.ask(audience, now).items[FIRST].decided
    assert [decided_words(each) for each in decided] == ["承認：6月に移行する。"]
    desk.do(record_decision, held, 1, "continued", "費用は次回に協議する。")
    assert [each.number for each in desk.ask(audience, now).items[FIRST].decided] == [1, 2]


def test_a_cycle_closed_in_the_meantime_is_shown_closed(year: tuple[Desk, Cycle]) -> None:
    desk, now = year
    desk.do(cycle_operations.close_cycle, now, "期限が来た")
    assert desk.ask(audience, replace(now, open=True)).cycle.open is False
