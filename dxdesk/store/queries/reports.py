"""What was reported between cycles."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, Row, select

from dxdesk.domain.meetings import Meeting
from dxdesk.domain.replies import Author
from dxdesk.domain.reports import Report, ReportText
from dxdesk.store import tables
from dxdesk.store.queries.meetings_held import held_and


def _report(row: Row[tuple[object, ...]]) -> Report:
    return Report(
        id=row.id,
        number=row.number,
        unit=row.unit,
        department=row.department,
        day=date.fromisoformat(row.day),
        text=ReportText(row.observation, row.judgement, row.decision, row.action),
        author=Author(**json.loads(row.author)),
        sequence=row.audit_sequence,
    )


def reports(
    connection: Connection, units: Collection[str] | None = None, *, until: int | None = None
) -> tuple[Report, ...]:
    """All reports, oldest first; only those on ``units`` (ids), and only up to an operation of the audit chain."""
    table = tables.ad_hoc_reports
    statement = select(table).order_by(table.c.number)
    if units is not None:
        statement = statement.where(table.c.unit.in_(units))
    if until is not None:
        statement = statement.where(table.c.audit_sequence <= until)
    return tuple(_report(row) for row in connection.execute(statement))


def news_for(connection: Connection, held: Meeting) -> dict[str, tuple[Report, ...]]:
    """By unit what was reported after the last meeting that took place before this one, and until its day, oldest
    first."""
    last = max((each.day for each in held_and(connection, held) if each.day < held.day), default=date.min)
    found: dict[str, tuple[Report, ...]] = {}
    for each in reports(connection):
        if last < each.day <= held.day:
            found[each.unit] = (*found.get(each.unit, ()), each)
    return found
