"""A town's own form for letters is tried before it is used."""

from __future__ import annotations

import pytest

from dxdesk.documents.letter import Letter, Point
from dxdesk.documents.letter_form import EVERYTHING, check_letter_form
from dxdesk.documents.letter_words import WordLetter, letters_words
from dxdesk.documents.paragraph import Text
from dxdesk.documents.styles import CELL
from dxdesk.domain.errors import Problem
from dxdesk.domain.settings import Settings
from tests.documents.sample_letters import HEAD, TOWN_LIFE, TRADE
from tests.documents.test_minutes_form import names
from tests.documents.test_word import form
from tests.letter_form import FORM


def test_what_a_form_is_tried_with_has_the_names_of_letters_and_no_other() -> None:
    letter = Letter("日", "宛先", "標題", ("本文",), (Point("名", Text("文", CELL)),))
    words = letters_words([WordLetter(letter, TOWN_LIFE.units, TRADE.owed)], HEAD, Settings())
    assert names(words) == names(EVERYTHING)


def test_the_form_that_comes_along_can_be_used() -> None:
    check_letter_form(FORM.read_bytes(), FORM.name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ただの手紙です。", "form.empty"),
        ("{{ 標題 }}", "form.unknown"),
        ("{% for 文 in 手紙 %}{{ 文.標頭 }}{% endfor %}", "form.unknown"),
        ("{% for 文 in 手紙 %}{% for 項 in 文.項目 %}{{ 項.期限 }}{% endfor %}{% endfor %}", "form.unknown"),
        ("{% for 文 in 手紙 %}{{ 文.標題", "form.syntax"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_used_is_refused(text: str, code: str) -> None:
    with pytest.raises(Problem) as caught:
        check_letter_form(form(text), "町の形.docx")
    assert caught.value.code == code
