"""Reading the modules of pages that nobody has opened yet, in quiet moments after the first paint: those of one page
together take longer than a blink."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Final

from PySide6.QtCore import QObject, QTimer

from dxdesk import ui
from dxdesk.ui.jobs import run_job

EVERY: Final = 20
"""Milliseconds between one module and the next, in which keys are answered."""

WITHOUT_WINDOWS: Final = ("dxdesk.operations.printing_documents", "dxdesk.exchange.workbooks")
"""What makes papers and spreadsheets is large and knows no windows: it is read beside the window."""

NO_PAGES: Final = ("gallery", "first_run")
"""Folders of pictures of the pages, and of what has been shown already."""


def page_modules() -> list[str]:
    """The modules of the folders of all pages."""
    folders = [each.name for each in pkgutil.iter_modules(ui.__path__) if each.ispkg and each.name not in NO_PAGES]
    packages = [importlib.import_module(f"{ui.__name__}.{name}") for name in folders]
    return [
        each.name for package in packages for each in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]


class Warming(QTimer):
    """Reads one module after the other, and stops after the last."""

    def __init__(self, parent: QObject, modules: list[str]) -> None:
        super().__init__(parent, interval=EVERY)
        self._left = list(modules)
        self.timeout.connect(self._next)
        self.start()

    def _next(self) -> None:
        if not self._left:
            self.stop()
            return
        importlib.import_module(self._left.pop(0))


def warm_up(window: QObject) -> None:
    """Read what the first pages to be opened will need, while nobody waits for it."""

    def read() -> None:
        for name in WITHOUT_WINDOWS:
            importlib.import_module(name)

    run_job(window, read, lambda _none: Warming(window, page_modules()), _raise)


def _raise(error: Exception) -> None:
    raise error
