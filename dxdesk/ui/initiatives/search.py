"""Which rows of 取組一覧 a search and a filter chip leave."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, Literal

from dxdesk.domain.searching import wanted as wanted_words
from dxdesk.ui.initiatives.rows import Row

Chip = Literal["late", "warn", "miss", "priority", "discuss", "changed"]
CHIPS: Final[tuple[Chip, ...]] = ("late", "warn", "miss", "priority", "discuss", "changed")


def passes(row: Row, chip: Chip) -> bool:
    """Whether a unit is among those a filter chip counts."""
    if row.card is None:
        return False
    if chip == "discuss":
        return bool(row.pill)
    if chip == "priority":
        return "priority" in row.marks
    if chip == "changed":
        return bool(row.change_word)
    return row.status == chip


def chip_counts(rows: Sequence[Row]) -> dict[Chip, int]:
    """How many units each chip would leave; one that stands in several groups counts once."""
    return {chip: len({row.node for row in rows if passes(row, chip)}) for chip in CHIPS}


def _with_relatives(rows: Sequence[Row], wanted: Collection[str]) -> list[Row]:
    """The wanted rows, all that stands below them, and the rows above them."""
    below: set[str] = set()
    for row in rows:
        if row.key in wanted or row.parent in below:
            below.add(row.key)
    shown = below | above(rows, below)
    return [row for row in rows if row.key in shown]


def matching(rows: Sequence[Row], words: str) -> set[str]:
    """The keys of the rows whose number, name, short name or alias holds every word typed; none for no words."""
    terms = wanted_words(words)
    return {row.key for row in rows if terms and all(term in row.searched for term in terms)}


def visible_rows(rows: Sequence[Row], words: str = "", chip: Chip | None = None) -> list[Row]:
    """The rows that a search and a chip leave, in their order, with what stands below and above them."""
    found = list(rows)
    if chip:
        found = _with_relatives(found, {row.key for row in found if passes(row, chip)})
    if words.strip():
        found = _with_relatives(found, matching(found, words))
    return found


def above(rows: Sequence[Row], wanted: Collection[str]) -> set[str]:
    """The keys of all rows above the wanted ones."""
    parents = {row.key: row.parent for row in rows}
    found: set[str] = set()
    for key in wanted:
        parent = parents.get(key)
        while parent is not None and parent not in found:
            found.add(parent)
            parent = parents[parent]
    return found
