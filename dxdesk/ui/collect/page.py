"""回収: the matrix of who answered what, the chosen answer beside it, and what is to be done next."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.store.queries.collection import Collection, collection
from dxdesk.ui.bands import Notice, announce
from dxdesk.ui.collect.filters import CollectFilters
from dxdesk.ui.collect.foot import CollectFoot
from dxdesk.ui.collect.matrix import Chosen, Matrix
from dxdesk.ui.collect.next_steps import next_steps, primary_step
from dxdesk.ui.collect.panel import WIDTH, CollectPanel
from dxdesk.ui.collect.rows import MatrixRow, filter_counts, matrix_rows, visible
from dxdesk.ui.collect.showing import show_chosen
from dxdesk.ui.collect.slot import Slot, day_of, read_slot
from dxdesk.ui.collect.work import Work
from dxdesk.ui.entry.reading import today
from dxdesk.ui.initiatives.beside import Beside
from dxdesk.ui.initiatives.number_box import NumberBox
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.page import Page
from dxdesk.ui.reading import Reading
from dxdesk.wording_collect import NO_CYCLE_YET, NOTHING_ASKED, NOTHING_FITS, nothing_found
from dxdesk.wording_screen import closed_cycle


class CollectPage(Page):
    """The secretariat's home. What is chosen is remembered per cycle."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN
        | Touched.DEPARTMENTS
        | Touched.SETTINGS
        | Touched.CYCLES
        | Touched.DRAFTS
        | Touched.REPLIES
        | Touched.MEETINGS
    )

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.source: Collection | None = None
        self._rows: tuple[MatrixRow, ...] = ()
        self._places: dict[str, Chosen] = {}
        self._wanted: Chosen | None = None
        self._reading = Reading(desk, self)
        self.filters, self.matrix = CollectFilters(), Matrix()
        self.panel, self.foot = CollectPanel(), CollectFoot()
        self.work = Work(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.matrix)
        self.refresh()

    def _lay_out(self) -> None:
        self._empty = QWidget()
        self._empty_words = PhraseLabel(look="section")
        self._clear = QPushButton(self.tr("条件を消す"))
        self._clear.clicked.connect(self.filters.clear)
        middle = QVBoxLayout(self._empty)
        middle.setContentsMargins(24, 40, 24, 24)
        middle.setSpacing(12)
        middle.addWidget(self._empty_words)
        middle.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self._empty)
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
        work, matrix, foot = self.work, self.matrix, self.foot
        self.beside.drawer_changed.connect(self.panel.show_as_drawer)
        self.beside.drawer_changed.connect(foot.show_drawer)
        self.filters.changed.connect(self._filter)
        self.filters.left_downwards.connect(lambda: matrix.setFocus(Qt.FocusReason.TabFocusReason))
        matrix.chosen_changed.connect(self.show_panel)
        matrix.marked_changed.connect(self.show_panel)
        matrix.opened.connect(lambda by_key: self.open_panel(focus=by_key))
        self.panel.action_requested.connect(work.do)
        self.panel.close_requested.connect(self.escape)
        self.panel.next_steps.requested.connect(work.go)
        work.reviewing.said.connect(self.said)
        work.reviewing.trouble_changed.connect(self.notice_changed)
        foot.primary_requested.connect(work.press)
        foot.stop_requested.connect(work.stop)
        foot.panel_requested.connect(lambda: self.open_panel(focus=True))
        foot.step_requested.connect(self.step_waiting)
        search = self.filters.start_search
        keys = {"Ctrl+F": search, "F3": search, "F5": self.refresh, "Esc": self.escape, "Ctrl+G": self.ask_number}
        keys |= {"Ctrl+Return": work.take, "Ctrl+Enter": work.take}
        bind(self, {**keys, "Ctrl+Up": lambda: matrix.step(-1), "Ctrl+Down": lambda: matrix.step(1)})

    @property
    def may(self) -> bool:
        """Whether this person may review answers of this cycle now."""
        open_cycle = self.source is not None and self.source.cycle.open
        return open_cycle and "review" in POLICY[self.desk.actor.role] and not self.desk.database.read_only

    def refresh(self) -> None:
        """Read everything anew; what is chosen, marked, searched for and being written stays."""
        cycle = self.cycle
        if cycle is None:
            self.show_rows()
            self.renew_foot()
            return
        day = today(self.desk)

        def read() -> tuple[Collection, tuple[MatrixRow, ...]]:
            source = self.desk.ask(collection, cycle, day)
            return source, matrix_rows(source)

        self._reading.start(read, self._show)

    def _show(self, found: tuple[Collection, tuple[MatrixRow, ...]]) -> None:
        source, rows = found
        if self.cycle is None or source.cycle.id != self.cycle.id:
            return
        self.source, self.cycle = source, source.cycle
        self._rows = rows
        self.filters.show_counts(source.collected.asked, filter_counts(source))
        self.show_rows()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._choose(wanted)
        self.renew_foot()
        self.notice_changed.emit()

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle, with what was chosen in it last time."""
        if self.cycle is not None and self.matrix.chosen is not None:
            self._places[self.cycle.id] = self.matrix.chosen
        self.work.stop()
        self._wanted = self._places.get(cycle.id) if self.cycle is None or cycle.id != self.cycle.id else None
        self.matrix.mark(())
        super().set_cycle(cycle)

    def show_subject(self, subject: str) -> None:
        """Choose the answer of a code and, after a colon, a department (id). Raises Problem for an unknown code."""
        code, _, department = subject.partition(":")
        if self.source is None:
            return
        unit = self.source.plan.unit(code).id
        row = next((each for each in self.source.collected.rows if each.unit == unit), None)
        if row is not None:
            self._choose((unit, department if department in row.cells else next(iter(row.cells))))

    def _choose(self, chosen: Chosen) -> None:
        """Choose a cell; conditions that hide it are taken away."""
        if not self.matrix.choose(chosen) and any(row.key == chosen[0] for row in self._rows):
            self.filters.clear()
            self.matrix.choose(chosen)

    def notice(self) -> Notice | None:
        """What could not be saved; else that the cycle is closed."""
        source = self.source
        if self.work.reviewing.trouble is not None:
            return self.work.reviewing.trouble
        if source is None or source.closed is None or not source.newest:
            return None
        words = closed_cycle(day_of(source.closed.moment))
        if "cycle" not in POLICY[self.desk.actor.role] or self.desk.database.read_only:
            return Notice("band-quiet", words)
        return Notice(
            "band-quiet", words, (("理由を書いて開け直す", lambda: self.page_requested.emit("close_cycle", "")),)
        )

    def leave(self) -> bool:
        """What is written for a 差戻し stays with its slot."""
        if self.work.task is not None:
            self.work.task.commit()
        return True

    def _filter(self) -> None:
        """Show what the conditions leave, and choose the first of it."""
        self.show_rows()
        self.matrix.choose_first(self.filters.chosen)

    def show_rows(self) -> None:
        """Show the rows that the conditions leave."""
        source, chosen, words = self.source, self.filters.chosen, self.filters.words
        shown = visible(self._rows, chosen, words)
        self.matrix.show_rows(shown, source.departments if source else (), chosen)
        if self.matrix.chosen is None:
            self.matrix.choose_first()
        self._stack.setCurrentWidget(self.matrix if shown else self._empty)
        self.filters.setVisible(source is not None)
        self._clear.setVisible(bool(self._rows))
        if not shown:
            found = nothing_found(words.strip()) if words.strip() else NOTHING_FITS
            found = found if self._rows else NOTHING_ASKED
            self._empty_words.show_text(found if source is not None else NO_CYCLE_YET if self.cycle is None else "")
            announce(self, self._empty_words.text())
        self.show_panel()

    def show_panel(self) -> None:
        """Show what is chosen; a task for something else is put aside."""
        show_chosen(self)

    def slot(self) -> Slot | None:
        """The chosen answer; None where a unit is chosen, or nothing."""
        chosen = self.matrix.chosen
        if self.source is None or chosen is None or chosen[1] is None:
            return None
        return read_slot(self.desk, self.source, (chosen[0], chosen[1]))

    def chosen_code(self) -> str:
        """The code of the chosen unit."""
        chosen = self.matrix.chosen
        return self.source.plan.by_id[chosen[0]].code or "" if self.source and chosen else ""

    def renew_foot(self) -> None:
        """Show what the filled button does now."""
        task, source = self.work.task, self.source
        if task is not None:
            self.foot.show_primary(*task.primary(), task=True)
        elif source is None:
            may = "cycle" in POLICY[self.desk.actor.role] and not self.desk.database.read_only and self.cycle is None
            self.foot.show_primary(self.tr("次の回をつくる"), may, task=False)
        else:
            _, words, enabled = primary_step(source, may=self.may)
            self.foot.show_primary(words, enabled, task=False)
        waiting = bool(source and source.collected.acceptable)
        self.foot.show_waiting(waiting and self.may, hint=self.may and task is None)
        self.panel.next_steps.show_steps(next_steps(source, may=self.may) if source else ())

    def step_waiting(self, places: int) -> None:
        """To the next answer that waits for its review, around the end."""
        if self.source is None:
            return
        order = [(row.unit, each) for row in self.source.collected.rows for each in row.cells]
        waiting = set(self.source.collected.acceptable)
        chosen = self.matrix.chosen
        start = order.index(chosen) if chosen in order else -1 if places > 0 else 0
        for step in range(1, len(order) + 1):
            key = order[(start + places * step) % len(order)]
            if key in waiting:
                self._choose(key)
                return

    def open_panel(self, *, focus: bool) -> None:
        """Into the panel: opened where it is a drawer. Enter on a 取りまとめ goes on to its page."""
        self.beside.open_drawer()
        if focus:
            self.panel.take_focus()

    def ask_number(self) -> None:
        """番号で開く."""
        if self.source is not None:
            NumberBox(self.source.plan, self.show_subject, self).open()

    def escape(self) -> None:
        """One step out: the task, then the drawer."""
        if self.work.task is not None:
            self.work.stop()
            return
        self.beside.open_drawer(False)
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
