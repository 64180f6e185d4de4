"""What the next cycle is proposed to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.calendar import fiscal_year, is_office_day
from dxdesk.domain.cycle_years import year_in
from dxdesk.domain.cycles import Cycle, check_cycle_days
from dxdesk.domain.next_cycle import months_later, next_cycle, told_day


def cycle(name: str, year: int, as_of: date, due: date, meeting: date | None = None) -> Cycle:
    return Cycle(name, name, year, "interim", as_of, due, meeting, None, "plan", "settings")


FIRST = cycle("令和6年度 第1回", 2024, date(2024, 7, 1), date(2024, 7, 19), date(2024, 8, 8))
SECOND = cycle("令和6年度 第2回", 2024, date(2025, 1, 10), date(2025, 1, 31), date(2025, 2, 13))


def test_after_the_last_of_a_year_comes_the_first_of_the_next_a_year_later() -> None:
    found = next_cycle([FIRST, SECOND], 2, date(2025, 3, 10))
    assert found.name == "令和7年度 第1回"
    assert (found.as_of, found.due, found.meeting) == (date(2025, 7, 1), date(2025, 7, 18), date(2025, 8, 8))


def test_within_a_year_the_days_are_those_of_the_last_a_rhythm_later() -> None:
    found = next_cycle([FIRST], 2, date(2024, 9, 1))
    assert found.name == "令和6年度 第2回"
    assert (found.as_of, found.due) == (date(2025, 1, 1), date(2025, 1, 17))


def test_days_that_are_over_begin_today() -> None:
    found = next_cycle([FIRST, SECOND], 2, date(2025, 9, 1))
    assert found.as_of == date(2025, 9, 1)
    assert found.due >= found.as_of


def test_the_name_says_the_year_of_the_day_that_is_proposed() -> None:
    autumn = cycle("令和8年度 第1回", 2026, date(2026, 11, 1), date(2026, 11, 20))
    found = next_cycle([autumn], 2, date(2026, 12, 1))
    assert (found.name, found.as_of) == ("令和9年度 第1回", date(2027, 5, 1))


def test_a_town_that_let_a_year_go_begins_with_this_one() -> None:
    assert next_cycle([FIRST], 2, date(2026, 5, 1)).name == "令和8年度 第1回"


def test_the_first_cycle_of_a_town_begins_today() -> None:
    found = next_cycle([], None, date(2025, 4, 7))
    assert (found.name, found.as_of) == ("令和7年度 第1回", date(2025, 4, 7))
    assert found.meeting is not None


def test_the_first_cycle_is_of_the_year_that_the_town_chose() -> None:
    found = next_cycle([], None, date(2026, 11, 21), first_year=2025)
    assert (found.name, found.as_of, found.due) == ("令和7年度 第1回", date(2025, 11, 21), date(2025, 12, 12))
    assert found.meeting is not None
    assert fiscal_year(found.meeting) == 2025
    assert next_cycle([FIRST], 2, date(2026, 5, 1), first_year=2020).name == "令和8年度 第1回"


def test_a_name_that_is_taken_is_not_proposed() -> None:
    taken = cycle("令和７年度 第１回", 2024, date(2025, 2, 1), date(2025, 2, 2))
    assert next_cycle([FIRST, SECOND, taken], 3, date(2025, 3, 1)).name == "令和7年度 第2回"


def test_a_number_by_which_a_further_meeting_is_called_is_not_proposed_in_its_year() -> None:
    named = cycle("第2回", 2024, date(2024, 9, 1), date(2024, 9, 20), date(2024, 10, 10))
    assert next_cycle([FIRST, named], 3, date(2024, 11, 1), used_up={(2024, 3)}).name == "令和6年度 第4回"
    assert next_cycle([FIRST, named], 3, date(2024, 11, 1), used_up={(2023, 3)}).name == "令和6年度 第3回"


def test_how_many_a_year_is_learned_from_the_past() -> None:
    three = [cycle(f"令和6年度 第{n}回", 2024, date(2024, 4 + n, 1), date(2024, 4 + n, 9)) for n in (1, 2, 3)]
    assert next_cycle(three, None, date(2024, 9, 1)).name == "令和7年度 第1回"


def test_the_results_of_a_year_are_proposed_again_by_the_name_of_that_year_also_where_they_are_gathered_after_it() -> (
    None
):
    mid = cycle("令和6年度 第1回", 2024, date(2024, 10, 1), date(2024, 10, 18))
    results = replace(cycle("令和6年度 第2回", 2024, date(2025, 4, 1), date(2025, 4, 18)), kind="result")
    autumn = cycle("令和7年度 第1回", 2025, date(2025, 10, 1), date(2025, 10, 17))
    found = next_cycle([mid, results, autumn], 2, date(2026, 2, 1))
    assert (found.name, found.kind, found.as_of) == ("令和7年度 第2回", "result", date(2026, 4, 1))


def test_a_year_whose_results_are_still_gathered_is_not_over() -> None:
    mid = cycle("令和6年度 第1回", 2024, date(2024, 10, 1), date(2024, 10, 18))
    results = replace(cycle("令和6年度 第2回", 2024, date(2025, 3, 31), date(2025, 4, 18)), kind="result")
    autumn = cycle("令和7年度 第1回", 2025, date(2025, 10, 1), date(2025, 10, 17))
    found = next_cycle([mid, results, autumn], 2, date(2026, 4, 2))
    assert (found.name, found.kind, found.as_of) == ("令和7年度 第2回", "result", date(2026, 3, 31))
    assert next_cycle([mid, results, autumn], 2, date(2026, 6, 1)).name == "令和8年度 第1回"


def test_results_that_a_town_calls_by_the_year_in_which_they_are_gathered_are_proposed_so_again() -> None:
    results = replace(cycle("令和7年度 第1回", 2025, date(2025, 4, 1), date(2025, 4, 18)), kind="result")
    autumn = cycle("令和7年度 第2回", 2025, date(2025, 10, 1), date(2025, 10, 17))
    for today in (date(2026, 2, 1), date(2026, 4, 2)):
        found = next_cycle([results, autumn], 2, today)
        assert (found.name, found.kind, found.as_of) == ("令和8年度 第1回", "result", date(2026, 4, 1))


def test_the_name_of_a_cycle_goes_before_the_year_that_an_older_program_kept_of_it() -> None:
    results = replace(cycle("令和6年度 第2回", 2025, date(2025, 4, 1), date(2025, 4, 18)), kind="result")
    autumn = cycle("令和7年度 第1回", 2025, date(2025, 10, 1), date(2025, 10, 17))
    found = next_cycle([results, autumn], 2, date(2026, 2, 1))
    assert (found.name.partition(" ")[0], found.as_of) == ("令和7年度", date(2026, 4, 1))


def test_a_shorter_month_ends_on_its_last_day() -> None:
    assert months_later(date(2025, 8, 31), 6) == date(2026, 2, 28)


days = st.dates(date(2019, 5, 1), date(2040, 12, 31))


@given(
    days, st.integers(0, 60), st.one_of(st.none(), st.integers(0, 60)), st.one_of(st.none(), st.integers(1, 6)), days
)
def test_the_proposed_days_never_contradict_each_other(
    as_of: date, due: int, meeting: int | None, per_year: int | None, today: date
) -> None:
    end = date.fromordinal(as_of.toordinal() + due)
    held = date.fromordinal(end.toordinal() + meeting) if meeting is not None else None
    found = next_cycle([cycle("前の回", as_of.year, as_of, end, held)], per_year, today)
    check_cycle_days(found.as_of, found.due, found.meeting)
    assert year_in(found.name) == fiscal_year(found.as_of)
    assert found.due >= today or found.due == found.as_of or not is_office_day(today)


@pytest.mark.parametrize(
    ("told", "as_of", "due"),
    [
        (date(2025, 8, 21), date(2025, 7, 1), date(2025, 7, 18)),
        (date(2025, 7, 24), date(2025, 7, 1), date(2025, 7, 18)),
        (date(2025, 10, 2), date(2025, 9, 1), date(2025, 9, 19)),
        (date(2025, 6, 4), date(2025, 5, 1), date(2025, 5, 19)),
    ],
)
def test_the_meeting_is_on_the_day_that_was_told_and_the_other_days_lie_before_it(
    told: date, as_of: date, due: date
) -> None:
    found = next_cycle([FIRST, SECOND], 2, date(2025, 3, 10), told=told)
    assert (found.as_of, found.due, found.meeting) == (as_of, due, told)


def test_a_day_that_was_told_soon_leaves_what_time_there_is() -> None:
    found = next_cycle([FIRST, SECOND], 2, date(2025, 3, 10), told=date(2025, 3, 12))
    assert found.meeting == date(2025, 3, 12)
    assert date(2025, 3, 10) <= found.as_of <= found.due <= date(2025, 3, 12)


def test_a_town_without_planned_meetings_gets_the_one_that_was_told() -> None:
    bare = cycle("令和6年度 第2回", 2024, date(2025, 1, 10), date(2025, 1, 31))
    assert next_cycle([bare], 2, date(2025, 3, 10), told=date(2025, 8, 21)).meeting == date(2025, 8, 21)


@given(st.dates(date(2025, 3, 10), date(2027, 3, 31)))
def test_whatever_day_was_told_the_days_are_in_their_order(told: date) -> None:
    found = next_cycle([FIRST, SECOND], 2, date(2025, 3, 10), told=told)
    assert found.meeting == told
    check_cycle_days(found.as_of, found.due, found.meeting)
    assert found.due >= date(2025, 3, 10)


def test_of_the_days_told_the_first_that_is_still_to_come_counts() -> None:
    held, today = [date(2025, 2, 13), date(2025, 2, 27)], date(2025, 3, 1)
    assert told_day([date(2025, 9, 4), date(2025, 8, 21)], held, today) == date(2025, 8, 21)
    assert told_day([date(2025, 2, 27)], held, today) is None, "that one was held"
    assert told_day([date(2025, 8, 21)], held, date(2025, 9, 1)) is None, "that one is over"
