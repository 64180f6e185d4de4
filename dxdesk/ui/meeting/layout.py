"""How 会議 is laid out: the list of meetings, the form of one, and the meeting itself in parts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.domain.meetings import AgendaItem
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.meeting.closing import ClosingPanel
from dxdesk.ui.meeting.delegate import MeetingDelegate, PartDelegate, RecordDelegate
from dxdesk.ui.meeting.foot import MeetingFoot
from dxdesk.ui.meeting.hold_form import HoldForm
from dxdesk.ui.meeting.matter import Matter
from dxdesk.ui.meeting.people import PeoplePanel
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.record_form import RecordForm
from dxdesk.ui.meeting.row_list import RowList
from dxdesk.ui.meeting.rows import PEOPLE_KEY, PartRow, counts_words, item_name, part_rows, record_rows
from dxdesk.ui.page_stack import PageStack
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording_meeting_screen import KINDS_HINT, NO_DISCUSSION, NO_RECORDS, REOPEN, day_words

LEFT, RIGHT = 276, 468
LIST_BELOW = 1100
"""Narrower than this, px at 100 %, the parts are a drop-down list."""
MATTER_FROM = 860
"""Narrower than this the record has the whole width."""
_ANY = 16_777_215


class MeetingLayout(QWidget):
    """The widgets of the page; it fills the page it is given.

    Everything is put into what has its place already: a tree of widgets that changes its parent is styled once more.
    """

    resized = Signal()
    """Something may stand elsewhere now."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.meetings = RowList(self.tr("会議の一覧"))
        self.meetings.setItemDelegate(MeetingDelegate(self.meetings))
        self.form = HoldForm()
        self.parts, self.part_box = RowList(self.tr("次第")), QComboBox()
        self.parts.setItemDelegate(PartDelegate(self.parts))
        self.parts.setStyleSheet(f"QListView {{ background: {hex_of('panel')}; }}")
        self.part_box.setAccessibleName(self.tr("次第"))
        self.part_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.people, self.matter, self.closing = PeoplePanel(), Matter(), ClosingPanel()
        self.records, self.record_form = RowList(self.tr("この議題の記録")), RecordForm()
        self.records.setItemDelegate(RecordDelegate(self.records))
        self.foot = MeetingFoot()
        self.edit_meeting = QPushButton(self.tr("日時・場所を直す"))
        self.reopen = QPushButton(REOPEN)
        for button in (self.edit_meeting, self.reopen):
            set_look(button, "link")
        self.change, self.delete = QPushButton(self.tr("直す（F2）")), QPushButton(self.tr("消す"))
        for button in (self.change, self.delete):
            set_look(button, "link")
        self._stack = PageStack(self)
        for widget in (self._list_page(), self.form, self._meeting_page()):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)
        around = QVBoxLayout(page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self)
        self.part_box.activated.connect(lambda place: self.parts.choose(str(self.part_box.itemData(place))))

    def _list_page(self) -> QWidget:
        page = QWidget(self._stack)
        self._list_title = plain_label("", "title-window")
        self._nothing = plain_label("", "section")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 14, 24, 0)
        column.setSpacing(10)
        column.addWidget(self._list_title)
        column.addStretch(1)
        column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self.meetings, 1000)
        return page

    def _meeting_page(self) -> QWidget:
        page = QWidget(self._stack)
        self._title, self._when = PhraseLabel("", "title-window", most=1), PhraseLabel("", most=1)
        self._counts = plain_label("", "small")
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 16, 6)
        head.setSpacing(16)
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._when, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.edit_meeting)
        head.addWidget(self.reopen)
        head.addStretch(1)
        head.addWidget(self._counts)
        line = QFrame()
        line.setFixedHeight(1)
        set_look(line, "rule")
        self._left = QFrame(page)
        set_look(self._left, "panel")
        self._no_items = PhraseLabel(NO_DISCUSSION, "small")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 4, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.parts, 1)
        nothing = QVBoxLayout()
        nothing.setContentsMargins(16, 8, 16, 12)
        nothing.addWidget(self._no_items)
        left.addLayout(nothing)
        self._centre = QStackedWidget(page)
        for widget in (self.people, self._record_page(), self.closing):
            self._centre.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._box_row = QWidget(page)
        box = QVBoxLayout(self._box_row)
        box.setContentsMargins(16, 6, 16, 6)
        box.addWidget(self.part_box)
        right.addWidget(self._box_row)
        right.addWidget(self._centre, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addLayout(right, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addLayout(row, 1)
        return page

    def _record_page(self) -> QWidget:
        page = QWidget(self._centre)
        self._right = QFrame(page)
        set_look(self._right, "panel")
        self._record_title = PhraseLabel("", "section", most=2)
        self._no_records = PhraseLabel(NO_RECORDS, "small")
        self.records.setStyleSheet(f"QListView {{ background: {hex_of('panel')}; }}")
        below = QHBoxLayout()
        below.setSpacing(8)
        self._keys = plain_label(KINDS_HINT, "mark")
        below.addWidget(self._keys)
        below.addStretch(1)
        below.addWidget(self.change)
        below.addWidget(self.delete)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(7)
        column.addWidget(self._record_title)
        column.addWidget(self._no_records)
        column.addWidget(self.records, 1)
        self.records.setMinimumHeight(24)
        for widget in (self.records, self.change, self.delete):  # until there is something to show
            widget.hide()
        column.addLayout(below)
        column.addWidget(self.record_form, 1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.matter, 1)
        row.addWidget(self._right)
        return page

    def entrance(self, mode: str, *, opened: bool) -> QWidget:
        """Where the focus goes when the page is opened; ``opened`` whether a meeting is."""
        if mode == "form":
            return self.form.day
        if not opened:
            return self.meetings if self.meetings.rows.rowCount() else self.foot.primary
        return self.part_box if self.width() < LIST_BELOW * text_scale(self) else self.parts

    def show_list(self, title: str, nothing: str) -> None:
        """Show the meetings of the cycle, or (``nothing``) why there is none."""
        self._list_title.setText(title)
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing))
        self._list_title.setVisible(not nothing)
        self.meetings.setVisible(not nothing)
        self._stack.setCurrentIndex(0)

    def show_form(self) -> None:
        """Show the form of a meeting."""
        self._stack.setCurrentIndex(1)

    def show_meeting(self, source: MeetingSource, *, records: bool, settings: bool, reopens: bool) -> None:
        """Show a meeting: whether there can be recorded, its day and place be set right, or it be opened again."""
        held = source.meeting
        self._title.show_text(held.body_name)
        self._when.show_text("　".join(part for part in (day_words(held), held.place or "") if part))
        self.edit_meeting.setVisible(settings)
        self.reopen.setVisible(reopens)
        self._counts.setText(counts_words(source.record, source.settings.action_word))
        self._no_items.setVisible(not source.record.items)
        self.foot.show_action_word(source.settings.action_word)
        self.show_parts(source)
        self.people.show_source(source, changes=records)
        self.record_form.setVisible(records)
        self._keys.setVisible(records)
        self._stack.setCurrentIndex(2)

    def show_parts(self, source: MeetingSource) -> None:
        """Show the parts anew: something is unfinished now that was not."""
        rows = part_rows(source)
        self.parts.show_rows(rows)
        self.part_box.blockSignals(True)
        self.part_box.clear()
        for row in rows:
            self.part_box.addItem(_part_words(row), row.key)
        self.part_box.setCurrentIndex(self.part_box.findData(self.parts.chosen))
        self.part_box.blockSignals(False)

    def show_people(self) -> None:
        """Show who comes."""
        self._centre.setCurrentWidget(self.people)
        self.part_box.setCurrentIndex(self.part_box.findData(PEOPLE_KEY))

    def show_item(self, source: MeetingSource, item: AgendaItem, *, records: bool) -> None:
        """Show an item with its records."""
        self._centre.setCurrentIndex(1)
        self.part_box.setCurrentIndex(self.part_box.findData(item.id))
        self.matter.show_item(source, item)
        lead = next((each.lead for each in part_rows(source) if each.key == item.id), "")
        name = item_name(source, item)
        self._record_title.show_text(self.tr("{name} の記録").format(name=f"{lead}　{name}" if lead else name))
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

    def show_closing(self) -> None:
        """Show what there is to look at before closing."""
        self._centre.setCurrentWidget(self.closing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = text_scale(self)
        narrow = self.width() < LIST_BELOW * scale
        self._left.setVisible(not narrow)
        self._box_row.setVisible(narrow)
        self._left.setFixedWidth(round(LEFT * scale))
        alone = self.width() < MATTER_FROM * scale
        self.matter.setVisible(not alone)
        self._record_title.setMaximumHeight(0 if narrow else _ANY)  # the list above says it, and height is scarce
        self._keys.setMaximumHeight(0 if alone else _ANY)
        self._right.setMinimumWidth(0 if alone else round(RIGHT * scale))
        self._right.setMaximumWidth(_ANY if alone else round(RIGHT * scale))
        self.resized.emit()


def _part_words(row: PartRow) -> str:
    marks = " ✓" if row.done else "（書きかけ）" if row.unfinished else ""
    return " ".join(part for part in (row.lead, row.words) if part) + marks
