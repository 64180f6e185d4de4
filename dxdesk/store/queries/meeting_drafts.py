"""What is being written about a meeting on this computer and is not recorded yet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, select

from dxdesk.domain.meetings import Meeting
from dxdesk.store import tables

PLANNED: Final = "planned"
"""The key of the end that was planned (None: none was) for a meeting that ended at another time: kept by the
program."""

Fields = Mapping[str, Any]
"""The fields of a form as typed, by name."""


def drafts(connection: Connection, meeting: str) -> dict[str, Fields]:
    """Everything unfinished of a meeting, by the key of its form."""
    table = tables.meeting_drafts
    rows = connection.execute(select(table.c.key, table.c.record).where(table.c.meeting == meeting))
    return {row.key: json.loads(row.record) for row in rows}


def draft(connection: Connection, meeting: str, key: str) -> Fields | None:
    """What is unfinished in one form; None where there is nothing."""
    return drafts(connection, meeting).get(key)


def as_planned(connection: Connection, meeting: Meeting) -> Meeting:
    """A meeting with the end that was planned for it, as the papers say that were made before."""
    kept = draft(connection, meeting.id, PLANNED)
    return replace(meeting, ends=kept["ends"]) if kept else meeting
