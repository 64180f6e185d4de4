"""Reading a whole plan for a page: at once where it is small, beside the window where it is large."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from dxdesk.desk import Desk
from dxdesk.store.queries import plans
from dxdesk.ui.jobs import run_job

T = TypeVar("T")

LARGE_UNITS = 150
"""From so many units on a plan is read beside the window, so that no key press waits for it."""


def is_large(desk: Desk) -> bool:
    """Whether the plan has so many units that reading them all takes longer than a blink."""
    return len(desk.ask(plans.plan).units) > LARGE_UNITS


class Reading(QObject):
    """The readings of one page. Only the newest one is shown: what an older one brings later is left out."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._newest = 0

    def start(self, read: Callable[[], T], show: Callable[[T], object]) -> None:
        """Read (``lambda: desk.ask(…)``, values only, no widget) and then show it on the thread of the window.

        Raises what ``read`` raises, later where it is read beside the window.
        """
        self._newest += 1
        number = self._newest
        if not is_large(self._desk):
            show(read())
            return

        def arrived(value: T) -> None:
            if number == self._newest:
                show(value)

        run_job(self, read, arrived, _raise)


def _raise(error: Exception) -> None:
    raise error
