"""How 次第をつくる is laid out: three columns, fewer where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from dxdesk.domain.agenda import minutes_between, total_minutes
from dxdesk.ui.agenda.delegate import PILL, CandidateDelegate
from dxdesk.ui.agenda.foot import AgendaFoot
from dxdesk.ui.agenda.item_list import ItemList
from dxdesk.ui.agenda.rows import AgendaSource, CandidateRow, ItemRow
from dxdesk.ui.agenda.side import WIDTH, SidePanel
from dxdesk.ui.beside import Beside
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.meeting.row_list import RowList
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording.meeting_screen import AGENDA_HINT, EMPTY_AGENDA, NO_CANDIDATES, day_words, total_words

LEFT = 348
LIST_BELOW = 1100
"""Narrower than this, px at 100 %, the candidates are opened by a button."""


class AgendaLayout(QWidget):
    """The widgets of the page; it fills the page it is given."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.candidates, self.items = RowList(self.tr("取組の候補")), ItemList()
        self.candidates.setItemDelegate(CandidateDelegate(self.candidates))
        self.candidates.setStyleSheet(f"QListView {{ background: {hex_of('panel')}; }}")
        self.side, self.foot = SidePanel(), AgendaFoot()
        self.add = QPushButton(self.tr("＋ 議題を加える"))
        set_look(self.add, "link")
        self.make = QPushButton(self.tr("会議を用意する"))
        set_look(self.make, "primary")
        self.open_left = QPushButton(self.tr("取組の候補"))
        self.open_left.setCheckable(True)
        set_look(self.open_left, "plain")
        self.open_left.toggled.connect(self._left_toggled)
        self._left = self._candidate_column()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._centre(), 1)
        self.beside = Beside(middle, self.side, WIDTH)
        self.beside.drawer_changed.connect(self.foot.panel.setVisible)
        self.foot.panel_requested.connect(self._toggle_side)
        desk = QWidget()
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.beside, 1)
        column.addWidget(self.foot)
        nothing = QWidget()
        self._nothing = plain_label("", "section")
        empty = QVBoxLayout(nothing)
        empty.setSpacing(16)
        empty.addStretch(2)
        empty.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addWidget(self.make, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch(3)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(desk)
        self._stack.addWidget(nothing)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)

    def _candidate_column(self) -> QFrame:
        left = QFrame()
        set_look(left, "panel")
        self._candidate_title = plain_label("", "section")
        head = QHBoxLayout()
        head.setContentsMargins(16, 11, 16, 4)
        head.addWidget(self._candidate_title)
        head.addStretch(1)
        head.addWidget(plain_label(self.tr("注意の重い順"), "small"))
        self._no_candidates = PhraseLabel(NO_CANDIDATES, "small")
        self._no_candidates.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._no_candidates)
        column.addWidget(self.candidates, 1)
        return left

    def _centre(self) -> QWidget:
        self._title = plain_label(self.tr("次第"), "heading")
        self._what = PhraseLabel("", "small", most=1)
        self._total = plain_label("", "section")
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.open_left)
        head.addWidget(self._title)
        head.addWidget(self._what, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._total)
        below = QHBoxLayout()
        below.setSpacing(16)
        self._hint = PhraseLabel(AGENDA_HINT, "small", most=1)
        below.addWidget(self._hint, 1)
        below.addWidget(self.add)
        self._empty = PhraseLabel(EMPTY_AGENDA)
        centre = QFrame()
        centre.setObjectName("centre")
        centre.setStyleSheet(f"QFrame#centre {{ border: 0; border-left: 1px solid {hex_of('line')}; }}")
        column = QVBoxLayout(centre)
        column.setContentsMargins(18, 9, 18, 8)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.items, 1)
        column.addLayout(below)
        return centre

    def show_nothing(self, words: str, *, make: bool) -> None:
        """In place of everything: why there is no agenda, and (``make``) the button that opens a meeting."""
        self._nothing.setText(words)
        self.make.setVisible(make)
        self._stack.setCurrentIndex(1)

    def show_source(
        self, source: AgendaSource, candidates: Sequence[CandidateRow], items: Sequence[ItemRow], *, changes: bool
    ) -> None:
        """Show an agenda; ``changes`` whether it can be changed."""
        self._stack.setCurrentIndex(0)
        count = sum(each.card is not None for each in candidates)
        self._candidate_title.setText(self.tr("取組の候補　{count}件").format(count=count))
        self.open_left.setText(self.tr("取組の候補 {count}件").format(count=count))
        self._no_candidates.setVisible(not count)
        self._what.show_text(f"{source.meeting.body_name}　{day_words(source.meeting)}")
        total = total_minutes(source.items)
        planned = minutes_between(source.meeting.begins, source.meeting.ends)
        set_look(self._total, "overrun" if planned is not None and total > planned else "section")
        self._total.setText(total_words(total, planned))
        self._empty.setVisible(not items)
        self._hint.setVisible(changes and bool(items))
        self.add.setVisible(changes)
        self.items.allow_changes(changes)
        self.candidates.show_rows(candidates)
        self.items.show_rows(items)
        self.side.show_source(source)

    def on_link(self, point: QPoint, place: QRect) -> bool:
        """Whether a click on a candidate was on its pill or its link."""
        return point.x() >= place.right() - round((PILL + 24) * text_scale(self))

    def _toggle_side(self) -> None:
        """The right panel over the agenda, or away; there is room for one panel only."""
        self.open_left.setChecked(False)
        self.beside.open_drawer(not self.beside.drawer_open)

    def _left_toggled(self, opened: bool) -> None:
        if opened and self.beside.drawer:
            self.beside.open_drawer(False)
        self._place()

    def _place(self) -> None:
        narrow = self.width() < LIST_BELOW * text_scale(self)
        self.open_left.setVisible(narrow)
        self._left.setVisible(not narrow or self.open_left.isChecked())
        self._left.setFixedWidth(round(LEFT * text_scale(self)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
