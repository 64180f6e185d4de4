"""Colours, type and measures of every screen, read once from ``resources/theme/tokens.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QSizePolicy, QWidget

from dxdesk.paths import data_root

TOKENS: Final[dict[str, Any]] = json.loads((data_root() / "resources/theme/tokens.json").read_text(encoding="utf-8"))

FLOOR: Final[int] = TOKENS["projection"]["floor"]
"""Smallest text on the audience screen, in px of a canvas 1080 high."""

TEXT_SCALES: Final[dict[str, float]] = TOKENS["text_scales"]
"""文字の大きさ: the word a person chooses and its factor."""


@dataclass(frozen=True, slots=True)
class StatusLook:
    """Colours of one status: the symbol alone, and the block with its symbol, fill, text and edge (None: no edge)."""

    symbol: QColor
    symbol_on_block: QColor
    fill: QColor
    text: QColor
    edge: QColor | None
    solid: bool
    """遅れ and 要注意: the whole block is filled with the status colour."""


@dataclass(frozen=True, slots=True)
class TextLook:
    """One size of the desktop: px and line height at 100 %."""

    px: float
    line: float
    bold: bool


_contrast = {"high": False}


def high_contrast() -> bool:
    """Whether everything is drawn black on white, with edges instead of tints."""
    return _contrast["high"]


def use_high_contrast(on: bool) -> None:
    """高コントラスト: which colours the tokens stand for from now on. What was painted before stays as it is."""
    _contrast["high"] = on
    colour.cache_clear()
    status_look.cache_clear()


@contextmanager
def as_designed() -> Iterator[None]:
    """The colours of the design whatever this PC wants: slides look alike everywhere."""
    if not high_contrast():
        yield
        return
    use_high_contrast(False)
    try:
        yield
    finally:
        use_high_contrast(True)


def hex_of(name: str) -> str:
    """``#RRGGBB`` of a colour token; KeyError for a name that is none."""
    designed = TOKENS["colours"][name]
    return str(TOKENS["high_contrast"]["colours"].get(name, designed) if high_contrast() else designed)


@cache
def colour(name: str) -> QColor:
    """The colour of a token; KeyError for a name that is none. Shared: copy it before changing it."""
    return QColor(hex_of(name))


@cache
def status_look(key: str) -> StatusLook:
    """The colours of a status key (ok warn late done none stop na miss elsewhere); KeyError for any other."""
    look = TOKENS["statuses"][key] | (TOKENS["high_contrast"]["status"] if high_contrast() else {})
    return StatusLook(
        symbol=colour(look["symbol"]),
        symbol_on_block=colour(look["symbol_on_block"]),
        fill=colour(look["fill"]),
        text=colour(look["text"]),
        edge=colour(look["edge"]) if look["edge"] else None,
        solid=key in ("late", "warn"),
    )


def projection_px(name: str) -> int:
    """Size of an audience text at scale 1.0, in px of a canvas 1080 high."""
    return int(TOKENS["projection"]["px"][name])


def radius(name: str) -> int:
    """Corner radius in px."""
    return int(TOKENS["radius"][name])


def height(name: str) -> int:
    """Height of a control or bar in px at 100 %."""
    return int(TOKENS["height"][name])


def text_look(name: str) -> TextLook:
    """A desktop size by its name: page, title, title-panel, title-window, section, input, body, small, mark."""
    return TextLook(**TOKENS["desktop"][name])


def load_fonts() -> list[str]:
    """Register every font that ships with the program; returns their families.

    Needs a QGuiApplication. Raises FileNotFoundError when a shipped font cannot be read: without them Qt's wheels
    show no Japanese at all.
    """
    families: list[str] = []
    for path in sorted((data_root() / "resources/fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FileNotFoundError(path)
        families += QFontDatabase.applicationFontFamilies(number)
    return list(dict.fromkeys(families))


def pixel_font(px: float, *, bold: bool = False, numbers: bool = False) -> QFont:
    """The program's face at ``px`` pixels, unhinted so that widths scale; ``numbers``: digits of one width."""
    font = QFont()
    font.setFamilies(TOKENS["families"]["numbers" if numbers else "text"])
    font.setPixelSize(max(1, round(px)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def desktop_font(name: str, scale: float = 1.0, *, bold: bool | None = None) -> QFont:
    """The face for a desktop size (see text_look) at a text scale of 1.0, 1.15 or 1.3."""
    look = text_look(name)
    return pixel_font(look.px * scale, bold=look.bold if bold is None else bold)


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget one of the looks of the style sheet (``primary``, ``title``, ``pill``…) and restyle it.

    A pill keeps its own height whatever the height of its row.
    """
    widget.setProperty("look", look)
    if look.startswith("pill"):
        widget.setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # a frame measures its edge anew only then
    widget.update()
