"""A town's own form for 会議録 is tried before it is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from dxdesk.documents.minutes_form import EVERYTHING, check_minutes_form
from dxdesk.documents.minutes_words import minutes_words
from dxdesk.domain.errors import Problem
from dxdesk.wording.sentences import problem_words
from tests.documents.test_minutes import confirmed, paper
from tests.documents.test_word import form
from tests.forms import FORM
from tests.meeting_samples import draft


def names(value: object) -> object:
    """The names in words, and those in each row of a list."""
    if isinstance(value, Mapping):
        return {name: names(each) for name, each in value.items()}
    if isinstance(value, list) and not all(isinstance(each, str) for each in value):
        return {name: found for each in value for name, found in dict(names(each)).items()}  # type: ignore[call-overload]
    return type(value)


def test_what_a_form_is_tried_with_has_the_names_of_minutes_and_no_other() -> None:
    hidden = tuple(replace(each, public=each.id != "decision-k1") for each in draft())
    assert names(minutes_words(paper(version=confirmed(hidden)))) == names(EVERYTHING)


def test_the_form_that_comes_along_can_be_used() -> None:
    check_minutes_form(FORM.read_bytes(), FORM.name)


@pytest.mark.parametrize(
    ("lines", "code", "quoted"),
    [
        (["ただの手紙です。"], "form.empty", ""),
        (["{% if 日時 and false %}{{ 日時 }}{% endif %}"], "form.empty", ""),
        (["{{ 日時 }}", "{{ 標頭 }}"], "form.unknown", "標頭"),
        (["{{ 日時 }}", "{%p for 題 in 議事 %}", "{{ 題.見だし }}", "{%p endfor %}"], "form.unknown", "見だし"),
        (["{%p for 行 in 決定 %}", "{%p if 行.非公開 %}", "{{ 行.担当 }}", "{%p endif %}", "{%p endfor %}"],
         "form.unknown", "担当"),
        (["{{ 日時", "本文"], "form.syntax", "{{ 日時"),
        (["{{ 日時.__class__ }}"], "form.forbidden", "__class__"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_used_is_refused_with_what_is_wrong(lines: list[str], code: str, quoted: str) -> None:
    with pytest.raises(Problem) as caught:
        check_minutes_form(form(*lines), "町の形.docx")
    assert caught.value.code == code
    sentence = problem_words(caught.value)
    assert "町の形.docx" in sentence
    assert quoted in sentence
