"""The gate for typed text: what is kept as typed, what is refused, and the copies for search."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.errors import Problem
from dxdesk.domain.text import (
    NAME_CHARACTERS,
    TEXT_CHARACTERS,
    TEXT_LINES,
    TITLE_CHARACTERS,
    check_line,
    check_text,
    fold,
    fold_code,
    full_width,
)
from tests.builders import attempt, problem

REFUSED = (
    [chr(point) for point in (*range(0x20), *range(0x7F, 0xA0)) if chr(point) not in "\n\r\t"]
    + [chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
    + [chr(point) for point in (0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)]
)
KEPT = ["髙﨑神", "葛\U000e0100城市", "\ue000外字", "שלום عربي", "①㈱℡", "👪", "\u2028\u200b\u200f", "<b>=1+1</b>", "ｶﾞ"]

typed = st.text(st.characters(exclude_categories=["Cs", "Cn", "Cc"]), max_size=200).filter(
    lambda text: not set(text) & set(REFUSED)
)


@pytest.mark.parametrize("text", KEPT)
def test_what_people_type_is_stored_as_typed(text: str) -> None:
    assert check_text(text, "results") == text


@pytest.mark.parametrize("character", REFUSED, ids=lambda each: f"U+{ord(each):04X}")
def test_a_character_that_could_hide_something_is_refused_with_its_place(character: str) -> None:
    found = problem(check_text, f"あい{character}う", "issues")
    assert (found.code, found.place) == ("text.character", "issues")
    assert found.values == {"code_point": f"U+{ord(character):04X}", "position": 3}


@given(typed)
def test_the_gate_changes_nothing_it_lets_through_and_lets_it_through_again(text: str) -> None:
    passed = check_text(text, "results")
    assert passed == text
    assert check_text(passed, "results") == passed


@given(st.text(max_size=300))
def test_any_text_is_stored_whole_or_refused_with_its_place(text: str) -> None:
    passed = attempt(check_text, text, "next")
    if isinstance(passed, Problem):
        assert passed.place == "next"
        assert passed.code.startswith("text.")
    else:
        assert passed.count("\n") < TEXT_LINES
        assert not set(passed) & set(REFUSED)
        passed.encode("utf-8")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_becomes_a_line_feed_and_a_tab_a_space(end: str) -> None:
    assert check_text(f"一{end}二\t三", "results") == "一\n二 三"


def test_a_text_may_have_just_as_many_characters_and_lines_as_the_limit() -> None:
    for text in ("あ" * TEXT_CHARACTERS, "あ\n" + "あ" * (TEXT_CHARACTERS - 2)):
        assert check_text(text, "results") == text
    assert check_text("\n" * (TEXT_LINES - 1), "results").count("\n") == TEXT_LINES - 1


@pytest.mark.parametrize(
    ("text", "code"),
    [("あ" * (TEXT_CHARACTERS + 1), "text.too_long"), ("\n" * TEXT_LINES, "text.too_many_lines")],
)
def test_a_longer_text_is_refused_with_its_size(text: str, code: str) -> None:
    found = problem(check_text, text, "results")
    assert found.code == code
    assert found.values["limit"] in (TEXT_CHARACTERS, TEXT_LINES)


@pytest.mark.parametrize("typed", ["　総務課\r係 ", "総務課\r\n係", "総務課\n係", "総務課\t係", " 総務課 係"])
def test_a_name_is_one_line_without_spaces_around_it(typed: str) -> None:
    assert check_line(typed, "name") == "総務課 係"


@pytest.mark.parametrize("limit", [TITLE_CHARACTERS, NAME_CHARACTERS])
def test_titles_and_names_have_their_own_limits(limit: int) -> None:
    assert check_line("名" * limit, "name", characters=limit)
    assert problem(check_line, "名" * (limit + 1), "name", characters=limit).code == "text.too_long"


@pytest.mark.parametrize(("text", "width"), [("標準化", 3.0), ("ﾃﾞｼﾞﾀﾙ", 3.0), ("DX推進", 3.0), ("", 0.0), ("①※", 2.0)])
def test_half_width_characters_count_half(text: str, width: float) -> None:
    assert full_width(text) == width


@pytest.mark.parametrize("text", ["Ｗｉ－Ｆｉの整備", "wi-fi の整備", "ＷＩ‐ＦＩノ整備", "Wi―Fiの 整備", "wi−fiの整備"])
def test_width_case_kana_spaces_and_hyphens_are_alike_for_search(text: str) -> None:
    assert fold(text) == fold("Wi-Fiの整備")


@given(st.text("漢字かなカナァヶｶﾞﾊﾟＡａb①㈱　 -―−()１2", max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("アイウガパヴヵヶッャ０１２ABab", max_size=20))
def test_a_full_width_text_is_found_by_its_half_width_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFKC", text)) == fold(text)


@pytest.mark.parametrize("typed", ["1", "１", "(1)", "（１）", " ( 1 ) ", "［１］", "【１】"])
def test_width_and_brackets_of_a_code_do_not_matter(typed: str) -> None:
    assert fold_code(typed) == "1"
