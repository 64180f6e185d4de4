"""次年度 on the form to fill in by hand: the words of 方向性 to circle, and 予算要求 to tick and to write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dxdesk.documents.blocks import Inline
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import DASH_SOFT, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import CELL
from dxdesk.documents.symbols import CheckBox
from dxdesk.documents.text_style import TextStyle
from dxdesk.wording.directions import (
    BUDGET_LABEL,
    CIRCLE_ONE,
    DIRECTION_LABEL,
    NOT_ASKED_FOR,
    NOT_YET_KNOWN,
    REQUESTED,
    SOURCE,
    THOUSAND_YEN,
    WRITE_ONE,
)

_INSET, _LINES_AT, _END = 2.0, 31.0, 3.0
_HINT = TextStyle(Face.PROPORTIONAL, 8.0, 11)
_SIZES: Final = (10.0, 9.5, 9.0, 8.5, 8.0)
_LEAST_GAP: Final = 4.0
_AMOUNT: Final = 19.0


def draw_next_year(ink: Ink, place: tuple[float, float, float], words: Sequence[str], high: float) -> float:
    """Two rows of a block at ``place`` (left, top, width), each ``high`` mm; returns where they end."""
    left, top, width = place
    right = left + width
    for y in (top, top + high):
        ink.line(left, y, right, y)
    write(ink, left + _INSET, top + 1.2, DIRECTION_LABEL, CELL.bold)
    circled = _draw_words(ink, left + _LINES_AT, right - _END, top, words, high)
    write(ink, left + _INSET, top + 5.2, CIRCLE_ONE if circled else WRITE_ONE, _HINT)
    write(ink, left + _INSET, top + high + (high - CELL.em) / 2, BUDGET_LABEL, CELL.bold)
    _draw_budget(ink, left + _LINES_AT, right - _END, top + high, high)
    return top + 2 * high


def _draw_words(ink: Ink, left: float, right: float, y: float, words: Sequence[str], high: float) -> bool:
    """The words side by side to circle one; where they have no room on one line, a line to write one of them on."""
    for size in _SIZES:
        style = TextStyle(Face.PROPORTIONAL, size, size + 3.0)
        widths = [text_width(word, style) for word in words]
        gap = (right - left - sum(widths)) / max(len(words) - 1, 1)
        if gap >= _LEAST_GAP:
            break
    else:
        ink.line(left, y + high - 2.3, right, y + high - 2.3, dash=DASH_SOFT)
        return False
    gap = min(gap, 12.0)
    x = left
    for word, wide in zip(words, widths, strict=True):
        write(ink, x, y + (high - style.em) / 2, word, style)
        x += wide + gap
    return True


def _draw_budget(ink: Ink, left: float, right: float, y: float, high: float) -> None:
    """要求しない, 要求する with how much, 額は未定, and 財源: all that can be said of it."""
    middle, low = y + (high - CELL.em) / 2, y + high - 2.3

    def box(x: float, word: str) -> float:
        row = Inline((CheckBox(4.6), Text(word, CELL)), gap=1.2)
        row.draw(ink, x, y + (high - row.height(40.0)) / 2, row.natural)
        return x + row.natural

    x = box(left, NOT_ASKED_FOR) + 2.5
    x = box(x, REQUESTED)
    x += write(ink, x, middle, "（", CELL)
    ink.line(x, low, x + _AMOUNT, low, dash=DASH_SOFT)
    x += _AMOUNT + 1.0
    x += write(ink, x, middle, f"{THOUSAND_YEN}）", CELL) + 2.0
    x = box(x, NOT_YET_KNOWN) + 3.0
    x += write(ink, x, middle, SOURCE, CELL) + 1.5
    ink.line(x, low, right, low, dash=DASH_SOFT)
