"""記入: the list, the form, and what stands beside it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk, Step
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.operations.change import Touched
from dxdesk.operations.replies import Place, submit, withdraw
from dxdesk.store.queries import cycles
from dxdesk.ui.bands import Band, announce
from dxdesk.ui.entry.body import Body
from dxdesk.ui.entry.copying import keep_copy
from dxdesk.ui.entry.done_steps import first_department, next_department, steps
from dxdesk.ui.entry.foot import EntryFoot, Mode, primary_words
from dxdesk.ui.entry.form import Form, read_form
from dxdesk.ui.entry.keys import entry_keys, step
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.entry.notices import reading_notice, saving_notice
from dxdesk.ui.entry.preview import SlidePreview
from dxdesk.ui.entry.reading import asked_departments, read_entries
from dxdesk.ui.entry.writing import Writing
from dxdesk.ui.key_actions import bind
from dxdesk.ui.page import Page
from dxdesk.wording import problem_words
from dxdesk.wording_screen import NO_OWN_ITEMS, SUBMITTED, TAKEN_BACK, handed_in


class EntryPage(Page):
    """記入 for one department of a cycle. Saves by itself; ``leave`` before anything else is shown."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.CYCLES | Touched.DRAFTS | Touched.REPLIES | Touched.MEETINGS
    )

    department_requested = Signal(str)

    def __init__(self, desk: Desk, cycle: Cycle, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._desk = desk
        self.mode: Mode = "nothing"
        self._left_at: QWidget | None = None
        self.body = Body()
        self.preview = SlidePreview()
        self.foot = EntryFoot()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.body)
        self._stack.addWidget(self.preview)
        self.band = Band()
        self.writing = Writing(desk, self.body.centre.editor, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self._connect()
        self.set_place(cycle, first_department(desk, cycle))

    def _connect(self) -> None:
        body, foot = self.body, self.foot
        body.navigator.chosen.connect(self.open_unit)
        body.centre.done.change_requested.connect(self.open_unit)
        body.panel.quote_requested.connect(body.centre.editor.quote)
        body.panel.action_changed.connect(self.writing.finish_homework)
        self.writing.changed.connect(self.renew_bars)
        self.writing.changed.connect(lambda: body.panel.show_readings(body.centre.editor.answer()[0].indicators))
        self.writing.autosave.state_changed.connect(self.save_state_changed)
        self.writing.autosave.state_changed.connect(lambda _state: self.renew_bars())
        foot.step_requested.connect(lambda places: step(self, places))
        foot.again_requested.connect(lambda: self.open_unit(self.entries.own[0].unit.id))
        foot.preview_requested.connect(self.toggle_preview)
        foot.primary_requested.connect(self.primary)
        bind(self, entry_keys(self))

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle, for the same department where it was asked."""
        departments = asked_departments(self._desk, cycle)
        same = [each for each in departments if self.entries.department and each.id == self.entries.department.id]
        self.set_place(cycle, next(iter((*same, *departments)), None))

    def set_place(self, cycle: Cycle, department: Department | None) -> None:
        """Show the items of a department in a cycle, from the first that is not handed in."""
        self.entries = read_entries(self._desk, cycle, department)
        self.body.navigator.show_entries(self.entries)
        self.writing.form = None
        self._show_next("")

    def refresh(self) -> None:
        """Read everything anew. A form that is being written stays as it is; only what stands around it changes."""
        self.entries = read_entries(self._desk, self.entries.cycle, self.entries.department)
        self.body.navigator.show_entries(self.entries)
        form = self.writing.form
        if form is None or self.mode in ("done", "nothing"):
            self._show_next("")
            return
        entry = self.entries.entry(form.unit.id)
        if self.writing.saving or self.writing.autosave.waiting:
            self.body.centre.head.show_state(entry.state if entry else None)
            return
        fresh = read_form(self._desk, self.entries, form.unit)
        if fresh.words == form.words:  # a field in use is never filled anew
            self.writing.form = fresh
            self.body.centre.head.show_form(fresh)
            self.renew_bars()
        elif self.mode != "preview":
            self._show_form(fresh)

    def leave(self) -> bool:
        """Save before something else is shown; False where that is not possible."""
        self.body.panel.leave()
        return self.writing.leave()

    def show_subject(self, subject: str) -> None:
        """Open the item of a code, ``code`` or ``code:department id``, for a department that is asked about it.

        Raises Problem for an unknown code.
        """
        code, _, wanted = subject.partition(":")
        unit, cycle = self.entries.plan.unit(code).id, self.entries.cycle
        asked = self._desk.ask(cycles.asked, cycle.id).get(unit, ())
        able = [each for each in asked_departments(self._desk, cycle) if each.id in asked]
        named = [each for each in able if each.id == wanted]
        shown = self.entries.department
        elsewhere = shown is None or shown.id != wanted if named else self.entries.entry(unit) is None
        if elsewhere and able and self.leave():
            self.set_place(cycle, (named or able)[0])
        self.open_unit(unit)

    def open_unit(self, unit: str) -> None:
        """Open an item by its id, own or not; one that cannot be saved stays open."""
        node = self.entries.plan.by_id.get(unit)
        if node is None or not self.leave():
            return
        self._show_form(read_form(self._desk, self.entries, node))

    def _show_form(self, form: Form) -> None:
        self.mode = "reading" if form.closed else "form"
        self._stack.setCurrentWidget(self.body)
        self.body.centre.show_form(form)
        may_finish = not form.closed and self._desk.actor.role == "secretariat"
        self.body.panel.show_form(form, editable=may_finish)
        self.body.show_side()
        self.body.navigator.mark(form.unit.id)
        self.body.close_drawer()
        self.writing.open(form)
        self.renew_bars()
        if not form.closed:
            self.setFocusProxy(self.body.centre.editor.start())
            return
        self.setFocusProxy(self.body.navigator.tree)
        if not self.body.navigator.isAncestorOf(self.focusWidget() or self):
            self.body.navigator.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_next(self, unit: str) -> None:
        """The next own item that is not handed in; else that everything is, or that there is nothing to do."""
        writable = self.entries.cycle.open and not self._desk.database.read_only
        following = self.entries.next_open(unit) if writable else next(iter(self.entries.own), None)
        if following is not None:
            self._show_form(read_form(self._desk, self.entries, following.unit))
            return
        self.writing.form = None
        self.body.navigator.mark("")
        self.mode = "done" if self.entries.own else "nothing"
        if self.entries.own:
            self.body.centre.show_done(self.entries)
            self.body.show_steps(steps(self.entries))
        else:
            self.body.centre.show_nothing(NO_OWN_ITEMS)
            self.body.show_steps(())
        self.renew_bars()
        self.setFocusProxy(self.foot.primary)
        self.foot.primary.setFocus()

    def renew_bars(self) -> None:
        """Show what can be done now, and what is not saved or why the open item is only shown."""
        form = self.writing.form
        notice = saving_notice(self.writing, lambda: keep_copy(self, self.body.centre.editor))
        if notice is None and form is not None and self.mode == "reading":
            notice = reading_notice(self._desk, form)
        self.band.show_notice(notice)
        unit = form.unit.id if form else ""
        self.foot.show_mode(
            self.mode, *primary_words(self.mode, form, self.entries, self._desk, self.writing.untouched)
        )
        self.foot.show_neighbours(
            back=self.entries.beside(unit, -1) is not None, forward=self.entries.beside(unit, 1) is not None
        )

    def primary(self) -> None:
        """Do what the filled button says."""
        if self.mode == "form":
            self.hand_in()
        elif self.mode == "preview":
            self.toggle_preview()
        elif self.mode == "reading" and self.entries.own:
            self._show_next("")
        elif self.mode == "done" and (department := next_department(self._desk, self.entries)) is not None:
            self.department_requested.emit(department.id)
        else:
            self.page_requested.emit("collect" if self._desk.actor.role == "secretariat" else "initiatives", "")

    def hand_in(self) -> None:
        """提出する: then the next item opens."""
        form = self.writing.form
        if self.mode != "form" or form is None or self.writing.untouched or not self.writing.hand_in():
            return
        self._remember(form.place)
        self.entries = read_entries(self._desk, self.entries.cycle, self.entries.department)
        self.body.navigator.show_entries(self.entries)
        self._show_next(form.unit.id)
        following = self.writing.form
        spoken = f"{SUBMITTED}次は、{short_name(following.unit)}。" if following else SUBMITTED
        self.said.emit(SUBMITTED, True)
        announce(self, spoken)

    def _remember(self, place: Place) -> None:
        """A hand-in is taken back by withdrawing it: its words stay as a draft, which can be handed in again."""
        subject = f"{place.unit.code}:{place.department.id}"
        desk = self._desk
        back, again = (lambda: desk.do(withdraw, place)), (lambda: desk.do(submit, place))
        desk.remember(Step(handed_in(short_name(place.unit)), back, again, ("entry", subject)))

    def take_back(self, place: Place) -> None:
        """取り下げる: withdraw a hand-in and open its item; the words are still there."""
        if not self.leave():
            return
        problem = self.writing.take_back(place)
        self.said.emit(problem_words(problem) if problem else TAKEN_BACK, False)
        self.refresh()
        self.open_unit(place.unit.id)

    def toggle_preview(self) -> None:
        """会議での見え方: the slide as it were now; again, or Esc: back to the form."""
        form = self.writing.form
        if self.mode == "preview":
            self.mode = "form"
            self._stack.setCurrentWidget(self.body)
            (self._left_at or self.body.centre.editor.start()).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.mode == "form" and form is not None:
            focused = self.focusWidget()
            self._left_at = focused if focused is not None and self.body.isAncestorOf(focused) else None
            self.leave()
            self.preview.show_slide(self._desk, self.entries, form, self.body.centre.editor.answer()[0])
            self.mode = "preview"
            self._stack.setCurrentWidget(self.preview)
            self.foot.primary.setFocus()
        self.renew_bars()
