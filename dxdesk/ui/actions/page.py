"""宿題: the list with filters, the chosen one beside it."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.action_items import ACTION_CHIPS, ListedAction, passes
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import ActionState
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES
from dxdesk.domain.settings import Settings
from dxdesk.operations.change import Touched
from dxdesk.store.queries import plans
from dxdesk.store.queries.actions import action_list
from dxdesk.ui.actions.details import details, of_this_desk
from dxdesk.ui.actions.filters import ActionFilters
from dxdesk.ui.actions.foot import ActionsFoot
from dxdesk.ui.actions.giving import save_workbook
from dxdesk.ui.actions.panel import WIDTH, ActionPanel
from dxdesk.ui.actions.rows import chosen, rows_of
from dxdesk.ui.actions.view import ActionsView
from dxdesk.ui.actions.writing import Following
from dxdesk.ui.bands import Notice, announce
from dxdesk.ui.beside import Beside
from dxdesk.ui.dialogs import tell
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.page import Page
from dxdesk.ui.printing.ways import Ways
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.actions import (
    CLEAR,
    nothing_found,
    nothing_yet,
)


class ActionsPage(Page):
    """The 宿題 a cycle looks at; 担当 and 課長 see those of their departments."""

    SHOWS: ClassVar[Touched] = Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.MEETINGS

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._listed: tuple[ListedAction, ...] = ()
        self._held: str | None = None
        self.word = Settings().action_word
        self.filters, self.table, self.panel = ActionFilters(self.word), ActionsView(self.word), ActionPanel()
        self.foot = ActionsFoot(own=desk.actor.role in OWN_DEPARTMENT_ROLES)
        self.following, self.ways = Following(desk, self._composing, self), Ways(desk, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.refresh()

    def _lay_out(self) -> None:
        self._words = PhraseLabel()
        self._clear = QPushButton(CLEAR)
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.setContentsMargins(24, 40, 24, 24)
        middle.addWidget(self._words)
        middle.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        self.beside = Beside(left, self.panel, WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.beside, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        table, panel, following = self.table, self.panel, self.following
        self.filters.changed.connect(self._filter)
        self.filters.left_downwards.connect(lambda: table.setFocus(Qt.FocusReason.TabFocusReason))
        self._clear.clicked.connect(self.filters.clear)
        table.row_chosen.connect(self._show_chosen)
        table.row_requested.connect(self._open_panel)
        table.print_requested.connect(self._print_group)
        panel.state_chosen.connect(self._choose_state)
        panel.outcome_edited.connect(following.type_outcome)
        panel.outcome_left.connect(following.leave)
        panel.postpone_requested.connect(following.postpone)
        panel.assign_requested.connect(following.assign)
        panel.minutes_requested.connect(lambda meeting: self.page_requested.emit("minutes", meeting))
        panel.print_requested.connect(self._print_group)
        panel.close_requested.connect(self._close_panel)
        following.said.connect(self.said)
        following.refused.connect(panel.say_problem)
        following.troubled.connect(lambda words: tell(self, words))
        following.autosave.state_changed.connect(self.save_state_changed)
        following.autosave.state_changed.connect(lambda _state: self.notice_changed.emit())
        self.beside.drawer_changed.connect(panel.show_as_drawer)
        self.beside.drawer_changed.connect(self.foot.show_drawer)
        self.beside.drawer_changed.connect(lambda _drawer: self._show_chosen())
        self.foot.panel_requested.connect(self._open_panel)
        self.ways.said.connect(lambda words: self.said.emit(words, False))
        self.foot.workbook_requested.connect(lambda: save_workbook(self, self.ways, self.word))
        self.foot.print_requested.connect(self._print_all)
        search = self.filters.search.start
        bind(self, {"Ctrl+F": search, "F3": search, "Esc": self._close_panel})

    def _composing(self) -> bool:
        composition = self.panel.composition
        return composition is not None and bool(composition.text)

    def refresh(self) -> None:
        """Read everything anew; what is chosen, typed and searched for stays."""
        cycle = self.cycle
        self._listed = of_this_desk(self.desk, self.desk.ask(action_list, cycle)) if cycle else ()
        if cycle is not None:
            self.word = self.desk.ask(plans.settings, cycle.settings_revision)[1].action_word
        today = self._today
        counts = {chip: sum(passes(each, chip, today) for each in self._listed) for chip in ACTION_CHIPS}
        self.filters.show_counts(self.word, len(self._listed), counts["overdue"], counts)
        self.foot.show_possible(self.word, some=bool(self._listed))
        self._show_rows()

    def show_subject(self, subject: str) -> None:
        """Choose the 宿題 of an id; conditions that hide it are taken away."""
        if subject and not self.table.choose(subject):
            self.filters.clear()
            self.table.choose(subject)

    @property
    def _today(self) -> date:
        return datetime.fromisoformat(self.desk.moment()).date()

    def _filter(self) -> None:
        self._held = None
        self._show_rows()

    def _choose_state(self, action: str, state: ActionState) -> None:
        """Set how far it is. Its row stays, though the filter counts it no more: what was done is still to be said."""
        self._held = action
        self.following.choose_state(action, state)
        if state == "done":
            self.panel.focus_outcome()

    def _show_rows(self) -> None:
        filters = self.filters
        shown = chosen(self._listed, filters.words, filters.chip, self._today, self._held)
        self.table.show_rows(rows_of(shown, filters.grouping, self._today), self.word)
        if shown and self.table.chosen is None:
            self.table.choose_first()
        self._stack.setCurrentIndex(0 if shown else 1)
        if not shown:
            self._words.show_text(
                nothing_found(filters.words.strip(), self.word) if self._listed else nothing_yet(self.word)
            )
            self._clear.setVisible(bool(self._listed))
            announce(self, self._words.text())
        self._show_chosen()

    def _show_chosen(self, _key: str = "") -> None:
        """The chosen row in the panel; what was typed about another one is put on record first."""
        row = next((each for each in self.table.source.rows() if each.key == self.table.chosen), None)
        before = self.panel.details
        if before is not None and (row is None or row.key != before.listed.action.id):
            self.following.leave()
        if row is not None and self._held not in (None, row.key):
            self._held = None
            QTimer.singleShot(0, self, self._show_rows)  # not while the list tells what is chosen
        if row is None:
            self.panel.show_nothing()
            self.following.open(None, None)
        elif row.listed is None:
            self.panel.show_group(row, self.word)
            self.following.open(None, None)
        else:
            shown = details(self.desk, row.listed, self.word, self._today)
            self.panel.show_details(shown)
            self.following.open(row.listed, shown.writing)

    def _open_panel(self, _key: str = "") -> None:
        self.beside.open_drawer()
        self.panel.take_focus()

    def _close_panel(self) -> None:
        self.beside.open_drawer(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print_group(self, key: str) -> None:
        row = next((each for each in self.table.source.rows() if each.key == key), None)
        if row is not None and row.departments and self.leave():
            self.page_requested.emit("print", f"actions:{row.departments[0]}")

    def _print_all(self) -> None:
        own = self.desk.actor.departments
        if self.leave():
            named = own[0] if self.desk.actor.role in OWN_DEPARTMENT_ROLES and own else ""
            self.page_requested.emit("print", f"actions:{named}" if named else "actions")

    def notice(self) -> Notice | None:
        """What was typed cannot be saved."""
        return unsaved_notice(self, self.following.autosave)

    def leave(self) -> bool:
        """Put what was typed on record; False where that is not possible."""
        if self.panel.composition is not None:
            self.panel.composition.commit()
        return self.following.leave()
