"""The one text that is made of several: the fields of 記入, empty where nobody decides by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.consolidation import joint
from dxdesk.domain.drafts import with_field
from dxdesk.domain.errors import Problem
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.settings import Settings
from dxdesk.ui.composition import Composition
from dxdesk.ui.consolidate.counts import StatusCounts
from dxdesk.ui.entry.discuss_row import DiscussRow
from dxdesk.ui.entry.indicator_row import Indicators
from dxdesk.ui.entry.next_year_row import UNASKED, NextYear, NextYearRow
from dxdesk.ui.entry.stage_chevrons import StageRow
from dxdesk.ui.entry.status_buttons import StatusRow
from dxdesk.ui.labels import plain_label
from dxdesk.ui.text_area import TextArea
from dxdesk.ui.text_field import Message, TextField
from dxdesk.wording.consolidate import FILL_HINT, SHOWN_HINT, heaviest_is, last_time
from dxdesk.wording.directions import budget_words
from dxdesk.wording.screen import RESULTS_MISSING, STATUS_MISSING
from dxdesk.wording.sentences import problem_words

TEXTS = ("results", "issues", "next")


@dataclass(frozen=True)
class Start:
    """What the form starts from: the unit, the answer so far, that of last time, and what the departments say; what the
    cycle ``asks`` about the next year, and the ``budgets`` that departments ask for."""

    unit: Node
    settings: Settings
    answer: Answer
    previous: Answer | None
    counts: Mapping[str, int]
    heaviest: str
    asks: NextYear = UNASKED
    budgets: tuple[Budget, ...] = ()


class MergedForm(QWidget):
    """It decides nothing and saves nothing. What cannot be stored is said under its field."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: Start | None = None
        self.status, self.status_message = StatusRow(), Message()
        self.status.not_ours.setParent(self)
        self.status.not_ours.hide()  # 該当しない is said by departments, never for the whole
        self.counts = StatusCounts(self.status)
        self._status_hint, self._last = plain_label("", "small"), plain_label("", "small")
        self.stages, self.indicators, self.discuss = StageRow(), Indicators(), DiscussRow()
        self.next_year = NextYearRow(self)
        self.discuss.box.setText(self.tr("会議で協議する"))
        self.texts = {
            "results": TextField(self.tr("今回の実績（必須）"), FILL_HINT, ""),
            "issues": TextField(self.tr("課題"), FILL_HINT, ""),
            "next": TextField(self.tr("次にすること"), FILL_HINT, ""),
        }
        self._lay_out()
        self.status.chosen.connect(self._status_chosen)
        self.stages.chosen.connect(lambda _key: self.edited.emit())
        rows: tuple[TextField | Indicators | NextYearRow | DiscussRow, ...] = (
            *self.texts.values(),
            self.indicators,
            self.next_year,
            self.discuss,
        )
        for row in rows:
            row.edited.connect(self.edited)
            row.left.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(6)
        title = QHBoxLayout()
        title.setSpacing(14)
        title.addWidget(plain_label(self.tr("まとめた文"), "heading"))
        title.addWidget(plain_label(SHOWN_HINT, "small"))
        title.addStretch(1)
        title.addWidget(self._last)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(plain_label(self.tr("今の状況（必須）"), "strong"))
        head.addWidget(self._status_hint)
        head.addStretch(1)
        stage = QHBoxLayout()
        stage.setSpacing(12)
        word = plain_label(self.tr("実施段階"), "strong")
        word.setContentsMargins(0, 8, 0, 0)
        stage.addWidget(word, 0, Qt.AlignmentFlag.AlignTop)
        stage.addWidget(self.stages, 1)
        column.addLayout(title)
        column.addSpacing(3)
        column.addLayout(head)
        for widget in (self.status, self.counts, self.status_message):
            column.addWidget(widget)
        column.addLayout(stage)
        column.addWidget(self.indicators)
        for name in TEXTS:
            column.addWidget(self.texts[name], 1)
        column.addWidget(self.next_year)
        column.addWidget(self.discuss)
        column.addStretch(0)

    @property
    def compositions(self) -> list[Composition]:
        """Every field in which text can be open."""
        found = [each.area.composition for each in self.texts.values()]
        found += [each for row in self.indicators.rows for each in row.compositions]
        return [*found, *self.next_year.compositions, self.discuss.composition]

    def composing(self) -> bool:
        """Whether a conversion is open somewhere."""
        return any(each.text for each in self.compositions)

    def commit(self) -> None:
        """Hand every open text over."""
        for each in self.compositions:
            each.commit()

    def load(self, start: Start) -> None:
        """Show a unit."""
        self._start = start
        answer, last, settings = start.answer, start.previous, start.settings
        word = settings.status_word(start.heaviest) if start.heaviest else ""
        self._status_hint.setText(heaviest_is(word))
        stage = settings.stage_word(last.stage) if last else ""
        self._last.setText(last_time(settings.status_word(last.status), stage) if last and last.status else "")
        self.status_message.clear()
        self.status.show_words(settings.status_words)
        self.status.show_status(answer.status, last.status if last else None)
        self.counts.show_counts(start.counts, start.heaviest)
        self.stages.show_scale(settings.stages)
        self.stages.show_stage(answer.stage, last.stage if last else None)
        before = {each.id: each.value for each in last.indicators if each.value is not None} if last else {}
        known = {each.id: each for each in answer.indicators}
        self.indicators.show_readings(start.unit.indicators, known, before, returned=False)
        for name, field in self.texts.items():
            field.show_text(getattr(answer, name), guide=settings.guide_characters)
        self.next_year.show_values(answer, settings, start.asks)
        self.discuss.show_values(answer.discuss, answer.ask)
        self._order()

    def _order(self) -> None:
        """Tab goes as the eye does, through rows that were made anew too."""
        chain: list[QWidget] = [*self.status.buttons[:-1], *self.stages.buttons]
        for row in self.indicators.rows:
            chain += [row.value, row.reason]
        for name in TEXTS:
            chain += [self.texts[name].area, self.texts[name].message.button]
        for before, after in pairwise([*chain, *self.next_year.fields, self.discuss.box, self.discuss.ask]):
            QWidget.setTabOrder(before, after)

    def answer(self) -> tuple[Answer, QWidget | None]:
        """The answer with everything that stands here now, and the first field that cannot be stored."""
        assert self._start is not None
        refused: list[QWidget] = []
        settings = self._start.settings
        found = replace(self._start.answer, status=self.status.status() or None, stage=self.stages.stage() or None)
        for name, field in self.texts.items():
            try:
                found = with_field(found, name, field.text(), settings)
            except Problem as problem:
                field.say_problem(problem_words(problem))
                refused.append(field.area)
        discuss, ask = self.discuss.values()
        found = replace(found, discuss=discuss, indicators=self.indicators.readings(found.indicators))
        try:
            found = with_field(found, "ask", ask, settings)
        except Problem as problem:
            self.discuss.message.say(problem_words(problem))
            refused.append(self.discuss.ask)
        found, wrong = self.next_year.read(found, settings)
        refused = [row.value for row in self.indicators.rows if row.refused] + refused + wrong
        return found, next(iter(refused), None)

    def typed(self) -> dict[str, str]:
        """The texts as they stand, by field."""
        texts = {name: field.text() for name, field in self.texts.items()}
        return {**texts, "ask": self.discuss.ask.text(), **self.next_year.said()}

    def turn(self, field: str, piece: str) -> None:
        """Put a sentence at the end of a field, or take it out where it stands there. Ctrl+Z takes either back."""
        if field in ("direction", "budget"):
            self._turn_outlook(field, piece)
        elif field == "ask":
            turn_line(self.discuss.ask, piece)
            if self.discuss.ask.text() and not self.discuss.box.isChecked():
                self.discuss.box.setChecked(True)
        else:
            turn_area(self.texts[field].area, piece)
        self.left.emit()

    def _turn_outlook(self, field: str, words: str) -> None:
        """Take what a department says about the next year in place of what stands there, or take it out."""
        there = self.next_year.said().get(field) == words
        if field == "direction":
            self.next_year.choose("" if there else words)
        elif self._start is not None:
            said = (each for each in self._start.budgets if budget_words(each) == words)
            self.next_year.put_budget(None if there else next(said, None))

    def say_missing(self, missing: tuple[str, ...]) -> None:
        """Say under each mandatory field what to do, and put the focus into the first."""
        if "direction" in missing:
            self.next_year.say_missing()
        if "results" in missing:
            self.texts["results"].say_problem(RESULTS_MISSING)
            self.texts["results"].area.setFocus(Qt.FocusReason.OtherFocusReason)
        if "status" in missing:
            self.status_message.say(STATUS_MISSING)
            self.status.focus()

    def _status_chosen(self, _key: str) -> None:
        self.status_message.clear()
        self.next_year.name_it(self.status.status())
        self.edited.emit()


def turn_area(area: TextArea, piece: str) -> None:
    """Put a sentence at the end of an area, or take it out."""
    area.composition.commit()
    text = area.typed()
    cursor = QTextCursor(area.document())
    place = text.find(piece)
    if place < 0:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(joint(text) + piece)
        area.setTextCursor(cursor)
        area.ensureCursorVisible()
        return
    end = place + len(piece)
    if text[:place].endswith("\n") and text[end : end + 1] in ("", "\n"):
        place -= 1  # the line was the sentence's own
    cursor.setPosition(_units(text[:place]))
    cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _units(text: str) -> int:
    """The length of a text as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def turn_line(line: QLineEdit, piece: str) -> None:
    """Put a sentence at the end of a line, or take it out."""
    text = line.text()
    place = text.find(piece)
    if place < 0:
        line.end(False)
        line.insert(piece)
        return
    line.setSelection(_units(text[:place]), _units(piece))
    line.del_()
