"""How the name of a unit is fitted into its row."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFontMetricsF

from dxdesk.phrases import wrap_phrases
from dxdesk.ui.initiatives.rows import Row
from dxdesk.ui.theme import desktop_font

Index = QModelIndex | QPersistentModelIndex

LEAD: Final = 56
"""px at 100 % for the axis before a number."""
_MOST_LINES: Final = 2


@lru_cache(maxsize=32)
def _metrics(look: str, scale: float, bold: bool) -> QFontMetricsF:
    """Measures of a font: a thousand rows are measured with the same."""
    return QFontMetricsF(desktop_font(look, scale, bold=bold))


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
    """A name that is too long for its place is the short name of the unit, else it takes two lines.

    It is measured bold, for a row must not change its height when it is chosen.
    """
    advance = _metrics("body", scale, True).horizontalAdvance
    if advance(row.name) <= room or room <= 0:
        return [row.name]
    short = row.card.short_name if row.card else None
    if short and advance(short) <= room:
        return [short]
    lines = wrap_phrases(row.name, room, advance, balance=False)
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], "".join(lines[_MOST_LINES - 1 :])]
