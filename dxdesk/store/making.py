"""A new database that has its name only when everything is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from dxdesk.store import output_files, tables
from dxdesk.store.database import Database, Location, check_new, create_database, open_database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.location import unfit


def check_place(target: str | Path, *, location: Location = unfit) -> None:
    """Raises StoreUnavailable unless a new database file can be made there: exists, folder_missing, network …

    The address of a server is not asked before it is used.
    """
    if isinstance(target, str) and "://" in target:
        return
    path = Path(target)
    check_new(path)
    cause = location(path)
    if cause:
        raise StoreUnavailable(cause, path)


def make_database(target: str | Path, fill: Callable[[Database], object]) -> str:
    """Makes a new database, has ``fill`` write into it, and returns its path or its address without a password.

    A file gets its name when it is full: a process that is ended midway leaves no database, and neither does a
    ``fill`` that raises. On a server the empty tables that are left then are taken at the next attempt.
    Raises StoreUnavailable as ``create_database``, and what ``fill`` raises.
    """
    if isinstance(target, str) and "://" in target:
        with _empty_on_server(target) as database:
            fill(database)
        return database.target
    path = Path(target)
    check_new(path)
    part = output_files.part_of(path)
    _discard(part)
    try:
        with create_database(part) as database:
            fill(database)
        check_new(path)
    except StoreUnavailable as trouble:
        _discard(part)
        if trouble.place == str(part):  # people know the file by the name it was to have
            raise StoreUnavailable(trouble.code, path, trouble.values) from trouble
        raise
    except BaseException:
        _discard(part)
        raise
    output_files.put_in_place(part, path)
    _discard(part)
    return str(path)


def _discard(part: Path) -> None:
    """Takes an unfinished database away, with the emptied journal that SQLite leaves beside it."""
    for path in (part, part.with_name(part.name + "-journal")):
        output_files.discard(path)


def _empty_on_server(target: str) -> Database:
    try:
        return create_database(target)
    except StoreUnavailable as trouble:
        if trouble.code != "not_empty":
            raise
        database = open_database(target)
        with database.read() as connection:
            taken = connection.execute(select(tables.identity.c.id)).first() is not None
        if taken:
            database.close()
            raise
        return database
