"""Who takes over from whom when departments end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.departments import forerunners, heirs
from dxdesk.domain.plan_parts import Department

LINE = (
    Department("a", "企画係", successor="b"),
    Department("b", "企画課", successor="c"),
    Department("c", "企画デジタル課"),
    Department("d", "広報係", successor="c"),
    Department("e", "総務課"),
)


@pytest.mark.parametrize(("of", "found"), [("a", "abc"), ("b", "bc"), ("c", "c"), ("d", "dc"), ("e", "e"), ("x", "x")])
def test_heirs_follow_one_after_the_other(of: str, found: str) -> None:
    assert heirs(LINE, of) == tuple(found)


@pytest.mark.parametrize(("of", "found"), [("c", "cabd"), ("b", "ba"), ("a", "a"), ("e", "e")])
def test_forerunners_are_all_that_a_department_took_over_from(of: str, found: str) -> None:
    assert forerunners(LINE, of) == tuple(found)


successors = st.lists(st.sampled_from([None, *"012345"]), min_size=6, max_size=6)


@given(successors)
def test_even_a_circle_ends_and_heirs_and_forerunners_see_the_same(chosen: list[str | None]) -> None:
    found = [Department(str(place), str(place), successor=after) for place, after in enumerate(chosen)]
    for each in found:
        line = heirs(found, each.id)
        assert len(set(line)) == len(line)
        for other in found:
            assert (other.id in line) == (each.id in forerunners(found, other.id))
