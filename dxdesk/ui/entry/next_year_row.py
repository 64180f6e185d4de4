"""次年度: 方向性, 予算要求 and 財源 in one row; where they have no room beside each other, in two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.drafts import SOURCE, with_field
from dxdesk.domain.errors import Problem
from dxdesk.domain.next_year import (
    AMOUNT_OPEN,
    LEFT_TO_MEETING,
    NO_DIRECTION,
    NOT_REQUESTED,
    asks_next_year,
    budget_typed,
    needs_direction,
    with_budget,
    with_source,
)
from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.settings import Settings
from dxdesk.domain.text import fold
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.one_line import OneLine
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.directions import budget_words
from dxdesk.wording.entry import (
    BUDGET,
    BUDGET_EXAMPLE,
    BUDGET_NAME,
    CHOOSE_DIRECTION,
    DECIDED_AT_MEETING,
    DIRECTION,
    DIRECTION_ASKED,
    NO_DIRECTION_OF_IT,
    NO_DIRECTION_YET,
    SOURCE_EXAMPLE,
    SOURCE_NAME,
    THOUSAND_YEN,
)
from dxdesk.wording.screen import DIRECTION_MISSING
from dxdesk.wording.sentences import problem_words

_DIRECTION_WIDTH, _BUDGET_WIDTH = 158, 124
_GAP = 14


@dataclass(frozen=True)
class NextYear:
    """What a cycle asks about the next fiscal year: anything (``asked``), and whether 方向性 is ``needed``."""

    asked: bool = False
    needed: bool = False


UNASKED: Final = NextYear()


def asks_of(cycle: Cycle) -> NextYear:
    """What a cycle asks."""
    return NextYear(asks_next_year(cycle), needs_direction(cycle))


class _Choice(QComboBox):
    """A list that the wheel passes by: it is there to go down the form."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._width = width

    def fit(self) -> None:
        """As wide as it is drawn for, in letters of this size."""
        self.setFixedWidth(round(self._width * text_scale(self)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NextYearRow(QWidget):
    """方向性 is chosen from the town's words; the budget is an amount in 千円, 要求しない or 額は未定."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = UNASKED
        self.direction, self.budget = _Choice(_DIRECTION_WIDTH), _Choice(_BUDGET_WIDTH)
        self.budget.setEditable(True)
        self.budget.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.budget.setCompleter(None)  # type: ignore[arg-type]
        self.budget.addItems(["", NOT_REQUESTED, AMOUNT_OPEN])
        self.source = QLineEdit(placeholderText=SOURCE_EXAMPLE)
        typed = self.budget.lineEdit()
        assert typed is not None
        typed.setPlaceholderText(BUDGET_EXAMPLE)
        self.amount = typed
        self.compositions = (Composition(self.amount), Composition(self.source))
        self._name, self._unit = plain_label(DIRECTION, "strong"), plain_label(THOUSAND_YEN)
        self._source_name = plain_label(SOURCE_NAME)
        self._question = OneLine("", "asked")
        self.message = Message(self)
        self._lay_out()
        self.direction.activated.connect(self._chosen)
        self.budget.activated.connect(lambda _at: self.left.emit())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.budget.editTextChanged.connect(self._typed)
        self.source.textChanged.connect(self._typed)
        for line in (self.amount, self.source):
            line.editingFinished.connect(self.left)
        self.hide()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        budget = plain_label(BUDGET, "strong")
        for label, field, name in (
            (self._name, self.direction, DIRECTION),
            (budget, self.budget, BUDGET_NAME),
            (self._source_name, self.source, SOURCE_NAME),
        ):
            label.setBuddy(field)
            field.setAccessibleName(name)
        self.amount.setAccessibleName(BUDGET_NAME)
        for row, widgets in (
            (first, (self._name, self.direction)),
            (second, (budget, self.budget, self._unit, self._source_name, self.source)),
        ):
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget, 1 if widget is self.source else 0)
        first.addWidget(self._question, 1)
        first.addStretch(0)
        second.addStretch(0)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(_GAP)
        self._both.addLayout(first)
        self._both.addLayout(second, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._both)
        column.addWidget(self.message)

    def show_values(
        self, answer: Answer, settings: Settings, asks: NextYear, questions: Mapping[str, str] | None = None
    ) -> None:
        """Load what is said; ``questions`` are what the secretariat asks about a field. Where the cycle asks nothing
        about the next year nothing is shown, and what there is stays."""
        self._asks = asks
        returned = {field: words for field, words in (questions or {}).items() if field in ("direction", "budget")}
        self.blockSignals(True)
        self._offer(settings.directions, answer.direction)
        self.budget.setEditText(budget_typed(answer.budget))
        self.source.setText((answer.budget.source if answer.budget else None) or "")
        self.source.setCursorPosition(0)
        self.blockSignals(False)
        self._question.show_text("　".join(dict.fromkeys(returned.values())))
        self._question.setVisible(bool(returned))
        for field, name in ((self.direction, "direction"), (self.budget, "budget"), (self.source, "budget")):
            field.setProperty("state", "returned" if name in returned else "")
            set_look(field, "")
            field.setAccessibleDescription(returned.get(name, ""))
        self.message.clear()
        self.name_it(answer.status)
        for choice in (self.direction, self.budget):
            choice.fit()
        self.setVisible(asks.asked)
        self._show_money()
        self._arrange()

    def _offer(self, words: Sequence[str], said: str | None) -> None:
        """The words to choose from, and the one that was said where the town has another set today."""
        self.direction.clear()
        self.direction.addItem(NO_DIRECTION_YET, "")
        for word in (*words, *([said] if said and said not in words else [])):
            self.direction.addItem(word, word)
        self.choose(said or "")

    def choose(self, word: str) -> None:
        """Choose a word; empty takes the choice back. A word that there is not changes nothing."""
        place = self.direction.findData(word)
        if place >= 0 and place != self.direction.currentIndex():
            self.direction.setCurrentIndex(place)
            self._chosen()

    def name_it(self, status: str | None) -> None:
        """What is finished or none of one's own needs no 方向性, and of what is under review the meeting decides it."""
        needed = self._asks.needed and status not in NO_DIRECTION
        self.direction.setItemText(0, self._none(status))
        self._name.setText(DIRECTION_ASKED if needed else DIRECTION)
        self._name.updateGeometry()
        if not needed and self.message.text == DIRECTION_MISSING:
            self.message.clear()

    def _none(self, status: str | None) -> str:
        """What stands where no word is chosen."""
        if not self._asks.needed:
            return NO_DIRECTION_YET
        if status in LEFT_TO_MEETING:
            return DECIDED_AT_MEETING
        return NO_DIRECTION_OF_IT if status in NO_DIRECTION else CHOOSE_DIRECTION

    def read(self, answer: Answer, settings: Settings) -> tuple[Answer, list[QWidget]]:
        """The answer with what stands here, and the fields that cannot be stored; these stay as they were."""
        if not self._asks.asked:
            return answer, []
        refused: list[QWidget] = []
        values = (
            ("direction", self.direction.currentData(), self.direction),
            ("budget", self.budget.currentText(), self.budget),
            (SOURCE, self.source.text(), self.source),
        )
        for name, value, field in values:
            try:
                answer = with_field(answer, name, value, settings)
            except Problem as problem:
                self.message.say(problem_words(problem))
                refused.append(field)
        return answer, refused

    def said(self) -> Mapping[str, str]:
        """方向性 and 予算 as they read now, by field; empty for what is not said, or is no amount."""
        found = Answer()
        with suppress(Problem):
            found = with_source(with_budget(found, self.budget.currentText()), self.source.text())
        words = (self.direction.currentData() or "", budget_words(found.budget))
        return dict(zip(("direction", "budget"), words, strict=True)) if self._asks.asked else {}

    def put_budget(self, budget: Budget | None) -> None:
        """Show another budget with its source."""
        self.source.setText((budget.source if budget else None) or "")
        self.budget.setEditText(budget_typed(budget))

    def typed(self) -> tuple[tuple[str, str], ...]:
        """Every field with what stands in it, as it is; nothing where nothing is asked."""
        if not self._asks.asked:
            return ()
        said = (self.direction.currentData() or "", self.budget.currentText(), self.source.text())
        return tuple(zip((DIRECTION, BUDGET_NAME, SOURCE_NAME), said, strict=True))

    def say_missing(self) -> None:
        """Say that a 方向性 is to be chosen, and put the focus there."""
        self.message.say(DIRECTION_MISSING)
        self.direction.setFocus()

    def same_as_last(self, last: Answer) -> None:
        """The 方向性 as last time, where the town still has that word."""
        if self._asks.asked and last.direction:
            self.choose(last.direction)

    def quote(self, last: Answer | None) -> bool:
        """What was said last time into every empty field; False where nothing was said, or nothing is asked."""
        budget = last.budget if last else None
        if last is None or not self._asks.asked or not (last.direction or budget):
            return False
        if not self.direction.currentData():
            self.choose(last.direction or "")
        if not self.budget.currentText().strip():
            self.budget.setEditText(budget_typed(budget))
        if not self.source.text().strip() and budget is not None and budget.source:
            self.source.setText(budget.source)
        self.direction.setFocus()
        return True

    def start(self, asked: Sequence[str]) -> QWidget:
        """Put the focus into the first field that was returned."""
        field = self.direction if "direction" in asked else self.budget
        field.setFocus()
        return field

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What can be written in, from the left."""
        return self.direction, self.budget, self.source

    def _chosen(self, _place: int = 0) -> None:
        self.message.clear()
        self.edited.emit()
        self.left.emit()

    def _typed(self, _text: str) -> None:
        self.message.clear()
        self._show_money()
        self.edited.emit()

    def _show_money(self) -> None:
        """Who asks for nothing needs no source: it stays as it is, and is not shown."""
        said = fold(self.budget.currentText())
        self._unit.setVisible(said not in (fold(NOT_REQUESTED), fold(AMOUNT_OPEN)))
        for widget in (self._source_name, self.source):
            widget.setVisible(said != fold(NOT_REQUESTED))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other, or below each other where the last field would be too narrow to read, or where there is a
        question: it stands behind the first."""
        alone = self._question.isHidden()
        parts = (self._both.itemAt(at) for at in range(self._both.count()))
        wide = sum(part.sizeHint().width() for part in parts if part is not None) + _GAP
        way = QBoxLayout.Direction.LeftToRight if self.width() >= wide and alone else QBoxLayout.Direction.TopToBottom
        if way != self._both.direction():
            self._both.setDirection(way)
            self._both.setSpacing(_GAP if way == QBoxLayout.Direction.LeftToRight else 4)
