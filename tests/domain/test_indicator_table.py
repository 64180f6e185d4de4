"""How much of a target was reached, and which indicators a paper lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.domain.board import compose_board
from dxdesk.domain.indicator_table import IndicatorTable, indicator_table, measured_against, number_of, reached
from dxdesk.domain.merge import EMPTY, UnitView
from dxdesk.domain.plan_parts import Baseline, Department, Direction, Indicator, IndicatorKind, Target
from dxdesk.domain.replies import Answer, Author, Reading, Revision
from dxdesk.domain.settings import Settings
from tests.documents.sample_boards import PAST, THIS
from tests.documents.sample_outlines import sized_plan

D1 = Department("d1", "総務課")


def indicator(
    direction: Direction | None = "up",
    kind: IndicatorKind = "number",
    baseline: str | None = None,
    targets: tuple[Target, ...] = (),
) -> Indicator:
    base = Baseline(baseline, "R4末") if baseline else None
    return Indicator("i1", "利用率", "％", kind, direction, base, targets, None)


@pytest.mark.parametrize(
    ("direction", "baseline", "value", "target", "percent"),
    [
        ("up", None, "48", "60", 80),
        ("up", "10", "1,200", "1000", 120),
        ("keep", None, "99.5", "100", 100),
        (None, None, "1", "3", 33),
        ("down", "100", "70", "40", 50),
        ("down", "100", "110", "40", -17),
        ("down", None, "50", "40", 80),
        ("down", "40", "40", "40", None),
        ("up", None, "5", "0", None),
        ("up", None, "年1回", "3", None),
        ("up", None, None, "3", None),
        ("up", None, "3", "5年間で6人", None),
    ],
)
def test_the_rate_is_reckoned_by_the_direction_of_the_indicator(
    direction: Direction | None, baseline: str | None, value: str | None, target: str, percent: int | None
) -> None:
    assert reached(indicator(direction, baseline=baseline), value, target) == percent


@pytest.mark.parametrize("kind", ["yes_no", "text"])
def test_words_have_no_rate_even_where_they_are_digits(kind: IndicatorKind) -> None:
    assert reached(indicator(kind=kind), "3", "3") is None


@pytest.mark.parametrize(("text", "found"), [("1,284", 1284), ("-", None), ("NaN", None), ("約5", None), (None, None)])
def test_only_plain_numbers_are_numbers(text: str | None, found: int | None) -> None:
    assert number_of(text) == found


def test_this_years_target_counts_then_the_next_then_that_of_no_year_then_the_last() -> None:
    early, late, free = Target(2023, "10"), Target(2026, "40"), Target(None, "50")
    assert measured_against(indicator(targets=(late, Target(2024, "20"))), 2024) == Target(2024, "20")
    assert measured_against(indicator(targets=(early, late)), 2024) == late
    assert measured_against(indicator(targets=(early, free)), 2024) == free
    assert measured_against(indicator(targets=(early,)), 2024) == early
    assert measured_against(indicator(), 2024) is None


def said(value: str) -> UnitView:
    answer = Answer(status="ok", indicators=(Reading("i1", value, value),))
    revision = Revision("answer", "c", "u1", "d1", (), answer, Author("liaison", "d1", None), "2025-01-20T01:00:00Z")
    return UnitView("u1", "ok", None, revision, {"d1": revision}, {}, EMPTY)


def table(*targets: Target) -> IndicatorTable:
    plan = sized_plan(2, 1)
    own = replace(indicator(targets=targets), name="利用率")
    nodes = tuple(replace(each, indicators=(own,)) if each.id in ("a1", "u1") else each for each in plan.nodes)
    told = [(PAST, {"u1": said("30")}), (THIS, {"u1": said("48")})]
    plan = replace(plan, nodes=nodes)
    return indicator_table(plan, compose_board(plan, THIS, told[-1][1], [D1]), Settings(), THIS, told)


def test_indicators_of_units_and_of_what_is_above_them_are_listed_in_the_plans_order() -> None:
    found = table(Target(2025, "60"))
    assert [row.group for row in found.rows] == ["第1の柱", "1　取組その1の推進"]
    above, unit = found.rows
    assert above.reading is None
    assert unit.reading is not None
    assert unit.before is not None
    assert (unit.reading.value, unit.before.value, unit.percent) == ("48", "30", 80)


def test_at_most_five_years_have_a_column_the_last_and_those_to_come_first() -> None:
    assert table(*(Target(year, "1") for year in range(2020, 2026))).years == (2021, 2022, 2023, 2024, 2025)
    assert table(*(Target(year, "1") for year in range(2022, 2031))).years == (2024, 2025, 2026, 2027, 2030)
    assert table(Target(None, "1")).years == ()
    assert table(Target(None, "1")).open_target
