"""会議資料一式: what a body has in it, what was handed out, and what has changed since."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, select

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.merge import UnitView
from dxdesk.domain.packet_editions import Edition, changed_units, edition_from
from dxdesk.domain.packets import PacketChoice, choice_from
from dxdesk.store import packet_tables
from dxdesk.store.queries import board, replies


def packet_choice(connection: Connection, body: str) -> PacketChoice:
    """What a body (id) had in its packets last; the usual where it has chosen nothing."""
    return _remembered(connection, body) or PacketChoice()


def meeting_choice(connection: Connection, meeting: Meeting) -> PacketChoice:
    """What a meeting has in its packet: what was handed out, if nothing else was chosen for it since. Before it is what
    its body had last."""
    handed_out = editions(connection, meeting.id)
    if not handed_out:
        return packet_choice(connection, meeting.body)
    last = handed_out[-1]
    then = _remembered(connection, meeting.body, until=last.moment) or PacketChoice()
    return _remembered(connection, meeting.id) or last.chosen(then, closed=meeting.state == "closed")


def _remembered(connection: Connection, whose: str, *, until: str | None = None) -> PacketChoice | None:
    """What was chosen last for a body or a meeting (id); None where that was later than ``until`` (an ISO moment)."""
    table = packet_tables.packet_choices
    row = connection.execute(select(table).where(table.c.body == whose)).one_or_none()
    if row is None or (until and datetime.fromisoformat(row.moment) > datetime.fromisoformat(until)):
        return None
    return choice_from(json.loads(row.record))


def editions(connection: Connection, meeting: str) -> tuple[Edition, ...]:
    """The packets of a meeting (id) that were handed out, 第1版 first."""
    table = packet_tables.packets
    rows = connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(edition_from(row.number, row.moment, json.loads(row.record)) for row in rows)


def counted_answers(connection: Connection, cycle: Cycle) -> dict[str, tuple[str, ...]]:
    """By unit the ids of the revisions that count in a cycle: what speaks for the unit, then of each department."""
    return {unit: _counted(view) for unit, view in replies.views(connection, cycle).items()}


def _counted(view: UnitView) -> tuple[str, ...]:
    spoken = (view.counted, *view.answers.values())
    return tuple(dict.fromkeys(each.id for each in spoken if each is not None))


def changed_since_packet(connection: Connection, cycle: Cycle, meeting: Meeting | None = None) -> frozenset[str]:
    """The units of which other answers count than in the packet that was handed out last; none before one was."""
    held = meeting or board.newest_meeting(connection, cycle.id)
    handed_out = editions(connection, held.id) if held else ()
    return changed_units(handed_out[-1].answers, counted_answers(connection, cycle)) if handed_out else frozenset()
