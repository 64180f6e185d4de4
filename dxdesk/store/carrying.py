"""The files of 会議の持ち出し: a copy that gets its name last, and one that takes the place of the original."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from dxdesk.store import backup, engines, gate, lock, migrations, output_files
from dxdesk.store.database import Database, check_new, open_database
from dxdesk.store.errors import StoreUnavailable, translated
from dxdesk.store.tables import SCHEMA_VERSION
from dxdesk.store.verification import verify


@contextmanager
def taking_along(target: Path) -> Iterator[Path]:
    """The temporary name of a file to be taken along, which gets its own when the block is done and so never lies there
    half or too early. Raises StoreUnavailable: exists, folder_missing …"""
    check_new(target)
    part = output_files.part_of(target)
    try:
        yield part
    except BaseException:
        _discard(part)
        raise
    output_files.put_in_place(part, target)


def copy_along(source: Path, part: Path) -> None:
    """Copies a database to a temporary name, whole and checked, while a change of it is being made elsewhere."""
    backup.copy_checked(source, part)


@contextmanager
def unnamed(part: Path) -> Iterator[Connection]:
    """One transaction in a copy that has not got its name yet; then it is checked again and synced."""
    engine = engines.file_engine(part, "rw")
    try:
        with translated(part), engine.connect() as connection:
            connection.execution_options(**{engines.CHANGES: True})
            with connection.begin():
                yield connection
    finally:
        engine.dispose()
        output_files.discard(_journal(part))
    gate.check_file(part)
    try:
        output_files.sync_file(part)
    except OSError as error:
        raise StoreUnavailable(output_files.cause(error), part) from error


@contextmanager
def original(target: Path) -> Iterator[Database]:
    """The file that waits, held so that nobody else changes or opens it for work. Raises StoreUnavailable (held …)."""
    with open_database(target, holder="carry-in") as database:
        if database.own_lock is None:
            holder = asdict(database.holder) if database.holder else None
            raise StoreUnavailable(database.obstacle or "held", target, holder)
        yield database


@contextmanager
def brought(returned: Path, target: Path) -> Iterator[Path]:
    """A copy, beside the original, of a file that came back: whole, of this program's schema; taken away at the end
    unless it was put in place. Raises StoreUnavailable, with ``held`` where somebody still works in that file."""
    part = output_files.part_of(target)
    _discard(part)
    held = None
    with suppress(OSError):  # where no lock can be written nobody writes anything
        held = lock.take(returned, "carry-in")
    if isinstance(held, lock.Holder):
        raise StoreUnavailable("held", returned, asdict(held))
    try:
        backup.copy_here(returned, part)
    finally:
        if held is not None:
            held.release()
    try:
        if gate.read_header(part).version < SCHEMA_VERSION:
            migrations.upgrade_file(part, migrations.scripts())
        yield part
    finally:
        _discard(part)


def faults(part: Path) -> str:
    """What ``verify`` finds wrong with a copy, in its own words; empty for a whole one."""
    with Database(str(part), part, engines.file_engine(part, "ro"), "read_only") as database:
        report = verify(database)
    return "、".join(f"{each.name} {each.detail}" for each in report.checks if not each.ok)


def replace(database: Database, part: Path, folder: Path, now: datetime) -> Path:
    """Puts a finished copy in the place of a held database and keeps what was there in ``folder``; returns where.

    A process that ends at any moment leaves the old file or the new one, whole. Raises StoreUnavailable.
    """
    assert database.path is not None
    kept = backup.copy_to_folder(database.path, folder, reason="before-returning", now=now)
    database.engine.dispose()
    output_files.put_in_place(part, database.path)
    return kept


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _discard(part: Path) -> None:
    for path in (part, _journal(part)):
        output_files.discard(path)
