"""The right side of 宿題: the day, how far it is, what was done, where it comes from and what happened so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.action_items import STATES
from dxdesk.domain.calendar import short_date
from dxdesk.domain.errors import Problem
from dxdesk.store.queries.actions import ActionEvent
from dxdesk.ui.actions.deadline import DeadlineCard
from dxdesk.ui.actions.details import Details
from dxdesk.ui.actions.rows import Row
from dxdesk.ui.composition import Composition
from dxdesk.ui.entry.side_panel import card
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.ui.words import day_of
from dxdesk.wording.actions import (
    ASSIGN,
    CLOSE_PANEL,
    NO_OUTCOME,
    OPEN_MINUTES,
    ORIGIN,
    OUTCOME,
    OUTCOME_EXAMPLE,
    PRINT_GROUP,
    SO_FAR,
    STATE,
    STATE_WORDS,
    group_title,
    no_owner,
    overdue_words,
)
from dxdesk.wording.sentences import problem_words

WIDTH = 330
DAY_WIDTH = 66


def _frame_of(shown: Details) -> object:
    """What has to stay for the widgets to stay."""
    action = replace(shown.listed.action, state="open", outcome=None)
    told = shown.listed.action.state if not shown.may_follow else ""
    return action, told, shown.listed.departments, shown.decision, shown.today, shown.may_follow, shown.may_postpone


def _outcome_words(shown: Details) -> str:
    return shown.writing if shown.writing is not None else shown.listed.action.outcome or ""


class Events(QWidget):
    """What happened so far, the newest on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lines: list[QWidget] = []

    def show_events(self, events: Sequence[ActionEvent]) -> None:
        """Show events, given oldest first."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for event in reversed(events):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            day = PhraseLabel(day_of(event.moment), "note")
            day.setFixedWidth(round(DAY_WIDTH * text_scale(self)))
            row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
            who = f"（{event.who}）" if event.who else ""
            row.addWidget(PhraseLabel(event.words + who, "note"), 1)
            self._column.addWidget(line)
            self._lines.append(line)


class ActionPanel(QScrollArea):
    """Shows one 宿題, or a group in short; says what a person does."""

    state_chosen = Signal(str, str)
    """The id of the 宿題 and its new state."""
    outcome_edited = Signal(str, str)
    outcome_left = Signal()
    postpone_requested = Signal(str, object, str)
    """The id, the day (None: 次回会議) and the reason."""
    assign_requested = Signal(str, str)
    """The id of the 宿題 and of a department."""
    minutes_requested = Signal(str)
    """The id of a meeting."""
    print_requested = Signal(str)
    """The key of a group."""
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drawer = False
        self.details: Details | None = None
        self.states: dict[str, QPushButton] = {}
        self.outcome: QLineEdit | None = None
        self.composition: Composition | None = None
        self.deadline: DeadlineCard | None = None
        self._events = Events()
        self.message = Message()

    def _body(self) -> QVBoxLayout:
        self.details, self.states, self.outcome, self.composition, self.deadline = None, {}, None, None, None
        body = QFrame()
        set_look(body, "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        if self._drawer:
            back = QPushButton(CLOSE_PANEL)
            set_look(back, "plain")
            back.clicked.connect(self.close_requested)
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignRight)
        self.setWidget(body)
        return column

    def show_as_drawer(self, drawer: bool) -> None:
        """A drawer has a button that closes it; what is shown next is shown anew."""
        self._drawer = drawer
        self.details = None

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._body().addStretch(1)

    def show_group(self, row: Row, word: str) -> None:
        """A group in short, with the way to print it."""
        column = self._body()
        column.addWidget(PhraseLabel(row.name, "title-panel"))
        column.addWidget(plain_label(f"{word}　{row.count}件", "small"))
        if row.overdue:
            column.addWidget(plain_label(overdue_words(row.overdue), "strong"))
        if row.departments:
            button = QPushButton(PRINT_GROUP)
            set_look(button, "plain")
            button.clicked.connect(lambda: self.print_requested.emit(row.key))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_details(self, shown: Details) -> None:
        """One 宿題. Of the same one only what changed is shown anew: a field or button in use stays."""
        if self.details is not None and _frame_of(self.details) == _frame_of(shown):
            self._renew(shown)
            return
        column = self._body()
        self.details = shown
        column.addWidget(PhraseLabel(group_title(shown.listed.owners, shown.word), "small"))
        column.addWidget(PhraseLabel(shown.listed.action.text, "title-window"))
        if not shown.listed.departments:
            self._add_owner(column, shown)
        self.deadline = DeadlineCard(shown)
        self.deadline.postponed.connect(self._postpone)
        column.addWidget(self.deadline)
        self._add_state(column, shown)
        self._add_outcome(column, shown)
        self._add_origin(column, shown)
        column.addWidget(plain_label(SO_FAR, "strong"))
        self._events = Events()
        self._events.show_events(shown.events)
        column.addWidget(self._events)
        column.addStretch(1)

    def _renew(self, shown: Details) -> None:
        self.details = shown
        for state, button in self.states.items():
            button.setChecked(state == shown.listed.action.state)
        text = _outcome_words(shown)
        if self.outcome is not None and not self.outcome.hasFocus() and self.outcome.text() != text:
            self.outcome.setText(text)
        self._events.show_events(shown.events)

    def _add_owner(self, column: QVBoxLayout, shown: Details) -> None:
        frame = QFrame()
        set_look(frame, "message")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 6, 12, 8)
        inside.addWidget(PhraseLabel(no_owner(shown.word), "asked"))
        if shown.may_postpone:
            box = QComboBox()
            box.setAccessibleName(ASSIGN)
            box.addItem(ASSIGN)
            for each in shown.departments:
                box.addItem(each.name, each.id)
            box.activated.connect(lambda place: self._assign(shown, box.itemData(place)))
            inside.addWidget(box)
        column.addWidget(frame)

    def _assign(self, shown: Details, department: str | None) -> None:
        if department:
            self.assign_requested.emit(shown.listed.action.id, department)

    def _add_state(self, column: QVBoxLayout, shown: Details) -> None:
        column.addWidget(plain_label(STATE, "strong"))
        if not shown.may_follow:
            column.addWidget(plain_label(STATE_WORDS[shown.listed.action.state]))
            return
        row = QHBoxLayout()
        row.setSpacing(6)
        for state in STATES:
            button = QPushButton(STATE_WORDS[state])
            set_look(button, "plain")
            button.setStyleSheet("padding: 0 4px;")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(state == shown.listed.action.state)
            button.clicked.connect(lambda _c=False, key=state: self.state_chosen.emit(shown.listed.action.id, key))
            self.states[state] = button
            row.addWidget(button, 1)
        column.addLayout(row)

    def _add_outcome(self, column: QVBoxLayout, shown: Details) -> None:
        label = plain_label(OUTCOME, "strong")
        column.addWidget(label)
        text = _outcome_words(shown)
        if not shown.may_follow:
            column.addWidget(PhraseLabel(text or NO_OUTCOME))
            return
        line = QLineEdit(text, placeholderText=OUTCOME_EXAMPLE)
        line.setAccessibleName(OUTCOME)
        label.setBuddy(line)
        self.outcome, self.composition, self.message = line, Composition(line), Message()
        identity = shown.listed.action.id
        line.textEdited.connect(lambda typed: self.outcome_edited.emit(identity, typed))
        line.editingFinished.connect(lambda: None if self._choosing else self.outcome_left.emit())
        column.addWidget(line)
        column.addWidget(self.message)

    def _add_origin(self, column: QVBoxLayout, shown: Details) -> None:
        held = shown.listed.numbered.meeting
        column.addWidget(plain_label(ORIGIN, "strong"))
        frame, inside = card()
        head = QHBoxLayout()
        head.addWidget(PhraseLabel(f"{shown.listed.cycle_name}　{short_date(held.day)[:-3]}", "small"), 1)
        if shown.may_read:
            link = QPushButton(OPEN_MINUTES)
            set_look(link, "link")
            link.clicked.connect(lambda: self.minutes_requested.emit(held.id))
            head.addWidget(link)
        inside.addLayout(head)
        inside.addWidget(PhraseLabel(shown.decision.text if shown.decision else held.body_name))
        column.addWidget(frame)

    def _postpone(self, due: date | None, reason: str) -> None:
        if self.details is not None:
            self.postpone_requested.emit(self.details.listed.action.id, due, reason)

    def say_problem(self, problem: Problem) -> None:
        """Say at the field what to do about it."""
        if problem.place in ("due", "reason") and self.deadline is not None:
            self.deadline.say_problem(problem)
        else:
            self.message.say(problem_words(problem))

    @property
    def _choosing(self) -> bool:
        """Whether a button is about to say how far it is: what was typed goes on record with that, and once."""
        return QApplication.focusWidget() in self.states.values()

    def focus_outcome(self) -> None:
        """Into the line that says what was done."""
        if self.outcome is not None:
            self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Into the state that is chosen now."""
        chosen = next((button for button in self.states.values() if button.isChecked()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
