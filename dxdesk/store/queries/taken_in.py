"""What a taking in was about, for those who read of it later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Gap:
    """The file of a taking in, by its 通番, before which files of its department never came: ``first`` to ``last``."""

    number: int
    first: int
    last: int


def gaps(connection: Connection, first: int) -> Mapping[int, Gap]:
    """What is missing before the files taken in since an operation (its sequence), by the sequence of their taking
    in. Nothing is lost by it: every file carries all that was said before."""
    table = tables.audit
    query = select(table.c.sequence, table.c.package).where(
        table.c.sequence >= first, table.c.operation == "take in", table.c.package.is_not(None)
    )
    filed = {each.id: each for each in packages.all_filed(connection, kinds=("reply",), direction="in")}
    came: dict[tuple[str | None, str | None], list[int]] = {}
    for each in filed.values():
        came.setdefault((each.cycle, each.department), []).append(each.sequence)
    found: dict[int, Gap] = {}
    for row in connection.execute(query):
        one = filed.get(row.package)
        if one is None:
            continue
        before = max((each for each in came[one.cycle, one.department] if each < one.sequence), default=0)
        if before + 1 < one.sequence:
            found[row.sequence] = Gap(one.sequence, before + 1, one.sequence - 1)
    return found


def cancellable(connection: Connection, first: int) -> Mapping[int, str]:
    """The takings in since an operation (its sequence) that have not been taken back: package by sequence."""
    return _with_package(connection, first, ("take in",), cancelled=False)


def taken_back(connection: Connection, first: int) -> Mapping[int, str]:
    """The takings in since an operation (its sequence) that were taken back, and the takings back: package by
    sequence."""
    return _with_package(connection, first, ("take in", "cancel"), cancelled=True)


def _with_package(
    connection: Connection, first: int, operations: Sequence[str], *, cancelled: bool
) -> Mapping[int, str]:
    table = tables.audit
    query = select(table.c.sequence, table.c.package).where(
        table.c.sequence >= first, table.c.operation.in_(operations), table.c.package.is_not(None)
    )
    standing = {each.id for each in packages.all_filed(connection, direction="in") if each.cancelled is cancelled}
    return {row.sequence: row.package for row in connection.execute(query) if row.package in standing}
