"""That a 催促文 went out is kept as it goes: the day, the way, until when it asks. One step takes it back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk, Step
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.reminders import ReminderWay
from dxdesk.operations.correspondence import Correspondence
from dxdesk.operations.reminding import remind, take_back_reminder
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.dialogs import tell
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.reminder import KEPT, KEPT_STEP


class KeepingReminders(QObject):
    """Says what was done with the letter, and that its day was kept where it was."""

    said = Signal(str, bool)
    """Words, and whether a step can be taken back."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def keep(
        self, cycle: Cycle, found: Correspondence, department: str | None, due: date, way: ReminderWay, words: str
    ) -> None:
        """Keep that a department (id; None: all that owe something) was reminded; ``words`` say what was done."""
        desk = self._desk
        if desk.database.read_only:
            self.said.emit(words, False)
            return
        owing = [each for each, asked in found.departments.items() if asked.owed and department in (None, each)]
        try:
            kept = [desk.do(remind, cycle, owing, due=due, way=way).id]
        except (Problem, StoreUnavailable) as trouble:
            self.said.emit(words, False)
            tell(self._window, trouble_words(trouble))
            return
        if not kept[0]:
            self.said.emit(words, False)
            return

        def again() -> None:
            kept[0] = desk.do(remind, cycle, owing, due=due, way=way).id

        desk.remember(Step(KEPT_STEP, lambda: desk.do(take_back_reminder, cycle, kept[0]), again))
        self.said.emit(words + KEPT, True)
