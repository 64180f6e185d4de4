"""Which fiscal year a cycle is of."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.domain.cycle_years import cycle_year, year_in
from dxdesk.domain.cycles import CycleKind


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("令和7年度 第1回", 2025),
        ("令和元年度", 2019),
        ("平成30年度 結果", 2018),
        ("Ｒ７年度 第１回", 2025),
        ("2025年度 第1回", 2025),
        ("秋の回", None),
        ("第2025回", None),
    ],
)
def test_the_fiscal_year_is_read_from_the_name(name: str, year: int | None) -> None:
    assert year_in(name) == year


@pytest.mark.parametrize(
    ("name", "kind", "as_of", "year"),
    [
        ("令和6年度 第3回", "result", date(2025, 3, 31), 2024),
        ("令和6年度 第3回", "result", date(2025, 4, 1), 2024),
        ("令和6年度 第3回", "interim", date(2025, 4, 1), 2024),
        ("年度末", "result", date(2025, 3, 31), 2024),
        ("年度末", "result", date(2025, 4, 1), 2024),
        ("年度末", "result", date(2025, 5, 31), 2024),
        ("はじめの回", "interim", date(2025, 4, 1), 2025),
        ("令和7年度 取組計画", "plan", date(2025, 3, 31), 2025),
    ],
)
def test_the_year_of_the_name_goes_before_that_of_the_day(name: str, kind: CycleKind, as_of: date, year: int) -> None:
    assert cycle_year(name, kind, as_of) == year


def test_a_year_far_from_the_day_names_something_else() -> None:
    assert cycle_year("令和5年度版計画の点検", "interim", date(2025, 10, 1)) == 2025
    assert cycle_year("令和70年度 第1回", "interim", date(2025, 10, 1)) == 2025
