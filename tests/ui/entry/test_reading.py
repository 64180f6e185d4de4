"""What the page 記入 is made of, as it is read."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.domain.cycles import Cycle, CycleKind
from dxdesk.ui.entry.reading import cycle_short


@pytest.mark.parametrize(
    ("year", "kind", "as_of", "short"),
    [
        (2024, "interim", date(2024, 9, 30), "R6前"),
        (2024, "interim", date(2024, 10, 1), "R6後"),
        (2024, "result", date(2025, 4, 1), "R6後"),
        (2025, "plan", date(2025, 3, 31), "R7前"),
    ],
)
def test_a_value_of_before_stands_in_the_half_of_its_fiscal_year(
    year: int, kind: CycleKind, as_of: date, short: str
) -> None:
    assert cycle_short(Cycle("c", "回", year, kind, as_of, as_of, None, None, "plan", "settings")) == short
