"""What the meeting talks about: the item as everybody sees it, with last time and 前回の宿題."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.board import Item
from dxdesk.domain.meetings import AgendaItem
from dxdesk.operations.meeting_drafts import MEMO
from dxdesk.ui.entry.reading_view import StageSquares, StatusBlock
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.theme import set_look
from dxdesk.wording.initiatives import REPORT_WORDS
from dxdesk.wording.meeting import ITEM_KINDS
from dxdesk.wording.meeting_screen import MEMO_HINT, earlier_words, opinion_lines, reported_words
from dxdesk.wording.sentences import FIELDS


class Matter(QScrollArea):
    """One item. A free item shows its title alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("議題の内容"))
        self.setStyleSheet("QScrollArea, QWidget#matter { background: white; }")

    def show_item(self, source: MeetingSource, item: AgendaItem) -> None:
        """Show an item of a meeting."""
        content = QWidget()
        content.setObjectName("matter")
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        matter = source.matters.get(item.unit or "")
        kind = plain_label(ITEM_KINDS[item.kind], "pill-solid" if item.kind == "discuss" else "pill-info")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(kind, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(PhraseLabel(matter.card.name if matter else item.title, "title"), 1)
        column.addLayout(head)
        if item.ask:
            column.addWidget(_framed(self.tr("決めること"), item.ask))
        for each in source.earlier:
            if item.unit is not None and each.decision.unit == item.unit:
                column.addWidget(_framed(earlier_words(each), "\n".join((each.decision.text, *opinion_lines(each)))))
        for report in source.reports.get(item.unit or "", ()):
            said = "\n".join(f"{REPORT_WORDS[part]}：{text}" for part, text in report.text.parts())
            column.addWidget(_framed(reported_words(report.day), said))
        if matter is not None:
            self._unit(column, source, matter)
        memo = str(source.drafts.get(MEMO + item.id, {}).get("text", ""))
        if memo:
            column.addWidget(_framed(self.tr("進行メモ"), memo, f"（{MEMO_HINT}）"))
        column.addStretch(1)
        self.setWidget(content)

    def _unit(self, column: QVBoxLayout, source: MeetingSource, matter: Item) -> None:
        settings, card = source.settings, matter.card
        block, stage = StatusBlock(), StageSquares()
        block.show_status(card.status, settings.status_word(card.status))
        stage.show_stage(settings, card.stage, card.previous_stage)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(block)
        row.addWidget(stage)
        if card.previous_status is not None:
            row.addWidget(plain_label(f"前回 {settings.status_word(card.previous_status)}", "small"))
        row.addStretch(1)
        column.addLayout(row)
        where = "　".join(part for part in (card.printed, matter.axis_name, f"実施主体：{matter.owners}") if part)
        column.addWidget(PhraseLabel(where, "small"))
        for field, text in (("results", matter.results), ("issues", matter.issues), ("next", matter.next)):
            if text:
                column.addWidget(plain_label(FIELDS[field], "strong"))
                column.addWidget(PhraseLabel(text))
                before = matter.previous.get(field)
                if before and before != text:
                    column.addWidget(PhraseLabel(f"前回：{before}", "small"))
        if matter.actions:
            column.addWidget(plain_label(f"前回の{settings.action_word}", "strong"))
            for action in matter.actions:
                column.addWidget(PhraseLabel(f"{'✓' if action.done else '・'} {action.text}（{action.state}）"))


def _framed(title: str, text: str, note: str = "") -> QFrame:
    frame = QFrame()
    set_look(frame, "info-card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 8, 14, 10)
    column.setSpacing(3)
    head = QHBoxLayout()
    head.addWidget(plain_label(title, "strong"))
    head.addWidget(plain_label(note, "small"))
    head.addStretch(1)
    column.addLayout(head)
    column.addWidget(PhraseLabel(text))
    return frame
