"""Where a file cannot be written: the sentence, the old file whole, and nothing else left behind."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import given_files
from dxdesk.store import output_files
from dxdesk.ui.printing import composing, saving, ways
from dxdesk.ui.printing.composing import _Making
from dxdesk.wording.printing import MAKING, NOT_OPENED, STOPPED, save_trouble
from tests.builders import PLAN, SOUMU, accepted
from tests.cli.test_paper_faults import files_of
from tests.documents.reading import page_texts, squeezed
from tests.ui.printing.conftest import Opener, ready, take
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
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "not_writable"), (errno.EACCES, "not_writable")],
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


@pytest.mark.parametrize("subject", ["list", "packet"])
def test_a_full_disk_is_told_at_the_page_and_what_is_shown_can_be_saved_later(
    subject: str, old: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []

    def choose(_parent: object, text: str, _choices: object) -> int:
        told.append(text)
        return 0

    page = open_page(subject=subject)
    assert page.composed is not None
    monkeypatch.setattr(saving, "ask_path", lambda *_: old)
    monkeypatch.setattr(saving, "choose", choose)
    with files_of(4096):
        take(qtbot, page, "pdf")
    assert told == [save_trouble("disk_full", old.name)]
    assert old.read_bytes() == b"old"
    take(qtbot, page, "pdf")
    assert old.read_bytes() == page.composed.pdf


@pytest.mark.parametrize("subject", ["list", "packet"])
def test_a_copy_that_cannot_be_written_is_told_and_nothing_opened(
    subject: str, open_page: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    page = open_page(subject=subject)
    monkeypatch.setattr(ways, "tell", lambda _window, words: told.append(words))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("opened"))
    with files_of(4096):
        take(qtbot, page, "outside")
    assert len(told) == 1
    assert told[0].startswith("ディスクがいっぱいで")


@pytest.mark.parametrize("subject", ["sheet", "packet"])
def test_whoever_stops_half_way_gets_no_file_and_can_begin_anew(
    subject: str, open_page: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    go_on, count = threading.Event(), _Making._piece

    def wait(making: _Making, done: int, total: int) -> bool:
        assert go_on.wait(30)
        return count(making, done, total)

    page = open_page()
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.setattr(_Making, "_piece", wait)
    page.show_subject(subject)
    qtbot.waitUntil(lambda: page.centre.words.startswith(MAKING), timeout=10_000)
    QTest.mouseClick(page.centre._button, Qt.MouseButton.LeftButton)
    assert page.centre.words == STOPPED
    go_on.set()
    qtbot.waitUntil(lambda: page.composing._making is None, timeout=10_000)
    assert page.composed is None
    page.take("pdf")
    assert not page.ways.busy
    assert sorted(tmp_path.rglob("*")) == before
    QTest.mouseClick(page.centre._button, Qt.MouseButton.LeftButton)
    ready(qtbot, page)
    assert page.composed is not None


def test_where_the_program_is_at_fault_nobody_waits_any_more(
    open_page: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = open_page()
    with monkeypatch.context() as patched, qtbot.captureExceptions() as loud:
        patched.setattr(composing, "prepare", lambda *_: {}["nothing"])
        page.show_subject("sheet")
        ready(qtbot, page)
    assert [kind for kind, _error, _trace in loud] == [KeyError]
    assert page.centre.words == STOPPED
    QTest.mouseClick(page.centre._button, Qt.MouseButton.LeftButton)
    ready(qtbot, page)
    assert page.composed is not None


def test_nothing_is_written_on_the_thread_of_the_window(
    old: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    threads: list[int] = []
    write = output_files.write_file

    def noted(path: Path, content: bytes) -> None:
        threads.append(threading.get_ident())
        write(path, content)

    page = open_page()
    monkeypatch.setattr(given_files, "write_file", noted)
    monkeypatch.setattr(saving, "ask_path", lambda _parent, path: old.with_name(path.name))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    for way in ("pdf", "outside", "xlsx"):
        take(qtbot, page, way)
    assert len(threads) == 3
    assert threading.get_ident() not in threads


AWKWARD = (
    "あいうえおかきくけこ" * 400,
    "\n".join(f"{number}番目の行" for number in range(1, 101)),
    "W" * 500,
    "<b>太字</b>&amp;</para>{{ 日時 }}",
)


def test_the_longest_and_most_awkward_texts_are_shown_as_they_are_printed(
    open_page: Opener, opened: tuple[Desk, Cycle], qtbot: QtBot
) -> None:
    desk, cycle = opened
    alone = [unit.code or "" for unit in PLAN.units if unit.code != "重点-2"]
    for code, text in zip(alone, AWKWARD, strict=False):
        accepted(desk, cycle, code, SOUMU, status="late", results=text)
    page = open_page()
    for subject in ("list", "sheet", "packet"):
        page.show_subject(subject)
        ready(qtbot, page)
        assert page.composed is not None, page.centre.words
        shown = squeezed("".join(page_texts(page.composed.pdf)))
        assert [text[:20] for text in AWKWARD if squeezed(text)[:20] not in shown] == []
        assert [shown.count(each) >= 400 for each in "うえおかきけ"] == [True] * 6
        assert shown.count("W") >= 500
