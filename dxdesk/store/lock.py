"""One writer per database file: a lock of the operating system on ``F.lock`` beside the database ``F``.

The operating system frees the lock when the process ends, however it ends; the file's text only names the holder.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

# Windows locks bytes, and a locked byte cannot be read by others: lock one far behind the holder's text.
_LOCKED_BYTE = 1 << 30


@dataclass(frozen=True)
class Holder:
    """Who has the database open for writing: name, computer, process number, moment (ISO 8601, UTC)."""

    name: str
    host: str
    pid: int
    since: str


@dataclass
class FileLock:
    """A lock that is held until ``release``."""

    path: Path
    descriptor: int
    name: str

    @property
    def kept(self) -> bool:
        """Whether the lock still keeps others out: one whose file somebody took away does not."""
        return self.descriptor >= 0 and _still_there(self.path, self.descriptor)

    def release(self) -> None:
        """Frees the lock and takes the lock file away, where it is still ours; a second call does nothing."""
        if self.descriptor < 0:
            return
        ours = self.kept
        if ours and sys.platform != "win32":
            self.path.unlink(missing_ok=True)  # before closing, so that nobody's newer lock file is taken away
        os.close(self.descriptor)
        self.descriptor = -1
        if ours and sys.platform == "win32":
            with suppress(PermissionError):  # the next holder has it open already
                self.path.unlink(missing_ok=True)


def lock_path(database: Path) -> Path:
    """Name of the lock file of a database file."""
    return database.with_name(database.name + ".lock")


def take(database: Path, name: str) -> FileLock | Holder:
    """Locks a database file for this process, or says who holds it.

    Raises OSError where no lock file can be written in the folder.
    """
    path = lock_path(database)
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        if not _lock(descriptor):
            os.close(descriptor)
            return read_holder(database)
        if _still_there(path, descriptor):
            break
        os.close(descriptor)  # the former holder took the file away between opening and locking
    holder = Holder(name, socket.gethostname(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(asdict(holder), ensure_ascii=False).encode())
    return FileLock(path, descriptor, name)


def read_holder(database: Path) -> Holder:
    """The holder that the lock file names; blanks where it names nobody (just being written, or by another program)."""
    try:
        told = json.loads(lock_path(database).read_text(encoding="utf-8"))
        return Holder(str(told["name"]), str(told["host"]), int(told["pid"]), str(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("", "", 0, "")


def _still_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True
    else:  # noqa: RET505 - mypy reads the platform from this shape
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
