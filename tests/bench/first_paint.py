"""How long it takes until something is seen: the desk on a database against a bare window, each its own process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

FIRST_PAINT_GOAL = 1.5
"""Times a bare window."""

RUNS = 7

END_WITH_FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return False
"""

BARE = """
application = QApplication([])
first = First()
application.installEventFilter(first)
window = QMainWindow()
window.resize(1366, 696)
window.show()
application.exec()
"""

DESK = """
from dxdesk import opening
from dxdesk.ui import application
first = First()
application.create_application([]).installEventFilter(first)
application.run(sys.argv[1], opening.doors())
"""


def first_paints(database: Path) -> tuple[float, float]:
    """Milliseconds from the start of a process to its first paint: the desk's and the bare window's, in turn."""
    measured: dict[str, list[float]] = {DESK: [], BARE: []}
    for _ in range(RUNS):
        for program, times in measured.items():
            begun = perf_counter()
            command = [sys.executable, "-c", END_WITH_FIRST_PAINT + program, str(database)]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            times.append((perf_counter() - begun) * 1_000)
    return median(measured[DESK]), median(measured[BARE])
