"""Making a document beside the window: one at a time, and of what was asked meanwhile only the newest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal

from dxdesk.desk import Desk
from dxdesk.documents.watching import Stopped, Watch, watched
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import Wanted
from dxdesk.operations.printing_facts import Prepared, prepare
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.jobs import run_job
from dxdesk.ui.printing.preview import page_sizes
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.undisturbed import undisturbed

LOOKING: Final = 100
"""Milliseconds after which somebody who waits is told again how far it is."""

FIRST: Final = 0.25
"""Seconds after which the pages that stand are shown; what is made sooner is shown once, whole."""

_MORE: Final = 4
"""The pages are shown again when there are so many times as many: writing them is never most of the work."""


@dataclass(frozen=True)
class Begun:
    """The pages of a document that stand while the others are being made, and the size of each in points."""

    pdf: bytes
    sizes: tuple[QSizeF, ...]


@dataclass(frozen=True)
class Composed:
    """A finished document and the size of each of its pages in points."""

    prepared: Prepared
    sizes: tuple[QSizeF, ...]

    @property
    def pdf(self) -> bytes:
        """What is shown, saved and printed."""
        return self.prepared.printed.pdf


@dataclass(frozen=True)
class Reached:
    """How far a document is: pieces of so many (0 where nobody counts them), and pages that stand."""

    done: int = 0
    total: int = 0
    pages: int = 0


class _Making:
    """One document that is being made: written by the worker, looked at by the window."""

    def __init__(self, cycle: Cycle, wanted: Wanted) -> None:
        self.cycle, self.wanted = cycle, wanted
        self.stopped = False
        self.reached = Reached()
        self.begun: Begun | None = None
        self._since = monotonic()
        self._next = 1

    def make(self, desk: Desk) -> Composed | None:
        """Make it, on the thread that calls; None where it is not wanted any more."""
        self._since = monotonic()
        try:
            with watched(Watch(self._piece, self._page)):
                prepared = desk.ask(prepare, self.cycle, self.wanted, desk.actor, desk.moment())
        except Stopped:
            return None
        return Composed(prepared, page_sizes(prepared.printed.pdf))

    def _piece(self, done: int, total: int) -> bool:
        self.reached = Reached(done, total, self.reached.pages)
        return not self.stopped

    def _page(self, pages: int, write: Callable[[], bytes]) -> bool:
        self.reached = Reached(self.reached.done, self.reached.total, max(pages, self.reached.pages))
        if pages >= self._next and not self.stopped and monotonic() - self._since >= FIRST:
            self._next = pages * _MORE
            pdf = write()
            self.begun = Begun(pdf, page_sizes(pdf))
        return not self.stopped


class Composing(QObject):
    """The documents of one page. What is no longer wanted ends at its next page and is thrown away."""

    ready = Signal(object)
    """A ``Composed``."""
    begun = Signal(object)
    """A ``Begun``: the first pages, and later more of them."""
    reached = Signal(object)
    """A ``Reached``."""
    refused = Signal(str)
    """The sentence that says why there is none."""
    failed = Signal()
    """The program is at fault: there is none, and nobody waits any more."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: _Making | None = None
        self._making: _Making | None = None
        self._shown: Begun | None = None
        self._looking = QTimer(self, interval=LOOKING)
        self._looking.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether somebody is waiting for a document."""
        return self._wanted is not None

    def start(self, cycle: Cycle, wanted: Wanted) -> None:
        """Make a document; one that is being made meanwhile is not wanted any more."""
        self.stop()
        self._wanted = _Making(cycle, wanted)
        self._shown = None
        self._looking.start()
        if self._making is None:
            self._next()

    def stop(self) -> None:
        """Wait no longer."""
        if self._making is not None:
            self._making.stopped = True
        self._wanted = None
        self._looking.stop()

    def _next(self) -> None:
        self._making = making = self._wanted
        if making is not None:
            run_job(self, partial(undisturbed, partial(making.make, self._desk)), self._made, self._failed)

    def _look(self) -> None:
        """Tell how far it is."""
        making = self._making
        if making is None or making is not self._wanted:
            return
        if making.begun is not None and making.begun is not self._shown:
            self._shown = making.begun
            self.begun.emit(making.begun)
        self.reached.emit(making.reached)

    def _over(self) -> bool:
        """Whether what was just made is still wanted; else the next one begins."""
        made, self._making = self._making, None
        if self._wanted is not None and made is self._wanted:
            self._wanted = None
            self._looking.stop()
            return True
        self._next()
        return False

    def _made(self, composed: Composed | None) -> None:
        if self._over() and composed is not None:
            self.ready.emit(composed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Problem | StoreUnavailable):
            if self._over():
                self.failed.emit()
            raise error
        if self._over():
            self.refused.emit(trouble_words(error))
