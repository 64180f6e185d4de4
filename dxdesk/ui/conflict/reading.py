"""くいちがい of a cycle as plain values: the list, and the chosen one field by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.desk import Desk
from dxdesk.domain.collection import DisputeKey
from dxdesk.domain.drafts import NOT_SHOWN, TEXT_FIELDS
from dxdesk.domain.merge import SlotView, review_heads
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node
from dxdesk.domain.replies import Answer, Budget, Review, Revision
from dxdesk.domain.settings import Settings
from dxdesk.domain.settling import differing, origin
from dxdesk.domain.statuses import Status, as_status
from dxdesk.store.queries.collection import Collection, slot_story
from dxdesk.store.queries.consolidation import versions
from dxdesk.ui.collect.slot import DISCUSS, reading_words
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.words import day_of
from dxdesk.wording.conflict import (
    EARLIER_AND_LATER,
    KINDS,
    MERGED,
    NOTHING,
    OURS_AND_THEIRS,
    SECRETARIAT,
    VERDICT,
    VERDICTS,
    WHICH,
    WHICH_HERE,
    WHICH_MERGED,
    WHICH_SAME,
    WHICH_VERDICT,
    WHOLE,
    WITHDRAWN,
    Sides,
    secretariat,
    wrote,
)
from dxdesk.wording.directions import budget_words
from dxdesk.wording.sentences import FIELDS

SHOWN_TEXTS = tuple(each for each in TEXT_FIELDS if each not in NOT_SHOWN)
ALL, REVIEW = "all", "review"
"""Fields of their own: the whole answer where one side took it back, and what the reviews say."""


@dataclass(frozen=True)
class Entry:
    """One くいちがい in the list: its slot, the unit, the department or 取りまとめ, and how many places differ."""

    key: DisputeKey
    unit: str
    department: str
    places: int


@dataclass(frozen=True)
class Disputed:
    """Where there are several versions: the slot of a department, or the 取りまとめ of a unit (``department`` None)."""

    key: DisputeKey
    unit: Node
    number: str
    department: Department | None
    view: SlotView
    revisions: tuple[Revision, ...]
    reviews: tuple[Review, ...]
    settings: Settings

    @property
    def words(self) -> str:
        """How it is named."""
        return f"{self.number} {short_name(self.unit)}（{self.department.name if self.department else MERGED}）"

    @property
    def head(self) -> Revision | None:
        """The one newest version, where it is the reviews that differ."""
        return self.view.heads[0] if len(self.view.heads) == 1 else None


@dataclass(frozen=True)
class Side:
    """What one version says in a field: its words, and the status they stand for."""

    words: str
    status: Status | None = None


@dataclass(frozen=True)
class Field:
    """A field that differs; ``origin`` None where the versions have nothing in common. ``joinable``: a text."""

    key: str
    word: str
    origin: Side | None
    ours: Side
    theirs: Side
    joinable: bool = False


@dataclass(frozen=True)
class Dispute:
    """The chosen くいちがい: who wrote each version and when, the fields that differ, and those that do not.

    ``mark`` names the versions: choices made for others do not fit. ``reviews`` are set where not the answers differ
    but what was decided about one. ``own`` whether the version of now is the secretariat's.
    """

    slot: Disputed
    mark: str
    heads: tuple[str, str, str]
    fields: tuple[Field, ...]
    same: tuple[tuple[str, str], ...]
    reviews: tuple[Review, ...] = ()
    own: bool = False

    @property
    def sides(self) -> Sides:
        """What the two versions are called."""
        return OURS_AND_THEIRS if self.slot.department is not None else EARLIER_AND_LATER

    @property
    def question(self) -> str:
        """What a person is asked."""
        if not self.fields:
            return WHICH_SAME
        if self.slot.department is None:
            return WHICH_MERGED
        return WHICH_VERDICT if self.reviews else WHICH if self.own else WHICH_HERE


def entries(source: Collection) -> tuple[Entry, ...]:
    """Every くいちがい of a cycle, in the plan's order."""
    names = {each.id: each.name for each in source.departments}
    found = []
    for unit, department in source.collected.disputes:
        node = source.plan.by_id[unit]
        words = f"{source.plan.numbers[unit]}　{short_name(node)}"
        who = names[department] if department is not None else MERGED
        found.append(Entry((unit, department), words, who, _places(_view(source, (unit, department)).heads)))
    return tuple(found)


def _view(source: Collection, key: DisputeKey) -> SlotView:
    view = source.views[key[0]]
    return view.slots[key[1]] if key[1] is not None else view.consolidation


def _places(heads: Sequence[Revision]) -> int:
    answers = [each.answer for each in heads[:2]]
    if len(answers) < 2 or answers[0] is None or answers[1] is None:
        return 1
    return len(differing(answers[0], answers[1]))


def _disputed(desk: Desk, source: Collection, key: DisputeKey) -> Disputed:
    unit, department = source.plan.by_id[key[0]], next((each for each in source.departments if each.id == key[1]), None)
    view, number = _view(source, key), source.plan.numbers[key[0]]
    if department is None:
        said = desk.ask(versions, source.cycle, unit)
        return Disputed(key, unit, number, None, view, said, (), source.settings)
    story = desk.ask(slot_story, source.cycle, unit, department.id)
    return Disputed(key, unit, number, department, view, story.revisions, story.reviews, source.settings)


def read_dispute(desk: Desk, source: Collection, key: DisputeKey) -> Dispute | None:
    """The くいちがい of a slot; None where there is none any more."""
    if key not in source.collected.disputes:
        return None
    slot = _disputed(desk, source, key)
    if slot.head is not None:
        return _of_reviews(slot, slot.head)
    heads = {each.id for each in slot.view.heads}
    ours, theirs = [each for each in slot.revisions if each.id in heads][:2]
    before = origin(slot.revisions, ours, theirs)
    mark, own = f"{ours.id},{theirs.id}", ours.author.role == "secretariat"
    said = tuple(_wrote(each, slot) if each else "" for each in (before, ours, theirs))
    heads_said = (said[0], said[1], said[2])
    if ours.answer is None or theirs.answer is None:
        first = _whole(slot, before) if before is not None else None
        field = Field(ALL, WHOLE, first, _whole(slot, ours), _whole(slot, theirs))
        return Dispute(slot, mark, heads_said, (field,), (), own=own)
    names = differing(ours.answer, theirs.answer)
    fields = tuple(_field(slot, each, before, ours, theirs) for each in names)
    alike = [each for each in ("status", "stage", *SHOWN_TEXTS, "direction", "budget", "discuss") if each not in names]
    words = [(FIELDS[each], field_words(slot, ours.answer, each)) for each in alike]
    same = tuple(each for each in words if each[1] not in (NOTHING, "報告"))
    return Dispute(slot, mark, heads_said, fields, same, own=own)


def _field(slot: Disputed, field: str, before: Revision | None, ours: Revision, theirs: Revision) -> Field:
    def side(revision: Revision) -> Side:
        answer = revision.answer
        if answer is None:
            return Side(WITHDRAWN)
        status = as_status(answer.status) if field == "status" and answer.status else None
        return Side(field_words(slot, answer, field), status)

    first = side(before) if before is not None else None
    return Field(field, FIELDS.get(field, field), first, side(ours), side(theirs), joinable=field in TEXT_FIELDS)


def _whole(slot: Disputed, revision: Revision) -> Side:
    """A whole answer in one field: what it says was done."""
    if revision.answer is None:
        return Side(WITHDRAWN)
    status = as_status(revision.answer.status) if revision.answer.status else None
    return Side(field_words(slot, revision.answer, "results"), status)


def _wrote(revision: Revision, slot: Disputed) -> str:
    """When a version was written, and by whom; which of several persons of the secretariat matters in 取りまとめ."""
    who = secretariat(revision.author.name) if slot.department is None else SECRETARIAT
    if revision.author.role != "secretariat" and slot.department is not None:
        who = slot.department.name
    return wrote(day_of(revision.moment), who, KINDS[revision.kind])


def _of_reviews(slot: Disputed, head: Revision) -> Dispute:
    """受理 and 差戻し of the same answer."""
    found = review_heads(slot.reviews, head.id)
    accepted = next(each for each in found if each.kind == "accept")
    returned = next(each for each in found if each.kind == "return")
    sides = (Side(VERDICTS["accept"]), Side(f"{VERDICTS['return']}：{returned.question}"))
    said = [wrote(day_of(each.moment), SECRETARIAT, "") for each in (accepted, returned)]
    field = Field(REVIEW, VERDICT, None, *sides)
    mark = ",".join(sorted(each.id for each in found))
    return Dispute(slot, mark, ("", said[0], said[1]), (field,), (), (accepted, returned))


def field_words(slot: Disputed, answer: Answer, field: str) -> str:
    """The value of a field as people read it."""
    value = getattr(answer, field)
    if field == "status" and value:
        return slot.settings.status_word(value)
    if field == "stage":
        return slot.settings.stage_word(value) or NOTHING
    if field == "discuss":
        return DISCUSS[value]
    if field == "indicators":
        words = [
            f"{each.name} {text}"
            for each in slot.unit.indicators
            if (text := reading_words(slot.unit, answer, each.id))
        ]
        return "、".join(words) or NOTHING
    if isinstance(value, Budget):
        return budget_words(value) or NOTHING
    if isinstance(value, bool):
        return "公表する" if value else "公表しない"
    if isinstance(value, tuple):
        return f"{len(value)}件"
    return str(value) if value else NOTHING
