"""How 会議 is laid out: the list of meetings, the form of one, and the meeting itself in parts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.domain.meetings import AgendaItem
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.meeting.closing import ClosingPanel
from dxdesk.ui.meeting.delegate import MeetingDelegate, PartDelegate
from dxdesk.ui.meeting.foot import MeetingFoot
from dxdesk.ui.meeting.hold_form import HoldForm
from dxdesk.ui.meeting.item_page import ItemPage
from dxdesk.ui.meeting.live_copy import LiveCopy
from dxdesk.ui.meeting.people import PeoplePanel
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.row_list import RowList
from dxdesk.ui.meeting.rows import PEOPLE_KEY, PartRow, counts_words, part_rows
from dxdesk.ui.meeting.top_line import TopLine
from dxdesk.ui.page_stack import PageStack
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording.meeting_screen import NO_DISCUSSION, day_words
from dxdesk.wording.presenter import NEXT_SCREEN, TO_MATTER, TO_RECORDS, TO_SLIDES

LEFT, WIDEST_LEFT, LEFT_SHARE = 276, 440, 0.22
"""Width of the parts, px at 100 %: their share of a wide page, within these."""
_SHARED_FROM = 1400
LIST_BELOW = 1100
"""Narrower than this, px at 100 %, the parts are a drop-down list."""

THUMBNAIL = 141
"""Height of 次に映る画面, px at 100 %."""
LEAST_PARTS = 200
"""So much height stays for the parts above it."""


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
        self.people, self.closing, self.item = PeoplePanel(), ClosingPanel(), ItemPage()
        self.centre, self.records, self.record_form = self.item.centre, self.item.records, self.item.form
        self.matter, self.change, self.delete = self.centre.matter, self.item.change, self.item.delete
        self.thumbnail, self.top, self.foot = LiveCopy(NEXT_SCREEN), TopLine(), MeetingFoot()
        self.edit_meeting, self.reopen = self.top.edit, self.top.reopen
        self.switch = QPushButton(TO_SLIDES)
        self._presents = False
        self._treated: frozenset[str] = frozenset()
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
        self.switch.clicked.connect(lambda: self._turn(slides=not self.item.slides_first))
        self.record_form.wanted.connect(lambda: self._turn(slides=False))
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
        self._ahead = QWidget(self._left)
        ahead = QVBoxLayout(self._ahead)
        ahead.setContentsMargins(12, 6, 12, 12)
        ahead.setSpacing(4)
        self.next_title = plain_label(NEXT_SCREEN, "strong")
        ahead.addWidget(self.next_title)
        ahead.addWidget(self.thumbnail)
        self._nothing_here = QWidget(self._left)
        nothing = QVBoxLayout(self._nothing_here)
        nothing.setContentsMargins(16, 8, 16, 12)
        nothing.addWidget(self._no_items)
        left.addWidget(self._nothing_here)
        left.addWidget(self._ahead)
        self._centre = QStackedWidget(page)
        for widget in (self.people, self.item, self.closing):
            self._centre.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._box_row = QWidget(page)
        box = QHBoxLayout(self._box_row)
        box.setContentsMargins(16, 6, 16, 6)
        box.addWidget(self.part_box, 1)
        box.addWidget(self.switch)
        right.addWidget(self._box_row)
        right.addWidget(self._centre, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addLayout(right, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(line)
        column.addLayout(row, 1)
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
        self.top.title.show_text(held.body_name)
        self.top.when.show_text("　".join(part for part in (day_words(held), held.place or "") if part))
        self.top.show_meeting(settings=settings, reopens=reopens)
        self.top.counts.setText(counts_words(source.record, source.settings.action_word))
        self._nothing_here.setVisible(not source.record.items)
        self.foot.show_action_word(source.settings.action_word)
        self.show_parts(source)
        self.people.show_source(source, changes=records)
        self.item.show_changes(records=records)
        self._stack.setCurrentIndex(2)

    def show_parts(self, source: MeetingSource) -> None:
        """Show the parts anew: something is unfinished now that was not."""
        rows = part_rows(source, self._treated)
        self.parts.show_rows(rows)
        self.part_box.blockSignals(True)
        self.part_box.clear()
        for row in rows:
            self.part_box.addItem(_part_words(row), row.key)
        self.part_box.setCurrentIndex(self.part_box.findData(self.parts.chosen))
        self.part_box.blockSignals(False)

    def show_treated(self, source: MeetingSource, treated: frozenset[str]) -> None:
        """The items (ids) that the meeting has turned to and left."""
        if treated != self._treated:
            self._treated = treated
            self.show_parts(source)

    def show_people(self) -> None:
        """Show who comes."""
        self._centre.setCurrentWidget(self.people)
        self._fit()
        self.part_box.setCurrentIndex(self.part_box.findData(PEOPLE_KEY))

    def show_item(self, source: MeetingSource, item: AgendaItem, *, records: bool) -> None:
        """Show an item with its records."""
        self._centre.setCurrentIndex(1)
        self.part_box.setCurrentIndex(self.part_box.findData(item.id))
        self.item.show_item(source, item, records=records)
        self._fit()

    def show_closing(self) -> None:
        """Show what there is to look at before closing."""
        self._centre.setCurrentWidget(self.closing)
        self._fit()

    def show_presents(self, presents: bool) -> None:
        """With or without slides."""
        self._presents = presents
        self.centre.show_presents(presents)
        self._fit()

    def _fit(self) -> None:
        """Share the room: what has none gives way."""
        scale = text_scale(self)
        narrow = self.width() < LIST_BELOW * scale
        self._left.setVisible(not narrow)
        self._box_row.setVisible(narrow)
        share = self.width() * LEFT_SHARE if self.width() >= _SHARED_FROM * scale else 0
        self._left.setFixedWidth(round(min(max(LEFT * scale, share), WIDEST_LEFT * scale)))
        self.item.fit(self.width(), narrow=narrow)
        on_item = self._centre.currentWidget() is self.item
        self.switch.setVisible(self.item.alone and on_item)
        self.switch.setText(TO_RECORDS if self.item.slides_first else TO_SLIDES if self._presents else TO_MATTER)
        room = self.height() - self.foot.height() - self.top.height()
        self._ahead.setVisible(self._presents and room - round((THUMBNAIL + 40) * scale) >= LEAST_PARTS * scale)
        self.thumbnail.setFixedHeight(round(THUMBNAIL * scale))
        self.top.show_room(held=self._presents and on_item, counts=not (self._presents and narrow))

    def _turn(self, *, slides: bool) -> None:
        """The slides instead of the records, or the records again."""
        if slides != self.item.slides_first:
            self.item.put_first(slides=slides)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.resized.emit()


def _part_words(row: PartRow) -> str:
    marks = " ✓" if row.done else "（書きかけ）" if row.unfinished else ""
    return " ".join(part for part in (row.lead, row.words) if part) + marks
