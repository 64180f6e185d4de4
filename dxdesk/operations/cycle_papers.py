"""The documents of a whole cycle that have nothing to choose, beside 総括."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from dxdesk.documents.page import Printed
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations.printing_directions import print_directions
from dxdesk.operations.printing_indicators import print_indicators
from dxdesk.operations.printing_schedule import print_schedule
from dxdesk.store.queries import Connection

_PRINTS: Final[Mapping[PrintKind, Callable[[Connection, Cycle, str], Printed]]] = {
    "schedule": print_schedule,
    "indicators": print_indicators,
    "directions": print_directions,
}


def _print(connection: Connection, cycle: Cycle, wanted: Wanted, now: str) -> Printed:
    return _PRINTS[wanted.kind](connection, cycle, now)


CYCLE_PAPERS: Final[Mapping[PrintKind, Callable[[Connection, Cycle, Wanted, str], Printed]]] = dict.fromkeys(
    _PRINTS, _print
)
"""How each of them is made."""
