import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.cli.words import DISCUSS_WORDS, FIELD_NAMES, choices, discuss_key, field_key
from dxdesk.domain import drafts
from dxdesk.domain.errors import Problem
from tests.builders import attempt


@pytest.mark.parametrize("key", drafts.FIELDS)
def test_every_field_is_meant_by_its_key_and_by_its_name_alone(key: str) -> None:
    assert field_key(key, "field") == field_key(FIELD_NAMES[key], "field") == key
    assert len(set(FIELD_NAMES.values())) == len(FIELD_NAMES)


@given(st.text(max_size=20))
def test_any_text_is_a_field_or_is_refused_with_all_names(text: str) -> None:
    found = attempt(field_key, text, "field")
    if isinstance(found, Problem):
        assert (found.code, found.place) == ("field.unknown", "field")
        assert "課題（issues）" in str(found.values["near"])
    else:
        assert found in drafts.FIELDS


def test_what_the_meeting_does_is_meant_by_its_word() -> None:
    assert [discuss_key(word) for word in DISCUSS_WORDS.values()] == list(DISCUSS_WORDS)
    assert choices(DISCUSS_WORDS) == "none（報告）・discuss（協議）・decide（決定）"
