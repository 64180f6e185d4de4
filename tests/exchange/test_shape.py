"""The form of a file: what is right is read fast and what is wrong step by step, and both ways agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.packages import Content
from dxdesk.exchange.shape import Shape
from dxdesk.exchange.strict_json import JsonObject, OtherNumber


@dataclass(frozen=True)
class Part:
    name: str
    count: int = 0


@dataclass(frozen=True)
class Whole:
    word: Literal["a", "b"]
    text: str | None
    yes: bool
    carried: Content
    nothing: None
    part: Part | None
    parts: tuple[Part, ...]
    members: tuple[str, ...] | Literal["all"] | None


leaves: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(["a", "b", "all", "あ", "\0", "\ud800", "x\r\ny"]), st.integers(0, 2), st.booleans(), st.none(),
    st.just(OtherNumber("1.5")),
)  # fmt: skip


def objects(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An object with these keys, most of the time: some are left out, turned round or written twice."""
    return st.builds(
        lambda found, cut, again, turn: JsonObject((list(found.items())[cut:] + list(found.items())[:again])[::turn]),
        st.fixed_dictionaries(dict(values)),
        st.sampled_from([0, 0, 0, 0, 1]),
        st.sampled_from([0, 0, 0, 0, 1]),
        st.sampled_from([1, -1]),
    )


parts = st.one_of(objects(name=st.one_of(st.just("あ"), leaves), count=st.one_of(st.just(1), leaves)), leaves)
wholes = objects(
    word=st.one_of(st.just("a"), leaves),
    text=st.one_of(st.just("あ"), leaves),
    yes=st.one_of(st.booleans(), leaves),
    carried=st.one_of(st.just("{}"), leaves),
    nothing=st.one_of(st.none(), leaves),
    part=parts,
    parts=st.one_of(st.lists(parts, max_size=2), leaves),
    members=st.one_of(st.just("all"), st.lists(st.one_of(st.just("あ"), leaves), max_size=2), leaves),
)


@pytest.mark.parametrize("exact", [True, False])
@given(value=wholes)
def test_both_ways_of_reading_agree(value: object, exact: bool) -> None:
    fast, slow = Shape(exact=exact), Shape(exact=exact)
    told = slow._told(Whole, value, "")
    read = fast.read(Whole, value)
    assert [(each.code, each.place) for each in fast.problems] == [(each.code, each.place) for each in slow.problems]
    assert slow.problems or read == told


def test_an_absent_key_is_filled_only_where_the_form_is_not_exact() -> None:
    value = JsonObject([("name", "あ")])
    assert Shape().read(Part, value) == Part("あ")
    exact = Shape(exact=True)
    exact.read(Part, value)
    assert [(each.code, each.place) for each in exact.problems] == [("pack.missing_key", "count")]


def test_a_text_that_is_json_itself_is_carried_as_it_is() -> None:
    shape = Shape(exact=True)
    text = '{"a": "\t\r\n\0"}' * 2_000
    assert shape.read(Content, text) == text
    assert shape.problems == []
    shape.read(Content, "\ud800", "plan")
    assert [each.place for each in shape.problems] == ["plan"]
