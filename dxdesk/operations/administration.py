"""Looking after a database: the backups that are due, before what, and what was done so far."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dxdesk.store import backup
from dxdesk.store.database import Database
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


def back_up_before(database: Database, folder: Path, now: datetime) -> Path | None:
    """A backup before something that cannot be undone; None for a database on a server. Raises StoreUnavailable."""
    if database.path is None:
        return None
    return backup.back_up(database, folder, reason="before", now=now)
