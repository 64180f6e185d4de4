"""What is being written on a page of this computer and is not done yet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from dxdesk.store import tables


def page_draft(connection: Connection, page: str, subject: str = "") -> Mapping[str, Any] | None:
    """What stands on a page about a subject, by field; None where nothing is being written."""
    table = tables.page_drafts
    found = connection.scalar(select(table.c.record).where(table.c.page == page, table.c.subject == subject))
    return json.loads(found) if found is not None else None


def page_draft_subjects(connection: Connection, page: str) -> frozenset[str]:
    """The subjects of a page about which something is being written."""
    table = tables.page_drafts
    return frozenset(connection.scalars(select(table.c.subject).where(table.c.page == page)))
