"""Gathering what 伺い and 供覧 of a meeting show."""

from __future__ import annotations

from dxdesk.documents.approval import compose_approval, compose_circulation, lay_approval
from dxdesk.documents.packet import known_cover
from dxdesk.documents.packet_cover import open_cover
from dxdesk.documents.page import Printed
from dxdesk.documents.watching import aside, progress
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.printing import recorded_minutes
from dxdesk.operations.printing_packet import packet
from dxdesk.store.queries import Connection, packets


def print_approval(connection: Connection, meeting: Meeting, now: str) -> Printed:
    """The 決裁 copy of the agenda of a meeting, with the papers of its packet and their pages.

    The whole packet is set for these; who waits is shown the copy without them meanwhile. Raises Stopped.
    """
    value = packet(connection, meeting, packets.meeting_choice(connection, meeting), now)
    begun = lay_approval(open_cover(value))
    with aside(begun.page, begun.begun):
        cover = known_cover(value, progress())
    return compose_approval(cover)


def print_circulation(connection: Connection, meeting: Meeting, now: str) -> Printed:
    """The results of a meeting for those who read them, from its newest minutes. Raises Problem (minutes.none)."""
    return compose_circulation(recorded_minutes(connection, meeting, now, "gist"))
