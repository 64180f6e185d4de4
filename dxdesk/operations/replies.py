"""Writing, submitting and withdrawing answers: what a department does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, insert
from sqlalchemy.dialects import postgresql, sqlite

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.drafts import missing_fields, with_field, with_indicator
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.merge import SlotView, ancestors, review_heads, split_known
from dxdesk.domain.plans import Department, Node
from dxdesk.domain.records import canonical
from dxdesk.domain.replies import Answer, Review, Revision
from dxdesk.domain.text import NAME_CHARACTERS, check_line
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.store import tables
from dxdesk.store.queries import cycles, finding, plans, replies


@dataclass(frozen=True)
class Place:
    """A slot found: the cycle, the unit's node and the department."""

    cycle: Cycle
    unit: Node
    department: Department

    @property
    def words(self) -> str:
        """How the slot is named in messages and in the audit chain."""
        return f"{self.unit.code} {self.department.name}"


def find_place(change: Change, cycle: Cycle, code: str, department: str | None = None) -> Place:
    """The slot of a unit and a department; the only one asked (or acted for) where none is named. Raises Problem."""
    unit = plans.plan(change.connection, cycle.plan_revision).unit(code)
    asked = cycles.asked(change.connection, cycle.id).get(unit.id, ())
    by_id = {each.id: each for each in plans.departments(change.connection)}
    if department is not None:
        found = finding.department(change.connection, department)
        old = next((each for each in asked if by_id[each].successor == found.id), None)
        if found.id not in asked and old is not None:
            return Place(cycle, unit, by_id[old])
    else:
        own = [each for each in asked if each in change.actor.departments] or list(asked)
        if len(own) != 1:
            names = "、".join(by_id[each].name for each in asked)
            raise Problem("department.which", "department", {"code": unit.code or "", "near": names})
        found = by_id[own[0]]
    if found.id not in asked:
        names = "、".join(by_id[each].name for each in asked)
        values = {"code": unit.code or "", "department": found.name, "near": names or "（なし）"}
        raise Problem("slot.not_asked", "department", values, kind="rule")
    return Place(cycle, unit, found)


def last_answer(revisions: Sequence[Revision], view: SlotView) -> tuple[str | None, Answer | None]:
    """The head a new draft starts from and the last content said before it (a withdrawal has none of its own)."""
    if not view.heads:
        return None, None
    head = view.heads[0]
    if head.answer is not None:
        return head.id, head.answer
    known, _ = split_known(list(revisions))
    older = [known[each] for each in sorted(ancestors(known, head.id)) if known[each].answer is not None]
    return head.id, older[-1].answer if older else None


def start_answer(change: Change, place: Place) -> tuple[str | None, Answer]:
    """What a slot's form shows before anything is typed: the last content of this cycle, else only the stage of the
    cycle before. Raises Problem while the slot has a くいちがい."""
    revisions = [
        each
        for each in replies.revisions(change.connection, place.cycle.id, place.unit.id)
        if each.department == place.department.id
    ]
    view = replies.slot(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if len(view.heads) > 1:
        raise rule("slot.conflict", "department", place=place.words)
    head, answer = last_answer(revisions, view)
    return head, answer or Answer(stage=previous_stage(change, place))


def previous_stage(change: Change, place: Place) -> str | None:
    """The stage of this department's counted answer in the cycle before, else of the unit."""
    if place.cycle.previous is None:
        return None
    before = cycles.cycle(change.connection, place.cycle.previous)
    view = replies.views(change.connection, before).get(place.unit.id)
    if view is None:
        return None
    found = view.answers.get(place.department.id) or view.counted
    return found.answer.stage if found and found.answer else None


def record_draft(
    change: Change,
    place: Place,
    fields: Mapping[str, object],
    indicators: Mapping[str, str] | None = None,
) -> Outcome:
    """Changes the given fields of a slot's draft; the others stay as they are. Drafts are not in the audit chain.

    Raises Problem naming the field; then nothing is changed.
    """
    change.allow("draft", department=place.department.id, open_cycle=place.cycle.open)
    draft = replies.draft(change.connection, place.cycle.id, place.unit.id, place.department.id)
    base, answer = (draft.base, draft.answer) if draft else start_answer(change, place)
    settings = plans.settings(change.connection, place.cycle.settings_revision)[1]
    for field, value in fields.items():
        answer = with_field(answer, field, value, settings)
    for name, typed in (indicators or {}).items():
        answer = with_indicator(answer, place.unit, name, typed)
    save_draft(change, place, base, answer)
    return Outcome("record", f"{place.unit.id}/{place.department.id}", place.words)


def save_draft(change: Change, place: Place, base: str | None, answer: Answer, *, submitted: bool = False) -> None:
    """Stores a draft as it is; the caller has checked it."""
    change.allow("draft", department=place.department.id, open_cycle=place.cycle.open)
    values = {
        "answer": canonical(answer.record()),
        "base": base,
        "submitted": int(submitted),
        "moment": change.moment,
    }
    table = tables.drafts
    dialect = sqlite if change.connection.dialect.name == "sqlite" else postgresql
    change.connection.execute(
        dialect.insert(table)
        .values(cycle=place.cycle.id, unit=place.unit.id, department=place.department.id, **values)
        .on_conflict_do_update(index_elements=["cycle", "unit", "department"], set_=values)
    )
    change.touched |= Touched.DRAFTS


def discard_draft(change: Change, place: Place) -> None:
    """Takes a slot's draft away."""
    table = tables.drafts
    change.connection.execute(
        delete(table).where(
            table.c.cycle == place.cycle.id,
            table.c.unit == place.unit.id,
            table.c.department == place.department.id,
        )
    )
    change.touched |= Touched.DRAFTS


def add_revision(change: Change, revision: Revision, operation: str, subject: str) -> str:
    """Appends a revision with its row of the audit chain and returns its id; saying it again changes nothing."""
    known = {each.id for each in replies.revisions(change.connection, revision.cycle, revision.unit)}
    if revision.id in known:
        return revision.id
    sequence = change.enter(operation, subject, Touched.REPLIES, before=list(revision.parents), after=revision.id)
    change.connection.execute(
        insert(tables.revisions).values(
            id=revision.id,
            cycle=revision.cycle,
            unit=revision.unit,
            department=revision.department,
            kind=revision.kind,
            record=canonical(revision.record()),
            audit_sequence=sequence,
        )
    )
    return revision.id


def add_review(change: Change, review: Review, operation: str, subject: str) -> str:
    """Appends a review with its row of the audit chain and returns its id."""
    sequence = change.enter(operation, subject, Touched.REPLIES, before=review.target, after=review.id)
    change.connection.execute(
        insert(tables.reviews).values(
            id=review.id,
            cycle=review.cycle,
            unit=review.unit,
            department=review.department,
            target=review.target,
            kind=review.kind,
            record=canonical(review.record()),
            audit_sequence=sequence,
        )
    )
    return review.id


def submit(change: Change, place: Place) -> Outcome:
    """Turns a complete draft into an answer based on the head it started from. Raises Problem (draft.none,
    draft.incomplete with the missing fields)."""
    change.allow("submit", department=place.department.id, open_cycle=place.cycle.open)
    draft = replies.draft(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if draft is None:
        raise rule("draft.none", "initiative", place=place.words)
    missing = missing_fields(draft.answer)
    if missing:
        problems = [Problem(f"missing.{field}", field, {"place": place.words}) for field in missing]
        raise Problem("draft.incomplete", place.words, {"place": place.words}, problems=problems)
    answer = draft.answer
    if place.department.id not in change.actor.departments and change.actor.departments:
        answer = replace(answer, answered_for=place.department.id)
    revision = Revision(
        kind="answer",
        cycle=place.cycle.id,
        unit=place.unit.id,
        department=place.department.id,
        parents=(draft.base,) if draft.base else (),
        answer=answer,
        author=change.author,
        moment=change.moment,
    )
    identity = add_revision(change, revision, "submit", place.words)
    discard_draft(change, place)
    return Outcome("submit", identity, place.words)


@dataclass(frozen=True)
class Unfinished:
    """A draft that could not go: its slot in words and the fields that are missing."""

    place: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class HandedIn:
    """What a hand-in took along and what stayed behind."""

    submitted: tuple[Outcome, ...]
    incomplete: tuple[Unfinished, ...]


def hand_in(change: Change, cycle: Cycle, department: str | None = None) -> HandedIn:
    """Submits every complete draft, of one department or of all the actor may act for; incomplete ones are listed.

    Raises Problem (hand_in.nothing) where none could go.
    """
    wanted = finding.department(change.connection, department).id if department else None
    plan = plans.plan(change.connection, cycle.plan_revision)
    by_id = {each.id: each for each in plans.departments(change.connection)}
    submitted: list[Outcome] = []
    incomplete: list[Unfinished] = []
    for draft in replies.drafts(change.connection, cycle.id, wanted):
        place = Place(cycle, plan.by_id[draft.unit], by_id[draft.department])
        if wanted is None and change.actor.departments and place.department.id not in change.actor.departments:
            continue
        change.allow("hand_over", department=place.department.id, open_cycle=cycle.open)
        missing = missing_fields(draft.answer)
        if missing:
            incomplete.append(Unfinished(place.words, missing))
        else:
            submitted.append(submit(change, place))
    if not submitted:
        change.allow("hand_over", department=wanted, open_cycle=cycle.open)
        waiting = "、".join(each.place for each in incomplete)
        problems = [
            Problem(f"missing.{field}", each.place, {"place": each.place})
            for each in incomplete
            for field in each.missing
        ]
        raise Problem("hand_in.nothing", "department", {"incomplete": waiting}, kind="rule", problems=problems)
    return HandedIn(tuple(submitted), tuple(incomplete))


def withdraw(change: Change, place: Place) -> Outcome:
    """Takes back the newest answer of a slot, until it has been reviewed. An older accepted one counts on.

    Raises Problem: nothing submitted, accepted already, or a くいちがい.
    """
    change.allow("withdraw", department=place.department.id, open_cycle=place.cycle.open)
    view = replies.slot(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if view.state == "conflict":
        raise rule("slot.conflict", "department", place=place.words)
    if view.state == "accepted":
        raise rule("withdraw.reviewed", "initiative", place=place.words)
    if view.state not in ("submitted", "returned") or view.heads[0].kind == "withdraw":
        raise rule("withdraw.nothing", "initiative", place=place.words)
    revision = Revision(
        kind="withdraw",
        cycle=place.cycle.id,
        unit=place.unit.id,
        department=place.department.id,
        parents=(view.heads[0].id,),
        answer=None,
        author=change.author,
        moment=change.moment,
    )
    return Outcome("withdraw", add_revision(change, revision, "withdraw", place.words), place.words)


def confirm(change: Change, place: Place, *, by: str, title: str | None = None) -> Outcome:
    """所属長確認 of the newest answer of a slot. It never contradicts a review. Raises Problem."""
    change.allow("confirm", department=place.department.id, open_cycle=place.cycle.open)
    name = check_line(by, "by", characters=NAME_CHARACTERS)
    if not name:
        raise Problem("confirm.name", "by")
    view = replies.slot(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if len(view.heads) > 1:
        raise rule("slot.conflict", "department", place=place.words)
    if not view.heads or view.heads[0].kind == "withdraw":
        raise rule("confirm.nothing", "initiative", place=place.words)
    review = Review(
        kind="confirm",
        cycle=place.cycle.id,
        unit=place.unit.id,
        department=place.department.id,
        target=view.heads[0].id,
        after=(),
        author=change.author,
        moment=change.moment,
        name=name,
        title=check_line(title, "title", characters=NAME_CHARACTERS) if title else None,
        date=change.moment[:10],
    )
    return Outcome("confirm", add_review(change, review, "confirm", place.words), place.words)


def heads_of(change: Change, place: Place, target: str) -> tuple[str, ...]:
    """The review heads of a revision as they stand now: what the next review names in ``after``."""
    said = replies.slot_reviews(change.connection, place.cycle.id, place.unit.id, place.department.id)
    return tuple(each.id for each in review_heads(said, target))
