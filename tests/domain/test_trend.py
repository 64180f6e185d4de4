from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.board import compose_board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import EMPTY, UnitView
from dxdesk.domain.plan_lists import Lineage
from dxdesk.domain.plans import Plan
from dxdesk.domain.statuses import STATUSES, Status
from dxdesk.domain.trend import MOST_CYCLES, changed, compose_trend
from tests.builders import PLAN, uid

UNIT = uid("書かない窓口")
CYCLE = Cycle("c9", "令和6年度 第2回", 2024, "interim", date(2025, 1, 31), date(2025, 2, 5), None, None, "p", "s")


def view(status: Status, unit: str = UNIT) -> UnitView:
    return UnitView(unit, status, None, None, {"d": None}, {"d": EMPTY}, EMPTY)


def before(*statuses: Status, plan: Plan = PLAN) -> list[tuple[Cycle, Plan, dict[str, UnitView]]]:
    return [
        (replace(CYCLE, id=f"c{at}", name=f"令和5年度 第{at + 1}回", fiscal_year=2023), plan, {UNIT: view(status)})
        for at, status in enumerate(statuses)
    ]


def cards(now: Status = "ok") -> tuple:  # type: ignore[type-arg]
    return compose_board(PLAN, CYCLE, {UNIT: view(now)}, ()).cards


def test_the_columns_are_the_last_six_cycles_with_their_short_names() -> None:
    trend = compose_trend(PLAN, cards(), before("ok", "ok", "late", "ok", "warn", "none", "done"), CYCLE)
    assert len(trend.cycles) == MOST_CYCLES
    assert [each.name for each in trend.cycles] == ["第3回", "第4回", "第5回", "第6回", "第7回", "第2回"]
    assert [each.fiscal_year for each in trend.cycles] == [2023] * 5 + [2024]
    assert trend.statuses[UNIT] == ("late", "ok", "warn", "none", "done", "ok")


@given(st.lists(st.sampled_from(STATUSES), max_size=9))
def test_every_unit_has_a_status_per_column_and_ends_with_its_card(statuses: list[Status]) -> None:
    trend = compose_trend(PLAN, cards("warn"), before(*statuses), CYCLE)
    assert set(trend.statuses) == {unit.id for unit in PLAN.units}
    assert {len(said) for said in trend.statuses.values()} == {min(len(statuses) + 1, MOST_CYCLES)}
    assert trend.statuses[UNIT] == (*statuses[-5:], "warn")


def test_a_unit_nobody_was_asked_about_is_out_of_scope_and_one_that_was_not_there_is_nothing() -> None:
    older = replace(PLAN, nodes=tuple(node for node in PLAN.nodes if node.id != uid("研修")))
    trend = compose_trend(PLAN, cards(), before("ok", plan=older), CYCLE)
    assert trend.statuses[uid("手続の案内")] == ("na", "na")
    assert trend.statuses[uid("研修")] == (None, "na")


def test_a_unit_that_has_another_id_today_was_there_as_what_it_was() -> None:
    renamed = replace(PLAN, lineage=(Lineage("renamed", ("old",), (uid("研修"),), ""),))
    older = replace(
        PLAN, nodes=tuple(replace(node, id="old") if node.id == uid("研修") else node for node in PLAN.nodes)
    )
    trend = compose_trend(renamed, cards(), before("ok", plan=older), CYCLE)
    assert trend.statuses[uid("研修")] == ("na", "na")


@pytest.mark.parametrize(
    ("previous", "now", "told"), [("ok", "late", True), ("miss", "ok", True), ("ok", "ok", False), (None, "ok", False)]
)
def test_what_changed_is_another_status_than_last_time(previous: Status | None, now: Status, told: bool) -> None:
    card = replace(cards(now)[0], previous_status=previous, status=now)
    assert changed(card) == told
