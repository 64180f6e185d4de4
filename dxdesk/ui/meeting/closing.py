"""会議を閉じる: what to look at before, each with [直す]; nothing of it stops anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.meetings import quorum
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.rows import PEOPLE_KEY, item_name, unfinished
from dxdesk.ui.theme import set_look
from dxdesk.wording_meeting_screen import CLOSING_SAFE, NO_OWNER, NO_RESULT, NOT_RECORDED, not_held_yet, quorum_words


@dataclass(frozen=True)
class Check:
    """Something to look at: what, about which item, and the part in which it is set right."""

    words: str
    name: str
    part: str


def checks(source: MeetingSource, today: date) -> tuple[Check, ...]:
    """A day still to come, 宿題 without 担当, 協議 without a result, what is unfinished, and no quorum."""
    record = source.record
    ids = {each.number: each.id for each in record.items}
    early = source.meeting.day > today
    found = [Check(not_held_yet(source.meeting.day), "", PEOPLE_KEY)] if early else []
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
    found += [
        Check(NOT_RECORDED, item_name(source, each), each.id) for each in record.items if unfinished(source, each.id)
    ]
    stands = quorum(record.attendance, source.settings)
    if stands.members and not stands.met:
        found.append(Check(quorum_words(stands, source.settings.quorum), "", PEOPLE_KEY))
    return tuple(found)


class ClosingPanel(QScrollArea):
    """The check list."""

    part_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("閉じる前に確かめること"))
        self.setStyleSheet("QScrollArea, QWidget#closing { background: white; }")

    def show_checks(self, found: tuple[Check, ...]) -> None:
        """Show what there is to look at."""
        content = QWidget()
        content.setObjectName("closing")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(8)
        column.addWidget(plain_label(self.tr("閉じる前に確かめること　{count}件").format(count=len(found)), "title"))
        column.addWidget(PhraseLabel(CLOSING_SAFE, "small"))
        for each in found:
            column.addWidget(self._card(each))
        column.addStretch(1)
        self.setWidget(content)

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
