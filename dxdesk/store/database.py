"""An open database: one town's file, or a database on a server. Everything reads and changes through it."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from sqlalchemy import Connection, Engine, select
from sqlalchemy.engine import URL

from dxdesk import paths
from dxdesk.domain.carryings import Carrying, away
from dxdesk.store import backup, engines, gate, lock, migrations, output_files
from dxdesk.store.errors import StoreUnavailable, translated
from dxdesk.store.location import Unfit, unfit
from dxdesk.store.lock import FileLock, Holder
from dxdesk.store.queries.carryings import carryings
from dxdesk.store.tables import SCHEMA_VERSION, audit_head

Location = Callable[[Path], Unfit | None]

_LOCKED_HEAD: Final = select(audit_head.c.sequence).with_for_update()


@dataclass
class Database:
    """An open database; a ``with`` statement closes it.

    ``target`` is the file or the server's address without a password, ``path`` None on a server. ``obstacle`` says
    why nothing can be changed just now: ``held`` by the ``holder``, ``read_only_place``, ``read_only`` (as asked),
    ``unchecked`` (a large file whose pages ``check`` has not gone through yet) or ``carried_out``: it waits for the
    copy that ``away`` names.
    """

    target: str
    path: Path | None
    engine: Engine
    obstacle: str | None = None
    holder: Holder | None = None
    own_lock: FileLock | None = field(default=None, repr=False)
    away: Carrying | None = None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed just now."""
        return self.obstacle is not None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database throughout. Raises StoreUnavailable."""
        with translated(self.target), self.engine.connect() as connection:
            if self.path is None:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """One transaction, committed at the end and taken back on any exception; changes are serial everywhere.

        SQLite: BEGIN IMMEDIATE. PostgreSQL: the row of the audit head is locked first. Raises StoreUnavailable.
        """
        if self.obstacle:
            told = {"other": self.away.place} if self.obstacle == "carried_out" and self.away else None
            raise StoreUnavailable(self.obstacle, self.target, asdict(self.holder) if self.holder else told)
        self._keep_lock()
        with translated(self.target), self.engine.connect() as connection:
            connection.execution_options(**{engines.CHANGES: True})
            with connection.begin():
                connection.execute(_LOCKED_HEAD).one()
                yield connection

    def _keep_lock(self) -> None:
        """Somebody took the lock file away: the file is locked anew, or nothing is changed while another has it."""
        if self.path is None or self.own_lock is None or self.own_lock.kept:
            return
        try:
            taken = lock.take(self.path, self.own_lock.name)
        except OSError as error:
            cause = output_files.cause(error)
            raise StoreUnavailable("read_only_place" if cause == "not_writable" else cause, self.target) from error
        if isinstance(taken, Holder):
            raise StoreUnavailable("held", self.target, asdict(taken))
        self.own_lock.release()
        self.own_lock = taken

    def check(self) -> None:
        """Goes through every page of a large file and then lets it be changed. Raises StoreUnavailable (damaged)."""
        if self.path is not None:
            gate.check_pages(self.path)
        if self.obstacle == "unchecked":
            self.obstacle = None
            self.look_away()

    def look_away(self) -> None:
        """Looks whether work goes on in a copy that was taken along: then nothing is changed here. Raises
        StoreUnavailable."""
        with self.read() as connection:
            self.away = away(carryings(connection))
        if self.away is not None and self.obstacle is None:
            self.obstacle = "carried_out"

    @contextmanager
    def despite_carrying(self) -> Iterator[None]:
        """Lets a file that waits for its copy be changed once, by what ends the waiting. Raises StoreUnavailable."""
        if self.obstacle == "carried_out":
            self.obstacle = None
        try:
            yield
        finally:
            self.look_away()

    def close(self) -> None:
        """Closes the connections and frees the lock; a second call does nothing."""
        self.engine.dispose()
        if self.own_lock:
            self.own_lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_database(
    target: str | Path,
    *,
    read_only: bool = False,
    holder: str = "",
    location: Location = unfit,
    scripts: Path | None = None,
) -> Database:
    """Opens an existing database: a file, or a server by SQLAlchemy URL (``postgresql+psycopg://…``).

    An older one is brought up to date by the migrations in ``scripts``, a file after a verified copy. ``holder`` is
    the name that others are told while this process has the file. A file held by another process, or in a place that
    cannot be written, is opened read-only (``obstacle``).
    Raises StoreUnavailable with the causes of ``gate.check_file`` and ``location`` (network, removable, synced);
    older where a read-only file would have to be changed first; for a server: server, no_database, newer, no_library.
    """
    scripts = scripts or migrations.scripts()
    url = engines.server_url(target)
    if url is not None:
        return _open_server(url, scripts, read_only)
    path = Path(target)
    version = gate.read_header(path).version
    cause = location(path)
    if cause:
        raise StoreUnavailable(cause, path)
    own, obstacle, held_by = (None, "read_only", None) if read_only else _lock(path, holder or _user())
    try:
        if version < SCHEMA_VERSION:
            if own is None:
                raise StoreUnavailable("older", path, {"version": version, "newest": SCHEMA_VERSION})
            _upgrade_file(path, version, scripts)
        at_once = path.stat().st_size <= gate.CHECKED_AT_ONCE
        gate.check_file(path, pages=at_once, mend=own is not None)
    except BaseException:
        if own:
            own.release()
        raise
    if not at_once and obstacle is None:
        obstacle = "unchecked"
    database = Database(str(path), path, engines.file_engine(path, "rw" if own else "ro"), obstacle, held_by, own)
    try:
        database.look_away()
    except BaseException:
        database.close()
        raise
    return database


def create_database(
    target: str | Path, *, holder: str = "", location: Location = unfit, scripts: Path | None = None
) -> Database:
    """Makes a new, empty database and opens it: a file where the folder exists and the file does not, or the tables
    in an empty database of a server.

    Raises StoreUnavailable: exists, folder_missing, not_empty, and as ``open_database`` and ``write_file``.
    """
    scripts = scripts or migrations.scripts()
    url = engines.server_url(target)
    if url is not None:
        _create_on_server(url, scripts)
    else:
        _create_file(Path(target), scripts, location)
    return open_database(target, holder=holder, location=location, scripts=scripts)


def _create_file(path: Path, scripts: Path, location: Location) -> None:
    check_new(path)
    cause = location(path)
    if cause:
        raise StoreUnavailable(cause, path)
    part = output_files.part_of(path)
    try:
        output_files.discard(part)
        with translated(path):
            migrations.make_file(part, scripts)
        gate.check_file(part)
        output_files.sync_file(part)
        check_new(path)
    except OSError as error:
        output_files.discard(part)
        raise StoreUnavailable(output_files.cause(error), path) from error
    except BaseException:
        output_files.discard(part)
        raise
    output_files.put_in_place(part, path)


def check_new(path: Path) -> None:
    """Raises StoreUnavailable (exists, folder_missing, name_too_long …) unless a file can be made at ``path``."""
    try:
        taken = path.exists() or path.is_symlink()
    except OSError as error:
        raise StoreUnavailable(output_files.cause(error), path) from error
    if taken:
        raise StoreUnavailable("exists", path)
    if not path.parent.is_dir():
        raise StoreUnavailable("folder_missing", path)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _lock(path: Path, name: str) -> tuple[FileLock | None, str | None, Holder | None]:
    try:
        taken = lock.take(path, name)
        with path.open("rb+"):
            pass
    except OSError:
        return None, "read_only_place", None
    if isinstance(taken, Holder):
        return None, "held", taken
    return taken, None, None


def _upgrade_file(path: Path, version: int, scripts: Path) -> None:
    before = migrations.schema_at(version, scripts)
    gate.check_file(path, before, mend=True)
    now = datetime.now().astimezone()
    backup.copy_to_folder(path, paths.backups(path), reason="before", now=now, expected=before)
    migrations.upgrade_file(path, scripts)


def _open_server(url: URL, scripts: Path, read_only: bool) -> Database:
    target = url.render_as_string(hide_password=True)
    engine = engines.server_engine(url)
    try:
        with translated(target), engine.begin() as connection:
            version = migrations.version_in(connection)
            if version is None:
                raise StoreUnavailable("no_database", target)
            if version > SCHEMA_VERSION:
                raise StoreUnavailable("newer", target, {"version": version, "newest": SCHEMA_VERSION})
            if version < SCHEMA_VERSION:
                if read_only:
                    raise StoreUnavailable("older", target, {"version": version, "newest": SCHEMA_VERSION})
                migrations.upgrade_on_server(connection, scripts)
    except BaseException:
        engine.dispose()
        raise
    return Database(target, None, engine, "read_only" if read_only else None)


def _create_on_server(url: URL, scripts: Path) -> None:
    target = url.render_as_string(hide_password=True)
    engine = engines.server_engine(url)
    try:
        with translated(target), engine.begin() as connection:
            migrations.make_on_server(connection, scripts, target)
    finally:
        engine.dispose()
