"""Files given out: the old file or the new one, whole; never a half one.

A file is written under a temporary name in its own folder, synced, read again and compared, then put in place.
"""

from __future__ import annotations

import errno
import io
import os
from contextlib import ExitStack, suppress
from pathlib import Path
from zlib import crc32

from dxdesk.store.errors import StoreUnavailable

PART_SUFFIX = ".part"

_DATABASE = b"SQLite format 3\x00"

_CAUSES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "not_writable",
    errno.EACCES: "not_writable",
    errno.EPERM: "not_writable",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EISDIR: "is_folder",
    errno.EEXIST: "exists",
    errno.ENAMETOOLONG: "name_too_long",
}


def write_file(path: Path, content: bytes) -> None:
    """Writes a whole file or leaves the old one as it was; a database is never replaced by a file given out.

    Raises StoreUnavailable: disk_full, not_writable, folder_missing, is_folder, not_a_file, is_database,
    name_too_long, disk, or ``open_elsewhere`` with a free name as ``other``; with ``new`` where there was no old one.
    """
    part = part_of(path)
    try:
        if _is_database(path):
            raise StoreUnavailable("is_database", path)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if part.read_bytes() != content:
            raise StoreUnavailable("disk", path, _age(path))
    except OSError as error:
        discard(part)
        raise StoreUnavailable(cause(error), path, _age(path)) from error
    except BaseException:
        discard(part)
        raise
    put_in_place(part, path)


def write_until_kept(back: ExitStack, path: Path, content: bytes) -> None:
    """The same within a change that may yet be taken back: then ``back`` leaves what was there before. Raises
    StoreUnavailable."""
    try:
        before = path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise StoreUnavailable(cause(error), path) from error
    write_file(path, content)
    back.callback(_put_back, path, before)


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        discard(path)
        return
    with suppress(StoreUnavailable):  # the newer file stays then; what went wrong before it is what is told
        write_file(path, before)


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with io.FileIO(path) as file:
        return file.read(len(_DATABASE)) == _DATABASE


def put_in_place(part: Path, path: Path) -> None:
    """Gives a finished, synced temporary file its name; on failure takes it away. Raises StoreUnavailable."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
        if path.exists() and not path.is_file():
            discard(part)
            raise StoreUnavailable("not_a_file", path)  # a device of the system must not become a file
        os.replace(part, path)  # noqa: PTH105 - one name for the tests that let it fail
    except PermissionError as error:
        discard(part)
        if path.exists() and os.access(path.parent, os.W_OK):
            raise StoreUnavailable("open_elsewhere", path, {"other": str(numbered(path))}) from error
        raise StoreUnavailable("not_writable", path, _age(path)) from error
    except OSError as error:
        discard(part)
        raise StoreUnavailable(cause(error), path, _age(path)) from error
    sync_folder(path.parent)


def _age(path: Path) -> dict[str, object]:
    """Whether a file that could not be written is a new one, so that none stayed as it was."""
    return {} if os.path.lexists(path) else {"new": True}


def part_of(path: Path) -> Path:
    """The temporary name of a file, in the same folder; a short one, since names have at most 255 bytes."""
    return path.with_name(f".{crc32(os.fsencode(path.name)):08x}-{os.getpid()}{PART_SUFFIX}")


def numbered(path: Path) -> Path:
    """The first free name of ``F (2).pdf``, ``F (3).pdf`` …"""
    number = 2
    while (proposal := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return proposal


def sync_folder(folder: Path) -> None:
    """Makes a new name in a folder last through a power cut, where the system can do that."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders; its file system writes names in order
    with suppress(OSError):  # some file systems refuse it for folders; the content is on the disk already
        os.fsync(descriptor)
    os.close(descriptor)


def sync_file(path: Path) -> None:
    """Makes a closed file's content last. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def discard(part: Path) -> None:
    """Takes a file away, where it is there and the disk still lets us."""
    with suppress(OSError):
        part.unlink(missing_ok=True)


def cause(error: OSError) -> str:
    """Code of StoreUnavailable for what the operating system said."""
    return _CAUSES.get(error.errno or 0, "disk")
