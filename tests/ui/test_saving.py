"""The folder that is proposed for a file is one that a person would look in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from dxdesk.preferences import exchange_folder_of, keep, keep_exchange
from dxdesk.ui import saving
from dxdesk.ui.saving import (
    ask_file_target,
    ask_target,
    files_folder,
    keep_files_folder,
    passing_folders,
    proposed_folder,
)


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


@pytest.fixture
def share(documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that a town shares; what programs keep for a while lies elsewhere."""
    monkeypatch.setattr(saving, "passing_folders", lambda: (tmp_path / "passing",))
    documents.mkdir()
    found = tmp_path / "共有"
    found.mkdir()
    return found


def test_files_are_looked_for_in_the_exchange_folder_of_their_database(share: Path, documents: Path) -> None:
    keep_exchange("town", folder=str(share))
    assert files_folder("town") == share
    assert files_folder("other") == documents


def test_else_they_are_looked_for_where_one_was_opened_last_while_that_is_there(share: Path, documents: Path) -> None:
    keep_files_folder("town", share)
    assert files_folder("town") == share
    assert files_folder("other") == documents
    share.rmdir()
    assert files_folder("town") == documents


def test_an_exchange_folder_that_is_out_of_reach_is_passed_over(share: Path) -> None:
    keep_exchange("town", folder=str(share / "gone"))
    keep_files_folder("town", share)
    assert files_folder("town") == share


def test_a_place_where_a_mail_program_put_it_for_a_while_is_not_kept(
    share: Path, documents: Path, tmp_path: Path
) -> None:
    passing = tmp_path / "passing" / "letter"
    passing.mkdir(parents=True)
    keep_files_folder("town", passing)
    assert files_folder("town") == documents


def test_programs_keep_things_for_a_while_in_the_folders_of_the_system() -> None:
    assert Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)) in passing_folders()


def test_a_file_that_travels_is_put_beside_the_one_before(share: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def save_name(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(proposed)
        return str(share / "回答.dxd"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_name)
    for _ in range(2):
        assert ask_file_target(None, "town", "渡す", "回答.dxd", "*.dxd") == share / "回答.dxd"
    assert asked[1] == str(share / "回答.dxd")
    assert proposed_folder() != share
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert ask_file_target(None, "town", "渡す", "回答.dxd", "*.dxd") is None


def test_a_folder_is_taken_for_shared_unless_files_only_pass_through_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "passing"
    share = tmp_path / "共有"
    for each in (passing, share):
        each.mkdir()
    monkeypatch.setattr(saving, "passing_folders", lambda: (passing,))
    home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation))
    downloads = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
    for refused in (passing, passing / "1", downloads, home, tmp_path / "nowhere"):
        assert not saving.adopt_folder("a", refused), refused
    assert saving.adopt_folder("a", share)
    assert exchange_folder_of("a") == str(share)
    assert not saving.adopt_folder("a", tmp_path)
    assert exchange_folder_of("a") == str(share)
