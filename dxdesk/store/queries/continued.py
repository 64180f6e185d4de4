"""What a body left for its next meeting."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from dxdesk.domain.meetings import Meeting, Result
from dxdesk.store.queries import meetings

LEFT: Final[tuple[Result, ...]] = ("continued", "revise")
"""Results with which a body means to come back to an item."""


def continued_units(connection: Connection, held: Meeting) -> frozenset[str]:
    """The units (ids) that the body of a meeting left for its next one, by what it decided last about each, in this
    cycle and those before."""
    earlier = [each for each in meetings.meetings(connection) if each.body == held.body and each.day < held.day]
    last: dict[str, Result] = {}
    for each in sorted(earlier, key=lambda one: one.day):
        last |= {made.unit: made.result for made in meetings.decisions(connection, each.id) if made.unit is not None}
    return frozenset(unit for unit, result in last.items() if result in LEFT)
