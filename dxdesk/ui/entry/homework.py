"""The 宿題 beside the form: ticked, and one line of what was done, on record when the line is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dxdesk.desk import Desk, Step
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionItem, ActionState
from dxdesk.operations.action_items import follow_up
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.entry.form import Form
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.actions import STATE_WORDS
from dxdesk.wording.entry import homework_set


class Homework(QObject):
    """Follows up what the panel says. What cannot be stored is said and stays in its field."""

    said = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.saving = False

    def follow(self, form: Form, action: ActionItem, state: ActionState, outcome: str) -> bool:
        """Set a 宿題 of the open item to ``state`` with what was done; whether that was possible."""
        if not self._do(lambda: self._desk.do(follow_up, action.id, state, outcome)):
            return False
        if state != action.state:
            desk, before = self._desk, action.state
            words = homework_set(form.settings.action_word, STATE_WORDS[state])
            desk.remember(
                Step(
                    words,
                    lambda: desk.do(follow_up, action.id, before),
                    lambda: desk.do(follow_up, action.id, state),
                    ("entry", f"{form.unit.code}:{form.department.id if form.department else ''}"),
                )
            )
            self.said.emit(words, True)
        return True

    def _do(self, act: Callable[[], object]) -> bool:
        self.saving = True
        try:
            act()
        except (Problem, StoreUnavailable) as trouble:
            self.said.emit(trouble_words(trouble), False)
        else:
            return True
        finally:
            self.saving = False
        return False
