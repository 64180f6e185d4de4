"""Putting a package together: its head, its stamp, its place on file."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sqlalchemy import insert

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.file_names import file_name
from dxdesk.domain.packages import FORMAT, KIND_WORDS, NOT_SAID, Body, Head, Package, PackageKind, Stamp
from dxdesk.domain.plan_parts import Department
from dxdesk.exchange.package import write_package
from dxdesk.operations.change import Change
from dxdesk.store.package_tables import packages as table
from dxdesk.store.queries import packages, plans


@dataclass(frozen=True)
class PackageFile:
    """A package that was made: its file name, its bytes, and what it is."""

    name: str
    content: bytes
    package: Package
    department: str


def make_package(
    change: Change,
    kind: PackageKind,
    body: Body,
    private: str,
    *,
    cycle: Cycle | None,
    department: Department | None,
    count: int,
    seal_to: str | None = None,
    passphrase: str | None = None,
    numbers_only: bool = False,
    in_ascii: bool | None = None,
) -> PackageFile:
    """A package of this database, signed now. ``numbers_only`` leaves the names out of what can be read without a
    key; ``in_ascii`` says how its file is named (None: like the 照会 of the department). Putting it on file is for
    ``file_package``."""
    identity = plans.identity(change.connection)
    revision = plans.plan_revision(change.connection, cycle.plan_revision if cycle else None)
    number = str(uuid.uuid4())
    sequence = packages.next_sequence(
        change.connection, cycle.id if cycle else None, department.id if department else None
    )

    def said(words: str) -> str:
        return NOT_SAID if numbers_only or not words else words

    head = Head(
        town=said(identity.town),
        plan=said(f"{revision.plan.title} (版 {revision.number})"),
        cycle=said(cycle.name if cycle else ""),
        kind=KIND_WORDS[kind],
        department=said(department.name if department else ""),
        count=str(count),
        made=change.moment,
        number=number,
        sequence=str(sequence),
    )
    stamp = Stamp(
        format=FORMAT,
        kind=kind,
        database=identity.database_id,
        plan=revision.plan.uuid,
        cycle=cycle.id if cycle else None,
        department=department.id if department else None,
        number=number,
        sequence=sequence,
        made=change.moment,
        head=head,
    )
    content, package = write_package(stamp, body, private, seal_to=seal_to, passphrase=passphrase)
    if in_ascii is None:
        in_ascii = bool(cycle and department and department.id in packages.named_in_ascii(change.connection, cycle.id))
    name = file_name(kind, cycle, department, town=identity.town, in_ascii=in_ascii)
    return PackageFile(name, content, package, department.name if department else "")


def file_package(
    change: Change,
    package: Package,
    audit_sequence: int,
    *,
    direction: packages.Direction,
    file: str | None = None,
    about: str | None = None,
    content: str | None = None,
) -> None:
    """Puts a package on file."""
    stamp = package.stamp
    change.connection.execute(
        insert(table).values(
            id=package.id,
            kind=stamp.kind,
            direction=direction,
            cycle=stamp.cycle,
            department=stamp.department,
            number=stamp.number,
            sequence=stamp.sequence,
            made=stamp.made,
            moment=change.moment,
            file=file,
            about=about,
            content=content,
            audit_sequence=audit_sequence,
        )
    )
