"""印刷: the very pages that are printed, what to know before, and the ways to paper and file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar, Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import IN_WORD, Wanted
from dxdesk.operations.change import Touched
from dxdesk.operations.printing_documents import Offer, document_word, document_workbook, offer
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.beside import Beside
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel, text_scale
from dxdesk.ui.page import Page
from dxdesk.ui.printing import printer
from dxdesk.ui.printing.before import MOVEMENTS, BeforePanel, remarks
from dxdesk.ui.printing.before import WIDTH as BEFORE_WIDTH
from dxdesk.ui.printing.centre import Centre
from dxdesk.ui.printing.choices import WIDTH, ChoicePanel
from dxdesk.ui.printing.composing import Begun, Composed, Composing
from dxdesk.ui.printing.foot import Foot
from dxdesk.ui.printing.handing_out import HandingOut
from dxdesk.ui.printing.movements import WritingMovements, may_write
from dxdesk.ui.printing.offering import name_parts, wanted_of
from dxdesk.ui.printing.remembered import recall, recall_last, remember
from dxdesk.ui.printing.saving import file_name
from dxdesk.ui.printing.ways import Ways
from dxdesk.ui.printing.went_out import Sent, WentOut
from dxdesk.ui.reading import Reading
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.printing import paper_words
from dxdesk.wording.screen import NO_CYCLE

Way = Literal["print", "pdf", "outside", "docx", "xlsx"]

_ROW_BELOW: Final = 1100
"""Narrower than this, px at 100 %, the choices stand in a row above the pages."""


class PrintPage(Page):
    """The documents of a cycle. What was chosen is remembered for each document and role."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    )
    KEYS: ClassVar[frozenset[str]] = frozenset({"Ctrl+P"})

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._offer: Offer | None = None
        self._subject = ""
        self.composed: Composed | None = None
        self._place: tuple[Wanted | None, int] = None, 0  # what was shown last, and at which page
        self.choices = ChoicePanel(desk.actor.role, partial(recall, desk.actor.role))
        self.centre, self.before, self.foot = Centre(), BeforePanel(), Foot()
        self.composing, self.ways = Composing(desk, self), Ways(desk, self)
        self.handing_out, self.went_out = HandingOut(desk, self), WentOut(desk, self)
        self.writing, self._reading = WritingMovements(desk, self), Reading(desk, self)
        self._lay_out()
        self._connect()
        last, zoom = recall_last(desk.actor.role)
        self.choices.choose(last)
        self.centre.sheets.set_zoom(zoom)
        self.foot.show_zoom(zoom)
        self.setFocusProxy(self.choices)
        self.refresh()

    def _lay_out(self) -> None:
        left = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, left)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.choices)
        self._row.addWidget(self.centre, 1)
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)  # before what stands in it: every later move would style all of it anew
        self.beside = Beside(left, self.before, BEFORE_WIDTH)
        self._nothing = QWidget()
        margin = QVBoxLayout(self._nothing)
        margin.setContentsMargins(40, 40, 40, 40)
        margin.addWidget(PhraseLabel(NO_CYCLE, "section"))
        margin.addStretch(1)
        self._stack.addWidget(self.beside)
        self._stack.addWidget(self._nothing)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        sheets, foot = self.centre.sheets, self.foot
        self.choices.changed.connect(self._compose)
        self.composing.ready.connect(self._show_composed)
        self.composing.begun.connect(self._show_begun)
        self.composing.reached.connect(self.centre.show_reached)
        self.composing.refused.connect(self.centre.show_sentence)
        self.composing.failed.connect(self.centre.show_stopped)
        self.centre.stop_requested.connect(self.composing.stop)
        self.centre.stop_requested.connect(self.centre.show_stopped)
        for nothing_there in (self.composing.refused, self.composing.failed, self.centre.stop_requested):
            nothing_there.connect(lambda *_: foot.show_document(False))
        self.centre.again_requested.connect(self._compose)
        sheets.page_changed.connect(self._show_page)
        sheets.zoom_changed.connect(foot.show_zoom)
        foot.zoom_chosen.connect(sheets.set_zoom)
        foot.previous_requested.connect(lambda: sheets.go(sheets.page - 1))
        foot.next_requested.connect(lambda: sheets.go(sheets.page + 1))
        foot.before_requested.connect(self._open_before)
        for signal, way in (
            (foot.print_requested, "print"),
            (foot.pdf_requested, "pdf"),
            (foot.outside_requested, "outside"),
            (foot.word_requested, "docx"),
            (foot.workbook_requested, "xlsx"),
        ):
            signal.connect(lambda way=way: self.take(way))
        self.before.fix_requested.connect(self._put_right)
        self.before.close_requested.connect(self._open_before)
        self.beside.drawer_changed.connect(self.before.show_as_drawer)
        self.beside.drawer_changed.connect(foot.show_drawer)
        self.ways.said.connect(self.went_out.hear)
        for each in (self.went_out, self.writing):
            each.said.connect(self.said)
        self.choices.movements.clicked.connect(self._open_movements)
        self.handing_out.said.connect(lambda words: self.said.emit(words, False))
        self.choices.packet.chosen.connect(self.handing_out.keep_choice)
        self.choices.packet.hand_out_requested.connect(lambda: self.handing_out.hand_out(self.choices.wanted))
        self.ways.done.connect(lambda: remember(self.desk.actor.role, self.choices.wanted, sheets.zoom))
        keys = {"PgDown": lambda: sheets.go(sheets.page + 1), "PgUp": lambda: sheets.go(sheets.page - 1)}
        bind(self, {**keys, "Ctrl+P": lambda: self.take("print")})

    def refresh(self) -> None:
        """Read what there is to print, and make the chosen document anew."""
        cycle, actor = self.cycle, self.desk.actor
        self._stack.setCurrentWidget(self._nothing if cycle is None else self.beside)
        if cycle is not None:
            try:
                self._reading.start(lambda: self.desk.ask(offer, cycle, actor), self._show_offer)
            except StoreUnavailable as trouble:
                self.centre.show_sentence(trouble_words(trouble))

    def _show_offer(self, found: Offer) -> None:
        self._offer = found
        may = self.cycle is not None and may_write(self.desk, self.cycle)
        self.choices.show_offer(found, may_write=may)
        subject, self._subject = self._subject, ""
        if subject:
            self.show_subject(subject)
        else:
            self._compose()

    def show_subject(self, subject: str) -> None:
        """Show a document: ``list``, ``sheet:7``, ``minutes:<meeting>``, ``checklist:<kind or department>`` …"""
        if self._offer is None:
            self._subject = subject
            return
        wanted = wanted_of(self._offer, subject)
        if wanted is not None:
            self.choices.choose(wanted)

    def _compose(self) -> None:
        """Make what is chosen; until it is there nothing else can be printed."""
        if self.cycle is None or self._offer is None:
            return
        if self.composed is not None:
            self._place = self.composed.prepared.wanted, self.centre.sheets.page
        self.composed = None
        self.foot.show_document(False)
        self.before.show_cards(())
        self.centre.wait()
        place = exchange_folder_of(self.desk.database_id)  # where letters ask to put the answers
        self.composing.start(self.cycle, replace(self.choices.wanted, place=place))

    def _show_begun(self, begun: Begun) -> None:
        """The first pages, while the others are made: to look at."""
        self.centre.show_begun(begun)
        self._show_page(self.centre.sheets.page)

    def _show_composed(self, composed: Composed) -> None:
        found = self._offer
        if found is None:
            return
        self.composed = composed
        self.centre.show_pages(composed)
        wanted, page = self._place
        if wanted == composed.prepared.wanted and self.centre.sheets.page == 0:
            self.centre.sheets.go(page)  # the first pages have stood there meanwhile
        kind = composed.prepared.wanted.kind
        self.foot.show_document(True, word=kind in IN_WORD, workbook=kind in found.workbooks)
        papers = [paper_words(size.width(), size.height()) for size in composed.sizes]
        self.before.show_cards(remarks(composed.prepared, papers, found.settings, self.desk.actor))
        self._show_page(self.centre.sheets.page)

    def _open_movements(self) -> None:
        """Read 主な動き, or write them."""
        if self.cycle is not None:
            self.writing.open(self.cycle)

    def _put_right(self, key: str, subject: str) -> None:
        """To where a remark is put right: a page, or 主な動き."""
        if key == MOVEMENTS:
            self._open_movements()
        else:
            self.page_requested.emit(key, subject)

    def _open_before(self) -> None:
        """Open the drawer with the remarks, or close it."""
        self.beside.open_drawer(not self.beside.drawer_open)
        if self.beside.drawer_open:
            self.before.take_focus()
        else:
            self.centre.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, page: int) -> None:
        self.foot.show_page(page, self.centre.sheets.pages.rowCount(), all_there=self.composed is not None)

    def take(self, way: Way) -> None:
        """Print what is shown, save it as PDF, Word file or spreadsheet, or open it in another program."""
        composed, cycle, found = self.composed, self.cycle, self._offer
        if composed is None or cycle is None or found is None:
            return
        desk, wanted = self.desk, composed.prepared.wanted
        sent = Sent(cycle, wanted, on_paper=way == "print")
        name = file_name(name_parts(found, cycle, wanted), way if way in ("docx", "xlsx") else "pdf")
        if way == "pdf":
            self.ways.save_pdf(composed, name, sent)
        elif way == "outside":
            self.ways.open_outside(composed, name)
        elif way == "xlsx":
            self.ways.save_made(
                lambda: desk.ask(document_workbook, cycle, wanted.kind, desk.actor, desk.moment()), name, sent
            )
        elif way == "docx":
            self.ways.save_made(lambda: desk.ask(document_word, cycle, wanted, desk.actor, desk.moment()), name, sent)
        else:
            self.ways.print_(composed, self.centre.sheets.page, sent)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        printer.tell_printer(self, self.foot.show_printer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = text_scale(self)
        row = self.width() < _ROW_BELOW * scale
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if row else QBoxLayout.Direction.LeftToRight)
        self.choices.show_as_row(row)
        if row:
            self.choices.setMinimumWidth(0)
            self.choices.setMaximumWidth(16_777_215)
        else:
            self.choices.setFixedWidth(round(WIDTH * scale))
