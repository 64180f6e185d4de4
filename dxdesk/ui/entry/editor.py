"""The form of one item: everything that can be said about it, loaded whole and read back as an answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.drafts import with_field
from dxdesk.domain.errors import Problem
from dxdesk.domain.replies import Answer
from dxdesk.ui.composition import Composition
from dxdesk.ui.entry.dates import date_chips
from dxdesk.ui.entry.discuss_row import DiscussRow
from dxdesk.ui.entry.form import Form
from dxdesk.ui.entry.indicator_row import Indicators
from dxdesk.ui.entry.next_year_row import NextYearRow, asks_of
from dxdesk.ui.entry.stage_chevrons import StageRow
from dxdesk.ui.entry.status_buttons import StatusRow
from dxdesk.ui.labels import plain_label
from dxdesk.ui.one_line import OneLine
from dxdesk.ui.text_field import Message, TextField, show_look
from dxdesk.ui.theme import set_look
from dxdesk.wording.entry import RESULTS, RESULTS_ASKED
from dxdesk.wording.screen import LATER_QUESTIONS, NOTHING_MOVED, RESULTS_MISSING, STATUS_MISSING, STATUS_QUESTIONS
from dxdesk.wording.sentences import problem_words

TEXTS = ("results", "issues", "next")
NEXT_YEAR = "next_year"


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    set_look(button, "link")
    return button


class Editor(QWidget):
    """Status, stage, indicators, three texts, the next year, and whether to discuss. It decides and saves nothing.

    ``load`` fills it; ``answer`` is the loaded answer with what has been typed since. What cannot be stored (a number
    that is none, a refused character) is said under its field and stays as it was.
    """

    edited = Signal()
    """A person changed something; for a text when it was handed over by the input method."""

    left = Signal()
    """A field was left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: Form | None = None
        self.status = StatusRow(self)
        self.status_message = Message(self)
        self._status_hint = OneLine("", "small")
        self.same = _link(self.tr("前回と同じにする"))
        self.stages = StageRow(self)
        self._stage_hint = OneLine("", "asked")
        self.indicators = Indicators(self)
        self.texts = {
            "results": TextField(
                RESULTS_ASKED,
                self.tr("できたことを事実で"),
                self.tr("例）休日開庁を6回実施し、延べ214件を交付しました。"),
                self,
            ),
            "issues": TextField(
                self.tr("課題"),
                self.tr("困っていること・決めてほしいこと（任意）"),
                self.tr("例）窓口が混み合っています。"),
                self,
            ),
            "next": TextField(
                self.tr("次にすること"),
                self.tr("いつまでに・だれが（任意）"),
                self.tr("例）町民課が3月末に始めます。"),
                self,
            ),
        }
        self.next_year = NextYearRow(self)
        self.discuss = DiscussRow(self)
        self._used = ""
        self._later = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._chips = QHBoxLayout()
        self._date_chips: list[QPushButton] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(12)
        label = plain_label(self.tr("今の状況（必須）"), "strong")
        head.addWidget(label)
        head.addWidget(self._status_hint, 1)
        head.addWidget(self.status.not_ours)
        head.addWidget(self.same)
        column.addLayout(head)
        column.addWidget(self.status)
        column.addWidget(self.status_message)
        stage = QHBoxLayout()
        stage.setSpacing(12)
        word = plain_label(self.tr("実施段階"), "strong")
        stage.addWidget(word, 0, Qt.AlignmentFlag.AlignTop)
        stage.addWidget(self.stages, 1)
        stage.addWidget(self._stage_hint)
        word.setContentsMargins(0, 8, 0, 0)
        steps = QVBoxLayout()
        steps.setSpacing(0)
        steps.addLayout(stage)
        steps.addWidget(self.indicators)
        column.addLayout(steps)
        column.addWidget(self.texts["results"], 2)
        self._later.setSpacing(6)
        for name in ("issues", "next"):
            self._later.addWidget(self.texts[name], 1)
        column.addLayout(self._later, 4)
        self._chips.setSpacing(0)
        ahead = self.texts["next"].head
        ahead.insertLayout(ahead.count() - 1, self._chips)
        column.addWidget(self.next_year)
        column.addWidget(self.discuss)
        self.discuss.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addStretch(0)

    def _connect(self) -> None:
        self.status.chosen.connect(self._status_chosen)
        self.stages.chosen.connect(lambda _key: self.edited.emit())
        self.same.clicked.connect(self.same_as_last)
        for name, field in self.texts.items():
            for used in (field.edited, field.area.left_by_mouse):
                used.connect(partial(setattr, self, "_used", name))
            field.edited.connect(self.edited)
            field.left.connect(self.left)
        self.next_year.edited.connect(partial(setattr, self, "_used", NEXT_YEAR))
        for row in (self.indicators, self.next_year, self.discuss):
            row.edited.connect(self.edited)
            row.left.connect(self.left)

    @property
    def form(self) -> Form | None:
        """The form that is loaded."""
        return self._form

    @property
    def compositions(self) -> list[Composition]:
        """Every field in which text can be open."""
        found = [field.area.composition for field in self.texts.values()]
        found += [each for row in self.indicators.rows for each in row.compositions]
        return [*found, *self.next_year.compositions, self.discuss.composition]

    def composing(self) -> bool:
        """Whether a conversion is open somewhere."""
        return any(each.text for each in self.compositions)

    def commit(self) -> None:
        """Hand every open text over."""
        for each in self.compositions:
            each.commit()

    def load(self, form: Form) -> None:
        """Show an item. What the secretariat returned is framed, with its question beside the label."""
        self._form = form
        answer, last, settings = form.answer, form.previous, form.settings
        asked = form.returned
        question = dict.fromkeys(asked.fields, asked.question or "") if asked else {}
        self._status_hint.show_text(question.get("status") or STATUS_QUESTIONS[form.question])
        show_look(self._status_hint, "asked" if "status" in question else "small")
        self._stage_hint.show_text(question.get("stage", ""))
        self._stage_hint.setVisible("stage" in question)
        self.status_message.clear()
        self.status.show_words(settings.status_words)
        self.status.show_status(answer.status, last.status if last else None)
        _name_results(self)
        self.same.setVisible(bool(last and last.status))
        self.stages.show_scale(settings.stages)
        self.stages.show_stage(answer.stage, last.stage if last else None)
        series = {identity: values[-1][1] for identity, values in form.series.items() if values}
        known = {each.id: each for each in answer.indicators}
        self.indicators.show_readings(form.unit.indicators, known, series, returned="indicators" in question)
        for name, field in self.texts.items():
            later = LATER_QUESTIONS.get(form.question, "") if name == "next" else ""
            asked_here = question.get(name, "")
            field.show_text(getattr(answer, name), guide=settings.guide_characters, question=asked_here, hint=later)
        self.next_year.show_values(answer, settings, asks_of(form.cycle), question)
        self._make_room()
        self.discuss.show_values(answer.discuss, answer.ask, returned="ask" in question)
        self._date_chips = date_chips(self._chips, form.today, self.texts["next"].area)
        self._used = next((name for name in TEXTS if name in question), "")
        self._order()

    def _make_room(self) -> None:
        """課題 and 次にすること stand beside each other where indicators take more than a line, or the next year takes
        one: nothing scrolls."""
        beside = self.indicators.lines > 1 or not self.next_year.isHidden()
        direction = QBoxLayout.Direction
        self._later.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._later.setSpacing(16 if beside else 6)
        for name in ("issues", "next"):
            self.texts[name].make_narrow(beside)

    def _order(self) -> None:
        """Tab goes as the eye does, through rows that were made anew too."""
        chain: list[QWidget] = [*self.status.buttons, self.same, *self.stages.buttons]
        for row in self.indicators.rows:
            chain += [row.value, row.reason]
        for name in TEXTS:
            chain += [self.texts[name].area, self.texts[name].message.button]
        chain += self._date_chips
        chain += self.next_year.fields
        chain += [self.discuss.box, self.discuss.ask]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def answer(self) -> tuple[Answer, QWidget | None]:
        """The loaded answer with everything that is in the form now, and the first field that cannot be stored."""
        assert self._form is not None
        refused: list[QWidget] = []
        found, settings = self._form.answer, self._form.settings
        found = replace(found, status=self.status.status() or None, stage=self.stages.stage() or None)
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

    def same_as_last(self) -> None:
        """Status, stage and 次年度の方向性 as last time; never a text."""
        last = self._form.previous if self._form else None
        if last is None or not last.status:
            return
        self.status.choose(last.status)
        if last.stage:
            self.stages.choose(last.stage)
        self.next_year.same_as_last(last)

    def quote(self) -> None:
        """Put what was written last time into the text that was last in use, below what stands there; else into the
        first empty one that said something. It stands there once. Tab only passes through a text: it is not in use."""
        last = self._form.previous if self._form else None
        if self._used == NEXT_YEAR and self.next_year.quote(last):
            return
        said = [name for name in TEXTS if getattr(last, name, None)]
        empty = [name for name in said if not self.texts[name].text()]
        name = self._used if self._used in said else next(iter([*empty, *said]), "")
        if name:
            if getattr(last, name) not in self.texts[name].text():
                self.texts[name].area.append_text(getattr(last, name))
            self.texts[name].area.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.next_year.quote(last)

    def say_missing(self, missing: tuple[str, ...]) -> None:
        """Say under each mandatory field what to do, and put the focus into the first."""
        if "direction" in missing:
            self.next_year.say_missing()
        if "results" in missing:
            results = self.texts["results"]
            results.say_problem(RESULTS_MISSING, self.tr("「動きなし」と書く"), self._write_no_news)
            results.area.setFocus(Qt.FocusReason.OtherFocusReason)
        if "status" in missing:
            self.status_message.say(STATUS_MISSING)
            self.status.focus()

    def _write_no_news(self) -> None:
        area = self.texts["results"].area
        area.append_text(NOTHING_MOVED)
        area.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes with its message

    def start(self) -> QWidget:
        """Put the focus where writing begins: into the first field that was returned, else on the status."""
        asked = self._form.returned.fields if self._form and self._form.returned else ()
        name = next((each for each in TEXTS if each in asked), None)
        if name is None and "status" not in asked and {"direction", "budget"} & set(asked):
            return self.next_year.start(asked)
        if name is None or "status" in asked:
            return self.status.focus()
        self.texts[name].area.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.texts[name].area

    def _status_chosen(self, _key: str) -> None:
        self.status_message.clear()
        _name_results(self)
        self.next_year.name_it(self.status.status())
        self.edited.emit()


def _name_results(editor: Editor) -> None:
    """Who says that a unit is none of its own need not say what was done."""
    editor.texts["results"].name_it(RESULTS if editor.status.status() == "na" else RESULTS_ASKED)
