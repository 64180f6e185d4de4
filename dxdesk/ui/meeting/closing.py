"""会議を閉じる: what to look at before, each with [直す]; nothing of it stops anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.calendar import long_date
from dxdesk.domain.meetings import Meeting, quorum
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.rows import PEOPLE_KEY, item_name, unfinished
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import TELL_CORRECTION
from dxdesk.wording.meeting_screen import (
    CLOSING_SAFE,
    NEXT_DAY,
    NEXT_DAY_HINT,
    NO_OWNER,
    NO_RESULT,
    NOT_READ_BACK,
    NOT_RECORDED,
    OPINION_ALONE,
    READY_TO_CLOSE,
    goes_on_words,
    not_held_yet,
    nothing_there,
    quorum_words,
)


@dataclass(frozen=True)
class Check:
    """Something to look at: what, about which item, and the part in which it is set right."""

    words: str
    name: str
    part: str


@dataclass(frozen=True)
class Telling:
    """Whom 席上修正 concerns, and where their files will lie, in words."""

    words: str
    place: str


def checks(source: MeetingSource, today: date) -> tuple[Check, ...]:
    """A day still to come, no agenda, nothing recorded, 宿題 without 担当, 協議 without a result, 付帯意見 without a
    decision, decisions that were not read back, what is unfinished, and no quorum."""
    record = source.record
    ids = {each.number: each.id for each in record.items}
    early = source.meeting.day > today
    found = [Check(not_held_yet(source.meeting.day), "", PEOPLE_KEY)] if early else []
    found += [Check(words, "", PEOPLE_KEY) for words in nothing_there(record)]
    found += [
        Check(
            NO_OWNER.format(action_word=source.settings.action_word),
            each.text[:40],
            ids.get(each.item or 0, PEOPLE_KEY),
        )
        for each in record.actions
        if not each.departments
    ]
    found += [
        Check(NO_RESULT, item_name(source, each), each.id) for each in record.items if record.result(each) is None
    ]
    decided = {each.item for each in record.decisions}
    found += [
        Check(OPINION_ALONE, each.text[:40], ids.get(each.item, PEOPLE_KEY))
        for each in record.opinions
        if each.item not in decided
    ]
    found += [
        Check(NOT_READ_BACK, each.text[:40], ids.get(each.item, PEOPLE_KEY))
        for each in record.decisions
        if not each.read_back
    ]
    found += [
        Check(NOT_RECORDED, item_name(source, each), each.id) for each in record.items if unfinished(source, each.id)
    ]
    stands = quorum(record.attendance, source.settings)
    if stands.members and not stands.met:
        found.append(Check(quorum_words(stands, source.settings.quorum), "", PEOPLE_KEY))
    return tuple(found)


def going_on(source: MeetingSource) -> str:
    """What goes on to the body above, or to 庁議, in words."""
    record = source.record
    numbers = {each.item for each in record.decisions if (each.result == "referred" if source.above else each.council)}
    names = [item_name(source, each) for each in record.items if each.number in numbers]
    return goes_on_words(source.above, names)


def _going_on_card(words: str) -> QFrame:
    card = QFrame()
    set_look(card, "card")
    row = QHBoxLayout(card)
    row.setContentsMargins(14, 8, 14, 8)
    row.addWidget(PhraseLabel(words, "strong"))
    return card


class ClosingPanel(QScrollArea):
    """The check list, and when the body meets next: ``next_day`` is the field, which closing reads."""

    part_requested = Signal(str)
    tell_requested = Signal()
    """Have the departments told of 席上修正."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("閉じる前に確かめること"))
        self.setStyleSheet("QScrollArea, QWidget#closing { background: white; }")

        self.next_day, self.message = QLineEdit(), Message()
        self._meeting = ""

    def show_checks(
        self,
        found: tuple[Check, ...],
        meeting: Meeting,
        proposed: date,
        tell: Telling | None = None,
        goes_on: str = "",
    ) -> None:
        """Show what there is to look at, who has to be ``tell`` told of 席上修正 (None: nobody), what ``goes_on`` to
        another body, and the next day that is noted or could be; what is typed there stays."""
        noted = long_date(meeting.next_day) if meeting.next_day else ""
        typed = self.next_day.text() if self._meeting == meeting.id else noted
        self._meeting = meeting.id
        content = QWidget()
        content.setObjectName("closing")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(8)
        title = self.tr("閉じる前に確かめること　{count}件").format(count=len(found)) if found else READY_TO_CLOSE
        column.addWidget(plain_label(title, "title"))
        if found:
            column.addWidget(PhraseLabel(CLOSING_SAFE, "small"))
        for each in found:
            column.addWidget(self._card(each))
        if tell is not None:
            column.addWidget(self._corrections(tell))
        if goes_on:
            column.addWidget(_going_on_card(goes_on))
        column.addWidget(self._next_meeting(typed, long_date(proposed)))
        column.addStretch(1)
        self.setWidget(content)

    def _corrections(self, tell: Telling) -> QFrame:
        card = QFrame()
        set_look(card, "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(14)
        said = QVBoxLayout()
        said.addWidget(PhraseLabel(tell.words, "strong"))
        said.addWidget(PhraseLabel(tell.place, "small"))
        row.addLayout(said, 1)
        button = QPushButton(TELL_CORRECTION)
        button.clicked.connect(self.tell_requested)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _next_meeting(self, typed: str, proposed: str) -> QFrame:
        card = QFrame()
        set_look(card, "card")
        label = plain_label(NEXT_DAY, "strong")
        self.next_day, self.message = QLineEdit(typed), Message()
        self.next_day.setAccessibleName(NEXT_DAY)
        self.next_day.textChanged.connect(lambda _text: self.message.clear())
        label.setBuddy(self.next_day)
        propose = QPushButton(self.tr("{day}にする").format(day=proposed))
        propose.clicked.connect(lambda: self.next_day.setText(proposed))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(label)
        row.addWidget(self.next_day, 2)
        row.addWidget(propose)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 8, 14, 8)
        column.addLayout(row)
        column.addWidget(PhraseLabel(NEXT_DAY_HINT, "small"))
        column.addWidget(self.message)
        return card

    def _card(self, check: Check) -> QFrame:
        card = QFrame()
        set_look(card, "message")
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(14)
        said = QVBoxLayout()
        said.addWidget(plain_label(check.words, "asked"))
        if check.name:
            said.addWidget(PhraseLabel(check.name))
        row.addLayout(said, 1)
        button = QPushButton(self.tr("直す"))
        button.setAccessibleName(self.tr("{words}を直す：{name}").format(words=check.words, name=check.name))
        button.clicked.connect(lambda _on=False, part=check.part: self.part_requested.emit(part))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return card
