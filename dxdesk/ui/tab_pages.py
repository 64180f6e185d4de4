"""The pages of one desk: made when they are first shown, read anew when they are out of date."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Touched
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.labels import plain_label
from dxdesk.ui.page import Page
from dxdesk.ui.page_stack import PageStack
from dxdesk.ui.pages import NEEDS_CYCLE, page_class, reaches
from dxdesk.ui.theme import set_look
from dxdesk.wording.screen import NO_CYCLE, NO_CYCLE_YET


class NoCycle(Page):
    """In place of a page that has nothing to show while no cycle has been opened."""

    def __init__(self, desk: Desk, cycle: Cycle | None = None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        may_open = reaches(desk.actor.role, "open_cycle")
        column = QVBoxLayout(self)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(plain_label(NO_CYCLE_YET if may_open else NO_CYCLE, "section"), 0, centre)
        if may_open:
            button = QPushButton(self.tr("次の回をつくる"))
            set_look(button, "primary")
            button.clicked.connect(lambda: self.page_requested.emit("open_cycle", ""))
            column.addWidget(button, 0, centre)
            self.setFocusProxy(button)
        column.addStretch(3)

    def refresh(self) -> None:
        """There is nothing to read."""


class TabPages(PageStack):
    """The pages of one desk by their keys; what they ask for is said with their key."""

    page_requested = Signal(str, str)
    cycle_requested = Signal(object)
    back_requested = Signal()
    department_requested = Signal(str)
    restore_requested = Signal(str)
    said = Signal(str, bool)
    offered = Signal(str, str, object)
    undo_requested = Signal()
    save_state_changed = Signal(str)
    notice_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._behind: set[str] = set()

    @property
    def entry(self) -> EntryPage | None:
        """記入, where it has been shown."""
        page = self._pages.get("entry")
        return page if isinstance(page, EntryPage) else None

    @property
    def shown(self) -> Page | None:
        """The page that is shown."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def show_page(self, key: str, cycle: Cycle | None) -> Page:
        """Show a page for a cycle (None: there is none yet) and return it."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._make(key, cycle)
            self.addWidget(page)
        elif key in self._behind and cycle is not None:
            page.set_cycle(cycle)
        elif key in self._stale:
            page.refresh()
        self._behind.discard(key)
        self._stale.discard(key)
        self.setCurrentWidget(page)
        return page

    def _make(self, key: str, cycle: Cycle | None) -> Page:
        kind = NoCycle if cycle is None and key in NEEDS_CYCLE else page_class(key)
        page = kind(self._desk, cycle)  # whole before it stands in the window, which styles it at once
        page.page_requested.connect(self.page_requested)
        page.cycle_requested.connect(self.cycle_requested)
        page.back_requested.connect(self.back_requested)
        page.said.connect(self.said)
        page.offered.connect(self.offered)
        page.undo_requested.connect(self.undo_requested)
        page.save_state_changed.connect(self.save_state_changed)
        page.notice_changed.connect(self.notice_changed)
        if isinstance(page, EntryPage):
            page.department_requested.connect(self.department_requested)
        if key == "settings":
            page.restore_requested.connect(self.restore_requested)  # type: ignore[attr-defined]
        return page

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle on the page that is shown, on the others when they are shown."""
        self._stale.clear()
        self._behind = set(self._pages)
        if self.shown is not None:
            self._behind.discard(self.key_of(self.shown))
            self.shown.set_cycle(cycle)

    def renew(self, touched: Touched) -> None:
        """Read the page that is shown anew where it shows what was touched, the others when they are shown."""
        for key, page in self._pages.items():
            if not page.SHOWS & touched:
                continue
            if page is self.currentWidget():
                page.refresh()
            else:
                self._stale.add(key)

    def leave(self) -> bool:
        """Save on every page; False where something could not be saved, and that page is shown."""
        for page in self._pages.values():
            if not page.leave():
                self.setCurrentWidget(page)
                return False
        return True

    def key_of(self, page: QWidget | None) -> str:
        """The key of a page; empty for none."""
        return next((key for key, each in self._pages.items() if each is page), "")

    def start_over(self) -> None:
        """Make every page anew when it is shown next: the first cycle was opened."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self._stale, self._behind = set(), set()
