"""The pages of the tabs: made when they are first shown, read anew when they are out of date."""

from __future__ import annotations

from typing import ClassVar, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Touched
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.labels import plain_label
from dxdesk.wording_screen import NO_CYCLE


class Page(Protocol):
    """What every page of a tab can do; ``SHOWS`` are the kinds of things that make it out of date."""

    SHOWS: ClassVar[Touched]

    def refresh(self) -> None: ...

    def set_cycle(self, cycle: Cycle) -> None: ...

    def show_unit(self, code: str) -> None: ...


class NoCycle(QWidget):
    """In place of every page while no cycle has been opened."""

    SHOWS: ClassVar[Touched] = Touched.NOTHING

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(plain_label(NO_CYCLE, "section"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def refresh(self) -> None:
        """There is nothing to read."""

    def set_cycle(self, _cycle: Cycle) -> None:
        """Real pages are made for it."""

    def show_unit(self, _code: str) -> None:
        """No unit is asked about yet."""


class TabPages(QStackedWidget):
    """The pages of one desk by the key of their tab."""

    unit_requested = Signal(str, str)
    """The key of a tab and the code of the unit to show there."""

    tab_requested = Signal(str)
    department_requested = Signal(str)
    save_state_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()

    @property
    def entry(self) -> EntryPage | None:
        """記入, where it has been shown."""
        page = self._pages.get("entry")
        return page if isinstance(page, EntryPage) else None

    def show_page(self, key: str, cycle: Cycle | None) -> Page:
        """Show the page of a tab for a cycle (None: there is none yet) and return it."""
        page = self._pages.get(key)
        if page is None:
            page = self._make(key, cycle) if cycle is not None else NoCycle()
            self._pages[key] = page
            self.addWidget(_widget(page))
        elif key in self._stale:
            page.refresh()
        self._stale.discard(key)
        self.setCurrentWidget(_widget(page))
        return page

    def _make(self, key: str, cycle: Cycle) -> Page:
        if key == "initiatives":
            from dxdesk.ui.initiatives.page import InitiativesPage

            initiatives = InitiativesPage(self._desk, cycle)
            initiatives.entry_requested.connect(lambda code: self.unit_requested.emit("entry", code))
            initiatives.board_requested.connect(lambda code: self.unit_requested.emit("board", code))
            return initiatives
        if key == "board":
            from dxdesk.ui.board.page import BoardPage

            board = BoardPage(self._desk, cycle)
            board.detail_requested.connect(lambda code: self.unit_requested.emit("initiatives", code))
            return board
        entry = EntryPage(self._desk, cycle)
        entry.save_state_changed.connect(self.save_state_changed)
        entry.department_requested.connect(self.department_requested)
        entry.tab_requested.connect(self.tab_requested)
        return entry

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle on every page."""
        for page in self._pages.values():
            page.set_cycle(cycle)
        self._stale.clear()

    def renew(self, touched: Touched) -> None:
        """Read the page that is shown anew where it shows what was touched, the others when they are shown."""
        for key, page in self._pages.items():
            if not page.SHOWS & touched:
                continue
            if _widget(page) is self.currentWidget():
                page.refresh()
            else:
                self._stale.add(key)

    def start_over(self) -> None:
        """Make every page anew when it is shown next: the first cycle was opened."""
        for page in self._pages.values():
            self.removeWidget(_widget(page))
            _widget(page).deleteLater()
        self._pages = {}


def _widget(page: Page) -> QWidget:
    assert isinstance(page, QWidget)
    return page
