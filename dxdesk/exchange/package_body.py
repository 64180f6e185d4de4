"""The body of a package as plain values and back. What comes back is checked to the last field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import Body, FollowUp, Inquiry, PlanNews, Receipt, Records, Stamp, Wish
from dxdesk.domain.plan_checks import MOST_PROBLEMS
from dxdesk.domain.plan_records import plain
from dxdesk.domain.records import canonical, canonical_list, canonical_object
from dxdesk.domain.replies import FORMAT, Answer, Author, Review, Revision
from dxdesk.exchange.inquiry_checks import check_inquiry, check_plan_news
from dxdesk.exchange.package_checks import check_receipt, check_records, check_stamp
from dxdesk.exchange.shape import Shape
from dxdesk.exchange.strict_json import JsonObject

MOST_REVISIONS: Final = 5_000


@dataclass(frozen=True)
class _RevisionForm:
    format: int
    kind: Literal["answer", "correct", "settle", "withdraw"]
    cycle: str
    unit: str
    department: str
    parents: tuple[str, ...]
    sources: None
    target: None
    after: None
    content: Answer | None
    author: Author
    moment: str


@dataclass(frozen=True)
class _WholeForm:
    """Of the 取りまとめ of a unit, which is no department's."""

    format: int
    kind: Literal["correct", "settle", "withdraw"]
    cycle: str
    unit: str
    department: None
    parents: tuple[str, ...]
    sources: None
    target: None
    after: None
    content: Answer | None
    author: Author
    moment: str


@dataclass(frozen=True)
class _DrawnForm(_WholeForm):
    kind: Literal["consolidate"]  # type: ignore[assignment]
    sources: tuple[str, ...]  # type: ignore[assignment]


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
    kind: Literal["accept", "undone"]
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
    kind: Literal["return"]  # type: ignore[assignment]
    content: _Said  # type: ignore[assignment]


@dataclass(frozen=True)
class _ConfirmForm(_ReviewForm):
    kind: Literal["confirm"]  # type: ignore[assignment]
    content: _Confirmed  # type: ignore[assignment]


@dataclass(frozen=True)
class _RecordsForm:
    follow_ups: tuple[FollowUp, ...]
    late: bool


@dataclass(frozen=True)
class _WishedForm(_RecordsForm):
    wishes: tuple[Wish, ...]


def body_text(body: Body) -> str:
    """A body as canonical JSON. Records stand in it with the very text that their ids hang on."""
    if not isinstance(body, Records):
        return canonical(plain(body))
    written = {
        "revisions": canonical_list(each.text for each in body.revisions),
        "reviews": canonical_list(each.text for each in body.reviews),
        "follow_ups": canonical(plain(body.follow_ups)),
        "late": canonical(body.late),
    }
    return canonical_object({**written, "wishes": canonical(plain(body.wishes))} if body.wishes else written)


def read_body(kind: type[Body], value: object) -> tuple[Body, list[Problem]]:
    """The body and everything that is wrong in its form; with problems it stands for nothing."""
    shape = Shape(exact=True)
    if kind is Records:
        return _read_records(shape, value), shape.problems
    return cast(Body, shape.read(kind, value, "body")), shape.problems


def check_body(body: Body, stamp: Stamp, key: str) -> list[Problem]:
    """Everything that is wrong in a package signed with a key whose form is right."""
    found = [*check_stamp(stamp)]
    if isinstance(body, Records):
        found += check_records(body, stamp)
    elif isinstance(body, Inquiry):
        found += check_inquiry(body, stamp, key)
    elif isinstance(body, Receipt):
        found += check_receipt(body)
    elif isinstance(body, PlanNews):
        found += check_plan_news(body, stamp)
    return found


def _read_records(shape: Shape, value: object) -> Records:
    pairs = value if isinstance(value, JsonObject) else JsonObject()
    written = dict(pairs)
    rest = JsonObject(pair for pair in pairs if pair[0] not in ("revisions", "reviews"))
    form = _WishedForm if "wishes" in written else _RecordsForm  # where nobody asked for anything, none are written
    other = cast(_RecordsForm, shape.read(form, rest, "body"))
    revisions = list(_read_list(shape, written.get("revisions"), "revisions", _revision_form))
    reviews = list(_read_list(shape, written.get("reviews"), "reviews", _review_form))
    if shape.problems:
        return Records()
    wishes = other.wishes if isinstance(other, _WishedForm) else ()
    said = tuple(map(_revision, revisions)), tuple(map(_review, reviews))
    return Records(*said, other.follow_ups, other.late, wishes)


def _revision_form(value: object) -> type[_RevisionForm | _WholeForm]:
    said = dict(value) if isinstance(value, JsonObject) else {}
    if "department" not in said or said["department"] is not None or said.get("kind") == "answer":
        return _RevisionForm
    return _DrawnForm if said.get("kind") == "consolidate" else _WholeForm


def _review_form(value: object) -> type[_ReviewForm]:
    kind = dict(value).get("kind") if isinstance(value, JsonObject) else None
    return _ReturnForm if kind == "return" else _ConfirmForm if kind == "confirm" else _ReviewForm


def _read_list(shape: Shape, value: object, name: str, form: Any) -> Iterable[Any]:
    if type(value) is not list:
        shape.problems.append(Problem("package.form", name))
    elif len(value) > MOST_REVISIONS:
        shape.problems.append(Problem("package.too_many", name, {"limit": MOST_REVISIONS, "count": len(value)}))
    else:
        for number, each in enumerate(value):
            if len(shape.problems) >= MOST_PROBLEMS:
                return
            read = shape.read(form(each), each, f"{name}[{number}]")
            if read.format != FORMAT:
                shape.problems.append(Problem("package.form", f"{name}[{number}].format"))
            yield read


def _revision(form: _RevisionForm | _WholeForm) -> Revision:
    return Revision(
        form.kind,
        form.cycle,
        form.unit,
        form.department,
        form.parents,
        form.content,
        form.author,
        form.moment,
        form.sources or (),
    )


def _review(form: _ReviewForm) -> Review:
    said: dict[str, Any] = vars(form.content) if isinstance(form.content, _Said | _Confirmed) else {}
    return Review(
        form.kind, form.cycle, form.unit, form.department, form.target, form.after, form.author, form.moment, **said
    )
