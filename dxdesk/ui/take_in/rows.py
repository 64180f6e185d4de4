"""What 取り込みの確認 lists, as plain values: files, their answers under heads, and which of them are shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Final

from dxdesk.domain.arrivals import ROW_KINDS, Arrival, Place, RowKind
from dxdesk.domain.replies import Answer
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import Status
from dxdesk.wording.exchange import ROW_KINDS as KIND_WORDS
from dxdesk.wording.screen import LAST_TIME
from dxdesk.wording.take_in import BEFORE_IT, BY_EXCEL, CANNOT_OPEN, NO_STATUS, UNKNOWN_DEPARTMENT, row_spoken

RARE: Final[frozenset[RowKind]] = frozenset({"late", "waiting", "unreadable"})
"""Kinds that are counted only where there are any."""
AGAIN: Final = "again:"
"""Before the id of a package: what was taken back of it is to be taken in once more."""


@dataclass(frozen=True)
class FileRow:
    """One file (or what is held of one): ``department`` as people know it, ``line`` its kind, moment and count.

    ``trouble`` is why it cannot be read, in a few words; ``problems`` everything that is the matter with it.
    ``newer``: another file here holds all of it; ``held``: it is taken from what is kept here, there is no file;
    ``changed``: when the file was changed (ns).
    """

    key: str
    department: str
    line: str
    made: str
    marks: tuple[str, ...] = ()
    trouble: str = ""
    problems: tuple[str, ...] = ()
    path: Path | None = None
    changed: int = 0
    name: str = ""
    arrival: Arrival | None = None
    newer: bool = False
    held: bool = False
    taken_back: bool = False

    @property
    def by_excel(self) -> bool:
        """Whether it came as a reply form."""
        return BY_EXCEL in self.marks

    @property
    def spoken(self) -> str:
        """The file as it is read aloud."""
        return row_spoken((self.department, self.line, *self.marks, self.trouble))


@dataclass(frozen=True)
class AnswerRow:
    """A head (``kind`` None) or one answer of a file; ``said`` is what arrived, ``before`` what was said last time or,
    where it ``corrects`` an answer of the same cycle, that.

    ``emptied`` are fields, and indicators by id, that had been said on file and are left out now.
    ``settings`` are those of its cycle; ``differs`` counts the fields of a くいちがい, ``ours`` whether it is with what
    was put right here; ``confirmed`` who confirmed it (所属長確認) and when; ``waits``: the
    version before it has not come.
    """

    key: str
    file: str
    name: str
    kind: RowKind | None = None
    number: str = ""
    department: str = ""
    place: Place = ("", "")
    now: Status | None = None
    now_word: str = ""
    last: Status | None = None
    last_word: str = ""
    reason: str = ""
    full_name: str = ""
    made: str = ""
    cycle: str = ""
    said: Answer | None = None
    before: Answer | None = None
    corrects: bool = False
    emptied: tuple[str, ...] = ()
    confirmed: str = ""
    first: bool = False
    settings: Settings | None = None
    differs: int = 0
    ours: bool = False
    can_tick: bool = False
    held: bool = False
    waits: bool = False
    problems: tuple[str, ...] = field(default=(), repr=False)
    indicators: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def tag(self) -> str:
        """The word of its kind."""
        return KIND_WORDS[self.kind] if self.kind else ""

    @property
    def words(self) -> str:
        """Number and name."""
        return f"{self.number}　{self.name}" if self.number else self.name

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        if self.kind is None:
            return self.name
        since = BEFORE_IT if self.corrects else LAST_TIME
        last = f"{since}は{self.last_word}" if self.last_word not in ("", NO_STATUS) else ""
        now = f"今回は{self.now_word}" if self.now_word not in ("", NO_STATUS) else ""
        return row_spoken((self.words, self.department, last, now, self.tag, self.reason))


@dataclass(frozen=True)
class Gathered:
    """Everything that has arrived: files in the order in which they were made, each answer after those before it.

    ``order`` are the departments' names in 建制順; ``locked`` whether the secretariat's keys have to be opened first.
    """

    files: tuple[FileRow, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    order: tuple[str, ...] = ()
    locked: bool = False
    away: bool = False

    def counts(self) -> dict[RowKind, int]:
        """How many answers there are of each kind; an unreadable file counts as one."""
        found: dict[RowKind, int] = dict.fromkeys(ROW_KINDS, 0)
        for each in self.answers:
            if each.kind is not None:
                found[each.kind] += 1
        return found

    def files_by_key(self) -> dict[str, FileRow]:
        """The files by their keys."""
        return {each.key: each for each in self.files}


def taken_back(gathered: Gathered, again: str = "") -> frozenset[str]:
    """The answers (keys) that were taken back; those of the package that is wanted ``again`` are not among them."""
    files = gathered.files_by_key()
    return frozenset(each.key for each in gathered.answers if files[each.file].taken_back and each.file != again)


def unreadable_row(file: FileRow, reason: str) -> AnswerRow:
    """The one row of a file that cannot be opened."""
    name = CANNOT_OPEN if file.department != UNKNOWN_DEPARTMENT else file.name
    return AnswerRow(
        key=f"{file.key}:unreadable",
        file=file.key,
        name=name,
        kind="unreadable",
        number=NO_STATUS,
        department=file.department,
        reason=reason,
        made=file.made,
        problems=file.problems,
    )


def arranged(gathered: Gathered, wanted: RowKind | None, *, by_department: bool) -> tuple[AnswerRow, ...]:
    """The answers of the kind wanted (None: all) under their heads: departments in 建制順, else files as they came."""
    found = [each for each in gathered.answers if wanted is None or each.kind == wanted]
    files = gathered.files_by_key()
    if by_department:
        places = {name: place for place, name in enumerate(gathered.order)}
        found.sort(key=lambda each: places.get(each.department, len(places)))
        return _under_heads(found, lambda each: each.department, lambda each: each.department)
    return _under_heads(
        found, lambda each: each.file, lambda each: f"{files[each.file].department}　{files[each.file].line}"
    )


Word = Callable[[AnswerRow], str]


def _under_heads(rows: Sequence[AnswerRow], key_of: Word, head_of: Word) -> tuple[AnswerRow, ...]:
    found: list[AnswerRow] = []
    for key, some in groupby(rows, key=key_of):
        group = list(some)
        found += [AnswerRow(key=f"head:{key}", file="", name=head_of(group[0])), *group]
    return tuple(found)


def with_ticks(rows: Sequence[AnswerRow], left_out: Collection[str]) -> frozenset[str]:
    """The keys of the answers that are taken in."""
    return frozenset(each.key for each in rows if each.can_tick and each.key not in left_out)
