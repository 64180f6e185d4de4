"""What was recorded with an older program is there after the migration, and the chain still vouches for it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meeting_changes import change_decision
from dxdesk.operations.meeting_records import record_decision
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store import gate, migrations
from dxdesk.store.queries import finding, meetings
from dxdesk.store.schema import Schema, read_schema
from dxdesk.store.verification import verify
from tests.builders import COMMITTEE, SECRETARIAT, open_desk, start_cycle
from tests.databases import open_anywhere


def shape_of(path: Path) -> Schema:
    with closing(gate.connect(path, "ro")) as connection:
        return read_schema(connection)


def test_decisions_from_before_there_were_opinions_come_along_and_are_vouched_for(database_file: Path) -> None:
    with open_anywhere(database_file) as database:
        desk = open_desk(database)
        desk.do(hold_meeting, start_cycle(desk), COMMITTEE, day=date(2025, 2, 13))
        held = desk.ask(finding.meeting)
        desk.do(add_item, held, "report", title="その他")
        desk.do(record_decision, held, 1, "noted", "了承した。")
    with closing(sqlite3.connect(database_file)) as older:
        older.executescript(
            "DROP TABLE opinions; ALTER TABLE decisions DROP COLUMN kind; ALTER TABLE decisions DROP COLUMN council;"
            "UPDATE alembic_version SET version_num = '0005'; PRAGMA user_version = 5;"
        )
    assert migrations.schema_at(5, migrations.scripts()).difference(shape_of(database_file)) == ""
    with open_anywhere(database_file) as database:
        desk = Desk(database, SECRETARIAT)
        (found,) = desk.ask(meetings.decisions, held.id)
        assert (found.text, found.kind, found.council) == ("了承した。", None, False)
        desk.do(change_decision, held, found.id, "noted", "改めて了承した。")
        assert verify(database).ok
