"""Where the buttons of 次第 lead: an item for a candidate, the meeting, the print, an agenda that is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt

from dxdesk.operations.agenda_changes import confirm_agenda, reopen_agenda
from dxdesk.ui.projection.starting import start_projection
from dxdesk.wording.meeting_screen import CONFIRMED, REOPENED
from dxdesk.wording.projection import OTHER_SHOWN

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
            (self.project if page.can_project else self.to_meeting)()
            return
        if page.hands.attempt(lambda: page.desk.do(confirm_agenda, source.meeting)):
            page.hands.say(CONFIRMED)
            page.parts.foot.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def project(self) -> None:
        """投影を始める, and to the meeting, where the live copy is."""
        shown = self._page.projection
        if self._prepared() and start_projection(shown, self._page) and shown.rehearsal is None:
            self.to_meeting()

    def rehearse(self) -> None:
        """What the audience would see, on this screen; Esc comes back here."""
        if self._prepared():
            self._page.projection.rehearse(self._page)

    def _prepared(self) -> bool:
        """Have the projection show this meeting, with what is being typed; False where that is not possible, or another
        meeting is shown just now."""
        page, source = self._page, self._page.source
        if source is None or page.cycle is None or not page.can_project or not page.leave():
            return False
        shown = page.projection
        if shown.state != "off" and shown.meeting != source.meeting.id:
            page.hands.say(OTHER_SHOWN)
            return False
        cycle = page.cycle
        return page.hands.attempt(lambda: shown.prepare(cycle, source.meeting.id))

    def reopen(self) -> None:
        """次第を直す."""
        page, source = self._page, self._page.source
        if source is not None and page.hands.attempt(lambda: page.desk.do(reopen_agenda, source.meeting)):
            page.hands.say(REOPENED)
            page.parts.items.setFocus(Qt.FocusReason.OtherFocusReason)
