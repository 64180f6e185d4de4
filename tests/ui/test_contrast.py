"""What is read stands out from its ground, in the colours of the design and in high contrast."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dxdesk.ui import stylesheet, theme
from tests.ui.test_theme import contrast

UI = Path(stylesheet.__file__).parent
GROUNDS = ("white", "panel", "grey-tint", "key-tint", "selected", "ask", "ask-card", "good-tint", "return-tint")
"""What rows, cards, panels and bands are filled with."""

INKS = ("ink", "sub", "hint", "navy", "stage", "key", "return", "good", "warn-edge")
"""What is written on any of them."""

EDGES = ("field", "sub", "key", "navy", "return-edge", "ask-edge", "warn-edge", "late", "ok", "none", "error", "stage")
"""What edges of controls and symbols are drawn in."""

NOT_YET = re.compile(r":disabled|placeholder")
"""What cannot be used now need not stand out."""

ON_FILLS = {"white": ("key", "key-hover", "navy", "stage", "late", "ink", "sub", "return"), "hint": ("off",)}
"""What is written on solid grounds only."""


@pytest.fixture(params=[False, True], ids=["design", "high contrast"])
def _colours(request: pytest.FixtureRequest) -> Iterator[None]:
    theme.use_high_contrast(request.param)
    yield
    theme.use_high_contrast(False)


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    """The rules of the style sheet: selector, and what it sets."""
    text = stylesheet.application_stylesheet()
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        parts = (each.split(":", 1) for each in body.split(";") if ":" in each)
        yield selector.strip(), {name.strip(): value.strip() for name, value in parts}


def token_of(code: str) -> str:
    """A token that stands for a colour now."""
    return next(str(name) for name in theme.TOKENS["colours"] if theme.hex_of(name) == code)


@pytest.mark.usefixtures("_colours")
def test_every_text_of_the_style_sheet_stands_out_from_its_ground() -> None:
    poor = []
    for selector, values in rules():
        ink, ground = values.get("color"), values.get("background", theme.hex_of("white"))
        if ink is None or NOT_YET.search(selector) or 'look="toast"' in selector:
            continue
        ground = theme.hex_of("white") if ground == "transparent" else ground
        if contrast(token_of(ink), token_of(ground)) < 4.5:
            poor.append((selector, ink, ground))
    assert poor == []


@pytest.mark.usefixtures("_colours")
def test_every_edge_of_a_control_can_be_seen() -> None:
    controls = re.compile(r"QPushButton|QToolButton|QLineEdit|indicator|QComboBox|drop")
    poor = []
    for selector, values in rules():
        found = re.search(r"#[0-9A-F]{6}", values.get("border", values.get("border-color", "")))
        held = controls.search(selector) and not NOT_YET.search(selector) and "AbstractItemView" not in selector
        if found and held and contrast(token_of(found.group()), "white") < 3:
            poor.append((selector, found.group()))
    assert poor == []


@pytest.mark.usefixtures("_colours")
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_can_be_read_on_every_pale_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.usefixtures("_colours")
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("edge", EDGES)
def test_every_edge_and_symbol_can_be_seen_on_every_pale_ground(edge: str, ground: str) -> None:
    assert contrast(edge, ground) >= 3


@pytest.mark.usefixtures("_colours")
@pytest.mark.parametrize(("ink", "ground"), [(ink, ground) for ink, fills in ON_FILLS.items() for ground in fills])
def test_words_on_solid_grounds_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def words_drawn() -> Iterator[tuple[str, str]]:
    """Where a delegate or a painted control draws words, and in which token, as far as it is written there."""
    for path in sorted(UI.rglob("*.py")):
        if "audience" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("draw_words", "draw_centred"):
                for each in (*node.args[3:], *(word.value for word in node.keywords)):
                    if isinstance(each, ast.Constant) and each.value in theme.TOKENS["colours"]:
                        yield f"{path.relative_to(UI)}:{node.lineno}", str(each.value)


def test_painted_words_use_inks_that_are_held_here() -> None:
    found = list(words_drawn())
    assert len(found) > 40
    assert [each for each in found if each[1] not in (*INKS, *ON_FILLS)] == []


@pytest.mark.usefixtures("_colours")
@pytest.mark.parametrize("key", list(theme.TOKENS["statuses"]))
def test_words_and_symbols_of_every_block_stand_out(key: str) -> None:
    look = theme.status_look(key)
    text, symbol, fill = (token_of(each.name().upper()) for each in (look.text, look.symbol_on_block, look.fill))
    assert contrast(text, fill) >= 4.5
    assert contrast(symbol, fill) >= 3
