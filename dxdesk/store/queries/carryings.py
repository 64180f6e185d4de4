"""What was taken to another PC, and whether this file waits for it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dxdesk.domain.carryings import Carrying
from dxdesk.store import package_tables


def carryings(connection: Connection) -> tuple[Carrying, ...]:
    """Every 持ち出し that this file knows of, oldest first."""
    table = package_tables.carryings
    return tuple(
        Carrying(
            row.id, row.side, row.moment, row.name, row.computer, row.place, row.ended, row.ended_moment, row.reason
        )
        for row in connection.execute(select(table).order_by(table.c.number))
    )
