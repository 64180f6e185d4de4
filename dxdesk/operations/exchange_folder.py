"""The exchange folder: files of both directions lie in it, and what was taken in moves to a folder of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import KIND_WORDS, SUFFIX
from dxdesk.domain.reply_forms import SPREADSHEET_SUFFIXES
from dxdesk.exchange.package_text import GLANCED, glance
from dxdesk.exchange.reply_form_reading import read_form
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import cause, numbered, write_file

TAKEN: Final = "取込済"
_OTHERS: Final = frozenset(KIND_WORDS.values()) - {KIND_WORDS["reply"]}


def check_folder(folder: Path) -> Path:
    """The folder itself. Raises StoreUnavailable where it is not there, or is out of reach."""
    try:
        there = folder.is_dir()
    except OSError as error:
        raise StoreUnavailable(cause(error), folder) from error
    if not there:
        raise StoreUnavailable("folder_missing", folder)
    return folder


def glance_at(file: Path) -> dict[str, str]:
    """What the head of a file says, nothing of it checked; only the beginning is read. Raises OSError."""
    with file.open("rb") as opened:
        return glance(opened.read(GLANCED))


def put(folder: Path, name: str, content: bytes) -> Path:
    """Puts a file into the folder, whole or not at all, and returns its path. Raises StoreUnavailable."""
    path = check_folder(folder) / name
    write_file(path, content)
    return path


def put_beside(folder: Path, name: str, content: bytes) -> Path:
    """The same, under a free name where a file lies already: every 受領票 is about another 回答, and none of them is
    to be lost before it was read. Raises StoreUnavailable."""
    path = check_folder(folder) / name
    if path.exists():
        path = numbered(path)
    write_file(path, content)
    return path


def put_form(folder: Path, name: str, content: bytes) -> Path:
    """Puts a form into a folder and returns its path; one of that name into which somebody has written, or that cannot
    be read, stays beside it. Raises StoreUnavailable."""
    path = check_folder(folder) / name
    if path.exists() and not _blank(path):
        path = numbered(path)
    write_file(path, content)
    return path


def _blank(path: Path) -> bool:
    try:
        return read_form(path.read_bytes(), path.name).blank
    except (Problem, OSError):
        return False


def arrived(folder: Path) -> tuple[Path, ...]:
    """What lies in the folder and may be an answer, by name: packages whose head does not say that they are something
    else, and spreadsheets. Raises StoreUnavailable."""
    try:
        files = sorted(each for each in check_folder(folder).iterdir() if each.is_file())
    except OSError as error:
        raise StoreUnavailable(cause(error), folder) from error
    return tuple(each for each in files if _may_be_answer(each))


def _may_be_answer(file: Path) -> bool:
    suffix = file.suffix.lower()
    if suffix in SPREADSHEET_SUFFIXES:
        return not file.name.startswith(("~$", "."))
    if suffix != SUFFIX:
        return False
    try:
        return glance_at(file).get("種類") not in _OTHERS
    except OSError:
        return True  # why it cannot be read is told when it is opened


def put_away(file: Path, changed: int) -> Path | None:
    """Moves a file that was taken in out of the way, under a free name, and returns its path; None where another one
    lies there now, for somebody has handed over again since it was read (``changed``: when it had been changed then,
    ns). Raises StoreUnavailable."""
    folder = file.parent / TAKEN
    try:
        if file.stat().st_mtime_ns != changed:
            return None
        folder.mkdir(exist_ok=True)
        target = folder / file.name
        if target.exists():
            target = numbered(target)
        return file.rename(target)
    except OSError as error:
        raise StoreUnavailable(cause(error), file) from error
