"""記入要領: every field, status and stage of the town, and what is asked in the cycle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from dxdesk.documents.frames import FRAME_T, FRAME_Y
from dxdesk.documents.guidance import compose_guidance, lay_guidance
from dxdesk.documents.page import Printed, Sheet
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.guidance import Guidance, guidance_of
from dxdesk.domain.settings import Settings, Stage
from tests.documents.page_checks import check_golden, outside, overlapping, smallest
from tests.documents.reading import page_texts, texts
from tests.documents.sample_boards import MADE, THIS, Scene, own_words, scene
from tests.documents.sample_towns import OTHER

YEAR_END = replace(THIS, kind="result", as_of=date(2025, 3, 31))


def guided(found: Scene, cycle: Cycle = THIS, *, office: str = "政策企画課") -> Guidance:
    return guidance_of(cycle, found.board, found.plan, found.settings, (), office=office)


def printed(value: Guidance) -> Printed:
    return compose_guidance(value, made=MADE)


def check(pdf: bytes) -> None:
    assert outside(pdf, FRAME_T) == []
    assert overlapping(pdf) == []
    assert smallest(pdf) >= 7.5


@pytest.mark.parametrize("cycle", [THIS, YEAR_END])
def test_it_takes_two_pages_inside_the_frame_with_nothing_over_anything(cycle: Cycle) -> None:
    found = printed(guided(scene("otaki"), cycle))
    check(found.pdf)
    assert found.pages == 2
    assert found.missing == ()
    first, second = page_texts(found.pdf)
    assert "4実施段階の選び方" in first
    assert second.startswith("記入要領（続き）5会議での扱いと公開")


def test_it_writes_the_name_of_the_cycle_as_the_other_papers_do() -> None:
    found = scene("ogawara")
    named = replace(found, board=replace(found.board, cycle_name="令和6年度 第2回"))
    page = pypdfium2.PdfDocument(printed(guided(named)).pdf)[0]
    assert "令和6年度 第2回" not in page.get_textpage().get_text_range()


def test_it_says_what_is_asked_until_when_and_whom_to_ask() -> None:
    text, _ = texts(printed(guided(scene("ogawara"))).pdf)
    assert "対象令和6年度第2回の進捗状況13取組" in text
    assert "基準日令和6年12月31日（火）" in text
    assert "提出期限令和7年1月31日（金）" in text
    assert "会議令和7年2月13日（木）" in text
    assert "事務局（政策企画課）内線（）" in text


def test_every_status_stands_with_its_meaning_in_the_words_of_the_town() -> None:
    text, _ = texts(printed(guided(own_words(scene("ogawara")))).pdf)
    settings = own_words(scene("ogawara")).settings
    for key in ("late", "warn", "stop", "ok", "done", "none"):
        assert "".join(settings.status_word(key).split()) in text
    assert "この課の仕事ではない" in text


def test_stages_of_the_town_stand_in_their_order_and_unknown_ones_without_a_meaning() -> None:
    stages = (Stage("start", "準備"), Stage("own", "庁内調整"), Stage("operate", "稼働"))
    found = replace(scene("ogawara"), settings=Settings(stages=stages))
    text, _ = texts(printed(guided(found)).pdf)
    assert text.index("準備") < text.index("庁内調整") < text.index("稼働")
    assert "住民や職員が使っている" in text
    assert "一部の窓口" not in text


def test_what_must_be_filled_in_is_said_and_how_long_it_may_be() -> None:
    found = replace(scene("ogawara"), settings=Settings(guide_characters=200))
    text, _ = texts(printed(guided(found)).pdf)
    assert "今の状況必須1つ選ぶ" in text
    assert "今回の実績必須文、200字" in text
    assert "課題任意文、200字" in text
    assert "決めてほしいこと任意1行、60字" in text


@pytest.mark.parametrize(
    ("cycle", "asked"),
    [(THIS, ""), (replace(THIS, as_of=date(2024, 9, 30)), "任意"), (YEAR_END, "必須")],
)
def test_the_next_year_is_explained_where_the_cycle_asks_about_it(cycle: Cycle, asked: str) -> None:
    text, _ = texts(printed(guided(scene("ogawara"), cycle)).pdf)
    assert ("次年度の予算要求" in text) == bool(asked)
    if asked:
        assert f"次年度の方向性{asked}1つ選ぶ" in text
        assert "拡充、継続（現状維持）" in text
    assert ("完了・見直し・該当しないの取組は" in text) == (asked == "必須")


def test_indicators_are_explained_only_where_a_unit_has_one() -> None:
    value = guided(scene("ogawara"))
    assert "indicators" not in replace(value, indicators=False).fields
    assert "indicators" in replace(value, indicators=True).fields


def test_in_a_first_cycle_nothing_looks_back() -> None:
    found = guided(scene("ogawara", first=True), replace(THIS, previous=None))
    text, _ = texts(printed(found).pdf)
    assert "前回より悪く" not in text
    assert "前回の段階" not in text


def test_what_never_leaves_the_secretariat_is_said_to_stay_there() -> None:
    text, _ = texts(printed(guided(scene("ogawara"))).pdf)
    assert "非公表メモと事務局への連絡は、資料にも会議の画面にも会議録にも出しません。" in text


def test_a_town_that_writes_otherwise_and_many_long_words_stay_in_their_cells() -> None:
    found = own_words(scene("ogawara"))
    directions = tuple(f"次期計画で{at}年ほど続けてから見直す" for at in range(10))
    settings = replace(found.settings, paper=OTHER, directions=directions, action_word="対応事項")
    result = printed(guided(replace(found, settings=settings), YEAR_END, office=""))
    check_frame = FRAME_T.for_town(OTHER)
    assert outside(result.pdf, check_frame) == []
    assert overlapping(result.pdf) == []
    text, _ = texts(result.pdf)
    assert "。" not in text
    assert "事務局内線" in text


def test_it_stands_between_other_papers_in_one_file() -> None:
    sheet = Sheet(FRAME_Y, "会議資料")
    sheet.next_page(FRAME_T)
    lay_guidance(sheet, guided(scene("ogawara")))
    sheet.next_page(FRAME_Y)
    pages = page_texts(sheet.finish().pdf)
    assert "記入要領" in pages[1]
    assert "記入要領" not in pages[-1]


def test_the_same_cycle_gives_the_same_bytes_and_the_text_as_kept() -> None:
    value = guided(scene("ogawara"))
    assert printed(value).pdf == printed(value).pdf
    check_golden("guidance_ogawara", printed(value).pdf)
    check_golden("guidance_otaki_year_end", printed(guided(scene("otaki"), YEAR_END)).pdf)
