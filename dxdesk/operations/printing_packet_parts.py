"""The parts of 会議資料一式: one maker for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from dxdesk.documents.comparison import lay_comparison
from dxdesk.documents.crosswalk import lay_crosswalk
from dxdesk.documents.directions import lay_directions
from dxdesk.documents.glossary import lay_glossary
from dxdesk.documents.guidance import lay_guidance
from dxdesk.documents.indicators import lay_indicators
from dxdesk.documents.initiative_list_rows import InitiativeList
from dxdesk.documents.last_meeting import lay_last_meeting
from dxdesk.documents.packet import PacketPart, single
from dxdesk.documents.packet_parts import list_part, sheets_part
from dxdesk.documents.page import FRAME_T, FRAME_Y, Frame
from dxdesk.documents.schedule import lay_schedule
from dxdesk.documents.summary import lay_summary
from dxdesk.domain.board import Board, Item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.packets import PART_KEYS, PacketChoice, PartKey
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import sheet_order
from dxdesk.operations.packet_conditions import conditions
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
from dxdesk.store.queries import Connection, board, cycles, plans
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
    value = summary(matter.connection, matter.cycle, matter.board, matter.items)
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
