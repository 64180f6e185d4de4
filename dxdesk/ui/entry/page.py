"""記入: the list, the form, and what stands beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.operations.change import Touched
from dxdesk.store.queries import cycles
from dxdesk.ui.bands import Band, Notice
from dxdesk.ui.entry.arrived_before import ArrivedBefore
from dxdesk.ui.entry.beginning import Beginning
from dxdesk.ui.entry.body import Body
from dxdesk.ui.entry.copying import keep_copy
from dxdesk.ui.entry.done_steps import next_department, steps
from dxdesk.ui.entry.foot import EntryFoot
from dxdesk.ui.entry.form import Form, read_form
from dxdesk.ui.entry.giving import answer_late, homework_words, show_giving
from dxdesk.ui.entry.homework import Homework
from dxdesk.ui.entry.notices import reading_notice, saving_notice
from dxdesk.ui.entry.preview import SlidePreview
from dxdesk.ui.entry.primary import Mode, Primary, Standing, primary_of, up_words
from dxdesk.ui.entry.reading import EntryList, asked_departments, read_entries, renew_entry
from dxdesk.ui.entry.wiring import wire
from dxdesk.ui.entry.writing import Writing
from dxdesk.ui.page import Page
from dxdesk.ui.page_stack import PageStack
from dxdesk.wording.liaison import PRACTISING
from dxdesk.wording.practising import PRACTISE_ANEW
from dxdesk.wording.screen import NO_OWN_ITEMS


class EntryPage(Page):
    """記入 for one department of a cycle. Saves by itself; ``leave`` before anything else is shown.

    A head begins with what is to be confirmed; the secretariat, who writes for a department, goes back to 回収.
    """

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.CYCLES | Touched.DRAFTS | Touched.REPLIES | Touched.MEETINGS
    )

    department_requested = Signal(str)

    item_opened = Signal(str)
    """An item, by the id of its unit, is shown now."""

    look_requested = Signal()
    """F5 where nothing is being written: look for what the secretariat has sent."""

    anew_requested = Signal()
    """お試しをはじめから."""

    def __init__(self, desk: Desk, cycle: Cycle, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.mode: Mode = "nothing"
        self.primary_now = Primary("", "initiatives")
        self.following: Department | None = None
        self.reach, self.practising = True, False
        self.placed: Path | None = None
        self.stack = PageStack(self)
        self.body = Body(self.stack)
        self.preview = SlidePreview(self.stack)
        self.foot = EntryFoot(self)
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.preview)
        self.band = Band(self)
        self.writing = Writing(desk, self.body.centre.editor, self)
        self.homework, self.arrived_before = Homework(desk, self), ArrivedBefore(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        wire(self)
        self.beginning = Beginning(self)
        self.beginning.start(cycle)

    @property
    def writable(self) -> bool:
        """Whether answers can be changed at all: the cycle is open, and so is the database."""
        return self.entries.writable and not self.desk.database.read_only

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle, for the same department where it was asked."""
        self.cycle = cycle
        if not self.beginning.over:
            self.beginning.start(cycle)
            return
        departments = asked_departments(self.desk, cycle)
        same = [each for each in departments if self.entries.department and each.id == self.entries.department.id]
        self.set_place(cycle, next(iter((*same, *departments)), None))

    def set_place(self, cycle: Cycle, department: Department | None) -> None:
        """Show the items of a department in a cycle, from the first that is not handed in."""
        self.show_entries(read_entries(self.desk, cycle, department))

    def show_entries(self, entries: EntryList) -> None:
        """Show a list, from the first item that is not handed in."""
        self.beginning.over, self.entries = True, entries
        for part in (self.stack, self.foot):
            part.show()
        self.body.navigator.show_entries(entries)
        self.writing.close()
        self.show_next()

    def refresh(self) -> None:
        """Read everything anew. A form that is being written stays as it is; only what stands around it changes."""
        if not self.beginning.over:
            self.beginning.start(self.entries.cycle)
            return
        form = self.writing.form
        own = self.writing.saving or self.homework.saving
        if not own:
            self.read_anew()
        if form is None:
            self.show_next(giving=self.mode == "done" and self.entries.standing is not None)
        elif self.writing.saving or self.writing.autosave.waiting:
            self.renew(form)
        else:
            self._show_anew(form)

    def read_anew(self) -> None:
        """Read the own items again and list them as they are now."""
        self.entries = read_entries(self.desk, self.entries.cycle, self.entries.department, self.entries)
        self.body.navigator.show_entries(self.entries)

    def renew(self, form: Form) -> None:
        """Only the open item is another one now, and its fields say so already."""
        self.entries = renew_entry(self.desk, self.entries, form.unit.id)
        self.body.navigator.renew(self.entries, form.unit.id)
        entry = self.entries.entry(form.unit.id)
        self.body.centre.head.show_state(entry.state if entry else None)

    def _show_anew(self, form: Form) -> None:
        fresh = read_form(self.desk, self.entries, form.unit)
        if fresh.words == form.words:  # a field in use is never filled anew
            self.writing.form = fresh
            self.body.centre.head.show_form(fresh)
            self.body.panel.show_actions(fresh)
            self.renew_bars()
        elif self.mode != "preview":
            self._show_form(fresh)

    def leave(self) -> bool:
        """Save before something else is shown; False where that is not possible."""
        followed = self.body.panel.leave()
        return self.writing.leave() and followed

    def show_subject(self, subject: str) -> None:
        """Open the item of a code, ``code`` or ``code:department id``, for a department that is asked about it.

        Raises Problem for an unknown code.
        """
        self.beginning.finish()
        code, _, wanted = subject.partition(":")
        unit, cycle = self.entries.plan.unit(code).id, self.entries.cycle
        asked = self.desk.ask(cycles.asked, cycle.id, unit).get(unit, ())
        able = [each for each in asked_departments(self.desk, cycle) if each.id in asked]
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
        self._show_form(read_form(self.desk, self.entries, node))

    def _show_form(self, form: Form) -> None:
        body = self.body
        self.mode = "reading" if form.closed else "form"
        self.stack.setCurrentWidget(body)
        self.writing.open(form)
        body.centre.show_form(form)
        body.panel.show_form(form, partial(self.homework.follow, form))
        body.show_side()
        body.navigator.mark(form.unit.id)
        body.close_drawer()
        self.renew_bars()
        self.item_opened.emit(form.unit.id)
        if not form.closed:
            self.setFocusProxy(body.centre.editor.start())
            return
        target = self.foot.primary if self.primary_now.act == "confirm" else body.navigator.tree
        self.setFocusProxy(target)
        if not body.navigator.isAncestorOf(self.focusWidget() or self):
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_next(self, unit: str = "", *, giving: bool = False) -> None:
        """The next own item that is not handed in; else that everything is, or that there is nothing to do. A head sees
        every item at one glance first, and so does who hands over a part (``giving``)."""
        confirming = self.desk.actor.role == "head"
        following = self.entries.next_open(unit) if self.writable else next(iter(self.entries.own), None)
        if following is not None and not confirming and not giving:
            self._show_form(read_form(self.desk, self.entries, following.unit))
            return
        body = self.body
        self.writing.close()
        body.navigator.mark("")
        self.stack.setCurrentWidget(body)
        self.mode = "confirm" if confirming and self.entries.own else "done" if self.entries.own else "nothing"
        self.following = next_department(self.desk, self.entries) if self.entries.own else None
        if self.entries.own:
            body.centre.show_done(self.entries, confirming=confirming, writable=self.writable)
            body.centre.done.confirmer.show_name(self.desk.actor.name, self.desk.actor.departments)
            show_giving(self)
        else:
            body.centre.show_nothing(NO_OWN_ITEMS)
        body.show_steps(steps(self.entries) if self.entries.own else (), homework_words(self))
        self.renew_bars()
        target = body.centre.done.cards if self.mode == "confirm" else self.foot.primary
        self.setFocusProxy(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew_bars(self) -> None:
        """Show what can be done now, and what is not saved or why the open item is only shown."""
        form, role = self.writing.form, self.desk.actor.role
        notice = saving_notice(
            self.writing, partial(keep_copy, self, self.body.centre.editor, self.body.panel.homework)
        )
        if notice is None and self.mode in ("reading", "confirm", "done"):
            notice = reading_notice(self.desk, self.entries, form, partial(answer_late, self))
        notice = notice or self.arrived_before.notice()
        if notice is None and self.mode in ("confirm", "done") and self.practising:
            notice = Notice("band-quiet", PRACTISING, ((PRACTISE_ANEW, self.anew_requested.emit),))
        self.band.show_notice(notice)
        now = Standing(self.mode, form, self.entries, self.writing.untouched, role, self.writable, self.following)
        self.primary_now = primary_of(now)
        gives = self.entries.standing is not None and role != "head"
        behind = gives and self.mode == "form" and self.entries.behind
        self.foot.show_mode(self.mode, self.primary_now, up_words(now, self.primary_now), gives=gives, behind=behind)
        unit = form.unit.id if form else ""
        self.foot.show_neighbours(
            back=self.entries.beside(unit, -1) is not None, forward=self.entries.beside(unit, 1) is not None
        )

    def show_giving(self) -> None:
        """渡す: all own items at one glance, to hand over what is handed in of them."""
        if self.leave():
            self.read_anew()
            self.show_next(giving=True)
