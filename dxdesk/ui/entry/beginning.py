"""The department that 記入 begins with, looked for beside the window in a large plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dxdesk.domain.cycles import Cycle
from dxdesk.ui.entry.done_steps import first_entries
from dxdesk.ui.entry.reading import EntryList, read_entries
from dxdesk.ui.reading import Reading

if TYPE_CHECKING:
    from dxdesk.ui.entry.page import EntryPage


class Beginning:
    """Nothing is shown until the department is found; ``over`` once items of one are shown."""

    def __init__(self, page: EntryPage) -> None:
        self._page = page
        self._reading = Reading(page.desk, page)
        self.over = False

    def start(self, cycle: Cycle) -> None:
        """Look for it in a cycle."""
        page = self._page
        self.over = False
        page.entries = read_entries(page.desk, cycle, None)
        self._reading.start(lambda: first_entries(page.desk, cycle), self._found)
        for part in (page.stack, page.foot):
            part.setVisible(self.over)

    def finish(self) -> None:
        """Wait for it no longer: what is asked for now cannot be shown without it."""
        if not self.over:
            self._found(first_entries(self._page.desk, self._page.entries.cycle))

    def _found(self, entries: EntryList) -> None:
        if self.over:
            return
        page = self._page
        page.show_entries(entries)
        page.notice_changed.emit()
        if page.isVisible() and (page.hasFocus() or page.window().focusWidget() is None):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
