"""Where a file cannot be written: the sentence, the old file whole, and nothing else left behind."""

from __future__ import annotations

import errno
import os
import signal
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
from tests.cli.test_paper_faults import fails_with, files_of
from tests.ui.printing.conftest import Opener, ready, take
from tests.ui.printing.test_saving import save

WRITES = """
import os, signal, sys
from pathlib import Path
from dxdesk.store import output_files
output_files.os.fsync = lambda _file: os.kill(os.getpid(), signal.SIGKILL)
output_files.write_file(Path(sys.argv[1]), b"new" * 100_000)
"""

SAVES = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.store.queries import finding
from dxdesk.ui.application import create_application
from dxdesk.ui.printing import saving
from dxdesk.ui.printing.page import PrintPage
from tests.databases import open_anywhere
database, subject, target = sys.argv[1:]
def wait(_file):
    print("writing", flush=True)
    time.sleep(60)
saving.ask_path = lambda *_: Path(target)
application = create_application([])
desk = Desk(open_anywhere(database), Actor("secretariat"))
page = PrintPage(desk, desk.ask(finding.cycle))
page.show()
page.show_subject(subject)
def look():
    if page.composed is not None and page.composed.prepared.wanted.kind == subject:
        looking.stop()
        os.fsync = wait
        page.take("pdf")
looking = QTimer(interval=20)
looking.timeout.connect(look)
looking.start()
application.exec()
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
    told: list[str] = []

    def choose(_parent: object, text: str, _choices: object) -> int:
        told.append(text)
        return 0

    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(os, "fsync", fails_with(number))
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
def test_a_folder_that_takes_nothing_and_a_file_held_elsewhere_are_told_at_the_page(
    subject: str, old: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    replace, told = os.replace, []

    def locked(source: Path, target: Path) -> None:
        if target == old:
            raise PermissionError(errno.EACCES, "locked")
        replace(source, target)

    def choose(_parent: object, text: str, choices: tuple[str, ...]) -> int:
        told.append(text)
        return len(choices) - 1 if len(choices) == 3 else 0

    page = open_page(subject=subject)
    assert page.composed is not None
    monkeypatch.setattr(saving, "ask_path", lambda *_: old)
    monkeypatch.setattr(saving, "choose", choose)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fails_with(errno.EROFS))
        take(qtbot, page, "pdf")
    monkeypatch.setattr(os, "replace", locked)
    take(qtbot, page, "pdf")
    assert told == [save_trouble("not_writable", old.name), save_trouble("open_elsewhere", old.name)]
    assert old.read_bytes() == b"old"
    assert old.with_name("会議資料 (2).pdf").read_bytes() == page.composed.pdf


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has another way to end a program at once")
@pytest.mark.parametrize("subject", ["list", "packet"])
def test_a_window_that_is_killed_while_it_saves_leaves_the_old_file_whole(
    subject: str, old: Path, opened: tuple[Desk, Cycle]
) -> None:
    desk, _ = opened
    desk.close()
    command = [sys.executable, "-c", SAVES, str(desk.database.target), subject, str(old)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "writing\n"
        child.kill()
    assert child.returncode == -signal.SIGKILL
    assert old.read_bytes() == b"old"


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
    qtbot.waitUntil(lambda: page.centre.words.startswith(MAKING))
    QTest.mouseClick(page.centre._button, Qt.MouseButton.LeftButton)
    assert page.centre.words == STOPPED
    go_on.set()
    qtbot.waitUntil(lambda: page.composing._making is None)
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
    def at_fault(*_: object) -> None:
        raise LookupError

    page = open_page()
    with monkeypatch.context() as patched, qtbot.captureExceptions() as loud:
        patched.setattr(composing, "prepare", at_fault)
        page.show_subject("sheet")
        ready(qtbot, page)
    assert [kind for kind, _error, _trace in loud] == [LookupError]
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
