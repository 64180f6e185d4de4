"""kill -9 at random moments: what was acknowledged is there, nothing is half there, and the database verifies."""

import multiprocessing
import random
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dxdesk.store import gate, migrations, tables
from dxdesk.store.backup import backups_in
from dxdesk.store.database import Database
from dxdesk.store.queries import cycles, finding, replies
from dxdesk.store.schema import Schema, expected_schema
from dxdesk.store.tables import SCHEMA_VERSION
from dxdesk.store.verification import verify
from tests.databases import open_anywhere
from tests.store import kill_work
from tests.store.test_migrations import write_later

KILLS = 50
FRESH_FILE_EVERY = 25
NEXT = SCHEMA_VERSION + 1

Processes = ForkServerContext | SpawnContext


@pytest.fixture(scope="module")
def processes() -> Processes:
    """Where killed processes come from: forked from one that has everything loaded, where the system can fork."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.kill_work"])
    return context


@pytest.fixture(scope="module")
def town_file(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Path:
    """A town with an open cycle, as a file to copy."""
    path = Path(shutil.copyfile(empty_file, tmp_path_factory.mktemp("town") / "town.db"))
    kill_work.found_town(str(path))
    return path


def killed(
    processes: Processes, work: kill_work.Work, target: str, chance: random.Random, start: int = 0, within: float = 0.04
) -> list[str]:
    """Lets a process work and kills it; what it had acknowledged by then."""
    reading, writing = processes.Pipe(duplex=False)
    process = processes.Process(target=work, args=(target, start, writing))
    process.start()
    writing.close()
    acknowledged = [reading.recv_bytes().decode()]
    time.sleep(chance.random() * within)
    process.kill()
    with suppress(EOFError):
        while True:
            acknowledged.append(reading.recv_bytes().decode())
    process.join()
    process.close()
    reading.close()
    return acknowledged


def audited(database: Database, operation: str) -> int:
    statement = select(func.count()).select_from(tables.audit).where(tables.audit.c.operation == operation)
    with database.read() as connection:
        return connection.execute(statement).scalar_one()


def counted(database: Database, table: str) -> int:
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(tables.metadata.tables[table])).scalar_one()


def check_whole(database: Database) -> None:
    report = verify(database)
    assert [check for check in report.checks if not check.ok] == []
    with database.read() as connection:
        cycle = finding.cycle(connection, None, only_open=False)
        records = cycles.close_records(connection, cycle.id)
    assert cycle.open == (len(records) % 2 == 0)
    assert counted(database, "revisions") == sum(audited(database, each) for each in ("submit", "withdraw"))
    assert counted(database, "close_records") == sum(
        audited(database, each) for each in ("cycle close", "cycle reopen")
    )


def drafted(database: Database) -> int:
    """The number that the one draft holds, in both of its texts; -1 for no draft."""
    with database.read() as connection:
        cycle = finding.cycle(connection, None, only_open=False)
        drafts = replies.drafts(connection, cycle.id)
    if not drafts:
        return -1
    answer = drafts[0].answer
    assert answer.results is not None
    assert answer.issues == answer.results * 200
    return int(answer.results)


@pytest.mark.parametrize("work", ["record", "hand_in", "undo", "close"])
def test_nothing_acknowledged_is_lost_in_a_file(
    processes: Processes, town_file: Path, tmp_path: Path, work: str
) -> None:
    chance, path, start = random.Random(work), tmp_path / "town.db", 0
    for number in range(KILLS):
        if number % FRESH_FILE_EVERY == 0:
            path.unlink(missing_ok=True)
            shutil.copyfile(town_file, path)
        acknowledged = killed(processes, getattr(kill_work, work), str(path), chance, start)
        with open_anywhere(path) as database:
            check_acknowledged(database, work, acknowledged)
        start += len(acknowledged) + 1


def check_acknowledged(database: Database, work: str, acknowledged: list[str]) -> None:
    check_whole(database)
    if work == "record":
        assert drafted(database) in (int(acknowledged[-1]), int(acknowledged[-1]) + 1)
    elif work == "hand_in":
        with database.read() as connection:
            here = set(connection.scalars(select(tables.revisions.c.id)))
        assert here >= set(acknowledged)
    elif work == "close":
        assert counted(database, "close_records") >= len(acknowledged)
    else:
        assert audited(database, "withdraw") >= len(acknowledged)


@pytest.mark.parametrize("work", ["record", "hand_in", "close"])
def test_nothing_acknowledged_is_lost_on_a_server(
    processes: Processes, request: pytest.FixtureRequest, work: str
) -> None:
    server = request.getfixturevalue("server")
    chance = random.Random(work)
    with server.fresh() as address:
        kill_work.found_town(address)
        start = 0
        for _ in range(10):
            acknowledged = killed(processes, getattr(kill_work, work), address, chance, start)
            with open_anywhere(address) as database:
                check_acknowledged(database, work, acknowledged)
            start += len(acknowledged) + 1


def test_a_migration_is_done_or_not_begun(processes: Processes, empty_file: Path, tmp_path: Path) -> None:
    scripts = kill_work.copy_scripts(tmp_path)
    write_later(scripts)
    later = migrations.schema_at(NEXT, scripts)
    old, path, chance = tmp_path / "old.db", tmp_path / "town.db", random.Random(5)
    shutil.copyfile(empty_file, old)
    with closing(sqlite3.connect(old)) as connection:
        rows = [(f"{number}", f"課{number}", "短" * 100, number) for number in range(2000)]
        connection.executemany("INSERT INTO departments VALUES (?, ?, ?, NULL, ?, 1, NULL, NULL, NULL)", rows)
        connection.commit()
    found = set()
    for number in range(KILLS):
        shutil.copyfile(old, path)
        path.with_name("town.db-journal").unlink(missing_ok=True)
        acknowledged = killed(processes, kill_work.migrate, str(path), chance, within=0.15)
        found.add(found_schema(path, later))
        assert "done" not in acknowledged or version(path) == NEXT, number
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM departments").fetchone() == (2000,)
    assert found <= {SCHEMA_VERSION, NEXT}


def version(path: Path) -> int:
    return gate.read_header(path, NEXT).version


def found_schema(path: Path, later: Schema) -> int:
    """The schema version of a file that was checked against all of that version's schema."""
    with closing(gate.connect(path, "rw")) as connection:
        connection.execute("SELECT * FROM departments").fetchone()  # takes back an unfinished migration
    gate.check_file(path, later if version(path) == NEXT else expected_schema(), newest=NEXT)
    return version(path)


def test_every_copy_that_has_a_name_is_whole(processes: Processes, town_file: Path, tmp_path: Path) -> None:
    chance, path = random.Random(6), tmp_path / "town.db"
    shutil.copyfile(town_file, path)
    seen: set[str] = set()
    for _ in range(KILLS):
        seen.update(killed(processes, kill_work.back_up, str(path), chance))
        names = {each.path.name for each in backups_in(tmp_path / "b")}
        assert names >= seen
    for each in backups_in(tmp_path / "b"):
        gate.check_file(each.path)
    gate.check_file(path)


def content(path: Path) -> bytes:
    """Everything behind the header, in which SQLite counts changes."""
    return path.read_bytes()[100:]


def test_a_restore_is_done_or_not_begun_and_keeps_what_was_there(
    processes: Processes, town_file: Path, tmp_path: Path
) -> None:
    chance, path = random.Random(7), tmp_path / "town.db"
    for name in ("town.db", "one.db", "two.db"):
        shutil.copyfile(town_file, tmp_path / name)
    with open_anywhere(tmp_path / "two.db") as database, database.change() as connection:
        connection.execute(tables.drafts.delete())
        connection.execute(tables.department_groups.delete())
    contents = {content(tmp_path / name) for name in ("one.db", "two.db")}
    assert len(contents) == 2
    for number in range(KILLS):
        killed(processes, kill_work.restore, str(path), chance, start=number)
        assert content(path) in contents
        gate.check_file(path)
    for each in backups_in(tmp_path / "b"):
        gate.check_file(each.path)


def test_a_new_database_is_whole_or_not_there(processes: Processes, tmp_path: Path) -> None:
    chance, acknowledged = random.Random(8), set[str]()
    for number in range(KILLS // 5):
        start = 100 * number
        acknowledged |= set(killed(processes, kill_work.create, str(tmp_path / "new"), chance, start, within=0.2))
    made = [path for path in tmp_path.glob("new-*") if not path.name.endswith(".lock")]
    assert {path.name for path in made} >= acknowledged
    for path in made:
        open_anywhere(path).close()
