"""The parts of a packet that hold what stands elsewhere as a document of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dxdesk.documents.initiative_list import lay_list, lay_list_in_pairs
from dxdesk.documents.initiative_list_rows import InitiativeList
from dxdesk.documents.initiative_sheet import lay_sheet
from dxdesk.documents.initiative_sheet_parts import About
from dxdesk.documents.packet import PacketPart, Section, single
from dxdesk.documents.page import FRAME_A3, FRAME_T, FRAME_Y, Sheet
from dxdesk.domain.board import Board
from dxdesk.domain.paper import PaperSize
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import UnitSheet
from dxdesk.wording.packet import list_name, sheets_name
from dxdesk.wording.paper import plan_words


def list_part(value: InitiativeList, paper: PaperSize) -> PacketPart:
    """進捗状況一覧表, folded A3 or pairs of A4."""
    name = list_name(len(value.board.cards))
    if paper == "A4":
        return single("list", FRAME_Y, lambda sheet: lay_list_in_pairs(sheet, value), name=name)
    return single("list", FRAME_A3, lambda sheet: lay_list(sheet, value), name=name)


def sheets_part(
    values: Sequence[UnitSheet], board: Board, plan: Plan, settings: Settings, previous_as_of: date | None
) -> PacketPart:
    """個票, each with a 資料番号 of its own."""
    about = About(board, settings, plan_words(plan, short=True), previous_as_of)
    frame = FRAME_T.for_town(settings.paper)
    discussed = sum(value.item.card.agenda_number is not None for value in values)
    late = sum(value.item.card.agenda_number is None and value.item.card.status == "late" for value in values)

    def section(at: int, value: UnitSheet) -> Section:
        def lay(sheet: Sheet) -> None:
            lay_sheet(sheet, value, about)

        card = value.item.card
        return Section(frame, lay, f"{card.number}　{card.short_name or card.name}", f"-{at}", card.unit)

    sections = tuple(section(at, value) for at, value in enumerate(values, 1))
    return PacketPart("sheets", sections, sheets_name(discussed, late, len(values) - discussed - late))
