"""Having the files read beside the window, one reading after the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from dxdesk.desk import Desk
from dxdesk.ui.jobs import run_job
from dxdesk.ui.take_in.reading import Files, Wanted
from dxdesk.ui.take_in.rows import Gathered
from dxdesk.ui.undisturbed import undisturbed

PATIENCE: Final = 300
"""Milliseconds after which it is worth saying that something is being read."""


class Gathering(QObject):
    """Reads what is wanted; what somebody asks for meanwhile is read next, and what nobody waits for is not shown."""

    gathered = Signal(object)
    """What was found: Gathered."""
    slow = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._files = Files(desk)
        self._next: tuple[Wanted, str | None] | None = None
        self.busy = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.slow)

    def start(self, wanted: Wanted, passphrase: str | None) -> None:
        """Read it, now or when what is being read is there."""
        if self.busy:
            self._next = wanted, passphrase
            return
        self.busy = True
        self._patience.start()

        def read() -> Gathered:
            return undisturbed(lambda: self._files.gather(wanted, passphrase))

        run_job(self, read, self._arrived, self._failed)

    def _over(self) -> bool:
        """Whether somebody still waits for what was read."""
        self.busy = False
        self._patience.stop()
        following, self._next = self._next, None
        if following is not None:
            self.start(*following)
        return following is None

    def _arrived(self, found: Gathered) -> None:
        if self._over():
            self.gathered.emit(found)

    def _failed(self, error: Exception) -> None:
        if self._over():
            raise error
