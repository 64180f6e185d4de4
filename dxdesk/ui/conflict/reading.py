"""くいちがい of a cycle as plain values: the list, and the chosen one field by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.desk import Desk
from dxdesk.domain.collection import SlotKey
from dxdesk.domain.drafts import NOT_SHOWN, TEXT_FIELDS
from dxdesk.domain.merge import review_heads
from dxdesk.domain.replies import Answer, Review, Revision
from dxdesk.domain.settling import differing, origin
from dxdesk.domain.sheets import number
from dxdesk.domain.statuses import Status, as_status
from dxdesk.store.queries.collection import Collection
from dxdesk.ui.collect.slot import DISCUSS, Slot, read_slot, reading_words
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.words import day_of
from dxdesk.wording import FIELDS
from dxdesk.wording_conflict import KINDS, NOTHING, SECRETARIAT, VERDICT, VERDICTS, WHOLE, WITHDRAWN, wrote

SHOWN_TEXTS = tuple(each for each in TEXT_FIELDS if each not in NOT_SHOWN)
ALL, REVIEW = "all", "review"
"""Fields of their own: the whole answer where one side took it back, and what the reviews say."""


@dataclass(frozen=True)
class Entry:
    """One くいちがい in the list: its slot, the unit, the department, and how many places differ."""

    key: SlotKey
    unit: str
    department: str
    places: int


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

    slot: Slot
    mark: str
    heads: tuple[str, str, str]
    fields: tuple[Field, ...]
    same: tuple[tuple[str, str], ...]
    reviews: tuple[Review, ...] = ()
    own: bool = False


def entries(source: Collection) -> tuple[Entry, ...]:
    """Every くいちがい of a cycle, in the plan's order."""
    names = {each.id: each.name for each in source.departments}
    found = []
    for unit, department in source.collected.places({"conflict"}):
        node, view = source.plan.by_id[unit], source.views[unit].slots[department]
        words = f"{number(node)}　{short_name(node)}"
        found.append(Entry((unit, department), words, names[department], _places(view.heads)))
    return tuple(found)


def _places(heads: Sequence[Revision]) -> int:
    answers = [each.answer for each in heads[:2]]
    if len(answers) < 2 or answers[0] is None or answers[1] is None:
        return 1
    return len(differing(answers[0], answers[1]))


def read_dispute(desk: Desk, source: Collection, key: SlotKey) -> Dispute | None:
    """The くいちがい of a slot; None where there is none any more."""
    slot = read_slot(desk, source, key)
    if slot is None or slot.cell.state != "conflict":
        return None
    if slot.head is not None:
        return _of_reviews(slot)
    heads = {each.id for each in slot.view.heads}
    ours, theirs = [each for each in slot.story.revisions if each.id in heads][:2]
    before = origin(slot.story.revisions, ours, theirs)
    mark, own = f"{ours.id},{theirs.id}", ours.author.role == "secretariat"
    said = tuple(_wrote(each, slot) if each else "" for each in (before, ours, theirs))
    heads_said = (said[0], said[1], said[2])
    if ours.answer is None or theirs.answer is None:
        first = _whole(slot, before) if before is not None else None
        field = Field(ALL, WHOLE, first, _whole(slot, ours), _whole(slot, theirs))
        return Dispute(slot, mark, heads_said, (field,), (), own=own)
    names = differing(ours.answer, theirs.answer)
    fields = tuple(_field(slot, each, before, ours, theirs) for each in names)
    alike = [each for each in ("status", "stage", *SHOWN_TEXTS, "discuss") if each not in names]
    words = [(FIELDS[each], field_words(slot, ours.answer, each)) for each in alike]
    same = tuple(each for each in words if each[1] not in (NOTHING, "報告"))
    return Dispute(slot, mark, heads_said, fields, same, own=own)


def _field(slot: Slot, field: str, before: Revision | None, ours: Revision, theirs: Revision) -> Field:
    def side(revision: Revision) -> Side:
        answer = revision.answer
        if answer is None:
            return Side(WITHDRAWN)
        status = as_status(answer.status) if field == "status" and answer.status else None
        return Side(field_words(slot, answer, field), status)

    first = side(before) if before is not None else None
    return Field(field, FIELDS.get(field, field), first, side(ours), side(theirs), joinable=field in TEXT_FIELDS)


def _whole(slot: Slot, revision: Revision) -> Side:
    """A whole answer in one field: what it says was done."""
    if revision.answer is None:
        return Side(WITHDRAWN)
    status = as_status(revision.answer.status) if revision.answer.status else None
    return Side(field_words(slot, revision.answer, "results"), status)


def _wrote(revision: Revision, slot: Slot) -> str:
    who = SECRETARIAT if revision.author.role == "secretariat" else slot.department.name
    return wrote(day_of(revision.moment), who, KINDS[revision.kind])


def _of_reviews(slot: Slot) -> Dispute:
    """受理 and 差戻し of the same answer."""
    head = slot.head
    assert head is not None
    found = review_heads(slot.story.reviews, head.id)
    accepted = next(each for each in found if each.kind == "accept")
    returned = next(each for each in found if each.kind == "return")
    sides = (Side(VERDICTS["accept"]), Side(f"{VERDICTS['return']}：{returned.question}"))
    said = [wrote(day_of(each.moment), SECRETARIAT, "") for each in (accepted, returned)]
    field = Field(REVIEW, VERDICT, None, *sides)
    mark = ",".join(sorted(each.id for each in found))
    return Dispute(slot, mark, ("", said[0], said[1]), (field,), (), (accepted, returned))


def field_words(slot: Slot, answer: Answer, field: str) -> str:
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
            f"{each.name} {text}" for each in slot.unit.indicators if (text := reading_words(slot, answer, each.id))
        ]
        return "、".join(words) or NOTHING
    if isinstance(value, bool):
        return "公表する" if value else "公表しない"
    if isinstance(value, tuple):
        return f"{len(value)}件"
    return str(value) if value else NOTHING
