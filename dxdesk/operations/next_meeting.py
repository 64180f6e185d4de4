"""When the body of a meeting meets next, as is said at its end."""

from __future__ import annotations

from datetime import date

from sqlalchemy import update

from dxdesk.domain.errors import rule
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.meetings import check_open, close_meeting
from dxdesk.store import tables
from dxdesk.store.queries import meetings


def set_next_day(change: Change, meeting: Meeting, day: date | None) -> Outcome:
    """Notes when the body meets next, None where that is open; it stands in the minutes, and is shown with 宿題.

    Raises Problem, for a day that is not after the meeting and for a closed meeting too.
    """
    change.allow("agenda")
    check_open(change, meeting)
    now = meetings.meeting(change.connection, meeting.id)
    if day is not None and day <= now.day:
        raise rule("meeting.next_before", "date", day=now.day)
    told = day.isoformat() if day else None
    table = tables.meetings
    change.connection.execute(update(table).where(table.c.id == meeting.id).values(next_day=told))
    before = now.next_day.isoformat() if now.next_day else None
    change.enter("meeting next", meeting.body_name, Touched.MEETINGS, before=before, after=[meeting.id, told])
    return Outcome("meeting next", meeting.id, meeting.body_name)


def close_until(change: Change, meeting: Meeting, day: date | None, *, ends: str | None = None) -> Outcome:
    """Closes a meeting and notes when the body meets next; None leaves what was noted. Raises Problem."""
    if day is not None and day != meetings.meeting(change.connection, meeting.id).next_day:
        set_next_day(change, meeting, day)
    return close_meeting(change, meeting, ends=ends)
