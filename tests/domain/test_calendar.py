"""Fiscal years, eras and every way in which a day is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.calendar import (
    ACCEPTED_FORMS,
    ERAS,
    clock_words,
    era_year,
    fiscal_year,
    fiscal_year_short,
    fiscal_year_words,
    is_office_day,
    long_date,
    moment_words,
    office_day_on_or_before,
    parse_clock,
    parse_date,
    plain_date,
    short_date,
    short_date_beside,
    table_date,
)
from dxdesk.domain.errors import Problem
from tests.builders import attempt, problem

TODAY = date(2025, 2, 13)
FULL_WIDTH = str.maketrans("0123456789./-", "０１２３４５６７８９．／－")

days = st.dates(ERAS[-1].first_day, date(2100, 12, 31))


@pytest.mark.parametrize("form", ACCEPTED_FORMS)
def test_every_form_that_is_offered_is_taken(form: str) -> None:
    assert parse_date(form, today=TODAY) == TODAY


@pytest.mark.parametrize(
    "text",
    [
        "R7.2.13", "r7.2.13", "R7/2/13", "R7-02-13", "R07.02.13", "Ｒ７．２．１３", "Ｒ７年２月１３日",
        "令和7年2月13日", "令和７年２月１３日", "令和7年2月13日（木）", "令和 7年 2月13日 (木)", "令和7.2.13",
        "㋿7年2月13日", "7/2/13", "７／２／１３", "7.2.13", "07-02-13", "2025-02-13", "2025/2/13", "2025.2.13",
        "２０２５－０２－１３", "2025年2月13日（木）", "2/13", "２／１３", "2月13日", "2月13日（木）",
    ],
)  # fmt: skip
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    assert parse_date(text, today=TODAY) == TODAY


@given(days)
def test_every_form_of_a_day_leads_back_to_it(day: date) -> None:
    era, number = era_year(day)
    forms = [day.isoformat(), f"{day:%Y/%m/%d}", long_date(day), plain_date(day), table_date(day)]
    forms += [f"{era.name}{number}.{day.month}.{day.day}", f"{era.letter.lower()}{number}-{day.month}-{day.day}"]
    for form in forms:
        assert parse_date(form) == day
        assert parse_date(form.translate(FULL_WIDTH)) == day


@given(st.dates(date(2019, 5, 1), date(2100, 12, 31)))
def test_a_year_of_one_or_two_digits_is_one_of_today_s_era(day: date) -> None:
    assert parse_date(f"{day.year - 2018}/{day.month}/{day.day}") == day


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_month_and_day_alone_are_such_a_day_nearest_to_today(today: date, other: date) -> None:
    if (other.month, other.day) == (2, 29):
        other = date(other.year, 2, 28)
    found = parse_date(f"{other.month}/{other.day}", today=today)
    assert (found.month, found.day) == (other.month, other.day)
    assert abs(found - today) <= timedelta(days=183)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("1/10", date(2025, 1, 11), date(2025, 1, 10)), ("12/20", date(2025, 1, 11), date(2024, 12, 20)),
        ("1/10", date(2024, 12, 20), date(2025, 1, 10)), ("1/11", date(2025, 1, 11), date(2025, 1, 11)),
    ],
)  # fmt: skip
def test_a_day_just_past_is_meant_and_not_the_one_a_year_later(text: str, today: date, day: date) -> None:
    assert parse_date(text, today=today) == day


def test_29_february_is_that_of_the_year_before_or_after_where_this_one_has_none() -> None:
    assert parse_date("2/29", today=date(2027, 3, 1)) == date(2028, 2, 29)
    assert parse_date("2/29", today=date(2025, 3, 1)) == date(2024, 2, 29)
    assert problem(parse_date, "2/29", today=date(2026, 3, 1)).code == "date.no_such_day"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("平成31年4月30日", date(2019, 4, 30)), ("H31.4.30", date(2019, 4, 30)), ("令和元年5月1日", date(2019, 5, 1)),
        ("令和1年5月1日", date(2019, 5, 1)), ("R元.5.1", date(2019, 5, 1)), ("昭和64年1月7日", date(1989, 1, 7)),
        ("平成元年1月8日", date(1989, 1, 8)), ("昭和元年12月25日", date(1926, 12, 25)), ("H1.1.8", date(1989, 1, 8)),
    ],
)  # fmt: skip
def test_eras_meet_at_their_first_days(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["平成31年5月1日", "令和元年4月30日", "H31.5.1", "R1.4.30", "昭和64年1月8日", "0/2/13"]
)
def test_a_day_outside_its_era_is_refused(text: str) -> None:
    assert problem(parse_date, text, "due").code == "date.not_in_era"


@pytest.mark.parametrize("text", ["2025-02-29", "R7.2.30", "令和7年13月1日", "7/0/1", "13/1", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    found = problem(parse_date, text, "due", today=TODAY)
    assert found.code == "date.no_such_day"
    assert (found.place, found.values["text"]) == ("due", text)


@pytest.mark.parametrize("text", ["1926-12-24", "1900/1/1", "0001-01-01", "S1.1.1"])
def test_a_day_before_the_eras_is_refused_because_it_could_not_be_written(text: str) -> None:
    assert problem(parse_date, text).code == "date.too_early"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "あした",
        "20250213",
        "2025",
        "令和7年度2月13日",
        "M45.1.1",
        "7/2",
        "2025-2",
        "R7.2.13まで",
        "-7.2.13",
        "R７月",
    ],
)
def test_what_is_no_day_is_refused_naming_the_forms(text: str) -> None:
    found = problem(parse_date, text, "as_of")
    assert found.code == "date.form"
    assert found.values["forms"] == "、".join(ACCEPTED_FORMS)


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_is_refused_in_words(text: str) -> None:
    found = attempt(parse_date, text, "due", today=TODAY)
    if isinstance(found, Problem):
        assert found.place == "due"
    else:
        assert long_date(found)


@pytest.mark.parametrize(
    ("day", "year"), [(date(2025, 3, 31), 2024), (date(2025, 4, 1), 2025), (date(2025, 1, 1), 2024), (TODAY, 2024)]
)
def test_a_fiscal_year_begins_on_1_april(day: date, year: int) -> None:
    assert fiscal_year(day) == year


@pytest.mark.parametrize(
    ("year", "words", "short"),
    [(2024, "令和6年度", "R6"), (2019, "令和元年度", "R1"), (2018, "平成30年度", "H30"), (1989, "平成元年度", "H1")],
)
def test_a_fiscal_year_is_named_after_the_era_in_which_most_of_it_lies(year: int, words: str, short: str) -> None:
    assert (fiscal_year_words(year), fiscal_year_short(year)) == (words, short)


def test_a_day_is_written_for_a_letter_for_a_line_and_for_a_table() -> None:
    assert long_date(TODAY) == "令和7年2月13日（木）"
    assert plain_date(TODAY) == "令和7年2月13日"
    assert short_date(TODAY) == "2月13日（木）"
    assert short_date_beside(TODAY, date(2025, 12, 31)) == "2月13日（木）"
    assert short_date_beside(TODAY, date(2024, 12, 31)) == "令和7年2月13日（木）"
    assert table_date(TODAY) == "R7.2.13"
    assert plain_date(date(2019, 5, 1)) == "令和元年5月1日"


@pytest.mark.parametrize(
    ("time", "words"), [("13:30", "午後1時30分"), ("09:00", "午前9時"), ("12:00", "午後0時"), ("00:05", "午前0時5分")]
)
def test_a_time_is_written_with_morning_and_afternoon(time: str, words: str) -> None:
    assert clock_words(time) == words


def test_a_moment_is_written_in_the_zone_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    local = "令和7年2月13日"
    assert moment_words("2025-02-13T12:00:00+00:00").startswith(local)


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2025, 2, 13), True), (date(2025, 2, 11), False), (date(2025, 2, 15), False), (date(2024, 12, 28), False),
        (date(2024, 12, 27), True), (date(2024, 12, 30), False), (date(2025, 1, 3), False), (date(2025, 1, 6), True),
    ],
)  # fmt: skip
def test_the_town_hall_is_closed_on_weekends_holidays_and_around_new_year(day: date, opens: bool) -> None:
    assert is_office_day(day) == opens


@given(days)
def test_the_office_day_before_is_near_and_never_later(day: date) -> None:
    found = office_day_on_or_before(day)
    assert is_office_day(found)
    assert day - timedelta(days=14) <= found <= day


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("15:00", "15:00"), ("１５：００", "15:00"), ("15時", "15:00"), ("15時30分", "15:30"), ("１５時５分", "15:05"),
        ("午後3時", "15:00"), ("午後 3時半", "15:30"), ("午前0時5分", "00:05"), ("午後0時", "12:00"), ("1500", "15:00"),
        ("930", "09:30"), ("正午", None), ("15", None), ("25時", None), ("午後13時", None), ("15:", None),
        ("150", "01:50"),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_in_every_form(typed: str, stored: str | None) -> None:
    if stored is None:
        assert problem(parse_clock, typed).code == "meeting.time"
    else:
        assert parse_clock(typed) == stored


@given(st.times())
def test_a_time_as_it_is_written_on_paper_is_read_again(time: object) -> None:
    words = f"{time:%H:%M}"
    assert parse_clock(clock_words(words)) == words
