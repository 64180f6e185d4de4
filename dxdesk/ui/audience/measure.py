"""Widths of audience texts and the lines they break into."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtGui import QFontMetricsF

from dxdesk.phrases import wrap_phrases
from dxdesk.ui.theme import pixel_font

ELLIPSIS = "…"
_NARROWEST = 0.2
"""Part of its size that a letter is wide at least, but for those without any width."""


@cache
def _metrics(px: int, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(pixel_font(px, bold=bold))


@lru_cache(maxsize=8192)
def width(text: str, px: int, bold: bool = False) -> float:
    """Width of one line of text in px of the canvas, overhang included."""
    metrics = _metrics(px, bold)
    return max(metrics.horizontalAdvance(text), metrics.boundingRect(text).right()) + 1.0 if text else 0.0


def shortened(text: str, room: float, px: int, bold: bool = False) -> str:
    """The text, or as much of its start as fits with … behind it."""
    if width(text, px, bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle] + ELLIPSIS, px, bold) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip("、。・ ") + ELLIPSIS


def wrapped(text: str, room: float, px: int, bold: bool = False, *, most: int = 0) -> tuple[str, ...]:
    """Balanced lines of at most ``room``; with ``most``, that many lines, the last ending in … where more follows."""

    def lines_of(part: str, *, balance: bool) -> list[str]:
        return wrap_phrases(part, room, lambda each: width(each, px, bold), balance=balance)

    enough = int(most * room / (px * _NARROWEST)) + 1 if most else len(text)
    if len(text) > enough:
        lines = lines_of(text[:enough], balance=False)  # nobody waits for lines that are not shown
        if len(lines) > most:
            return _cut(lines, room, px, bold, most)
    lines = lines_of(text, balance=True)
    if not most or len(lines) <= most:
        return tuple(lines)
    return _cut(lines_of(text, balance=False), room, px, bold, most)


def _cut(lines: Sequence[str], room: float, px: int, bold: bool, most: int) -> tuple[str, ...]:
    """The first lines, the last of them going on as far as there is room, and … behind it."""
    rest = "".join(lines[most - 1 :])
    return (*lines[: most - 1], shortened(rest, room, px, bold))
