"""Page 1 of opening a cycle: its name, kind and days."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.calendar import fiscal_year, long_date, parse_date, plain_date, short_date
from dxdesk.domain.cycle_years import cycle_year
from dxdesk.domain.cycles import CYCLE_KINDS, Cycle, CycleKind, check_cycle_days
from dxdesk.domain.errors import Problem
from dxdesk.domain.next_cycle import NextCycle
from dxdesk.domain.plan_parts import Period
from dxdesk.domain.text import NAME_CHARACTERS, check_line, fold
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.cycle import KIND_HINTS, KINDS, OUTSIDE_PERIOD, PAST_DAY, last_time, of_year, pinned
from dxdesk.wording.sentences import problem_words

DAYS = ("as_of", "due", "meeting")
OPTIONAL = "meeting"


class LineField(QWidget):
    """One line with, beside it, what it is read as; ``message`` stands below, where the form puts it."""

    edited = Signal()
    left = Signal()

    def __init__(self, name: str, width: int, *, day: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setFixedWidth(width)
        if day:
            self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.echo = plain_label("", "small")
        self.message = Message()
        self.composition = Composition(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.line)
        row.addWidget(self.echo)
        row.addStretch(1)
        self.line.textChanged.connect(self._edited)
        self.line.editingFinished.connect(self.left)

    def say(self, text: str) -> None:
        """Say under the line what to do about it."""
        self.message.say(text)
        self.line.setProperty("state", "error")
        set_look(self.line, "")

    def clear(self) -> None:
        """Say nothing."""
        self.message.clear()
        self.line.setProperty("state", "")
        set_look(self.line, "")

    def _edited(self) -> None:
        if self.message.text:
            self.clear()
        self.edited.emit()


@dataclass(frozen=True)
class CycleDays:
    """What page 1 says, checked."""

    name: str
    kind: CycleKind
    as_of: date
    due: date
    meeting: date | None


class DaysForm(QFrame):
    """Everything is filled in; each line says under itself what to do."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._period = date.min, Period(None, None, None)
        words = {"name": self.tr("回の名前"), "as_of": self.tr("基準日"), "due": self.tr("締切")}
        words["meeting"] = self.tr("会議の日（任意）")
        self.fields = {
            key: LineField(word, 360 if key == "name" else 190, day=key != "name") for key, word in words.items()
        }
        hints = {
            "name": "",
            "as_of": self.tr("この日の状況を聞きます"),
            "due": self.tr("課が提出する期限です"),
            "meeting": self.tr("決まっていなければ、空けておけます"),
        }
        self._kinds = QButtonGroup(self)
        self._kind_hint = plain_label("", "small")
        self._pinned = PhraseLabel("", "small")
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        for place, (key, field) in enumerate(self.fields.items()):
            row = 2 * place if key == "name" else 2 * place + 1
            label = plain_label(words[key], "strong")
            label.setBuddy(field.line)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(field.message, row + 1, 1)
            field.echo.setText(hints[key])
            field.line.setAccessibleDescription(hints[key])
            field.edited.connect(self._edited)
            field.left.connect(self.left)
        grid.addWidget(plain_label(self.tr("種類"), "strong"), 2, 0)
        grid.addLayout(self._kind_row(), 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 28, 44, 24)
        column.setSpacing(20)
        column.addWidget(plain_label(self.tr("次の回の名前と日付"), "title"))
        column.addLayout(grid)
        column.addWidget(plain_label(self.tr("日付は R7.2.13、7/2/13、2/13 のどの形でも書けます。"), "small"))
        column.addWidget(self._pinned)
        column.addStretch(1)

    def _kind_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(20)
        for number, kind in enumerate(CYCLE_KINDS):
            button = QRadioButton(KINDS[kind])
            button.setAccessibleDescription(KIND_HINTS[kind])
            self._kinds.addButton(button, number)
            row.addWidget(button)
        row.addWidget(self._kind_hint)
        row.addStretch(1)
        self._kinds.idToggled.connect(lambda _id, _on: self._edited())
        return row

    @property
    def kind(self) -> CycleKind:
        """計画, 中間 or 結果."""
        return CYCLE_KINDS[max(0, self._kinds.checkedId())]

    def composing(self) -> bool:
        """Whether a conversion is open."""
        return any(each.composition.text for each in self.fields.values())

    def commit(self) -> None:
        """Hand open text over."""
        for each in self.fields.values():
            each.composition.commit()

    def show_proposal(
        self, proposal: NextCycle, last: Cycle | None, versions: tuple[int, int], period: Period, today: date
    ) -> None:
        """Fill everything in; what ``last``, the cycle before, had stands beside it. ``period`` is the plan's."""
        self._period = period
        if last is not None:
            said = {"name": last.name, "as_of": short_date(last.as_of), "due": short_date(last.due)}
            said |= {"meeting": short_date(last.meeting)} if last.meeting else {}
            for key, words in said.items():
                self.fields[key].echo.setText(last_time(words))
                self.fields[key].line.setAccessibleDescription(last_time(words))
        meeting = plain_date(proposal.meeting) if proposal.meeting else ""
        days = {"as_of": plain_date(proposal.as_of), "due": plain_date(proposal.due), "meeting": meeting}
        self._today = today
        self._pinned.show_text(pinned(*versions))
        self.show_typed({"name": proposal.name, "kind": proposal.kind, **days})

    def typed(self) -> dict[str, str]:
        """Everything as typed, by field."""
        return {**{key: field.line.text() for key, field in self.fields.items()}, "kind": self.kind}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before; nothing is emitted."""
        self.blockSignals(True)
        for key, field in self.fields.items():
            field.line.setText(typed.get(key, field.line.text()))
            field.clear()
        if typed.get("kind") in CYCLE_KINDS:
            self._kinds.button(CYCLE_KINDS.index(typed["kind"])).setChecked(True)
        self.blockSignals(False)
        self._echo()

    def read(self, taken: Collection[str]) -> CycleDays | None:
        """What stands here, checked; None where something has to be mended first, which is said under its field and
        gets the focus. ``taken`` are the names of other cycles."""
        self.commit()
        days: dict[str, date | None] = {}
        problems: list[Problem] = []
        name = ""
        try:
            name = check_line(self.fields["name"].line.text(), "name", characters=NAME_CHARACTERS)
            if not name:
                raise Problem("cycle.empty_name", "name")
            if fold(name) in {fold(each) for each in taken}:
                raise Problem("cycle.exists", "name", {"text": name})
        except Problem as problem:
            problems.append(problem)
        for key in DAYS:
            try:
                days[key] = self._day(key)
            except Problem as problem:
                problems.append(problem)
        as_of, due, meeting = (days.get(key) for key in DAYS)
        if not problems and as_of is not None and due is not None:
            try:
                check_cycle_days(as_of, due, meeting)
            except Problem as problem:
                problems.append(problem)
        if problems or as_of is None or due is None:
            for each in reversed(problems):
                self.say(each)
            return None
        return CycleDays(name, self.kind, as_of, due, meeting)

    def say(self, problem: Problem) -> None:
        """Say a problem under the field it is about, else under the name, and put the focus there."""
        field = self.fields.get(problem.place, self.fields["name"])
        field.say(problem_words(problem))
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day(self, key: str) -> date | None:
        typed = self.fields[key].line.text()
        if not typed.strip() and key == OPTIONAL:
            return None
        return parse_date(typed, key, today=self._today)

    def _edited(self) -> None:
        self._echo()
        self.edited.emit()

    def _echo(self) -> None:
        """Beside every day what it is read as."""
        self._kind_hint.setText(KIND_HINTS[self.kind])
        for key in DAYS:
            field = self.fields[key]
            try:
                day = self._day(key)
            except Problem:
                field.echo.setText("")
                continue
            hint = field.line.accessibleDescription()
            field.echo.setText(f"{long_date(day)}　{self._doubt(key, day) or hint}" if day else hint)

    def _doubt(self, key: str, day: date) -> str:
        """What may be wrong with a day that is read, or of which other year 基準日 is; empty for nothing. After the
        last year of the plan its results are still gathered and met about."""
        year = cycle_year(self.fields["name"].line.text(), self.kind, day) if key == "as_of" else fiscal_year(day)
        if not self._period.holds(year, after=0 if key == "as_of" else 1):
            return OUTSIDE_PERIOD
        if key == "as_of":
            return of_year(year) if year != fiscal_year(day) else ""
        return PAST_DAY if day < self._today else ""
