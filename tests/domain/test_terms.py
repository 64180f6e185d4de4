"""Terms of the plan's glossary are found in texts, whole words only, the longest name first."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.domain.terms import term_names, term_spans, terms_of, units_with
from tests.builders import PLAN, real_plan


def term(name: str, *aliases: str, definition: str = "説明。") -> GlossaryTerm:
    return GlossaryTerm(name, name, aliases, None, definition, None, None, None)


LONG = "デジタル・トランスフォーメーション"
TERMS = (term("AI", "人工知能"), term("AI-OCR"), term("クラウド"), term(f"{LONG} (DX)"), term("x"))


def found(text: str, terms: tuple[GlossaryTerm, ...] = TERMS) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.term) for each in term_spans(text, terms)]


def test_a_term_is_found_by_its_name_and_by_what_else_it_is_called() -> None:
    assert found("人工知能を試す") == [("人工知能", "AI")]
    assert found("ａｉを試す") == [("ａｉ", "AI")]
    assert found("役場のDX") == [("DX", f"{LONG} (DX)")]


def test_the_longest_name_wins_and_each_term_is_marked_once() -> None:
    assert found("AI-OCRとAI、またAI") == [("AI-OCR", "AI-OCR"), ("AI", "AI")]


@pytest.mark.parametrize("text", ["MAILで送る", "クラウドファンディング", "AI2", "TX"])
def test_a_name_inside_a_longer_word_is_no_term(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "marked"), [("クラウド化", "クラウド"), ("自治体クラウドの導入", "クラウド"), ("ｸﾗｳﾄﾞ", "ｸﾗｳﾄﾞ")]
)
def test_a_word_joined_to_other_scripts_is_one(text: str, marked: str) -> None:
    assert [words for words, _ in found(text)] == [marked]


def test_a_single_letter_is_never_looked_for() -> None:
    assert found("xを求める") == []


def test_names_of_a_heading_with_brackets_are_its_parts() -> None:
    assert term_names(TERMS[3]) == (
        f"{LONG} (DX)",
        LONG,
        "DX",
    )


@given(st.text("AI-OCRxクラウド人工知能 。", max_size=40))
def test_marks_never_overlap_and_stand_in_order(text: str) -> None:
    spans = term_spans(text, TERMS)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert len({each.term for each in spans}) == len(spans)


@pytest.mark.parametrize("town", ["ogawara", "otaki", "kaminokawa", "kahoku"])
def test_the_terms_of_a_real_plan_stand_in_its_own_text(town: str) -> None:
    plan = real_plan(town)
    assert any(units_with(plan, each) for each in plan.terms)
    for each in plan.terms:
        assert units_with(plan, each) == tuple(unit for unit in plan.units if each in terms_of(plan, unit))


def test_a_plan_without_terms_marks_nothing() -> None:
    assert term_spans("AIを試す", PLAN.terms) == ()
