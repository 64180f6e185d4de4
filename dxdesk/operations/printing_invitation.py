"""Gathering what 開催通知 says."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from dxdesk.documents.invitation import Invitation, compose_invitation, compose_invitation_word
from dxdesk.documents.page import Printed
from dxdesk.domain.calendar import office_day_on_or_before
from dxdesk.domain.letters import Letterhead, Sender, office_of
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.minutes_draft import meeting_name
from dxdesk.domain.sheets import occasion
from dxdesk.store.queries import Connection, board, cycles, meetings, plans
from dxdesk.store.queries.meeting_drafts import as_planned

_ANSWER: Final = timedelta(days=7)
"""So long before a meeting its members say whether they come."""


def print_invitation(connection: Connection, meeting: Meeting, now: str) -> Printed:
    """開催通知 of a meeting to the members of its body."""
    return compose_invitation(invitation(connection, meeting, now))


def invitation_word(connection: Connection, meeting: Meeting, now: str, form: Path | None = None) -> bytes:
    """開催通知 as a .docx made from a form (None: the one in use). Raises Problem."""
    return compose_invitation_word(invitation(connection, meeting, now), form)


def invitation(connection: Connection, meeting: Meeting, now: str) -> Invitation:
    """Everything that the letter says at a moment (ISO). It asks for an answer on the office day a week before the
    meeting, and for the opinions of absent members on the office day before it; never on a day that is over. Once the
    meeting is over its day is left to be written by hand: nobody knows when it was sent, and it was not sent today."""
    cycle = cycles.cycle(connection, meeting.cycle)
    plan = plans.plan(connection, cycle.plan_revision)
    settings = plans.settings(connection, cycle.settings_revision)[1]
    about = occasion(board.board(connection, cycle), settings.paper)
    body = next((each for each in plan.bodies if each.id == meeting.body), None)
    chair = next((each.name for each in plans.members(connection, meeting.body) if each.position == "chair"), "")
    today = datetime.fromisoformat(now).astimezone().date()
    head = Letterhead(
        plan_title=plan.title,
        cycle_name=cycle.name,
        sender=Sender(about.town, meeting.body_name, chair, office_of(plan.bodies, body)),
        inquired=None,
        as_of=cycle.as_of,
        due=cycle.due,
        meeting=meeting.day,
        sample=about.sample,
        ordinal=meeting.ordinal,
    )
    return Invitation(
        meetings.record(connection, as_planned(connection, meeting)),
        meeting_name(meeting, cycle),
        head,
        settings,
        written=today if today <= meeting.day else None,
        answer=_ahead(meeting.day - _ANSWER, meeting.day, today),
        opinions=_ahead(meeting.day - timedelta(days=1), meeting.day, today),
    )


def _ahead(day: date, meeting: date, today: date) -> date:
    """The office day on or before a day; today where that is over, while the meeting itself is not."""
    found = office_day_on_or_before(day)
    return found if found >= today or today >= meeting else today
