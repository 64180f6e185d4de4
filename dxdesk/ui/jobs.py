"""Work that takes longer than a moment, beside the window: it is given values and hands a value back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from dxdesk.ui.undisturbed import let_go

T = TypeVar("T")

TURN = 0.0005
"""Seconds after which a worker lets the window go on. A window that paints asks for its turn a hundred times, and with
the five milliseconds that are usual it would wait for a worker as often."""

AT_ONCE = 4
"""So many jobs at least have their turn at once: what is looked at never waits behind what takes long, on any PC."""


def _nothing(_value: object) -> None:
    """Nobody else has to be told."""


@dataclass
class _Asked:
    """What somebody asked for: the work, whom to tell, and in the end what came of it."""

    parent: QObject
    work: Callable[[], Any]
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    always: Callable[[Any], object]
    value: Any = None
    error: Exception | None = None
    wanted: bool = True

    def leave(self) -> None:
        """Who asked is gone."""
        self.wanted = False


class _Courier(QObject):
    """Keeps what was asked for on the thread of the windows, and hears there when it is done.

    There is one, and it outlives every window: a signal of each window's own would be destroyed with the window while
    a worker still emits it. A worker is given a number only, so that no window ends on another thread.
    """

    finished = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[int, _Asked] = {}
        self._numbers = count()
        self.finished.connect(self._tell)

    def keep(self, asked: _Asked) -> int:
        """Keep something until it is done; returns its number."""
        number = next(self._numbers)
        self._asked[number] = asked
        return number

    def work(self, number: int) -> None:
        """Do the work of a number, on the thread that calls."""
        asked = self._asked[number]
        try:
            asked.value = asked.work()
        except Exception as error:
            asked.error = error

    @Slot(int)
    def _tell(self, number: int) -> None:
        asked = self._asked.pop(number)
        if asked.error is None:
            asked.always(asked.value)
        if not asked.wanted:
            return
        asked.parent.destroyed.disconnect(asked.leave)
        if asked.error is not None:
            asked.failed(asked.error)
        else:
            asked.done(asked.value)


@cache
def _courier() -> _Courier:
    sys.setswitchinterval(TURN)
    pool = QThreadPool.globalInstance()
    pool.setMaxThreadCount(max(AT_ONCE, pool.maxThreadCount()))
    return _Courier()


class _Job(QRunnable):
    def __init__(self, number: int, courier: _Courier) -> None:
        super().__init__()
        self._number, self._courier = number, courier

    @Slot()
    def run(self) -> None:
        self._courier.work(self._number)
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._courier.finished.emit(self._number)


def run_job(
    parent: QObject,
    work: Callable[[], T],
    done: Callable[[T], object],
    failed: Callable[[Exception], object],
    always: Callable[[T], object] = _nothing,
) -> None:
    """Run ``work`` on another thread; ``done`` or ``failed`` is called back on the thread of ``parent``.

    Neither is called any more once ``parent`` is gone; ``always`` is, before ``done``, with what the work brought.
    """
    asked = _Asked(parent, work, done, failed, always)
    parent.destroyed.connect(asked.leave)
    QThreadPool.globalInstance().start(_Job(_courier().keep(asked), _courier()))


def wait_for_jobs() -> None:
    """Wait until everything that was started is through: before the database is closed."""
    QThreadPool.globalInstance().waitForDone()
    let_go()
