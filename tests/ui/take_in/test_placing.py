"""Where the dialogs of 取り込みの確認 begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from dxdesk.preferences import keep_exchange
from dxdesk.ui import saving
from dxdesk.ui.inquiry.options import ask_folder
from dxdesk.ui.take_in.placing import offer_receipts
from tests.ui.take_in.conftest import Departments, OpenPage


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Where every dialog began; the first one is answered with a file of a folder of its own."""
    began: list[str] = []
    answers = [[str(tmp_path / "メール" / "回答.dxd")]]
    (tmp_path / "メール").mkdir()

    def open_names(_parent: object, _title: str, start: str, _kinds: str) -> tuple[list[str], str]:
        began.append(start)
        return (answers.pop() if answers else []), ""

    def folder(_parent: object, _title: str, start: str) -> str:
        began.append(start)
        return ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", open_names)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    monkeypatch.setattr(saving, "passing_folders", lambda: (tmp_path / "passing",))
    return began


def test_they_begin_in_the_exchange_folder_of_this_database(
    departments: Departments, open_page: OpenPage, asked: list[str]
) -> None:
    page = open_page()
    page.ways.ask_files()
    page.ways.ask_files()
    assert asked == [str(departments.folder), str(departments.folder)]


def test_without_one_they_begin_where_answers_were_chosen_last(
    departments: Departments, open_page: OpenPage, asked: list[str], tmp_path: Path
) -> None:
    keep_exchange(departments.post.desk.database_id, folder="")
    page = open_page()
    page.ways.ask_files()
    page.ways.ask_files()
    page.offered.connect(lambda _words, _button, act: act())
    offer_receipts(page, "", ())
    ask_folder(page, page.desk)
    assert asked[1:] == [str(tmp_path / "メール")] * 3
