"""Numbers as people type them, for the small line of an indicator."""

from __future__ import annotations

import pytest

from dxdesk.documents.sparkline import as_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [("412", 412.0), ("1,284", 1284.0), ("12％", 12.0), ("３．５", 3.5), ("-2", -2.0)],
)
def test_numbers_are_read_as_people_type_them(typed: str, number: float) -> None:
    assert as_number(typed) == number


@pytest.mark.parametrize("typed", ["", "とても高い", "測れない", "nan", "inf", "1e400", "―"])
def test_what_is_no_number_draws_no_line(typed: str) -> None:
    assert as_number(typed) is None
