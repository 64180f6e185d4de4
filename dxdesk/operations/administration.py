"""Looking after a database: the backups that are due, before what, and what was done so far."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor, check_allowed
from dxdesk.store import backup, verification
from dxdesk.store.database import Database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import history


def keep_backups(database: Database, folder: Path, now: datetime) -> Path | None:
    """Makes the backup that is due and thins the others; None where none is due or the database is on a server.

    One is due after a day's first change and every 30 minutes while there are changes. Raises StoreUnavailable.
    """
    if database.path is None:
        return None
    with database.read() as connection:
        last, first_today = history.changes(connection, now)
    known = backup.backups_in(folder)
    newest = known[-1].made.replace(tzinfo=now.tzinfo) if known else None
    reason = backup.due(newest, last, now, first_today)
    if reason is None:
        return None
    made = backup.back_up(database, folder, reason=reason, now=now)
    backup.thin(folder, now)
    return made


def back_up_before(
    database: Database, folder: Path, now: datetime, reason: backup.Reason = backup.BEFORE
) -> Path | None:
    """A backup before something that cannot be undone; None for a database on a server. Raises StoreUnavailable."""
    if database.path is None:
        return None
    return backup.back_up(database, folder, reason=reason, now=now)


def backups_in(folder: Path) -> tuple[backup.Backup, ...]:
    """The copies in a folder, newest first."""
    return tuple(reversed(backup.backups_in(folder)))


def backup_at(path: Path) -> backup.Backup | None:
    """When and why a copy was made, as its name says; None for another file."""
    return backup.backup_at(path)


def back_up_now(database: Database, folder: Path, now: datetime) -> Path:
    """控えをとる: a checked copy, because a person asked for one. Raises StoreUnavailable."""
    return backup.back_up(database, folder, reason="asked", now=now)


def restore_copy(actor: Actor, copy: Path, target: Path, now: datetime) -> Path | None:
    """控えから元に戻す: puts a copy in the place of a database that is open nowhere; what was there is kept.

    Returns where that lies, None where there was nothing. Raises Problem for anybody but 事務局, StoreUnavailable.
    """
    check_allowed(actor, "administer")
    return backup.restore(copy, target, now)


def diagnostics(database: Database, program: Sequence[str] = ()) -> str:
    """診断: versions, where the database lies, what ``verify`` says, and how many operations of each kind there were.

    ``program`` are lines about the program that the caller knows. No text that a person typed is in it.
    """
    report = verification.verify(database)
    try:
        with database.read() as connection:
            kinds = history.kinds(connection)
    except (Problem, StoreUnavailable) as trouble:
        kinds = {type(trouble).__name__: 0}
    lines = [
        "dxdesk",
        f"Python {platform.python_version()} / {platform.platform()} / {sys.byteorder}",
        *program,
        f"database: {'file' if database.path else 'server'} / {database.obstacle or 'writable'}",
        *(f"{each.name}: {'good' if each.ok else each.detail}" for each in report.checks),
        f"records: {report.records} / audit head: {report.audit_head}",
        *(f"{name}: {count}" for name, count in kinds.items()),
    ]
    return "\n".join(lines) + "\n"
