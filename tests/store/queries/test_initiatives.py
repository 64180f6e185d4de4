"""What the list of 取組 shows of a cycle, read in one go."""

from __future__ import annotations

from dxdesk.operations import cycles
from dxdesk.store.database import Database
from dxdesk.store.queries import board, replies
from dxdesk.store.queries.initiatives import initiatives
from tests.builders import PLAN, ZEIMU, accepted, answer, open_desk, start_cycle, uid


def test_every_unit_has_its_card_and_what_counts(database: Database) -> None:
    desk = open_desk(database)
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", results="できた。")
    answer(desk, cycle, "重点-3", results="まだ受理されていない。")
    found = desk.ask(initiatives, cycle)
    assert set(found.cards) == {unit.id for unit in PLAN.units}
    assert (found.cards[uid("書かない窓口")].status, found.cards[uid("手続の案内")].status) == ("ok", "miss")
    assert found.board == desk.ask(board.board, cycle)
    assert found.views == desk.ask(replies.views, cycle)
    assert (found.closed, found.newest) == (None, True)


def test_units_whose_owners_the_plan_does_not_name_are_provisional(database: Database) -> None:
    desk = open_desk(database)
    found = desk.ask(initiatives, start_cycle(desk))
    assert found.provisional == {uid("文書の電子化")}


def test_a_cycle_closed_since_it_was_read_is_shown_closed_and_the_next_one_is_newer(database: Database) -> None:
    desk = open_desk(database)
    cycle = start_cycle(desk)
    accepted(desk, cycle, "重点-1", ZEIMU, results="一回目。")
    desk.do(cycles.close_cycle, cycle, "見本のため")
    found = desk.ask(initiatives, cycle)
    assert not found.cycle.open
    assert found.closed is not None
    assert found.newest
    following = desk.ask(initiatives, start_cycle(desk, "第2回"))
    assert following.cards[uid("書かない窓口")].previous_status == "ok"
    assert not desk.ask(initiatives, cycle).newest
