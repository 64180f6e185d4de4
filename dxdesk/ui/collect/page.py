"""回収: the matrix of who answered what, the chosen answer beside it, and what is to be done next."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.change import Touched
from dxdesk.store.queries.collection import Collection, collection
from dxdesk.ui.bands import Notice
from dxdesk.ui.beside import Beside
from dxdesk.ui.collect.area import MatrixArea
from dxdesk.ui.collect.arrivals import ArrivalsNotice
from dxdesk.ui.collect.foot import CollectFoot
from dxdesk.ui.collect.matrix import Chosen
from dxdesk.ui.collect.next_steps import next_steps, primary_step
from dxdesk.ui.collect.panel import WIDTH, CollectPanel
from dxdesk.ui.collect.rows import MatrixRow, matrix_rows
from dxdesk.ui.collect.showing import show_chosen
from dxdesk.ui.collect.slot import Slot, read_slot
from dxdesk.ui.collect.ways import Ways
from dxdesk.ui.collect.work import Work
from dxdesk.ui.entry.reading import today
from dxdesk.ui.key_actions import bind
from dxdesk.ui.page import Page
from dxdesk.ui.reading import LARGE_UNITS, Reading
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.ui.walk import Walk
from dxdesk.ui.words import day_of
from dxdesk.wording.screen import closed_cycle


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
        self._places: dict[str, Chosen] = {}
        self._wanted: Chosen | None = None
        self._subject = ""
        self._reading = Reading(desk, self)
        self.area, self.panel, self.foot = MatrixArea(), CollectPanel(), CollectFoot()
        self.filters, self.matrix = self.area.filters, self.area.matrix
        self.beside = Beside(self.area, self.panel, WIDTH)
        self.arrivals = ArrivalsNotice(self)
        self.work, self.ways, self._walk = Work(self), Ways(self), Walk(self.show_panel, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.beside, 1)
        whole.addWidget(self.foot)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        work, ways, foot = self.work, self.ways, self.foot
        self.beside.drawer_changed.connect(self.panel.show_as_drawer)
        self.beside.drawer_changed.connect(foot.show_drawer)
        self.area.shown.connect(self.show_panel)
        self.matrix.chosen_changed.connect(self._chosen)
        self.matrix.marked_changed.connect(self.show_panel)
        self.matrix.opened.connect(lambda by_key: ways.open_panel(focus=by_key))
        self.panel.action_requested.connect(work.do)
        self.panel.close_requested.connect(ways.escape)
        self.panel.next_steps.requested.connect(ways.go)
        work.reviewing.said.connect(self.said)
        work.reviewing.trouble_changed.connect(self.notice_changed)
        autosave = work.returning.autosave
        autosave.state_changed.connect(self.save_state_changed)
        autosave.state_changed.connect(lambda _state: self.notice_changed.emit())
        foot.primary_requested.connect(ways.press)
        foot.stop_requested.connect(work.stop)
        foot.panel_requested.connect(lambda: ways.open_panel(focus=True))
        foot.step_requested.connect(ways.step)
        self.arrivals.changed.connect(self.notice_changed)
        self.arrivals.changed.connect(self.renew_foot)
        bind(self, ways.keys())

    @property
    def may(self) -> bool:
        """Whether this person may review answers of this cycle now."""
        open_cycle = self.source is not None and self.source.cycle.open
        return open_cycle and "review" in POLICY[self.desk.actor.role] and not self.desk.database.read_only

    @property
    def may_open(self) -> bool:
        """Whether this person may make the next cycle, or open this one again."""
        return "cycle" in POLICY[self.desk.actor.role] and not self.desk.database.read_only

    def refresh(self) -> None:
        """Read everything anew; what is chosen, marked, searched for and being written stays."""
        if self.work.returning.saving:
            return
        cycle = self.cycle
        self.setFocusProxy(self.foot.primary if cycle is None else self.matrix)
        if cycle is None:
            self.area.show_nothing()
            self.show_panel()
            self.renew_foot()
            return
        day = today(self.desk)

        def read() -> tuple[Collection, tuple[MatrixRow, ...]]:
            source = self.desk.ask(collection, cycle, day)
            return source, matrix_rows(source)

        self._reading.start(read, self._show)

    def _show(self, found: tuple[Collection, tuple[MatrixRow, ...]]) -> None:
        self.arrivals.inbox.look()
        source, rows = found
        self.source, self.cycle = source, source.cycle
        self.area.show_source(source, rows)
        wanted, self._wanted = self._wanted, None
        subject, self._subject = self._subject, ""
        if wanted is not None:
            self.area.choose(wanted)
        if subject:
            self.show_subject(subject)
        self.renew_foot()
        self.notice_changed.emit()

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle, with what was chosen in it last time."""
        if self.cycle is not None and self.matrix.chosen is not None:
            self._places[self.cycle.id] = self.matrix.chosen
        if self.cycle is None or cycle.id != self.cycle.id:
            self.work.stop()
            self.matrix.mark(())
            self._wanted = self._places.get(cycle.id)
        super().set_cycle(cycle)

    def show_subject(self, subject: str) -> None:
        """Choose the answer of a code and, after a colon, a department (id). Raises Problem for an unknown code."""
        code, _, department = subject.partition(":")
        if self.source is None:
            self._subject = subject
            return
        unit = self.source.plan.unit(code).id
        row = next((each for each in self.source.collected.rows if each.unit == unit), None)
        if row is not None:
            self.area.choose((unit, department if department in row.cells else next(iter(row.cells))))

    def notice(self) -> Notice | None:
        """What could not be saved; else what has arrived, or that the cycle is closed."""
        source = self.source
        if self.work.reviewing.trouble is not None:
            return self.work.reviewing.trouble
        if (unsaved := unsaved_notice(self, self.work.returning.autosave)) is not None:
            return unsaved
        if (arrived := self.arrivals.notice()) is not None:
            return arrived
        if source is None or source.closed is None or not source.newest:
            return None
        reopen = ("理由を書いて開け直す", lambda: self.page_requested.emit("close_cycle", ""))
        return Notice("band-quiet", closed_cycle(day_of(source.closed.moment)), (reopen,) if self.may_open else ())

    def look_again(self) -> None:
        """F5: everything anew, the exchange folder too."""
        self.refresh()
        self.arrivals.inbox.look()

    def leave(self) -> bool:
        """What is written for a 差戻し stays with its answers."""
        if self.work.task is not None:
            self.work.task.commit()
        return self.work.returning.flush()

    def _chosen(self) -> None:
        """Another cell was reached; of a large plan those that are only passed are not read."""
        large = self.source is not None and len(self.source.plan.units) > LARGE_UNITS
        (self._walk.go if large else self.show_panel)()

    def show_panel(self) -> None:
        """Show what is chosen; a task for something else is put aside."""
        show_chosen(self)

    def slot(self) -> Slot | None:
        """The chosen answer; None where a unit is chosen, or nothing."""
        chosen = self.matrix.chosen
        if self.source is None or chosen is None or chosen[1] is None:
            return None
        return read_slot(self.desk, self.source, (chosen[0], chosen[1]))

    def renew_foot(self) -> None:
        """Show what the filled button does now, and what is left to do."""
        task, source = self.work.task, self.source
        if task is not None:
            self.foot.show_primary(*task.primary(), task=True)
        elif source is None:
            self.foot.show_primary(self.tr("次の回をつくる"), self.may_open and self.cycle is None, task=False)
        else:
            self.foot.show_primary(*primary_step(source, may=self.may, may_open=self.may_open)[1:], task=False)
        waiting = bool(source and source.collected.acceptable)
        self.foot.show_waiting(waiting and self.may, hint=self.may and task is None)
        left = self.arrivals.inbox.found.left
        self.panel.next_steps.show_steps(next_steps(source, may=self.may, left=left) if source and task is None else ())
