"""One 宿題 of last time beside the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.calendar import short_date
from dxdesk.domain.meetings import ActionItem, ActionState
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look

Follow = Callable[[ActionItem, ActionState, str], bool]
"""Stores the new state of a 宿題 and what was done; whether it could."""

ACTION_STATES = {"open": "未対応", "done": "対応済み", "carried": "次回へ"}


class ActionCard(QFrame):
    """One 宿題: ticked it is done, and one line says how. Without ``follow`` it is only shown.

    ``follow`` stores what was changed and returns whether it could; until then the card keeps it and tries again.
    """

    def __init__(self, action: ActionItem, follow: Follow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self._action = action
        self._follow = follow
        self.box = QCheckBox()
        self.box.setAccessibleName(action.text)
        self.box.setVisible(follow is not None)
        due = short_date(action.due)[:-3] if action.due else self.tr("次回の会議")
        self._state = plain_label("", "small")
        self._due = self.tr("期限 {due}").format(due=due)
        self.outcome = QLineEdit(placeholderText=self.tr("対応した内容"))
        self.outcome.setAccessibleName(self.tr("対応した内容"))
        self.outcome.setReadOnly(follow is None)
        self.composition = Composition(self.outcome)
        column = QVBoxLayout()
        column.setSpacing(2)
        for widget in (PhraseLabel(action.text, "note"), self._state, self.outcome):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.show_action(action)
        self.box.clicked.connect(self._ticked)
        self.outcome.editingFinished.connect(self.leave)

    @property
    def action(self) -> ActionItem:
        """What is on record, as far as the card knows."""
        return self._action

    def show_action(self, action: ActionItem) -> None:
        """Show what is on record now."""
        self._action = action
        self.box.setChecked(action.state == "done")
        self.outcome.setText(action.outcome or "")
        self._show()

    def _show(self) -> None:
        done = self.box.isChecked()
        word = ACTION_STATES["done" if done else "open" if self._action.state == "done" else self._action.state]
        self._state.setText(f"{self._due}・{word}")
        self.outcome.setVisible(done and (self._follow is not None or bool(self.outcome.text())))

    def leave(self) -> bool:
        """Hand open text over and store what was changed; False where that was not possible."""
        self.composition.commit()
        if self._follow is None:
            return True
        known: ActionState = self._action.state
        ticked = self.box.isChecked()
        state: ActionState = "done" if ticked else "open" if known == "done" else known
        outcome = self.outcome.text().strip()
        if (state, outcome) == (known, self._action.outcome or ""):
            return True
        if not self._follow(self._action, state, outcome):
            return False
        self._action = replace(self._action, state=state, outcome=outcome or None)
        return True

    def _ticked(self, ticked: bool) -> None:
        self._show()
        self.leave()
        if ticked:
            self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)
