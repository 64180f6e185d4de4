"""Which forms documents are made from in Word on this PC."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.documents.word import form_in_use
from dxdesk.documents.word_forms import FOR_LETTERS, FOR_MINUTES, WordForm
from dxdesk.domain.errors import Problem
from dxdesk.operations.word_forms import (
    form_since,
    form_to_edit,
    own_form,
    put_form,
    use_form,
)
from dxdesk.store.errors import StoreUnavailable
from tests import forms, letter_form
from tests.documents.test_word import form


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DXDESK_HOME", str(tmp_path / "home"))


SHIPPED = {FOR_MINUTES: forms.FORM, FOR_LETTERS: letter_form.FORM}
LINES = {
    FOR_MINUTES: "うちの{{ 標題 }}",
    FOR_LETTERS: "{% for 文 in 手紙 %}うちの{{ 文.標題 }}{% endfor %}",
}


@pytest.mark.parametrize("kind", SHIPPED)
def test_without_a_form_of_the_town_the_one_that_comes_along_is_given_to_edit(kind: WordForm) -> None:
    assert (own_form(kind), form_since(kind)) == (None, None)
    assert form_to_edit(kind) == SHIPPED[kind].read_bytes()
    kind.check(form_to_edit(kind), kind.file)


@pytest.mark.parametrize("kind", SHIPPED)
def test_a_form_is_used_from_then_on_and_given_to_edit_again(kind: WordForm, tmp_path: Path) -> None:
    content = form(LINES[kind])
    (tmp_path / "町の形.docx").write_bytes(content)
    use_form(kind, tmp_path / "町の形.docx")
    assert form_in_use(kind.file) == kind.own
    assert own_form(kind) == form_to_edit(kind) == content
    assert form_since(kind) is not None
    assert [own_form(each) for each in SHIPPED if each is not kind] == [None]
    put_form(kind, None)
    assert form_in_use(kind.file) == SHIPPED[kind]


@pytest.mark.parametrize("kind", SHIPPED)
def test_a_form_that_is_refused_leaves_the_one_before(kind: WordForm, tmp_path: Path) -> None:
    put_form(kind, form(LINES[kind]))
    before = own_form(kind)
    (tmp_path / "町の形.docx").write_bytes(form(LINES[kind].replace("標題", "標頭")))
    for file, code in (("町の形.docx", "form.unknown"), ("ない.docx", "file.unreadable")):
        with pytest.raises(Problem) as caught:
            use_form(kind, tmp_path / file)
        assert caught.value.code == code
    assert own_form(kind) == before


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    with pytest.raises(StoreUnavailable):
        put_form(FOR_MINUTES, form("{{ 標題 }}"))
