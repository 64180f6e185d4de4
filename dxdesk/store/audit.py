"""操作の履歴 as a chain: every entry carries the hash of the one before, so none can be changed unnoticed.

There is no signature: its key would lie in the same file. The head is printed on minutes and receipts instead.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Row, insert, select, update

from dxdesk.domain.records import canonical, digest
from dxdesk.domain.replies import Author
from dxdesk.store.tables import audit, audit_head

FIRST = "0" * 64
"""What the first entry names as the hash before it."""

_HEAD: Final = select(audit_head.c.sequence, audit_head.c.hash)


@dataclass(frozen=True)
class Entry:
    """Place in the chain, from 1 (0: before the first), and the hash that stands for everything up to here."""

    sequence: int
    hash: str


def head(connection: Connection) -> Entry:
    """The newest entry."""
    row = connection.execute(_HEAD).one()
    return Entry(row.sequence, row.hash)


def hash_at(connection: Connection, sequence: int) -> str | None:
    """The hash of the entry at a place; None where there is none."""
    return connection.execute(select(audit.c.hash).where(audit.c.sequence == sequence)).scalar()


def next_sequence(connection: Connection) -> int:
    """The place that the next entry will have; it is sure inside a change, which locks the head."""
    return head(connection).sequence + 1


def append_entry(
    connection: Connection,
    *,
    author: Author,
    moment: str,
    operation: str,
    subject: str,
    before: object = None,
    after: object = None,
    package: str | None = None,
) -> Entry:
    """Adds one operation to the chain, inside a change.

    ``moment`` is claimed, ISO with offset. Of ``before`` and ``after`` (plain values) only the SHA-256 of the
    canonical JSON is kept; None stays None.
    """
    last = head(connection)
    record: dict[str, object] = {
        "sequence": last.sequence + 1,
        "previous": last.hash,
        "author": author.record(),
        "moment": moment,
        "operation": operation,
        "subject": subject,
        "before": _fingerprint(before),
        "after": _fingerprint(after),
        "package": package,
    }
    entry = Entry(last.sequence + 1, digest(record))
    connection.execute(insert(audit), {**record, "author": canonical(record["author"]), "hash": entry.hash})
    connection.execute(update(audit_head), {"sequence": entry.sequence, "hash": entry.hash})
    return entry


def check_chain(connection: Connection) -> tuple[str, ...]:
    """What is wrong with the chain: ``<sequence> <fault>``, empty for a whole one.

    Faults: ``number`` does not follow on, ``link`` does not carry the hash before, ``content`` does not give its own
    hash, ``head`` is not what the head names.
    """
    problems = []
    last = Entry(0, FIRST)
    for row in connection.execute(select(audit).order_by(audit.c.sequence)):
        if row.sequence != last.sequence + 1:
            problems.append(f"{row.sequence} number")
        if row.previous != last.hash:
            problems.append(f"{row.sequence} link")
        if row.hash != _hash_of(row):
            problems.append(f"{row.sequence} content")
        last = Entry(row.sequence, row.hash)
    if head(connection) != last:
        problems.append(f"{last.sequence} head")
    return tuple(problems)


def _fingerprint(value: object) -> str | None:
    return None if value is None else digest_of(value)


def digest_of(value: object) -> str:
    """SHA-256 of the canonical JSON of any plain value, 64 hex digits."""
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


_CAME_LATER: Final = ("kind", "council")


def as_entered(row: Mapping[str, object]) -> dict[str, object]:
    """A record of a meeting as the chain vouches for it: columns that came later and say nothing are left out, so that
    a record from before them is still what was entered."""
    return {name: value for name, value in row.items() if value is not None or name not in _CAME_LATER}


def _hash_of(row: Row[tuple[object, ...]]) -> str | None:
    try:
        author = json.loads(row.author)
    except ValueError:
        return None
    record = {name: getattr(row, name) for name in row._fields if name not in ("hash", "author")}
    return digest({**record, "author": author}) if canonical(author) == row.author else None
