"""What was recorded with an older program is there after the migration, and the chain still vouches for it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.movements import MovementEdit
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meeting_changes import change_decision
from dxdesk.operations.meeting_records import record_decision
from dxdesk.operations.meetings import hold_meeting
from dxdesk.operations.reminding import remind
from dxdesk.store import migrations
from dxdesk.store.queries import finding, meetings
from dxdesk.store.queries.movements import movement_edit
from dxdesk.store.queries.reminders import reminders
from dxdesk.store.verification import verify
from tests.builders import COMMITTEE, DUE, SECRETARIAT, SOUMU, open_desk, start_cycle, uid
from tests.databases import open_anywhere


def as_of_version(version: int, file: Path, folder: Path) -> Path:
    """A file of an older schema with everything of a newer one that it has room for."""
    scripts = Path(shutil.copytree(migrations.scripts(), folder / "scripts"))
    for script in (scripts / "versions").glob("[0-9]*.py"):
        if int(script.name[:4]) > version:
            script.unlink()
    older = folder / "older.db"
    migrations.make_file(older, scripts)
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("ATTACH DATABASE ? AS newer", (str(file),))
        tables = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            columns = ", ".join(row[1] for row in connection.execute(f'PRAGMA main.table_info("{table}")'))
            if table != "alembic_version":
                connection.execute(f'DELETE FROM main."{table}"')
                connection.execute(f'INSERT INTO main."{table}" ({columns}) SELECT {columns} FROM newer."{table}"')
        connection.commit()
    return older


def test_decisions_from_before_there_were_opinions_come_along_and_are_vouched_for(
    database_file: Path, tmp_path: Path
) -> None:
    with open_anywhere(database_file) as database:
        desk = open_desk(database)
        desk.do(hold_meeting, start_cycle(desk), COMMITTEE, day=date(2025, 2, 13))
        held = desk.ask(finding.meeting)
        desk.do(add_item, held, "report", title="その他")
        desk.do(record_decision, held, 1, "noted", "了承した。")
    older = as_of_version(5, database_file, tmp_path)
    with open_anywhere(older) as database:
        desk = Desk(database, SECRETARIAT)
        (found,) = desk.ask(meetings.decisions, held.id)
        assert (found.text, found.kind, found.council) == ("了承した。", None, False)
        desk.do(change_decision, held, found.id, "noted", "改めて了承した。")
        assert verify(database).ok


def test_a_cycle_from_before_reminders_were_kept_comes_along_and_keeps_them(
    database_file: Path, tmp_path: Path
) -> None:
    with open_anywhere(database_file) as database:
        desk = open_desk(database)
        cycle = start_cycle(desk)
    older = as_of_version(7, database_file, tmp_path)
    with open_anywhere(older) as database:
        desk = Desk(database, SECRETARIAT)
        assert desk.ask(reminders, cycle.id) == {}
        assert desk.ask(movement_edit, cycle.id) == MovementEdit()
        desk.do(remind, cycle, [uid(SOUMU)], due=DUE, way="paper")
        assert set(desk.ask(reminders, cycle.id)) == {uid(SOUMU)}
        assert verify(database).ok
