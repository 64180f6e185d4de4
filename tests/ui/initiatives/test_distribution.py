"""The bar of a group: its parts are never too small for what stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.ui.initiatives.distribution import segment_widths


@given(st.lists(st.integers(1, 40), min_size=1, max_size=4))
def test_the_parts_of_a_bar_fill_it_in_proportion_and_hold_their_counts(counts: list[int]) -> None:
    contents = [19 + 9.0 * len(str(count)) for count in counts]
    widths = segment_widths(counts, contents, 238)
    assert sum(widths) + 2 * (len(widths) - 1) == pytest.approx(238)
    assert all(width >= max(36, content + 8) - 1e-9 for width, content in zip(widths, contents, strict=True))
    assert [a for _, a in sorted(zip(counts, widths, strict=True))] == sorted(widths)


def test_six_statuses_with_large_counts_still_hold_them() -> None:
    widths = segment_widths([5, 11, 36, 15, 15, 15], [27, 37, 37, 37, 37, 37], 238)
    assert sum(widths) + 10 == pytest.approx(238)
    assert all(width >= content for width, content in zip(widths, [27, 37, 37, 37, 37, 37], strict=True))


def test_eight_statuses_still_share_one_bar() -> None:
    assert segment_widths([1] * 8, [28.0] * 8, 238) == pytest.approx([28.0] * 8)
