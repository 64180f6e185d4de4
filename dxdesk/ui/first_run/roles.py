"""Under which role the program is used, where a page leaves several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from dxdesk.domain.permissions import ActorRole


class Roles(QWidget):
    """A row of roles, each with its words; one is marked, the first where ``role`` is not among them."""

    changed = Signal()

    def __init__(
        self, roles: Sequence[tuple[ActorRole, str]], role: ActorRole | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._roles = roles
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        for place, (_key, words) in enumerate(roles):
            button = QRadioButton(words)
            self.group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self.mark(role or roles[0][0])
        self.group.idClicked.connect(lambda _place: self.changed.emit())

    @property
    def chosen(self) -> ActorRole:
        """The role that is marked."""
        return self._roles[self.group.checkedId()][0]

    def mark(self, role: ActorRole) -> None:
        """Mark a role."""
        self.group.button(next((place for place, each in enumerate(self._roles) if each[0] == role), 0)).setChecked(
            True
        )
