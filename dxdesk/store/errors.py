"""Trouble of the environment: disk, folder, server, lock. Whose turn it is: nobody's in the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError


class StoreUnavailable(Exception):  # noqa: N818 - it says what is so, as Problem does
    """The database or a file cannot be used just now; what was on the disk is as it was.

    ``code`` names the sentence in the wording tables, ``place`` is the file, folder or server, ``values`` what the
    sentence quotes.
    """

    def __init__(self, code: str, place: object = "", values: Mapping[str, object] | None = None) -> None:
        super().__init__(code, str(place))
        self.code = code
        self.place = str(place)
        self.values: dict[str, object] = dict(values or {})


# Primary result codes of SQLite (the low byte of the extended ones) that are the environment's doing.
_SQLITE_CAUSES = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "read_only_place",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CANTOPEN: "unreachable",
    sqlite3.SQLITE_PERM: "unreachable",
    sqlite3.SQLITE_AUTH: "unreachable",
    sqlite3.SQLITE_NOMEM: "disk",
}

# Classes and codes of SQLSTATE that are the server's doing.
_SERVER_CAUSES = {"53100": "disk_full", "25006": "read_only_place", "40001": "busy", "40P01": "busy", "55P03": "busy"}
_SERVER_CLASSES = {"08": "server", "28": "server", "3D": "server", "53": "server", "57": "server", "58": "server"}


def cause_of(error: BaseException) -> str | None:
    """Code of the environment's trouble behind a driver's exception, or None where the program itself is wrong."""
    if isinstance(error, sqlite3.Error):
        if str(error).startswith("Could not decode"):
            return "damaged"  # bits turned over inside a text; SQLite itself has no code for it
        return _SQLITE_CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str):
        return _SERVER_CAUSES.get(state) or _SERVER_CLASSES.get(state[:2])
    # psycopg raises OperationalError without a code when no server answers.
    return "server" if type(error).__name__ == "OperationalError" else None


@contextmanager
def translated(place: object) -> Iterator[None]:
    """Turns a driver's exception that the environment caused into StoreUnavailable; any other passes as it is."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
        code = cause_of(original)
        if code is None:
            raise
        raise StoreUnavailable(code, place) from error
