"""The fields of each kind of record: what belongs to a 決定, a 宿題, a 発言, a 席上修正 besides its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dxdesk.domain.meetings import RESULTS, AgendaItem, Attendance, Result
from dxdesk.domain.statuses import CHOSEN
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label
from dxdesk.ui.meeting.choices import DayField, KindChoice, OwnerChoice, WordChoice
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.wording.meeting import REMARK_KINDS, RESULT_WORDS, MeetingPhrases, phrases_for, result_word
from dxdesk.wording.meeting_screen import (
    PRIVATE_NOTE,
    opinion_note,
    present_words,
    printed_words,
)
from dxdesk.wording.sentences import FIELDS

Values = Mapping[str, Any]

CORRECTABLE: Final = ("status", "stage", "results", "issues", "next", "ask")
"""What is corrected in the room."""

NEAR_RESULTS: Final[tuple[Result, ...]] = ("approved", "amended", "continued", "revise", "dropped", "noted")
"""Results with a button of their own."""

SECRETARIAT: Final = "事務局"


class RecordFields(QWidget):
    """Fields of one kind. ``values`` are plain, so that they can be kept as a draft."""

    edited = Signal()

    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {}

    def show_values(self, values: Values) -> None:
        """Load fields; nothing is emitted. Missing ones become empty."""

    def show_source(self, source: MeetingSource, item: AgendaItem) -> None:
        """Offer what this meeting and this item have."""

    def commit(self) -> None:
        """Hand open conversions over."""

    @property
    def note(self) -> str:
        """What comes of the choice, in words; empty for nothing to say."""
        return ""

    @property
    def composing(self) -> bool:
        """Whether a conversion is open."""
        return False


class DecisionFields(RecordFields):
    """The result, of which kind the decision is where the plan has kinds, and whether it goes to 庁議 where no other
    body stands above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        near: dict[str, str] = {key: RESULT_WORDS[key] for key in NEAR_RESULTS}
        rare: dict[str, str] = {key: RESULT_WORDS[key] for key in RESULTS if key not in near}
        self.result = WordChoice(self.tr("結論"), near, 4, rare)
        self._phrases = MeetingPhrases()
        self.result.chosen.connect(lambda _key: self.edited.emit())
        self.more = KindChoice()
        self.more.chosen.connect(self.edited)
        self.result.add_beside(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.result)

    def values(self) -> dict[str, Any]:
        kind, council = self.more.value()
        return {"result": self.result.value(), "kind": kind, "council": council}

    def show_values(self, values: Values) -> None:
        self.result.show_value(str(values.get("result", "")))
        self.more.show_value(str(values.get("kind", "")), council=bool(values.get("council", False)))

    def show_source(self, source: MeetingSource, item: AgendaItem) -> None:
        self._phrases = phrases_for(source.settings, source.meeting.body_name, source.above)
        self.result.show_rare_word("referred", result_word("referred", source.above))
        self.more.offer(source.kinds, council=source.above is None)

    @property
    def note(self) -> str:
        chosen = self.result.value()
        return printed_words(self._phrases.result(cast("Result", chosen))) if chosen else ""


class OpinionFields(RecordFields):
    """付帯意見 has no more than its text; where it goes is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = ""

    def show_source(self, source: MeetingSource, item: AgendaItem) -> None:
        self._above = source.above or ""

    @property
    def note(self) -> str:
        return opinion_note(self._above)


class ActionFields(RecordFields):
    """Who, until when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.owners, self.due = OwnerChoice(), DayField()
        self.owners.edited.connect(self.edited)
        self.due.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.owners)
        column.addWidget(self.due)

    def values(self) -> dict[str, Any]:
        return {"departments": list(self.owners.value()), "due": self.due.line.text()}

    def show_values(self, values: Values) -> None:
        self.owners.show_value(tuple(values.get("departments", ())))
        self.due.blockSignals(True)
        self.due.line.setText(str(values.get("due", "")))
        self.due.blockSignals(False)

    def show_source(self, source: MeetingSource, item: AgendaItem) -> None:
        self.owners.show_departments(source.departments)
        self.due.show_chips(source.meeting.day)


class SpeakerBox(QComboBox):
    """Who speaks, from the attendance; any other name can be typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        self.composition = Composition(self)  # the input method talks to the box, never to its line
        completer = self.completer()
        if completer is not None:
            completer.setCompletionMode(completer.CompletionMode.InlineCompletion)

    def show_people(self, people: tuple[Attendance, ...]) -> None:
        """Offer who is there; the secretariat always is."""
        names = [each.name for each in people if each.presence != "absent"] + [SECRETARIAT]
        if names == [self.itemText(place) for place in range(self.count())]:
            return
        typed = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItems(names)
        self.setEditText(typed)
        self.blockSignals(False)

    def show_name(self, name: str) -> None:
        """Show a name; nothing is emitted."""
        self.blockSignals(True)
        self.setEditText(name)
        self.blockSignals(False)


def _labelled(row: QHBoxLayout, words: str, field: QWidget, stretch: int = 1) -> QLabel:
    label = plain_label(words, "small")
    label.setBuddy(field)
    row.addWidget(label)
    row.addWidget(field, stretch)
    return label


class RemarkFields(RecordFields):
    """Who said it, what it was, and whether it is public."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speaker = SpeakerBox(self.tr("発言した方"))
        self.kind = WordChoice(self.tr("種類"), REMARK_KINDS, 5)
        self.private = QCheckBox(self.tr("非公開にする"))
        self._note = plain_label(PRIVATE_NOTE, "small")
        self.speaker.editTextChanged.connect(lambda _text: self.edited.emit())
        self.kind.chosen.connect(lambda _key: self.edited.emit())
        self.private.toggled.connect(self._note.setVisible)
        self.private.toggled.connect(lambda _on: self.edited.emit())
        who, below = QHBoxLayout(), QHBoxLayout()
        _labelled(who, self.tr("発言した方"), self.speaker)
        below.addWidget(self.private)
        below.addWidget(self._note)
        below.addStretch(1)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(who)
        column.addWidget(self.kind)
        column.addLayout(below)

    def values(self) -> dict[str, Any]:
        return {
            "speaker": self.speaker.currentText(),
            "kind": self.kind.value() or "opinion",
            "private": self.private.isChecked(),
        }

    def show_values(self, values: Values) -> None:
        self.speaker.show_name(str(values.get("speaker", "")))
        self.kind.show_value(str(values.get("kind", "opinion")))
        self.private.blockSignals(True)
        self.private.setChecked(bool(values.get("private", False)))
        self.private.blockSignals(False)
        self._note.setVisible(self.private.isChecked())

    def show_source(self, source: MeetingSource, item: AgendaItem) -> None:
        self.speaker.show_people(source.record.attendance)

    def commit(self) -> None:
        self.speaker.composition.commit()

    @property
    def composing(self) -> bool:
        return bool(self.speaker.composition.text)


class CorrectionFields(RecordFields):
    """Which field, its new value where it is a choice, and who asked for it. A text stands in the form's own field."""

    field_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.choice = QComboBox(), QComboBox()
        self.asked_by = SpeakerBox(self.tr("だれの求めで"))
        self.field.setAccessibleName(self.tr("直す欄"))
        self.choice.setAccessibleName(self.tr("直したあと"))
        for key in CORRECTABLE:
            self.field.addItem(FIELDS[key], key)
        self._source: MeetingSource | None = None
        self._unit = ""
        first, second = QHBoxLayout(), QHBoxLayout()
        _labelled(first, self.tr("直す欄"), self.field)
        first.addWidget(self.choice, 1)
        _labelled(second, self.tr("だれの求めで"), self.asked_by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        self.field.currentIndexChanged.connect(lambda _place: self._field_changed())
        self.choice.currentIndexChanged.connect(lambda _place: self.edited.emit())
        self.asked_by.editTextChanged.connect(lambda _text: self.edited.emit())

    @property
    def is_text(self) -> bool:
        """Whether the field that is corrected is a text."""
        return self.field.currentData() not in ("status", "stage")

    def _field_changed(self) -> None:
        self._offer()
        self.field_changed.emit()
        self.edited.emit()

    def _offer(self) -> None:
        self.choice.blockSignals(True)
        self.choice.clear()
        if self._source is not None:
            settings, matter = self._source.settings, self._source.matters.get(self._unit)
            if self.field.currentData() == "status":
                offered: list[tuple[str, str]] = [(settings.status_word(key), key) for key in CHOSEN]
                present: str | None = matter.card.status if matter else None
            else:
                offered = [(each.word, each.key) for each in settings.stages]
                present = matter.card.stage if matter else None
            known = {key: word for word, key in offered}
            self.choice.setPlaceholderText(present_words(known[present]) if present in known else "")
            for word, key in offered:
                self.choice.addItem(word, key)
        self.choice.setCurrentIndex(-1)
        self.choice.setVisible(not self.is_text)
        self.choice.blockSignals(False)

    def values(self) -> dict[str, Any]:
        found = {"field": self.field.currentData(), "asked_by": self.asked_by.currentText()}
        return found if self.is_text else {**found, "value": self.choice.currentData() or ""}

    def show_values(self, values: Values) -> None:
        self.blockSignals(True)
        self.field.setCurrentIndex(max(0, self.field.findData(values.get("field", "status"))))
        self._offer()
        self.choice.setCurrentIndex(self.choice.findData(values.get("value", "")) if values.get("value") else -1)
        self.asked_by.show_name(str(values.get("asked_by", "")))
        self.blockSignals(False)

    def show_source(self, source: MeetingSource, item: AgendaItem) -> None:
        self._source, self._unit = source, item.unit or ""
        self.asked_by.show_people(source.record.attendance)
        chosen = self.choice.currentData()
        self._offer()
        self.choice.blockSignals(True)
        self.choice.setCurrentIndex(self.choice.findData(chosen) if chosen else -1)
        self.choice.blockSignals(False)

    def commit(self) -> None:
        self.asked_by.composition.commit()

    @property
    def composing(self) -> bool:
        return bool(self.asked_by.composition.text)
