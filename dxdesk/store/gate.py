"""The open gate: what a file must be before it is used. Nothing is written to a file that is refused.

First the bytes of the header, without SQLite; then, through a connection, the length, the schema and the pages.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dxdesk.store.errors import StoreUnavailable, cause_of
from dxdesk.store.schema import Schema, expected_schema, read_schema
from dxdesk.store.tables import SCHEMA_VERSION

APPLICATION_ID = 0x64786464  # "dxdd"
CHECKED_AT_ONCE = 50 * 1024 * 1024  # bytes; larger files are checked just after opening

_MAGIC = b"SQLite format 3\x00"
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER_BYTES = 100


@dataclass(frozen=True)
class Header:
    """What the first 100 bytes of a SQLite file say."""

    version: int
    write_ahead: bool


def read_header(path: Path, newest: int | None = None) -> Header:
    """Reads a file's header; the file is not opened by SQLite. ``newest`` is the schema version taken at most, by
    default this program's.

    Raises StoreUnavailable: missing, is_folder, unreachable, empty, zeroed, not_sqlite, foreign_database, incomplete,
    newer (values: version, newest).
    """
    try:
        with path.open("rb") as file:
            start = file.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise StoreUnavailable("missing", path) from error
    except IsADirectoryError as error:
        raise StoreUnavailable("is_folder", path) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise StoreUnavailable("missing", path) from error
        raise StoreUnavailable("is_folder" if path.is_dir() else "unreachable", path) from error
    if not start:
        raise StoreUnavailable("empty", path)
    if not start.strip(b"\x00"):
        raise StoreUnavailable("zeroed", path)
    if not start.startswith(_MAGIC):
        raise StoreUnavailable("not_sqlite", path)
    if len(start) < _HEADER_BYTES:
        raise StoreUnavailable("truncated", path)
    if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
        raise StoreUnavailable("foreign_database", path)
    version = int.from_bytes(start[60:64], "big")
    newest = SCHEMA_VERSION if newest is None else newest
    if version > newest:
        raise StoreUnavailable("newer", path, {"version": version, "newest": newest})
    if version < 1:
        raise StoreUnavailable("incomplete", path)
    return Header(version, start[18] == 2 or start[19] == 2)


def unfinished(path: Path) -> bool:
    """Whether a change of a process that ended midway waits beside the file to be taken back."""
    journal = path.with_name(path.name + "-journal")
    try:
        with journal.open("rb") as file:
            return file.read(len(_JOURNAL_MAGIC)) == _JOURNAL_MAGIC
    except OSError:
        return False


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A plain connection to an existing file; ``mode`` is ``ro`` or ``rw``, so no file is ever made."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=10, check_same_thread=False
    )


def check_file(
    path: Path, expected: Schema | None = None, *, newest: int | None = None, pages: bool = True, mend: bool = False
) -> Header:
    """Checks a whole database file: header, length, schema and (``pages``) every page.

    ``expected`` is the schema to be found, by default the one this program makes. ``mend`` lets SQLite take back an
    unfinished change, as only the holder of the lock may. Raises StoreUnavailable as ``read_header``, and truncated,
    damaged, altered (values: name), unfinished.
    """
    header = read_header(path, newest)
    if header.write_ahead:
        raise StoreUnavailable("altered", path, {"name": "journal_mode"})
    mode = "ro"
    if unfinished(path) and mend:
        mode = "rw"
    try:
        with closing(connect(path, mode)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.execute("BEGIN")
            found = read_schema(connection)
            _check_length(path, connection)
            if pages:
                _check_pages(path, connection)
    except sqlite3.Error as error:
        raise StoreUnavailable(_cause(path, error), path) from error
    difference = found.difference(expected or expected_schema())
    if difference:
        raise StoreUnavailable("altered", path, {"name": difference})
    return header


def _cause(path: Path, error: sqlite3.Error) -> str:
    if unfinished(path) and cause_of(error) in ("read_only_place", "unreachable"):
        return "unfinished"
    with path.open("rb") as file:
        start = file.read(_HEADER_BYTES)
    page_bytes = int.from_bytes(start[16:18], "big")
    told = int.from_bytes(start[28:32], "big") * (65536 if page_bytes == 1 else page_bytes)
    return "truncated" if path.stat().st_size < told else cause_of(error) or "damaged"


def _check_length(path: Path, connection: sqlite3.Connection) -> None:
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    told = pages * connection.execute("PRAGMA page_size").fetchone()[0]
    size = path.stat().st_size
    if size != told:
        raise StoreUnavailable("truncated" if size < told else "damaged", path)


def _check_pages(path: Path, connection: sqlite3.Connection) -> None:
    told = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    if told != ["ok"]:
        raise StoreUnavailable("damaged", path)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StoreUnavailable("damaged", path)


def check_pages(path: Path) -> None:
    """Checks every page of a file that is open already. Raises StoreUnavailable (damaged)."""
    try:
        with closing(connect(path, "ro")) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            _check_pages(path, connection)
    except sqlite3.Error as error:
        raise StoreUnavailable(cause_of(error) or "damaged", path) from error
