"""The ways out of 印刷: to a printer, into a file, into another program. All of them take the bytes that are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.documents.page import Printed
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.dialogs import choose, tell
from dxdesk.ui.jobs import run_job
from dxdesk.ui.printing import print_dialog, printer, saving
from dxdesk.ui.printing.composing import Composed
from dxdesk.ui.printing.remembered import recall_on_paper, remember_on_paper
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


class Ways(QObject):
    """What is done with a finished document. Where a character would become 〓 a person is asked first.

    ``about`` is whatever tells the caller of a document that is on its way, as another one may be chosen meanwhile.
    """

    said = Signal(str, object)
    """Words, and what they are ``about``."""
    done = Signal()
    """Something was printed, saved or opened."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.busy = False
        """Whether a file is being made or written; another one waits until somebody asks again."""
        self.printing = False
        """Whether pages are on their way to a printer."""

    def save_made(self, make: Callable[[], bytes], name: str, about: object = None) -> None:
        """Save what is made only now, beside the window, under a name that a person chooses."""
        if not self.busy:
            self.busy = True
            run_job(self, make, lambda content: self._save(content, name, about), self._not_made)

    def save_printed(self, make: Callable[[], Printed], name: str) -> None:
        """The same of a PDF."""

        def made(printed: Printed) -> None:
            if self._agreed(printed, SAVE_WITH_SUBSTITUTE):
                self._save(printed.pdf, name)
            else:
                self.busy = False

        if not self.busy:
            self.busy = True
            run_job(self, make, made, self._not_made)

    def _save(self, content: bytes, name: str, about: object = None) -> None:
        saving.save(self._window, content, name, partial(self._saved, about))

    def _saved(self, about: object, path: Path | None) -> None:
        self.busy = False
        if path is not None:
            self.said.emit(saved_words(path.name), about)
            self.done.emit()

    def _not_made(self, error: Exception) -> None:
        self.busy = False
        tell(self._window, trouble_words(error))

    def save_pdf(self, composed: Composed, name: str, about: object = None) -> None:
        """Save the PDF under a name that a person chooses, proposing ``name`` in the folder used last."""
        if not self.busy and self._agreed(composed.prepared.printed, SAVE_WITH_SUBSTITUTE):
            self.busy = True
            self._save(composed.pdf, name, about)

    def open_outside(self, composed: Composed, name: str) -> None:
        """Open a copy in the program the system has for PDF."""
        if not self.busy and self._agreed(composed.prepared.printed, OPEN_WITH_SUBSTITUTE):
            self.busy = True
            saving.open_outside(self._window, composed.pdf, name, self._opened, partial(self._not_opened, name))

    def _opened(self, found: bool) -> None:
        self.busy = False
        if found:
            self.done.emit()
        else:
            tell(self._window, NOT_OPENED)

    def _not_opened(self, name: str, error: Exception) -> None:
        self.busy = False
        if not isinstance(error, StoreUnavailable):
            raise error
        tell(self._window, save_trouble(error.code, name, new=bool(error.values.get("new"))))

    def print_(self, composed: Composed, page: int, about: object = None) -> None:
        """Ask for a printer and print; ``page`` (from 0) is the one that is looked at."""
        if self.printing or not self._agreed(composed.prepared.printed, WITH_SUBSTITUTE):
            return
        role, kind = self._desk.actor.role, composed.prepared.wanted.kind
        order = print_dialog.ask_printer(self._window, composed.sizes, page, recall_on_paper(role, kind))
        if order is None:
            return
        remember_on_paper(role, kind, order.on_paper)
        self.printing = True
        run_job(self, lambda: printer.send(composed.pdf, order), partial(self._printed, about), self._not_printed)

    def _printed(self, about: object, pages: int) -> None:
        self.printing = False
        if pages == 0:
            tell(self._window, NOT_PRINTED)
            return
        self.said.emit(sent_words(pages), about)
        self.done.emit()

    def _not_printed(self, error: Exception) -> None:
        self.printing = False
        raise error

    def _agreed(self, printed: Printed, word: str) -> bool:
        """Whether a person agrees to 〓 where there is any."""
        found = tuple(dict.fromkeys((each.character, each.code_point) for each in printed.substituted))
        return not found or choose(self._window, missing_question(found), (GO_BACK, word)) == 1
