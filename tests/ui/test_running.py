"""A second start hands its file over to the window that is open; whatever else is said there is not listened to."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from dxdesk import opening
from dxdesk.ui import running
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.running import Running, named_file, pass_on


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    create_application([])
    found = MainWindow(opening.doors())
    qtbot.addWidget(found)
    found.show()
    yield found
    found.close()


@pytest.fixture
def heard(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window was asked to open."""
    paths: list[str] = []
    monkeypatch.setattr(window.files, "open", paths.append)
    Running(window)
    return paths


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "令和6年度第2回_町民生活課_照会.dxd"
    path.write_text("dxdesk-package 1\n", encoding="utf-8")
    return path


AGAIN = """
import sys
from dxdesk.ui.running import pass_on
print("asks", flush=True)
sys.exit(0 if pass_on(sys.argv[1]) else 1)
"""


def start_again(path: str) -> subprocess.Popen[bytes]:
    """The program is started once more with a file; it says when it begins to ask."""
    return subprocess.Popen([sys.executable, "-c", AGAIN, path], stdout=subprocess.PIPE)


def taken(process: subprocess.Popen[bytes]) -> bool:
    """Whether the file of another start was taken over."""
    with process:
        while process.poll() is None:
            QTest.qWait(5)
    return process.returncode == 0


def second_start(path: str) -> bool:
    """The program started once more: whether its file was taken over."""
    return taken(start_again(path))


def other_start(code: str, *arguments: str) -> int:
    """The program in a process of its own, while this window goes on; its exit code."""
    process = subprocess.Popen([sys.executable, "-c", code, *arguments])
    while process.poll() is None:
        QTest.qWait(5)
    return process.returncode


def say(words: bytes) -> bytes:
    """Anything that another program might say there, and the answer."""
    socket = QLocalSocket()
    socket.connectToServer(running._name())
    assert socket.waitForConnected(500)
    socket.write(words)
    socket.flush()
    for _ in range(40):
        QTest.qWait(5)
    return bytes(socket.readAll().data())


def test_a_second_start_hands_its_file_over(heard: list[str], file: Path) -> None:
    assert second_start(str(file))
    assert heard == [str(file)]


def test_a_window_that_is_at_work_for_a_moment_takes_the_file_after_it(heard: list[str], file: Path) -> None:
    process = start_again(str(file))
    assert process.stdout is not None
    process.stdout.readline()
    with suppress(subprocess.TimeoutExpired):
        process.wait(0.8)  # nothing is heard meanwhile
    assert taken(process)
    assert heard == [str(file)]


def test_without_a_window_it_opens_the_file_itself(qapp: QApplication, file: Path) -> None:
    assert not pass_on(str(file))


def test_a_name_that_a_window_left_behind_is_taken_over(window: MainWindow, heard: list[str], file: Path) -> None:
    Running(window)  # it finds the name taken, and leaves it to who listens
    assert second_start(str(file))
    assert heard == [str(file)]


@pytest.mark.parametrize(
    "words",
    [b"", b"\n", b"relative.dxd\n", b"\xff\xfe\n", b"/etc/hostname\n", b"A" * 5000, b"/nowhere/x.dxd\n", b"\0\n"],
)
def test_whatever_is_no_file_that_was_sent_is_not_listened_to(heard: list[str], words: bytes) -> None:
    assert say(words) == b""
    assert heard == []


def test_only_a_whole_path_of_such_a_file_is_taken(file: Path) -> None:
    said = f"{file}\n".encode()
    assert named_file(said) == str(file)
    assert named_file(said.removesuffix(b"\n")) is None
    assert named_file(said.replace(b".dxd", b".db")) is None


@pytest.fixture
def other(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[MainWindow, list[str]]]:
    """A second window, and what it was asked to open."""
    found, paths = MainWindow(opening.doors()), list[str]()
    qtbot.addWidget(found)
    found.show()
    monkeypatch.setattr(found.files, "open", paths.append)
    yield found, paths
    found.close()


def test_the_first_window_hears_and_when_it_is_gone_the_next_one(
    window: MainWindow, heard: list[str], other: tuple[MainWindow, list[str]], file: Path
) -> None:
    Running(other[0])
    assert second_start(str(file))
    assert (heard, other[1]) == ([str(file)], [])
    first = next(each for each in window.children() if isinstance(each, Running))
    first._server.close()
    assert second_start(str(file))
    assert (heard, other[1]) == ([str(file)], [str(file)])


HANDS_OVER = """
import sys
from dxdesk.ui import running
_FOR = running._FOR
told = [running._told(running._name(place), sys.argv[1] + _FOR + sys.argv[2]) for place in range(2)]
sys.exit(told.index(True) if True in told else 9)
"""


def test_a_file_goes_to_the_window_in_which_its_database_is_open(
    window: MainWindow, heard: list[str], other: tuple[MainWindow, list[str]], file: Path, database_file: Path
) -> None:
    assert other_start(HANDS_OVER, str(file), str(database_file)) == 9
    shutil.copyfile(database_file, database_file.with_name("other.db"))
    Running(other[0])
    other[0].view = cast("DeskView", _Shown(str(database_file)))
    assert other_start(HANDS_OVER, str(file), str(database_file)) == 1
    assert other_start(HANDS_OVER, str(file), str(database_file.with_name("other.db"))) == 9
    other[0].view = None
    assert (heard, other[1]) == ([], [str(file)])


def test_a_window_never_hands_a_file_over_to_itself(window: MainWindow, heard: list[str], file: Path) -> None:
    window.view = cast("DeskView", _Shown("town.db"))
    assert not window.files.hand_over(str(file), "town.db")
    window.view = None
    assert heard == []


def test_a_file_waits_until_a_question_is_answered(
    qtbot: QtBot, window: MainWindow, heard: list[str], file: Path
) -> None:
    question = QDialog(window)
    question.open()
    assert second_start(str(file))
    QTest.qWait(20)
    assert heard == []
    question.reject()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [str(file)]


class _Shown:
    """As much of an open desk as is asked about: its database, which can be written."""

    def __init__(self, target: str) -> None:
        self.desk = self
        self.database = self
        self.target = target
        self.read_only = False
