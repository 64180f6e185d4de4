"""One item of a meeting: the slides in the middle, its records on the right; where both have no room, one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.meetings import AgendaItem
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.meeting.centre import Centre
from dxdesk.ui.meeting.delegate import RecordDelegate
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.record_form import RecordForm
from dxdesk.ui.meeting.row_list import RowList
from dxdesk.ui.meeting.rows import item_name, part_rows, record_rows
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording.meeting_screen import KINDS_HINT, NO_RECORDS

RIGHT = 430
CENTRE_FROM = 860
"""Narrower than this, px at 100 %, there is either the middle or the records."""
_ANY = 16_777_215


class ItemPage(QWidget):
    """``alone``: there is room for one of both; ``slides_first`` says for which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alone, self.slides_first, self._narrow = False, False, False
        self.centre = Centre()
        self.records, self.form = RowList(self.tr("この議題の記録")), RecordForm()
        self.records.setItemDelegate(RecordDelegate(self.records))
        self.change, self.delete = QPushButton(self.tr("直す（F2）")), QPushButton(self.tr("消す"))
        for button in (self.change, self.delete):
            set_look(button, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.centre, 1)
        row.addWidget(self._panel())

    def _panel(self) -> QWidget:
        self.panel = QFrame(self)
        set_look(self.panel, "panel")
        self._title = PhraseLabel("", "section", most=2)
        self._no_records = PhraseLabel(NO_RECORDS, "small")
        self.records.setStyleSheet(f"QListView {{ background: {hex_of('panel')}; }}")
        below = QHBoxLayout()
        below.setSpacing(8)
        self._keys = plain_label(KINDS_HINT, "mark")
        below.addWidget(self._keys)
        below.addStretch(1)
        below.addWidget(self.change)
        below.addWidget(self.delete)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(7)
        column.addWidget(self._title)
        column.addWidget(self._no_records, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.records, 1)
        self.records.setMinimumHeight(24)
        for widget in (self.records, self.change, self.delete):  # until there is something to show
            widget.hide()
        column.addLayout(below)
        column.addWidget(self.form)
        return self.panel

    def show_changes(self, *, records: bool) -> None:
        """Whether something can be recorded."""
        self.form.setVisible(records)
        self._keys.setVisible(records)

    def show_item(self, source: MeetingSource, item: AgendaItem, *, records: bool) -> None:
        """Show an item with its records."""
        self.centre.matter.show_item(source, item)
        lead = next((each.lead for each in part_rows(source) if each.key == item.id), "")
        name = item_name(source, item)
        self._title.show_text(self.tr("{name} の記録").format(name=f"{lead}　{name}" if lead else name))
        self.show_records(source, item, records=records)

    def show_records(self, source: MeetingSource, item: AgendaItem, *, records: bool) -> None:
        """Show the records of an item anew."""
        rows = record_rows(source, item.id)
        self.records.show_rows(rows)
        self._no_records.setVisible(not rows)
        self.records.setVisible(bool(rows))
        for button in (self.change, self.delete):
            button.setVisible(records and bool(rows))

    def choose_newest(self, kind: str) -> None:
        """Choose the newest record of a kind: it is the one to be set right, if any is."""
        newest = [row.key for row in self.records.rows.rows() if row.key.startswith(f"{kind}:")]
        if newest:
            self.records.choose(newest[-1])

    def put_first(self, *, slides: bool) -> None:
        """Where there is room for one only: the slides, or the records."""
        self.slides_first = slides
        self._arrange()

    def fit(self, width: int, *, narrow: bool) -> None:
        """Share the room of a page of a width, px; ``narrow``: the item's name stands above already."""
        self._narrow, self.alone = narrow, width < CENTRE_FROM * text_scale(self)
        self._arrange()

    def _arrange(self) -> None:
        wide = round(RIGHT * text_scale(self))
        self.centre.setVisible(not self.alone or self.slides_first)
        self.panel.setVisible(not self.alone or not self.slides_first)
        self._title.setMaximumHeight(0 if self._narrow else _ANY)  # height is scarce
        self._keys.setMaximumHeight(0 if self.alone else _ANY)
        self.panel.setMinimumWidth(0 if self.alone else wide)
        self.panel.setMaximumWidth(_ANY if self.alone else wide)
