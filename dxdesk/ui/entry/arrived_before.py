"""代わりに記入: before the secretariat writes for a department it hears of an answer that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from dxdesk.domain.departments import heirs
from dxdesk.store.queries import packages, plans
from dxdesk.ui.bands import Notice
from dxdesk.ui.inbox import ALL_ARRIVED, Inbox
from dxdesk.wording.collect import LOOK_BEFORE_WRITING, held_before, lies_before

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


class ArrivedBefore(QObject):
    """Looks into the exchange folder whenever the page is shown or the department changes, beside the window."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page)
        self._page = page
        self._inbox = Inbox(page.desk, self, watch=False)
        self._looked_for = ""
        self._whose: frozenset[str] = frozenset()
        self._held = 0
        if self._inbox.serves:
            self._inbox.changed.connect(page.renew_bars)
            page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._looked_for = ""  # something may have been taken in since
        return super().eventFilter(watched, event)

    def notice(self) -> Notice | None:
        """The band about answers of the department that is written for; None where there are none."""
        page, department = self._page, self._page.entries.department
        if not self._inbox.serves or department is None or not page.writable:
            return None
        if self._looked_for != department.id:
            self._looked_for = department.id
            self._look(department.id)
        if self._whose & self._inbox.found.departments:
            words = lies_before(department.name)
        elif self._held:
            words = held_before(department.name, self._held)
        else:
            return None
        return Notice("band-ask", words, ((LOOK_BEFORE_WRITING, self._go),))

    def _look(self, department: str) -> None:
        desk = self._page.desk
        known = desk.ask(plans.departments)
        line, names = heirs(known, department), plans.names(known)
        self._whose = frozenset(line) | {names[each] for each in line}
        held = desk.ask(packages.held, self._page.entries.cycle.id)
        self._held = sum(each.department == department for each in held)
        self._inbox.look()

    def _go(self, _pressed: bool = False) -> None:
        self._page.page_requested.emit("take_in", ALL_ARRIVED)
