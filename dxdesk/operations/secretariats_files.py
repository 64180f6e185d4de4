"""Files of the secretariat on a department's PC: what each is, which of them lie in the exchange folder, and taking
them in."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from sqlalchemy import update

from dxdesk.domain.deliveries import put_right
from dxdesk.domain.departments import forerunners
from dxdesk.domain.errors import Problem
from dxdesk.domain.merge import read_slot
from dxdesk.domain.packages import KIND_WORDS, SUFFIX, Package, PackageKind, Receipt, Records
from dxdesk.domain.replies import RevisionKind
from dxdesk.domain.reply_forms import CSV, SPREADSHEET_SUFFIXES
from dxdesk.exchange.package import needs_passphrase, read_outer
from dxdesk.exchange.package_text import glance
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.exchange_folder import check_folder, glance_at
from dxdesk.operations.receiving import Received, read_from_secretariat, receive
from dxdesk.store import tables
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import cause
from dxdesk.store.queries import Connection, packages, plans, replies

MOST_BYTES: Final = 8 * 1024 * 1024
"""More of a file than this is not read; no package is as big."""

BY_THEMSELVES: Final[tuple[PackageKind, ...]] = ("inquiry", "return", "correction", "receipt", "plan")
"""What is taken in without being asked for, where it lies in the exchange folder."""

_KINDS: Final = {word: kind for kind, word in KIND_WORDS.items()}


@dataclass(frozen=True)
class Incoming:
    """A file that was looked at: its kind, when it was changed (ns), whether a passphrase is still needed, and what it
    is once it is open. A reply is never opened: only the secretariat can."""

    path: Path
    kind: PackageKind
    changed: int = 0
    locked: bool = False
    package: Package | None = None


def check_name(file: str, content: bytes) -> None:
    """Raises Problem where a file, by its name, is a table: only the secretariat takes those in. A package is one under
    any name."""
    if glance(content):
        return
    suffix = PurePath(file).suffix.lower()
    if suffix == CSV:
        raise Problem("package.csv")
    if suffix in SPREADSHEET_SUFFIXES:
        raise Problem("receive.form", "file")


def look_at(path: Path, passphrase: str | None = None) -> Incoming:
    """What a file is, opened and checked in itself where that is possible. Nothing is written.

    Raises Problem: it cannot be read, is no package, was changed, or the passphrase is another one.
    """
    try:
        with path.open("rb") as file:
            content, changed = file.read(MOST_BYTES), os.fstat(file.fileno()).st_mtime_ns
    except OSError:
        raise Problem("file.unreadable", "file", {"file": path.name}) from None
    check_name(path.name, content)
    outer = read_outer(content)
    if outer.kind == "reply":
        return Incoming(path, "reply", changed)
    if passphrase is None and needs_passphrase(outer):
        return Incoming(path, outer.kind, changed, locked=True)
    return Incoming(path, outer.kind, changed, package=read_from_secretariat(content, passphrase))


@dataclass(frozen=True)
class TakenFrom:
    """What came of a package of the secretariat: as ``receive`` says, the units (ids) in whose slots it asks for
    something to be put right or changed what is said, and the kinds of what the secretariat put right there."""

    received: Received
    units: tuple[str, ...] = ()
    kinds: frozenset[RevisionKind] = frozenset()


def take_from_secretariat(change: Change, package: Package, file: str) -> TakenFrom:
    """Takes in a package of the secretariat. What was handed in here and has been returned, or put right by the
    secretariat, is open again: those words were written without knowing of it. Raises Problem."""
    body = package.body
    before = _known_here(change, body) if isinstance(body, Records) else frozenset()
    received = receive(change, package, file=file)
    if not isinstance(body, Records) or received.cycle is None:
        return TakenFrom(received)
    if package.stamp.kind == "correction":
        fresh = [each for each in body.revisions if received.known or each.id not in before]
        news, wholes = put_right(fresh), [each for each in fresh if each.department is None]
        slots = [each.slot for each in (*news, *wholes)]
        kinds = frozenset(each.kind for each in (*news, *wholes) if each.kind != "consolidate")
    else:
        asked = dict.fromkeys(each.slot for each in body.reviews if each.kind == "return")
        slots, kinds = [slot for slot in asked if _returned(change, received.cycle, *slot)], frozenset()
    if not received.known:
        for unit, department in slots:  # the 取りまとめ is nobody's draft
            _reopen(change, received.cycle, unit, department)
    return TakenFrom(received, tuple(dict.fromkeys(unit for unit, _ in slots)), kinds)


def _known_here(change: Change, body: Records) -> frozenset[str]:
    return frozenset(packages.on_file(change.connection, [each.id for each in body.revisions]))


def _returned(change: Change, cycle: str, unit: str, department: str | None) -> bool:
    revisions = replies.revisions(change.connection, cycle, unit, department)
    return read_slot(revisions, replies.reviews(change.connection, cycle, unit, department)).state == "returned"


def _reopen(change: Change, cycle: str, unit: str, department: str | None) -> None:
    table = tables.drafts
    found = update(table).where(table.c.cycle == cycle, table.c.unit == unit, table.c.department == department)
    if change.connection.execute(found.where(table.c.submitted == 1).values(submitted=0)).rowcount:
        change.touched |= Touched.DRAFTS


@dataclass(frozen=True)
class Addressee:
    """To whom files must be addressed: the secretariat's database id, the departments (ids) that answer here and those
    they took over from, the numbers of the packages that are on file, and the replies (ids) handed over from here."""

    database_id: str
    departments: frozenset[str]
    numbers: frozenset[str]
    given: frozenset[str]


def addressee(connection: Connection, database_id: str) -> Addressee:
    """The addressee that this database is."""
    numbers = {each.number for each in packages.all_filed(connection, direction="in")}
    given = {each.id for each in packages.all_filed(connection, kinds=("reply",), direction="out")}
    known = plans.departments(connection)
    own = {each for one in packages.answering(connection) for each in (one, *forerunners(known, one))}
    return Addressee(database_id, frozenset(own), frozenset(numbers), frozenset(given))


def lying(
    folder: Path, to: Addressee, passed: Collection[tuple[str, int]]
) -> tuple[list[Incoming], list[tuple[str, int]]]:
    """What lies in the exchange folder for an addressee and is not on file, and the files (name, moment of change in
    ns) that need not be looked at again. ``passed`` are those of before.

    A file that cannot be read is none of ours. Raises StoreUnavailable where the folder is out of reach.
    """
    found: list[Incoming] = []
    done: list[tuple[str, int]] = []
    try:
        files = sorted(each for each in check_folder(folder).iterdir() if each.suffix.lower() == SUFFIX)
        marked = [(each, (each.name, each.stat().st_mtime_ns)) for each in files]
    except OSError as error:
        raise StoreUnavailable(cause(error), folder) from error
    for path, mark in marked:
        if mark in passed or not _may_be_ours(path, to):
            done.append(mark)
            continue
        try:
            incoming = look_at(path)
        except Problem:
            done.append(mark)
            continue
        if incoming.locked or _is_for(incoming, to):
            found.append(incoming)
        else:
            done.append(mark)
    return found, done


def _may_be_ours(path: Path, to: Addressee) -> bool:
    """By its head: of a kind that is taken in by itself, and not on file."""
    try:
        head = glance_at(path)
    except OSError:
        return False
    return _KINDS.get(head.get("種類", "")) in BY_THEMSELVES and head.get("番号", "") not in to.numbers


def _is_for(incoming: Incoming, to: Addressee) -> bool:
    if incoming.package is None or incoming.kind not in BY_THEMSELVES:
        return False
    stamp, body = incoming.package.stamp, incoming.package.body
    if isinstance(body, Receipt) and body.package not in to.given:
        return False  # another computer of the department waits for it
    addressed = stamp.department is None or stamp.department in to.departments
    if isinstance(body, Records):  # addressed to whoever took over, it is about the slots of before
        told = {each.department for each in body.revisions} | {each.department for each in body.reviews}
        addressed = addressed or bool(told & to.departments)
    return stamp.database == to.database_id and addressed
