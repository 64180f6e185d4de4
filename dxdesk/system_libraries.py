"""What Qt needs from the system and its wheels do not bring along.

Standard library only: main.py uses this before anything is installed.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence

DRAWING = ("libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0")
"""Debian packages without which Qt does not load at all."""

WINDOW = (
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-render-util0", "libxcb-xkb1"),
    *("libxkbcommon-x11-0", "libxcb-shape0"),
)
"""Debian packages that a window needs besides."""

TEST_LOAD = """
import ctypes, pathlib, sys
import PySide6
from PySide6 import QtPrintSupport, QtSvg, QtWidgets
for plugin in sys.argv[1:]:
    ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / plugin))
QtWidgets.QApplication([])
"""

RUN_THIS = "次の1行を実行してから、もう一度始めてください。"


def look_for(screen: str) -> str | None:
    """Make sure that Qt loads for `drawing` (no window) or `window`, installing what is missing where that is plain.

    Returns the sentence that says what to do, None when all is there.
    """
    if not sys.platform.startswith("linux"):
        return None
    missing = missing_library(screen)
    if not missing:
        return None
    refusal = add_packages(f"画面をかく部品（{missing}）", DRAWING + (WINDOW if screen == "window" else ()))
    if refusal:
        return refusal
    missing = missing_library(screen)
    return f"画面をかく部品を入れましたが、まだ足りません: {missing}" if missing else None


def missing_library(screen: str) -> str | None:
    """Load Qt in a child and return the library it misses (or the last line of its trouble), None when it loads."""
    plugins = ["libqoffscreen.so"] + (["libqxcb.so"] if screen == "window" else [])
    child = subprocess.run(  # noqa: S603 (this Python, our own text)
        [sys.executable, "-c", TEST_LOAD, *plugins],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if child.returncode == 0:
        return None
    words = child.stdout.decode(errors="replace").strip()
    last = words.splitlines()[-1] if words else f"signal {-child.returncode}"
    library = re.search(r"([^\s:]+): cannot open shared object file", last)
    return library.group(1) if library else last


def add_packages(purpose: str, packages: Sequence[str]) -> str | None:
    """Install Debian packages as root, saying so on standard error; elsewhere return the exact line to run."""
    line = f"apt-get install -y {' '.join(packages)}"
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return f"{purpose}がこのパソコンに足りません。{RUN_THIS}\n\n    sudo {line}"
    sys.stderr.write(f"{purpose}が足りないので、入れています: {line}\n")
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]):
        told = subprocess.run(  # noqa: S603 (the packages named above)
            command,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if told.returncode == 0:
        return None
    words = told.stdout.decode(errors="replace").strip()[-1000:]
    return f"{purpose}を入れられませんでした。{RUN_THIS}\n\n    {line}\n\n{words}"
