"""主な動き from 印刷: read by everybody who prints 総括, written by who prepares the meeting."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.desk import Desk, Step
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.movements import MovementEdit, MovementPart
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.movements import put_back_movements, write_movements
from dxdesk.operations.printing_movements import movements
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries.movements import movement_edit
from dxdesk.ui.dialogs import tell
from dxdesk.ui.printing.movements_dialog import MovementsDialog
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.movements import SAVED, STEP


def may_write(desk: Desk, cycle: Cycle) -> bool:
    """Whether the paragraphs of a cycle can be written at a desk."""
    return "agenda" in POLICY[desk.actor.role] and cycle.open and not desk.database.read_only


class WritingMovements(QObject):
    """Opens the paragraphs of a cycle and keeps what becomes of them."""

    said = Signal(str, bool)
    """Words, and whether a step can be taken back."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def open(self, cycle: Cycle) -> None:
        """Show the paragraphs; where something cannot be kept the dialog comes again with what was written."""
        try:
            found = self._desk.ask(movements, cycle)
        except (Problem, StoreUnavailable) as trouble:
            tell(self._window, trouble_words(trouble))
            return
        dialog = MovementsDialog(found, may=may_write(self._desk, cycle), parent=self._window)
        while dialog.exec() == QDialog.DialogCode.Accepted:
            if self.keep(cycle, dialog.wish, dialog.looked_at):
                return

    def keep(self, cycle: Cycle, wish: MovementEdit, looked_at: frozenset[MovementPart] = frozenset()) -> bool:
        """Keep what was written; False where that was not possible, and a person was told why."""
        desk = self._desk
        try:
            before = desk.ask(movement_edit, cycle.id)
            desk.do(write_movements, cycle, wish, looked_at)
            after = desk.ask(movement_edit, cycle.id)
        except (Problem, StoreUnavailable) as trouble:
            tell(self._window, trouble_words(trouble))
            return False
        if before != after:
            back, again = ((lambda edit=edit: desk.do(put_back_movements, cycle, edit)) for edit in (before, after))
            desk.remember(Step(STEP, back, again))
            self.said.emit(SAVED, True)
        return True
