"""Gathering what 会議資料一式 shows: one maker for each part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from dxdesk.documents.agenda import AgendaPaper
from dxdesk.documents.appending import AppendedPdf
from dxdesk.documents.comparison import lay_comparison
from dxdesk.documents.crosswalk import lay_crosswalk
from dxdesk.documents.directions import lay_directions
from dxdesk.documents.glossary import lay_glossary
from dxdesk.documents.guidance import lay_guidance
from dxdesk.documents.indicators import lay_indicators
from dxdesk.documents.initiative_list_rows import InitiativeList
from dxdesk.documents.last_meeting import lay_last_meeting
from dxdesk.documents.packet import Packet, PacketPart, PrintedPacket, Progress, compose_packet, single
from dxdesk.documents.packet_parts import list_part, sheets_part
from dxdesk.documents.page import FRAME_T, FRAME_Y, Frame, Printed
from dxdesk.documents.schedule import lay_schedule
from dxdesk.documents.summary import lay_summary
from dxdesk.domain.board import Board, Item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packet_editions import AppendedFile
from dxdesk.domain.packets import BY_KEY, PART_KEYS, PacketChoice, PartKey
from dxdesk.domain.plans import Plan
from dxdesk.domain.printing import Wanted
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import sheet_order
from dxdesk.operations.packet_conditions import conditions
from dxdesk.operations.packet_files import appended_files, check_appended
from dxdesk.operations.printing import made_moment, sheets
from dxdesk.operations.printing_comparison import comparison
from dxdesk.operations.printing_crosswalk import crosswalk
from dxdesk.operations.printing_directions import directions
from dxdesk.operations.printing_glossary import glossary
from dxdesk.operations.printing_guidance import guidance
from dxdesk.operations.printing_indicators import indicators
from dxdesk.operations.printing_last_meeting import last_meeting
from dxdesk.operations.printing_schedule import timetable
from dxdesk.operations.printing_summary import summary
from dxdesk.store.queries import Connection, board, bodies, cycles, meetings, packets, plans
from dxdesk.store.queries.meeting_drafts import as_planned
from dxdesk.store.queries.reminders import asked


@dataclass(frozen=True)
class Matter:
    """What the parts of a packet are made from: the cycle as the meeting has it, read once."""

    connection: Connection
    cycle: Cycle
    meeting: Meeting
    choice: PacketChoice
    now: str

    @cached_property
    def board(self) -> Board:
        """The board with the numbers of this meeting's agenda."""
        return board.board(self.connection, self.cycle, meeting=self.meeting)

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every unit, by id."""
        return board.items(self.connection, self.cycle, self.board)

    @cached_property
    def plan(self) -> Plan:
        """The plan as it was when the cycle was opened."""
        return plans.plan(self.connection, self.cycle.plan_revision)

    @cached_property
    def settings(self) -> Settings:
        """The town's words for this cycle."""
        return plans.settings(self.connection, self.cycle.settings_revision)[1]

    @property
    def upright(self) -> Frame:
        """A page of frame 表 in the town's margins."""
        return FRAME_T.for_town(self.settings.paper)

    @cached_property
    def previous_day(self) -> date | None:
        """基準日 of the cycle before."""
        return cycles.cycle(self.connection, self.cycle.previous).as_of if self.cycle.previous else None

    @cached_property
    def made(self) -> str:
        """The moment in the footer."""
        return made_moment(self.connection, self.cycle, self.now)


def _schedule(matter: Matter) -> PacketPart | None:
    value = timetable(matter.connection, matter.cycle, matter.board)
    return single("schedule", FRAME_Y, lambda sheet: lay_schedule(sheet, value)) if value.lines else None


def _indicators(matter: Matter) -> PacketPart | None:
    value = indicators(matter.connection, matter.cycle, matter.board)
    return single("indicators", FRAME_Y, lambda sheet: lay_indicators(sheet, value)) if value.rows else None


def _directions(matter: Matter) -> PacketPart:
    value = directions(matter.connection, matter.cycle, matter.board)
    return single("directions", FRAME_Y, lambda sheet: lay_directions(sheet, value))


def _before(matter: Matter) -> PacketPart | None:
    value = last_meeting(matter.connection, matter.cycle, matter.meeting, matter.made)
    return single("before", matter.upright, lambda sheet: lay_last_meeting(sheet, value)) if value else None


def _changes(matter: Matter) -> PacketPart | None:
    value = comparison(matter.connection, matter.cycle, matter.board)
    return single("changes", FRAME_Y, lambda sheet: lay_comparison(sheet, value)) if value.rows else None


def _crosswalk(matter: Matter) -> PacketPart | None:
    value = crosswalk(matter.connection, matter.cycle, matter.board)
    return single("crosswalk", matter.upright, lambda sheet: lay_crosswalk(sheet, value)) if value.matched else None


def _glossary(matter: Matter) -> PacketPart | None:
    """The terms that what is printed of the units uses, in the order of the plan."""
    items = [matter.items[card.unit] for card in matter.board.cards]
    value = glossary(matter.connection, matter.cycle, matter.board, items)
    return single("glossary", matter.upright, lambda sheet: lay_glossary(sheet, value)) if value.entries else None


def _guidance(matter: Matter) -> PacketPart:
    value = guidance(matter.connection, matter.cycle, matter.board)
    return single("guidance", matter.upright, lambda sheet: lay_guidance(sheet, value))


def _list(matter: Matter) -> PacketPart:
    when = asked(matter.connection, matter.cycle)
    value = InitiativeList(matter.board, matter.items, matter.plan, matter.settings, when, matter.previous_day)
    return list_part(value, "A4" if matter.choice.in_pairs(matter.settings.paper.list_paper) else "A3")


def _sheets(matter: Matter) -> PacketPart | None:
    """What is discussed, in the order of the agenda, then what is late; all the others behind where they are wanted."""
    chosen = units_with_sheets(matter)
    if not chosen:
        return None
    found = sheets(matter.connection, matter.cycle, matter.board, meeting=matter.meeting)
    values = [found[unit] for unit in chosen]
    return sheets_part(values, matter.board, matter.plan, matter.settings, matter.previous_day)


def units_with_sheets(matter: Matter) -> tuple[str, ...]:
    """The units (ids) that have a 個票 in the packet, in its order."""
    every = sheet_order(matter.board)
    if matter.choice.all_sheets:
        return every
    cards = {card.unit: card for card in matter.board.cards}
    return tuple(each for each in every if cards[each].agenda_number is not None or cards[each].status == "late")


def _summary(matter: Matter) -> PacketPart:
    value = summary(matter.connection, matter.cycle, matter.board)
    return single("summary", matter.upright, lambda sheet: lay_summary(sheet, value))


MAKERS: Final[Mapping[PartKey, Callable[[Matter], PacketPart | None]]] = {
    "summary": _summary,
    "schedule": _schedule,
    "indicators": _indicators,
    "before": _before,
    "changes": _changes,
    "crosswalk": _crosswalk,
    "glossary": _glossary,
    "guidance": _guidance,
    "directions": _directions,
    "list": _list,
    "sheets": _sheets,
}
"""How each part is made; None where there is nothing to say. A part without a maker is not offered."""

FRONT: Final[frozenset[PartKey]] = frozenset({"agenda", "members"})
"""The parts that the cover itself brings along."""


def offered(
    connection: Connection, cycle: Cycle, meeting: Meeting | None = None, *, all_sheets: bool = False
) -> tuple[PartKey, ...]:
    """The parts that the packet of a meeting can have, by default of the last of its cycle; ``all_sheets``: it has a
    個票 of every unit."""
    found = conditions(connection, cycle, meeting, all_sheets=all_sheets)
    return tuple(key for key in PART_KEYS if (key in FRONT or key in MAKERS) and found.allow(key))


def packet(
    connection: Connection,
    meeting: Meeting,
    choice: PacketChoice,
    now: str,
    appended: Sequence[AppendedPdf] = (),
    *,
    replacing: bool = True,
) -> Packet:
    """Everything the packet of a meeting shows; ``replacing`` what was handed out before, where that was."""
    cycle = cycles.cycle(connection, meeting.cycle)
    matter = Matter(connection, cycle, meeting, choice, now)
    chosen = choice.chosen(offered(connection, cycle, meeting, all_sheets=choice.all_sheets))
    made = (MAKERS[key](matter) for key in chosen if key not in FRONT)
    body = bodies.of_meeting(connection, meeting)
    agenda = AgendaPaper(
        record=meetings.record(connection, as_planned(connection, meeting)),
        board=matter.board,
        cycle=cycle,
        settings=matter.settings,
        made=matter.made,
        secretariat=body.secretariat if body else None,
        collected=choice.collect,
    )
    handed_out = packets.editions(connection, meeting.id)
    return Packet(
        agenda,
        tuple(part for part in made if part is not None),
        with_members="members" in chosen,
        draft=choice.draft,
        caution=choice.caution,
        collect=choice.collect,
        appended=tuple(appended),
        answers=packets.counted_answers(connection, cycle),
        before=handed_out[-1] if handed_out and replacing else None,
    )


def printed_packet(
    connection: Connection,
    meeting: Meeting,
    now: str,
    *,
    choice: PacketChoice | None = None,
    appended: Sequence[AppendedPdf] = (),
    only_changed: bool = False,
    replacing: bool = False,
    progress: Progress | None = None,
) -> PrintedPacket:
    """会議資料一式 of a meeting with what it is compared with. ``choice`` None is what was handed out, before that what
    its body chose last.

    It takes the place of what was handed out until the meeting is closed; later only where it is ``replacing`` that, or
    has only what changed. ``progress`` is told how many of how many pieces are set and says False to stop. Raises
    Problem and Stopped.
    """
    chosen = choice or packets.meeting_choice(connection, meeting)
    compared = replacing or only_changed or meeting.state == "open"
    value = packet(connection, meeting, chosen, now, appended, replacing=compared)
    found = compose_packet(value, progress, only_changed=only_changed)
    return replace(found, edition=replace(found.edition, choice=chosen))


def print_packet(connection: Connection, wanted: Wanted, now: str, progress: Progress | None = None) -> Printed:
    """会議資料一式 as it is wanted. Raises Problem, Stopped where ``progress`` says so, and StoreUnavailable for a file
    that is to be appended and cannot be read."""
    meeting = meetings.meeting(connection, wanted.meeting or "")
    appended = appended_files(wanted.append)
    check_appended(connection, meeting, [each.name for each in appended], wanted.left_out)
    return printed_packet(
        connection,
        meeting,
        now,
        choice=wanted.packet,
        appended=appended,
        only_changed=wanted.only_changed,
        progress=progress,
    ).printed


@dataclass(frozen=True)
class PacketOffer:
    """What can be chosen for the packet of a meeting: its parts with their titles, what it has now, the number and
    moment of the edition that was handed out last (None: none was), and the files behind that.

    ``whose`` is the id of who has what is chosen from now on: the body, once an edition was handed out the meeting.
    ``only_all``: no unit is discussed or late, so that there are 個票 only where they are of all units.
    ``list_paper`` is what the town has the list on, A3 or A4.
    """

    whose: str
    titles: Mapping[PartKey, str]
    choice: PacketChoice
    handed_out: tuple[int, str] | None
    appended: tuple[AppendedFile, ...] = ()
    only_all: bool = False
    list_paper: str = "A3"

    def parts(self, *, all_sheets: bool) -> tuple[PartKey, ...]:
        """The parts that have something to say, with 個票 of all units or not."""
        return tuple(key for key in self.titles if key != "sheets" or all_sheets or not self.only_all)


def packet_offer(connection: Connection, meeting: Meeting) -> PacketOffer:
    """What can be chosen for the packet of a meeting."""
    cycle = cycles.cycle(connection, meeting.cycle)
    settings = plans.settings(connection, cycle.settings_revision)[1]
    usual = offered(connection, cycle, meeting)
    titles = {
        key: BY_KEY[key].title.format(action=settings.action_word) for key in PART_KEYS if key in (*usual, "sheets")
    }
    before = packets.editions(connection, meeting.id)
    last = (before[-1].number, before[-1].moment) if before else None
    files = before[-1].appended if before else ()
    return PacketOffer(
        meeting.id if before else meeting.body,
        titles,
        packets.meeting_choice(connection, meeting),
        last,
        files,
        "sheets" not in usual,
        settings.paper.list_paper,
    )
