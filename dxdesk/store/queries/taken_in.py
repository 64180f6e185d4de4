"""What a taking in was about, for those who read of it later."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from dxdesk.store import tables
from dxdesk.store.package_tables import package_records
from dxdesk.store.queries import packages


def answers_of(connection: Connection, package: str) -> int:
    """To how many answers a package brought something; where it brought nothing new, about how many it was."""
    table = package_records
    places = select(table.c.unit, table.c.department).where(table.c.package == package).distinct()
    for chosen in (places.where(table.c.standing == "new"), places):
        count: int = connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()
        if count:
            return count
    return 0


def cancellable(connection: Connection, first: int) -> Mapping[int, str]:
    """The takings in since an operation (its sequence) that have not been taken back: package by sequence."""
    table = tables.audit
    query = select(table.c.sequence, table.c.package).where(
        table.c.sequence >= first, table.c.operation == "take in", table.c.package.is_not(None)
    )
    live = {each.id for each in packages.all_filed(connection, direction="in") if not each.cancelled}
    return {row.sequence: row.package for row in connection.execute(query) if row.package in live}
