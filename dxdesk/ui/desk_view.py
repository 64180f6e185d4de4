"""The open desk: top bar, one band, and a page per tab, made when it is first shown."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.plans import Department
from dxdesk.operations.change import Touched
from dxdesk.store.queries import cycles, plans
from dxdesk.ui.bands import Band, Notice
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.entry.reading import asked_departments, today
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.top_bar import TopBar
from dxdesk.wording_screen import HELD_WORDS, NO_CYCLE, held, past_cycle

TABS: dict[ActorRole, tuple[str, ...]] = {
    "secretariat": ("entry", "initiatives", "board"),
    "liaison": ("entry", "initiatives"),
    "head": ("entry", "initiatives"),
    "chair": ("board", "initiatives"),
    "reader": ("board", "initiatives"),
}
"""The tabs of a role, the first is where it starts."""


class Page(Protocol):
    """What every page of a tab can do; ``SHOWS`` are the kinds of things that make it out of date."""

    SHOWS: ClassVar[Touched]

    def refresh(self) -> None: ...

    def set_cycle(self, cycle: Cycle) -> None: ...

    def show_unit(self, code: str) -> None: ...


class NoCycle(PhraseLabel):
    """In place of every page while no cycle has been opened."""

    SHOWS: ClassVar[Touched] = Touched.NOTHING

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NO_CYCLE, "section", parent=parent)
        self.setContentsMargins(44, 44, 44, 44)

    def refresh(self) -> None:
        """There is nothing to read."""

    def set_cycle(self, _cycle: Cycle) -> None:
        """The desk makes real pages for it."""

    def show_unit(self, _code: str) -> None:
        """No unit is asked about yet."""


def current_cycle(found: tuple[Cycle, ...]) -> Cycle | None:
    """The cycle that is shown first: the newest open one, else the newest."""
    return next((each for each in reversed(found) if each.open), found[-1] if found else None)


class DeskView(QWidget):
    """Pages of one desk. A page out of date is read anew when it is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tabs = TABS[desk.actor.role]
        self.top_bar = TopBar(self.tabs, on_behalf=desk.actor.role == "secretariat")
        self.band = Band()
        self._stack = QStackedWidget()
        self.pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self.cycle = current_cycle(desk.ask(cycles.cycles))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.band):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._stop = desk.subscribe(self.touched)
        self.top_bar.tab_chosen.connect(self.open_tab)
        self.top_bar.department_chosen.connect(self.open_department)
        self.open_tab(self.tabs[0])
        self.renew_bars()

    @property
    def tab(self) -> str:
        """The tab that is open."""
        return self.tabs[self.top_bar.tabs.currentIndex()]

    def open_tab(self, key: str) -> None:
        """Show the page of a tab; what cannot be saved keeps its own page open."""
        if not self.leave():
            self.top_bar.show_tab("entry")
            return
        self.top_bar.show_tab(key)
        page = self._page(key)
        if key in self._stale and self.cycle is not None:
            self._stale.discard(key)
            page.refresh()
        self._stack.setCurrentWidget(_widget(page))
        self.renew_bars()
        self.enter()

    def enter(self) -> None:
        """Put the focus into the open page, unless a person goes along the tabs."""
        shown = self._stack.currentWidget()
        if shown is not None and not self.top_bar.tabs.hasFocus():
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, key: str) -> Page:
        page = self.pages.get(key)
        if page is None:
            page = self._make(key, self.cycle) if self.cycle is not None else NoCycle()
            self.pages[key] = page
            self._stack.addWidget(_widget(page))
        return page

    def _make(self, key: str, cycle: Cycle) -> Page:
        if key == "initiatives":
            from dxdesk.ui.initiatives.page import InitiativesPage

            initiatives = InitiativesPage(self.desk, cycle)
            initiatives.entry_requested.connect(lambda code: self.open_unit("entry", code))
            initiatives.board_requested.connect(lambda code: self.open_unit("board", code))
            return initiatives
        if key == "board":
            from dxdesk.ui.board.page import BoardPage

            board = BoardPage(self.desk, cycle)
            board.detail_requested.connect(lambda code: self.open_unit("initiatives", code))
            return board
        entry = EntryPage(self.desk, cycle)
        entry.save_state_changed.connect(self._show_saved)
        entry.department_requested.connect(self.open_department)
        entry.tab_requested.connect(self.open_tab)
        return entry

    def open_unit(self, key: str, code: str) -> None:
        """Show a unit on the page of a tab, where this role has it."""
        if key in self.tabs:
            self.open_tab(key)
            self._page(key).show_unit(code)

    def open_department(self, department: str) -> None:
        """Show the items of a department."""
        page = self.pages.get("entry")
        found = [each for each in self.departments() if each.id == department]
        if isinstance(page, EntryPage) and self.cycle is not None and found and page.leave():
            page.set_place(self.cycle, found[0])
        self.renew_bars()

    def open_cycle(self, cycle: Cycle) -> None:
        """Show another cycle on every page."""
        if not self.leave():
            return
        self.cycle = cycle
        for page in self.pages.values():
            page.set_cycle(cycle)
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
        """Save before something else is shown; False where that is not possible."""
        page = self.pages.get("entry")
        return page.leave() if isinstance(page, EntryPage) else True

    def touched(self, touched: Touched) -> None:
        """Something was changed at this desk: read what is shown anew, the rest when it is shown."""
        if touched & Touched.CYCLES and self._cycle_renewed():
            return
        for key, page in self.pages.items():
            if page.SHOWS & touched:
                if _widget(page) is self._stack.currentWidget():
                    page.refresh()
                else:
                    self._stale.add(key)

    def _cycle_renewed(self) -> bool:
        """Take a cycle that was opened, closed or reopened as it is now; False where ours is the same."""
        found = self.desk.ask(cycles.cycles)
        fresh = next((each for each in found if self.cycle and each.id == self.cycle.id), current_cycle(found))
        if fresh == self.cycle or fresh is None:
            return False
        if self.cycle is None:
            for page in self.pages.values():
                _widget(page).deleteLater()
            self.pages = {}
        self.open_cycle(fresh)
        self.open_tab(self.tab)
        return True

    def renew_bars(self) -> None:
        """Show the cycle, whose items are open, and what the band has to say."""
        desk, page = self.desk, self.pages.get("entry")
        entry = page if isinstance(page, EntryPage) else None
        sample = desk.ask(plans.identity).sample
        self.top_bar.show_cycle(self.cycle, today(desk), sample=sample)
        shown = self.departments() if self.tab == "entry" else ()
        chosen = entry.entries.department if entry and shown else None
        self.top_bar.show_departments(shown, chosen, desk.actor.name or "")
        self.band.show_notice(self._notice())

    def _notice(self) -> Notice | None:
        """Why nothing at all can be written, or that an earlier cycle is looked at."""
        database = self.desk.database
        if database.obstacle == "held" and database.holder is not None:
            since = datetime.fromisoformat(database.holder.since).astimezone()
            return Notice("band-ask", held(database.holder.name, f"{since:%H:%M}"))
        if database.obstacle is not None:
            return Notice("band-quiet", HELD_WORDS[database.obstacle])
        newest = current_cycle(self.desk.ask(cycles.cycles))
        past = self.cycle is not None and newest is not None and newest.id != self.cycle.id
        if past and self.tab != "initiatives" and self.cycle is not None and newest is not None:
            back = ("今の回へ戻る", lambda: self.open_cycle(newest))
            return Notice("band-quiet", past_cycle(self.cycle.name), (back,))
        return None

    def _show_saved(self, state: str) -> None:
        self.top_bar.show_saved(state, self.desk.moment())

    def stop_listening(self) -> None:
        """This view is done with: what happens at the desk is no more its business."""
        self._stop()


def _widget(page: Page) -> QWidget:
    assert isinstance(page, QWidget)
    return page
