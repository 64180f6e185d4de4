"""Keeping what is being written on a page: it may change at any time and is not in the audit chain."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert

from dxdesk.domain.permissions import Action
from dxdesk.domain.records import canonical
from dxdesk.operations.change import Change, Touched
from dxdesk.store import tables

ACTIONS: Mapping[str, Action] = {
    "collect": "review",
    "conflict": "review",
    "consolidate": "consolidate",
    "open_cycle": "cycle",
    "close_cycle": "cycle",
    "report": "report",
    "actions": "follow_up",
}
"""The pages that keep what is being written, and what one must be allowed to do for it."""


def keep_page_draft(
    change: Change, page: str, subject: str, record: Mapping[str, object] | None, *, department: str | None = None
) -> None:
    """Keeps what stands on a page about a subject, for a ``department`` (id) where it matters; None forgets it.

    Raises Problem.
    """
    change.allow(ACTIONS[page], department=department)
    table = tables.page_drafts
    change.connection.execute(delete(table).where(table.c.page == page, table.c.subject == subject))
    if record is not None:
        values = {"page": page, "subject": subject, "record": canonical(dict(record)), "moment": change.moment}
        change.connection.execute(insert(table).values(**values))
    change.touched |= Touched.DRAFTS
