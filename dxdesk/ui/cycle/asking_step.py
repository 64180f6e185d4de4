"""Page 2 of opening a cycle: who is asked, and beside it what that means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dxdesk.store.queries.opening import Opening
from dxdesk.ui.beside import Beside
from dxdesk.ui.cycle.asking_panel import WIDTH, AskingPanel
from dxdesk.ui.cycle.kept import changed_of
from dxdesk.ui.cycle.matrix import Matrix
from dxdesk.ui.labels import PhraseLabel
from dxdesk.wording.cycle import NO_UNITS, SECRETARIAT_ASKED


class AskingStep(QWidget):
    """The matrix with its panel, for one proposal at a time."""

    changed = Signal()
    """A person changed who is asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Opening | None = None
        self._day = date.min
        self.matrix, self.panel = Matrix(), AskingPanel()
        self.model = self.matrix.model
        self._nothing = PhraseLabel("", "section")
        self._nothing.setContentsMargins(44, 44, 44, 44)
        self._remark = PhraseLabel(SECRETARIAT_ASKED, "note")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self._nothing)
        column.addWidget(self._remark)
        column.addWidget(self._stack, 1)
        self.beside = Beside(left, self.panel, WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)
        self.setFocusProxy(self.matrix.table)
        self.model.asking_changed.connect(self._renew_panel)
        self.model.asking_changed.connect(self.changed)

    def show_opening(self, found: Opening, kept: Mapping[str, Any], day: date) -> None:
        """Show a proposal for a cycle of this 基準日, with what had been changed."""
        self.found, self._day = found, day
        self.model.show_opening(found, changed_of(kept, found.asking, [each.id for each in found.departments]))
        self._nothing.show_text("" if found.asking else NO_UNITS)
        self._stack.setCurrentIndex(0 if found.asking else 1)
        self._remark.setVisible(bool(found.asking) and not found.departments)
        self._renew_panel()

    def forget(self) -> None:
        """The proposal is out of date."""
        self.found = None

    @property
    def nobody(self) -> bool:
        """Whether nothing at all would be asked."""
        return not any(each.asked for each in self.model.asking)

    def toggle_panel(self) -> None:
        """Open or close the panel where it is a drawer."""
        self.beside.open_drawer(not self.beside.drawer_open)

    def _renew_panel(self) -> None:
        if self.found is not None:
            self.panel.show_asking(self.found, self.model.asking, self._day)
