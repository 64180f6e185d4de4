"""Keeping what is being written about a meeting: it may change at any time and is not in the audit chain."""

from __future__ import annotations

from sqlalchemy import delete, insert

from dxdesk.domain.permissions import Action
from dxdesk.domain.records import canonical
from dxdesk.operations.change import Change, Touched
from dxdesk.store import tables
from dxdesk.store.queries.meeting_drafts import Fields

MEMO = "memo:"
"""Begins the key of the 進行メモ of an agenda item; the id of the item follows. Nobody else is ever shown it."""

NOTE = "note:"
"""Begins the key of the 事務局メモ of an item, written during the meeting. It is shown beside the records only."""

TIMES = "times"
"""The key of the times at which a meeting turned to its items: kept by the program, typed by nobody."""


def keep_draft(change: Change, meeting: str, key: str, fields: Fields | None) -> None:
    """Keeps the fields of a form as typed, by the key of the form; None forgets them. Raises Problem.

    A key that begins with ``memo:`` belongs to the agenda, ``minutes`` to the minutes, any other to a record.
    """
    change.allow(_action(key))
    table = tables.meeting_drafts
    change.connection.execute(delete(table).where(table.c.meeting == meeting, table.c.key == key))
    if fields is not None:
        values = {"meeting": meeting, "key": key, "record": canonical(dict(fields)), "moment": change.moment}
        change.connection.execute(insert(table).values(**values))
    change.touched |= Touched.DRAFTS


def _action(key: str) -> Action:
    if key.startswith(MEMO):
        return "agenda"
    return "minutes" if key.startswith("minutes") else "record"
