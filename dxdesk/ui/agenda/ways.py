"""Where the buttons of 次第 lead: an item for a candidate, the meeting, the print, an agenda that is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt

from dxdesk.operations.agenda_changes import confirm_agenda, reopen_agenda
from dxdesk.wording_meeting_screen import CONFIRMED, REOPENED

if TYPE_CHECKING:
    from dxdesk.ui.agenda.page import AgendaPage


class AgendaWays(QObject):
    """What is being typed is saved before the page is left."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page = page

    def request_candidate(self, unit: str) -> None:
        """To the item of a unit, which is made where there is none."""
        page = self._page
        row = next((each for each in page.source.items if each.unit == unit), None) if page.source else None
        if row is not None:
            page.parts.items.choose(row.id)
            page.parts.items.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page.can_change:
            page.hands.add_unit(unit)

    def click_candidate(self, unit: str, point: QPoint, place: QRect) -> None:
        """The same by a click on the link in its row."""
        if self._page.parts.on_link(point, place):
            self.request_candidate(unit)

    def to_print(self) -> None:
        """To the print of the agenda."""
        source = self._page.source
        if source is not None and self._page.leave():
            self._page.page_requested.emit("print", f"agenda:{source.meeting.id}")

    def to_meeting(self) -> None:
        """To the meeting itself; to the list where there is none."""
        source = self._page.source
        if self._page.leave():
            self._page.page_requested.emit("meeting", source.meeting.id if source else "")

    def go_on(self) -> None:
        """次第を確定する; of a confirmed agenda to the meeting itself."""
        page, source = self._page, self._page.source
        if source is None or not page.leave() or not page.parts.foot.primary.isEnabled():
            return
        if not page.can_change:
            self.to_meeting()
            return
        if page.hands.attempt(lambda: page.desk.do(confirm_agenda, source.meeting)):
            page.hands.say(CONFIRMED)
            page.parts.foot.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def reopen(self) -> None:
        """次第を直す."""
        page, source = self._page, self._page.source
        if source is not None and page.hands.attempt(lambda: page.desk.do(reopen_agenda, source.meeting)):
            page.hands.say(REOPENED)
            page.parts.items.setFocus(Qt.FocusReason.OtherFocusReason)
