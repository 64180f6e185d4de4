"""The body of a package as plain values and back. What comes back is checked to the last field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final, cast
from uuid import UUID

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import Body, FollowUp, Records, Stamp
from dxdesk.domain.plan_records import plain
from dxdesk.domain.replies import (
    FORMAT,
    Answer,
    Author,
    Review,
    ReviewKind,
    Revision,
    RevisionKind,
    review_from,
    revision_from,
)
from dxdesk.domain.statuses import CHOSEN
from dxdesk.exchange.shape import Shape
from dxdesk.exchange.strict_json import JsonObject

MOST_REVISIONS: Final = 5_000
MOST_PARENTS: Final = 64
_HASH: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class _RevisionForm:
    format: int
    kind: RevisionKind
    cycle: str
    unit: str
    department: str
    parents: tuple[str, ...]
    sources: tuple[str, ...] | None
    target: None
    after: None
    content: Answer | None
    author: Author
    moment: str


@dataclass(frozen=True)
class _Said:
    fields: tuple[str, ...]
    question: str


@dataclass(frozen=True)
class _Confirmed:
    name: str
    title: str | None
    date: str | None


@dataclass(frozen=True)
class _ReviewForm:
    format: int
    kind: ReviewKind
    cycle: str
    unit: str
    department: str
    parents: None
    sources: None
    target: str
    after: tuple[str, ...]
    content: None
    author: Author
    moment: str


@dataclass(frozen=True)
class _ReturnForm(_ReviewForm):
    content: _Said  # type: ignore[assignment]


@dataclass(frozen=True)
class _ConfirmForm(_ReviewForm):
    content: _Confirmed  # type: ignore[assignment]


@dataclass(frozen=True)
class _RecordsForm:
    follow_ups: tuple[FollowUp, ...]
    late: bool


def body_record(body: Body) -> dict[str, object]:
    """A body as plain values for canonical JSON."""
    if isinstance(body, Records):
        return {
            "revisions": [each.record() for each in body.revisions],
            "reviews": [each.record() for each in body.reviews],
            "follow_ups": plain(body.follow_ups),
            "late": body.late,
        }
    return cast("dict[str, object]", plain(body))


def read_body(kind: type[Body], value: object, stamp: Stamp) -> tuple[Body, list[Problem]]:
    """The body and everything that is wrong in it; with problems it stands for nothing."""
    shape = Shape(exact=True)
    if kind is not Records:
        body = cast(Body, shape.read(kind, value, "body"))
        return body, [*shape.problems, *_ids(stamp)]
    if not isinstance(value, JsonObject):
        return Records(), [Problem("package.form", "body")]
    written = dict(value)
    rest = JsonObject(pair for pair in value if pair[0] not in ("revisions", "reviews"))
    other = cast(_RecordsForm, shape.read(_RecordsForm, rest, "body"))
    revisions = list(_records(shape, written.get("revisions"), "revisions", lambda _: _RevisionForm))
    reviews = list(_records(shape, written.get("reviews"), "reviews", _review_form))
    shape.problems += [
        Problem("package.form", f"{name}[{number}].format")
        for name, rows in (("revisions", revisions), ("reviews", reviews))
        for number, each in enumerate(rows)
        if each.format != FORMAT
    ]
    if shape.problems:
        return Records(), shape.problems
    body = Records(
        tuple(_revision(each) for each in revisions),
        tuple(_review(each) for each in reviews),
        other.follow_ups,
        other.late,
    )
    return body, [*_ids(stamp), *_wrong(body, stamp)]


def _review_form(value: object) -> type[_ReviewForm]:
    kind = dict(value).get("kind") if isinstance(value, JsonObject) else None
    return {"return": _ReturnForm, "confirm": _ConfirmForm}.get(cast(str, kind), _ReviewForm)


def _records(shape: Shape, value: object, name: str, form: Any) -> Iterable[Any]:
    if type(value) is not list:
        shape.problems.append(Problem("pack.not_list", f"body.{name}"))
    elif len(value) > MOST_REVISIONS:
        shape.problems.append(Problem("package.too_many", name, {"limit": MOST_REVISIONS, "count": len(value)}))
    else:
        for number, each in enumerate(value):
            yield shape.read(form(each), each, f"{name}[{number}]")


def _values(form: object) -> dict[str, object]:
    """The wire form as the record that is hashed."""
    assert is_dataclass(form)
    found = {each.name: getattr(form, each.name) for each in fields(form)}
    return {
        name: value.record() if isinstance(value, Answer) else list(value) if isinstance(value, tuple) else plain(value)
        for name, value in found.items()
    }


def _revision(form: _RevisionForm) -> Revision:
    return revision_from(_values(form))


def _review(form: _ReviewForm) -> Review:
    return review_from(_values(form))


def _ids(stamp: Stamp) -> list[Problem]:
    named = ("database", "plan", "cycle", "department", "number")
    return [
        Problem("package.form", name)
        for name in named
        if (value := getattr(stamp, name)) is not None and not _is_uuid(value)
    ]


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _wrong(body: Records, stamp: Stamp) -> list[Problem]:
    """What no form can say: ids that are none, records of another cycle, answers that could not be handed in."""
    found: list[Problem] = []
    for number, each in enumerate(body.revisions):
        place = f"revisions[{number}]"
        answer = each.answer
        if (each.kind == "withdraw") != (answer is None):
            found.append(Problem("package.form", f"{place}.content"))
        if answer is not None and answer.status not in CHOSEN:
            found.append(Problem("package.form", f"{place}.content.status"))
        found += _record_ids(each, (*each.parents, *each.sources), place, stamp)
    for number, review in enumerate(body.reviews):
        found += _record_ids(review, (review.target, *review.after), f"reviews[{number}]", stamp)
    if len({each.id for each in body.revisions}) != len(body.revisions):
        found.append(Problem("package.form", "revisions"))
    return found


def _record_ids(record: Revision | Review, named: Sequence[str], place: str, stamp: Stamp) -> Iterable[Problem]:
    if record.cycle != stamp.cycle:
        yield Problem("package.other_cycle", place)
    if len(named) > MOST_PARENTS or len(set(named)) != len(named) or not all(map(_HASH.fullmatch, named)):
        yield Problem("package.form", place)
