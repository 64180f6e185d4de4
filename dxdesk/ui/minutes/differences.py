"""What is different between two versions, part by part, the old text above the new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.meetings import MeetingRecord
from dxdesk.domain.minutes import Block
from dxdesk.domain.minutes_parts import parts
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.minutes_screen import NOTHING_CHANGED, STOP_COMPARING


@dataclass(frozen=True)
class Difference:
    """A block that is another one now: its part, its text before (None: it was not there) and now (None: gone)."""

    part: str
    before: str | None
    now: str | None


def _shown(block: Block | None) -> str | None:
    if block is None:
        return None
    return block.text if block.public else f"（非公開：{block.reason or ''}）{block.text}"


def differences(before: Sequence[Block], now: Sequence[Block], record: MeetingRecord) -> tuple[Difference, ...]:
    """The blocks that differ, in the order of the parts. A block that only changed its place is not among them."""
    old = {block.id: block for block in before}
    new = {block.id: block for block in now}
    found = []
    places = parts(now, record)
    for part, past in zip(places, parts(before, record), strict=False):
        gone = [block for block in past.blocks if block.id not in new] if past.key == part.key else []
        found += [Difference(part.key, _shown(block), None) for block in gone]
        found += [
            Difference(part.key, _shown(old.get(block.id)), _shown(block))
            for block in part.blocks
            if _shown(old.get(block.id)) != _shown(block)
        ]
    return tuple(found)


class Comparison(QScrollArea):
    """The differences to read."""

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("案のちがい"))
        self.close_button = QPushButton(STOP_COMPARING)

    def show_differences(self, title: str, found: Sequence[Difference], names: dict[str, str]) -> None:
        """Show differences under a title; ``names`` are those of the parts."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(PhraseLabel(title, "card-name"), 1)
        self.close_button = QPushButton(STOP_COMPARING)
        set_look(self.close_button, "plain")
        self.close_button.clicked.connect(self.close_requested)
        head.addWidget(self.close_button)
        column.addLayout(head)
        if not found:
            column.addWidget(PhraseLabel(NOTHING_CHANGED))
        part = ""
        for each in found:
            if each.part != part:
                column.addWidget(plain_label(names.get(each.part, ""), "strong"))
                part = each.part
            column.addWidget(self._card(each))
        column.addStretch(1)
        self.setWidget(body)

    def _card(self, each: Difference) -> QFrame:
        frame = QFrame()
        set_look(frame, "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(2)
        for word, text in ((self.tr("前"), each.before), (self.tr("今"), each.now)):
            row = QHBoxLayout()
            sign = plain_label(word, "small")
            sign.setFixedWidth(28)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PhraseLabel(text if text is not None else self.tr("（ありません）")), 1)
            column.addLayout(row)
        return frame
