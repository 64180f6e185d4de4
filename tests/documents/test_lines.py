"""Set lines: the quick way for plain characters must set what glyph by glyph would have set."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.documents.fonts import Face
from dxdesk.documents.lines import Line, PlainLine, set_lines, text_width
from dxdesk.documents.page import FRAME_T, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, LETTER, LIST
from dxdesk.documents.text_style import Span
from tests.documents.reading import picture, texts

TEXT = st.text(st.sampled_from("取組の進捗状況（案）、「見直し」。令和6年12月 ABC123％ー・っ々　"), max_size=80)


@pytest.mark.parametrize("style", [CELL, LETTER, replace(LETTER, face=Face.FIXED)], ids=["cell", "letter", "fixed"])
@settings(max_examples=60, deadline=None)
@given(TEXT, st.floats(8, 120))
def test_plain_lines_are_set_as_glyph_by_glyph(style: object, text: str, width: float) -> None:
    assert isinstance(style, type(CELL))
    quick, slow = set_lines(text, style, width), set_lines((Span(text),), style, width)
    assert [line.text for line in quick] == [line.text for line in slow]
    assert [line.width for line in quick] == pytest.approx([line.width for line in slow])
    for one, other in zip(quick, slow, strict=True):
        assert isinstance(one, PlainLine)
        assert isinstance(other, Line)
        assert [item.x for item in one.placed] == pytest.approx([item.x for item in other.placed])
        assert [item.glyph for item in one.placed] == [item.glyph for item in other.placed]
    assert text_width(text, style) == pytest.approx(text_width((Span(text),), style))


@pytest.mark.parametrize("text", ["𠮷田", "葛\U000e0100飾", "か\u3099き", "☑済", "項\t目", "幅\u200bなし", "\ue000"])
def test_what_is_not_plain_is_set_glyph_by_glyph(text: str) -> None:
    (line,) = set_lines(text, CELL, 100)
    assert isinstance(line, Line)
    assert line.text == text


@pytest.mark.parametrize("style", [CELL, LETTER], ids=["cell", "letter"])
def test_both_ways_draw_the_same_and_read_the_same(style: object) -> None:
    assert isinstance(style, type(CELL))
    text = "「令和6年度」の取組（案）、及び「窓口」。「書かない窓口」は、20業務のうち16業務を（試行を含め）始めた。" * 4
    pdfs = []
    for content in (text, (Span(text),)):
        sheet = Sheet(FRAME_T, "試験")
        sheet.place(Text(content, style))
        pdfs.append(sheet.finish().pdf)
    assert texts(pdfs[0]) == texts(pdfs[1])
    differences = zip(picture(pdfs[0]).tobytes(), picture(pdfs[1]).tobytes(), strict=True)
    assert max(abs(one - other) for one, other in differences) < 64


def test_lines_between_phrases_end_behind_a_middle_dot_rather_than_inside_a_word() -> None:
    name = set_lines("オープンデータの推進・官民データ活用の推進", CELL, 47.0)
    assert [line.text for line in name] == ["オープンデータの推進・", "官民データ活用の推進"]
    title = set_lines("テレワークによる業務継続確保・働き方改革", CELL.at(8.8, 11.8).bold, 55.0)
    assert [line.text for line in title] == ["テレワークによる業務継続確保・", "働き方改革"]


def test_a_word_of_katakana_goes_on_to_the_next_line_whole() -> None:
    lines = set_lines("コンビニ収納、キャッシュレス決済など公金の納め方を増やす", CELL, 42.5)
    assert [line.text for line in lines] == ["コンビニ収納、", "キャッシュレス決済など", "公金の納め方を増やす"]


def test_a_word_of_katakana_keeps_its_particle() -> None:
    lines = set_lines("状況の変化に応じたセキュリティポリシーの見直し", CELL.at(8.4), 63.0)
    assert [line.text for line in lines] == ["状況の変化に応じた", "セキュリティポリシーの見直し"]


def test_an_eased_text_ends_its_lines_between_phrases_where_that_takes_no_more_of_them() -> None:
    words = "会議の指摘を受けて、実績の書き方を改めました。"
    typed = f"{words}\n漢字だけが続いて切れ目のない文字列は一行増やしてまで読みやすくはしない"
    for content in (typed, (Span(words, underline=True), Span(typed.removeprefix(words)))):
        text = Text(content, LIST)
        quick = [line.text for line in text.set(62.0)]
        drawn = [line.text for line in text._drawn(62.0)]
        assert quick[:2] == ["会議の指摘を受けて、実績の書き方を改め", "ました。"]
        assert drawn[:2] == ["会議の指摘を受けて、実績の書き方を", "改めました。"]
        assert len(quick) == len(drawn)
    narrow = Text("業務の見直しを進める", LIST)
    assert len(narrow._drawn(13.0)) == len(narrow.set(13.0))
