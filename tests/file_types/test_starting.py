"""The command that starts the program again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dxdesk import paths
from dxdesk.file_types.starting import command, without_console


def test_a_checkout_starts_with_the_python_that_made_its_venv() -> None:
    python, start = command()
    assert Path(start) == paths.data_root() / "main.py"
    assert Path(python).is_file()
    assert not Path(python).is_relative_to(paths.data_root() / ".venv")


def test_a_python_that_is_gone_is_replaced_by_the_one_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_base_executable", str(tmp_path / "python3"), raising=False)
    assert command()[0] == sys.executable


def test_an_installed_program_is_a_module_that_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "data_root", lambda: tmp_path)
    assert command() == (sys.executable, "-m", "dxdesk")
    ended = subprocess.run([*command(), "plans"], capture_output=True, text=True, check=False, encoding="utf-8")
    assert (ended.returncode, "大河原町" in ended.stdout) == (0, True)


def test_on_windows_no_console_opens_beside_the_window(tmp_path: Path) -> None:
    python, windowed = tmp_path / "python.exe", tmp_path / "pythonw.exe"
    assert without_console(python) == python
    windowed.touch()
    assert without_console(python) == windowed
    assert without_console(tmp_path / "python3") == tmp_path / "python3"
