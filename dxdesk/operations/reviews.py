"""Accepting, returning, drawing together, settling and correcting: what the secretariat does with answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final, cast

from dxdesk.domain.consolidation import status_of, used
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import forerunners
from dxdesk.domain.drafts import FIELDS, NOT_SHOWN, missing_fields, with_field
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.merge import review_heads, verdict
from dxdesk.domain.next_year import needs_direction
from dxdesk.domain.replies import Answer, Review, ReviewKind, Revision, RevisionKind
from dxdesk.domain.settings import Settings
from dxdesk.domain.settling import Choice, Decision, settled
from dxdesk.domain.text import check_text
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.consolidation import accepted_answers, add_consolidation, check_complete, unit_view
from dxdesk.operations.replies import find_place
from dxdesk.operations.slots import Place, add_review, add_revision, allow_in, heads_of
from dxdesk.store.queries import collection, cycles, finding, plans, replies
from dxdesk.store.queries.delivered import packed


def _head(change: Change, place: Place) -> Revision:
    """The one head of a slot that can be reviewed. Raises Problem where there is none or several."""
    view = replies.slot(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if len(view.heads) > 1:
        raise rule("slot.conflict", "department", place=place.words)
    if view.state == "waiting":
        raise rule("slot.waiting", "department", place=place.words)
    if not view.heads or view.state == "withdrawn":
        raise rule("review.nothing", "department", place=place.words)
    return view.heads[0]


def accept_reply(change: Change, place: Place) -> Outcome:
    """受理: the newest answer (or withdrawal) of a slot counts from now on. Raises Problem."""
    allow_in(change, place.cycle, "review")
    head = _head(change, place)
    if replies.slot(change.connection, place.cycle.id, place.unit.id, place.department.id).state == "accepted":
        raise rule("review.accepted_already", "department", place=place.words)
    review = _review(change, place, "accept", head.id)
    return Outcome("accept", add_review(change, review, "accept", place.words), place.words)


def _review(change: Change, place: Place, kind: ReviewKind, target: str) -> Review:
    return Review(
        kind=kind,
        cycle=place.cycle.id,
        unit=place.unit.id,
        department=place.department.id,
        target=target,
        after=heads_of(change, place, target),
        author=change.author,
        moment=change.moment,
    )


def accept_all(
    change: Change, cycle: Cycle, *, department: str | None = None, code: str | None = None
) -> tuple[Outcome, ...]:
    """受理 of every slot with one unreviewed answer, in the plan's order; only of one department (with those it took
    over from), of one unit, or of both where they are named. Raises Problem where there is none."""
    allow_in(change, cycle, "review")
    plan = plans.plan(change.connection, cycle.plan_revision)
    known = plans.departments(change.connection)
    by_id = {each.id: each for each in known}
    named = finding.department(change.connection, department) if department else None
    wanted = set(forerunners(known, named.id)) if named else set(by_id)
    units = (plan.unit(code),) if code else plan.units
    views = replies.live_views(change.connection, cycle)
    done = [
        accept_reply(change, Place(cycle, unit, by_id[each]))
        for unit in units
        if unit.id in views
        for each, slot in views[unit.id].slots.items()
        if slot.state == "submitted" and each in wanted
    ]
    if not done:
        looked_at = (cycle.name, named.name if named else None, units[0].code if code else None)
        raise rule("review.none_submitted", "cycle", cycle="　".join(each for each in looked_at if each))
    return tuple(done)


def return_reply(change: Change, place: Place, returned: Sequence[str], question: str) -> Outcome:
    """差戻し of the newest answer, naming fields and asking a question. Raises Problem."""
    allow_in(change, place.cycle, "review")
    head = _head(change, place)
    if head.kind == "correct":
        raise rule("review.correction", "department", place=place.words)
    unknown = [each for each in returned if each not in FIELDS]
    if unknown or not returned:
        raise Problem("field.unknown", "field", {"text": "、".join(unknown), "near": "、".join(FIELDS)})
    text = check_text(question, "reason").strip()
    if not text:
        raise Problem("return.question", "reason")
    review = replace(_review(change, place, "return", head.id), fields=tuple(dict.fromkeys(returned)), question=text)
    return Outcome("return", add_review(change, review, "return", place.words), place.words)


def undo_review(change: Change, place: Place) -> Outcome:
    """Takes the last 受理 or 差戻し of a slot's newest answer back; what stood before stands again. Raises Problem."""
    allow_in(change, place.cycle, "review")
    view = replies.slot(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if len(view.heads) > 1:
        raise rule("slot.conflict", "department", place=place.words)
    said = replies.slot_reviews(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if not view.heads or verdict(said, view.heads[0].id) is None:
        raise rule("review.nothing", "department", place=place.words)
    heads = review_heads(said, view.heads[0].id)
    if any(each.kind == "return" and packed(change.connection, each.id) for each in heads):
        raise rule("undo.packed", "department", place=place.words)
    review = _review(change, place, "undone", view.heads[0].id)
    return Outcome("undo review", add_review(change, review, "undo review", place.words), place.words)


CORRECTED: Final = {
    "status": "状況",
    "stage": "段階",
    "results": "実績",
    "issues": "課題",
    "next": "次にすること",
    "ask": "決めてほしいこと",
}
"""What a correction is about, as 操作の履歴 names it."""


def _shown(answer: Answer, field: str, value: object, settings: Settings) -> Answer:
    """The answer with one field changed that the meeting may see. Raises Problem."""
    if field in NOT_SHOWN:
        near = "、".join(each for each in FIELDS if each not in NOT_SHOWN)
        raise Problem("field.unknown", field, {"text": field, "near": near})
    return with_field(answer, field, value, settings)


def consolidate(
    change: Change,
    cycle: Cycle,
    code: str,
    *,
    use: str | None = None,
    values: Mapping[str, object] | None = None,
    seen: Collection[str] | None = None,
) -> Outcome:
    """取りまとめ of a unit: one department's accepted answer as it is (``use``) with what others wish to discuss, the
    given fields, or both. 該当しない of one department is not used for the whole.

    Everything accepted at this moment is its source. Needs at least one accepted answer. ``seen`` as ``built_on`` has
    it. Raises Problem.
    """
    allow_in(change, cycle, "consolidate")
    unit = plans.plan(change.connection, cycle.plan_revision).unit(code)
    view = unit_view(change, cycle, unit)
    accepted = accepted_answers(view, unit)
    answer = Answer()
    if use is not None:
        department = finding.department(change.connection, use)
        chosen = accepted.get(department.id)
        if chosen is None or chosen.answer is None:
            raise rule("consolidate.not_accepted", "use", department=department.name, code=unit.code or "")
        names = {each.id: each.name for each in cycles.departments(change.connection, cycle)}
        if chosen.answer.status == "na":
            others = "、".join(names[each] for each, said in accepted.items() if status_of(said) != "na")
            problem = "consolidate.not_concerned" if others else "consolidate.nobody_concerned"
            raise rule(problem, "use", department=department.name, others=others, code=unit.code or "")
        answer = used(accepted, department.id, names)
        check_text(answer.ask or "", "ask")
    settings = plans.settings(change.connection, cycle.settings_revision)[1]
    for field, value in (values or {}).items():
        answer = _shown(answer, field, value, settings)
    return add_consolidation(change, cycle, unit, view, answer, seen)


def withdraw_consolidation(change: Change, cycle: Cycle, code: str) -> Outcome:
    """Takes a 取りまとめ back; the unit says again what its departments say. Raises Problem."""
    allow_in(change, cycle, "consolidate")
    unit = plans.plan(change.connection, cycle.plan_revision).unit(code)
    view = replies.slot(change.connection, cycle.id, unit.id, None)
    if view.disputed:
        raise rule("slot.conflict", "initiative", place=f"{unit.code} 取りまとめ")
    if view.counted is None:
        raise rule("consolidate.none", "initiative", code=unit.code or "")
    revision = Revision(
        kind="withdraw",
        cycle=cycle.id,
        unit=unit.id,
        department=None,
        parents=tuple(each.id for each in view.heads),
        answer=None,
        author=change.author,
        moment=change.moment,
    )
    identity = add_revision(change, revision, "withdraw", f"{unit.code} 取りまとめ")
    return Outcome("withdraw", identity, unit.code or "")


def settle(change: Change, cycle: Cycle, code: str, department: str | None, choices: Mapping[str, Decision]) -> Outcome:
    """くいちがい of a slot, decided field by field: ours is what was on file first, theirs what arrived later.

    Every differing field needs its choice; ``both`` puts two texts under each other, a text of one's own (Own)
    takes the place of both. Where one side is a withdrawal
    the choice is for ``all``. ``department`` None is the unit's 取りまとめ. Raises Problem.
    """
    allow_in(change, cycle, "review" if department else "consolidate")
    unit = plans.plan(change.connection, cycle.plan_revision).unit(code)
    place = find_place(change, cycle, code, department) if department else None
    slot_department = place.department.id if place else None
    subject = place.words if place else f"{unit.code} 取りまとめ"
    view = replies.slot(change.connection, cycle.id, unit.id, slot_department)
    if len(view.heads) < 2:
        raise rule("settle.nothing", "initiative", place=subject)
    ours, theirs = collection.in_order_of_arrival(change.connection, view.heads)[:2]
    kind: RevisionKind = "settle"
    if ours.answer is None or theirs.answer is None:
        chosen = _whole(choices, ours, theirs)
        kind, answer = ("withdraw", None) if chosen.answer is None else ("settle", chosen.answer)
    else:
        answer = settled(choices, ours.answer, theirs.answer)
        check_complete(answer, subject)
    revision = Revision(
        kind=kind,
        cycle=cycle.id,
        unit=unit.id,
        department=slot_department,
        parents=(ours.id, theirs.id),
        answer=answer,
        author=change.author,
        moment=change.moment,
    )
    return Outcome("settle", add_revision(change, revision, "settle", subject), subject)


def _whole(choices: Mapping[str, Decision], ours: Revision, theirs: Revision) -> Revision:
    chosen = choices.get("all")
    if chosen not in ("ours", "theirs"):
        raise rule("settle.whole", "field")
    return ours if chosen == "ours" else theirs


def correct(change: Change, cycle: Cycle, code: str, field: str, value: object) -> tuple[Outcome, Revision, Revision]:
    """席上修正: changes one field of what counts for a unit; it counts at once and its only parent is what counted.

    Returns the outcome, the revision before and the new one. Raises Problem where nothing counts yet.
    """
    change.allow("record")
    if not cycles.cycle(change.connection, cycle.id).open:
        raise rule("cycle.closed", "cycle")
    unit = plans.plan(change.connection, cycle.plan_revision).unit(code)
    view = unit_view(change, cycle, unit)
    if view.consolidation.disputed:
        raise rule("slot.conflict", "initiative", place=f"{unit.code} 取りまとめ")
    counted = view.counted
    if counted is None or counted.answer is None:
        raise rule("correct.nothing", "initiative", code=unit.code or "")
    settings = plans.settings(change.connection, cycle.settings_revision)[1]
    answer = _shown(counted.answer, field, value, settings)
    if field in missing_fields(answer, direction=needs_direction(cycle)):
        raise Problem(f"missing.{field}", field, {"place": unit.code or ""})
    revision = Revision(
        kind="correct",
        cycle=cycle.id,
        unit=unit.id,
        department=counted.department,
        parents=(counted.id,),
        answer=answer,
        author=change.author,
        moment=change.moment,
    )
    subject = " ".join(each for each in (unit.code, unit.short_name or unit.name) if each)
    identity = add_revision(change, revision, "correct", f"{subject}（{CORRECTED.get(field, field)}）")
    return Outcome("correct", identity, unit.code or ""), counted, revision


def choice(typed: str) -> Choice:
    """ours, theirs or both. Raises Problem."""
    if typed not in ("ours", "theirs", "both"):
        raise Problem("settle.choice", "field", {"text": typed})
    return cast(Choice, typed)
