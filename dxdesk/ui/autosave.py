"""Saving by itself: shortly after the last commit of text, never while text is being composed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.composition import conversions

SaveState = Literal["", "typing", "saved", "failed"]

WAIT_MILLISECONDS = 700
"""From the first change that is not saved yet, pause or not; with the time of a write nobody loses more than 800."""
RETRY_MILLISECONDS = 5_000


class Autosave(QObject):
    """Calls ``write`` when there is something to save; it returns whether everything could be stored.

    ``composing`` tells whether a conversion is open: then nothing is saved, but what was handed over before is saved
    as it opens. What could not be saved is tried again every five seconds; ``trouble`` is why the last attempt failed.

    It writes on the thread of the window: one draft is two or three milliseconds of work and a wait for the disk. So
    nothing comes between what stands in the fields and what is stored, and whoever leaves knows that it is.
    """

    state_changed = Signal(str)
    """A SaveState."""

    def __init__(self, write: Callable[[], bool], composing: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._composing = composing
        self._state: SaveState = ""
        self.trouble: Exception | None = None
        self._waiting = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.flush)
        self._retry = QTimer(self, interval=RETRY_MILLISECONDS)
        self._retry.timeout.connect(self.flush)
        conversions.opening.connect(self._before_conversion)

    @property
    def state(self) -> SaveState:
        return self._state

    @property
    def waiting(self) -> bool:
        """Whether something is not saved yet."""
        return self._waiting

    def touch(self) -> None:
        """Something was changed; save it soon."""
        self._waiting = True
        if self._state == "failed":
            return
        if not self._timer.isActive():
            self._timer.start()
        self._become("typing")

    def forget(self) -> None:
        """What was changed is not to be saved any more: it is handed in, or another item is shown."""
        self._waiting = False
        for timer in (self._timer, self._retry):
            timer.stop()
        self._become("")

    def flush(self) -> bool:
        """Save now; False where it could not be saved or a conversion is open."""
        if not self._waiting:
            return True
        if self._composing():
            self._timer.start()
            return False
        self._timer.stop()
        try:
            complete = self._write()
        except (StoreUnavailable, Problem) as trouble:
            self.trouble = trouble
            self._retry.start()
            self._become("failed")
            return False
        self._retry.stop()
        self._waiting = not complete
        self._become("saved" if complete else "typing")
        return complete

    def _before_conversion(self) -> None:
        """One conversion may follow the other without a gap: there is no later moment for what is there now."""
        if self._state != "failed":
            self.flush()

    def _become(self, state: SaveState) -> None:
        if state != self._state or state == "saved":
            self._state = state
            self.state_changed.emit(state)
