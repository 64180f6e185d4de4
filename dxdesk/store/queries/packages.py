"""Packages on file: keys, what was sent and taken in, what it carried, and what is still held."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from sqlalchemy import Connection, Row, Table, and_, func, select

from dxdesk.domain.arrivals import Standing
from dxdesk.domain.packages import PackageKind
from dxdesk.domain.records import digest
from dxdesk.store import tables
from dxdesk.store.package_tables import (
    held_rows,
    package_cancellations,
    package_records,
    packages,
    reply_keys,
    sender_keys,
    withheld,
)
from dxdesk.store.queries.kept import Kept

Direction = Literal["in", "out"]
FormKind = Literal["form"]

_AT_ONCE: Final = 500
"""So many ids are looked for in one statement."""


@dataclass(frozen=True)
class SenderKeys:
    """The secretariat's keys, base64. The private halves are None at a liaison; with salts a passphrase locks them."""

    signing_public: str
    opening_public: str
    signing_private: str | None
    opening_private: str | None
    signing_salt: str | None
    opening_salt: str | None

    @property
    def locked(self) -> bool:
        """Whether a passphrase is needed."""
        return self.signing_salt is not None


@dataclass(frozen=True)
class ReplyKey:
    """With which key a department may answer in a cycle; ``private`` is None at the secretariat, ``moment`` when it was
    made (or came)."""

    public: str
    cycle: str
    department: str
    private: str | None
    moment: str


@dataclass(frozen=True)
class Filed:
    """A package or reply form on file; what it said is read by ``content``."""

    id: str
    kind: PackageKind | FormKind
    direction: Direction
    cycle: str | None
    department: str | None
    number: str
    sequence: int
    made: str
    moment: str
    file: str | None
    about: str | None
    cancelled: bool


@dataclass(frozen=True)
class Held:
    """預かり: a row of a package that was not taken in, and why."""

    package: str
    unit: str
    department: str
    reason: Literal["unticked", "late", "not_asked"]


def keys(connection: Connection) -> SenderKeys | None:
    """The secretariat's keys; None before anything was sent."""
    row = connection.execute(select(sender_keys)).one_or_none()
    return SenderKeys(**{name: value for name, value in row._mapping.items() if name != "id"}) if row else None


def reply_key(connection: Connection, public: str) -> ReplyKey | None:
    """The reply key with this public half."""
    row = connection.execute(select(reply_keys).where(reply_keys.c.public == public)).one_or_none()
    return _reply_key(row) if row else None


def reply_keys_of(connection: Connection, cycle: str, department: str | None = None) -> tuple[ReplyKey, ...]:
    """The reply keys of a cycle, or of one department in it, the newest first."""
    statement = select(reply_keys).where(reply_keys.c.cycle == cycle).order_by(reply_keys.c.audit_sequence.desc())
    if department is not None:
        statement = statement.where(reply_keys.c.department == department)
    return tuple(_reply_key(row) for row in connection.execute(statement))


def answering(connection: Connection) -> tuple[str, ...]:
    """The departments (ids) that a liaison's database answers for, the one asked last first."""
    rows = connection.scalars(select(reply_keys.c.department).order_by(reply_keys.c.audit_sequence.desc()))
    return tuple(dict.fromkeys(rows))


def _reply_key(row: Row[Any]) -> ReplyKey:
    return ReplyKey(row.public, row.cycle, row.department, row.private, row.moment)


def filed(connection: Connection, package: str) -> Filed | None:
    """The package with this id."""
    row = connection.execute(_FILED.where(packages.c.id == package)).one_or_none()
    return _one(row) if row else None


def all_filed(
    connection: Connection,
    *,
    kinds: Collection[str] | None = None,
    direction: Direction | None = None,
    cycle: str | None = None,
    department: str | None = None,
) -> tuple[Filed, ...]:
    """The packages on file in the order in which they were made or taken in, as far as they are named."""
    statement = _FILED.order_by(packages.c.audit_sequence, packages.c.id)
    if kinds is not None:
        statement = statement.where(packages.c.kind.in_(kinds))
    for column, value in (
        (packages.c.direction, direction),
        (packages.c.cycle, cycle),
        (packages.c.department, department),
    ):
        if value is not None:
            statement = statement.where(column == value)
    return tuple(_one(row) for row in connection.execute(statement))


def _filed() -> Any:
    newest = select(package_cancellations.c.package, func.max(package_cancellations.c.number).label("number")).group_by(
        package_cancellations.c.package
    )
    last = newest.subquery()
    spoken = (
        select(package_cancellations.c.package, package_cancellations.c.kind.label("verdict"))
        .join(
            last,
            and_(last.c.package == package_cancellations.c.package, last.c.number == package_cancellations.c.number),
        )
        .subquery()
    )
    columns = [column for column in packages.c if column.name != "content"]
    return select(*columns, spoken.c.verdict).outerjoin(spoken, spoken.c.package == packages.c.id)


_FILED: Final = _filed()
"""The packages with the last verdict on each."""


def _one(row: Row[Any]) -> Filed:
    names = [name for name in Filed.__dataclass_fields__ if name != "cancelled"]
    return Filed(**{name: getattr(row, name) for name in names}, cancelled=row.verdict == "cancelled")


def next_sequence(connection: Connection, cycle: str | None, department: str | None) -> int:
    """通番 of the next package sent about a department in a cycle."""
    found = connection.execute(
        select(func.max(packages.c.sequence)).where(
            packages.c.direction == "out", packages.c.cycle == cycle, packages.c.department == department
        )
    ).scalar()
    return int(found or 0) + 1


def carried(connection: Connection, package: str) -> tuple[str, ...]:
    """The records (ids) that a package carried."""
    table = package_records
    return tuple(connection.scalars(select(table.c.record).where(table.c.package == package).order_by(table.c.record)))


def carriers(connection: Connection, records: Collection[str]) -> Mapping[str, frozenset[str]]:
    """By record the packages on file that carried it and were not cancelled."""
    live = {each.id for each in all_filed(connection, direction="in") if not each.cancelled}
    found: dict[str, set[str]] = {}
    table = package_records
    for row in connection.execute(select(table.c.record, table.c.package).where(table.c.record.in_(records))):
        if row.package in live:
            found.setdefault(row.record, set()).add(row.package)
    return {record: frozenset(each) for record, each in found.items()}


def made_here(connection: Connection, records: Collection[str]) -> frozenset[str]:
    """Of records those that no package brought."""
    table = package_records
    brought = select(table.c.record).where(table.c.record.in_(records), table.c.standing == "new")
    return frozenset(records) - frozenset(connection.scalars(brought))


def on_file(
    connection: Connection, records: Collection[str], within: Sequence[Table] = (tables.revisions, tables.reviews)
) -> dict[str, Standing]:
    """Where those of the records (ids) stand that are here, withheld ones included."""
    found: dict[str, Standing] = {}
    for table in within:
        columns = select(table.c.id, table.c.cycle, table.c.unit, table.c.department)
        missing = sorted(set(records) - found.keys())
        for start in range(0, len(missing), _AT_ONCE):
            for row in connection.execute(columns.where(table.c.id.in_(missing[start : start + _AT_ONCE]))):
                found[row.id] = (row.cycle, row.unit, row.department)
    return found


def withheld_records(connection: Connection) -> frozenset[str]:
    """The records that stay on file and say nothing."""
    return frozenset(connection.scalars(select(withheld.c.record)))


_CARGOES: Final = Kept[Mapping[tuple[str, str], frozenset[str]]](64)


def held(connection: Connection, cycle: str | None = None) -> tuple[Held, ...]:
    """What is held, of one cycle or of all, oldest package first: rows of which something is not on record yet, for
    another file may have brought all of it."""
    statement = (
        select(held_rows)
        .join(packages, packages.c.id == held_rows.c.package)
        .order_by(packages.c.audit_sequence, held_rows.c.unit, held_rows.c.department)
    )
    if cycle is not None:
        statement = statement.where(packages.c.cycle == cycle)
    rows = connection.execute(statement).all()
    cargoes = [_cargo(connection, row.package).get((row.unit, row.department), frozenset()) for row in rows]
    spoken = on_file(connection, frozenset().union(*cargoes)).keys() - withheld_records(connection)
    return tuple(
        Held(row.package, row.unit, row.department, row.reason)
        for row, cargo in zip(rows, cargoes, strict=True)
        if not cargo or cargo - spoken
    )


def _cargo(connection: Connection, package: str) -> Mapping[tuple[str, str], frozenset[str]]:
    """By slot the records (ids) that a package brought, whether they were taken in or not."""
    kept = _CARGOES.get(package)
    if kept is not None:
        return kept
    found: dict[tuple[str, str], set[str]] = {}
    said = content(connection, package)
    for each in (*said["revisions"], *said["reviews"]):
        found.setdefault((each["unit"], each["department"]), set()).add(digest(each))
    return _CARGOES.keep(package, {place: frozenset(each) for place, each in found.items()})


def number_used(connection: Connection, package: str, number: str) -> str | None:
    """The file of another package that came in under the same number; None where there is none."""
    found = connection.execute(
        select(packages.c.file).where(
            packages.c.direction == "in", packages.c.number == number, packages.c.id != package
        )
    ).first()
    return (found.file or number) if found else None


def asked_in_numbers(connection: Connection, cycle: str, department: str) -> bool:
    """Whether the newest 照会 that came for a department left the names out of its head."""
    came = all_filed(connection, kinds=("inquiry",), direction="in", cycle=cycle, department=department)
    statement = select(packages.c.content).where(packages.c.id == came[-1].id) if came else None
    text = connection.execute(statement).scalar_one() if statement is not None else None
    return bool(text and json.loads(text)["numbers_only"])


def named_in_ascii(connection: Connection, cycle: str) -> frozenset[str]:
    """The departments whose newest 照会 of a cycle has a name in ASCII: whatever follows it is named so, too."""
    newest = {each.department: each.file for each in all_filed(connection, kinds=("inquiry",), cycle=cycle)}
    return frozenset(department for department, file in newest.items() if department and file and file.isascii())


def content(connection: Connection, package: str) -> Mapping[str, Any]:
    """What a package said; it must be kept."""
    text = connection.execute(select(packages.c.content).where(packages.c.id == package)).scalar_one()
    return cast("Mapping[str, Any]", json.loads(text))
