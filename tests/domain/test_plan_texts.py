"""What the plan says about a unit, by year, by goal, by national item."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.plan_parts import Level, Narrative, Period, Schedule, ScheduleKind
from dxdesk.domain.plan_texts import YearText, goal_pairs, national_words, plan_lines, unit_years, year_texts
from dxdesk.domain.plans import Node, Plan
from tests.documents.sample_boards import PLANS, load_plan

YEARS = (2023, 2024, 2025)


def plan_of(*schedules: Schedule | None, own: Schedule | None = None) -> Plan:
    """A plan with one unit and an activity per schedule, named 甲, 乙 and so on."""
    levels = (Level("unit", "取組", "initiative", None, None), Level("line", "内容", "activity", None, None))
    unit = Node("u", None, "unit", "1", None, "取組の名前", None, schedule=own)
    lines = tuple(
        Node(f"a{at}", "u", "line", None, None, name, None, schedule=schedule)
        for at, (name, schedule) in enumerate(zip("甲乙丙丁戊", schedules, strict=False))
    )
    period = Period(2023, 2025, None)
    return Plan(1, "p", "x", "町", "計画", None, None, period, levels=levels, nodes=(unit, *lines))


def schedule(kind: ScheduleKind, begin: int | None, end: int | None, wording: str | None = None) -> Schedule:
    return Schedule(kind, begin, end, wording, None, kind not in ("start", "anytime", "yearly"))


def texts(*schedules: Schedule | None, own: Schedule | None = None) -> tuple[YearText, ...]:
    plan = plan_of(*schedules, own=own)
    return year_texts(plan, plan.by_id["u"], YEARS)


def test_years_that_are_confirmed_stand_apart() -> None:
    found = texts(schedule("year", 2023, 2023), schedule("year", 2023, 2023), schedule("year", 2025, 2025))
    assert found == (YearText(2023, 2023, ("甲", "乙"), False), YearText(2025, 2025, ("丙",), False))


def test_a_lost_arrow_reaches_to_the_end_and_is_dotted() -> None:
    assert texts(schedule("start", 2024, None)) == (YearText(2024, 2025, ("甲",), True),)


def test_words_like_every_year_need_no_arrow() -> None:
    assert texts(schedule("yearly", None, None, "毎年")) == (YearText(2023, 2025, ("甲（毎年）",), False),)


def test_lines_whose_years_overlap_stand_together_and_say_which_are_theirs() -> None:
    found = texts(schedule("span", 2023, 2025), schedule("year", 2024, 2024), schedule("start", 2024, None))
    assert found == (YearText(2023, 2025, ("甲", "乙（令和6年度）", "丙（令和6年度～）"), True),)


def test_a_line_without_schedule_may_reach_over_all_years() -> None:
    assert texts(None) == (YearText(2023, 2025, ("甲",), True),)


def test_a_line_outside_the_columns_is_left_out() -> None:
    assert texts(schedule("year", 2030, 2030)) == ()


def test_a_deadline_of_the_unit_stands_before_its_lines() -> None:
    own = schedule("deadline", None, 2025, "令和7年度までに")
    assert texts(schedule("year", 2023, 2023), own=own)[0].lines == ("全体：令和7年度までに", "甲（令和5年度）")
    assert texts(own=own)[0].lines == ("令和7年度までに",)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["span", "year", "start", "yearly", "anytime", "deadline"]),
            st.none() | st.integers(2020, 2030),
            st.none() | st.integers(2020, 2030),
        ),
        max_size=5,
    )
)
def test_texts_never_overlap_and_never_leave_the_columns(
    rows: list[tuple[ScheduleKind, int | None, int | None]],
) -> None:
    found = texts(*(schedule(*row) for row in rows))
    edges = [edge for each in found for edge in (each.first, each.last)]
    assert edges == sorted(edges)
    assert all(YEARS[0] <= each.first <= each.last <= YEARS[-1] for each in found)
    assert len({each.first for each in found}) == len(found)


@pytest.mark.parametrize(
    ("name", "count"), [("ogawara", 3), ("otaki", 3), ("kaminokawa", 0), ("miharu", 0), ("kahoku", 0)]
)
def test_years_get_columns_where_the_plan_places_something_in_them(name: str, count: int) -> None:
    assert len(unit_years(load_plan(name), 2024)) == count


def test_of_a_long_period_the_five_years_around_this_one_are_shown() -> None:
    plan = replace(plan_of(schedule("year", 2023, 2023)), period=Period(2021, 2030, None))
    assert unit_years(plan, 2021) == (2021, 2022, 2023, 2024, 2025)
    assert unit_years(plan, 2026) == (2025, 2026, 2027, 2028, 2029)
    assert unit_years(plan, 2030) == (2026, 2027, 2028, 2029, 2030)


@pytest.mark.parametrize("name", PLANS)
def test_every_line_of_every_plan_appears_in_some_year(name: str) -> None:
    plan = load_plan(name)
    years = unit_years(plan, 2024)
    for unit in plan.units:
        shown = "\n".join(line for each in year_texts(plan, unit, years) for line in each.lines) if years else ""
        assert all(line in shown for line in plan_lines(plan, unit)) or not years


def test_goals_stand_opposite_the_issues_they_answer() -> None:
    unit = load_plan("ogawara").unit("6")
    pairs = goal_pairs(unit)
    assert [(len(each.currents), len(each.goals)) for each in pairs] == [(2, 1)]


def test_a_goal_alone_is_a_pair_without_issues() -> None:
    unit = replace(plan_of().by_id["u"], narrative=(Narrative("goal", "使いやすい", None),))
    assert [(each.currents, each.goals) for each in goal_pairs(unit)] == [((), ("使いやすい",))]


def test_national_items_name_their_version_and_say_when_nobody_confirmed_them() -> None:
    plan = load_plan("ogawara")
    unit = plan.unit("2")
    assert national_words(plan, unit, {"N1": "窓口"}) is not None
    confirmed = replace(plan, crosswalk=tuple(replace(each, confirmed=True) for each in plan.crosswalk))
    words = national_words(confirmed, unit, {"N1": "窓口"})
    assert words is not None
    assert words.startswith("窓口")
    assert words.endswith("版との対応）")
    assert (national_words(plan, unit, {}) or "").endswith("版との対応・案）")


def test_a_unit_without_national_item_says_nothing() -> None:
    plan = replace(load_plan("ogawara"), crosswalk=())
    assert national_words(plan, plan.unit("2"), {}) is None
