"""The rows of the matrix as plain values: axis heads and units, and which of them a search and a filter leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dxdesk.domain.collection import KIND_ORDER, Cell, Kind, UnitRow
from dxdesk.domain.text import fold
from dxdesk.store.queries.collection import Collection
from dxdesk.ui.entry.model import short_name
from dxdesk.wording.collect import (
    CELL_WORDS,
    CONFIRMED_HEAD,
    MERGED_SPOKEN,
    MERGED_WORDS,
    NOT_CONCERNED,
    PROVISIONAL,
    READY,
    SPOKEN,
    UNCHANGED_SHORT,
    WAITING_MERGE,
)
from dxdesk.wording.take_in import HELD_CHIP

Filter = Kind | Literal["merge", "held"]
FILTERS: Final[tuple[Filter, ...]] = (*KIND_ORDER, "held", "merge")
WHOLE_PLAN: Final = "計画全体"


@dataclass(frozen=True)
class MatrixRow:
    """An axis head (``row`` None) or a unit; ``digits`` is the length of the longest number, ``held`` are the
    departments of which something is 預かり."""

    key: str
    name: str
    row: UnitRow | None = None
    code: str = ""
    number: str = ""
    digits: int = 0
    full_name: str = ""
    searched: str = ""
    pill: str = ""
    held: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """Number and name as people say them."""
        return f"{self.number}　{self.name}" if self.number else self.name

    @property
    def merged_words(self) -> str:
        """How far the 取りまとめ is: accepted of asked, and whether it waits to be made; or what became of it."""
        if self.row is None:
            return ""
        count = f"{self.row.accepted}／{len(self.row.cells)}"
        return f"{count} {READY}" if self.row.merged == "ready" else MERGED_WORDS.get(self.row.merged, count)

    @property
    def confirmed_words(self) -> str:
        """✓ where the 所属長 of every answer confirmed it, else how many did; nothing while none did."""
        done, there = self.row.confirmed if self.row else (0, 0)
        return "" if not done else "✓" if done == there else f"{done}／{there}"

    def last_words(self, column: int) -> str:
        """What stands in 所属長確認 (0) and in 取りまとめ (1)."""
        return (self.confirmed_words, self.merged_words)[column]

    def spoken_last(self, column: int) -> str:
        """所属長確認 (0) or 取りまとめ (1) as it is read aloud; the name of an axis is read in every column."""
        if self.row is None:
            return self.name
        if column == 0:
            done, there = self.row.confirmed
            return f"{self.words}、{CONFIRMED_HEAD}、{there}件のうち{done}件"
        count = f"{len(self.row.cells)}課のうち{self.row.accepted}課を受理"
        waits = f"{WAITING_MERGE}、" if self.row.merged == "ready" else ""
        return f"{self.words}、{waits}{MERGED_SPOKEN.get(self.row.merged, count)}"


def cell_word(cell: Cell) -> str:
    """The word in a cell."""
    if cell.unconcerned and cell.state == "accepted":
        return f"✓ {NOT_CONCERNED}"
    return UNCHANGED_SHORT if cell.unchanged else CELL_WORDS[cell.state]


def spoken_cell(row: MatrixRow, department: str, cell: Cell | None, *, marked: bool = False) -> str:
    """A cell as it is read aloud."""
    if cell is None:
        return f"{row.words}、{department}、聞いていません"
    parts = [row.words, department, SPOKEN[cell.state]]
    parts += [NOT_CONCERNED] if cell.unconcerned and cell.state == "accepted" else []
    parts += [UNCHANGED_SHORT] if cell.unchanged else []
    parts += [PROVISIONAL] if cell.provisional else []
    parts += ["所属長確認済み"] if cell.confirmed else []
    parts += [HELD_CHIP] if cell.department in row.held else []
    parts += ["しるしあり"] if marked else []
    return "、".join(parts)


def matrix_rows(source: Collection) -> tuple[MatrixRow, ...]:
    """Every unit that was asked about in the plan's order, under the heads of its axes."""
    plan = source.plan
    digits = max((len(plan.by_id[each.unit].printed) for each in source.collected.rows), default=0)
    found: list[MatrixRow] = []
    above: str | None = ""
    for row in source.collected.rows:
        unit = plan.by_id[row.unit]
        axis = plan.axis(unit)
        here = axis.id if axis else None
        if here != above:
            above = here
            found.append(MatrixRow(f"axis {here}", axis.name if axis else WHOLE_PLAN))
        provisional = all(each.provisional for each in row.cells.values())
        found.append(
            MatrixRow(
                key=unit.id,
                name=short_name(unit),
                row=row,
                code=unit.code or "",
                number=unit.printed,
                digits=digits,
                full_name=unit.name,
                searched=" ".join(
                    fold(each) for each in (unit.printed, unit.code, unit.name, unit.short_name, *unit.aliases) if each
                ),
                pill=f"{PROVISIONAL}・全{len(row.cells)}課" if provisional else "",
                held=frozenset(each for each in row.cells if (unit.id, each) in source.held),
            )
        )
    return tuple(found)


def fits(cell: Cell, chosen: Filter | None) -> bool:
    """Whether a filter leaves a cell as loud as it is."""
    return chosen in (None, "merge", "held") or cell.kind == chosen


def _passes(row: MatrixRow, chosen: Filter | None, terms: Sequence[str]) -> bool:
    if row.row is None or not all(term in row.searched for term in terms):
        return False
    if chosen == "merge":
        return row.row.merged in ("ready", "revise", "conflict")
    if chosen == "held":
        return bool(row.held)
    return chosen is None or any(fits(cell, chosen) for cell in row.row.cells.values())


def visible(rows: Sequence[MatrixRow], chosen: Filter | None, words: str) -> tuple[MatrixRow, ...]:
    """The rows that a filter and the words typed leave, under those heads that have any."""
    terms = [term for term in map(fold, words.split()) if term]
    found: list[MatrixRow] = []
    head: MatrixRow | None = None
    for row in rows:
        if row.row is None:
            head = row
        elif _passes(row, chosen, terms):
            if head is not None:
                found.append(head)
                head = None
            found.append(row)
    return tuple(found)


def filter_counts(source: Collection) -> dict[Filter, int]:
    """What each filter counts: answers, those of which something is 預かり, and units whose 取りまとめ waits."""
    found: dict[Filter, int] = dict(source.collected.counts.items())
    found["held"] = len(source.held)
    found["merge"] = len(source.collected.merging("ready", "revise", "conflict"))
    return found
