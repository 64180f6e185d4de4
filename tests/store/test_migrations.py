"""The migrations make exactly the tables of the program, on both databases; an older one comes along whole."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text

from dxdesk import paths
from dxdesk.store import database as database_module
from dxdesk.store import gate, migrations, schema
from dxdesk.store.backup import backups_in, restore
from dxdesk.store.database import Database, create_database, open_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.schema import append_only_statements, create_all, expected_schema, read_schema
from dxdesk.store.tables import APPEND_ONLY, SCHEMA_VERSION, metadata
from tests import databases
from tests.databases import anywhere, open_anywhere

LATER = '''
"""Adds a column by rebuilding the table, as a later migration may."""
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("departments", recreate="auto") as batch:
        batch.alter_column("short", new_column_name="short_name")
    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True))
    {last}
'''


def write_later(scripts: Path, last: str = "pass") -> None:
    """Adds a migration after the newest one to a folder of them; ``last`` is the statement that ends it."""
    script = LATER.replace("{last}", last)
    script = script.replace("{revision}", f"{SCHEMA_VERSION + 1:04d}").replace("{before}", f"{SCHEMA_VERSION:04d}")
    (scripts / "versions" / f"{SCHEMA_VERSION + 1:04d}_later.py").write_text(script, encoding="utf-8")


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes the program one schema newer: ``later(statement)`` gives the scripts, the statement ends the migration."""
    scripts = Path(shutil.copytree(migrations.scripts(), tmp_path / "scripts"))

    def make(last: str = "pass") -> Path:
        write_later(scripts, last)
        monkeypatch.setattr(migrations, "scripts", lambda: scripts)
        older = expected_schema()
        newer = migrations.schema_at(SCHEMA_VERSION + 1, scripts) if last == "pass" else older
        monkeypatch.setattr(database_module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
        monkeypatch.setattr(gate, "expected_schema", lambda: newer)
        monkeypatch.setattr(gate, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
        monkeypatch.setattr(migrations, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
        monkeypatch.setattr(migrations, "expected_schema", lambda: newer)
        return scripts

    return make


def shape(connection: Connection) -> set[tuple[str, ...]]:
    """Triggers and their functions on a PostgreSQL server, in its own words."""
    rows = connection.execute(
        text(
            "SELECT c.relname, t.tgname, pg_get_triggerdef(t.oid), p.prosrc FROM pg_trigger t "
            "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace"
        )
    )
    here = str(connection.scalar(text("SELECT current_schema()")))
    return {tuple(str(value).replace(here, "here") for value in row) for row in rows}


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    engine = create_engine(address)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_the_number_of_the_newest_migration_is_the_programs_schema() -> None:
    assert migrations.newest(migrations.scripts()) == SCHEMA_VERSION
    assert migrations.scripts().is_relative_to(paths.data_root())


def test_the_migrated_tables_are_those_of_the_program(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.read() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_the_migrated_file_has_the_shape_of_the_program_triggers_included(database_file: Path) -> None:
    with closing(gate.connect(database_file, "ro")) as connection:
        assert read_schema(connection).difference(expected_schema()) == ""


@pytest.mark.parametrize("table", ["revisions", "reviews"])
def test_what_one_department_said_is_found_by_an_index(database_file: Path, table: str) -> None:
    with closing(gate.connect(database_file, "ro")) as connection:
        question = f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE cycle = '' AND department = ''"
        (told,) = connection.execute(question).fetchall()
    assert f"ix_{table}_cycle_department" in told[-1]


def test_the_migrated_server_has_the_triggers_and_checks_of_the_program(server: databases.Server) -> None:
    checks = text(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE contype = 'c' AND connamespace = current_schema()::regnamespace ORDER BY 1"
    )
    with server.fresh() as address, open_anywhere(address) as database, database.read() as connection:
        migrated, migrated_checks = shape(connection), connection.execute(checks).all()
    with server.empty() as address, connected(address) as connection:
        create_all(connection)
        assert shape(connection) == migrated
        assert connection.execute(checks).all() == migrated_checks
    assert len(migrated) == 2 * len(APPEND_ONLY)


def test_each_kind_of_database_gets_its_own_triggers() -> None:
    assert len(list(append_only_statements("sqlite"))) == 2 * len(APPEND_ONLY)
    assert len(list(append_only_statements("postgresql"))) == 2 * len(APPEND_ONLY) + 1


def test_an_older_file_is_brought_up_to_date_after_a_checked_copy(
    database_file: Path, later: Callable[..., Path]
) -> None:
    old = database_file.read_bytes()
    add_department(database_file)
    with open_database(database_file, location=anywhere, scripts=later()) as database, database.read() as connection:
        assert connection.execute(text("SELECT name, short_name FROM departments")).all() == [("総務課", "総")]
        assert connection.execute(text("SELECT count(*) FROM notes")).scalar() == 0
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        assert version == f"{SCHEMA_VERSION + 1:04d}"
    assert gate.read_header(database_file).version == SCHEMA_VERSION + 1
    (copy,) = backups_in(paths.backups(database_file))
    assert copy.reason == "before"
    assert gate.read_header(copy.path).version == SCHEMA_VERSION
    assert len(copy.path.read_bytes()) == len(old)
    with open_database(database_file, location=anywhere):
        assert len(backups_in(paths.backups(database_file))) == 1


def add_department(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO departments VALUES ('d', '総務課', '総', NULL, 1, 1, NULL, NULL, NULL)")
        connection.execute("INSERT INTO departments VALUES ('e', '企画課', '企', 'd', 2, 1, NULL, NULL, 'd')")
        connection.execute("DELETE FROM departments WHERE id = 'e'")
        connection.commit()


@pytest.mark.parametrize(
    "last",
    [
        'raise ValueError("midway")',
        'op.execute("SELECT * FROM nowhere")',
        "op.execute(\"INSERT INTO slots VALUES ('no', 'u', 'no', 'main', 0)\")",
    ],
)
def test_a_migration_that_fails_leaves_the_old_file_whole(
    database_file: Path, later: Callable[..., Path], last: str
) -> None:
    scripts = later(last)
    before = database_file.read_bytes()
    with pytest.raises(Exception, match=r"midway|nowhere|reference"):
        open_database(database_file, location=anywhere, scripts=scripts)
    assert database_file.read_bytes() == before
    (copy,) = backups_in(paths.backups(database_file))
    assert gate.read_header(copy.path).version == SCHEMA_VERSION


def test_without_a_place_for_the_copy_nothing_is_migrated(database_file: Path, later: Callable[..., Path]) -> None:
    scripts = later()
    before = database_file.read_bytes()
    paths.backups(database_file).touch()
    with pytest.raises(StoreUnavailable):
        open_database(database_file, location=anywhere, scripts=scripts)
    assert database_file.read_bytes() == before


def test_a_copy_made_by_an_older_program_comes_back(database_file: Path, later: Callable[..., Path]) -> None:
    scripts = later()
    open_database(database_file, location=anywhere, scripts=scripts).close()
    (copy,) = backups_in(paths.backups(database_file))
    kept = restore(copy.path, database_file, datetime(2025, 2, 13).astimezone())
    assert gate.read_header(database_file).version == SCHEMA_VERSION
    assert kept is not None
    assert gate.read_header(kept).version == SCHEMA_VERSION + 1
    open_database(database_file, location=anywhere, scripts=scripts).close()
    assert gate.read_header(database_file).version == SCHEMA_VERSION + 1


def test_an_older_damaged_or_altered_file_is_refused_unchanged(database_file: Path, later: Callable[..., Path]) -> None:
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON drafts BEGIN DELETE FROM drafts; END")
    before = database_file.read_bytes()
    with pytest.raises(StoreUnavailable, match="altered"):
        open_database(database_file, location=anywhere, scripts=later())
    assert database_file.read_bytes() == before
    assert not paths.backups(database_file).exists()


def test_an_older_file_is_not_changed_for_somebody_who_only_reads(target: str, later: Callable[..., Path]) -> None:
    with pytest.raises(StoreUnavailable, match="older"):
        open_database(target, read_only=True, location=anywhere, scripts=later())


def test_an_older_server_is_brought_up_to_date(server: databases.Server, later: Callable[..., Path]) -> None:
    with server.fresh() as address:
        scripts = later()
        with open_database(address, scripts=scripts) as database, database.read() as connection:
            assert connection.execute(text("SELECT count(*) FROM notes")).scalar() == 0
        with open_database(address, scripts=scripts):
            pass


def test_a_migration_that_fails_leaves_the_server_as_it_was(
    server: databases.Server, later: Callable[..., Path]
) -> None:
    with server.fresh() as address:
        with pytest.raises(ValueError, match="midway"):
            open_database(address, scripts=later('raise ValueError("midway")'))
        with connected(address) as connection:
            assert migrations.version_in(connection) == SCHEMA_VERSION
            assert not connection.dialect.has_table(connection, "notes")


def test_a_folder_with_signs_of_addresses_holds_scripts_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = Path(shutil.copytree(migrations.scripts(), tmp_path / "100%の 台本 %(here)s"))
    with create_database(tmp_path / "a.db", location=anywhere, scripts=scripts) as database:
        assert not database.read_only


def test_a_shape_names_the_first_part_that_differs() -> None:
    one, other = schema.Schema(frozenset({("table a", "x")})), schema.Schema(frozenset({("table a", "y")}))
    assert one.difference(one) == ""
    assert one.difference(other) == "table a"
