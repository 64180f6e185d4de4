"""Where a file cannot be written: the sentence, the old file whole, and nothing else left behind."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.printing import saving, ways
from dxdesk.wording.printing import NOT_OPENED, save_trouble
from tests.ui.printing.conftest import Opener, take
from tests.ui.printing.test_saving import save

WRITES = """
import os, signal, sys
from pathlib import Path
from dxdesk.store import output_files
output_files.os.fsync = lambda _file: os.kill(os.getpid(), signal.SIGKILL)
output_files.write_file(Path(sys.argv[1]), b"new" * 100_000)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    found = tmp_path / "会議資料.pdf"
    found.write_bytes(b"old")
    return found


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "read_only_place"), (errno.EACCES, "read_only_place")],
)
def test_a_full_disk_and_a_folder_that_takes_nothing_are_told_and_the_old_file_stays(
    number: int, code: str, old: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    told: list[str] = []

    def choose(_parent: object, text: str, _choices: object) -> int:
        told.append(text)
        return 0

    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(os, "fsync", fails)
    monkeypatch.setattr(saving, "ask_path", lambda *_: old)
    monkeypatch.setattr(saving, "choose", choose)
    assert save(qtbot, window, b"new", old.name) is None
    assert told == [save_trouble(code, old.name)]
    assert [each.name for each in old.parent.iterdir()] == [old.name]
    assert old.read_bytes() == b"old"


def test_a_file_locked_by_another_program_is_told_and_a_numbered_one_written(
    old: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if target == old:
            raise PermissionError(errno.EACCES, "locked")
        replace(source, target)

    offered: list[tuple[str, ...]] = []

    def choose(_parent: object, _text: str, choices: tuple[str, ...]) -> int:
        offered.append(choices)
        return 2

    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(os, "replace", locked)
    monkeypatch.setattr(saving, "ask_path", lambda *_: old)
    monkeypatch.setattr(saving, "choose", choose)
    assert save(qtbot, window, b"new", old.name) == old.with_name("会議資料 (2).pdf")
    assert offered[0][2] == "「会議資料 (2).pdf」で保存する"
    assert old.read_bytes() == b"old"
    assert old.with_name("会議資料 (2).pdf").read_bytes() == b"new"


def test_whoever_is_killed_while_writing_leaves_the_old_file_whole(old: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", WRITES, str(old)], check=False)
    assert ended.returncode != 0
    assert old.read_bytes() == b"old"


def test_a_missing_viewer_is_no_fault_and_is_said(
    monkeypatch: pytest.MonkeyPatch, open_page: Opener, qtbot: QtBot
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    monkeypatch.setattr(ways, "tell", lambda _window, words: told.append(words))
    take(qtbot, open_page(), "outside")
    assert told == [NOT_OPENED]
