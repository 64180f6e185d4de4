"""取りまとめ: the units on the left, the departments' answers beside them, and the one text they become."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.replies import Answer
from dxdesk.operations.change import Touched
from dxdesk.store.queries.consolidation import Consolidations, consolidations
from dxdesk.ui.bands import Notice
from dxdesk.ui.consolidate.body import Body
from dxdesk.ui.consolidate.drawing import Drawing
from dxdesk.ui.consolidate.foot import ConsolidateFoot, WithoutLine, show_possible
from dxdesk.ui.consolidate.open_unit import OpenUnit, read_open
from dxdesk.ui.consolidate.rows import unit_rows
from dxdesk.ui.consolidate.writing import Writing
from dxdesk.ui.entry.reading import today
from dxdesk.ui.entry.status_buttons import BUTTONS
from dxdesk.ui.key_actions import bind
from dxdesk.ui.page import Page
from dxdesk.ui.reading import Reading
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.consolidate import CHANGED_SINCE, DISPUTED, NO_CYCLE_YET, NOTHING_TO_DRAW, PASSED, SETTLE


class ConsolidatePage(Page):
    """One unit at a time. What is typed is kept until it is made final; ``leave`` before another is shown."""

    SHOWS: ClassVar[Touched] = Touched.CYCLES | Touched.REPLIES | Touched.DEPARTMENTS | Touched.SETTINGS

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.found: Consolidations | None = None
        self.shown: OpenUnit | None = None
        self._wanted = ""
        self._drawn: Answer | None = None
        self._reading = Reading(desk, self)
        self.body, self.without, self.foot = Body(self), WithoutLine(), ConsolidateFoot()
        self.form = self.body.form
        self.writing = Writing(desk, self.form, self)
        self.drawing = Drawing(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body, 1)
        column.addWidget(self.without)
        column.addWidget(self.foot)
        self.setFocusProxy(self.body)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        body, foot, drawing, autosave = self.body, self.foot, self.drawing, self.writing.autosave
        body.units.unit_chosen.connect(self.open_unit)
        body.answers.sentence_requested.connect(drawing.turn)
        body.answers.missing_requested.connect(
            lambda: self.page_requested.emit("collect", self.shown.code if self.shown else "")
        )
        body.form.edited.connect(self._renew_bars)
        body.columns.drawers_changed.connect(foot.show_drawers)
        autosave.state_changed.connect(self.save_state_changed)
        autosave.state_changed.connect(lambda _state: self.notice_changed.emit())
        foot.back_requested.connect(self.back_requested)
        foot.step_requested.connect(self.step)
        foot.drawer_requested.connect(body.columns.toggle)
        foot.withdraw_requested.connect(drawing.withdraw)
        foot.main_requested.connect(drawing.use_main)
        foot.primary_requested.connect(drawing.confirm)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Return": drawing.confirm,
            "Ctrl+Enter": drawing.confirm,
            "Esc": body.columns.close_drawer,
            "Ctrl+Up": lambda: self.step(-1),
            "Ctrl+Down": lambda: self.step(1),
        }
        for number, key in enumerate(BUTTONS, start=1):
            keys[f"Alt+{number}"] = partial(self._choose, key)
        bind(self, keys)

    def refresh(self) -> None:
        """Read everything anew; a text that is being written stays as it is."""
        cycle = self.cycle
        if cycle is None:
            self.load("")
            return
        day = today(self.desk)
        self._reading.start(lambda: self.desk.ask(consolidations, cycle, day), self._show)

    def show_subject(self, subject: str) -> None:
        """Open the unit of a code. Raises Problem for an unknown code."""
        if self.found is None:
            self._wanted = subject
        elif subject:
            self.open_unit(self.found.plan.unit(subject).id)

    def notice(self) -> Notice | None:
        """What could not be saved, that there are two texts, or what has changed while one was written."""
        failed = unsaved_notice(self, self.writing.autosave)
        if failed is not None:
            return failed
        shown = self.shown
        if shown is None:
            return None
        if shown.disputed:
            return Notice("band-ask", DISPUTED, ((SETTLE, self.settle),))
        if not shown.closed and shown.passed(self.writing.seen):
            return Notice("band-ask", PASSED)
        return Notice("band-ask", CHANGED_SINCE) if shown.view.revise else None

    def settle(self) -> None:
        """To where the two texts of this unit are settled."""
        if self.shown is not None:
            self.page_requested.emit("conflict", f"{self.shown.code}:")

    def leave(self) -> bool:
        """Save before something else is shown."""
        return self.writing.leave()

    def _show(self, found: Consolidations) -> None:
        before, self.found, self.cycle = self.shown, found, found.cycle
        rows = unit_rows(found)
        self.body.show_units(rows)
        unit = found.plan.unit(self._wanted).id if self._wanted else before.view.unit if before else ""
        self._wanted = ""
        if unit not in found.views:
            unit = next((each.unit for each in rows if each.unit), "")
        open_ = self.writing.unit
        if open_ is not None and open_.id == unit and self.writing.busy:
            self.shown = read_open(self.desk, found, unit)
            if self.shown is not None:
                self.body.show_around(self.shown)
            self._renew_bars()
            self.notice_changed.emit()
        else:
            self.load(unit)

    def open_unit(self, unit: str) -> None:
        """Open a unit by its id; one that cannot be saved stays open."""
        if self.found is None or not unit or not self.leave():
            return
        self.body.columns.close_drawer()
        begun = self.writing.autosave.state == "saved"
        self.load(unit)
        if begun:
            self.refresh()  # the list tells whose text somebody has begun

    def load(self, unit: str) -> None:
        """Show a unit: its answers, and its text or what there is of it."""
        self.shown = shown = read_open(self.desk, self.found, unit) if self.found else None
        self.writing.close()
        if shown is None:
            self.body.show_nothing(NO_CYCLE_YET if self.cycle is None else NOTHING_TO_DRAW)
        elif shown.closed:
            self.body.show_reading(shown)
        else:
            cycle, kept = shown.found.cycle, self.writing.kept(shown.found.cycle, shown.unit)
            answer = self.body.show_form(shown, kept.answer if kept else None)
            seen = kept.seen if kept is not None else None
            self.writing.open(cycle, shown.unit, shown.words, answer, shown.newest if seen is None else seen)
            self._drawn = self.form.answer()[0] if kept is None and shown.drawn is not None else None
        self._renew_bars()
        self.notice_changed.emit()

    def _renew_bars(self) -> None:
        """Show what can be done now."""
        units = [each.unit for each in self.body.units.rows.rows if each.unit]
        place = units.index(self.shown.view.unit) if self.shown and self.shown.view.unit in units else -1
        self.foot.show_neighbours(back=place > 0, forward=0 <= place < len(units) - 1)
        changed = bool(self.shown and not self.shown.closed and self.form.answer()[0] != self._drawn)
        self.without.show_words(self.shown.without if self.shown is not None else "")
        self.foot.main.setAccessibleDescription(self.without.words.text())
        show_possible(self.foot, self.shown, self.body.units.rows.rows, changed=changed)

    def _choose(self, status: str) -> None:
        if self.form.isVisible():
            self.form.status.choose(status)

    def step(self, places: int) -> None:
        """To the unit before or after this one."""
        units = [each.unit for each in self.body.units.rows.rows if each.unit]
        if self.shown is not None and self.shown.view.unit in units:
            place = units.index(self.shown.view.unit) + places
            if 0 <= place < len(units):
                self.open_unit(units[place])
