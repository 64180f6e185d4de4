"""The folder that is proposed for a file is one that a person would look in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from dxdesk.preferences import keep
from dxdesk.ui.saving import ask_target, proposed_folder


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's documents; the folder is still to be made."""
    found = tmp_path / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(found))
    keep(saving_folder="")
    return found


def test_documents_are_proposed_where_there_are_any_and_else_the_home(documents: Path) -> None:
    assert proposed_folder() == Path(QDir.homePath())
    documents.mkdir()
    assert proposed_folder() == documents


def test_the_folder_chosen_last_is_proposed_while_it_is_there(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents.mkdir()
    chosen = tmp_path / "会議資料"
    chosen.mkdir()
    asked: list[str] = []

    def save_name(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(proposed)
        return str(chosen / "一覧.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_name)
    for _ in range(2):
        assert ask_target(None, "保存", "一覧.xlsx", "表 (*.xlsx)") == chosen / "一覧.xlsx"
    assert asked == [str(documents / "一覧.xlsx"), str(chosen / "一覧.xlsx")]
    chosen.rmdir()
    assert proposed_folder() == documents


def test_who_goes_back_changes_no_proposal(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert ask_target(None, "保存", "一覧.xlsx", "表 (*.xlsx)") is None
    assert proposed_folder() == documents
