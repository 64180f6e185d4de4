"""The middle of 取り込みの確認: counts that filter over the table, or the sentence where there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.domain.arrivals import ROW_KINDS, RowKind
from dxdesk.ui.bands import announce
from dxdesk.ui.chips import ChipRows, FilterChip, let_one_be_pressed, press, pressed
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.take_in.rows import RARE, Gathered, arranged
from dxdesk.ui.take_in.view import AnswersView
from dxdesk.ui.theme import set_look
from dxdesk.wording.exchange import ROW_KINDS as KIND_WORDS
from dxdesk.wording.take_in import (
    ALL_SAME,
    CANNOT_TAKE,
    CLEAR_FILTER,
    NO_FOLDER_MORE,
    NOTHING_ARRIVED,
    NOTHING_ARRIVED_MORE,
    NOTHING_FITS,
    NOTHING_WRITTEN,
    ONLY_HELD,
    READING,
    REOPEN,
    TITLE,
    left_out_words,
)


class AnswersArea(QWidget):
    """Head, chips and table."""

    filtered = Signal()
    reopen_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_department = True
        self.table = AnswersView()
        self.chips: dict[RowKind, FilterChip] = {each: FilterChip(None) for each in ROW_KINDS}
        let_one_be_pressed(self.chips, self.filtered.emit)
        self._chip_rows = ChipRows(tuple(self.chips.values()))
        self._sum = PhraseLabel(NOTHING_WRITTEN, "small")
        self.reopen = QPushButton(REOPEN)
        set_look(self.reopen, "link")
        self.reopen.clicked.connect(self.reopen_requested)
        self._words, self._more = PhraseLabel(look="section"), PhraseLabel(look="note")
        self.unfilter = QPushButton(CLEAR_FILTER)
        self.unfilter.hide()
        self.unfilter.clicked.connect(self._unfilter)
        self._stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._empty = QWidget()
        middle = QVBoxLayout(self._empty)
        middle.setContentsMargins(24, 40, 24, 24)
        middle.setSpacing(12)
        middle.addWidget(self._words)
        middle.addWidget(self._more)
        middle.addWidget(self.unfilter, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 6)
        head.setSpacing(16)
        head.addWidget(plain_label(TITLE, "title-window"))
        head.addWidget(self._sum, 1)
        head.addWidget(self.reopen)
        chips = QHBoxLayout()
        chips.setContentsMargins(16, 0, 12, 10)
        chips.addWidget(self._chip_rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(self._stack, 1)

    def clear(self) -> None:
        """Take the filter away; other files are shown."""
        press(self.chips, None)

    def show_reading(self) -> None:
        """The files are being read, which takes longer than a blink."""
        if not self.table.source.rows():
            self._say(READING, "")

    def show_answers(self, gathered: Gathered, *, folder: bool, named: bool) -> None:
        """Show what the filter leaves; ``folder``: there is an exchange folder, ``named``: files were chosen."""
        counts, wanted = gathered.counts(), pressed(self.chips)
        for kind, chip in self.chips.items():
            chip.show_count(KIND_WORDS[kind], counts[kind])
            chip.setVisible(bool(gathered.answers) and (kind not in RARE or counts[kind] > 0 or kind == wanted))
        self._chip_rows.place()
        rows = arranged(gathered, wanted, by_department=self.by_department)
        self.table.show_rows(rows)
        if rows:
            self._stack.setCurrentWidget(self.table)
        elif gathered.answers:
            self._say(NOTHING_FITS, "", filtered=True)
        else:
            self._say(NOTHING_ARRIVED, NOTHING_ARRIVED_MORE if folder or named else NO_FOLDER_MORE)

    def show_sum(self, gathered: Gathered, *, may: bool) -> None:
        """What the answers come to, before anything is written."""
        kinds = {each.kind for each in gathered.answers}
        waits = {"late", "waiting"} & kinds
        offered = any(each.can_tick for each in gathered.answers)
        words = NOTHING_WRITTEN
        if not may:
            words = CANNOT_TAKE
        elif gathered.answers and not offered and kinds <= {"same"}:
            words = ALL_SAME
        elif waits and not offered and all(each.held for each in gathered.answers if each.kind in waits):
            words = ONLY_HELD
        arrivals = [each.arrival for each in gathered.files if each.arrival is not None and not each.newer]
        left_out = left_out_words(sum(each.left_out for each in arrivals))
        self._sum.show_text("　".join(each for each in (words, left_out) if each) if gathered.answers else "")
        self.reopen.setVisible(may and words == ONLY_HELD and "late" in kinds)

    def _say(self, words: str, more: str, *, filtered: bool = False) -> None:
        self._words.show_text(words)
        self._more.show_text(more)
        self._more.setVisible(bool(more))
        self.unfilter.setVisible(filtered)
        self._stack.setCurrentWidget(self._empty)
        announce(self, words)

    def _unfilter(self) -> None:
        self.clear()
        self.filtered.emit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
