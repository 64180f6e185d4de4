"""用語集: the terms of a plan with all that is said of them, or those that a set of papers uses."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from dxdesk.documents.frames import FRAME_T, FRAME_Y
from dxdesk.documents.glossary import compose_glossary, lay_glossary
from dxdesk.documents.page import Printed, Sheet
from dxdesk.domain.glossary import glossary_of
from dxdesk.domain.plan_lists import GlossaryTerm
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, squeezed, texts, word_boxes
from tests.documents.sample_boards import MADE, MEMO, PLANS, Scene, scene
from tests.documents.sample_outlines import LONG_NAME


def term(at: int, name: str, definition: str = "仕事を変えること。", source: str | None = "町の計画") -> GlossaryTerm:
    return GlossaryTerm(f"t{at}", name, (), None, definition, source, "令和5年3月", None)


def explained(*terms: GlossaryTerm, texts: tuple[str, str, str] = ("", "", "")) -> Scene:
    found = scene("ogawara", texts=texts)
    return replace(found, plan=replace(found.plan, terms=terms))


def printed(found: Scene, *, used: bool = False) -> Printed:
    items = found.items if used else None
    return compose_glossary(glossary_of(found.plan, found.board, found.settings, items), made=MADE)


def text_at(pdf: bytes, words: str) -> float:
    """How far from the left edge words begin, mm."""
    boxes = word_boxes(pdf)
    found = (at for at in range(len(boxes)) if "".join(each[0] for each in boxes[at : at + len(words)]) == words)
    return boxes[next(found)][1]


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("used", [False, True])
def test_every_plan_stays_inside_the_frame_with_nothing_over_anything(name: str, used: bool) -> None:
    check(printed(scene(name), used=used).pdf)


@pytest.mark.parametrize("name", PLANS)
def test_every_term_and_every_definition_prints(name: str) -> None:
    text, _ = texts(printed(scene(name)).pdf)
    for each in scene(name).plan.terms:
        assert squeezed(each.term) in text
        assert squeezed(each.definition) in text


def test_the_source_names_where_in_the_plan_and_keeps_its_date_whole() -> None:
    first = pypdfium2.PdfDocument(printed(scene("kahoku")).pdf)[0]
    lines = [line.strip() for line in first.get_textpage().get_text_range().splitlines()]
    assert "用語集（1／6）" in lines
    assert "（令和6年2月）" in lines


def test_long_sources_get_a_wider_column_so_that_the_terms_take_fewer_pages() -> None:
    long = term(1, "基幹系業務", "20の業務。", "地方公共団体情報システムの標準化に関する法律第二条第一項に規定する政令")
    usual = printed(explained(term(1, "基幹系業務", "20の業務。", None)))
    wide = printed(explained(long))
    assert text_at(usual.pdf, "出典（年）") - text_at(wide.pdf, "出典（年）") == pytest.approx(5.0, abs=0.5)
    assert printed(scene("otaki")).pages == 1


def test_the_words_of_a_term_stay_whole_in_their_lines() -> None:
    long = replace(
        term(1, "デジタル改革共創プラットフォーム（DX）"),
        aliases=("アーティフィシャル・インテリジェンス", "DX", "デジタルトランスフォーメーション"),
    )
    page = pypdfium2.PdfDocument(printed(explained(long)).pdf)[0].get_textpage()
    found = [line.strip() for line in page.get_text_range().splitlines()]
    for words in ("プラットフォーム", "インテリジェンス", "デジタルトランスフォーメーション"):
        assert any(words in line for line in found)


def test_a_plan_without_terms_says_so() -> None:
    result = printed(scene("miharu"))
    assert result.pages == 1
    assert "この計画には、用語の説明がない。" in texts(result.pdf)[0]


def test_two_definitions_of_one_term_both_print_beside_it() -> None:
    found = explained(term(1, "ＤＸ", "一つ目の説明。"), term(2, "AI"), term(3, "DX", "二つ目の説明。", "国の計画"))
    entries = glossary_of(found.plan, found.board, found.settings).entries
    assert [len(each.definitions) for each in entries] == [2, 1]
    text, _ = texts(printed(found).pdf)
    assert text.index("一つ目の説明。") < text.index("二つ目の説明。") < text.index("AI仕事")
    assert "国の計画（令和5年3月）" in text


def test_of_papers_only_the_terms_they_use_are_listed_in_the_order_of_their_use() -> None:
    found = explained(
        term(1, "BPR"), term(2, "ノーコード"), term(3, "量子計算"), texts=("ノーコードで作った。", "BPRを進める。", "")
    )
    entries = glossary_of(found.plan, found.board, found.settings, found.items).entries
    assert [(each.number, each.term) for each in entries] == [(1, "ノーコード"), (2, "BPR")]
    text, _ = texts(printed(found, used=True).pdf)
    assert "※1ノーコード" in text
    assert "量子計算" not in text
    assert "はじめて出る順" in text


@pytest.mark.parametrize("count", [1, 25, 300])
def test_many_terms_go_on_under_their_head(count: int) -> None:
    result = printed(explained(*(term(at, f"用語{at}") for at in range(count))))
    check(result.pdf)
    assert all("出典（年）" in page for page in page_texts(result.pdf))


def test_long_names_and_a_definition_of_4000_characters_print_whole() -> None:
    long = "庁内の仕事のやり方を見直すための説明である。" * 190
    twice = (term(1, LONG_NAME, long, LONG_NAME * 2), term(2, LONG_NAME, long), term(3, "あ" * 500, "い" * 500))
    result = printed(explained(*twice))
    check(result.pdf)
    assert texts(result.pdf)[0].count("庁内の仕事のやり方を見直すための") > 300


def test_what_never_leaves_the_secretariat_is_nowhere_in_the_file() -> None:
    assert MEMO not in texts(printed(scene("ogawara"), used=True).pdf)[0]


def test_the_terms_stand_between_other_papers_in_one_file() -> None:
    found = scene("kahoku")
    sheet = Sheet(FRAME_Y, "会議資料")
    sheet.next_page(FRAME_T)
    lay_glossary(sheet, glossary_of(found.plan, found.board, found.settings))
    sheet.next_page(FRAME_Y)
    pages = page_texts(sheet.finish().pdf)
    assert "用語集" in pages[1]
    assert "用語集" not in pages[-1]


@pytest.mark.parametrize("name", ["otaki", "kahoku"])
def test_the_same_plan_gives_the_same_bytes_and_the_text_as_kept(name: str) -> None:
    assert printed(scene(name)).pdf == printed(scene(name)).pdf
    check_golden(f"glossary_{name}", printed(scene(name)).pdf)
