"""The forms for Word in 設定: taken at once, refused with the reason, taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.documents.word_forms import FOR_LETTERS, FOR_MINUTES
from dxdesk.domain.permissions import Actor
from dxdesk.operations.word_forms import own_form
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.settings import word_form
from dxdesk.ui.settings.page import SettingsPage
from dxdesk.ui.settings.word_form import WordFormPart
from dxdesk.wording.word_forms import BACK_AGAIN, OF_LETTERS, OF_MINUTES, SHIPPED, form_used, form_written
from tests import letter_form
from tests.builders import open_desk
from tests.databases import open_anywhere
from tests.documents.test_word import form
from tests.forms import FORM


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(open_anywhere(shutil.copyfile(empty_file, tmp_path / "town.db")))
    yield opened
    opened.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsPage:
    monkeypatch.setenv("DXDESK_HOME", str(tmp_path / "home"))
    create_application([])
    shown = SettingsPage(desk, None)
    qtbot.addWidget(shown)
    shown.resize(1366, 640)
    shown.show()
    shown.show_subject("minutes_form")
    return shown


@pytest.fixture
def part(page: SettingsPage) -> WordFormPart:
    found = page.parts.form("minutes_form")
    assert isinstance(found, WordFormPart)
    return found


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file a person chooses, for reading and for writing."""
    file = tmp_path / "町の形.docx"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    return file


def test_the_form_that_comes_along_is_written_to_be_edited_and_then_chosen(
    page: SettingsPage, part: WordFormPart, chosen: Path
) -> None:
    said: list[tuple[str, bool]] = []
    page.said.connect(lambda words, undoable: said.append((words, undoable)))
    assert (part.standing.text(), part.back.isEnabled()) == (SHIPPED, False)
    part.write.click()
    assert chosen.read_bytes() == FORM.read_bytes()
    part.choose.click()
    assert said == [(form_written("町の形.docx"), False), (form_used("町の形.docx"), True)]
    assert own_form(FOR_MINUTES) == FORM.read_bytes()
    assert part.standing.text() != SHIPPED
    part.back.setFocus()
    part.back.click()
    assert (own_form(FOR_MINUTES), part.standing.text(), said[-1]) == (None, SHIPPED, (BACK_AGAIN, True))
    assert page.focusWidget() is part.choose


def test_what_was_chosen_is_taken_back_and_done_again(
    page: SettingsPage, part: WordFormPart, chosen: Path, desk: Desk
) -> None:
    contents = [form("はじめの{{ 標題 }}"), form("次の{{ 標題 }}")]
    for content in contents:
        chosen.write_bytes(content)
        part.choose.click()
    step = desk.undo()
    assert own_form(FOR_MINUTES) == contents[0]
    desk.undo()
    assert step is not None
    assert step.where is not None
    page.show_subject(step.where[1])
    assert (own_form(FOR_MINUTES), part.standing.text()) == (None, SHIPPED)
    desk.redo()
    desk.redo()
    assert own_form(FOR_MINUTES) == contents[1]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"no form", "Wordの文書として読めません"), (form("{{ 標頭 }}"), "標頭"), (form("手紙"), "名前がありません")],
)
def test_a_file_that_is_no_form_is_refused_in_a_sentence_and_nothing_changes(
    part: WordFormPart, chosen: Path, desk: Desk, content: bytes, words: str
) -> None:
    chosen.write_bytes(content)
    part.choose.click()
    assert words in part.message.text
    assert "町の形.docx" in part.message.text
    assert (own_form(FOR_MINUTES), desk.last_step) == (None, None)
    chosen.write_bytes(FORM.read_bytes())
    part.choose.click()
    assert part.message.text == ""


def test_who_goes_back_from_the_dialog_changes_nothing(
    part: WordFormPart, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args: ("", ""))
    part.choose.click()
    part.write.click()
    assert (own_form(FOR_MINUTES), desk.last_step, part.message.text) == (None, None, "")


def test_a_disk_that_takes_nothing_is_said(part: WordFormPart, chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise StoreUnavailable("disk_full", chosen)

    monkeypatch.setattr(word_form, "give_file", full)
    part.write.click()
    assert part.message.text != ""


def test_the_form_for_letters_is_a_part_of_its_own(page: SettingsPage, chosen: Path, desk: Desk) -> None:
    page.show_subject("letter_form")
    found = page.parts.form("letter_form")
    assert isinstance(found, WordFormPart)
    chosen.write_bytes(FORM.read_bytes())
    found.choose.click()
    assert "この文書にない名前" in found.message.text
    found.write.click()
    found.choose.click()
    assert own_form(FOR_LETTERS) == letter_form.FORM.read_bytes()
    assert own_form(FOR_MINUTES) is None
    step = desk.last_step
    assert step is not None
    assert step.where == ("settings", "letter_form")
    desk.undo()
    assert own_form(FOR_LETTERS) is None


@pytest.mark.parametrize("role", ["liaison", "head", "chair", "reader"])
def test_who_writes_neither_minutes_nor_letters_is_not_offered_a_form(desk: Desk, qtbot: QtBot, role: str) -> None:
    desk.actor = Actor(role)  # type: ignore[arg-type]
    shown = SettingsPage(desk, None)
    qtbot.addWidget(shown)
    assert not {OF_MINUTES.title, OF_LETTERS.title} & {
        shown.parts.list.item(row).text() for row in range(shown.parts.list.count())
    }


def test_the_names_of_the_parts_are_whole_in_a_small_window_with_the_largest_letters(
    desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    create_application([])
    set_text_scale(qapp, 1.3)
    try:
        shown = SettingsPage(desk, None)
        qtbot.addWidget(shown)
        shown.resize(1024, 500)
        shown.show()
        parts = shown.parts.list
        qtbot.waitUntil(lambda: parts.verticalScrollBar().isVisible())
        assert parts.sizeHintForColumn(0) <= parts.viewport().width()
    finally:
        set_text_scale(qapp, 1.0)
