"""What a person does with a 宿題: kept while it is typed, on record when the field is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from dxdesk.desk import Desk, Step
from dxdesk.domain.action_items import ListedAction
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionState
from dxdesk.operations.action_items import assign, follow_up, keep_outcome, postpone
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.actions import ASSIGNED, POSTPONED, state_set


class Following(QObject):
    """The 宿題 that is open, its outcome as typed, and its operations."""

    said = Signal(str, bool)
    """A sentence, and whether what it says can be taken back."""
    refused = Signal(Problem)
    troubled = Signal(str)
    """The database takes nothing just now; why."""

    def __init__(self, desk: Desk, composing: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open: ListedAction | None = None
        self._typed: str | None = None
        self.autosave = Autosave(self._keep, composing, self)

    def open(self, listed: ListedAction | None, writing: str | None) -> None:
        """Follow this one from now on; ``writing`` is what was kept and is not on record. The one before was left."""
        if self._open is not None and listed is not None and self._open.action.id == listed.action.id:
            self._open = listed
            return
        self._open, self._typed = listed, writing
        self.autosave.forget()

    def type_outcome(self, _action: str, text: str) -> None:
        """Take what is typed; it is kept soon."""
        self._typed = text
        self.autosave.touch()

    def leave(self) -> bool:
        """Put what was typed on record; False where that is not possible: then it stays in its field."""
        listed, typed = self._open, self._typed
        if listed is None or typed is None:
            return True
        if not self.autosave.flush():
            return False
        if typed.strip() == (listed.action.outcome or ""):
            self._typed = None
            return True
        return self._follow(listed, listed.action.state, typed)

    def choose_state(self, action: str, state: ActionState) -> None:
        """Set how far it is, with what is typed."""
        listed = self._open
        if listed is None or listed.action.id != action:
            return
        before = listed.action.state
        if self._follow(listed, state, self._typed) and state != before:
            desk = self._desk
            words = state_set(state)
            desk.remember(
                Step(
                    words,
                    lambda: desk.do(follow_up, action, before),
                    lambda: desk.do(follow_up, action, state),
                    ("actions", action),
                )
            )
            self.said.emit(words, True)

    def postpone(self, action: str, due: date | None, reason: str) -> None:
        """Give it another day."""
        if self._do(lambda: self._desk.do(postpone, action, due, reason)):
            self.said.emit(POSTPONED, False)

    def assign(self, action: str, department: str) -> None:
        """Give it to a department."""
        if self._do(lambda: self._desk.do(assign, action, [department])):
            self.said.emit(ASSIGNED, False)

    def _follow(self, listed: ListedAction, state: ActionState, typed: str | None) -> bool:
        before, self._typed = self._typed, None
        if not self._do(lambda: self._desk.do(follow_up, listed.action.id, state, typed)):
            self._typed = before
            return False
        self.autosave.forget()
        return True

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
        except StoreUnavailable as trouble:
            self.troubled.emit(trouble_words(trouble))
        else:
            return True
        return False

    def _keep(self) -> bool:
        if self._open is None or self._typed is None:
            return True
        try:
            self._desk.do(keep_outcome, self._open.action.id, self._typed)
        except Problem as problem:
            self.refused.emit(problem)
            return False
        return True
