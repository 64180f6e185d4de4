"""The middle of 会議の進行: the live copy with its buttons, below it 事務局メモ or what the item is about."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.meeting.live_copy import LiveCopy
from dxdesk.ui.meeting.matter import Matter
from dxdesk.ui.meeting.memo import Memo
from dxdesk.ui.meeting.transport import Transport
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording.presenter import LAPTOP_STAYS, MATTER, MEMO, MEMO_NOTE, ON_SCREEN, PICTURE

SIDE = 16
"""Px left and right."""
SPACING = 4
LEAST_BELOW = 60
"""So much height, px at 100 %, stays for what is below the live copy; where there is less, it is one or the other."""
LEAST_COPY = 236
"""A live copy lower than this cannot be read, px at 100 %."""

_TAB = (
    "QPushButton { padding: 0 12px; border-radius: 0; }"
    f"QPushButton:checked {{ background: {hex_of('selected')}; color: {hex_of('navy')}; font-weight: bold; }}"
)


class Centre(QWidget):
    """``presents``: there is a live copy. Without one there is only the matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presents, self._was_alone = True, False
        self.copy, self.transport = LiveCopy(ON_SCREEN), Transport()
        self.memo, self.matter = Memo(), Matter()
        self.heading, self.note = plain_label(ON_SCREEN, "section"), plain_label(LAPTOP_STAYS, "small")
        self._head = QWidget(self)
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.note)
        self._tab_row = self._tabs()
        self._below = QStackedWidget(self)
        self._below.addWidget(self.memo)
        self._below.addWidget(self.matter)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING)
        for widget in (self._head, self.copy, self.transport, self._tab_row, self._below):
            column.addWidget(widget, 1 if widget is self._below else 0)
        column.addStretch(0)
        self._column = column
        self.show_presents(False)

    def _tabs(self) -> QWidget:
        row = QWidget(self)
        row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        group = QButtonGroup(self)
        self.picture_tab, self.memo_tab, self.matter_tab = (QPushButton(word) for word in (PICTURE, MEMO, MATTER))
        for tab in (self.picture_tab, self.memo_tab, self.matter_tab):
            tab.setCheckable(True)
            set_look(tab, "plain")
            tab.setStyleSheet(_TAB)
            group.addButton(tab)
            inside.addWidget(tab)
            tab.clicked.connect(self._arrange)
        self.memo_tab.setChecked(True)
        self._memo_note = plain_label(MEMO_NOTE, "small")
        inside.addSpacing(12)
        inside.addWidget(self._memo_note)
        inside.addStretch(1)
        return row

    def show_presents(self, presents: bool) -> None:
        """With or without a live copy."""
        self.presents = presents
        side = SIDE if presents else 0
        self._column.setContentsMargins(side, 6 if presents else 0, side, 8 if presents else 0)
        self._arrange()

    def _arrange(self) -> None:
        """Share the height: the live copy as wide as there is room, and never so high that nothing stays below."""
        for widget in (self.transport, self._tab_row):
            widget.setVisible(self.presents)
        if not self.presents:
            for widget in (self._head, self.copy):
                widget.hide()
            self._below.show()
            self._below.setCurrentWidget(self.matter)
            return
        scale = text_scale(self)
        whole = self.height() - 14
        bars = self.transport.sizeHint().height() + self._tab_row.sizeHint().height() + 2 * SPACING
        head = self._head.sizeHint().height() + SPACING
        wanted = self.copy.height_for(max(1, self.width() - 2 * SIDE))
        room = whole - bars - head - round(LEAST_BELOW * scale) - SPACING
        alone = min(wanted, room) < LEAST_COPY * scale
        self.picture_tab.setVisible(alone)
        if alone and not self._was_alone:
            self.picture_tab.setChecked(True)
        elif self._was_alone and not alone and self.picture_tab.isChecked():
            self.memo_tab.setChecked(True)
        self._was_alone = alone
        pictured = self.picture_tab.isChecked()
        self._head.setVisible(not alone)
        self.copy.setVisible(not alone or pictured)
        self._below.setVisible(not pictured)
        self.copy.show_high(max(1, min(wanted, whole - bars - SPACING if alone else room)))
        inside = self.width() - 2 * SIDE
        self._memo_note.setVisible(self.memo_tab.isChecked())
        if self._tab_row.sizeHint().width() > inside:
            self._memo_note.hide()
        self.note.setVisible(self.heading.sizeHint().width() + self.note.sizeHint().width() + 12 <= inside)
        self._below.setCurrentWidget(self.matter if self.matter_tab.isChecked() else self.memo)
        self._column.setStretch(self._column.count() - 1, 1 if pictured else 0)

    def show_matter(self) -> None:
        """Turn to what the item is about."""
        self.matter_tab.setChecked(True)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
