"""The right side of 記入: やりとり, the 宿題 of last time, the course of the indicators, and the last answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.replies import Answer, Reading
from dxdesk.ui.entry.action_card import ActionCard, Follow
from dxdesk.ui.entry.form import Form
from dxdesk.ui.entry.sparkline import Sparkline
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.terms import TermLabel
from dxdesk.ui.theme import set_look
from dxdesk.ui.words import day_of
from dxdesk.wording.directions import outlook_words
from dxdesk.wording.screen import FIRST_CYCLE, NOTHING_SAID_LAST_TIME, own_status

WIDTH = 300


def card() -> tuple[QFrame, QVBoxLayout]:
    """A white card and its column."""
    frame = QFrame()
    set_look(frame, "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 7, 12, 8)
    column.setSpacing(1)
    return frame, column


class SidePanel(QScrollArea):
    """Everything beside the form that is looked at and not written."""

    quote_requested = Signal()
    term_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.homework: list[ActionCard] = []
        self._sparklines: dict[str, Sparkline] = {}
        self._form: Form | None = None

    def show_form(self, form: Form, follow: Follow) -> None:
        """Show what belongs to an item; ``follow`` stores what is said about its 宿題."""
        self._form, self.homework, self._sparklines = form, [], {}
        body = QFrame()
        set_look(body, "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(15, 6, 15, 8)
        column.setSpacing(5)
        if form.said:
            self._add_said(column, form)
        self._add_actions(column, form, follow if form.may_follow_up else None)
        self._add_indicators(column, form)
        self._add_last(column, form)
        column.addStretch(1)
        self.setWidget(body)
        self.show_readings(form.answer.indicators)

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Let the sparklines end in what is typed now."""
        if self._form is None:
            return
        now: Mapping[str, str | None] = {each.id: each.value for each in readings}
        for indicator in self._form.unit.indicators:
            line = self._sparklines.get(indicator.id)
            value = now.get(indicator.id)
            if line is not None:
                points = list(self._form.series.get(indicator.id, ()))
                points += [(self.tr("今回"), value)] if value is not None else []
                target = indicator.targets[-1].value if indicator.targets else None
                line.show_series(points, target if _is_number(target) else None, indicator.unit or "")

    def show_actions(self, form: Form) -> None:
        """Show the 宿題 as they are on record now, where that is not what the cards say."""
        known = {each.id: each for each in form.actions}
        for card in self.homework:
            fresh = known.get(card.action.id)
            if fresh is not None and fresh != card.action:
                card.show_action(fresh)

    def leave(self) -> bool:
        """Hand open text over and store what was done about the 宿題; False where that was not possible."""
        left = [each.leave() for each in self.homework]
        return all(left)

    def _heading(self, column: QVBoxLayout, text: str, beside: QWidget | None = None) -> QLabel:
        label = plain_label(text, "strong")
        row = QHBoxLayout()
        row.setContentsMargins(0, 3, 0, 0)
        row.addWidget(label)
        row.addStretch(1)
        if beside is not None:
            row.addWidget(beside)
        column.addLayout(row)
        return label

    def _add_said(self, column: QVBoxLayout, form: Form) -> None:
        self._heading(column, self.tr("やりとり"))
        frame, inside = card()
        for each in form.said:
            inside.addWidget(plain_label(f"{day_of(each.moment)}　{each.who}", "small"))
            inside.addWidget(PhraseLabel(each.text, "note"))
        column.addWidget(frame)

    def _add_actions(self, column: QVBoxLayout, form: Form, follow: Follow | None) -> None:
        if not form.actions:
            return
        heading = self.tr("前回の{word}　{count}件").format(word=form.settings.action_word, count=len(form.actions))
        self._heading(column, heading)
        for action in form.actions:
            found = ActionCard(action, follow)
            self.homework.append(found)
            column.addWidget(found)

    def _add_indicators(self, column: QVBoxLayout, form: Form) -> None:
        for indicator in form.unit.indicators:
            if not form.series.get(indicator.id) or not all(_is_number(v) for _, v in form.series[indicator.id]):
                continue
            line = Sparkline()
            self._heading(column, self.tr("指標：{name}").format(name=indicator.name))
            column.addWidget(line)
            self._sparklines[indicator.id] = line

    def _add_last(self, column: QVBoxLayout, form: Form) -> None:
        last = form.previous
        quote = QPushButton(self.tr("引用する"))
        set_look(quote, "link")
        quote.clicked.connect(self.quote_requested)
        words = [text for text in _texts(last) if text[1]] if last else []
        self._heading(column, self.tr("前回の記入"), quote if words and not form.closed else None)
        if not words:
            text = NOTHING_SAID_LAST_TIME if form.previous_name else FIRST_CYCLE
            column.addWidget(PhraseLabel(text, "small"))
            return
        frame, inside = card()
        if form.own_last is not None:
            inside.addWidget(PhraseLabel(own_status(form.settings.status_word(form.own_last)), "small"))
        for head, text in words:
            label = TermLabel(text, "note", terms=form.terms)
            label.term_requested.connect(self.term_requested)
            inside.addWidget(plain_label(head, "small"))
            inside.addWidget(label)
        column.addWidget(frame)


def _texts(answer: Answer) -> tuple[tuple[str, str], ...]:
    said = (("実績", answer.results or ""), ("課題", answer.issues or ""), ("次", answer.next or ""))
    return *said, *outlook_words(answer.outlook)


def _is_number(value: str | None) -> bool:
    try:
        float(value or "")
    except ValueError:
        return False
    return True
