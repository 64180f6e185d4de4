"""催促文: the letter to each department that still owes an answer, to print, to copy into a mail, to keep as a file."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import Wanted
from dxdesk.operations.change import Touched
from dxdesk.operations.correspondence import Correspondence, reminders
from dxdesk.preferences import exchange_folder_of
from dxdesk.ui.entry.reading import today
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.page import Page
from dxdesk.ui.printing import printer
from dxdesk.ui.printing.composing import Composed, Composing
from dxdesk.ui.printing.saving import file_name
from dxdesk.ui.printing.ways import Ways
from dxdesk.ui.printing.went_out import Sent, WentOut
from dxdesk.ui.reading import Reading
from dxdesk.ui.reminder.foot import ReminderFoot
from dxdesk.ui.reminder.keeping import KeepingReminders
from dxdesk.ui.reminder.letter import LetterPanel
from dxdesk.ui.reminder.model import DepartmentModel, rows_of
from dxdesk.ui.theme import set_look
from dxdesk.wording.document_names import DOCUMENT_NAMES
from dxdesk.wording.reminder import CLOSED, COPIED, DEPARTMENTS, NOBODY, NOTHING_YET

_AROUND, _WIDEST = 36, 420
"""Room around the names of departments, and the most that they take, px."""


class ReminderPage(Page):
    """The letters of one cycle; the day until when they ask is proposed and can be changed."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    )
    KEYS: ClassVar[frozenset[str]] = frozenset({"Ctrl+P"})

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.found: Correspondence | None = None
        self._wanted: str | None = None
        self._sending: tuple[Sent, str] | None = None
        self.rows, self.list = DepartmentModel(self), QListView()
        self.panel, self.foot = LetterPanel(), ReminderFoot()
        self.nothing = PhraseLabel("", "section")
        self._reading, self._composing, self._ways = Reading(desk, self), Composing(desk, self), Ways(desk, self)
        self._keeping, self._went_out = KeepingReminders(desk, self), WentOut(desk, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self.refresh()

    def _lay_out(self) -> None:
        self._left = QFrame()
        set_look(self._left, "panel")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(plain_label(DEPARTMENTS, "section"))
        column.addWidget(self.list, 1)
        self.list.setModel(self.rows)
        self.list.setAccessibleName(DEPARTMENTS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListView { background: transparent; }")
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._left, 2)
        beside.addWidget(self.panel, 5)
        empty = QWidget()
        margin = QVBoxLayout(empty)
        margin.setContentsMargins(40, 40, 40, 40)
        margin.addWidget(self.nothing)
        margin.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_letter())
        self.panel.edited.connect(self._show_letter)
        self.foot.back_requested.connect(self.back_requested)
        self.foot.copy_requested.connect(self.copy)
        self.foot.file_requested.connect(lambda: self._compose(on_paper=False))
        self.foot.print_requested.connect(lambda: self._compose(on_paper=True))
        self._composing.ready.connect(self._composed)
        self._composing.refused.connect(self.panel.message.say)
        self._ways.said.connect(self._went_out.hear)
        for each in (self._keeping, self._went_out):
            each.said.connect(self.said)
        bind(self, {"Ctrl+P": lambda: self._compose(on_paper=True), "F5": self.refresh})

    def refresh(self) -> None:
        """Read who owes what anew; the department and the day that was typed stay."""
        cycle, actor, moment = self.cycle, self.desk.actor, self.desk.moment()
        place = exchange_folder_of(self.desk.database_id)
        if cycle is None:
            self._show_nothing(NOTHING_YET)
        elif not cycle.open:
            self._show_nothing(CLOSED)
        else:
            self._reading.start(lambda: self.desk.ask(reminders, cycle, actor, moment, place=place), self._show)

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle; its day is proposed anew."""
        self.panel.day.clear()
        super().set_cycle(cycle)

    def show_subject(self, subject: str) -> None:
        """Choose a department (id); empty for all."""
        self._wanted = subject or None
        if self.found is not None:
            self._choose(self._wanted)

    def _show_nothing(self, words: str) -> None:
        self.found = None
        self.nothing.show_text(words)
        self._stack.setCurrentIndex(1)
        self.foot.show_ready(False)

    def _show(self, found: Correspondence) -> None:
        rows = rows_of(found.departments)
        if not rows:
            self._show_nothing(NOBODY)
            return
        chosen = self.department if self.found is not None else self._wanted
        self.found = found
        self.panel.propose(found.deadline(None))
        self._stack.setCurrentIndex(0)
        self.rows.show_rows(rows)
        self._fit_list()
        self._choose(chosen)

    def _choose(self, department: str | None) -> None:
        place = next((at for at, row in enumerate(self.rows.rows) if row.department == department), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.rows.index(place), flags)
        self._show_letter()

    @property
    def department(self) -> str | None:
        """The department that is chosen; None for all."""
        row = self.list.currentIndex().row()
        return self.rows.rows[row].department if 0 <= row < len(self.rows.rows) else None

    def _show_letter(self) -> None:
        """Show the letter as it is now; while there is none nothing can be done with it."""
        if self.found is not None and self.list.currentIndex().isValid():
            self.foot.show_ready(self.panel.show_letter(self.found, self.department))

    def copy(self) -> None:
        """Put the letter as text on the clipboard."""
        QGuiApplication.clipboard().setText(self.panel.words.typed())
        if self.cycle is not None and self.found is not None:
            due = self.panel.due(today(self.desk))
            self._keeping.keep(self.cycle, self.found, self.department, due, "mail", COPIED)

    def _compose(self, *, on_paper: bool) -> None:
        """Make the pages, and then print or save them."""
        cycle, found, department = self.cycle, self.found, self.department
        if cycle is None or found is None or not self.foot.copy.isEnabled():
            return
        due = self.panel.due(today(self.desk))
        wanted = Wanted("reminder", department=department, due=due, place=found.head.place)
        named = [found.departments[department].name] if department else []
        name = file_name((cycle.name, DOCUMENT_NAMES["reminder"], *named), "pdf")
        self._sending = Sent(cycle, wanted, on_paper), name
        self._composing.start(cycle, wanted)

    def _composed(self, composed: Composed) -> None:
        if self._sending is None:
            return
        sent, name = self._sending
        if sent.on_paper:
            self._ways.print_(composed, 0, sent)
        else:
            self._ways.save_pdf(composed, name, sent)

    def _fit_list(self) -> None:
        """The list is as wide as its words, which have their size once the page stands in its window."""
        self._left.setMinimumWidth(min(_WIDEST, self.list.sizeHintForColumn(0) + _AROUND))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_list()
        printer.tell_printer(self, self.foot.show_printer)
