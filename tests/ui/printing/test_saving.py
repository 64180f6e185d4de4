from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.operations.given_files import give_file
from dxdesk.preferences import keep, preferences
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.printing import saving
from dxdesk.wording.printing import SAVE_TROUBLE


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    keep(saving_folder=str(tmp_path))
    return found


def save(qtbot: QtBot, window: QWidget, content: bytes, name: str) -> Path | None:
    """Save and wait for the end: the path, or None where somebody gave up."""
    ended: list[Path | None] = []
    saving.save(window, content, name, ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    return ended[0]


def test_a_name_says_cycle_document_and_part_without_blanks() -> None:
    parts = ("令和6年度 第2回", "個票", "町民生活課")
    assert saving.file_name(parts, "pdf") == "令和6年度第2回_個票_町民生活課.pdf"


@given(st.lists(st.text(max_size=120), min_size=1, max_size=4))
def test_every_name_is_one_that_every_system_takes(parts: list[str]) -> None:
    name = saving.file_name(tuple(parts), "xlsx")
    assert not set(name) & set('\\/:*?"<>|\n\r\t\0 ')
    assert name.endswith(".xlsx")
    assert len(name) <= 85


@pytest.mark.parametrize("code", [*SAVE_TROUBLE, "something_new"])
def test_a_place_that_takes_nothing_is_told_and_another_one_asked(
    code: str, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    asked = iter((first, second))
    told: list[tuple[str, tuple[str, ...]]] = []

    def give(path: Path, content: bytes) -> None:
        if path == first:
            raise StoreUnavailable(code, path, {"other": str(tmp_path / "a (2).pdf")})
        path.write_bytes(content)

    def choose(_parent: object, text: str, choices: tuple[str, ...]) -> int:
        told.append((text, choices))
        return 1

    monkeypatch.setattr(saving, "ask_path", lambda *_: next(asked))
    monkeypatch.setattr(saving, "give_file", give)
    monkeypatch.setattr(saving, "choose", choose)
    assert save(qtbot, window, b"x", "a.pdf") == second
    assert second.read_bytes() == b"x"
    assert "a.pdf" in told[0][0]
    assert told[0][1][2] == "「a (2).pdf」で保存する"


def test_a_file_held_by_another_program_is_saved_beside_it_under_a_number(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "表.pdf").write_bytes(b"old")
    real = give_file

    def give(path: Path, content: bytes) -> None:
        if path.name == "表.pdf":
            raise StoreUnavailable("open_elsewhere", path, {"other": str(tmp_path / "表 (2).pdf")})
        real(path, content)

    monkeypatch.setattr(saving, "ask_path", lambda _parent, proposed: proposed)
    monkeypatch.setattr(saving, "give_file", give)
    monkeypatch.setattr(saving, "choose", lambda *_: 2)
    assert save(qtbot, window, b"new", "表.pdf") == tmp_path / "表 (2).pdf"
    assert (tmp_path / "表.pdf").read_bytes() == b"old"


def test_a_folder_of_the_same_name_stays_and_giving_up_saves_nothing(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "表.pdf").mkdir()
    told: list[str] = []

    def choose(_parent: object, text: str, choices: tuple[str, ...]) -> int:
        told.append(text)
        assert len(choices) == 2
        return 0

    monkeypatch.setattr(saving, "ask_path", lambda _parent, proposed: proposed)
    monkeypatch.setattr(saving, "choose", choose)
    assert save(qtbot, window, b"new", "表.pdf") is None
    assert "フォルダ" in told[0]
    assert [each.name for each in tmp_path.iterdir()] == ["表.pdf"]


def test_who_goes_back_from_the_question_saves_nothing(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(saving, "ask_path", lambda *_: None)
    assert save(qtbot, window, b"x", "a.pdf") is None
    assert list(tmp_path.iterdir()) == []


def test_the_dialog_of_the_system_proposes_name_and_kind(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen: list[QFileDialog] = []

    def accept(dialog: QFileDialog) -> int:
        seen.append(dialog)
        return int(QFileDialog.DialogCode.Accepted)

    monkeypatch.setattr(QFileDialog, "exec", accept)
    assert saving.ask_path(window, tmp_path / "令和6年度第2回_個票.pdf") == tmp_path / "令和6年度第2回_個票.pdf"
    assert (seen[0].acceptMode(), seen[0].defaultSuffix()) == (QFileDialog.AcceptMode.AcceptSave, "pdf")
    assert seen[0].nameFilters() == ["PDF (*.pdf)"]
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: int(QFileDialog.DialogCode.Rejected))
    assert saving.ask_path(window, tmp_path / "表.xlsx") is None


def test_the_folder_of_the_last_file_is_proposed_again(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    other = tmp_path / "会議資料"
    other.mkdir()
    proposed: list[Path] = []

    def ask(_parent: object, path: Path) -> Path:
        proposed.append(path)
        return other / path.name

    monkeypatch.setattr(saving, "ask_path", ask)
    for _ in range(2):
        save(qtbot, window, b"x", "表.pdf")
    assert proposed == [tmp_path / "表.pdf", other / "表.pdf"]
    assert preferences().saving_folder == str(other)
