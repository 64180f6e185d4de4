"""決定 and 宿題 of an item, as they were recorded: shown beside the prose, never edited in the minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.calendar import short_date_beside
from dxdesk.domain.meetings import ActionItem, Decision
from dxdesk.domain.minutes_parts import Part
from dxdesk.operations.minutes_editing import MinutesEditing
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.meeting import result_words
from dxdesk.wording.minutes_screen import EDIT_RECORDS, RECORDS_STAY


class RecordRows(QWidget):
    """The records of a part under each other, each with its number."""

    records_requested = Signal()
    action_requested = Signal(str)
    """The id of a 宿題."""

    def __init__(self, source: MinutesEditing, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = {block.source for block in part.of_kind("decision", "action")}
        self._names = {each.id: each.name for each in source.departments}
        self._day = source.record.meeting.day
        self._order = [each.id for each in sorted(source.departments, key=lambda each: (each.order, each.id))]
        word = source.settings.action_word
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for decision in source.record.decisions:
            if decision.id in shown:
                self._add(
                    column, self.tr("決定{n}").format(n=decision.number), decision.text, _about(decision, source.above)
                )
        for action in source.record.actions:
            if action.id in shown:
                link = QPushButton(self.tr("{word}を開く").format(word=word))
                link.clicked.connect(lambda _checked=False, identity=action.id: self.action_requested.emit(identity))
                self._add(column, f"{word}{action.number}", action.text, self._who(action), link)
        if not shown:
            self.hide()
            return
        foot = QHBoxLayout()
        foot.addWidget(plain_label(RECORDS_STAY, "small"))
        foot.addStretch(1)
        records = QPushButton(EDIT_RECORDS)
        set_look(records, "link")
        records.clicked.connect(self.records_requested)
        foot.addWidget(records)
        column.addLayout(foot)

    def _add(self, column: QVBoxLayout, number: str, text: str, about: str, link: QPushButton | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        pill = plain_label(number, "pill-solid")
        pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(PhraseLabel(text))
        words.addWidget(PhraseLabel(about, "small"))
        row.addLayout(words, 1)
        if link is not None:
            set_look(link, "link")
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _who(self, action: ActionItem) -> str:
        names = "・".join(self._names[each] for each in self._order if each in action.departments)
        due = short_date_beside(action.due, self._day) if action.due else self.tr("次回会議")
        return self.tr("{who}　期限 {due}").format(who=names or self.tr("担当がありません"), due=due)


def _about(decision: Decision, above: str | None) -> str:
    return f"{result_words(decision, above)}{'　✓ 復唱済み' if decision.read_back else ''}"
