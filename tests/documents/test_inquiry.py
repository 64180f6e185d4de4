"""照会文: each department is asked by its name about its own units."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dxdesk.documents.inquiry import compose_inquiry
from dxdesk.documents.letter import letter_frame
from dxdesk.domain.letters import AskedUnit, DepartmentAsked
from dxdesk.domain.settings import Settings
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts
from tests.documents.sample_letters import HEAD, TOWN_LIFE, TRADE, many

PLAIN = Settings()
FRAME = letter_frame(PLAIN)


def test_the_letter_to_a_department_looks_as_it_was_agreed() -> None:
    pdf = compose_inquiry([TOWN_LIFE], replace(HEAD, papers=True), PLAIN).pdf
    check_golden("inquiry", pdf)
    assert outside(pdf, FRAME) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


def test_every_department_gets_its_own_units_on_a_new_page() -> None:
    first, second, annex = page_texts(compose_inquiry([TOWN_LIFE, TRADE], HEAD, PLAIN).pdf)
    assert "町民生活課長様" in first
    assert "次の2取組" in first
    assert "産学官" not in first
    assert "商工観光課長様" in second
    assert "令和6年度第2回_商工観光課_回答.dxd" in second
    assert "産学官連携による地域活性化" in annex


def test_a_part_is_said_with_its_group_and_a_provisional_one_is_explained() -> None:
    first, second, annex = page_texts(compose_inquiry([TOWN_LIFE, TRADE], HEAD, PLAIN).pdf)
    assert "主管（全庁）" in first
    assert "（4）" not in first
    assert "主管（仮）" in annex
    assert "（4）立場が「仮」の取組は" in second


def test_the_first_time_there_is_no_column_for_the_last_time() -> None:
    units = tuple(replace(each, previous=None) for each in TOWN_LIFE.units)
    (text,) = page_texts(compose_inquiry([replace(TOWN_LIFE, units=units)], HEAD, PLAIN).pdf)
    assert "前回の状況" not in text
    new = (replace(TOWN_LIFE.units[0], previous=None), TOWN_LIFE.units[1])
    (text,) = page_texts(compose_inquiry([replace(TOWN_LIFE, units=new)], HEAD, PLAIN).pdf)
    assert "主管（全庁）―" in text


@pytest.mark.parametrize("count", [1, 8, 9, 25, 90])
def test_a_long_table_stands_on_a_sheet_of_its_own_with_its_head_on_every_page(count: int) -> None:
    pdf = compose_inquiry([many(count)], HEAD, PLAIN).pdf
    pages = page_texts(pdf)
    text = "".join(pages)
    assert all(f"MEGO-{at}-1" in text for at in range(1, count + 1))
    if len(pages) > 1:
        assert f"別紙1の{count}取組" in pages[0]
        assert "別紙1" in pages[1]
        assert all("貴課の立場" in page for page in pages[1:])
    else:
        assert "別紙" not in text
    assert outside(pdf, FRAME) == []
    assert overlapping(pdf) == []


TEXTS = st.text("あ漢字、。「」ABC 1<b>&", min_size=1, max_size=120)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=9))
def test_numbers_and_names_of_any_length_stay_in_the_frame(given_units: list[tuple[str, str]]) -> None:
    units = tuple(AskedUnit(number[:20], name, "related", name[:30]) for number, name in given_units)
    pdf = compose_inquiry([DepartmentAsked("税務課", units)], HEAD, PLAIN).pdf
    assert outside(pdf, FRAME) == []
    assert overlapping(pdf) == []


def test_a_department_that_answers_by_excel_is_sent_a_form_and_told_so() -> None:
    (text,) = page_texts(
        compose_inquiry(
            [replace(TOWN_LIFE, by_form=True, reply_file="令和6年度第2回_町民生活課_回答票.xlsx")], HEAD, PLAIN
        ).pdf
    )
    assert "Excelの回答票に記入し、次の場所へ置くか" in text
    assert "令和6年度第2回_町民生活課_回答票.xlsx" in text
    assert "提出物Excelの回答票" in text
    assert "添付Excelの回答票" in text
    for word in ("提出前点検表", "記入票（手書き用）", "手書きの場合"):
        assert word not in text
    assert ".dxd" not in text


def test_without_a_folder_the_answer_goes_to_the_office() -> None:
    (text,) = page_texts(compose_inquiry([TOWN_LIFE], replace(HEAD, place=""), PLAIN).pdf)
    assert "メールに付けて、事務局へ送ってください" in text
    assert "提出先事務局（政策企画課）ファイル名" in text


def test_papers_are_named_where_they_go_along() -> None:
    (text,) = page_texts(compose_inquiry([TOWN_LIFE], replace(HEAD, papers=True), PLAIN).pdf)
    assert "（2）提出前点検表（課で保管）" in text
    assert "添付照会ファイル、記入要領、提出前点検表、記入票（手書き用）" in text
    assert "手書きの場合は、記入票を事務局へ" in text
