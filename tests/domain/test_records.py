"""Canonical JSON and the ids that hang on it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.records import canonical, canonical_list, canonical_object, digest, text_digest

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("aあbい", max_size=4), inner, max_size=4),
    max_leaves=12,
)


def test_canonical_json_is_utf_8_sorted_and_without_spaces() -> None:
    assert canonical({"b": [1, None, True], "a": '計画\n"', "あ": {}}) == '{"a":"計画\\n\\"","b":[1,null,true],"あ":{}}'


@given(st.dictionaries(st.text("abcあい", min_size=1, max_size=3), plain, max_size=6))
def test_the_order_of_keys_changes_neither_text_nor_id(record: dict[str, object]) -> None:
    turned = dict(reversed(list(record.items())))
    assert canonical(turned) == canonical(record)
    assert digest(turned) == digest(record)


@given(plain)
def test_canonical_json_says_what_was_put_in(value: object) -> None:
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(st.text('abcあ"\\\n', max_size=3), plain, max_size=6))
def test_texts_put_together_are_those_written_at_once(record: dict[str, object]) -> None:
    texts = {name: canonical(value) for name, value in record.items()}
    assert canonical_object(texts) == canonical(record)
    assert canonical_list(texts.values()) == canonical(list(record.values()))
    assert text_digest(canonical_object(texts)) == digest(record)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_json_cannot_say_is_no_record(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical({"value": number})


def test_the_id_is_the_sha_256_of_the_text() -> None:
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert digest({"town": "大河原町"}) == "edb3c390407b35d36a830f5169103117c79596c845f3dca71ed455e3ca28abec"
