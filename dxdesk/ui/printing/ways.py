"""The ways out of 印刷: to a printer, into a file, into another program. All of them take the bytes that are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.dialogs import choose, tell
from dxdesk.ui.jobs import run_job
from dxdesk.ui.printing import print_dialog, printer, saving
from dxdesk.ui.printing.composing import Composed
from dxdesk.ui.printing.remembered import recall_on_paper, remember_on_paper
from dxdesk.ui.reading import is_large
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.printing import (
    GO_BACK,
    NOT_OPENED,
    NOT_PRINTED,
    OPEN_WITH_SUBSTITUTE,
    SAVE_WITH_SUBSTITUTE,
    WITH_SUBSTITUTE,
    missing_question,
    save_trouble,
    saved_words,
    sent_words,
)

SUBSTITUTE = "〓"


class Ways(QObject):
    """What is done with a finished document. Where a character would become 〓 a person is asked first."""

    said = Signal(str)
    done = Signal()
    """Something was printed, saved or opened."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._making = False
        self.printing = False
        """Whether pages are on their way to a printer."""

    def save(self, content: bytes, name: str) -> None:
        """Save a file under a name that a person chooses, proposing ``name`` in the folder used last."""
        path = saving.save(self._window, content, name)
        if path is not None:
            self.said.emit(saved_words(path.name))
            self.done.emit()

    def save_made(self, make: Callable[[], bytes], name: str) -> None:
        """Save what is made only now: of a large plan beside the window."""
        if self._making:
            return
        self._making = True
        try:
            if is_large(self._desk):
                run_job(self, make, lambda content: self._save_made(content, name), self._not_made)
                return
            content = make()
        except (Problem, StoreUnavailable) as trouble:
            self._not_made(trouble)
        else:
            self._save_made(content, name)

    def _save_made(self, content: bytes, name: str) -> None:
        self._making = False
        self.save(content, name)

    def _not_made(self, error: Exception) -> None:
        self._making = False
        tell(self._window, trouble_words(error))

    def save_pdf(self, composed: Composed, name: str) -> None:
        """Save the PDF."""
        if self._agreed(composed, SAVE_WITH_SUBSTITUTE):
            self.save(composed.pdf, name)

    def open_outside(self, composed: Composed, name: str) -> None:
        """Open a copy in the program the system has for PDF."""
        if not self._agreed(composed, OPEN_WITH_SUBSTITUTE):
            return
        try:
            opened = saving.open_outside(composed.pdf, name)
        except StoreUnavailable as trouble:
            tell(self._window, save_trouble(trouble.code, name))
            return
        if opened:
            self.done.emit()
        else:
            tell(self._window, NOT_OPENED)

    def print_(self, composed: Composed, page: int) -> None:
        """Ask for a printer and print; ``page`` (from 0) is the one that is looked at."""
        if self.printing or not self._agreed(composed, WITH_SUBSTITUTE):
            return
        role, kind = self._desk.actor.role, composed.prepared.wanted.kind
        order = print_dialog.ask_printer(self._window, composed.sizes, page, recall_on_paper(role, kind))
        if order is None:
            return
        remember_on_paper(role, kind, order.on_paper)
        two_up = order.on_paper.two_up
        self.printing = True
        run_job(
            self,
            lambda: printer.print_pages(composed.pdf, order.printer, order.pages, two_up=two_up),
            self._printed,
            self._not_printed,
        )

    def _printed(self, pages: int) -> None:
        self.printing = False
        if pages == 0:
            tell(self._window, NOT_PRINTED)
            return
        self.said.emit(sent_words(pages))
        self.done.emit()

    def _not_printed(self, error: Exception) -> None:
        self.printing = False
        raise error

    def _agreed(self, composed: Composed, word: str) -> bool:
        """Whether a person agrees to 〓 where there is any."""
        missing = (each.character for each in composed.prepared.printed.missing if each.drawn == SUBSTITUTE)
        found = tuple(dict.fromkeys(missing))
        return not found or choose(self._window, missing_question(found), (GO_BACK, word)) == 1
