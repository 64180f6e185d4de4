"""Taking away a meeting that was made by mistake, before anything is on file about it."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import delete, select

from dxdesk.domain.errors import rule
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.meetings import check_open
from dxdesk.store import tables
from dxdesk.store.queries import meetings, minutes, packets


def cancel_meeting(change: Change, meeting: Meeting) -> Outcome:
    """Takes away an open meeting with its attendance, its agenda and the notes about it; the audit chain keeps what
    it was. One with records, a confirmed agenda, minutes or 会議資料 that were handed out stays. Raises Problem.
    """
    change.allow("agenda")
    check_open(change, meeting)
    record = meetings.record(change.connection, meetings.meeting(change.connection, meeting.id))
    handed_out = packets.editions(change.connection, meeting.id)
    if not record.bare or minutes.versions(change.connection, meeting.id) or handed_out:
        raise rule("meeting.not_bare", "meeting", meeting=meeting.body_name)
    table = tables.meetings
    row = change.connection.execute(select(table).where(table.c.id == meeting.id)).one()
    for each in (tables.meeting_drafts, tables.agenda_items, tables.attendances):
        change.connection.execute(delete(each).where(each.c.meeting == meeting.id))
    change.connection.execute(delete(table).where(table.c.id == meeting.id))
    before = {**row._mapping, "agenda": [asdict(each) for each in record.items]}
    change.enter("meeting cancel", meeting.body_name, Touched.MEETINGS, before=before)
    return Outcome("meeting cancel", meeting.id, meeting.body_name)
