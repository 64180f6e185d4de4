"""Files as they arrive at the secretariat: what each of them is, read beside the window, and which are still waiting.

Nothing is written here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import Connection

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import KIND_WORDS, SUFFIX
from dxdesk.domain.reply_forms import SPREADSHEET_SUFFIXES, FormReply
from dxdesk.exchange.package_text import Outer, glance
from dxdesk.operations.arrivals import Examined, examine, held_arrivals, kept_arrival, look_at, opened
from dxdesk.operations.exchange_folder import arrived, glance_at
from dxdesk.store.queries import cycles, packages

MOST_BYTES: Final = 8 * 1024 * 1024
"""More of a file than this is not read; no package and no form is as big."""

FileKind = Literal["reply", "form", "sent", "spoilt", "database", "other"]

_DATABASE: Final = b"SQLite format 3"


@dataclass(frozen=True)
class ArrivedFile:
    """A file read as far as it can be without the database.

    ``department`` and ``made`` are what its head says, empty where it says nothing; ``problem`` why it cannot be read;
    ``changed`` when the file was changed (ns).
    """

    path: Path
    content: Outer | FormReply | None
    problem: Problem | None = None
    department: str = ""
    made: str = ""
    changed: int = 0

    @property
    def blank(self) -> bool:
        """Whether it is a form into which nobody has written anything yet."""
        return isinstance(self.content, FormReply) and self.content.blank


@dataclass(frozen=True)
class Lying:
    """What lies in the exchange folder and may be an answer. ``id`` is the number of a package or the key of a form,
    empty where it cannot be read; ``size`` and ``changed`` (ns) tell whether it is still the same file. ``department``
    is whose answer it is: the name in the head of a package, the id in a form, empty where nothing is said; ``form`` a
    form as it was read."""

    path: Path
    size: int
    changed: int
    id: str
    blank: bool
    department: str = ""
    form: FormReply | None = None


def open_file(path: Path) -> ArrivedFile:
    """Read a file; what is wrong with it is its ``problem``. A spreadsheet takes a moment."""
    try:
        with path.open("rb") as file:
            content, changed = file.read(MOST_BYTES), os.fstat(file.fileno()).st_mtime_ns
    except OSError:
        return ArrivedFile(path, None, Problem("arrival.unreadable", "file", {"file": path.name}))
    said = glance(content)
    department, made = said.get("課", ""), said.get("作成", "")
    try:
        return ArrivedFile(path, opened(path.name, content), None, department, made, changed)
    except Problem as problem:
        return ArrivedFile(path, None, problem, department, made, changed)


def examine_file(connection: Connection, file: ArrivedFile, moment: str, passphrase: str | None = None) -> Examined:
    """A file looked at. Raises Problem ``keys.…`` where the secretariat's keys have to be opened first."""
    name = file.path.name
    if file.content is None:
        return Examined(name, None, None, problem=file.problem)
    try:
        return examine(connection, name, file.content, moment, passphrase)
    except Problem as problem:
        if problem.code != "keys.none":
            raise
        return Examined(name, None, None, problem=problem)


def look_at_held(connection: Connection, moment: str) -> tuple[Examined, ...]:
    """預かり of every cycle, as taking it in would go now: the oldest package first, only the rows that are held."""
    found = []
    for cycle in cycles.cycles(connection):
        for package, held in held_arrivals(connection, cycle.id).items():
            filed = packages.filed(connection, package)
            places = {(each.unit, each.department) for each in held}
            seen = look_at(connection, (filed.file if filed else None) or "", kept_arrival(connection, package), moment)
            rows = tuple(row for row in seen.rows if row.place in places)
            found.append(Examined(seen.file, seen.arrival, seen.cycle, rows, None, seen.taken_before))
    return tuple(found)


def look_at_taken_back(connection: Connection, moment: str, named: str = "") -> tuple[Examined, ...]:
    """What was taken in and taken back, as taking it in once more would go now: of open cycles what still brings
    something, the oldest first, and the package that is ``named`` (its id) in any case."""
    still_open = {each.id for each in cycles.cycles(connection) if each.open}
    found = []
    for filed in packages.all_filed(connection, direction="in"):
        if filed.cancelled and (filed.cycle in still_open or filed.id == named):
            seen = look_at(connection, filed.file or "", kept_arrival(connection, filed.id), moment)
            if filed.id == named or any(row.kind != "same" for row in seen.rows):
                found.append(seen)
    return tuple(found)


def what_it_is(path: Path) -> FileKind:
    """What a file is, by its first bytes and its name: ``sent`` is a package that is no reply, ``spoilt`` what is
    called a package and says nothing of the kind: opened, it tells why."""
    try:
        with path.open("rb") as file:
            if file.read(len(_DATABASE)) == _DATABASE:
                return "database"
        kind = glance_at(path).get("種類")
    except OSError:
        return "other"
    if path.suffix.lower() in SPREADSHEET_SUFFIXES:
        return "form"
    if kind == KIND_WORDS["reply"]:
        return "reply"
    if kind in KIND_WORDS.values():
        return "sent"
    return "spoilt" if path.suffix.lower() == SUFFIX else "other"


def look_in(folder: Path, before: Mapping[Path, Lying]) -> tuple[Lying, ...]:
    """What lies in the exchange folder; what was there ``before`` and is the same is not read again.
    Raises StoreUnavailable."""
    found = []
    for path in arrived(folder):
        try:
            now = path.stat()
        except OSError:
            continue  # it has gone in the meantime
        known = before.get(path)
        if known is not None and (known.size, known.changed) == (now.st_size, now.st_mtime_ns):
            found.append(known)
            continue
        file = open_file(path)
        found.append(Lying(path, now.st_size, now.st_mtime_ns, _id(file), file.blank, _department(file), _form(file)))
    return tuple(found)


def _id(file: ArrivedFile) -> str:
    if isinstance(file.content, FormReply):
        return file.content.key
    return file.content.head.number if file.content is not None else ""


def _department(file: ArrivedFile) -> str:
    if isinstance(file.content, FormReply):
        return file.content.department
    return file.content.head.department if file.content is not None else ""


def _form(file: ArrivedFile) -> FormReply | None:
    return file.content if isinstance(file.content, FormReply) else None


def still_waiting(connection: Connection, lying: Iterable[Lying]) -> tuple[Lying, ...]:
    """Of what lies in the folder what has not been taken in yet."""
    live = [each for each in packages.all_filed(connection, direction="in") if not each.cancelled]
    known = {each.number for each in live if each.kind != "form"} | {each.id for each in live}
    fresh = (each for each in lying if not each.blank and each.id not in known)
    return tuple(each for each in fresh if not _untouched(connection, each))


def left_behind(connection: Connection, lying: Iterable[Lying]) -> tuple[str, ...]:
    """The names of the forms that were taken in and still lie in the folder, mostly because rows of theirs
    cannot be read."""
    live = {each.id for each in packages.all_filed(connection, direction="in") if not each.cancelled}
    return tuple(each.path.name for each in lying if each.form is not None and each.id in live)


def _untouched(connection: Connection, lying: Lying) -> bool:
    """Whether it is a form that carries what had been answered before it was made, and nothing more yet."""
    form = lying.form
    return form is not None and examine(connection, lying.path.name, form, form.made).untouched
