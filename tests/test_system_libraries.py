import subprocess
import sys
from collections.abc import Sequence

import pytest

from dxdesk import system_libraries

LINE = "sudo apt-get install -y libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Be a Linux machine without Qt's libraries; the list holds what is still missing."""
    missing = ["libGL.so.1"]
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "missing_library", lambda screen: missing[0] if missing else None)
    return missing


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """Record the commands that would be run; they succeed."""
    run: list[Sequence[str]] = []

    def record(command: Sequence[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        run.append(command)
        return subprocess.CompletedProcess(command, 0, b"")

    monkeypatch.setattr(subprocess, "run", record)
    return run


def be(monkeypatch: pytest.MonkeyPatch, user: int, installer: str | None) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr("shutil.which", lambda name: installer)


@pytest.mark.parametrize("screen", ["drawing", "window"])
def test_a_library_that_does_not_load_is_named(screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "libGL.so.1: cannot open shared object file: No such file or directory"
    monkeypatch.setattr(system_libraries, "TEST_LOAD", f"raise ImportError({words!r})")
    assert system_libraries.missing_library(screen) == "libGL.so.1"


def test_any_other_trouble_of_qt_is_told_in_its_own_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "TEST_LOAD", "raise ImportError('undefined symbol')")
    assert system_libraries.missing_library("drawing") == "ImportError: undefined symbol"


def test_a_qt_that_dies_without_a_word_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "TEST_LOAD", "import os; os.kill(os.getpid(), 9)")
    assert system_libraries.missing_library("drawing") == "signal 9"


def test_qt_loads_for_drawing_where_the_tests_run() -> None:
    assert system_libraries.missing_library("drawing") is None


def test_nothing_is_said_or_done_where_all_is_there(
    bare_machine: list[str], commands: list[Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    bare_machine.clear()
    assert system_libraries.look_for("window") is None
    assert commands == []
    assert capsys.readouterr().err == ""


def test_a_user_without_rights_gets_the_exact_line_to_run(
    bare_machine: list[str], commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, user=1000, installer="/usr/bin/apt-get")
    refusal = system_libraries.look_for("drawing")
    assert refusal is not None
    assert "libGL.so.1" in refusal
    assert refusal.splitlines()[-1].strip() == LINE
    assert commands == []


def test_a_window_asks_for_its_own_libraries_besides(
    bare_machine: list[str], commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, user=1000, installer=None)
    refusal = system_libraries.look_for("window")
    assert refusal is not None
    assert f"{LINE} libxcb-cursor0 " in refusal


def test_root_on_debian_gets_the_libraries_and_is_told(
    bare_machine: list[str],
    commands: list[Sequence[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    be(monkeypatch, user=0, installer="/usr/bin/apt-get")
    answers = iter(["libGL.so.1", None])
    monkeypatch.setattr(system_libraries, "missing_library", lambda screen: next(answers))
    assert system_libraries.look_for("drawing") is None
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert set(system_libraries.DRAWING) <= set(commands[1])
    assert "入れています: apt-get install -y libgl1" in capsys.readouterr().err


def test_libraries_that_are_still_missing_after_installing_are_named(
    bare_machine: list[str], commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, user=0, installer="/usr/bin/apt-get")
    refusal = system_libraries.look_for("drawing")
    assert refusal is not None
    assert "まだ足りません: libGL.so.1" in refusal


def test_a_failed_installation_ends_with_the_line_to_run_and_its_own_words(
    bare_machine: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, user=0, installer="/usr/bin/apt-get")
    failed = subprocess.CompletedProcess([], 100, b"E: Unable to locate package libgl1")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    refusal = system_libraries.look_for("drawing")
    assert refusal is not None
    assert "apt-get install -y libgl1" in refusal
    assert refusal.endswith("Unable to locate package libgl1")


def test_other_systems_bring_what_qt_needs(bare_machine: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert system_libraries.look_for("window") is None
