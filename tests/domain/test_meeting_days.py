"""Whether the day of a meeting goes with its cycle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meeting_days import FAR_DAYS, day_doubts


def cycle(name: str, as_of: date, due: date, meeting: date | None = None) -> Cycle:
    return Cycle(name, name, 2024, "interim", as_of, due, meeting, None, "plan", "settings")


WINTER = cycle("第2回", date(2025, 1, 10), date(2025, 1, 31), date(2025, 2, 13))
SUMMER = cycle("第3回", date(2025, 7, 1), date(2025, 7, 31), date(2025, 8, 20))
PLANNED = date(2025, 2, 13)


def kinds(of: Cycle, day: date, known: tuple[Cycle, ...] = (WINTER,), held: tuple[date, ...] = ()) -> list[str]:
    return [each.kind for each in day_doubts(of, day, known, held)]


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2025, 1, 9), "before_as_of"),
        (date(2025, 1, 30), "before_due"),
        (date(2025, 1, 31), "other_day"),
        (date(2025, 2, 20), "other_day"),
        (PLANNED + timedelta(FAR_DAYS), "other_day"),
        (PLANNED + timedelta(FAR_DAYS + 1), "far"),
        (date(2026, 2, 13), "far"),
    ],
)
def test_the_weightiest_of_what_is_strange_about_a_day_is_told(day: date, kind: str) -> None:
    assert kinds(WINTER, day) == [kind]


def test_the_planned_day_and_any_day_where_none_was_planned_are_as_they_should_be() -> None:
    assert kinds(WINTER, PLANNED) == []
    assert kinds(replace(WINTER, meeting=None), date(2025, 3, 1)) == []


def test_a_second_meeting_has_a_day_of_its_own() -> None:
    assert kinds(WINTER, date(2025, 2, 27), held=(PLANNED,)) == []
    assert kinds(WINTER, date(2025, 2, 27), held=(date(2025, 2, 20),)) == ["other_day"]


def test_the_late_meeting_of_an_earlier_cycle_is_told_of_the_newer_one() -> None:
    (found,) = day_doubts(replace(WINTER, meeting=None), date(2025, 3, 31), (WINTER, SUMMER))
    assert (found.kind, found.other) == ("newer", SUMMER)


def test_a_newer_cycle_that_is_closed_is_no_other_choice() -> None:
    assert kinds(WINTER, PLANNED, (WINTER, replace(SUMMER, open=False))) == []


def test_an_earlier_cycle_that_goes_with_the_day_is_the_way_out() -> None:
    (found,) = day_doubts(SUMMER, PLANNED, (WINTER, SUMMER))
    assert (found.kind, found.other) == ("before_as_of", WINTER)
    (found,) = day_doubts(SUMMER, PLANNED, (replace(WINTER, open=False), SUMMER))
    assert (found.kind, found.other) == ("before_as_of", None)


@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.lists(st.dates(date(2024, 1, 1), date(2027, 1, 1))))
def test_at_most_one_thing_is_said_of_the_day_and_no_other_cycle_is_named_twice(day: date, held: list[date]) -> None:
    for of in (WINTER, SUMMER):
        found = day_doubts(of, day, (WINTER, SUMMER), held)
        assert sum(each.kind != "newer" for each in found) <= 1
        named = [each.other for each in found if each.other is not None]
        assert len(named) <= 1
        assert of not in named
