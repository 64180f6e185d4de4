"""Tying and undoing on the system that this is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dxdesk import file_types
from dxdesk.store.errors import StoreUnavailable

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="files of a Linux desktop")


@LINUX
def test_a_double_click_starts_this_program_until_that_is_undone() -> None:
    assert file_types.standing() == "free"
    file_types.tie()
    assert file_types.standing() == "ours"
    file_types.untie()
    assert file_types.standing() == "free"


@LINUX
@pytest.mark.skipif(
    not (shutil.which("gio") and shutil.which("update-mime-database")), reason="needs the programs of a desktop"
)
def test_a_desktop_knows_the_file_and_its_program(tmp_path: Path) -> None:
    file_types.tie()
    file = tmp_path / "照会.dxd"
    file.write_text("dxdesk-package 1\n", encoding="utf-8")
    kind = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", str(file)], capture_output=True, text=True, check=True
    )
    assert "application/x-dxdesk-package" in kind.stdout
    program = subprocess.run(
        ["gio", "mime", "application/x-dxdesk-package"], capture_output=True, text=True, check=True
    )
    assert "dxdesk.desktop" in program.stdout.splitlines()[0]


@LINUX
@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-validate")
def test_the_entry_is_as_the_specification_has_it() -> None:
    file_types.tie()
    entry = Path(os.environ["XDG_DATA_HOME"]) / "applications" / "dxdesk.desktop"
    ended = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "")


@LINUX
def test_a_place_that_takes_no_files_is_trouble_of_the_pc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    with pytest.raises(StoreUnavailable):
        file_types.tie()


def test_a_system_without_such_files_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert file_types.standing() is None
    assert (file_types.tie(), file_types.untie()) == ((), ())


def test_the_icons_ship() -> None:
    icons = file_types._ICONS
    assert (icons / "dxdesk.svg").read_text(encoding="utf-8").startswith("<svg")
    assert (icons / "dxdesk.ico").read_bytes().startswith(b"\0\0\1\0")
