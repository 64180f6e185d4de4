"""What is said, and of a 催促文 kept, once a document of 印刷 went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dxdesk.domain.reminders import ReminderWay
from dxdesk.operations.correspondence import reminders
from dxdesk.ui.reminder.keeping import KeepingReminders

if TYPE_CHECKING:
    from dxdesk.ui.printing.page import PrintPage


class WentOut(QObject):
    """A letter that was printed or saved here is as good as one from 催促文: its day is kept."""

    said = Signal(str, bool)
    """Words, and whether a step can be taken back."""

    def __init__(self, page: PrintPage) -> None:
        super().__init__(page)
        self._page = page
        self.on_paper = False
        """Whether the document went to a printer, and not into a file."""
        self._keeping = KeepingReminders(page.desk, page)
        self._keeping.said.connect(self.said)

    def hear(self, words: str) -> None:
        """Something was printed or saved, as the words say."""
        desk, cycle, composed = self._page.desk, self._page.cycle, self._page.composed
        wanted = composed.prepared.wanted if composed else None
        if cycle is None or wanted is None or wanted.kind != "reminder" or desk.actor.role != "secretariat":
            self.said.emit(words, False)
            return
        found = desk.ask(reminders, cycle, desk.actor, desk.moment())
        way: ReminderWay = "paper" if self.on_paper else "file"
        self._keeping.keep(cycle, found, wanted.department, found.deadline(wanted.due), way, words)
