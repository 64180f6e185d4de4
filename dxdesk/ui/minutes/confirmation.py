"""作成・確認: who confirms the minutes, and on which day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.calendar import long_date, moment_words, parse_date
from dxdesk.domain.errors import Problem
from dxdesk.domain.minutes_pending import Pending
from dxdesk.operations.minutes_editing import MinutesEditing
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.meeting import STAGES
from dxdesk.wording.minutes_screen import (
    BY_HAND,
    CONFIRMATION,
    CONFIRMED_ON,
    CONFIRMER,
    CONFIRMER_EXAMPLE,
    CONFIRMER_MISSING,
    PART_WORDS,
)
from dxdesk.wording.sentences import problem_words


class _Line(QWidget):
    """A field with its label, a remark behind it and a message under it."""

    def __init__(self, label: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(placeholderText=example)
        self.line.setAccessibleName(label)
        self.composition = Composition(self.line)
        self.beside = plain_label("", "small")
        self.message = Message()
        name = plain_label(label, "strong")
        name.setBuddy(self.line)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.line, 1, 0)
        grid.addWidget(self.beside, 1, 1)
        grid.addWidget(self.message, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.line.setMinimumWidth(240)
        self.line.textChanged.connect(lambda _text: self.show_problem(""))

    def show_problem(self, text: str) -> None:
        """Say what to do under the field, or nothing."""
        self.line.setProperty("state", "error" if text else "")
        set_look(self.line, "")
        if text:
            self.message.say(text)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.message.clear()


class ConfirmationEditor(QScrollArea):
    """The fields, and who has to sign by hand. 確定日 is today until somebody types another day."""

    edited = Signal(str, str)
    """確認者 and 確定日 as typed."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._today = date.min
        self.confirmer = _Line(CONFIRMER, CONFIRMER_EXAMPLE)
        self.day = _Line(CONFIRMED_ON)
        self.day.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self._title = plain_label(PART_WORDS[CONFIRMATION], "card-name")
        self._made = PhraseLabel("", "small")
        self._signers = PhraseLabel("")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(10)
        for widget in (self._title, self._made, self.confirmer, self.day, self._signers):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(body)
        for each in (self.confirmer, self.day):
            each.line.textEdited.connect(lambda _text: self._said())
            each.composition.changed.connect(lambda _text: self._said())
            each.line.editingFinished.connect(self.left)

    def show_pending(self, source: MinutesEditing, pending: Pending, today: date, *, editable: bool) -> None:
        """Show who confirms; a field in use is not filled anew."""
        self._today = today
        newest = source.versions[-1]
        author = newest.author.name or "事務局"
        self._made.show_text(f"{STAGES[newest.stage]} {newest.number}　{moment_words(newest.moment)}　{author}")
        confirmed = newest.state == "confirmed"
        day = long_date(newest.confirmed_on) if newest.confirmed_on else pending.day or long_date(today)
        for field, text in ((self.confirmer, (newest.confirmed_by or "") if confirmed else pending.confirmer),
                            (self.day, day)):  # fmt: skip
            if field.line.text() != text and not (field.line.hasFocus() and editable):
                field.line.setText(text)
            field.line.setReadOnly(not editable)
        hands = source.settings.paper.signers[2:]
        self._signers.show_text(f"{'・'.join(hands)}：{BY_HAND}" if hands else "")
        self._signers.setVisible(bool(hands))
        self._show_day()

    def confirmed_on(self) -> date:
        """The day as typed. Raises Problem."""
        return parse_date(self.day.line.text() or "", "confirmed_on", today=self._today)

    def check(self) -> bool:
        """Whether both fields hold something; else the first that does not gets the focus and says so."""
        if not self.confirmer.line.text().strip():
            self.confirmer.show_problem(CONFIRMER_MISSING)
            return False
        try:
            self.confirmed_on()
        except Problem as problem:
            self.day.show_problem(problem_words(problem))
            return False
        return True

    def show_problem(self, problem: Problem) -> None:
        """Say why it cannot be confirmed, at the field it is about."""
        field = self.day if problem.place == "confirmed_on" else self.confirmer
        field.show_problem(problem_words(problem))

    def composing(self) -> bool:
        """Whether a conversion is open."""
        return bool(self.confirmer.composition.text or self.day.composition.text)

    def commit(self) -> None:
        """Hand open text over."""
        for each in (self.confirmer, self.day):
            each.composition.commit()

    def _said(self) -> None:
        self._show_day()
        typed = self.day.line.text()
        self.edited.emit(self.confirmer.line.text(), "" if typed == long_date(self._today) else typed)

    def _show_day(self) -> None:
        """What a short form means, in full."""
        try:
            words = long_date(self.confirmed_on())
        except Problem:
            words = ""
        self.day.beside.setText("" if words == self.day.line.text() else words)
