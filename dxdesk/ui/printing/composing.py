"""Making a document beside the window: one at a time, and of what was asked meanwhile only the newest."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSizeF, Signal

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import Wanted
from dxdesk.operations.printing_documents import Prepared, prepare
from dxdesk.ui.jobs import run_job
from dxdesk.ui.printing.preview import page_sizes
from dxdesk.ui.trouble import trouble_words


@dataclass(frozen=True)
class Composed:
    """A finished document and the size of each of its pages in points."""

    prepared: Prepared
    sizes: tuple[QSizeF, ...]

    @property
    def pdf(self) -> bytes:
        """What is shown, saved and printed."""
        return self.prepared.printed.pdf


class Composing(QObject):
    """The documents of one page. What is no longer wanted is finished and thrown away."""

    ready = Signal(object)
    """A ``Composed``."""
    refused = Signal(str)
    """The sentence that says why there is none."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[Cycle, Wanted] | None = None
        self._making: tuple[Cycle, Wanted] | None = None

    @property
    def busy(self) -> bool:
        """Whether somebody is waiting for a document."""
        return self._wanted is not None

    def start(self, cycle: Cycle, wanted: Wanted) -> None:
        """Make a document; one that is being made meanwhile is not wanted any more."""
        self._wanted = (cycle, wanted)
        if self._making is None:
            self._next()

    def stop(self) -> None:
        """Wait no longer."""
        self._wanted = None

    def _next(self) -> None:
        self._making = making = self._wanted
        if making is None:
            return
        cycle, wanted = making
        desk, actor, moment = self._desk, self._desk.actor, self._desk.moment()

        def make() -> Composed:
            prepared = desk.ask(prepare, cycle, wanted, actor, moment)
            return Composed(prepared, page_sizes(prepared.printed.pdf))

        run_job(self, make, self._made, self._failed)

    def _over(self) -> bool:
        """Whether what was just made is still wanted; else the next one begins."""
        made, self._making = self._making, None
        if self._wanted is not None and made is not None and made is self._wanted:
            self._wanted = None
            return True
        self._next()
        return False

    def _made(self, composed: Composed) -> None:
        if self._over():
            self.ready.emit(composed)

    def _failed(self, error: Exception) -> None:
        if not self._over():
            return
        self.refused.emit(trouble_words(error))
