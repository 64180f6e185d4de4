"""Handing over: what a department has written becomes answers, and on its own computer a file for the secretariat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import forerunners
from dxdesk.domain.drafts import missing_fields
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.next_year import needs_direction
from dxdesk.domain.packages import FollowUp, Records
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Author, confirmation
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.replies import make_answer, submit
from dxdesk.operations.sending import PackageFile, file_package, make_package
from dxdesk.operations.slots import Place, acting_for, add_review, allow_in
from dxdesk.store.queries import cycles, finding, meetings, packages, plans, replies


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

    Both come in the plan's order, the departments of a unit in 建制順.
    Raises Problem (hand_in.none, hand_in.nothing) where none could go.
    """
    plan = plans.plan(change.connection, cycle.plan_revision)
    known = plans.departments(change.connection)
    by_id = {each.id: each for each in known}
    asked = cycles.asked(change.connection, cycle.id)
    named = finding.department(change.connection, department) if department else None
    wanted = set(forerunners(known, named.id)) if named else set(by_id)
    submitted: list[Outcome] = []
    incomplete: list[Unfinished] = []
    units, order = [each.id for each in plan.units], list(by_id)
    drafts = replies.drafts(change.connection, cycle.id)
    for draft in sorted(drafts, key=lambda each: (units.index(each.unit), order.index(each.department))):
        acting = acting_for(change, draft.department)
        own = not change.actor.departments or acting in change.actor.departments
        if draft.department not in wanted or draft.department not in asked.get(draft.unit, ()) or not (own or named):
            continue
        answering = named if named is not None and named.id != draft.department else None
        place = Place(cycle, plan.by_id[draft.unit], by_id[draft.department], answering)
        allow_in(change, cycle, "hand_over", draft.department)
        missing = missing_fields(draft.answer, direction=needs_direction(cycle))
        if missing:
            incomplete.append(Unfinished(place.words, missing))
        else:
            submitted.append(submit(change, place))
    if not submitted:
        own_department = next(iter(change.actor.departments), None)
        allow_in(change, cycle, "hand_over", named.id if named else own_department)
        if not incomplete:
            raise rule("hand_in.none")
        waiting = "、".join(each.place for each in incomplete)
        problems = [
            Problem(f"missing.{field}", each.place, {"place": each.place})
            for each in incomplete
            for field in each.missing
        ]
        raise Problem("hand_in.nothing", "department", {"incomplete": waiting}, kind="rule", problems=problems)
    return HandedIn(tuple(submitted), tuple(incomplete))


def hand_over(change: Change, cycle: Cycle, department: str) -> PackageFile:
    """The 回答 of a department as a file: every submitted draft becomes an answer, and the package carries everything
    that was ever said in the department's slots of this cycle, so that the newest file alone is enough. Where the 照会
    left the names out of its head, so does the answer.

    Only on a liaison's database. Raises Problem: no 照会 for this department came, or nothing was written yet.
    """
    found = finding.department(change.connection, department)
    allow_in(change, cycle, "hand_over", found.id)
    keys, sender = packages.reply_keys_of(change.connection, cycle.id, found.id), packages.keys(change.connection)
    if plans.identity(change.connection).kind != "liaison":
        raise rule("hand_over.secretariat")
    if not keys or keys[0].private is None or sender is None:
        raise rule("hand_over.no_inquiry", "department", department=found.name)
    known = plans.departments(change.connection)
    own = forerunners(known, found.id)
    _answers_of_drafts(change, cycle, found, known)
    body = Records(
        revisions=tuple(each for each in replies.revisions(change.connection, cycle.id) if each.department in own),
        reviews=tuple(each for each in replies.reviews(change.connection, cycle.id) if each.department in own),
        follow_ups=_follow_ups(change, own),
        late=not cycles.cycle(change.connection, cycle.id).open,
    )
    if not body.revisions:
        raise rule("hand_over.nothing", "department", department=found.name)
    count = len({each.slot for each in body.revisions})
    made = make_package(
        change,
        "reply",
        body,
        keys[0].private,
        cycle=cycle,
        department=found,
        count=count,
        seal_to=sender.opening_public,
        numbers_only=packages.asked_in_numbers(change.connection, cycle.id, found.id),
    )
    sequence = change.enter("hand over", found.name, Touched.REPLIES, after=made.package.id)
    file_package(change, made.package, sequence, direction="out", file=made.name)
    return made


def _answers_of_drafts(change: Change, cycle: Cycle, department: Department, known: Sequence[Department]) -> None:
    plan, by_id = plans.plan(change.connection, cycle.plan_revision), {each.id: each for each in known}
    own, asked = forerunners(known, department.id), cycles.asked(change.connection, cycle.id)
    for draft in replies.drafts(change.connection, cycle.id):
        if not draft.submitted or draft.department not in own or draft.department not in asked.get(draft.unit, ()):
            continue
        answering = department if draft.department != department.id else None
        place = Place(cycle, plan.by_id[draft.unit], by_id[draft.department], answering)
        confirmed = draft.answer.confirmed_by
        answer = make_answer(change, place)
        if confirmed is not None and confirmed.name is not None:
            head = Author("head", department.id, confirmed.name)
            review = confirmation(answer, confirmed, head, change.moment)
            add_review(change, review, "confirm", place.words)


def _follow_ups(change: Change, own: Sequence[str]) -> tuple[FollowUp, ...]:
    return tuple(
        FollowUp(each.id, each.state, each.outcome, change.moment, change.actor.name)
        for each in meetings.all_actions(change.connection)
        if set(each.departments) & set(own) and (each.state != "open" or each.outcome)
    )
