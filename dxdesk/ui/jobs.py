"""Work that takes longer than a moment, beside the window: it is given values and hands a value back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

T = TypeVar("T")


class _Outcome(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], outcome: _Outcome) -> None:
        super().__init__()
        self._work = work
        self._outcome = outcome

    @Slot()
    def run(self) -> None:
        try:
            value = self._work()
        except Exception as error:
            self._tell(self._outcome.failed, error)
        else:
            self._tell(self._outcome.done, value)

    @staticmethod
    def _tell(signal: SignalInstance, value: object) -> None:
        with suppress(RuntimeError):  # who asked is gone, and the signal with them
            signal.emit(value)


def run_job(
    parent: QObject, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[Exception], object]
) -> None:
    """Run ``work`` on another thread; ``done`` or ``failed`` is called back on the thread of ``parent``.

    Nothing is called any more once ``parent`` is gone.
    """
    outcome = _Outcome(parent)
    outcome.done.connect(done)
    outcome.failed.connect(failed)
    for signal in (outcome.done, outcome.failed):
        signal.connect(lambda _value: outcome.deleteLater())
    QThreadPool.globalInstance().start(_Job(work, outcome))


def wait_for_jobs() -> None:
    """Wait until everything that was started is through: before the database is closed."""
    QThreadPool.globalInstance().waitForDone()
