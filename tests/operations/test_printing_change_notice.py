"""変更通知: what the newest plan changes, told in the cycle before it and in the one after."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import Wanted
from dxdesk.operations import cycles
from dxdesk.operations.plans import import_plan
from dxdesk.operations.printing_documents import print_document
from dxdesk.store.queries.cycles import cycle as cycle_on_file
from dxdesk.store.queries.plans import plan as plan_on_file
from tests.builders import MOMENT, PLAN, SECRETARIAT, start_cycle
from tests.documents.reading import page_texts

LATER = "2025-03-31T10:15:00+09:00"


def text_of(desk: Desk, cycle: Cycle) -> str:
    wanted = Wanted("change-notice")
    return "".join(page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf))


def comparison_of(desk: Desk, cycle: Cycle) -> str:
    wanted = Wanted("comparison")
    return "".join(page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf))


def rename(desk: Desk, name: str) -> None:
    unit = PLAN.units[0]
    nodes = tuple(replace(each, name=name) if each.id == unit.id else each for each in PLAN.nodes)
    desk.do(import_plan, replace(PLAN, nodes=nodes))


def test_there_is_no_notice_where_nothing_was_changed(desk: Desk, cycle: Cycle) -> None:
    with pytest.raises(Problem) as problem:
        text_of(desk, cycle)
    assert problem.value.code == "print.no_changes"


def test_the_notice_tells_the_change_before_and_after_the_next_cycle_opens(desk: Desk, cycle: Cycle) -> None:
    rename(desk, "改めた名前")
    before = text_of(desk, cycle)
    assert "次の回から、変更後の計画を使います。" in before
    assert f"名称変更{''.join(PLAN.units[0].name.split())}改めた名前" in before
    desk.do(cycles.close_cycle, cycle)
    second = start_cycle(desk, "第2回")
    assert "第2回から、変更後の計画を使っています。" in text_of(desk, second)
    assert "改めた名前" in text_of(desk, second)


def test_a_closed_cycle_tells_what_was_changed_until_then_whatever_is_changed_later(desk: Desk, cycle: Cycle) -> None:
    rename(desk, "改めた名前")
    desk.do(cycles.close_cycle, cycle)
    closed = desk.ask(cycle_on_file, cycle.id)
    before = text_of(desk, closed), comparison_of(desk, closed)
    assert "改めた名前" in before[0]
    assert "改めた名前" in before[1]
    start_cycle(desk, "第2回")
    rename(Desk(desk.database, SECRETARIAT, lambda: LATER), "また改めた名前")
    assert (text_of(desk, closed), comparison_of(desk, closed)) == before


def test_what_is_changed_after_the_close_is_told_in_the_next_cycle(desk: Desk, cycle: Cycle) -> None:
    desk.do(cycles.close_cycle, cycle)
    closed = desk.ask(cycle_on_file, cycle.id)
    rename(Desk(desk.database, SECRETARIAT, lambda: LATER), "改めた名前")
    for paper in (text_of, comparison_of):
        with pytest.raises(Problem) as problem:
            paper(desk, closed)
        assert problem.value.code == "print.no_changes_closed"
    assert "改めた名前" in text_of(desk, start_cycle(desk, "第2回"))


def test_a_later_plan_that_changes_no_initiative_leaves_the_notice_of_the_cycle(desk: Desk, cycle: Cycle) -> None:
    rename(desk, "改めた名前")
    desk.do(cycles.close_cycle, cycle)
    second = start_cycle(desk, "第2回")
    before = text_of(desk, second)
    desk.do(import_plan, replace(desk.ask(plan_on_file), edition="改めた版"))
    assert text_of(desk, second) == before
