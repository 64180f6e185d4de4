from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.plan_parts import Period, Schedule, ScheduleKind
from dxdesk.domain.plans import Plan
from dxdesk.domain.roadmap import Planned, PlannedLine, Road, compose_roadmap, plan_years
from tests.builders import PLAN, node, uid
from tests.documents.sample_boards import load_plan
from tests.plan_samples import TOWNS

UNIT = uid("研修")
DAY = date(2025, 2, 13)
KINDS: tuple[ScheduleKind, ...] = (
    "span", "year", "start", "yearly", "alternate", "anytime", "deadline", "conditional",
)  # fmt: skip


def plan_with(*schedules: Schedule | None, period: tuple[int | None, int | None] = (2023, 2027)) -> Plan:
    """A plan whose unit 研修 has a line per schedule."""
    lines = tuple(node("activity", None, f"行{at}", "研修", schedule=each) for at, each in enumerate(schedules))
    return replace(PLAN, nodes=(*PLAN.nodes, *lines), period=Period(*period, None))


def schedule(kind: ScheduleKind, begin: int | None = None, end: int | None = None, sure: bool = True) -> Schedule:
    return Schedule(kind, begin, end, None, None, sure)


def road(*schedules: Schedule | None, year: int = 2024) -> Road:
    return compose_roadmap(plan_with(*schedules), year, DAY).roads[UNIT]


@pytest.mark.parametrize(
    ("when", "first", "last", "dotted"),
    [
        (schedule("span", 2023, 2026), 2024, 2026, False),
        (schedule("span", 2025, 2026, sure=False), 2025, 2026, True),
        (schedule("year", 2025), 2025, 2025, False),
        (schedule("start", 2023, sure=False), 2024, 2027, True),
        (schedule("start", 2026, sure=True), 2026, 2027, False),
        (schedule("yearly", sure=False), 2024, 2027, False),
        (schedule("anytime", 2023, sure=False), 2024, 2027, False),
        (schedule("deadline", None, 2025), 2024, 2025, False),
        (schedule("conditional", None, 2026), 2024, 2026, False),
        (schedule("alternate", sure=False), 2024, 2027, True),
        (None, 2024, 2027, True),
    ],
)
def test_every_kind_of_schedule_stands_in_its_years(when: Schedule | None, first: int, last: int, dotted: bool) -> None:
    planned = road(when).planned
    assert [(each.first, each.last, each.dotted) for each in planned] == [(first, last, dotted)]


def test_every_second_year_stands_apart_with_its_mark() -> None:
    found = road(schedule("alternate", 2023))
    assert [(each.first, each.last) for each in found.planned] == [(2025, 2025), (2027, 2027)]
    assert all(line.marked for each in found.planned for line in each.lines)
    assert found.marks == (2023,)


def test_a_single_year_that_is_over_leaves_its_mark() -> None:
    assert road(schedule("year", 2023)) == Road((), (2023,))
    assert road(schedule("year", 2024)).marks == (2024,)
    assert road(schedule("year", 2026)).marks == ()


def test_lines_whose_years_overlap_stand_together_in_the_order_of_the_plan() -> None:
    found = road(schedule("start", 2023, sure=False), schedule("year", 2025), schedule("yearly"))
    assert found.planned == (
        Planned(2024, 2027, (PlannedLine("行0", False), PlannedLine("行2", False), PlannedLine("行1", True)), True),
    )


def test_a_unit_about_which_the_plan_says_nothing_has_a_dotted_span_without_lines() -> None:
    assert road() == Road((Planned(2024, 2027, (), True),), ())


@given(
    st.lists(
        st.builds(
            Schedule,
            st.sampled_from(KINDS),
            st.none() | st.integers(2020, 2030),
            st.none() | st.integers(2020, 2030),
            st.none(),
            st.none(),
            st.booleans(),
        ),
        max_size=5,
    ),
    st.integers(2021, 2029),
)
def test_what_is_planned_never_overlaps_and_lies_from_this_year_on(when: list[Schedule], year: int) -> None:
    roadmap = compose_roadmap(plan_with(*when), year, DAY)
    planned = roadmap.roads[UNIT].planned
    assert all(year <= each.first <= each.last <= roadmap.years[-1] for each in planned)
    assert all(one.last < other.first for one, other in pairwise(planned))
    assert all(mark <= year for mark in roadmap.roads[UNIT].marks)


@pytest.mark.parametrize(
    ("period", "this_year", "years"),
    [
        ((2023, 2025), 2024, (2023, 2024, 2025)),
        ((2023, None), 2024, (2023, 2024, 2025)),
        ((None, None), 2024, (2024, 2025)),
        ((2023, 2025), 2026, (2023, 2024, 2025, 2026)),
        ((2024, 2026), 2023, (2023, 2024, 2025, 2026)),
    ],
)
def test_the_years_are_those_of_the_plan_and_this_one(
    period: tuple[int | None, int | None], this_year: int, years: tuple[int, ...]
) -> None:
    assert plan_years(plan_with(period=period), this_year) == years


@pytest.mark.parametrize("town", TOWNS)
def test_every_unit_of_a_real_plan_has_a_road(town: str) -> None:
    plan = load_plan(town)
    roadmap = compose_roadmap(plan, 2024, DAY)
    assert set(roadmap.roads) == {unit.id for unit in plan.units}
    assert roadmap.length == (None if plan.period.to is None else len(range(2023, plan.period.to + 1)))
