"""What is being written for a 差戻し: kept by itself with its answers until it is sent, or written on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject

from dxdesk.desk import Desk
from dxdesk.domain.collection import SlotKey
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.operations.collecting import return_replies, undo_reviews
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.operations.slots import Place
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.collect.return_task import ReturnTask

PAGE: Final = "collect"


def subject_of(cycle: Cycle, targets: Sequence[SlotKey]) -> str:
    """Under what the words about these answers are kept."""
    return f"{cycle.id}/{','.join(f'{unit}:{department}' for unit, department in targets)}"


@dataclass(frozen=True)
class Question:
    """What a 差戻し says: the fields, the text, and the subject it was kept under while it was written."""

    fields: tuple[str, ...]
    text: str
    subject: str


def send_back(change: Change, places: Sequence[Place], said: Question) -> None:
    """差戻し of the answers, and forgets what was kept of it. Raises Problem."""
    return_replies(change, places, said.fields, said.text)
    keep_page_draft(change, PAGE, said.subject, None)


def fetch_back(change: Change, places: Sequence[Place], said: Question) -> None:
    """Takes a 差戻し back; what it said is kept again, to be written on. Raises Problem."""
    undo_reviews(change, places)
    keep_page_draft(change, PAGE, said.subject, {"fields": list(said.fields), "question": said.text})


class Returning(QObject):
    """Saves what the open task holds, also after it was put aside; ``saving`` while it does."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: ReturnTask | None = None
        self._subject = ""
        self._waiting: dict[str, Mapping[str, Any] | None] = {}
        self.saving = False
        self.autosave = Autosave(self._write, lambda: self._task is not None and self._task.composing, self)

    def kept(self, cycle: Cycle, targets: Sequence[SlotKey]) -> Mapping[str, Any] | None:
        """What was being written about these answers."""
        subject = subject_of(cycle, targets)
        if subject in self._waiting:
            return self._waiting[subject]
        return self._desk.ask(page_draft, PAGE, subject)

    def open(self, task: ReturnTask, cycle: Cycle, targets: Sequence[SlotKey]) -> None:
        """Go on with what was begun, and keep what is written from now on."""
        record = self.kept(cycle, targets)
        if record is not None:
            task.restore(record)
        self._task, self._subject = task, subject_of(cycle, targets)
        task.changed.connect(self._touched)
        task.question.left.connect(self.autosave.flush)

    def close(self) -> bool:
        """The task is put aside; whether it left anything to go on with."""
        task, self._task = self._task, None
        if task is None:
            return False
        task.commit()
        self.autosave.flush()
        return task.record() is not None

    def forget(self) -> None:
        """What the task says was sent: nothing of it is kept any more."""
        self._task = None
        self._waiting.pop(self._subject, None)
        self.autosave.forget()

    def flush(self) -> bool:
        """Save before the page is left; False where that is not possible."""
        if self._task is not None:
            self._task.commit()
        return self.autosave.flush()

    def _touched(self) -> None:
        if self._task is not None:
            self._waiting[self._subject] = self._task.record()
            self.autosave.touch()

    def _write(self) -> bool:
        for subject, record in tuple(self._waiting.items()):
            self.saving = True
            try:
                self._desk.do(keep_page_draft, PAGE, subject, record)
            finally:
                self.saving = False
            del self._waiting[subject]
        return True
