"""Writing, submitting and withdrawing answers: what a department does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.elements import ColumnElement

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import forerunners, heirs
from dxdesk.domain.drafts import missing_fields, with_field, with_indicator
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.lineage import unit_line
from dxdesk.domain.merge import SlotView
from dxdesk.domain.next_year import needs_direction
from dxdesk.domain.records import canonical
from dxdesk.domain.replies import Answer, ConfirmedBy, Revision, confirmation
from dxdesk.domain.text import NAME_CHARACTERS, check_line
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.slots import Place as Place  # noqa: PLC0414 - whoever writes answers names their slot from here
from dxdesk.operations.slots import acting_for, add_review, add_revision, allow_in, author_in
from dxdesk.store import tables
from dxdesk.store.queries import cycles, finding, packages, plans, replies


def find_place(change: Change, cycle: Cycle, code: str, department: str | None = None) -> Place:
    """The slot of a unit and a department; the only one asked (or acted for) where none is named.

    A department that took over from one that was asked finds the slot of that one. Raises Problem.
    """
    unit = plans.plan(change.connection, cycle.plan_revision).unit(code)
    asked = cycles.asked(change.connection, cycle.id).get(unit.id, ())
    known = plans.departments(change.connection)
    by_id = {each.id: each for each in known}
    named = finding.department(change.connection, department) if department is not None else None
    if named is None:
        own = [each for each in asked if acting_for(change, each) in change.actor.departments] or list(asked)
    elif named.id in asked:
        own = [named.id]
    else:
        own = [each for each in asked if named.id in heirs(known, each)]
    names = "、".join(by_id[each].name for each in own or asked)
    if named is not None and not own:
        values = {"code": unit.code or "", "department": named.name, "near": names or "（なし）"}
        raise Problem("slot.not_asked", "department", values, kind="rule")
    if not own:
        raise rule("unit.not_asked", "initiative", code=unit.code or "")
    if len(own) > 1:
        raise Problem("department.which", "department", {"code": unit.code or "", "near": names})
    return Place(cycle, unit, by_id[own[0]], named if named is not None and named.id != own[0] else None)


def last_answer(revisions: Sequence[Revision], view: SlotView) -> tuple[str | None, Answer | None]:
    """The head a new draft starts from and the last content said before it (a withdrawal has none of its own)."""
    if not view.heads:
        return None, None
    by_id = {each.id: each for each in revisions}
    newest = [view.heads[0]]
    while newest and all(each.answer is None for each in newest):
        before = sorted({parent for each in newest for parent in each.parents if parent in by_id})
        newest = [by_id[each] for each in before]
    return view.heads[0].id, next((each.answer for each in newest if each.answer is not None), None)


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
    """The stage of what counted in the cycle before for this department or one it took over from, else of the unit."""
    if place.cycle.previous is None:
        return None
    before = cycles.cycle(change.connection, place.cycle.previous)
    plan = plans.plan(change.connection, place.cycle.plan_revision)
    units = unit_line(plan, place.unit.id)
    found_views = (replies.views(change.connection, before, each).get(each) for each in units)
    view = next((each for each in found_views if each is not None), None)
    if view is None:
        return None
    line = forerunners(plans.departments(change.connection), place.department.id)
    found = next((view.answers[each] for each in line if view.answers.get(each)), view.counted)
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
    allow_in(change, place.cycle, "draft", place.department.id)
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
    """Stores a draft as it is; the caller has checked it. 所属長確認 is of what was submitted: other words lose it."""
    allow_in(change, place.cycle, "draft", place.department.id)
    if not submitted:
        answer = replace(answer, confirmed_by=None)
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
    """Takes a slot's draft away. Raises Problem."""
    allow_in(change, place.cycle, "draft", place.department.id)
    change.connection.execute(delete(tables.drafts).where(*_slot_of(place)))
    change.touched |= Touched.DRAFTS


def _slot_of(place: Place) -> tuple[ColumnElement[bool], ...]:
    table = tables.drafts
    return (
        table.c.cycle == place.cycle.id,
        table.c.unit == place.unit.id,
        table.c.department == place.department.id,
    )


def submit(change: Change, place: Place) -> Outcome:
    """Turns a complete draft into an answer based on the head it started from; on a liaison's database it is only
    marked, and becomes one when it is handed over. Raises Problem (draft.none, draft.incomplete with the missing
    fields)."""
    if plans.identity(change.connection).kind == "secretariat":
        return Outcome("submit", make_answer(change, place).id, place.words)
    draft = _complete_draft(change, place)
    save_draft(change, place, draft.base, draft.answer, submitted=True)
    return Outcome("submit", f"{place.unit.id}/{place.department.id}", place.words)


def make_answer(change: Change, place: Place) -> Revision:
    """The answer that a complete draft is, based on the head it started from. Raises Problem as ``submit``."""
    draft = _complete_draft(change, place)
    acting = acting_for(change, place.department.id)
    if place.answering is not None and acting == place.department.id:
        acting = place.answering.id
    answered_for = acting if acting != place.department.id else None
    revision = Revision(
        kind="answer",
        cycle=place.cycle.id,
        unit=place.unit.id,
        department=place.department.id,
        parents=(draft.base,) if draft.base else (),
        answer=replace(draft.answer, answered_for=answered_for, confirmed_by=None),
        author=author_in(change, place.department.id),
        moment=change.moment,
    )
    add_revision(change, revision, "submit", place.words)
    discard_draft(change, place)
    return revision


def _complete_draft(change: Change, place: Place) -> replies.Draft:
    allow_in(change, place.cycle, "submit", place.department.id)
    draft = replies.draft(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if draft is None:
        raise rule("draft.none", "initiative", place=place.words)
    missing = missing_fields(draft.answer, direction=needs_direction(place.cycle))
    if missing:
        problems = [Problem(f"missing.{field}", field, {"place": place.words}) for field in missing]
        raise Problem("draft.incomplete", place.words, {"place": place.words}, problems=problems)
    return draft


def withdraw(change: Change, place: Place) -> Outcome:
    """Takes back the newest answer of a slot, until it has been reviewed. An older accepted one counts on.

    Its words become the slot's draft, ready to be handed in again; a draft begun since keeps its own and follows too.
    Raises Problem: nothing submitted, accepted or returned already, a くいちがい or one that was settled, or an answer
    that a department sent.
    """
    allow_in(change, place.cycle, "withdraw", place.department.id)
    draft = replies.draft(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if draft is not None and draft.submitted:  # not handed over yet: nobody else has it
        save_draft(change, place, draft.base, replace(draft.answer, confirmed_by=None))
        return Outcome("withdraw", f"{place.unit.id}/{place.department.id}", place.words)
    view = replies.slot(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if view.state == "conflict":
        raise rule("slot.conflict", "department", place=place.words)
    if view.state in ("accepted", "returned"):
        raise rule("withdraw.reviewed", "initiative", place=place.words)
    if view.state != "submitted" or view.heads[0].kind == "withdraw":
        raise rule("withdraw.nothing", "initiative", place=place.words)
    if plans.identity(change.connection).kind == "secretariat":
        _check_said_here(change, place, view.heads[0])
    revision = Revision(
        kind="withdraw",
        cycle=place.cycle.id,
        unit=place.unit.id,
        department=place.department.id,
        parents=(view.heads[0].id,),
        answer=None,
        author=author_in(change, place.department.id),
        moment=change.moment,
    )
    taken, identity = view.heads[0], add_revision(change, revision, "withdraw", place.words)
    if draft is not None and draft.base == taken.id:
        save_draft(change, place, identity, draft.answer, submitted=draft.submitted)
    elif draft is None and taken.answer is not None:
        save_draft(change, place, identity, taken.answer)
    return Outcome("withdraw", identity, place.words)


def _check_said_here(change: Change, place: Place, newest: Revision) -> None:
    """What was settled since, and what a department sent, is not taken back by whoever wrote here before."""
    if newest.kind == "settle":
        raise rule("withdraw.settled", "initiative", place=place.words)
    if not packages.made_here(change.connection, [newest.id]):
        raise rule("withdraw.theirs", "initiative", place=place.words)


def confirm(change: Change, place: Place, *, by: str, title: str | None = None) -> Outcome:
    """所属長確認 of the newest answer of a slot. It never contradicts a review. Raises Problem."""
    allow_in(change, place.cycle, "confirm", place.department.id)
    name = check_line(by, "by", characters=NAME_CHARACTERS)
    if not name:
        raise Problem("confirm.name", "by")
    position = check_line(title, "title", characters=NAME_CHARACTERS) if title else None
    confirmed = ConfirmedBy(name, position, change.moment[:10])
    draft = replies.draft(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if draft is not None and draft.submitted:  # becomes a confirmation of the answer when it is handed over
        change.connection.execute(
            update(tables.drafts)
            .where(*_slot_of(place))
            .values(answer=canonical(replace(draft.answer, confirmed_by=confirmed).record()))
        )
        change.touched |= Touched.DRAFTS
        return Outcome("confirm", f"{place.unit.id}/{place.department.id}", place.words)
    view = replies.slot(change.connection, place.cycle.id, place.unit.id, place.department.id)
    if len(view.heads) > 1:
        raise rule("slot.conflict", "department", place=place.words)
    if not view.heads or view.heads[0].kind == "withdraw":
        raise rule("confirm.nothing", "initiative", place=place.words)
    review = confirmation(view.heads[0], confirmed, author_in(change, place.department.id), change.moment)
    return Outcome("confirm", add_review(change, review, "confirm", place.words), place.words)
