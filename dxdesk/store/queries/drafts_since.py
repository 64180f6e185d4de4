"""What was being written since a moment and is not handed in or recorded yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from dxdesk.store import tables
from dxdesk.store.queries import plans


@dataclass(frozen=True)
class Written:
    """Something unfinished: the page it stands on, what that page shows then, its name, and when it was last kept."""

    page: str
    subject: str
    name: str
    moment: str


def written_since(connection: Connection, since: str) -> tuple[Written, ...]:
    """What was kept at or after a moment (ISO with offset), newest first."""
    begin = datetime.fromisoformat(since)
    found = [*_answers(connection), *_meetings(connection), *_pages(connection)]
    late = [each for each in found if datetime.fromisoformat(each.moment) >= begin]
    return tuple(sorted(late, key=lambda each: datetime.fromisoformat(each.moment), reverse=True))


def _answers(connection: Connection) -> list[Written]:
    known = plans.plan(connection).by_id
    names = plans.names(plans.departments(connection))
    table = tables.drafts
    return [
        Written(
            "entry",
            f"{known[row.unit].code}:{row.department}",
            f"{known[row.unit].name}（{names.get(row.department, '')}）",
            row.moment,
        )
        for row in connection.execute(select(table).where(table.c.submitted == 0))
        if row.unit in known
    ]


def _meetings(connection: Connection) -> list[Written]:
    table, held = tables.meeting_drafts, tables.meetings
    rows = connection.execute(select(table, held.c.body_name).join(held, held.c.id == table.c.meeting))
    return [
        Written("minutes" if row.key == "minutes" else "meeting", row.meeting, row.body_name, row.moment)
        for row in rows
        if not row.key.startswith("memo:")
    ]


def _pages(connection: Connection) -> list[Written]:
    known = plans.plan(connection).units
    names = {each.id: each.name for each in known} | {each.code or "": each.name for each in known}
    table = tables.page_drafts
    return [
        Written(row.page, row.subject, names.get(row.subject, ""), row.moment)
        for row in connection.execute(select(table))
    ]
