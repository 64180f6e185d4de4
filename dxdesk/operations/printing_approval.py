"""Gathering what 伺い and 供覧 of a meeting show."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.documents.approval import compose_approval, compose_circulation
from dxdesk.documents.page import Printed
from dxdesk.documents.watching import aside
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.printing import recorded_minutes
from dxdesk.operations.printing_packet import printed_packet
from dxdesk.store.queries import Connection


def print_approval(connection: Connection, meeting: Meeting, now: str) -> Printed:
    """The 決裁 copy of the agenda of a meeting, with the papers of its packet and their pages."""
    with aside():
        cover = printed_packet(connection, meeting, now).cover
    return compose_approval(replace(cover, edition=""))


def print_circulation(connection: Connection, meeting: Meeting, now: str) -> Printed:
    """The results of a meeting for those who read them, from its newest minutes. Raises Problem (minutes.none)."""
    return compose_circulation(recorded_minutes(connection, meeting, now, "gist"))
