"""操作の履歴: what was done, by whom, and when changes happened."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from dxdesk.domain.replies import Author
from dxdesk.store import tables


@dataclass(frozen=True)
class Operation:
    """One row of 操作の履歴."""

    sequence: int
    moment: str
    author: Author
    operation: str
    subject: str


def operations(
    connection: Connection, limit: int = 100, wanted: str = "", named: Sequence[str] = ()
) -> tuple[Operation, ...]:
    """The newest operations, newest first; only those whose subject or author holds ``wanted``, or that are one of the
    ``named`` operations, where something is wanted."""
    table = tables.audit
    query = select(table).order_by(table.c.sequence.desc()).limit(limit)
    if wanted:
        held = table.c.subject.contains(wanted, autoescape=True) | table.c.author.contains(wanted, autoescape=True)
        query = query.where(held | table.c.operation.in_(named))
    rows = connection.execute(query)
    return tuple(
        Operation(row.sequence, row.moment, Author(**json.loads(row.author)), row.operation, row.subject)
        for row in rows
    )


def count(connection: Connection) -> int:
    """How many operations there were."""
    return connection.execute(select(func.count()).select_from(tables.audit)).scalar_one()


def kinds(connection: Connection) -> dict[str, int]:
    """How many operations there were of each kind, by name."""
    table = tables.audit
    rows = connection.execute(select(table.c.operation, func.count()).group_by(table.c.operation))
    return dict(sorted((name, number) for name, number in rows))


def changes(connection: Connection, now: datetime) -> tuple[datetime | None, datetime | None]:
    """When the last change was made and when today's first one, by claimed moments; None for none.

    Drafts count too: what is being written is kept as well.
    """
    table = tables.audit
    moments = [
        *connection.execute(select(table.c.moment).order_by(table.c.sequence.desc()).limit(1_000)).scalars(),
        *connection.execute(select(tables.drafts.c.moment)).scalars(),
    ]
    known = sorted(datetime.fromisoformat(each).astimezone(now.tzinfo) for each in moments)
    today = [each for each in known if each.date() == now.date()]
    return (known[-1] if known else None), (today[0] if today else None)
