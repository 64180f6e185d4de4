"""Matrices of any size, without a database."""

from __future__ import annotations

from dxdesk.domain.collection import KINDS, Cell, UnitRow
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.text import fold
from dxdesk.ui.collect.rows import MatrixRow

STATES = tuple(KINDS)


def departments(count: int) -> tuple[Department, ...]:
    return tuple(Department(f"d{place}", f"健康福祉第{place}課", order=place) for place in range(count))


def rows(count: int, columns: int = 7, *, name: str = "行政手続オンライン化") -> tuple[MatrixRow, ...]:
    """Units under an axis for every ten; every fourth cell is not asked, but each unit asks its first department."""
    found: list[MatrixRow] = []
    for place in range(count):
        if place % 10 == 0:
            found.append(MatrixRow(f"axis {place}", f"軸 {place // 10}"))
        cells = {
            f"d{column}": Cell(f"d{column}", STATES[(place + column) % len(STATES)], column == 2, column == 1)
            for column in range(columns)
            if column == 0 or (place + column) % 4
        }
        row = UnitRow(f"u{place}", cells, "open", 1)
        searched = fold(f"{place} {name}")
        found.append(MatrixRow(f"u{place}", name, row, str(place), str(place), 4, name, searched))
    return tuple(found)
