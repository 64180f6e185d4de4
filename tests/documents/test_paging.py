"""Pages of even length."""

from __future__ import annotations

import pytest

from dxdesk.documents.paging import even_height


def filled(count: int, high: float) -> int:
    """Pages that so many rows of 10 mm take."""
    return -(-count // max(int(high // 10), 1))


@pytest.mark.parametrize(("rows", "least", "most"), [(21, 110, 112), (40, 200, 200), (41, 140, 142), (60, 200, 200)])
def test_what_takes_several_pages_fills_them_alike(rows: int, least: float, most: float) -> None:
    height = even_height(lambda high: filled(rows, high), 200.0)
    assert least <= height <= most
    assert filled(rows, height) == filled(rows, 200.0)


def test_a_page_holds_what_must_be_on_one_and_nothing_needs_no_page() -> None:
    assert even_height(lambda high: filled(21, high), 200.0, 150.0) == 150.0
    assert even_height(lambda high: filled(3, high), 200.0, 250.0) == 200.0
    assert even_height(lambda _high: 0, 200.0) <= 200.0
