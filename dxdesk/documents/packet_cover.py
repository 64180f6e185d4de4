"""What the cover of 会議資料一式 lists: its papers, at first without the pages on which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dxdesk.documents.agenda import AgendaPaper
from dxdesk.documents.packet_contents import Packet, PacketPart
from dxdesk.documents.page import FRAME_T
from dxdesk.domain.minutes import Handout
from dxdesk.domain.packet_editions import PacketPaper
from dxdesk.domain.packets import BY_KEY, references
from dxdesk.wording.packet import AGENDA, MEMBERS, pages_words, range_words, sheet_words

_OPEN: Final = "　"
"""Stands where pages are not known yet: room for them, and no ink."""


def open_cover(packet: Packet) -> AgendaPaper:
    """The cover before it is known on which pages its papers stand, in as much room as it takes with them."""
    paper, (numbers, _) = packet.agenda, packet.numbers
    sheets = {
        section.unit: f"{numbers[part.key]}{section.suffix}"
        for part in packet.parts
        for section in part.sections
        if section.unit is not None
    }
    known = references(paper.record.items, numbers, sheets, paper.settings.action_word)
    return replace(paper, references=known, handouts=tuple(_open_rows(packet)), edition="")


def cover_with_pages(cover: AgendaPaper, papers: Sequence[PacketPaper]) -> AgendaPaper:
    """The same cover when it is known on which pages its papers stand."""
    rows = zip(cover.handouts, papers, strict=True)
    known = tuple(replace(row, pages=pages_words(each.first, each.last)) for row, each in rows)
    return replace(cover, handouts=known)


def part_name(packet: Packet, part: PacketPart) -> str:
    """What 配布資料 calls a part: with the numbers of its pieces where they have their own."""
    number = packet.numbers[0][part.key]
    own = [f"{number}{section.suffix}" for section in part.sections if section.suffix]
    return range_words(part.name or BY_KEY[part.key].title.format(action=packet.agenda.settings.action_word), own)


def _open_rows(packet: Packet) -> Iterator[Handout]:
    numbers, behind = packet.numbers
    for name in (AGENDA, MEMBERS) if packet.members else (AGENDA,):
        yield Handout(None, name, sheet_words(FRAME_T.page_width, FRAME_T.page_height), _OPEN)
    for part in packet.parts:
        frame = part.sections[0].frame
        size = sheet_words(frame.page_width, frame.page_height)
        yield Handout(numbers[part.key] or None, part_name(packet, part), size, _OPEN)
    for number, each in zip(behind, packet.appended, strict=True):
        yield Handout(number, each.name, sheet_words(*each.sizes[0]), _OPEN)
