"""What the town is like: its words and rules, its departments and people; and the meeting room of this PC."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.room import Room
from dxdesk.domain.settings import Settings
from dxdesk.operations.plans import change_settings
from dxdesk.operations.town import take_roster
from dxdesk.preferences import keep, preferences
from dxdesk.store.queries import plans
from dxdesk.ui.first_run.people_form import PeopleForm
from dxdesk.ui.first_run.room import RoomForm
from dxdesk.ui.settings.forms import TownForm
from dxdesk.wording.settings import SAVED, SAVED_PEOPLE


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


class TownSettings(QObject):
    """The forms of the town's settings that there are so far, and what is changed in them: it is saved whole."""

    changed = Signal()

    def __init__(self, desk: Desk, may_change: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._may_change = desk, may_change
        self._forms: list[TownForm] = []
        self._people: PeoplePart | None = None
        self._before = desk.ask(plans.settings)[1]
        self._touched = False

    def build(self, form: TownForm) -> TownForm:
        """Take a form in: it shows what holds."""
        form.show_settings(self._before)
        form.setEnabled(self._may_change)
        form.changed.connect(self._touch)
        self._forms.append(form)
        return form

    def build_people(self) -> PeoplePart:
        """The tables of departments, groups and members."""
        self._people = PeoplePart(self._desk)
        self._people.refresh()
        self._people.setEnabled(self._may_change)
        self._people.changed.connect(self.changed)
        return self._people

    @property
    def dirty(self) -> bool:
        """Whether something is changed and not saved."""
        return self._touched or (self._people is not None and self._people.dirty)

    def refresh(self) -> None:
        """Read anew what holds, unless it is being changed."""
        if self._people is not None:
            self._people.refresh()
        if not self._touched:
            self._before = self._desk.ask(plans.settings)[1]
            for form in self._forms:
                form.show_settings(self._before)
            self.changed.emit()

    def settings(self) -> Settings:
        """The settings as they stand in the forms. Raises Problem."""
        found = self._before
        for form in self._forms:
            found = form.settings(found)
        return found

    def save(self) -> str:
        """Save what is changed; returns what there is to say. Raises Problem and StoreUnavailable."""
        if self._people is not None:
            self._people.save()
        found = self.settings()
        changed = found != self._before
        if changed:
            self._desk.do(change_settings, found)
        self._touched = False
        self.refresh()
        return SAVED if changed else SAVED_PEOPLE

    def focus_problem(self) -> bool:
        """Put the focus on a cell of the tables that has to be put right; False where there is none."""
        return self._people is not None and self._people.dirty and self._people.focus_problem()

    def _touch(self) -> None:
        self._touched = True
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
