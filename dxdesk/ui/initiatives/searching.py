"""Looking for words inside texts, beside the names that the list itself filters by."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dxdesk.desk import Desk
from dxdesk.store.queries.search import Found, find
from dxdesk.ui.initiatives.list_pane import ListPane
from dxdesk.ui.initiatives.showing import REPORT, Showing
from dxdesk.ui.pages import reaches
from dxdesk.ui.reading import Reading


class Searching(QObject):
    """Shows what a person may find below the tree, and goes to what is opened."""

    page_requested = Signal(str, str)

    def __init__(self, desk: Desk, pane: ListPane, showing: Showing, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._pane, self._showing = desk, pane, showing
        self._reading = Reading(desk, self)
        pane.searched.connect(self.search)
        pane.found.opened.connect(self.open)

    def search(self, typed: str) -> None:
        """Look for words; nothing is found for none."""
        if not typed:
            self._pane.show_found(())
            return
        role = self._desk.actor.role
        self._reading.start(lambda: self._desk.ask(find, typed, role), lambda found: self._arrived(typed, found))

    def _arrived(self, typed: str, found: tuple[Found, ...]) -> None:
        if typed == self._pane.filters.words.strip():
            self._pane.show_found(found)

    def open(self, found: Found) -> None:
        """Go to a find: its unit with the record it stands in, its meeting, or its term."""
        where = found.hit.where
        if where == "term":
            self.page_requested.emit("help", found.subject or "")
        elif where == "minutes":
            if reaches(self._desk.actor.role, "minutes"):
                self.page_requested.emit("minutes", found.subject or "")
        elif found.unit is not None:
            self._pane.choose_node(found.unit)
            if where == "reply" and found.cycle is not None:
                self._showing.open_record(found.cycle)
            elif where == "report" and found.subject is not None:
                self._showing.open_record(REPORT + found.subject)
