"""Files that people are given: PDF and spreadsheets. They are no part of the database, and nothing is audited."""

from __future__ import annotations

from pathlib import Path

from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import cause, numbered, write_file


def give_file(path: Path, content: bytes) -> None:
    """Write a whole file or leave the old one as it was.

    Raises StoreUnavailable: disk_full, not_writable, folder_missing, is_folder, is_database, name_too_long, disk,
    or ``open_elsewhere`` with a free name as ``other``.
    """
    write_file(path, content)


def give_copy(folder: Path, name: str, content: bytes) -> Path:
    """Write a file to look at into a folder of our own, which is made where it is missing, and return its path.

    A copy of the same name that another program still holds stays; a numbered one stands beside it then.
    Raises StoreUnavailable.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(cause(error), folder) from error
    path = folder / name
    try:
        write_file(path, content)
    except StoreUnavailable as trouble:
        if trouble.code != "open_elsewhere":
            raise
        path = numbered(path)
        write_file(path, content)
    return path
