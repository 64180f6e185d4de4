"""総括, 工程表, 指標一覧, 方向性一覧 and ボード from what is on file."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.domain.printing import OF_CYCLE, PrintKind, Wanted
from dxdesk.operations import cycles
from dxdesk.operations.cycle_papers import CYCLE_PAPERS
from dxdesk.operations.printing_directions import directions
from dxdesk.operations.printing_documents import print_document
from dxdesk.operations.printing_facts import facts
from dxdesk.operations.printing_indicators import indicators
from dxdesk.operations.printing_schedule import timetable
from dxdesk.operations.printing_summary import summary
from dxdesk.store.queries import finding
from tests.builders import MOMENT, SECRETARIAT, SOUMU, accepted, answer, start_cycle, uid
from tests.documents.reading import texts

KINDS: tuple[PrintKind, ...] = (*OF_CYCLE, "board")


def printed(desk: Desk, cycle: Cycle, kind: PrintKind, now: str = MOMENT) -> bytes:
    return desk.ask(print_document, cycle, Wanted(kind), SECRETARIAT, now).pdf


def close(desk: Desk, cycle: Cycle) -> Cycle:
    desk.do(cycles.close_cycle, cycle, "打ち切ります。")
    return desk.ask(finding.cycle, cycle.id)


def test_every_paper_of_a_cycle_has_somebody_who_makes_it() -> None:
    assert {*CYCLE_PAPERS, "summary"} == {*KINDS, "comparison"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_closed_cycle_prints_the_same_at_any_time(desk: Desk, cycle: Cycle, kind: PrintKind) -> None:
    accepted(desk, cycle, "重点-1", issues="人手が足りない。")
    closed = close(desk, cycle)
    before = printed(desk, closed, kind)
    second = start_cycle(desk, "第2回", as_of=date(2025, 6, 30), due=date(2025, 7, 31))
    accepted(desk, second, "重点-1", status="late")
    assert printed(desk, closed, kind, "2026-01-01T09:00:00+09:00") == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_not_accepted_is_on_no_paper(desk: Desk, cycle: Cycle, kind: PrintKind) -> None:
    answer(desk, cycle, "重点-1", status="late", issues="まだ受理していない課題。")
    assert "まだ受理していない課題" not in texts(printed(desk, cycle, kind))[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_person_is_told_of_every_unit_before_printing(desk: Desk, cycle: Cycle, kind: PrintKind) -> None:
    found = desk.ask(facts, cycle, Wanted(kind))
    assert len(found.units) == len(desk.ask(summary, cycle).board.cards)


def test_the_second_cycle_compares_with_the_first(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", status="warn")
    close(desk, cycle)
    second = start_cycle(desk, "第2回", as_of=date(2025, 6, 30), due=date(2025, 7, 31))
    accepted(desk, second, "重点-1", status="ok", results="窓口を1つにした。")
    found = desk.ask(summary, second)
    assert found.previous_name is not None
    assert [each.sentence for each in found.advanced] == ["窓口を1つにした。"]
    assert desk.ask(summary, cycle).first


def test_indicators_are_listed_in_the_plans_order_also_before_anything_is_reported(desk: Desk, cycle: Cycle) -> None:
    rows = desk.ask(indicators, cycle).rows
    assert [row.indicator.name for row in rows][:2] == ["利用率", "所感"]
    assert rows[0].reading is None


def test_directions_come_from_the_answer_that_counts(desk: Desk, cycle: Cycle) -> None:
    assert not desk.ask(directions, cycle).told
    accepted(desk, cycle, "重点-1", direction="拡充", reason="利用が伸びた。")
    found = desk.ask(directions, cycle)
    assert found.told
    assert [(row.direction, row.reason) for row in found.rows if row.direction] == [("拡充", "利用が伸びた。")]


def test_guidance_is_there_for_departments_too(desk: Desk, cycle: Cycle) -> None:
    roles: tuple[ActorRole, ...] = ("liaison", "head")
    for role in roles:
        actor = Actor(role, (uid(SOUMU),))
        text, _ = texts(desk.ask(print_document, cycle, Wanted("guidance"), actor, MOMENT).pdf)
        assert "提出期限" in text


def test_the_timetable_has_every_unit_once(desk: Desk, cycle: Cycle) -> None:
    found = desk.ask(timetable, cycle)
    cards = [row.card.unit for row in found.rows if row.card is not None]
    assert cards == [card.unit for card in found.board.cards]
