"""Copies of a database file: when they are due, how they are made and checked, which are kept, how one comes back."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

from dxdesk import paths
from dxdesk.store import gate, lock, migrations, output_files
from dxdesk.store.errors import StoreUnavailable, cause_of
from dxdesk.store.schema import Schema

if TYPE_CHECKING:
    from dxdesk.store.database import Database

EVERY = timedelta(minutes=30)
DAYS_KEPT = 30
MONTHS_KEPT = 12
_UNFINISHED_FOR = 24 * 60 * 60  # seconds

Reason = Literal[
    "day", "change", "asked", "before", "before-closing", "before-reopening", "before-restoring", "before-returning"
]
BEFORE: Final = "before"
"""How the reasons begin of copies that are made before something that cannot be undone."""

_NAME = re.compile(
    r"dxdesk-(?P<made>\d{8}-\d{6})-(?P<reason>day|change|asked|before(?:-(?:closing|reopening|restoring|returning))?)"
    r"(?:-(?P<number>\d+))?\.db"
)
_ANY_VERSION = 2**32


@dataclass(frozen=True)
class Backup:
    """One copy; ``made`` is the local moment in its name, ``number`` tells those of one second apart. Those made
    before something are never thinned."""

    path: Path
    made: datetime
    reason: Reason
    number: int = 1


def due(
    last_backup: datetime | None, last_change: datetime | None, now: datetime, day_first_change: datetime | None
) -> Reason | None:
    """Why a copy is due, None where none is: something changed since the last one, and either none was made since
    the day's first change or the last is 30 minutes old. A last copy from the future (a clock put back) is none."""
    if last_change is None:
        return None
    known = last_backup if last_backup is not None and last_backup <= now else None
    if known is not None and last_change <= known:
        return None
    if known is None or (day_first_change is not None and known < day_first_change):
        return "day"
    return "change" if now - known >= EVERY else None


def back_up(database: Database, folder: Path, *, reason: Reason, now: datetime) -> Path:
    """Copies a database into a folder while it is in use, checks the copy, and only then gives it its name.

    ``folder`` is made where its own parent exists; the local time of the aware moment ``now`` is in the name.
    Raises StoreUnavailable, with ``server_backup`` for a database on a server, whose own backup is to be used.
    """
    if database.path is None:
        raise StoreUnavailable("server_backup", database.target)
    return copy_to_folder(database.path, folder, reason=reason, now=now)


def copy_to_folder(path: Path, folder: Path, *, reason: Reason, now: datetime, expected: Schema | None = None) -> Path:
    """As ``back_up``, for a database file; ``expected`` is the schema of an older one."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(output_files.cause(error), folder) from error
    copy = _free_name(folder, reason, now)
    copy_checked(path, copy, expected)
    return copy


def copy_checked(source: Path, target: Path, expected: Schema | None = None) -> None:
    """Copies a database file, whole and checked, to a new name or over an old file. Raises StoreUnavailable."""
    part = output_files.part_of(target)
    output_files.discard(part)
    try:
        with closing(gate.connect(source, "ro")) as reading, closing(sqlite3.connect(part)) as writing:
            writing.execute("PRAGMA synchronous=OFF")  # the whole file is synced below
            reading.backup(writing)
        gate.check_file(part, expected, newest=gate.read_header(source, _ANY_VERSION).version)
        output_files.sync_file(part)
    except sqlite3.Error as error:
        output_files.discard(part)
        raise StoreUnavailable(cause_of(error) or "damaged", source) from error
    except OSError as error:
        output_files.discard(part)
        raise StoreUnavailable(output_files.cause(error), target) from error
    except BaseException:
        output_files.discard(part)
        raise
    output_files.put_in_place(part, target)


def copy_here(source: Path, target: Path) -> None:
    """写して開く: copies a database from a share, a stick or a synchronised folder to a new file on this computer.

    Raises StoreUnavailable: exists, folder_missing, and the causes of ``gate.check_file`` for the source.
    """
    if target.exists():
        raise StoreUnavailable("exists", target)
    if not target.parent.is_dir():
        raise StoreUnavailable("folder_missing", target)
    copy_checked(source, target, _checked(source))


def _checked(path: Path, *, mend: bool = False) -> Schema:
    """Checks a whole database, perhaps of an older program, and says which schema it has."""
    expected = migrations.schema_at(gate.read_header(path).version, migrations.scripts())
    gate.check_file(path, expected, mend=mend)
    return expected


def backups_in(folder: Path) -> list[Backup]:
    """The copies in a folder, oldest first."""
    found = [copy for path in (folder.glob("*.db") if folder.is_dir() else ()) if (copy := backup_at(path))]
    return sorted(found, key=lambda each: (each.made, each.number, each.path.name))


def backup_at(path: Path) -> Backup | None:
    """What the name of a copy says of it; None for another file."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    made = datetime.strptime(match["made"], "%Y%m%d-%H%M%S")  # noqa: DTZ007 - names carry local time
    return Backup(path, made, cast(Reason, match["reason"]), int(match["number"] or 1))


def to_thin(backups: Iterable[Backup], today: date) -> list[Backup]:
    """The copies that may go, of copies given oldest first. Kept: all of today and later, the newest of each of the
    last 30 days and of each of the last 12 months, the newest of all, and those made before something."""
    ordered = list(backups)
    plain = [each for each in ordered if not each.reason.startswith(BEFORE)]
    days = {each.made.date(): each for each in plain}
    months = {(each.made.year, each.made.month): each for each in plain}
    kept = set(ordered[-1:])
    kept |= {each for day, each in days.items() if (today - day).days <= DAYS_KEPT}
    kept |= {each for (year, month), each in months.items() if _months(today, year, month) <= MONTHS_KEPT}
    return [each for each in plain if each not in kept and each.made.date() < today]


def thin(folder: Path, now: datetime) -> tuple[Path, ...]:
    """Takes away the copies that may go and says which went; one that cannot be taken away stays. What a process
    that was ended midway left unfinished more than a day ago goes too."""
    for part in folder.glob(f".*{output_files.PART_SUFFIX}"):
        with suppress(OSError):
            if now.timestamp() - part.stat().st_mtime > _UNFINISHED_FOR:
                part.unlink()
    chosen = [each.path for each in to_thin(backups_in(folder), _local(now).date())]
    for path in chosen:
        output_files.discard(path)
    return tuple(path for path in chosen if not path.exists())


def restore(backup: Path, target: Path, now: datetime, folder: Path | None = None) -> Path | None:
    """Puts a copy in a database's place and keeps what was there in ``folder`` (by default the one beside it).

    Returns where that lies, None where there was nothing. It is copied whole and checked; where it cannot be opened
    any more its bytes are kept as they are. The database must not be open anywhere. Raises StoreUnavailable: held,
    folder_missing, and the causes of ``gate.check_file`` for the copy.
    """
    if not target.parent.is_dir():
        raise StoreUnavailable("folder_missing", target)
    expected = _checked(backup)
    try:
        held = lock.take(target, "restore")
    except OSError as error:
        raise StoreUnavailable(output_files.cause(error), target) from error
    if isinstance(held, lock.Holder):
        raise StoreUnavailable("held", target, asdict(held))
    try:
        kept = _keep(target, folder or paths.backups(target), now) if target.exists() else None
        copy_checked(backup, target, expected)
    finally:
        held.release()
    return kept


def _keep(target: Path, folder: Path, now: datetime) -> Path:
    try:
        expected = _checked(target, mend=True)
    except StoreUnavailable:
        return _keep_bytes(target, folder, now)
    return copy_to_folder(target, folder, reason="before-restoring", now=now, expected=expected)


def _keep_bytes(target: Path, folder: Path, now: datetime) -> Path:
    """Keeps a file that cannot be opened, with the journal of its unfinished change, and takes that journal away: it
    must not be played back into what comes in its place."""
    journal = target.with_name(target.name + "-journal")
    try:
        folder.mkdir(exist_ok=True)
        kept = _free_name(folder, "before-restoring", now, ".damaged")
        for source, copy in ((target, kept), (journal, kept.with_name(kept.name + "-journal"))):
            if source.exists():
                shutil.copyfile(source, copy)
                output_files.sync_file(copy)
        output_files.sync_folder(folder)
        journal.unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnavailable(output_files.cause(error), folder) from error
    return kept


def _free_name(folder: Path, reason: Reason, now: datetime, ending: str = ".db") -> Path:
    name, number = f"dxdesk-{_local(now):%Y%m%d-%H%M%S}-{reason}", 1
    while (path := folder / f"{name}{f'-{number}' if number > 1 else ''}{ending}").exists():
        number += 1
    return path


def _local(moment: datetime) -> datetime:
    return moment.astimezone().replace(tzinfo=None, microsecond=0)


def _months(today: date, year: int, month: int) -> int:
    return (today.year - year) * 12 + today.month - month
