"""While nothing can be saved, the texts of a page can be kept as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui import unsaved
from dxdesk.ui.text_area import TextArea
from dxdesk.wording.screen import NO_COPY_HERE, NOT_SAVED
from dxdesk.wording.sentences import problem_words


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A text with a label, a named line, an empty line, one that is not shown and one that cannot be written in."""
    found, label = QWidget(), QLabel("今回の実績（必須）")
    area, line, empty, hidden, fixed = (
        TextArea(),
        QLineEdit("人を増やすか"),
        QLineEdit(),
        QLineEdit("別"),
        QLineEdit("印"),
    )
    area.show_text("進みました。\n二行目")
    label.setBuddy(area)
    line.setAccessibleName("決めてほしいこと")
    hidden.hide()
    fixed.setReadOnly(True)
    column = QVBoxLayout(found)
    for each in (label, area, line, empty, hidden, fixed):
        column.addWidget(each)
    qtbot.addWidget(found)
    return found


def test_the_copy_holds_every_text_below_what_its_field_is_called(
    page: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "控え.txt"), ""))
    dict(unsaved.failed_notice(page, lambda: None).actions)["別の場所に控えをとる"]()
    kept = (tmp_path / "控え.txt").read_text(encoding="utf-8")
    assert kept == "今回の実績（必須）\n進みました。\n二行目\n\n決めてほしいこと\n人を増やすか\n"


def test_a_page_whose_texts_are_not_all_in_sight_gives_them_itself(
    page: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "控え.txt"), ""))
    unsaved.keep_copy(page, lambda: "ほかの部分の文")
    assert (tmp_path / "控え.txt").read_text(encoding="utf-8") == "ほかの部分の文"


def test_a_place_that_takes_no_file_is_said(page: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "控え.txt"), ""))
    monkeypatch.setattr(unsaved, "tell", lambda _parent, text: told.append(text))
    unsaved.keep_copy(page, lambda: "文")
    assert told == [NO_COPY_HERE]


def test_thinking_better_of_it_writes_nothing(page: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    unsaved.keep_copy(page, lambda: "文")
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_of_a_person_says_what_to_do(page: QWidget) -> None:
    problem = Problem("cycle.closed", "cycle")
    assert unsaved.failed_notice(page, lambda: None, problem).text == NOT_SAVED + problem_words(problem)


def test_the_cause_is_said_where_it_is_short(page: QWidget) -> None:
    full = StoreUnavailable("disk_full", "/home/town/db/town.db")
    said = unsaved.failed_notice(page, lambda: None, full).text
    assert said == f"{NOT_SAVED}ディスクがいっぱいです（town.db）。"
    full = StoreUnavailable("disk_full", f"/home/{'長い名前' * 12}.db")
    assert unsaved.failed_notice(page, lambda: None, full).text == NOT_SAVED
