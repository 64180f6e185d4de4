"""取組一覧: the plan as a tree with filters, the 個票 of the chosen unit beside it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plans import Node
from dxdesk.operations.change import Touched
from dxdesk.store.queries import cycles
from dxdesk.store.queries.initiatives import Initiatives, initiatives
from dxdesk.ui.bands import Band, Notice, announce
from dxdesk.ui.initiatives.beside import Beside
from dxdesk.ui.initiatives.filters import FilterBar
from dxdesk.ui.initiatives.foot import Foot, why_not
from dxdesk.ui.initiatives.number_box import NumberBox
from dxdesk.ui.initiatives.panel import WIDTH, SheetPanel
from dxdesk.ui.initiatives.plan_blocks import plan_blocks
from dxdesk.ui.initiatives.rows import Grouping, Row, tree_rows
from dxdesk.ui.initiatives.search import Chip, above, chip_counts, matching, visible_rows
from dxdesk.ui.initiatives.sheet import compose_sheet, day_words, unit_of
from dxdesk.ui.initiatives.tree import InitiativeTree, TreePlace
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.page import Page
from dxdesk.wording_screen import closed_cycle


def _axis_word(source: Initiatives) -> str:
    """What the plan calls its axes, without what it adds in brackets: 目線, 方針, MEGO."""
    name = next((level.name for level in source.plan.levels if level.role == "axis"), "")
    return name.partition("（")[0] or "軸"


class InitiativesPage(Page):
    """The list of a cycle. What is open and chosen is remembered per cycle."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    )
    """What makes the page out of date."""

    cycle: Cycle

    def __init__(self, desk: Desk, cycle: Cycle, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._source: Initiatives | None = None
        self._rows: tuple[Row, ...] = ()
        self._places: dict[str, TreePlace] = {}
        self.filters, self.tree, self.panel = FilterBar(), InitiativeTree(), SheetPanel()
        self.foot = Foot(desk.actor.role)
        self._lay_out()
        self.filters.changed.connect(self._show_rows)
        self.filters.left_downwards.connect(lambda: self.tree.setFocus(Qt.FocusReason.TabFocusReason))
        self.tree.row_chosen.connect(self._show_sheet)
        self.tree.row_requested.connect(self._open_sheet)
        self.panel.cycle_requested.connect(self._show_past)
        self.panel.today_requested.connect(self._show_sheet)
        self.panel.close_requested.connect(self._close_drawer)
        self.foot.open_all_requested.connect(self.tree.open_all)
        self.foot.close_all_requested.connect(self.tree.close_all)
        self.foot.sheet_requested.connect(self._open_sheet)
        self.foot.write_requested.connect(lambda: self.page_requested.emit("entry", self._chosen_code()))
        self.foot.board_requested.connect(lambda: self.page_requested.emit("board", self._chosen_code()))
        search = self.filters.start_search
        bind(self, {"Ctrl+F": search, "F3": search, "Ctrl+G": self.ask_number})
        self.setFocusProxy(self.tree)
        self.refresh()

    def _lay_out(self) -> None:
        self.band = Band()
        self._empty = QWidget()
        self._empty_words = PhraseLabel()
        clear = QPushButton(self.tr("条件を消す"))
        clear.clicked.connect(self.filters.clear)
        self._clear = clear
        middle = QVBoxLayout(self._empty)
        middle.setContentsMargins(24, 40, 24, 24)
        middle.addWidget(self._empty_words)
        middle.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        self.beside = Beside(left, self.panel, WIDTH)
        self.beside.drawer_changed.connect(self.panel.show_as_drawer)
        self.beside.drawer_changed.connect(self.foot.show_drawer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.band)
        whole.addWidget(self.beside, 1)
        whole.addWidget(self.foot)

    def refresh(self) -> None:
        """Read everything anew; what is chosen, open and searched for stays."""
        source = self.desk.ask(initiatives, self.cycle)
        self._source, self.cycle = source, source.cycle
        word = source.settings.status_word
        groupings: dict[Grouping, str] = {"axis": _axis_word(source), "owner": "実施主体", "status": "状況"}
        self.filters.show_groupings(groupings)
        chips: dict[Chip, str] = {
            "late": word("late"),
            "warn": word("warn"),
            "miss": word("miss"),
            "discuss": "協議",
            "changed": "変わったもの",
        }
        self.filters.show_counts(chips, chip_counts(tree_rows(source)))
        checking = source.board.checking
        self.foot.show_hint(
            f"{word('miss')} {source.board.counts['miss']}（うち確認中 {checking}）" if checking else ""
        )
        self._show_closed(source)
        self._show_rows()
        self._show_sheet()

    def _show_closed(self, source: Initiatives) -> None:
        newest = self.desk.ask(cycles.cycles)[-1].id == source.cycle.id
        if source.closed is None or not newest:  # of an older cycle the window says that it is past
            self.band.show_notice(None)
        else:
            self.band.show_notice(Notice("band-quiet", closed_cycle(day_words(source.closed.moment))))

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle, with what was open and chosen in it last time."""
        self._places[self.cycle.id] = self.tree.place
        self.cycle = cycle
        place = self._places.get(cycle.id)
        if place is not None:
            self.tree.restore(place)
        self.refresh()
        if place is not None and place.chosen:
            self.tree.choose(place.chosen)

    def show_unit(self, code: str) -> None:
        """Choose the unit of a code; conditions that hide it are taken away. Raises Problem for an unknown code."""
        source = self._source
        if source is None:
            return
        key = source.plan.unit(code).id
        if not any(row.key == key for row in visible_rows(self._rows, self.filters.words, self.filters.chip)):
            self.filters.clear()
        self.tree.choose(key)
        self._open_sheet()

    def show_subject(self, subject: str) -> None:
        """Choose the unit of a code."""
        if subject:
            self.show_unit(subject)

    def ask_number(self) -> None:
        """番号で開く."""
        if self._source is not None:
            NumberBox(self._source.plan, self.show_unit, self).open()

    def _show_rows(self) -> None:
        source = self._source
        if source is None:
            return
        self._rows = tree_rows(source, self.filters.grouping)
        words, chip = self.filters.words, self.filters.chip
        shown = visible_rows(self._rows, words, chip)
        wanted = (
            matching(shown, words)
            if words.strip()
            else {row.key for row in shown if row.kind == "unit"}
            if chip
            else set()
        )
        self.tree.show_rows(shown, above(shown, wanted))
        if self.tree.chosen is None:
            first = next((row for row in shown if row.kind == "unit"), next(iter(shown), None))
            if first is not None:
                self.tree.choose(first.key)
        self._stack.setCurrentWidget(self.tree if shown else self._empty)
        self._clear.setVisible(bool(self._rows))
        if not shown:
            found = f"「{words.strip()}」に合う取組はありません。" if words.strip() else "条件に合う取組はありません。"
            self._empty_words.show_text(found if self._rows else "この計画には取組がありません。")
            announce(self, self._empty_words.text())

    def _chosen_node(self) -> Node | None:
        source, key = self._source, self.tree.chosen
        node = source.plan.by_id.get(key) if source and key else None
        if source is None or node is None:
            return None
        return unit_of(source, node) or node

    def _show_sheet(self, _key: str = "") -> None:
        source, node = self._source, self._chosen_node()
        if source is None:
            return
        sheet = compose_sheet(source, node, plan_blocks(source, node)) if node else None
        self.panel.show_sheet(sheet, source.settings.status_word)
        reason = why_not(self.desk.actor, source, node.id) if sheet and sheet.code and node else ""
        self.foot.show_possible(bool(sheet and sheet.code), reason)

    def _show_past(self, cycle: str) -> None:
        """The record of a cycle as it was, in the panel only."""
        node = self._chosen_node()
        if node is None or cycle == self.cycle.id:
            self.panel.show_tab(0)
            return
        then = self.desk.ask(initiatives, self.desk.ask(cycles.cycle, cycle))
        known = then.plan.by_id.get(node.id)
        if known is not None:
            self.panel.show_tab(0)
            self.panel.show_sheet(
                compose_sheet(then, known, plan_blocks(then, known)), then.settings.status_word, past=True
            )

    def _open_sheet(self, _key: str = "") -> None:
        """Into the 個票: opened where it is a drawer."""
        self.beside.open_drawer()
        self.panel.take_focus()

    def _close_drawer(self) -> None:
        self.beside.open_drawer(False)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen_code(self) -> str:
        return self.panel.sheet.code or "" if self.panel.sheet else ""
