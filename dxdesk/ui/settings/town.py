"""課と委員, 会議室: the parts of はじめに, as they are reopened later."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.room import Room
from dxdesk.operations.town import take_roster
from dxdesk.store.queries import plans
from dxdesk.ui.first_run.people_form import PeopleForm
from dxdesk.ui.first_run.room import RoomForm
from dxdesk.ui.preferences import keep, preferences


class PeoplePart(PeopleForm):
    """The departments, groups and members on file; ``dirty`` while something of them is changed and not saved."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.dirty = False
        for table in self.tables:
            table.changed.connect(self._touched)
        self._showing = False

    def refresh(self) -> None:
        """Show what is on file, unless it is being changed."""
        if self.dirty:
            return
        ask = self._desk.ask
        self._showing = True
        try:
            found = (ask(plans.departments), ask(plans.groups), ask(plans.members), ask(plans.plan).bodies)
            self.show_people(*found)
        finally:
            self._showing = False

    def save(self) -> None:
        """Take all three tables, or none of them. Raises Problem and StoreUnavailable."""
        if self.dirty:
            self._desk.do(take_roster, self.roster)
            self.dirty = False

    def _touched(self) -> None:
        if not self._showing:
            self.dirty = True
            self.changed.emit()


class RoomPart(QWidget):
    """The meeting room of this PC, kept as soon as both numbers can be taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = RoomForm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        kept = preferences()
        known = kept.screen_inches and kept.seat_metres
        self.form.show_room(Room(kept.screen_inches, kept.seat_metres) if known else None)
        self.form.changed.connect(self._keep)
        self.setFocusProxy(self.form)

    def _keep(self) -> None:
        room = self.form.room
        if room is not None:
            keep(screen_inches=room.screen_inches, seat_metres=room.distance_metres)
        elif not (self.form.inches.text().strip() or self.form.metres.text().strip()):
            keep(screen_inches=0.0, seat_metres=0.0)
