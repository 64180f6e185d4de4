"""Gathering what 伺い and 供覧 of a meeting show."""

from __future__ import annotations

from dxdesk.documents.agenda import AgendaPaper
from dxdesk.documents.approval import compose_approval, compose_circulation
from dxdesk.documents.page import Printed
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.minutes import Handout
from dxdesk.operations.printing import made_moment, recorded_minutes
from dxdesk.store.queries import Connection, board, cycles, meetings, plans


def print_approval(connection: Connection, meeting: Meeting, now: str, handouts: tuple[Handout, ...] = ()) -> Printed:
    """The 決裁 copy of the agenda of a meeting; ``handouts`` are the papers that are to be handed out."""
    cycle = cycles.cycle(connection, meeting.cycle)
    return compose_approval(
        AgendaPaper(
            record=meetings.record(connection, meeting),
            board=board.board(connection, cycle, meeting=meeting),
            cycle=cycle,
            settings=plans.settings(connection, cycle.settings_revision)[1],
            made=made_moment(connection, cycle, now),
            handouts=handouts,
        )
    )


def print_circulation(connection: Connection, meeting: Meeting, now: str) -> Printed:
    """The results of a meeting for those who read them, from its newest minutes. Raises Problem (minutes.none)."""
    return compose_circulation(recorded_minutes(connection, meeting, now, "gist"))
