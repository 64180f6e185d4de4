"""The open desk: top bar, one band, the page that is shown, and the way from one to the other."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.operations.change import Touched
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import cycles, plans
from dxdesk.ui import tab_order
from dxdesk.ui.bands import Band, Notice, Toast
from dxdesk.ui.carrying import Ways, away_notice
from dxdesk.ui.desk_steps import DeskSteps
from dxdesk.ui.entry.reading import asked_departments, today
from dxdesk.ui.obstacles import obstacle_notice
from dxdesk.ui.pages import HOME, TABS, reaches
from dxdesk.ui.pill import pill_words
from dxdesk.ui.projection.of_desk import Watch, projection_notice
from dxdesk.ui.tab_pages import TabPages
from dxdesk.ui.top_bar import TopBar
from dxdesk.wording.screen import past_cycle


def current_cycle(found: tuple[Cycle, ...]) -> Cycle | None:
    """The cycle that is shown first: the newest open one, else the newest."""
    return next((each for each in reversed(found) if each.open), found[-1] if found else None)


class DeskView(QWidget):
    """One desk as one role sees it."""

    reopen_requested = Signal()
    """Open the same database once more: what stood in the way may be gone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tabs = TABS[desk.actor.role]
        self.top_bar = TopBar(self.tabs)
        self.band = Band()
        self.pages = TabPages(desk)
        self._greeting: Notice | None = None
        self.ways_back: Ways = ()
        self._way: list[str] = []
        found = desk.ask(cycles.cycles)
        self.cycle, self._known = current_cycle(found), len(found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.band):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.toast = Toast(self)
        self.steps = DeskSteps(self)
        self.stop_listening = desk.subscribe(self._touched)
        Watch(desk, self, self.renew_bars)
        self.top_bar.tab_chosen.connect(self.open_tab)
        self.top_bar.department_chosen.connect(self.open_department)
        self.pages.page_requested.connect(self.open_page)
        self.pages.cycle_requested.connect(self.open_cycle)
        self.pages.back_requested.connect(self.back)
        self.pages.department_requested.connect(self.open_department)
        self.pages.said.connect(self.steps.say)
        self.pages.offered.connect(self.toast.show_text)
        self.pages.undo_requested.connect(self.steps.undo)
        self.pages.notice_changed.connect(self.renew_bars)
        self.pages.save_state_changed.connect(lambda state: self.top_bar.show_saved(state, desk.moment()))
        self.open_page(self.tabs[0])

    @property
    def tab(self) -> str:
        """The tab that is marked."""
        return self.tabs[self.top_bar.tabs.currentIndex()]

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self.pages.key_of(self.pages.currentWidget())

    def open_tab(self, key: str) -> None:
        """Show the page of a tab, as a person chose it: what was just said of another page goes with that. What cannot
        be saved keeps its own page open."""
        if key != self.page:
            self.toast.hide()
        self.open_page(key)

    def open_page(self, key: str, subject: str = "") -> None:
        """Show a page, and on it what is named. A role that does not have the page stays where it is."""
        if not reaches(self.desk.actor.role, key):
            return
        if not self.leave():
            return
        along = self.top_bar.tabs.hasFocus()
        if key in self.tabs:
            self._way = []
        elif self.page and self.page != key:
            self._way = [each for each in self._way if each != key] + [self.page]
        self._mark_tab(key)
        shown = self.pages.show_page(key, self.cycle)
        if subject:
            shown.show_subject(subject)
        self.renew_bars()
        self.enter(along)

    def _mark_tab(self, key: str) -> None:
        """Mark the tab of a page: its own, else the one it belongs to; that of any other page stays."""
        tab = key if key in self.tabs else HOME.get(key)
        if tab in self.tabs:
            self.top_bar.show_tab(tab)

    def back(self) -> None:
        """To the page from which this one was opened, else to its tab."""
        way, self._way = self._way, []
        target = way[-1] if way else self.tab
        self.open_page(target)
        if self.page == target and target not in self.tabs:
            self._way = way[:-1]

    def enter(self, along: bool = False) -> None:
        """Put the focus into the open page, unless a person went ``along`` the tabs: they also get the focus of what
        has just been hidden."""
        shown = self.pages.currentWidget()
        if shown is not None and not along:
            tab_order.enter(shown)

    def open_department(self, department: str) -> None:
        """Show the items of a department."""
        entry = self.pages.entry
        found = [each for each in self.departments() if each.id == department]
        if entry is not None and self.cycle is not None and found and entry.leave():
            entry.set_place(self.cycle, found[0])
        self.renew_bars()

    def open_cycle(self, cycle: Cycle) -> None:
        """Show another cycle on every page."""
        if self.leave():
            self.cycle = cycle
            self.pages.set_cycle(cycle)
            self.renew_bars()

    def departments(self) -> tuple[Department, ...]:
        """The departments this person may fill in for in the open cycle."""
        return asked_departments(self.desk, self.cycle) if self.cycle is not None else ()

    def asked(self) -> tuple[Department, ...]:
        """Every department that is asked in the open cycle."""
        if self.cycle is None:
            return ()
        found = {each for departments in self.desk.ask(cycles.asked, self.cycle.id).values() for each in departments}
        return tuple(each for each in self.desk.ask(plans.departments) if each.id in found)

    def leave(self) -> bool:
        """Save before something else is shown; False where that is not possible, and what was not saved is shown."""
        left = self.pages.leave()
        if not left:
            self._mark_tab(self.page)
            self.renew_bars()
        return left

    def _touched(self, touched: Touched) -> None:
        """Something was changed at this desk."""
        if not (touched & Touched.CYCLES and self._cycle_renewed()):
            self.pages.renew(touched)
        self.renew_bars()

    def _cycle_renewed(self) -> bool:
        """Show a cycle that was just opened, and take ours as it is now; False where nothing of it is new."""
        found = self.desk.ask(cycles.cycles)
        opened, self._known = len(found) > self._known, len(found)
        same = next((each for each in found if self.cycle and each.id == self.cycle.id), None)
        fresh = current_cycle(found) if opened or same is None else same
        if fresh == self.cycle or fresh is None:
            return False
        if self.cycle is None:
            self.cycle = fresh
            self._way = []
            self.pages.start_over()
            self.open_page(self.tabs[0])
        else:
            self.cycle = fresh
            self.pages.set_cycle(fresh)
        return True

    def renew_bars(self) -> None:
        """Show the cycle, whose items are open, and what the band has to say.

        While the database cannot be read the bar stays as it is.
        """
        with suppress(StoreUnavailable):
            self._renew_top_bar()
        self.band.show_notice(self._notice())
        self.steps.renew_keys()

    def _renew_top_bar(self) -> None:
        desk, entry = self.desk, self.pages.entry
        sample = desk.ask(plans.identity).sample
        shown_cycle = None if self.page == "open_cycle" else self.cycle
        self.top_bar.show_cycle(shown_cycle, pill_words(desk, self.cycle, self.page, today(desk)), sample=sample)
        shown = self.departments() if self.page == "entry" else ()
        chosen = entry.entries.department if entry and shown else None
        self.top_bar.show_departments(shown, chosen, desk.actor.name or "")

    def show_greeting(self, notice: Notice | None) -> None:
        """What the band says until something more important is to be said; None for nothing."""
        self._greeting = notice
        self.renew_bars()

    def _reopen(self, _pressed: bool = False) -> None:
        self.reopen_requested.emit()

    def _notice(self) -> Notice | None:
        """What could not be saved, why nothing at all can be written, that an earlier cycle is looked at, what
        became of the audience's screen, or what the page has to say.
        """
        said = self.pages.shown.notice() if self.pages.shown is not None else None
        if said is not None and said.look == "band-error":
            return said
        obstacle = away_notice(self.desk, self.ways_back) or obstacle_notice(self.desk, self._reopen)
        if obstacle is not None:
            return obstacle
        with suppress(StoreUnavailable):
            newest = current_cycle(self.desk.ask(cycles.cycles))
            if self.cycle is not None and newest is not None and newest.id != self.cycle.id:
                back = ("今の回へ戻る", lambda: self.open_cycle(newest))
                return Notice("band-quiet", past_cycle(self.cycle.name), (back,))
        projected = projection_notice(self.desk, self.open_page)
        return said or projected if projected is not None else self._greeting or said
