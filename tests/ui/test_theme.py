"""The token file keeps its promises, and the style sheet and fonts come from it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication, QPushButton

from dxdesk.ui import theme

IN_THE_DARK = 0.05
ROOM_10 = 1 / 9
ROOM_7 = 1 / 6


def luminance(name: str) -> float:
    """Relative luminance of a colour token as WCAG 2 defines it, 0 to 1."""
    code = theme.hex_of(name)
    parts = [int(code[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, flare: float = IN_THE_DARK) -> float:
    """Contrast of two tokens; ``flare`` is the light of the room on the screen (0.05 is WCAG's)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + flare) / (dark + flare)


def as_stated(value: float) -> Any:
    return pytest.approx(value, abs=0.055)


@pytest.mark.parametrize("pair", theme.TOKENS["pairs"], ids=lambda pair: f"{pair['colour']} on {pair['on']}")
def test_every_pair_has_the_contrast_it_states(pair: dict[str, Any]) -> None:
    assert contrast(pair["colour"], pair["on"]) == as_stated(pair["ratio"])
    if "room10" in pair:
        assert contrast(pair["colour"], pair["on"], ROOM_10) == as_stated(pair["room10"])
        assert contrast(pair["colour"], pair["on"], ROOM_7) == as_stated(pair["room7"])


@pytest.mark.parametrize("key", list(theme.TOKENS["statuses"]))
def test_the_word_on_a_status_block_can_be_read_and_its_symbol_be_seen(key: str) -> None:
    look = theme.TOKENS["statuses"][key]
    assert contrast(look["text"], look["fill"]) >= 4.5
    assert contrast(look["symbol_on_block"], look["fill"]) >= 3.0
    if key != "warn":  # its yellow is held by the edge, which is drawn around the symbol
        assert contrast(look["symbol"], "white") >= 3.0


def test_good_states_are_pale_and_only_attention_is_loud() -> None:
    light = {key: luminance(look["fill"]) for key, look in theme.TOKENS["statuses"].items()}
    loud = {key for key, value in light.items() if value < 0.8}
    assert loud == {"late", "warn"}
    assert {key for key in light if theme.status_look(key).solid} == loud


def test_the_shipped_fonts_are_the_ones_in_use(qapp: QApplication) -> None:
    families = theme.load_fonts()
    assert {"BIZ UDPGothic", "BIZ UDGothic", "VL Gothic"} <= set(families)
    assert QFontInfo(theme.pixel_font(20)).family() == "BIZ UDPGothic"
    assert QFontInfo(theme.pixel_font(20, bold=True)).bold()
    assert QFontInfo(theme.pixel_font(20, numbers=True)).family() == "BIZ UDGothic"


@pytest.mark.parametrize("character", list("髙﨑葛①Ⅱ☑𠮷鷗"))
def test_rare_characters_have_a_glyph_in_one_of_the_fonts(qapp: QApplication, character: str) -> None:
    theme.load_fonts()
    fonts = [QRawFont.fromFont(theme.pixel_font(20))]
    fallback = theme.pixel_font(20)
    fallback.setFamilies(["VL Gothic"])
    fonts.append(QRawFont.fromFont(fallback))
    assert any(font.supportsCharacter(ord(character)) for font in fonts)


def test_desktop_text_never_falls_below_its_floor() -> None:
    sizes = {name: theme.text_look(name).px for name in theme.TOKENS["desktop"]}
    assert min(size for name, size in sizes.items() if name != "mark") >= 14
    assert sizes["mark"] >= 12.5
    assert all(theme.projection_px(name) >= theme.FLOOR == 36 for name in theme.TOKENS["projection"]["px"])


def test_a_look_is_kept_on_the_widget(qapp: QApplication) -> None:
    button = QPushButton("提出する")
    theme.set_look(button, "primary")
    assert button.property("look") == "primary"
