"""Glyphs: every character keeps its text, falls back to the next face, or is marked as missing."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.documents.fonts import ASCENT, GETA, Face, font_file, glyphs
from dxdesk.paths import data_root

TEXT_FACES = [face for face in Face if face is not Face.FALLBACK]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from(TEXT_FACES))
def test_the_glyphs_of_any_text_spell_that_text(text: str, face: Face) -> None:
    assert "".join(glyph.text for glyph in glyphs(text, face)) == text


@pytest.mark.parametrize("face", Face)
def test_characters_and_variants_are_those_an_independent_reader_finds(face: Face) -> None:
    independent = TTFont(data_root() / "resources" / "fonts" / f"{face.value}.ttf")
    order = {name: number for number, name in enumerate(independent.getGlyphOrder())}
    file, advances, em = font_file(face), independent["hmtx"].metrics, independent["head"].unitsPerEm
    for code, name in independent.getBestCmap().items():
        if code != 0xA0:  # taken to be the space
            assert file.glyph(code) == order[name]
            assert file.width(order[name]) == advances[name][0] * 1000 / em
            assert file.parsed.hmetrics[order[name]][1] == advances[name][1] & 0xFFFF
    assert file.glyph(0xA0) == file.glyph(ord(" "))
    assert list(file.parsed.glyphPos) == list(independent["loca"].locations)
    table = next(table for table in independent["cmap"].tables if table.format == 14)
    for selector, pairs in table.uvsDict.items():
        for code, name in pairs:
            assert file.variant(code, selector) == (order[name] if name else file.glyph(code))


@pytest.mark.parametrize("face", TEXT_FACES)
def test_the_ascent_is_the_same_in_every_face(face: Face) -> None:
    assert font_file(face).parsed.ascent / 1000 == pytest.approx(ASCENT, abs=0.001)


def test_what_the_face_lacks_comes_from_the_fallback_face() -> None:
    found = glyphs("吉𠮷☑髙﨑", Face.MINCHO)
    assert [glyph.face for glyph in found] == [Face.MINCHO, Face.FALLBACK, Face.FALLBACK, Face.MINCHO, Face.MINCHO]
    assert not any(glyph.drawn for glyph in found)


def test_what_no_face_has_is_drawn_as_a_geta_and_says_so() -> None:
    (glyph,) = glyphs("\ue000", Face.PROPORTIONAL)
    assert glyph.drawn == GETA
    assert glyph.number == font_file(Face.PROPORTIONAL).glyph(ord(GETA))
    assert glyph.text == "\ue000"


def test_a_known_variant_has_its_own_glyph_and_one_character_cell() -> None:
    plain, variant = glyphs("葛", Face.MINCHO)[0], glyphs("葛\U000e0100", Face.MINCHO)
    assert len(variant) == 1
    assert variant[0].text == "葛\U000e0100"
    assert not variant[0].drawn
    assert variant[0].number != plain.number


def test_an_unknown_variant_is_drawn_plain_and_says_so() -> None:
    (glyph,) = glyphs("葛\U000e01aa", Face.MINCHO)
    assert glyph.drawn == "葛"
    assert glyph.number == glyphs("葛", Face.MINCHO)[0].number


def test_a_standard_selector_loses_nothing_and_is_not_reported() -> None:
    (glyph,) = glyphs("☎\ufe0e", Face.PROPORTIONAL)
    assert not glyph.drawn


def test_a_letter_with_its_mark_is_one_glyph_where_the_face_has_one() -> None:
    (glyph,) = glyphs("か\u3099", Face.MINCHO)
    assert glyph.number == glyphs("が", Face.MINCHO)[0].number
    assert glyph.text == "か\u3099"


def test_a_mark_without_a_composed_letter_is_set_upon_the_letter_without_width() -> None:
    letter, mark = glyphs("か\u309a", Face.MINCHO)
    assert mark.joined
    assert mark.width == 0
    assert unicodedata.combining(mark.text)
    assert -letter.width <= mark.shift < 0


def test_joiners_take_no_width() -> None:
    assert [glyph.text for glyph in glyphs("\u200b町\u200d長", Face.MINCHO)] == ["\u200b町\u200d", "長"]
    (alone,) = glyphs("\u200b", Face.MINCHO)
    assert alone.width == 0
