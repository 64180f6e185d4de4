"""The documents that show a whole cycle, beside 総括 and the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import BOARD_PAPER, PrintKind, Wanted
from dxdesk.operations.printing_board import print_board
from dxdesk.operations.printing_comparison import print_comparison
from dxdesk.operations.printing_crosswalk import print_crosswalk
from dxdesk.operations.printing_directions import print_directions
from dxdesk.operations.printing_glossary import print_glossary
from dxdesk.operations.printing_guidance import print_guidance
from dxdesk.operations.printing_indicators import print_indicators
from dxdesk.operations.printing_schedule import print_schedule
from dxdesk.store.queries import Connection

_PRINTS: Final[Mapping[PrintKind, Callable[[Connection, Cycle, str], Printed]]] = {
    "schedule": print_schedule,
    "indicators": print_indicators,
    "directions": print_directions,
    "comparison": print_comparison,
    "crosswalk": print_crosswalk,
    "glossary": print_glossary,
    "guidance": print_guidance,
}


def _print(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return _PRINTS[wanted.kind](connection, cycle, now)


def _board(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return print_board(connection, cycle, now, paper=wanted.paper or BOARD_PAPER)


CYCLE_PAPERS: Final[Mapping[PrintKind, Callable[[Connection, Cycle, Wanted, str], Printed]]] = {
    **dict.fromkeys(_PRINTS, _print),
    "board": _board,
}
"""How each of them is made."""
