"""会議を用意する: which committee, when and where; the same form sets them right later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.calendar import long_date, parse_date
from dxdesk.domain.errors import Problem
from dxdesk.domain.meeting_days import DayDoubt
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.plan_parts import Body
from dxdesk.domain.text import TITLE_CHARACTERS
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.meeting.doubt_card import DoubtCard
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import height
from dxdesk.wording.meeting_screen import DAY_FORMS, HOLD_HINT, NO_BODIES, PLACE_EXAMPLE, time_example
from dxdesk.wording.sentences import problem_words

WIDTH = 620
LOOK_MILLISECONDS = 400
"""So long after the last key the day is looked at."""

Look = Callable[[date], tuple[DayDoubt, ...]]
"""What there is to look at about a day."""


@dataclass(frozen=True)
class Held:
    """What the form says; times as typed."""

    body: str
    day: date
    begins: str
    ends: str
    place: str


class HoldForm(QWidget):
    """The foot bar has its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QComboBox()
        self.body.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.day, self.begins, self.ends, self.place = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.place.setPlaceholderText(PLACE_EXAMPLE)
        self.place.setMaxLength(TITLE_CHARACTERS)
        self._today = date.min
        self._title = plain_label("", "title")
        self._hint = PhraseLabel(HOLD_HINT, "small")
        self.message, self.doubts = Message(), DoubtCard()
        self._look: Look = lambda _day: ()
        self._seen = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_MILLISECONDS)
        self._pause.timeout.connect(self._look_at_day)
        self.day.textChanged.connect(lambda _text: self._pause.start())
        self.day.editingFinished.connect(self._look_at_day)
        self.doubts.day_wanted.connect(self._take_day)
        self._composition = Composition(self.place)
        self._lay_out()
        for each in (self.day, self.begins, self.ends, self.place):
            each.textChanged.connect(lambda _text: self.message.clear())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for field in (self.begins, self.ends):
            field.setMaximumWidth(140)
            field.setMaxLength(8)
            field.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        ends = plain_label(self.tr("終了"), "strong")
        ends.setBuddy(self.ends)
        row.addWidget(self.begins)
        row.addWidget(ends)
        row.addWidget(self.ends)
        row.addStretch(1)
        self.begins.setPlaceholderText(time_example("13:30"))
        self.ends.setPlaceholderText(time_example("15:00"))
        named: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("会議"), self.body, self.body),
            (self.tr("日"), self.day, self.day),
            (self.tr("開始"), times, self.begins),
            (self.tr("場所"), self.place, self.place),
        )
        for word, widget, buddy in named:
            label = plain_label(word, "strong")
            label.setBuddy(buddy)
            label.setMinimumHeight(height("input"))
            buddy.setAccessibleName(word)
            form.addRow(label, widget)
        self.ends.setAccessibleName(ends.text())
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(12, 0, 12, 0)
        inner.setSpacing(10)
        inner.addWidget(self._title)
        inner.addWidget(self._hint)
        inner.addLayout(form)
        inner.addWidget(plain_label(DAY_FORMS, "small"))
        inner.addWidget(self.message)
        inner.addWidget(self.doubts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        between = QHBoxLayout()  # an alignment would not ask how high the words are in the width they get
        between.addStretch(1)
        between.addWidget(middle, 100)
        between.addStretch(1)
        column.addLayout(between)
        column.addStretch(2)
        middle.setMinimumWidth(480)

    def show_new(self, bodies: Sequence[Body], day: date, today: date, look: Look) -> None:
        """A new meeting of one of the committees, on the day of the cycle where that is known."""
        self._today, self._look = today, look
        self._title.setText(self.tr("会議を用意する"))
        self._fill([(each.name, each.id) for each in bodies], day, "", "", "")
        self.body.setEnabled(True)
        self._hint.setVisible(True)
        if not bodies:
            self.message.say(NO_BODIES)

    def show_meeting(self, meeting: Meeting, today: date, look: Look) -> None:
        """The day and the place of a meeting, to be set right."""
        self._today, self._look = today, look
        self._title.setText(self.tr("日時・場所を直す"))
        self._fill(
            [(meeting.body_name, meeting.body)],
            meeting.day,
            meeting.begins or "",
            meeting.ends or "",
            meeting.place or "",
        )
        self.body.setEnabled(False)
        self._hint.setVisible(False)

    def _fill(self, bodies: Sequence[tuple[str, str]], day: date, begins: str, ends: str, place: str) -> None:
        self.body.clear()
        for name, key in bodies:
            self.body.addItem(name, key)
        self.day.setText(long_date(day))
        for field, text in ((self.begins, begins), (self.ends, ends), (self.place, place)):
            field.setText(text)
        self.message.clear()
        self._look_at_day()
        self._seen = self.doubts.weighty

    def _read_day(self) -> date:
        return parse_date(self.day.text(), "date", today=self._today)

    def _look_at_day(self) -> None:
        """Show what there is to look at about the day; one that cannot be read yet has nothing."""
        self._pause.stop()
        with suppress(Problem):
            day = self._read_day()
            self.doubts.show_doubts(self._look(day), day)
            return
        self.doubts.show_doubts((), self._today)

    def _take_day(self, day: date) -> None:
        self.day.setText(long_date(day))
        self._look_at_day()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def unseen(self) -> bool:
        """Whether something about the day is shown only now: a person looks at it once before going on."""
        self._look_at_day()
        before, self._seen = self._seen, self.doubts.weighty
        return bool(self._seen) and self._seen != before

    def held(self) -> Held:
        """What the form says. Raises Problem for a day that is none."""
        self._composition.commit()
        day = self._read_day()
        return Held(str(self.body.currentData() or ""), day, self.begins.text(), self.ends.text(), self.place.text())

    def say(self, problem: Problem) -> None:
        """Say what to do, and put the focus where."""
        self.message.say(problem_words(problem))
        places: dict[str, QWidget] = {"from": self.begins, "to": self.ends, "place": self.place, "body": self.body}
        places.get(problem.place, self.day).setFocus(Qt.FocusReason.OtherFocusReason)
