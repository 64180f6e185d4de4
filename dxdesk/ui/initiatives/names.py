"""How the name of a unit is fitted into its row."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFontMetricsF

from dxdesk.phrases import wrap_phrases
from dxdesk.ui.initiatives.rows import Row
from dxdesk.ui.theme import desktop_font

Index = QModelIndex | QPersistentModelIndex

LEAD: Final = 60
"""px at 100 % for the axis before a number."""
_MOST_LINES: Final = 3


@lru_cache(maxsize=32)
def _metrics(look: str, scale: float, bold: bool) -> QFontMetricsF:
    """Measures of a font: a thousand rows are measured with the same."""
    font = desktop_font(look, scale, bold=True) if bold else desktop_font(look, scale)
    return QFontMetricsF(font)


def depth_of(index: Index) -> int:
    """How many indents stand before a name."""
    depth, above = 1, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


def name_room(row: Row, width: float, scale: float) -> float:
    """How wide the name of a unit may be in a cell of ``width`` px, beside axis, number and pill."""
    body = _metrics("body", scale, False)
    number = max(body.horizontalAdvance("0" * row.digits), body.horizontalAdvance(row.number))
    taken = 16 + ((LEAD + 6) * scale if row.lead else 0) + (number + 9 * scale if row.number else 0)
    if row.pill:
        taken += _metrics("mark", scale, True).horizontalAdvance(row.pill) + 16 * scale + 8
    return width - taken


def name_lines(row: Row, room: float, scale: float) -> list[str]:
    """A name that is too long for its place is the short name of the unit, else it takes up to three lines.

    It is measured bold, for a row must not change its height when it is chosen.
    """
    advance = _metrics("body", scale, True).horizontalAdvance
    short = row.card.short_name if row.card else None
    if short and advance(row.name) > room >= advance(short):
        return [short]
    return _wrapped(row.name, room, advance)


def group_lines(row: Row, width: float, scale: float) -> list[str]:
    """The name of a group in a cell of ``width`` px beside its symbol and its count, on at most three lines."""
    taken = 26 + (25 * scale if row.status is not None else 0)
    if row.detail:
        taken += _metrics("small", scale, False).horizontalAdvance(row.detail)
    return _wrapped(row.name, width - taken, _metrics("section", scale, False).horizontalAdvance)


def _wrapped(name: str, room: float, advance: Callable[[str], float]) -> list[str]:
    """A name on one line where it fits, else on up to three; what is too long even for these goes on in the last."""
    if advance(name) <= room or room <= 0:
        return [name]
    lines = wrap_phrases(name, room, advance, balance=False)
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], "".join(lines[_MOST_LINES - 1 :])]
