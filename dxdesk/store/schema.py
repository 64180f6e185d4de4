"""A database's shape: what this program's tables and triggers make, and what a file holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, create_engine
from sqlalchemy.pool import StaticPool

from dxdesk.store.tables import APPEND_ONLY, metadata

# Alembic's own table; the metadata leaves it out because Alembic compares everything but this one.
_versions = MetaData()
Table(
    "alembic_version",
    _versions,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


@dataclass(frozen=True)
class Schema:
    """A shape that can be compared whatever words made it: (kind and name, shape) of each table, index, trigger."""

    parts: frozenset[tuple[str, str]]

    def difference(self, expected: Schema) -> str:
        """Name of the first part that is missing, added or different; empty where there is none."""
        return min((name for name, _ in self.parts ^ expected.parts), default="")


def create_all(connection: Connection) -> None:
    """Makes every table and trigger in an empty database, for comparison only: a town's database is migrated."""
    metadata.create_all(connection)
    _versions.create_all(connection)
    for statement in append_only_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def append_only_statements(dialect: str) -> Iterator[str]:
    """The triggers that refuse to change or take away rows, for ``sqlite`` or ``postgresql``."""
    if dialect == "postgresql":
        yield (
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append-only: %%', TG_TABLE_NAME; END $$"
        )
    for table in APPEND_ONLY:
        if dialect == "postgresql":
            yield (
                f"CREATE TRIGGER {table}_keeps_rows BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            )
            yield (
                f"CREATE TRIGGER {table}_keeps_all BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
            continue
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )


@cache
def expected_schema() -> Schema:
    """The schema of a SQLite file of this program's version; worked out once, in memory."""
    with closing(sqlite3.connect(":memory:")) as memory:
        engine = create_engine("sqlite://", creator=lambda: memory, poolclass=StaticPool)
        with engine.begin() as connection:
            create_all(connection)
        return read_schema(memory)


def read_schema(connection: sqlite3.Connection) -> Schema:
    """The shape of the SQLite database behind a connection. Raises sqlite3.Error."""
    parts = set()
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    for kind, name, table, sql in rows:
        if kind == "table" and not name.startswith("sqlite_"):
            parts.add((f"table {name}", _table_shape(connection, name, sql)))
        elif kind == "index" and sql is not None:
            parts.add((f"index {name}", f"{table} {_index_shape(connection, name)}"))
        elif kind not in ("table", "index"):
            parts.add((f"{kind} {name}", f"{table} {' '.join(sql.split())}"))
    return Schema(frozenset(parts))


def _table_shape(connection: sqlite3.Connection, table: str, sql: str) -> str:
    columns = connection.execute(
        'SELECT name, upper(type), "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?) ORDER BY name', (table,)
    ).fetchall()
    keys = connection.execute(
        'SELECT "from", "table", "to", on_update, on_delete FROM pragma_foreign_key_list(?) ORDER BY 1, 2, 3', (table,)
    ).fetchall()
    indexes = connection.execute('SELECT name FROM pragma_index_list(?) WHERE "unique"', (table,)).fetchall()
    unique = sorted(_index_shape(connection, name) for (name,) in indexes)
    checks = sorted(line.strip(" \t,") for line in sql.splitlines() if " CHECK " in line)  # SQLite has no list of them
    return repr((columns, keys, unique, checks))


def _index_shape(connection: sqlite3.Connection, index: str) -> str:
    return repr(connection.execute("SELECT name FROM pragma_index_info(?)", (index,)).fetchall())
