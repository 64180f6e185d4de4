"""操作の履歴: everything that was done, and the last step of this sitting taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.store.queries import history, plans, taken_in
from dxdesk.ui.history.model import HistoryTable
from dxdesk.ui.history.taking_back import TakingBack
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.page import Page
from dxdesk.ui.search_field import SearchField
from dxdesk.ui.theme import set_look
from dxdesk.wording.history import OPERATIONS, UNDO_NOTHING, about, gap_words, rows_words, undo_words
from dxdesk.wording.take_in import CANCEL_TAKING, TAKE_AGAIN, TAKE_LAST_BACK

PAGE_ROWS = 200
_WIDTHS = (170, 240, 220)


class HistoryPage(Page):
    """The audit chain as people read it. Nothing of it can be changed."""

    SHOWS: ClassVar[Touched] = ~Touched.NOTHING

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._limit = PAGE_ROWS
        self.search = SearchField(self.tr("例）受理、手続ガイドライン"))
        self.search.setClearButtonEnabled(True)
        self.count = plain_label("", "small")
        self.table, self._rows = QTableView(), HistoryTable(self)
        self.more = QPushButton(self.tr("もっと前を見る"))
        self.undo = QPushButton()
        set_look(self.undo, "primary")
        self.cancel, self.again = QPushButton(CANCEL_TAKING), QPushButton(TAKE_AGAIN)
        self._cancellable: Mapping[int, str] = {}
        self._taken_back: Mapping[int, str] = {}
        self._last_taken = ""
        self._taking_back = TakingBack(self)
        self._lay_out()
        self.search.searched.connect(self.refresh)
        self.search.left_downwards.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.more.clicked.connect(self._show_more)
        self.undo.clicked.connect(self._take_last_back)
        self.cancel.clicked.connect(lambda: self._taking_back.cancel(self._cancellable[self._sequence]))
        self.again.clicked.connect(lambda: self._taking_back.again(self._taken_back[self._sequence]))
        self.table.selectionModel().currentRowChanged.connect(self._show_act)
        bind(self, {"Ctrl+F": self.search.start, "F3": self.search.start})
        self.setFocusProxy(self.table)
        self.refresh()

    def _lay_out(self) -> None:
        label = plain_label(self.tr("履歴をさがす(&F)"))
        label.setBuddy(self.search)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(8)
        head.addWidget(plain_label(self.tr("操作の履歴"), "title-window"))
        head.addSpacing(24)
        head.addWidget(label)
        head.addWidget(self.search, 1)
        head.addWidget(self.count)
        table = self.table
        table.setModel(self._rows)
        table.setAccessibleName(self.tr("操作の履歴"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, round(width * text_scale(self)))
        back = QPushButton(self.tr("‹ 戻る"))
        back.clicked.connect(self.back_requested)
        foot = QFrame()
        set_look(foot, "foot-bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.again)
        row.addWidget(self.more)
        row.addWidget(self.undo)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(table, 1)
        whole.addWidget(foot)

    def refresh(self) -> None:
        """Read the newest rows anew."""
        wanted = self.search.text().strip()
        named = (*(key for key, word in OPERATIONS.items() if wanted in word), *about(wanted)) if wanted else ()
        found = self.desk.ask(history.operations, self._limit, wanted, named)
        whole = self.desk.ask(history.count)
        units = {each.code or "": each.name for each in self.desk.ask(plans.plan).units}
        gaps = self.desk.ask(taken_in.gaps, found[-1].sequence) if found else {}
        notes = {key: gap_words(each.number, each.first, each.last) for key, each in gaps.items()}
        self._rows.show_rows(found, plans.names(self.desk.ask(plans.departments)), units, notes)
        self.count.setText(rows_words(len(found), whole))
        self.more.setEnabled(len(found) == self._limit)
        may = "take_in" in POLICY[self.desk.actor.role] and not self.desk.database.read_only
        first = found[-1].sequence if may and found else None
        self._cancellable = self.desk.ask(taken_in.cancellable, first) if first is not None else {}
        self._taken_back = self.desk.ask(taken_in.taken_back, first) if first is not None else {}
        self._show_last(found if not wanted else self.desk.ask(history.operations, 1), may=may)
        if found and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._show_act()

    def _show_last(self, newest: Sequence[history.Operation], *, may: bool) -> None:
        """The filled button takes back what really was last: a taking in of files, else the last step of this
        sitting."""
        last = newest[0] if newest else None
        taken = self.desk.ask(taken_in.cancellable, last.sequence) if may and last is not None else {}
        self._last_taken = taken.get(last.sequence, "") if last is not None else ""
        step = self.desk.last_step
        words = TAKE_LAST_BACK if self._last_taken else undo_words(step.words) if step else UNDO_NOTHING
        self.undo.setText(words)
        self.undo.setEnabled(bool(self._last_taken) or step is not None)

    def _take_last_back(self) -> None:
        if self._last_taken:
            self._taking_back.cancel(self._last_taken)
        else:
            self.undo_requested.emit()

    @property
    def _sequence(self) -> int:
        """The operation of the chosen row, by its place in the chain."""
        return self._rows.sequence_of(self.table.currentIndex())

    def _show_act(self) -> None:
        """Offer to take a taking in back on its row, or in once more."""
        self.cancel.setVisible(self._sequence in self._cancellable)
        self.again.setVisible(self._sequence in self._taken_back)

    def _show_more(self) -> None:
        self._limit += PAGE_ROWS
        self.refresh()
