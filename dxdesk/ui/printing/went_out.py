"""What is said, and of a 催促文 kept, once a document went out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import Wanted
from dxdesk.domain.reminders import ReminderWay
from dxdesk.operations.correspondence import reminders
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.dialogs import tell
from dxdesk.ui.reminder.keeping import KeepingReminders
from dxdesk.ui.trouble import trouble_words


@dataclass(frozen=True)
class Sent:
    """A document on its way: what was wanted of which cycle, and whether it goes to a printer, not into a file."""

    cycle: Cycle
    wanted: Wanted
    on_paper: bool


class WentOut(QObject):
    """The day of a 催促文 that was printed or saved is kept, in 印刷 as in 催促文, by what went out and not by what is
    chosen since."""

    said = Signal(str, bool)
    """Words, and whether a step can be taken back."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._keeping = KeepingReminders(desk, window)
        self._keeping.said.connect(self.said)

    def hear(self, words: str, sent: Sent) -> None:
        """Something was printed or saved, as the words say."""
        desk, wanted = self._desk, sent.wanted
        if wanted.kind != "reminder" or desk.actor.role != "secretariat":
            self.said.emit(words, False)
            return
        try:
            found = desk.ask(reminders, sent.cycle, desk.actor, desk.moment())
        except (Problem, StoreUnavailable) as trouble:
            self.said.emit(words, False)
            tell(self._window, trouble_words(trouble))
            return
        way: ReminderWay = "paper" if sent.on_paper else "file"
        self._keeping.keep(sent.cycle, found, wanted.department, found.deadline(wanted.due), way, words)
