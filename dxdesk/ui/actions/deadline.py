"""The day of a 宿題, and giving it another one for a reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.action_items import days_over
from dxdesk.domain.calendar import parse_date, short_date, table_date
from dxdesk.domain.errors import Problem
from dxdesk.ui.actions.details import Details
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import colour, desktop_font, set_look
from dxdesk.wording.actions import (
    DEADLINE,
    GO_BACK,
    NEXT_MEETING,
    POSTPONE,
    POSTPONE_EXAMPLE,
    POSTPONE_GO,
    POSTPONE_TO,
    POSTPONE_WHY,
    REASON_EXAMPLE,
    left_words,
    over_words,
)
from dxdesk.wording.sentences import problem_words


class OverdueDisc(QWidget):
    """! in a disc of ink: over its day. It is no status, so it has no colour."""

    def sizeHint(self) -> QSize:
        side = round(20 * text_scale(self))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 1
        box = QRectF(QPointF(0.5, (self.height() - side) / 2), QPointF(0.5 + side, (self.height() + side) / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ink"))
        painter.drawEllipse(box)
        painter.setFont(desktop_font("small", text_scale(self), bold=True))
        painter.setPen(colour("white"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
        painter.end()


class DeadlineCard(QFrame):
    """The day in words; [延ばす] opens the fields for another one."""

    postponed = Signal(object, str)
    """The day (None: 次回会議) and the reason."""

    def __init__(self, shown: Details, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card")
        action, self._today = shown.listed.action, shown.today
        over = days_over(action, shown.today)
        day = _day_words(action.due, shown.today)
        head = QHBoxLayout()
        head.setSpacing(10)
        if over:
            disc = OverdueDisc()
            disc.setFixedSize(disc.sizeHint())
            head.addWidget(disc)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(plain_label(f"{DEADLINE} {day}", "strong"))
        left = (action.due - shown.today).days if action.due else -1
        if over:
            words.addWidget(plain_label(over_words(over) + self.tr("ています"), "note"))
        elif left >= 0 and action.state != "done":
            words.addWidget(plain_label(left_words(left), "small"))
        head.addLayout(words, 1)
        self.open_button = QPushButton(POSTPONE)
        set_look(self.open_button, "link")
        if not shown.may_postpone:
            self.open_button.hide()
        self.open_button.clicked.connect(lambda: self.open_fields(True))
        head.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addLayout(head)
        self._fields = QWidget()
        self._fill_fields()
        column.addWidget(self._fields)
        self._fields.hide()

    def _fill_fields(self) -> None:
        self.day = QLineEdit(placeholderText=POSTPONE_EXAMPLE)
        self.day.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.reason = QLineEdit(placeholderText=REASON_EXAMPLE)
        self.compositions = tuple(Composition(line) for line in (self.day, self.reason))
        self.message = Message()
        self.go, back = QPushButton(POSTPONE_GO), QPushButton(GO_BACK)
        for button in (self.go, back):
            set_look(button, "plain")
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 4, 4, 0)
        column.setSpacing(3)
        for name, line in ((POSTPONE_TO, self.day), (POSTPONE_WHY, self.reason)):
            label = plain_label(name, "small")
            label.setBuddy(line)
            line.setAccessibleName(name)
            line.textChanged.connect(lambda _text: self.message.clear())
            column.addWidget(label)
            column.addWidget(line)
        column.addWidget(self.message)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addWidget(self.go)
        row.addStretch(1)
        column.addLayout(row)
        self.go.clicked.connect(self._go)
        back.clicked.connect(lambda: self.open_fields(False))

    def open_fields(self, opened: bool) -> None:
        """Open or close the fields for another day."""
        self._fields.setVisible(opened)
        self.open_button.setVisible(not opened)
        (self.day if opened else self.open_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def opened(self) -> bool:
        """Whether somebody is giving it another day."""
        return not self._fields.isHidden()

    def say_problem(self, problem: Problem) -> None:
        """Say under the fields what to do about it, and go there."""
        self.message.say(problem_words(problem))
        (self.day if problem.place == "due" else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        for each in self.compositions:
            each.commit()
        typed = self.day.text().strip()
        try:
            due = parse_date(typed, "due", today=self._today) if typed and typed != NEXT_MEETING else None
        except Problem as problem:
            self.say_problem(problem)
            return
        self.postponed.emit(due, self.reason.text())


def _day_words(due: date | None, today: date) -> str:
    if due is None:
        return NEXT_MEETING
    return short_date(due) if due.year == today.year else f"{table_date(due)}{short_date(due)[-3:]}"
