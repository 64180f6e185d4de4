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
from tests.builders import MOMENT, PLAN, SECRETARIAT, start_cycle
from tests.documents.reading import page_texts


def text_of(desk: Desk, cycle: Cycle) -> str:
    wanted = Wanted("change-notice")
    return "".join(page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf))


def test_there_is_no_notice_where_nothing_was_changed(desk: Desk, cycle: Cycle) -> None:
    with pytest.raises(Problem) as problem:
        text_of(desk, cycle)
    assert problem.value.code == "print.no_changes"


def test_the_notice_tells_the_change_before_and_after_the_next_cycle_opens(desk: Desk, cycle: Cycle) -> None:
    unit = PLAN.units[0]
    nodes = tuple(replace(each, name="改めた名前") if each.id == unit.id else each for each in PLAN.nodes)
    desk.do(import_plan, replace(PLAN, nodes=nodes))
    before = text_of(desk, cycle)
    assert "次の回から、変更後の計画を使います。" in before
    assert f"名称変更{''.join(unit.name.split())}改めた名前" in before
    desk.do(cycles.close_cycle, cycle)
    second = start_cycle(desk, "第2回")
    assert "第2回から、変更後の計画を使っています。" in text_of(desk, second)
    assert "改めた名前" in text_of(desk, second)
