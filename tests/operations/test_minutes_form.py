"""Which form 会議録 is made from in Word on this PC."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk import paths
from dxdesk.documents.minutes_word import form_in_use
from dxdesk.domain.errors import Problem
from dxdesk.operations.minutes_form import form_since, form_to_edit, own_form, put_form, use_form
from dxdesk.store.errors import StoreUnavailable
from tests.documents.test_word import form
from tests.forms import FORM


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DXDESK_HOME", str(tmp_path / "home"))


def test_without_a_form_of_the_town_the_one_that_comes_along_is_given_to_edit() -> None:
    assert (own_form(paths.own_form()), form_since(paths.own_form())) == (None, None)
    assert form_to_edit() == FORM.read_bytes()


def test_a_form_is_used_from_then_on_and_given_to_edit_again(tmp_path: Path) -> None:
    content = form("うちの{{ 標題 }}")
    (tmp_path / "町の形.docx").write_bytes(content)
    use_form(paths.own_form(), tmp_path / "町の形.docx")
    assert form_in_use() == paths.own_form()
    assert own_form(paths.own_form()) == form_to_edit() == content
    assert form_since(paths.own_form()) is not None
    put_form(paths.own_form(), None)
    assert form_in_use() == FORM


def test_a_form_that_is_refused_leaves_the_one_before(tmp_path: Path) -> None:
    put_form(paths.own_form(), form("前の{{ 標題 }}"))
    before = own_form(paths.own_form())
    (tmp_path / "町の形.docx").write_bytes(form("{{ 標頭 }}"))
    for file, code in (("町の形.docx", "form.unknown"), ("ない.docx", "file.unreadable")):
        with pytest.raises(Problem) as caught:
            use_form(paths.own_form(), tmp_path / file)
        assert caught.value.code == code
    assert own_form(paths.own_form()) == before


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    with pytest.raises(StoreUnavailable):
        put_form(paths.own_form(), form("{{ 標題 }}"))
