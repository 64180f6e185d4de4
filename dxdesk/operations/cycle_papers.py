"""The documents that show a whole cycle, beside 総括 and the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packets import PartKey
from dxdesk.domain.printing import BOARD_PAPER, PrintKind, Wanted
from dxdesk.operations.printing_board import print_board
from dxdesk.operations.printing_comparison import print_comparison
from dxdesk.operations.printing_crosswalk import print_crosswalk
from dxdesk.operations.printing_directions import print_directions
from dxdesk.operations.printing_glossary import print_glossary
from dxdesk.operations.printing_guidance import print_guidance
from dxdesk.operations.printing_indicators import print_indicators
from dxdesk.operations.printing_numbers import paper_number
from dxdesk.operations.printing_schedule import print_schedule
from dxdesk.store.queries import Connection

_PRINTS: Final[Mapping[PrintKind, tuple[Callable[[Connection, Cycle, str, str], Printed], PartKey]]] = {
    "schedule": (print_schedule, "schedule"),
    "indicators": (print_indicators, "indicators"),
    "directions": (print_directions, "directions"),
    "comparison": (print_comparison, "changes"),
    "crosswalk": (print_crosswalk, "crosswalk"),
    "glossary": (print_glossary, "glossary"),
    "guidance": (print_guidance, "guidance"),
}
"""Each with the part of the packet it is: without a meeting nothing gives it a number."""


def _print(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    print_, key = _PRINTS[wanted.kind]
    return print_(connection, cycle, now, paper_number(connection, cycle, key, now) or "")


def _board(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return print_board(connection, cycle, now, paper=wanted.paper or BOARD_PAPER)


CYCLE_PAPERS: Final[Mapping[PrintKind, Callable[[Connection, Cycle, Wanted, str], Printed]]] = {
    **dict.fromkeys(_PRINTS, _print),
    "board": _board,
}
"""How each of them is made."""
