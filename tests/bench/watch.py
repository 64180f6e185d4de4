"""How long the window does not answer: the longest stall of the event loop while a person does something."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from time import perf_counter, thread_time

from PySide6.QtCore import QEventLoop, Qt, QThreadPool, QTimer

Step = Callable[[], object]

BETWEEN = 33
"""Milliseconds between two steps: as fast as a key that is held down repeats itself."""

QUIET = 500
"""Milliseconds without a stall after which what was done is through."""

PATIENCE = 30_000
"""Milliseconds after which what is not through yet is no longer waited for."""


class Watch:
    """A timer ticks every millisecond on the thread of the window; what lies between two ticks is a stall."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._steps: list[Step] = []
        self._last = self._begun = self._due = self._quiet_since = 0.0
        self.longest = self.own = self._worked = 0.0
        self._loop = QEventLoop()

    def run(self, steps: Sequence[Step]) -> float:
        """The longest stall, in milliseconds, from the first step until nothing stalls and nothing works any more.

        ``own`` is the most that the window's thread itself worked between two ticks: what is left on a machine where
        nobody else works.
        """
        gc.collect()
        self._steps = list(steps)
        self.longest = self.own = 0.0
        self._worked = thread_time()
        self._last = self._begun = self._due = self._quiet_since = perf_counter()
        self._timer.start()
        self._loop.exec()
        return self.longest

    def _tick(self) -> None:
        now, worked = perf_counter(), thread_time()
        stall = (now - self._last) * 1_000
        self.own = max(self.own, (worked - self._worked) * 1_000)
        self._last, self._worked = now, worked
        self.longest = max(self.longest, stall)
        if stall > 8 or self._steps or QThreadPool.globalInstance().activeThreadCount():
            self._quiet_since = now
        if (now - self._quiet_since) * 1_000 > QUIET or (now - self._begun) * 1_000 > PATIENCE:
            self._timer.stop()
            self._loop.quit()
        elif self._steps and now >= self._due:
            self._due = now + BETWEEN / 1_000
            self._steps.pop(0)()
