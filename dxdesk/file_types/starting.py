"""The command that starts this program again, as it stands on this PC."""

from __future__ import annotations

import sys
from pathlib import Path

from dxdesk import paths


def command() -> tuple[str, ...]:
    """The words of the command, without the file.

    From a checkout it is ``main.py`` with the Python that made ``.venv``, so that a ``.venv`` that is gone or old is
    made anew; an installed program is a module of its Python.
    """
    start = paths.data_root() / "main.py"
    if start.is_file():
        maker = Path(getattr(sys, "_base_executable", "") or sys.executable)
        python = maker if maker.is_file() else Path(sys.executable)
        return str(without_console(python)), str(start)
    return str(without_console(Path(sys.executable))), "-m", "dxdesk"


def without_console(python: Path) -> Path:
    """The Python beside this one that opens no console; itself where there is none, as everywhere but on Windows."""
    windowed = python.with_name("pythonw.exe")
    return windowed if python.suffix.lower() == ".exe" and windowed.is_file() else python
