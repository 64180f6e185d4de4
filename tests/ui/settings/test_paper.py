"""文書の体裁 and 会議録と決裁: what is chosen is given back, and the letter beside the form shows it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.paper import Paper
from dxdesk.domain.settings import Settings
from dxdesk.ui.application import create_application
from dxdesk.ui.settings.paper import PaperForm, RecordsForm
from dxdesk.wording.settings import SAMPLE
from tests.builders import open_desk
from tests.databases import open_anywhere
from tests.domain.test_paper import OTHER


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(open_anywhere(shutil.copyfile(empty_file, tmp_path / "town.db")))
    yield opened
    opened.close()


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> PaperForm:
    """文書の体裁 with what a town has that has chosen nothing."""
    create_application([])
    found = PaperForm(desk)
    qtbot.addWidget(found)
    found.resize(1120, 500)
    found.show_settings(Settings())
    found.show()
    return found


def test_both_forms_give_back_what_they_show(form: PaperForm, qtbot: QtBot) -> None:
    records = RecordsForm()
    qtbot.addWidget(records)
    for paper in (Paper(), OTHER):
        settings = Settings(paper=paper)
        form.show_settings(settings)
        records.show_settings(settings)
        assert records.settings(form.settings(Settings())) == settings


def test_a_reading_may_be_typed_with_a_half_width_sign(qtbot: QtBot) -> None:
    records = RecordsForm()
    qtbot.addWidget(records)
    records.show_settings(Settings())
    records.readings.setText("髙橋 誠=たかはし まこと、 佐藤 花＝さとう はな")
    paper = records.settings(Settings()).paper
    assert [paper.reading(name) for name in ("髙橋　誠", "佐藤花")] == ["たかはし まこと", "さとう はな"]


def test_the_letter_beside_the_form_follows_what_is_chosen(form: PaperForm, qtbot: QtBot) -> None:
    def drawn() -> int:
        return form.sample.picture.pixmap().cacheKey() if not form.sample.picture.pixmap().isNull() else 0

    qtbot.waitUntil(lambda: drawn() != 0)
    before = form.sample.picture.pixmap().toImage()
    key = drawn()
    form.salutation.setCurrentText("殿")
    form.salutation.activated.emit(1)
    qtbot.waitUntil(lambda: drawn() != key)
    after = form.sample.picture.pixmap().toImage()
    assert after.size() == before.size()
    assert after != before


def test_margins_that_no_form_bears_are_told_beside_the_form(form: PaperForm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: form.sample.words.text() == SAMPLE)
    for typed in ("90", "あ", ""):
        form.margins.fields[2].setText(typed)
        form.margins.fields[2].textEdited.emit(typed)
        qtbot.waitUntil(lambda: "余白は" in form.sample.words.text())
    form.margins.fields[2].setText("３０")
    form.margins.fields[2].textEdited.emit("３０")
    qtbot.waitUntil(lambda: form.sample.words.text() == SAMPLE)
    assert form.settings(Settings()).paper.margins == (25, 25, 30, 20)


def test_the_letter_stands_below_the_form_where_there_is_no_room_beside_it(form: PaperForm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: form.sample.x() > 0)
    form.resize(700, 500)
    qtbot.waitUntil(lambda: form.sample.x() == 0)
