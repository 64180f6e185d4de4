"""Reading a whole plan for a page: at once where it is small, beside the window where it is large."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from dxdesk.desk import Desk
from dxdesk.store.queries import plans
from dxdesk.ui.jobs import run_job
from dxdesk.ui.undisturbed import undisturbed

T = TypeVar("T")

LARGE_UNITS = 150
"""From so many units on a plan is read beside the window, so that no key press waits for it."""

RESTING = 80
"""Milliseconds without a key press after which somebody who walks along rows has arrived."""


def is_large(desk: Desk) -> bool:
    """Whether the plan has so many units that reading them all takes longer than a blink."""
    return len(desk.ask(plans.plan).units) > LARGE_UNITS


Wanted = tuple[Callable[[], Any], Callable[[Any], object]]


class Reading(QObject):
    """The readings of one page, one after the other: what nobody waits for any more is neither begun nor shown.

    With ``rest``, milliseconds, a reading begins when nothing newer has been asked for so long: details of a row that
    somebody only passes are not read.
    """

    def __init__(self, desk: Desk, parent: QObject, rest: int = 0) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: Wanted | None = None
        self._running: Wanted | None = None
        self._rest = QTimer(self, singleShot=True, interval=rest)
        self._rest.timeout.connect(self._begin)

    def start(self, read: Callable[[], T], show: Callable[[T], object]) -> None:
        """Read (``lambda: desk.ask(…)``, values only, no widget) and then show it on the thread of the window.

        Raises what ``read`` raises, later where it is read beside the window.
        """
        self._rest.stop()
        if not is_large(self._desk):
            self._wanted = None
            show(read())
            return
        self._wanted = (read, show)
        if self._rest.interval():
            self._rest.start()
        else:
            self._begin()

    def _begin(self) -> None:
        """Begin what is wanted, unless something is being read: then it is its turn next."""
        wanted = self._wanted
        if wanted is None or self._running is not None or self._rest.isActive():
            return
        self._running = wanted
        run_job(self, lambda: undisturbed(wanted[0]), self._arrived, self._failed)

    def _over(self) -> Wanted | None:
        """What was read, where somebody still waits for it; else what is wanted now begins."""
        found, self._running = self._running, None
        if found is not self._wanted:
            self._begin()
            return None
        self._wanted = None
        return found

    def _arrived(self, value: object) -> None:
        found = self._over()
        if found is not None:
            found[1](value)

    def _failed(self, error: Exception) -> None:
        if self._over() is not None:
            raise error
