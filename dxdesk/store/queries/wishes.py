"""席上修正: who asked for what. The secretariat has it of its meetings, a department of the files it was sent."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from dxdesk.domain.packages import Wish
from dxdesk.store import tables
from dxdesk.store.package_tables import packages


def wishes_about(connection: Connection, revisions: Collection[str]) -> tuple[Wish, ...]:
    """Who asked for what was corrected in revisions (ids) in meetings held here, in their order."""
    table = tables.floor_corrections
    statement = select(table).where(table.c.revision.in_(revisions)).order_by(table.c.meeting, table.c.number)
    return tuple(Wish(row.revision, row.field, row.asked_by) for row in connection.execute(statement))


def wishes_told(connection: Connection, cycle: str) -> Mapping[str, Wish]:
    """What the 席上修正 files of a cycle (id) said, by revision (id)."""
    statement = select(packages.c.content).where(
        packages.c.kind == "correction", packages.c.direction == "in", packages.c.cycle == cycle
    )
    told = [each for text in connection.scalars(statement) if text for each in json.loads(text)["wishes"]]
    return {each["revision"]: Wish(**each) for each in told}
