"""Packets of the five plans with invented answers."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.documents.agenda import AgendaPaper
from dxdesk.documents.initiative_list_rows import InitiativeList
from dxdesk.documents.packet import Packet, PacketPart
from dxdesk.documents.packet_parts import list_part, sheets_part
from dxdesk.domain.meetings import AgendaItem, MeetingRecord
from dxdesk.domain.paper import PaperSize
from dxdesk.domain.sheets import Asked
from tests.documents.sample_boards import MADE, PAST, THIS, Scene, scene, unit_sheet
from tests.meeting_samples import RECORD


def record_of(found: Scene) -> MeetingRecord:
    """A meeting with an agenda for a scene: two standing items, and what is discussed in it."""
    standing = [
        AgendaItem("i1", 1, "report", None, None, "進捗状況の総括について", None, 10),
        AgendaItem("i2", 2, "report", None, None, "前回の宿題の処理状況について", None, 5),
    ]
    discussed = [
        AgendaItem(f"i{at}", at, "discuss", card.unit, card.code, card.name, found.item(card.code).ask, 15)
        for at, card in enumerate(found.board.discussed(), 3)
    ]
    body = found.board.body_name or RECORD.meeting.body_name
    meeting = replace(RECORD.meeting, body_name=body)
    return replace(RECORD, meeting=meeting, items=(*standing, *discussed), decisions=(), actions=())


def parts_of(found: Scene, paper: PaperSize = "A3") -> tuple[PacketPart, ...]:
    """The list of a scene, and the sheets of what is discussed in it."""
    items = {each.card.unit: each for each in found.items}
    value = InitiativeList(found.board, items, found.plan, found.settings, Asked(None, THIS.due, {}), PAST.as_of)
    sheets = [unit_sheet(found, card.code) for card in found.board.discussed()]
    own = (sheets_part(sheets, found.board, found.plan, found.settings, PAST.as_of),) if sheets else ()
    return (list_part(value, paper), *own)


def packet(name: str = "ogawara", found: Scene | None = None, paper: PaperSize = "A3") -> Packet:
    """The packet of a plan."""
    found = found or scene(name)
    agenda = AgendaPaper(record_of(found), found.board, THIS, found.settings, MADE, secretariat="政策企画課　今野　彩")
    answers = {unit: (view.counted.id,) if view.counted else () for unit, view in found.views.items()}
    return Packet(agenda, parts_of(found, paper), answers=answers)
