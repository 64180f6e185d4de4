"""The one text where it cannot be written: why, and what it says, as plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer
from dxdesk.domain.settings import Settings
from dxdesk.ui.entry.reading_view import StageSquares, StatusBlock
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.wording.directions import outlook_words


class MergedReading(QScrollArea):
    """Nothing here looks like a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("取りまとめの内容"))
        self.words: tuple[str, ...] = ()

    def show_answer(self, why: str, unit: Node | None, settings: Settings | None, answer: Answer | None) -> None:
        """Show why nothing can be written, and what is on record, where something is."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(6)
        found = [why]
        column.addWidget(PhraseLabel(why, "section"))
        if unit is not None and settings is not None and answer is not None and answer.status:
            row = QHBoxLayout()
            row.setContentsMargins(0, 10, 0, 0)
            row.setSpacing(18)
            block, squares = StatusBlock(), StageSquares()
            block.show_status(answer.status, settings.status_word(answer.status))
            row.addWidget(block)
            row.addWidget(squares)
            row.addStretch(1)
            column.addLayout(row)
            squares.show_stage(settings, answer.stage, None)
            for head, text in _said(unit, answer):
                label = plain_label(head, "strong")
                label.setContentsMargins(0, 10, 0, 0)
                column.addWidget(label)
                column.addWidget(PhraseLabel(text))
                found += [head, text]
        column.addStretch(1)
        self.words = tuple(found)
        self.setWidget(body)


def _said(unit: Node, answer: Answer) -> list[tuple[str, str]]:
    found = [("今回の実績", answer.results), ("課題", answer.issues), ("次にすること", answer.next)]
    found.append(("決めてほしいこと", answer.ask))
    found += outlook_words(answer.outlook)
    names = {each.id: (each.name, each.unit or "") for each in unit.indicators}
    for each in answer.indicators:
        name, word = names.get(each.id, ("", ""))
        found.append((name, f"{each.as_typed or each.value or ''}{word}"))
    return [(head, text) for head, text in found if head and text]
