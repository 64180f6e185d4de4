"""ボード: the slides of a cycle in the window, full screen, and as tables."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.audience import Audience
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.store.queries.audience import audience
from dxdesk.ui.board.course import Position
from dxdesk.ui.board.course import course as units_in_order
from dxdesk.ui.board.foot import Foot, typed_words
from dxdesk.ui.board.full_screen import FullScreen
from dxdesk.ui.board.model import CODE_ROLE, SlideTableModel
from dxdesk.ui.board.stage import Stage
from dxdesk.ui.board.switches import Switches
from dxdesk.ui.board.tables import table_of
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import plain_label
from dxdesk.ui.page import Page
from dxdesk.ui.pages import TABS
from dxdesk.ui.reading import LARGE_UNITS, Reading
from dxdesk.wording.board import NO_UNITS, READING
from dxdesk.wording.screen import NO_CYCLE

_PATIENCE: Final = 300
"""Milliseconds that pass before the page says that it is reading."""

_ROWS_MEASURED: Final = 50

_NARROWEST, _WIDEST = 160, 320
"""Px between which the last column of a table is kept where the others leave it little room."""


def _slide_table(name: str) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setResizeContentsPrecision(_ROWS_MEASURED)
    return table


def _fit_columns(table: QTableView) -> None:
    """Every column as wide as its words; those of the last go on below inside the window, where that leaves room."""
    header, modes = table.horizontalHeader(), QHeaderView.ResizeMode
    header.setSectionResizeMode(modes.Interactive)
    table.resizeColumnsToContents()
    last = header.count() - 1
    if table.viewport().width() - header.sectionPosition(last) >= _NARROWEST:
        header.setSectionResizeMode(last, modes.Stretch)
    else:
        header.resizeSection(last, min(header.sectionSize(last), _WIDEST))


class BoardPage(Page):
    """The slides of a cycle. Slide, filter, page, shape and size of letters stay when they are shown anew."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    )
    """What makes the page out of date."""

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._shown: Audience | None = None
        self._wanted = ""
        self._reading = Reading(desk, self)
        self.full_screen: FullScreen | None = None
        role = desk.actor.role
        projects = "project" in POLICY[role]
        self.switches, self.stage = Switches(), Stage()
        self.foot = Foot(below="board" not in TABS[role], projects=projects)
        self.table, self._model = _slide_table(self.tr("スライドの表")), SlideTableModel(self)
        self.table.setModel(self._model)
        self._lay_out()
        self._connect()
        self.stage.set_shape(self.switches.shape)
        self.setFocusProxy(self.stage)
        if projects:
            bind(self, {"Alt+Return": self.open_full_screen, "Alt+Enter": self.open_full_screen})
        self.refresh()

    def _lay_out(self) -> None:
        self._words = plain_label("" if self.cycle else NO_CYCLE, "section")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._slides = QWidget()
        margin = QVBoxLayout(self._slides)
        margin.setContentsMargins(8, 8, 8, 8)
        margin.addWidget(self.stage)
        self._stack = QStackedWidget()
        for widget in (self._words, self._slides, self.table):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.switches)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        stage, switches, foot = self.stage, self.switches, self.foot
        stage.moved.connect(self._show_state)
        stage.left.connect(lambda: self.back_requested.emit() if "board" not in TABS[self.desk.actor.role] else None)
        switches.view_chosen.connect(stage.show_view)
        switches.unit_requested.connect(self._open_first)
        switches.months_chosen.connect(lambda months: stage.go(replace(stage.position, months=months, page=0)))
        switches.status_chosen.connect(lambda status: stage.go(replace(stage.position, status=status)))
        switches.shape_chosen.connect(stage.set_shape)
        switches.scale_chosen.connect(stage.set_scale)
        foot.back_requested.connect(self.back_requested)
        foot.step_requested.connect(stage.step)
        foot.sheet_requested.connect(lambda: self.page_requested.emit("initiatives", stage.position.code or ""))
        foot.table_toggled.connect(self.show_table)
        foot.full_screen_requested.connect(self.open_full_screen)
        self.table.activated.connect(self._open_row)

    def refresh(self) -> None:
        """Read everything anew; the place among the slides stays."""
        cycle = self.cycle
        if cycle is None:
            return
        QTimer.singleShot(_PATIENCE, self, self._say_reading)
        self._reading.start(lambda: self.desk.ask(audience, cycle), self._show)

    def _say_reading(self) -> None:
        if self._shown is None:
            self._words.setText(self.tr(READING))

    def _show(self, found: Audience) -> None:
        self.cycle = found.cycle
        self._shown = found
        if not found.board.cards:
            self._words.setText(NO_UNITS)
            self._stack.setCurrentWidget(self._words)
        elif self._stack.currentWidget() is self._words:
            self._stack.setCurrentWidget(self._slides)
        self.switches.show_content(self._shown)
        self.stage.show_content(self._shown)
        if self.full_screen is not None:
            self.full_screen.stage.show_content(self._shown)
        wanted, self._wanted = self._wanted, ""
        if self._shown.card(wanted):
            self.show_subject(wanted)

    def set_cycle(self, cycle: Cycle) -> None:
        """Show the board of another cycle."""
        self.stage.go(Position())
        super().set_cycle(cycle)

    def show_subject(self, subject: str) -> None:
        """Show the slide of a unit, by its code. Raises Problem for an unknown code."""
        if not subject:
            return
        if self._shown is None:
            self._wanted = subject
            return
        if self._shown.card(subject) is None:
            raise Problem("plan.unknown_code", "initiative", {"text": subject, "near": ""})
        self.show_table(False)
        self.stage.open_unit(subject)

    def show_table(self, table: bool) -> None:
        """The slide that is shown as a table, or the slide again."""
        if self._shown is None or not self._shown.board.cards:
            return
        self._stack.setCurrentWidget(self.table if table else self._slides)
        self.foot.press_table(table)
        self._show_state()
        self.setFocusProxy(self.table if table else self.stage)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_full_screen(self) -> None:
        """The slides on the whole screen, from where the window stands; leaving it brings the place back."""
        if self._shown is None or not self._shown.board.cards or self.full_screen is not None:
            return
        self.full_screen = FullScreen(self._shown, self.stage.position, self.switches.scale, self)
        self.full_screen.setScreen(self.screen())
        self.full_screen.setGeometry(self.screen().geometry())  # no desktop has to be asked for the whole screen
        self.full_screen.closed.connect(self._left_full_screen)
        self.full_screen.showFullScreen()

    def _left_full_screen(self, position: Position) -> None:
        self.full_screen = None
        self.stage.go(position)
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_first(self) -> None:
        """The slide of the first unit to speak about."""
        if self._shown is not None and self.stage.position.code is None:
            line = units_in_order(self._shown, self.stage.position.status) or units_in_order(self._shown)
            self.stage.open_unit(line[0].code)

    def _open_row(self, index: QModelIndex) -> None:
        self.show_subject(str(index.data(CODE_ROLE)))

    def _show_state(self) -> None:
        """Buttons, words and table that follow the slide."""
        table = self._stack.currentWidget() is self.table
        self.switches.show_position(self.stage.position)
        there = self._shown is not None and bool(self._shown.board.cards)
        self.foot.show_state(
            self.stage.sight if there else None, typed_words(self.stage.typed, self.stage.meant), table
        )
        if table and self._shown is not None:
            self._show_rows(self._shown)

    def _show_rows(self, shown: Audience) -> None:
        found = table_of(shown, self.stage.position)
        chosen = self.table.currentIndex().data(CODE_ROLE) or self.stage.position.code or ""
        self._model.show_table(found)
        self.table.setAccessibleDescription(found.words)
        _fit_columns(self.table)
        if len(found.rows) <= LARGE_UNITS:  # every row is measured
            self.table.resizeRowsToContents()
        self.table.selectRow(max(0, self._model.row_of(str(chosen))))
