"""会議資料一式: documents of every kind on one sheet, with a cover that lists them, bookmarks and tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dxdesk.documents.agenda import AgendaPaper, has_members, lay_agenda, lay_members
from dxdesk.documents.fonts import Face
from dxdesk.documents.page import FRAME_T, Footer, Frame, Printed, SetPage, Sheet
from dxdesk.documents.paragraph import TextStyle, write
from dxdesk.domain.minutes import Handout
from dxdesk.domain.packets import BY_KEY, PartKey, numbers, references
from dxdesk.domain.settings import Settings
from dxdesk.wording_packet import AGENDA, MEMBERS, packet_title, pages_words, range_words, sheet_words
from dxdesk.wording_paper import foot_left, foot_right

_TAB = TextStyle(Face.PROPORTIONAL_BOLD, 9, 12, white=True)
_TAB_WIDTH, _TAB_HIGH, _TAB_PITCH, _TAB_TOP = 9.0, 13.0, 15.0, 40.0
_TABS = 14
"""So many stand below each other before they begin at the top again."""

_PRINTABLE = 4.5
"""A printer leaves so much of the edge white, so that words of a tab keep away from it."""

Progress = Callable[[int, int], bool]
"""Told before each piece how many of how many are set; says False to stop."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Somebody does not want the document any more; nothing was made."""


@dataclass(frozen=True)
class Section:
    """A piece of a part that begins on a page of its own.

    ``lay`` fills the sheet from the current, still empty page of ``frame`` on. ``suffix`` follows the 資料番号 of the
    part (-1), ``title`` is its bookmark below that of the part (empty: none), ``unit`` the unit it is about.
    """

    frame: Frame
    lay: Callable[[Sheet], None]
    title: str = ""
    suffix: str = ""
    unit: str | None = None


@dataclass(frozen=True)
class PacketPart:
    """A part and the pieces it is made of. ``name`` is what 配布資料 calls it where that says more than its title."""

    key: PartKey
    sections: tuple[Section, ...]
    name: str = ""


def single(key: PartKey, frame: Frame, lay: Callable[[Sheet], None], *, name: str = "") -> PacketPart:
    """A part of one piece."""
    return PacketPart(key, (Section(frame, lay),), name)


@dataclass(frozen=True)
class Packet:
    """Everything a packet shows: what stands on its cover, and its parts but for agenda and members in their order.

    ``with_members`` has 出席者名簿 behind the agenda; ``draft``, ``caution`` and ``collect`` are its marks.
    """

    agenda: AgendaPaper
    parts: tuple[PacketPart, ...]
    with_members: bool = True
    draft: bool = False
    caution: bool = False
    collect: bool = False

    @property
    def keys(self) -> tuple[PartKey, ...]:
        """The keys of all its parts."""
        front: tuple[PartKey, ...] = ("agenda", "members") if self.members else ("agenda",)
        return (*front, *(part.key for part in self.parts))

    @property
    def members(self) -> bool:
        """Whether there is a page of 出席者名簿."""
        return self.with_members and has_members(self.agenda)


@dataclass(frozen=True)
class Laid:
    """A part on the finished sheet: its 資料番号, its first and last page (from 1), and its paper in words."""

    key: str
    number: str
    name: str
    first: int
    last: int
    paper: str

    @property
    def handout(self) -> Handout:
        """Its row in 配布資料."""
        return Handout(self.number or None, self.name, self.paper, pages_words(self.first, self.last))


def compose_packet(packet: Packet, progress: Progress | None = None) -> Printed:
    """The packet as PDF. Raises Stopped where ``progress`` says so. The same value gives the same bytes."""
    sheet, _ = lay_packet(packet, progress)
    return sheet.finish()


def lay_packet(packet: Packet, progress: Progress | None = None) -> tuple[Sheet, tuple[Laid, ...]]:
    """All parts on one sheet, the cover last of all since it tells their pages. Raises Stopped."""
    paper = packet.agenda
    frame = FRAME_T.for_town(paper.settings.paper)
    footer = Footer(foot_left(paper.occasion), foot_right(paper.occasion, paper.made))
    title = packet_title(paper.record.meeting, paper.cycle)
    numbered, _ = numbers(packet.keys)
    watch = _Watch(progress, 1 + sum(len(part.sections) for part in packet.parts))
    watch.begin()
    sheet = Sheet(frame, title, paper.board.town, footer, draft=packet.draft, caution=packet.caution)
    sheet.collect = packet.collect
    sheets = _sheet_numbers(packet, numbered)
    known = references(paper.record.items, numbered, sheets, paper.settings.action_word)
    names = {part.key: _name(part, numbered, paper.settings) for part in packet.parts}
    open_rows = tuple(Handout(numbered[part.key] or None, names[part.key]) for part in packet.parts)
    front = replace(paper, references=known, handouts=(*_front_rows(packet), *open_rows))
    sheet.bookmark(AGENDA)
    lay_agenda(sheet, front, members_behind=packet.members)
    laid = [Laid("agenda", "", AGENDA, 1, sheet.page, sheet_words(frame.page_width, frame.page_height))]
    if packet.members:
        laid.append(_lay_members(sheet, packet, frame))
    laid += [_lay_part(sheet, part, numbered[part.key], names[part.key], watch) for part in packet.parts]
    listed = replace(front, handouts=tuple(each.handout for each in laid))
    sheet.number = ""
    sheet.set_again(1, lambda page: lay_agenda(page, listed, members_behind=packet.members))
    _draw_tabs(sheet, laid)
    watch.begin()
    return sheet, tuple(laid)


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


def _front_rows(packet: Packet) -> tuple[Handout, ...]:
    return tuple(Handout(None, word) for word in ((AGENDA, MEMBERS) if packet.members else (AGENDA,)))


def _name(part: PacketPart, numbered: Mapping[PartKey, str], settings: Settings) -> str:
    """What 配布資料 calls a part: with the numbers of its pieces where they have their own."""
    own = [f"{numbered[part.key]}{section.suffix}" for section in part.sections if section.suffix]
    return range_words(part.name or BY_KEY[part.key].title.format(action=settings.action_word), own)


def _sheet_numbers(packet: Packet, numbered: Mapping[PartKey, str]) -> dict[str, str]:
    """The 資料番号 of the units that have a piece of their own."""
    return {
        section.unit: f"{numbered[part.key]}{section.suffix}"
        for part in packet.parts
        for section in part.sections
        if section.unit is not None
    }


def _lay_members(sheet: Sheet, packet: Packet, frame: Frame) -> Laid:
    sheet.next_page(frame)
    sheet.bookmark(MEMBERS)
    first = sheet.page
    lay_members(sheet, packet.agenda)
    return Laid("members", "", MEMBERS, first, sheet.page, sheet_words(frame.page_width, frame.page_height))


def _lay_part(sheet: Sheet, part: PacketPart, number: str, name: str, watch: _Watch) -> Laid:
    """A part behind what is set already."""
    first = sheet.page + 1
    for at, section in enumerate(part.sections):
        watch.begin()
        sheet.head, sheet.number = None, f"{number}{section.suffix}"
        sheet.next_page(section.frame)
        if at == 0:
            sheet.bookmark(f"{number}　{name}".strip("　"))
        if section.title:
            sheet.bookmark(f"{sheet.number}　{section.title}" if section.suffix else section.title, 1)
        section.lay(sheet)
    sheet.head = None
    frame = part.sections[0].frame
    return Laid(part.key, number, name, first, sheet.page, sheet_words(frame.page_width, frame.page_height))


def _draw_tabs(sheet: Sheet, laid: Sequence[Laid]) -> None:
    """A black tab at the outer edge of every page of a numbered part, further down with every part."""
    place = 0
    for each in laid:
        if not each.number:
            continue
        for page in sheet.pages[each.first - 1 : each.last]:
            _draw_tab(page, place % _TABS, each.number)
        place += 1


def _draw_tab(page: SetPage, place: int, number: str) -> None:
    """The tab reaches to the edge of the paper; its word stands where every printer prints."""
    ink, width = page.ink, page.frame.page_width
    top = _TAB_TOP + place * _TAB_PITCH * min(1.0, (page.frame.page_height - 80.0) / (_TABS * _TAB_PITCH))
    left = width - _TAB_WIDTH
    ink.polygon([(left, top), (width, top), (width, top + _TAB_HIGH), (left, top + _TAB_HIGH)])
    middle = left + (_TAB_WIDTH - _PRINTABLE) / 2 + 0.4
    word = number.removeprefix("資料")
    with ink.reads_as(""):
        write(ink, middle, top + (_TAB_HIGH - _TAB.em) / 2, word, _TAB, "center")
