"""What the secretariat changed in 主な動き of 総括."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from dxdesk.domain.movements import MovementEdit, edit_from
from dxdesk.store import paper_tables


def movement_edit(connection: Connection, cycle: str) -> MovementEdit:
    """What was changed in the paragraphs of a cycle (id); nothing where nobody has."""
    table = paper_tables.summary_edits
    found = connection.scalar(select(table.c.record).where(table.c.cycle == cycle))
    return edit_from(json.loads(found)) if found is not None else MovementEdit()
