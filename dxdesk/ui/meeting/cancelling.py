"""この会議を取り消す: a meeting that was made by mistake goes, after one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxdesk.operations.meeting_cancelling import cancel_meeting
from dxdesk.ui.bands import announce
from dxdesk.ui.dialogs import choose
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.wording.meeting_screen import CANCEL_MEETING, KEEP_MEETING, MEETING_CANCELLED, ask_cancel

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage


def cancellable(source: MeetingSource) -> bool:
    """Whether nothing is on file yet that would be lost."""
    return source.meeting.state == "open" and source.record.bare and source.minutes is None


def cancel(page: MeetingPage) -> None:
    """Ask once, take the meeting away, and show the list."""
    if page.source is None:
        return
    meeting = page.source.meeting
    if choose(page, ask_cancel(meeting), (KEEP_MEETING, CANCEL_MEETING)) != 1:
        return
    if page.hands.attempt(lambda: page.desk.do(cancel_meeting, meeting)):
        page.show_none()
        page.mode = "list"
        page.refresh()
        announce(page, MEETING_CANCELLED)
        page.said.emit(MEETING_CANCELLED, False)
