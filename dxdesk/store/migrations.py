"""Bringing a database to the schema of this program: whole or not at all, after a verified copy.

Revisions are numbered ``0001``, ``0002`` …; the number is the schema version. Alembic is imported where it is needed,
which is when a database is made or is older than the program.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.pool import StaticPool

from dxdesk import paths
from dxdesk.store import gate
from dxdesk.store.errors import StoreUnavailable, translated
from dxdesk.store.schema import Schema, expected_schema, read_schema
from dxdesk.store.tables import SCHEMA_VERSION

if TYPE_CHECKING:
    from alembic.config import Config

# Any fixed number: two programs that upgrade the same database on a server wait for each other on it.
_SERVER_LOCK = 0x64786464


def make_file(path: Path, scripts: Path) -> None:
    """Makes a database file with every table, in one transaction. The file must not exist. Raises sqlite3.Error."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _run_on_file(connection, scripts, "head")


def upgrade_file(path: Path, scripts: Path) -> None:
    """Brings an older file up to date in one transaction. The caller holds the lock, has checked the file and made a
    copy. Raises StoreUnavailable, and what a migration raises; then the file is as it was."""
    with translated(path), closing(gate.connect(path, "rw")) as connection:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=EXTRA")
        _run_on_file(connection, scripts, "head")


def scripts() -> Path:
    """The folder of the migrations that ship with the program."""
    return paths.data_root() / "database" / "migrations"


def newest(scripts: Path) -> int:
    """Number of the newest migration in a folder."""
    return max(int(path.name[:4]) for path in (scripts / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def schema_at(version: int, scripts: Path) -> Schema:
    """The schema that the migrations up to ``version`` make."""
    if version == SCHEMA_VERSION:
        return expected_schema()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        _run_on_file(memory, scripts, f"{version:04d}")
        return read_schema(memory)


def version_in(connection: Connection) -> int | None:
    """Schema version behind a connection; None where there are no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return int(found) if found and found.isdigit() else None


def make_on_server(connection: Connection, scripts: Path, target: str) -> None:
    """Makes every table in an empty database on a server. Raises StoreUnavailable (not_empty)."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _SERVER_LOCK})
    if inspect(connection).get_table_names():
        raise StoreUnavailable("not_empty", target)
    _upgrade(connection, scripts, "head")


def upgrade_on_server(connection: Connection, scripts: Path) -> None:
    """Brings a database on a server up to date, inside the caller's transaction."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _SERVER_LOCK})
    _upgrade(connection, scripts, "head")


def _run_on_file(connection: sqlite3.Connection, scripts: Path, target: str) -> None:
    # Rebuilding a table drops it: with foreign keys on, that would take the rows that point to it along.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA trusted_schema=OFF")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as changing:
        _upgrade(changing, scripts, target)
        version = version_in(changing)
        changing.exec_driver_sql(f"PRAGMA application_id={gate.APPLICATION_ID}")
        changing.exec_driver_sql(f"PRAGMA user_version={version}")
        if changing.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise sqlite3.IntegrityError("a migration left a reference to nothing")


def _upgrade(connection: Connection, scripts: Path, target: str) -> None:
    from alembic import command

    configuration = _configuration(scripts)
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, target)


def _configuration(scripts: Path) -> Config:
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", str(scripts).replace("%", "%%"))
    return configuration
