"""How long it takes until something is seen: the whole desk against a bare window, each a process of its own.

Started as a module it is one of the two: it ends with its first paint and prints nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 7

BARE = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return False
first = First()
window.installEventFilter(first)
window.resize(1366, 696)
window.show()
application.exec()
"""

DESK = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from dxdesk.opening import open_desk
from dxdesk.ui.application import create_application
from dxdesk.ui.main_window import MainWindow
application = create_application([])
window = MainWindow()
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return False
first = First()
window.installEventFilter(first)
window.resize(1366, 696)
window.show()
application.exec()
"""
