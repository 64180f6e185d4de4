"""Fonts in the file: embedded, subset, with a map back to exactly the given text."""

import io
import re

import pypdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.documents.fonts import Face
from dxdesk.documents.page import FRAME_T, Sheet
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL, LABEL, LETTER, SECTION
from dxdesk.documents.text_style import TextStyle
from tests.documents.reading import fonts, picture, squeezed, texts

HOSTILE = [
    "<b>太字</b> <img src=x> </para> &lt;br/&gt; <font size='900'>巨大</font>",
    "=cmd|' /C calc'!A0",
    "𠮷田𠮟る 𡈽方 槗本 髙﨑 ☑☐ ①㈱℡ ｶﾞ",
    "葛\U000e0100飾区の辻\U000e0100さん",
    "か\u3099き\u309a e\u0301",
    "\\n \\( \\) (括弧) ) ( <FEFF> ] TJ ET",
    "%PDF-1.7 endstream endobj",
    "アラビア文字以外の𝒳と€と한글とÀ",
    "葛\U000e01aa の知らない異体字",
    "\ue000の外字と😀",
]


def printed(text: str, style: TextStyle = CELL) -> bytes:
    sheet = Sheet(FRAME_T, title="試験")
    sheet.place(Text(text, style))
    return sheet.finish().pdf


@pytest.mark.parametrize("style", [CELL, LETTER, LABEL, SECTION], ids=["cell", "letter", "label", "section"])
@pytest.mark.parametrize("text", HOSTILE)
def test_copied_text_is_the_given_text(text: str, style: TextStyle) -> None:
    for found in texts(printed(text, style)):
        assert found.removesuffix("1／1") == squeezed(text)


def test_four_thousand_characters_come_back_whole() -> None:
    text = "".join(f"第{number}項、令和{number}年度の「取組（案）」を𠮷田が確認した。" for number in range(1, 200))[
        :4000
    ]
    for found in texts(printed(text, LETTER)):
        assert all(f"{number}／3" in found for number in (1, 2, 3))
        assert re.sub("[123]／3", "", found) == squeezed(text)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x9FFF, categories=("Lo", "Po")), min_size=1))
def test_any_japanese_text_comes_back(text: str) -> None:
    found = texts(printed(text))[0]
    assert found.removesuffix("1／1") == squeezed(text)


def test_every_font_is_embedded_as_a_subset_with_its_text_map_and_none_is_helvetica() -> None:
    found = fonts(printed("明朝と\U00020bb7とbold", LETTER))
    assert {name.split("+")[1] for name in found} == {
        Face.MINCHO.value,
        Face.FALLBACK.value,
        Face.PROPORTIONAL.value,
    }
    for name, font in found.items():
        assert name.index("+") == len("/ABCDEF")
        assert font["/Encoding"] == "/Identity-H"
        assert b"beginbfchar" in font["/ToUnicode"].get_data()
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        program = descriptor["/FontFile2"].get_object().get_data()
        assert len(program) < 200_000
        assert TTFont(io.BytesIO(program))["maxp"].numGlyphs < 100


def test_the_widths_stated_are_those_of_the_glyphs() -> None:
    (font,) = (font for name, font in fonts(printed("町A、", CELL)).items() if name.endswith("PGothic-Regular"))
    descendant = font["/DescendantFonts"][0].get_object()
    program = descendant["/FontDescriptor"]["/FontFile2"].get_object().get_data()
    subset = TTFont(io.BytesIO(program))
    mapping = descendant["/CIDToGIDMap"].get_object().get_data()
    stated = descendant["/W"][1].get_object()
    names = subset.getGlyphOrder()
    for code, width in enumerate(stated):
        glyph = int.from_bytes(mapping[2 * code : 2 * code + 2], "big")
        assert float(width) == pytest.approx(subset["hmtx"][names[glyph]][0] * 1000 / 2048, abs=0.01)


def test_text_that_looks_like_markup_embeds_no_picture_and_no_link() -> None:
    reader = pypdf.PdfReader(io.BytesIO(printed("<img src='/etc/hostname'/><a href='http://example.jp'>x</a>")))
    (page,) = reader.pages
    assert "/XObject" not in page["/Resources"]  # type: ignore[operator]
    assert "/Annots" not in page


def test_a_variant_looks_different_from_the_plain_character() -> None:
    big = TextStyle(Face.MINCHO, 40, 50)
    assert picture(printed("葛", big)).tobytes() != picture(printed("葛\U000e0100", big)).tobytes()
    assert picture(printed("葛", big)).tobytes() == picture(printed("葛\U000e01aa", big)).tobytes()
