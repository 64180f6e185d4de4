"""事務局の仕事をする: five steps to a town's own database; each can be put off, and nothing is made before the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.domain.blank_plan import named_plan
from dxdesk.domain.plans import Plan
from dxdesk.domain.room import Room
from dxdesk.domain.rosters import Roster
from dxdesk.ui.first_run.blank_form import BlankForm
from dxdesk.ui.first_run.frame import Foot, Trouble
from dxdesk.ui.first_run.people_form import PeopleForm
from dxdesk.ui.first_run.place_form import PlaceForm
from dxdesk.ui.first_run.plan_form import PlanForm
from dxdesk.ui.first_run.room import RoomForm
from dxdesk.ui.first_run.steps import StepsRow
from dxdesk.ui.first_run.town_form import TownForm
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.first_run import (
    FINISH,
    LATER,
    NEXT,
    PEOPLE_NOTE,
    PEOPLE_TITLE,
    PLACE_NOTE,
    PLACE_TITLE,
    PLAN_NOTE,
    PLAN_TITLE,
    ROOM_NOTE,
    ROOM_TITLE,
    STEPS,
    TOWN_NOTE,
    TOWN_TITLE,
)

HEADINGS = (
    (TOWN_TITLE, TOWN_NOTE),
    (PLAN_TITLE, PLAN_NOTE),
    (PEOPLE_TITLE, PEOPLE_NOTE),
    (ROOM_TITLE, ROOM_NOTE),
    (PLACE_TITLE, PLACE_NOTE),
)
TOWN, PLAN, PEOPLE, ROOM, PLACE = range(5)
NARROW = 640
"""Px at 100 %: forms of single lines are no wider."""

LOW = 600
"""Px: where the window is lower, the line below the heading gives its room to the form."""


@dataclass(frozen=True)
class Founding:
    """What a town's database is made of, where it lies, and what is kept on this PC about room and backups. The first
    fiscal year is None where nobody chose another than that of the day."""

    plan: Plan
    roster: Roster
    first_year: int | None
    room: Room | None
    target: str
    backup_folder: str


class Wizard(QWidget):
    """The five steps. ``founded`` carries a Founding."""

    founded = Signal(object)
    left = Signal()

    def __init__(self, check: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        today = date.today()  # noqa: DTZ011 - a plain local date
        self.town = TownForm(today)
        self.plan = PlanForm(self.town.year)
        self.people, self.room, self.place = PeopleForm(), RoomForm(), PlaceForm(check)
        self.forms = (self.town, self.plan, self.people, self.room, self.place)
        self._skipped: set[int] = set()
        self._taken: Plan | None = None
        self._taken_from: object = None
        self.steps = StepsRow(STEPS)
        self._title = plain_label("", "done")
        self._note = PhraseLabel("", "small")
        self.trouble = Trouble()
        self.later, self.forward = QPushButton(LATER), QPushButton(NEXT)
        set_look(self.forward, "primary")
        self.foot = Foot(self.later, self.forward)
        self._stack = QStackedWidget()
        for form in self.forms:
            self._stack.addWidget(form)
        for form in (self.town, self.place):
            form.setMaximumWidth(NARROW if form is self.town else 900)
        middle = QVBoxLayout()
        middle.setContentsMargins(44, 16, 44, 12)
        middle.setSpacing(6)
        for widget, gap in ((self.steps, 10), (self._title, 0), (self._note, 0), (self.trouble, 0)):
            middle.addWidget(widget)
            middle.addSpacing(gap)
        middle.addSpacing(8)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self.forward.clicked.connect(self.step_on)
        self.later.clicked.connect(self.put_off)
        self.foot.back.clicked.connect(self.step_back)
        self._show(TOWN)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._stack.currentIndex()

    def step_on(self) -> None:
        """次へ: take this step, or show what has to be put right in it."""
        if not self._complete():
            return
        self._skipped.discard(self.step)
        self._go_on()

    def put_off(self) -> None:
        """あとで決める: go on as if nothing had been written here; it stays for coming back."""
        self._skipped.add(self.step)
        self._go_on()

    def step_back(self) -> None:
        """‹ 戻る: the step before; from the first one to the cards."""
        if self.step == TOWN:
            self.left.emit()
        else:
            self._show(self.step - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note.setVisible(self.height() >= LOW)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.forms[self.step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _complete(self) -> bool:
        if self.step == PEOPLE:
            return not self.people.focus_problem()
        form = self.forms[self.step]
        assert not isinstance(form, PeopleForm)
        return form.complete()

    def _go_on(self) -> None:
        if self.step == PLAN:
            self._take_plan()
        if self.step < PLACE:
            self._show(self.step + 1)
        else:
            self.founded.emit(self.founding())

    def _show(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.steps.show_step(step)
        title, note = HEADINGS[step]
        self._title.setText(title)
        self._note.show_text(note)
        self.trouble.show_text("")
        self.forward.setText(FINISH if step == PLACE else NEXT)
        if step == PLAN:
            self.plan.show_step_before(self._names()[0], self.town.year)
        elif step == PLACE:
            self.place.complete()
        self.forms[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _names(self) -> tuple[str, Sequence[str]]:
        return ("", ()) if TOWN in self._skipped else (self.town.town, self.town.meetings)

    def _take_plan(self) -> None:
        """The plan as it is chosen now; rows that were written about people stay, laid over what it names."""
        skipped = PLAN in self._skipped
        chosen = (skipped, self.plan.choice, self.plan.pack.plan, *self.plan.blank.entered)
        if self._taken is None or chosen != self._taken_from:
            self._taken = BlankForm(self.town.year).plan() if skipped else self.plan.plan()
            self._taken_from = chosen
            self.people.show_plan(self._taken)
        self.people.show_bodies([each.name for each in named_plan(self._taken, *self._names()).bodies])

    def founding(self) -> Founding:
        """Everything as it stands, without what was put off."""
        assert self._taken is not None  # the plan's step comes first
        place = PlaceForm(lambda _target: None) if PLACE in self._skipped else self.place
        return Founding(
            plan=named_plan(self._taken, *self._names()),
            roster=Roster() if PEOPLE in self._skipped else self.people.roster,
            first_year=None if TOWN in self._skipped else self.town.chosen_year,
            room=None if ROOM in self._skipped else self.room.room,
            target=place.target,
            backup_folder=place.backup_folder,
        )
