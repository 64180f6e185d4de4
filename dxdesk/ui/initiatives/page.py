"""取組一覧: the plan as a tree with filters, the 個票 of the chosen unit beside it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.store.queries.initiatives import Initiatives, initiatives
from dxdesk.ui.bands import Notice
from dxdesk.ui.beside import Beside
from dxdesk.ui.initiatives.foot import Foot, why_not
from dxdesk.ui.initiatives.groupings import Grouping
from dxdesk.ui.initiatives.list_pane import ListPane, ListPlace
from dxdesk.ui.initiatives.number_box import NumberBox
from dxdesk.ui.initiatives.panel import PAST, WIDTH
from dxdesk.ui.initiatives.right_side import RightSide
from dxdesk.ui.initiatives.rows import Row, tree_rows
from dxdesk.ui.initiatives.searching import Searching
from dxdesk.ui.initiatives.sheet import day_words
from dxdesk.ui.initiatives.showing import Showing
from dxdesk.ui.initiatives.spreadsheet import save_list
from dxdesk.ui.key_actions import bind
from dxdesk.ui.page import Page
from dxdesk.ui.printing.ways import Ways
from dxdesk.ui.reading import Reading
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.initiatives import (
    OPENS_AS_IT_WAS,
    REPORTED_NOW,
    UNFINISHED,
    counted_twice,
    unanswered,
)
from dxdesk.wording.screen import closed_cycle

Listed = tuple[Initiatives, tuple[Grouping, tuple[Row, ...]]]
"""The list of a cycle, and its rows for a grouping."""


class InitiativesPage(Page):
    """The list of a cycle. What is open, chosen and grouped is remembered per cycle."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    )
    cycle: Cycle

    def __init__(self, desk: Desk, cycle: Cycle, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._source: Initiatives | None = None
        self._places: dict[str, ListPlace] = {}
        self._wanted = ""
        role = desk.actor.role
        self.pane, self.foot = ListPane(), Foot(role)
        self.right = RightSide(desk, offers_print="report" in POLICY[role])
        self.beside = Beside(self.pane, self.right, WIDTH, self)
        self.showing = Showing(desk, self.pane, self.right.panel, self)
        self.searching = Searching(desk, self.pane, self.showing, self)
        self._reading, self.ways = Reading(desk, self), Ways(desk, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.beside, 1)
        whole.addWidget(self.foot)
        self._connect()
        self.setFocusProxy(self.pane.tree)
        self.refresh()

    def _connect(self) -> None:
        pane, panel, foot, right = self.pane, self.right.panel, self.foot, self.right
        self.ways.said.connect(lambda words: self.said.emit(words, False))
        pane.row_chosen.connect(lambda: right.follow(self.showing.node))
        pane.row_requested.connect(self._open_sheet)
        for signal in (pane.shown, panel.tab_changed, self.showing.shown, right.reporting_changed):
            signal.connect(self._show_foot)
        panel.close_requested.connect(self._close_drawer)
        self.beside.drawer_changed.connect(panel.show_as_drawer)
        self.beside.drawer_changed.connect(foot.show_drawer)
        foot.open_all_requested.connect(pane.tree.open_all)
        foot.close_all_requested.connect(pane.tree.close_all)
        foot.sheet_requested.connect(self._open_sheet)
        foot.save_requested.connect(self._save)
        foot.report_requested.connect(self.report)
        foot.record_requested.connect(right.record)
        foot.back_requested.connect(right.show_panel)
        right.reporting.reported.connect(lambda: self.said.emit(REPORTED_NOW, False))
        right.reporting.saving.state_changed.connect(self.save_state_changed)
        right.reporting.saving.state_changed.connect(lambda _state: self.notice_changed.emit())
        go = self.page_requested.emit
        for asked in (panel.print_requested, foot.print_requested):
            asked.connect(lambda: go("print", f"sheet:{self.showing.code}"))
        foot.write_requested.connect(lambda: go("entry", self.showing.code))
        foot.board_requested.connect(lambda: go("board", self.showing.code))
        panel.term_requested.connect(lambda term: go("help", term))
        self.searching.page_requested.connect(self.page_requested)
        search = pane.filters.search.start
        record = right.record_if_writing
        bind(self, {"Ctrl+F": search, "F3": search, "Ctrl+G": self.ask_number, "Ctrl+Return": record})

    def refresh(self) -> None:
        """Read everything anew; what is chosen, open, searched for and being written stays."""
        desk, cycle, grouping = self.desk, self.cycle, self.pane.next_grouping

        def read() -> Listed:
            source = desk.ask(initiatives, cycle)
            return source, (grouping, tree_rows(source, grouping))

        self._reading.start(read, self._show)

    def _show(self, listed: Listed) -> None:
        source, prepared = listed
        self._source, self.cycle = source, source.cycle
        self.pane.show_source(source, prepared)
        self.showing.show_source(source)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.show_subject(wanted)
        self.searching.search(self.pane.filters.words.strip())
        self.notice_changed.emit()

    def notice(self) -> Notice | None:
        """What could not be saved; else that the newest cycle is closed: of an older one the window says so itself."""
        failed = unsaved_notice(self, self.right.reporting.saving)
        if failed is not None:
            return failed
        source = self._source
        if source is None or source.closed is None or not source.newest:
            return None
        return Notice("band-quiet", closed_cycle(day_words(source.closed.moment)))

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle, with what was open, grouped and chosen in it last time."""
        if cycle.id != self.cycle.id:
            self.right.show_panel()
            self._places[self.cycle.id] = self.pane.place
            self.pane.go_back_to(self._places.get(cycle.id))
        self.cycle = cycle
        self.refresh()

    def leave(self) -> bool:
        """Keep what is being written for a report."""
        return self.right.leave()

    def show_unit(self, code: str) -> None:
        """Choose the unit of a code; conditions that hide it are taken away. Raises Problem for an unknown code."""
        if self._source is None:
            self._wanted = code
            return
        self.pane.choose_node(self._source.plan.unit(code).id)
        self._open_sheet()

    def show_subject(self, subject: str) -> None:
        """Choose the unit of a code, and with ``code:report`` go on with what is being reported on it."""
        if self._source is None:
            self._wanted = subject
            return
        code, _, what = subject.partition(":")
        if code:
            self.show_unit(code)
        if what == "report":
            self.report()

    def ask_number(self) -> None:
        """番号で開く."""
        if self._source is not None:
            NumberBox(self._source.plan, self.show_unit, self).open()

    def report(self) -> None:
        """いま報告する on the chosen unit."""
        sheet = self.right.panel.sheet
        if sheet is not None and sheet.unit is not None:
            self.beside.open_drawer()
            self.right.begin(sheet.unit, sheet.name)

    def _show_foot(self, _changed: object = None) -> None:
        """What can be done with what is shown, and a quiet word beside it."""
        source, code = self._source, self.showing.code
        if source is None:
            return
        node = self.showing.node
        reason = why_not(self.desk.actor, source, node.id) if code and node else ""
        self.foot.show_reporting(self.right.writing)
        self.foot.show_possible(bool(code), reason, writable=self.right.reporting.possible)
        units, rows = self.pane.doubled
        checking = source.board.checking
        if code and node and self.right.reporting.unfinished(node.id):
            self.foot.show_hint(UNFINISHED)
        elif rows > units:
            self.foot.show_hint(counted_twice(units, rows))
        elif self.right.panel.tab == PAST:
            self.foot.show_hint(OPENS_AS_IT_WAS)
        else:
            missing = source.settings.status_word("miss")
            self.foot.show_hint(unanswered(missing, source.board.counts["miss"], checking) if checking else "")

    def _save(self) -> None:
        """Excelで保存."""
        if self._source is not None:
            save_list(self.ways, self.desk, self._source, self.pane.cards())

    def _open_sheet(self, _key: str = "") -> None:
        """Into the 個票: opened where it is a drawer."""
        self.beside.open_drawer()
        self.right.take_focus()

    def _close_drawer(self) -> None:
        self.beside.open_drawer(False)
        self.pane.tree.setFocus(Qt.FocusReason.OtherFocusReason)
