"""Answers, revisions and reviews: what people said about a unit, never edited, only superseded.

The shape of an answer (format 1) and of a record freezes into hashes: a later field is format 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Literal, cast

from dxdesk.domain.records import canonical, text_digest

RevisionKind = Literal["answer", "correct", "settle", "withdraw", "consolidate"]
ReviewKind = Literal["accept", "return", "confirm", "undone"]
Discuss = Literal["none", "discuss", "decide"]

REVISION_KINDS: tuple[RevisionKind, ...] = ("answer", "correct", "settle", "withdraw", "consolidate")
REVIEW_KINDS: tuple[ReviewKind, ...] = ("accept", "return", "confirm", "undone")
FORMAT = 1


@dataclass(frozen=True)
class Reading:
    """A value reported for an indicator. ``value`` is a decimal string or None (測れない), ``as_typed`` the input."""

    id: str
    value: str | None = None
    as_typed: str | None = None
    as_of: str | None = None
    certainty: str | None = None
    source: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Budget:
    requested: bool | None = None
    thousand_yen: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Outlook:
    """What an answer says about the next fiscal year: 方向性 in the town's word, and 予算要求."""

    direction: str | None = None
    budget: Budget | None = None


NO_OUTLOOK = Outlook()
"""Nothing is said about the next year."""


@dataclass(frozen=True)
class Request:
    department: str
    text: str


@dataclass(frozen=True)
class WrittenBy:
    name: str | None = None
    title: str | None = None
    extension: str | None = None


@dataclass(frozen=True)
class ConfirmedBy:
    name: str | None = None
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Answer:
    """Answer, format 1. Every key is always present in the record, null when unused; numbers are decimal strings.

    ``private_memo`` and ``to_secretariat`` never leave the secretariat. ``done_lines`` are ids of activity lines.
    ``answered_for`` names the department that answered in the slot of one it took over from.
    """

    status: str | None = None
    stage: str | None = None
    results: str | None = None
    issues: str | None = None
    next: str | None = None
    discuss: Discuss = "none"
    ask: str | None = None
    done_lines: tuple[str, ...] = ()
    indicators: tuple[Reading, ...] = ()
    reason_codes: tuple[str, ...] = ()
    reason: str | None = None
    measures: str | None = None
    forecast: str | None = None
    direction: str | None = None
    budget: Budget | None = None
    effects: str | None = None
    requests: tuple[Request, ...] = ()
    paper_names: tuple[str, ...] = ()
    public: bool | None = None
    private_memo: str | None = None
    to_secretariat: str | None = None
    written_by: WrittenBy | None = None
    confirmed_by: ConfirmedBy | None = None
    answered_for: str | None = None

    def record(self) -> dict[str, object]:
        """The answer as plain values for canonical JSON."""
        return {name: value if type(value) in _PLAIN else _plain(value) for name, value in vars(self).items()}

    @property
    def outlook(self) -> Outlook:
        """What it says about the next fiscal year."""
        return Outlook(self.direction, self.budget)

    def public_part(self) -> Answer:
        """The answer without what never leaves the secretariat."""
        return replace(self, private_memo=None, to_secretariat=None)


_PLAIN = frozenset({str, type(None)})
"""What most fields hold, and what stays as it is."""


def _plain(value: object) -> object:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, (Reading, Budget, Request, WrittenBy, ConfirmedBy)):
        return {name: _plain(each) for name, each in vars(value).items()}
    return value


ANSWER_KEYS = frozenset(each.name for each in fields(Answer))


def answer_from(record: Mapping[str, object]) -> Answer:
    """The answer of a stored record; raises TypeError or KeyError where its keys are not those of format 1."""
    values = dict(record)
    if values.keys() != ANSWER_KEYS:
        raise KeyError("answer keys")

    def rows(name: str) -> list[dict[str, str | None]]:
        return cast("list[dict[str, str | None]]", values[name])

    def part(name: str) -> dict[str, str | None] | None:
        return cast("dict[str, str | None] | None", values[name])

    budget, written, confirmed = values["budget"], part("written_by"), part("confirmed_by")
    return Answer(
        **{  # type: ignore[arg-type]
            **values,
            "done_lines": tuple(cast("list[str]", values["done_lines"])),
            "reason_codes": tuple(cast("list[str]", values["reason_codes"])),
            "paper_names": tuple(cast("list[str]", values["paper_names"])),
            "indicators": tuple(Reading(**each) for each in rows("indicators")),  # type: ignore[arg-type]
            "requests": tuple(Request(**each) for each in rows("requests")),  # type: ignore[arg-type]
            "budget": Budget(**cast("dict[str, object]", budget)) if budget else None,  # type: ignore[arg-type]
            "written_by": WrittenBy(**written) if written else None,
            "confirmed_by": ConfirmedBy(**confirmed) if confirmed else None,
        }
    )


@dataclass(frozen=True)
class Author:
    """Who wrote a record: role, department id (None for the secretariat) and name as typed."""

    role: str
    department: str | None
    name: str | None

    def record(self) -> dict[str, object]:
        return {"role": self.role, "department": self.department, "name": self.name}

    def stands_in_for(self, department: str) -> bool:
        """Whether the secretariat wrote this for a department (id) that is not its own."""
        return self.role == "secretariat" and self.department != department


@dataclass(frozen=True)
class Revision:
    """A content record of a slot; ``department`` None is the unit's own 取りまとめ slot.

    ``parents`` are ids in the same slot that this one is based on; ``sources`` (of a consolidation) all accepted
    answers of the unit at that moment. ``moment`` is claimed, ISO with offset, and never decides anything.
    """

    kind: RevisionKind
    cycle: str
    unit: str
    department: str | None
    parents: tuple[str, ...]
    answer: Answer | None
    author: Author
    moment: str
    sources: tuple[str, ...] = ()

    def record(self) -> dict[str, object]:
        """The record whose canonical JSON is hashed; lists of ids are sorted, unused keys null."""
        return {
            "format": FORMAT,
            "kind": self.kind,
            "cycle": self.cycle,
            "unit": self.unit,
            "department": self.department,
            "parents": sorted(self.parents),
            "sources": sorted(self.sources) if self.kind == "consolidate" else None,
            "target": None,
            "after": None,
            "content": self.answer.record() if self.answer else None,
            "author": self.author.record(),
            "moment": self.moment,
        }

    @cached_property
    def text(self) -> str:
        """Canonical JSON of the record, as it is hashed, signed and kept. It stays in memory from then on: ask for it
        of records that come and go, not of all that are on file."""
        return canonical(self.record())

    @cached_property
    def id(self) -> str:
        """SHA-256 of the record."""
        return _id(self)

    @property
    def slot(self) -> tuple[str, str | None]:
        """Unit and department (None: 取りまとめ) within the cycle."""
        return self.unit, self.department

    def same_content(self, other: Revision) -> bool:
        """Whether both say the same, whoever said it and on whatever base."""
        withdrawn = (self.kind == "withdraw", other.kind == "withdraw")
        return withdrawn[0] == withdrawn[1] and canonical(_said(self)) == canonical(_said(other))


def _id(record: Revision | Review) -> str:
    return text_digest(vars(record).get("text") or canonical(record.record()))


def same_words(one: Answer, other: Answer) -> bool:
    """Whether two answers say the same, whoever wrote, confirmed or gave them."""
    bare = (replace(each, written_by=None, confirmed_by=None, answered_for=None) for each in (one, other))
    return next(bare) == next(bare)


def _said(revision: Revision) -> object:
    return revision.answer.record() if revision.answer else None


@dataclass(frozen=True)
class Review:
    """What was said about a revision. ``after`` are the target's review heads its author saw.

    ``fields`` and ``question`` belong to a return; ``name``, ``title``, ``date`` to a confirmation by the 所属長.
    """

    kind: ReviewKind
    cycle: str
    unit: str
    department: str | None
    target: str
    after: tuple[str, ...]
    author: Author
    moment: str
    fields: tuple[str, ...] = ()
    question: str | None = None
    name: str | None = None
    title: str | None = None
    date: str | None = None

    def record(self) -> dict[str, object]:
        """The record whose canonical JSON is hashed."""
        content: dict[str, object] | None = None
        if self.kind == "return":
            content = {"fields": list(self.fields), "question": self.question}
        elif self.kind == "confirm":
            content = {"name": self.name, "title": self.title, "date": self.date}
        return {
            "format": FORMAT,
            "kind": self.kind,
            "cycle": self.cycle,
            "unit": self.unit,
            "department": self.department,
            "parents": None,
            "sources": None,
            "target": self.target,
            "after": sorted(self.after),
            "content": content,
            "author": self.author.record(),
            "moment": self.moment,
        }

    @cached_property
    def text(self) -> str:
        """Canonical JSON of the record, as it is hashed, signed and kept. It stays in memory from then on: ask for it
        of records that come and go, not of all that are on file."""
        return canonical(self.record())

    @cached_property
    def id(self) -> str:
        """SHA-256 of the record."""
        return _id(self)

    @property
    def slot(self) -> tuple[str, str | None]:
        """Unit and department (None: 取りまとめ) within the cycle."""
        return self.unit, self.department


def confirmation(said: Revision, by: ConfirmedBy, author: Author, moment: str) -> Review:
    """所属長確認 of an answer. It never contradicts a review."""
    return Review(
        kind="confirm",
        cycle=said.cycle,
        unit=said.unit,
        department=said.department,
        target=said.id,
        after=(),
        author=author,
        moment=moment,
        name=by.name,
        title=by.title,
        date=by.date,
    )


def _check_form(record: Mapping[str, object], kinds: tuple[str, ...]) -> None:
    if record["format"] != FORMAT or record["kind"] not in kinds:
        raise ValueError((record["format"], record["kind"]))


def revision_from(record: Mapping[str, object]) -> Revision:
    """The revision of a stored record; raises KeyError, TypeError or ValueError for one of another shape."""
    _check_form(record, REVISION_KINDS)
    content = cast("Mapping[str, object] | None", record["content"])
    return Revision(
        kind=cast(RevisionKind, record["kind"]),
        cycle=cast(str, record["cycle"]),
        unit=cast(str, record["unit"]),
        department=cast("str | None", record["department"]),
        parents=tuple(cast("list[str]", record["parents"])),
        answer=answer_from(content) if content is not None else None,
        author=Author(**cast("dict[str, str]", record["author"])),
        moment=cast(str, record["moment"]),
        sources=tuple(cast("list[str] | None", record["sources"]) or ()),
    )


def review_from(record: Mapping[str, object]) -> Review:
    """The review of a stored record; raises KeyError, TypeError or ValueError for one of another shape."""
    _check_form(record, REVIEW_KINDS)
    content = cast("dict[str, object]", record["content"] or {})
    return Review(
        kind=cast(ReviewKind, record["kind"]),
        cycle=cast(str, record["cycle"]),
        unit=cast(str, record["unit"]),
        department=cast("str | None", record["department"]),
        target=cast(str, record["target"]),
        after=tuple(cast("list[str]", record["after"])),
        author=Author(**cast("dict[str, str]", record["author"])),
        moment=cast(str, record["moment"]),
        **cast("dict[str, str]", {**content, **({"fields": tuple(content["fields"])} if "fields" in content else {})}),  # type: ignore[arg-type]
    )
