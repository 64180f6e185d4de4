"""会議資料一式: documents of every kind on one sheet, with a cover that lists them, bookmarks and tabs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from dxdesk.documents.agenda import AgendaPaper, lay_agenda, lay_members
from dxdesk.documents.appending import AppendedPdf, put_behind
from dxdesk.documents.packet_contents import Packet, PacketPart, Section, single
from dxdesk.documents.packet_cover import cover_with_pages, open_cover, part_name
from dxdesk.documents.packet_edition import draw_tabs, edition_note, lay_slip, mark_replaced
from dxdesk.documents.page import FRAME_T, Footer, Printed, Sheet
from dxdesk.documents.watching import Progress, Stopped
from dxdesk.domain.errors import rule
from dxdesk.domain.packet_editions import (
    APPENDED,
    Edition,
    PacketPage,
    PacketPaper,
    Replacement,
    changed_units,
    replacements,
)
from dxdesk.wording.packet import AGENDA, MEMBERS, edition_words, packet_title
from dxdesk.wording.paper import foot_left, foot_right

__all__ = [
    "Packet", "PacketPart", "PrintedPacket", "Progress", "Section", "Stopped", "compose_packet", "known_cover",
    "single",
]  # fmt: skip


@dataclass(frozen=True)
class PrintedPacket:
    """A finished packet, with what is kept of it when it is handed out.

    ``edition`` numbers it: 1 before anything was handed out, that of the last one while nothing has changed since, else
    the next. ``changed`` are the numbers of the pages that differ from the last one.
    """

    printed: Printed
    edition: Edition
    changed: frozenset[int]


def compose_packet(packet: Packet, progress: Progress | None = None, *, only_changed: bool = False) -> PrintedPacket:
    """The packet as PDF; with ``only_changed`` of what was handed out before only the pages that changed.

    The same value gives the same bytes. Raises Problem (packet.unchanged), and Stopped where ``progress`` says so.
    """
    laid = _laid(packet, progress)
    before, pages = packet.before, laid.pages()
    answers = changed_units(before.answers, packet.answers) if before else frozenset()
    rows = replacements(before, pages, laid.papers, answers) if before else []
    if only_changed and not rows:
        raise rule("packet.unchanged" if before else "packet.not_handed_out", "only_changed")
    number = 1 if before is None else before.number + 1 if rows else before.number
    changed = frozenset({1, *(page for row in rows for page in row.pages)} if rows else ())
    if before is not None and rows:
        laid.replace(before, number, tuple(rows), changed, answers)
    printed = laid.finish(changed if only_changed else None)
    statuses = {card.unit: card.status for card in packet.agenda.board.cards}
    edition = Edition(number, packet.agenda.made, pages, tuple(laid.papers), packet.answers, statuses=statuses)
    return PrintedPacket(printed, edition, changed)


def known_cover(packet: Packet, progress: Progress | None = None) -> AgendaPaper:
    """What the cover of a packet shows, for whose pages all of it is set. Raises Stopped where ``progress`` says so."""
    return _laid(packet, progress).cover


@dataclass
class _Watch:
    """Who is told how far the packet is."""

    progress: Progress | None
    total: int
    done: int = 0

    def begin(self) -> None:
        """Another piece begins, or all are set. Raises Stopped."""
        if self.progress is not None and not self.progress(self.done, self.total):
            raise Stopped
        self.done += 1


def _laid(packet: Packet, progress: Progress | None) -> _Laying:
    """The packet, all of it set: again where its cover takes more room with the pages of everything than before."""
    laid = _Laying(packet, progress, open_cover(packet))
    while not laid.lay():
        laid = _Laying(packet, progress, laid.cover)
    return laid


class _Laying:
    """A packet while it is being set: its parts one behind the other, the cover again when all pages are known."""

    def __init__(self, packet: Packet, progress: Progress | None, cover: AgendaPaper) -> None:
        paper = packet.agenda
        self._packet = packet
        self._watch = _Watch(progress, 1 + sum(len(part.sections) for part in packet.parts))
        self._frame = FRAME_T.for_town(paper.settings.paper)
        self._numbers, self._own = packet.numbers
        self._title = packet_title(paper.record.meeting, paper.cycle)
        footer = Footer(foot_left(paper.occasion), foot_right(paper.occasion, paper.made))
        self._sheet = Sheet(
            self._frame, self._title, paper.board.town, footer, draft=packet.draft, collect=packet.collect,
            caution=packet.caution,
        )  # fmt: skip
        self.cover = cover
        self._cover_pages = 0
        self.papers: list[PacketPaper] = []
        self._pieces: list[tuple[str, int]] = []

    def lay(self) -> bool:
        """Set everything, and say whether the cover still takes the pages that were left to it. Raises Stopped."""
        packet, sheet = self._packet, self._sheet
        self._watch.begin()
        sheet.bookmark(AGENDA)
        self._lay_cover(sheet)
        self._keep("agenda", "", AGENDA, 1)
        self._pieces.append(("agenda", 1))
        if packet.members:
            self._lay_members()
        for part in packet.parts:
            self._lay_part(part)
        page = sheet.page
        for number, each in zip(self._own, packet.appended, strict=True):
            self.papers.append(PacketPaper(APPENDED, number, each.name, page + 1, page + len(each.sizes)))
            page += len(each.sizes)
        self._watch.begin()
        draw_tabs(sheet, [(each.number, each.first, each.last) for each in self.papers if each.last <= sheet.page])
        self._lay_cover_again("")
        return self._cover_pages == self.papers[0].last

    def pages(self) -> tuple[PacketPage, ...]:
        """All pages as they are kept."""
        found = []
        starts = [*self._pieces, ("", self._sheet.page + 1)]
        for (piece, first), (_, end) in pairwise(starts):
            for number in range(first, end):
                mark = self._sheet.pages[number - 1].ink.fingerprint
                found.append(PacketPage(piece, number - first + 1, number, mark))
        for paper, each in self._behind():
            found += [
                PacketPage(f"append/{each.name}", at, paper.first + at - 1, each.digest)
                for at in range(1, len(each.sizes) + 1)
            ]
        return tuple(found)

    def replace(
        self,
        before: Edition,
        number: int,
        rows: tuple[Replacement, ...],
        changed: frozenset[int],
        answers: frozenset[str],
    ) -> None:
        """Say everywhere that this takes the place of what was handed out; of ``answers`` other ones count now."""
        note = edition_note(before, number, self._packet.agenda, rows, answers, self.papers)
        self._lay_cover_again(edition_words(number, note.day))
        mark_replaced(self._sheet, note, [page for page in changed if page <= self._sheet.page])
        self._sheet.put_before(self._frame, lambda sheet: lay_slip(sheet, note, self._title))

    def finish(self, only: frozenset[int] | None) -> Printed:
        """The PDF, with the appended files behind it."""
        own = sum(len(each.sizes) for each in self._packet.appended)
        printed = self._sheet.finish(following=own, only=only)
        behind = [
            (each, f"{paper.number}　{paper.name}", paper.first)
            for paper, each in self._behind()
            if only is None or paper.first in only
        ]
        pages = printed.pages + sum(len(each.sizes) for each, _, _ in behind)
        return replace(printed, pdf=put_behind(printed.pdf, behind), pages=pages)

    def _behind(self) -> tuple[tuple[PacketPaper, AppendedPdf], ...]:
        """The appended files, each with its row."""
        return tuple(zip(self.papers[len(self.papers) - len(self._own) :], self._packet.appended, strict=True))

    def _lay_cover(self, sheet: Sheet) -> None:
        lay_agenda(sheet, self.cover, members_behind=self._packet.members)
        self._cover_pages = sheet.page

    def _lay_cover_again(self, edition: str) -> None:
        """The cover with the pages of everything."""
        self.cover = replace(cover_with_pages(self.cover, self.papers), edition=edition)
        self._sheet.number = ""
        self._sheet.set_again(1, self._lay_cover)

    def _lay_members(self) -> None:
        sheet = self._sheet
        sheet.next_page(self._frame)
        sheet.bookmark(MEMBERS)
        first = sheet.page
        lay_members(sheet, self._packet.agenda)
        self._pieces.append(("members", first))
        self._keep("members", "", MEMBERS, first)

    def _lay_part(self, part: PacketPart) -> None:
        """A part behind what is set already."""
        sheet, number, first = self._sheet, self._numbers[part.key], self._sheet.page + 1
        name = part_name(self._packet, part)
        for at, section in enumerate(part.sections):
            self._watch.begin()
            sheet.head, sheet.number = None, f"{number}{section.suffix}"
            sheet.next_page(section.frame)
            self._pieces.append((f"{part.key}/{section.unit or at}", sheet.page))
            if at == 0:
                sheet.bookmark(f"{number}　{name}".strip("　"))
            if section.title:
                sheet.bookmark(f"{sheet.number}　{section.title}" if section.suffix else section.title, 1)
            section.lay(sheet)
        sheet.head = None
        self._keep(part.key, number, name, first)

    def _keep(self, key: str, number: str, name: str, first: int) -> None:
        """What was set last, from the page ``first`` on."""
        self.papers.append(PacketPaper(key, number, name, first, self._sheet.page))
