"""How a file and a server are connected to, and what every connection and every transaction begins with."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from dxdesk.store import gate
from dxdesk.store.errors import StoreUnavailable

CHANGES = "changes"
"""The option of a connection that is going to change something; every other one only reads."""

SERVER_SECONDS = 10
"""So long a server may take to answer before the window says that it does not."""


def server_url(target: str | Path) -> URL | None:
    """The address of a server; None for the path of a file. Raises StoreUnavailable (unknown_url)."""
    if isinstance(target, Path) or "://" not in target:
        return None
    try:
        url = make_url(target)
    except ArgumentError as error:
        raise StoreUnavailable("unknown_url", "") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    raise StoreUnavailable("unknown_url", url.render_as_string(hide_password=True))


def file_engine(path: Path, mode: str) -> Engine:
    """The engine of a file; ``mode`` is rw or ro."""
    # The pool is named because SQLAlchemy takes an address without a file for a database in memory.
    engine = create_engine(
        "sqlite://", creator=lambda: gate.connect(path, mode), poolclass=QueuePool, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA trusted_schema=OFF")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA recursive_triggers=ON")  # else INSERT OR REPLACE deletes rows past the triggers
    cursor.execute("PRAGMA journal_mode=TRUNCATE")
    cursor.execute("PRAGMA synchronous=EXTRA")
    cursor.close()


def _begin(connection: Connection) -> None:
    changes = connection.get_execution_options().get(CHANGES)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if changes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if changes else "BEGIN")


def server_engine(url: URL) -> Engine:
    """The engine of a server. Raises StoreUnavailable (no_library)."""
    try:
        patient = {} if "connect_timeout" in url.query else {"connect_timeout": SERVER_SECONDS}
        return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=patient)
    except ModuleNotFoundError as error:  # the library for servers is installed where a server is used
        raise StoreUnavailable("no_library", url.render_as_string(hide_password=True), {"name": "psycopg"}) from error
