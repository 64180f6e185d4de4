"""How a town writes: its days, digits and 句読点, its margins and boxes, and how these are kept."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.calendar import ERAS, parse_date
from dxdesk.domain.paper import LATER_KEYS, MARGIN_LIMITS, Paper, check_paper, paper_from, paper_record
from dxdesk.domain.records import canonical
from dxdesk.domain.settings import Settings, check_settings, settings_from, settings_record
from tests.builders import problem

DAY = date(2025, 2, 13)
HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
OTHER = Paper(
    punctuation="，．",
    salutation="殿",
    body_face="gothic",
    numbering="第1",
    digits="single",
    years="western",
    document_number="",
    dated=False,
    margins=(25, 25, 30, 17),
    grid=True,
    approvers=("町長", "総務課長"),
    consulted=("会計課",),
    readers=(),
    retention="10年",
    list_paper="A4",
    readings=("髙橋 誠＝たかはし まこと",),
)

days = st.dates(ERAS[-1].first_day, date(2100, 12, 31))
papers = st.builds(Paper, years=st.sampled_from(["era", "both", "western"]), digits=st.sampled_from(["half", "single"]))


@pytest.mark.parametrize(
    ("years", "long", "table", "year"),
    [
        ("era", "令和7年2月13日（木）", "R7.2.13", "令和6年度"),
        ("both", "令和7年（2025年）2月13日（木）", "R7.2.13", "令和6年度"),
        ("western", "2025年2月13日（木）", "2025.2.13", "2024年度"),
    ],
)
def test_days_stand_in_the_years_of_the_town(years: str, long: str, table: str, year: str) -> None:
    paper = Paper(years=years)  # type: ignore[arg-type]
    assert (paper.long_date(DAY), paper.table_date(DAY), paper.fiscal_year(2024)) == (long, table, year)
    assert paper.fiscal_year_mark(2024) == ("2024" if years == "western" else "R6")
    assert paper.month(DAY) == long.split("月", maxsplit=1)[0] + "月"


@given(days, papers)
def test_every_form_of_a_day_can_be_read_back(day: date, paper: Paper) -> None:
    for written in (paper.long_date(day), paper.plain_date(day), paper.table_date(day)):
        assert parse_date(re.sub(r"（\d{4}年）", "", written.translate(HALF_WIDTH))) == day


@given(days)
def test_a_lone_digit_is_full_width_and_two_are_half_width(day: date) -> None:
    written = Paper(digits="single").plain_date(day)
    assert re.fullmatch(r"\D+?(元|[１-９]|\d\d)年([１-９]|1\d)月([１-９]|[123]\d)日", written)
    assert written.translate(HALF_WIDTH) == Paper().plain_date(day)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("（1）回答3件、12課", "（１）回答３件、12課"),
        ("午後1時30分", "午後１時30分"),
        ("R6-2-議-01　A4　7.5　13:05", "R6-2-議-01　A4　7.5　13:05"),
        ("第1回", "第１回"),
    ],
)
def test_digits_of_codes_and_times_stay_half_width(text: str, shown: str) -> None:
    assert Paper(digits="single").numerals(text) == shown
    assert Paper().numerals(text) == text


def test_a_sentence_of_ours_takes_the_marks_of_the_town() -> None:
    assert Paper(punctuation="，．").said("期限は、金曜日です。") == "期限は，金曜日です．"
    assert Paper(punctuation="，。").said("期限は、金曜日です。") == "期限は，金曜日です。"
    assert Paper().said("期限は、金曜日です。") == "期限は、金曜日です。"


def test_room_for_a_day_fits_the_years() -> None:
    assert Paper().blank_date == "令和　　年　　月　　日"
    assert Paper(years="western").blank_date == "　　　　年　　月　　日"


def test_headings_of_minutes_begin_at_1_or_at_dai_1() -> None:
    assert [Paper().heading(1), Paper(numbering="第1").heading(14)] == ["1", "第14"]
    assert Paper(numbering="第1", digits="single").heading(3) == "第３"


def test_binding_makes_the_left_margin_at_least_30() -> None:
    assert [Paper(binding=True).left, Paper(margins=(25, 25, 33, 20), binding=True).left, Paper().left] == [30, 33, 25]


def test_what_a_town_chose_is_kept_and_read_back() -> None:
    assert check_paper(OTHER) is OTHER
    assert paper_from(json.loads(canonical(paper_record(OTHER)))) == OTHER
    settings = Settings(paper=OTHER)
    assert settings_from(json.loads(canonical(settings_record(settings)))) == settings


def test_a_name_is_read_as_the_town_says_however_it_is_spaced() -> None:
    paper = check_paper(Paper(readings=("髙橋 誠＝たかはし まこと", "葛󠄀城　𠮷＝かつらぎ よし")))
    assert [paper.reading(name) for name in ("髙橋　誠", "髙橋誠", "葛󠄀城 𠮷", "高橋 誠", "")] == [
        "たかはし まこと", "たかはし まこと", "かつらぎ よし", "", "",
    ]  # fmt: skip


def test_a_retention_is_a_term_in_letters_and_digits() -> None:
    for term in ("", "5年", "永年", "常用（満了後5年）", "３０年・移管", "1年未満", "〇年", "○年"):
        assert check_paper(Paper(retention=term)).retention == term
    for picture in ("😀", "5年👍", "5年\ue000", "<b>5</b>"):
        assert problem(check_paper, Paper(retention=picture)).code == "settings.retention"


@pytest.mark.parametrize("readings", [("髙橋 誠",), ("＝たかはし",), ("髙橋＝",), ("髙橋＝たか＝はし",)])
def test_a_reading_without_its_name_is_refused(readings: tuple[str, ...]) -> None:
    found = problem(check_paper, Paper(readings=readings))
    assert (found.code, found.values["text"]) == ("settings.reading", readings[0])
    assert problem(check_paper, Paper(readings=("誠＝まこと",) * 201)).code == "settings.readings"


def test_a_record_from_before_says_what_it_always_said() -> None:
    record = settings_record(Settings())
    assert not set(LATER_KEYS) & set(record["paper"])  # type: ignore[call-overload]
    assert settings_from(json.loads(canonical(record))) == Settings()


@pytest.mark.parametrize(
    "margins",
    [(25, 25, 25), (25, 25, 25, -1), (19, 25, 25, 20), (25, 25, 25, 31), (25, 25, 25, True), (25, 25, 25, 20.5)],
)
def test_margins_beyond_what_forms_bear_are_refused(margins: tuple[int, ...]) -> None:
    found = problem(check_paper, Paper(margins=margins))
    assert (found.code, found.values["limits"]) == ("settings.margins", "上20～35、下18～35、左20～35、右15～30")


def test_text_that_becomes_too_narrow_is_refused() -> None:
    assert problem(check_paper, Paper(margins=(25, 25, 35, 20))).code == "settings.narrow"
    assert problem(check_paper, Paper(margins=(25, 25, 25, 25), binding=True)).code == "settings.narrow"
    assert check_paper(Paper(binding=True)).left == 30


@given(st.tuples(*(st.integers(*limits) for limits in MARGIN_LIMITS)), st.booleans())
def test_a_grid_that_is_taken_fits_its_page(margins: tuple[int, int, int, int], binding: bool) -> None:
    paper = Paper(margins=margins, binding=binding, grid=True)
    top, bottom, _, right = margins
    fits = 210 - paper.left - right >= 163 and 297 - top - bottom >= 247
    if fits:
        assert check_paper(paper) is paper
    else:
        assert problem(check_paper, paper).code in ("settings.grid", "settings.narrow")


def test_boxes_need_a_word_each_and_there_are_twelve_at_most() -> None:
    assert problem(check_paper, Paper(approvers=("町長", " "))).code == "settings.empty_word"
    assert problem(check_paper, Paper(consulted=tuple(f"第{at}課" for at in range(13)))).code == "settings.roles"
    assert problem(check_settings, Settings(paper=replace(OTHER, readers=("",)))).code == "settings.empty_word"
