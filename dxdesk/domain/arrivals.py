"""Answers that arrive: what taking in a file would mean, slot by slot, before anything is written.

Everything here is a function of what is on file and what has arrived; neither order nor clocks decide anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from dxdesk.domain.departments import forerunners
from dxdesk.domain.errors import Problem
from dxdesk.domain.merge import split_known
from dxdesk.domain.packages import FollowUp
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Review, Revision
from dxdesk.domain.settling import emptied

RowKind = Literal["new", "additional", "conflict", "same", "late", "waiting", "unreadable"]
ROW_KINDS: Final[tuple[RowKind, ...]] = ("new", "additional", "conflict", "same", "late", "waiting", "unreadable")
Reason = Literal["older", "confirmed", "withdrawn", "late", "waiting", "not_asked", "conflict", "taken"]
Origin = Literal["package", "form"]
Leaning = Literal["settled", "consolidated", "built_on", "reviewed"]
LEANINGS: Final[tuple[Leaning, ...]] = ("settled", "consolidated", "built_on", "reviewed")
"""What was done since with something that arrived: its くいちがい was settled, …"""
Place = tuple[str, str]
"""Unit and department of a slot."""
Standing = tuple[str, str, str | None]
"""Cycle, unit and department (None: 取りまとめ) of a record."""

CHOSEN: Final[frozenset[RowKind]] = frozenset({"new", "additional", "conflict"})
"""Kinds that are taken in where a person leaves them ticked."""

BY_DEPARTMENT: Final = frozenset({"answer", "withdraw", "confirm"})
"""What a department says; everything else only the secretariat's own database adds."""
DEPARTMENT_ROLES: Final = frozenset({"liaison", "head"})


@dataclass(frozen=True)
class Unreadable:
    """A row of a reply form that cannot be taken as it is."""

    unit: str
    department: str
    problem: Problem


@dataclass(frozen=True)
class Arrival:
    """What one file from a department brings, checked and opened.

    ``id`` stands for its content: a package's hash, a reply form's. ``made`` is the sender's claimed moment. ``late``:
    made after the sender knew the cycle to be closed. ``left_out`` is how many records claimed to be the secretariat's
    and are not here: they are no part of it.
    """

    id: str
    origin: Origin
    cycle: str
    department: str
    number: str
    sequence: int
    made: str
    revisions: tuple[Revision, ...]
    reviews: tuple[Review, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    late: bool = False
    unreadable: tuple[Unreadable, ...] = ()
    left_out: int = 0

    @property
    def places(self) -> frozenset[Place]:
        """The slots it speaks of."""
        every: tuple[Revision | Review | Unreadable, ...] = (*self.revisions, *self.reviews, *self.unreadable)
        return frozenset((each.unit, each.department or "") for each in every)


@dataclass(frozen=True)
class ArrivalRow:
    """One answer of an arrival: what it is, why, and which records (ids) are new here.

    ``shown`` is the newest version that arrived; ``emptied`` what it leaves out that the version on file which it was
    written on had said. Where ``kind`` is ``same`` nothing is new; where it is ``unreadable`` the ``problem`` says why.
    """

    unit: str
    department: str
    kind: RowKind
    reason: Reason | None
    fresh: tuple[str, ...]
    known: tuple[str, ...]
    shown: Revision | None
    problem: Problem | None = None
    emptied: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        return self.unit, self.department


def names(record: Revision | Review) -> tuple[str, ...]:
    """The records (ids) that a record names: those before it, or what it is about."""
    return record.parents if isinstance(record, Revision) else (record.target, *record.after)


def check_sender(
    arrival: Arrival, departments: Sequence[Department], on_file: Mapping[str, Standing], units: Collection[str]
) -> Arrival:
    """The arrival as far as its department may say it. Raises Problem where it speaks for somebody else, or builds on
    or confirms what stands in another slot.

    A department answers in its own slots and in those of the departments it took over from. What only the
    secretariat adds must be on file here already: it is left out otherwise, and what was built on it waits.
    ``on_file`` says where the records that the arrival brings and names stand, as far as they are here; ``units`` are
    those of the cycle's plan.
    """
    own = set(forerunners(departments, arrival.department))
    records: tuple[Revision | Review, ...] = (*arrival.revisions, *arrival.reviews)
    strange = [each for each in records if each.department not in own]
    if strange:
        raise Problem("arrival.other_department", "department", {"count": len(strange)})
    unknown = [each for each in records if each.unit not in units]
    if unknown:
        raise Problem("arrival.unknown_unit", "initiative", {"count": len(unknown)})
    fresh = [each for each in records if each.id not in on_file]
    forged = [each for each in fresh if not _own_word(each, own)]
    standing = {**on_file, **{each.id: (each.cycle, *each.slot) for each in fresh}}
    astray = [
        each for each in fresh if any(standing.get(one, standing[each.id]) != standing[each.id] for one in names(each))
    ]
    if astray or any(each.author.role in DEPARTMENT_ROLES for each in forged):
        raise Problem("arrival.not_theirs", "department", {"count": len({each.id for each in (*forged, *astray)})})
    left_out = {each.id for each in forged}
    return replace(
        arrival,
        revisions=tuple(each for each in arrival.revisions if each.id not in left_out),
        reviews=tuple(each for each in arrival.reviews if each.id not in left_out),
        left_out=len(left_out),
    )


def _own_word(record: Revision | Review, own: Collection[str]) -> bool:
    author = record.author
    return record.kind in BY_DEPARTMENT and author.role in DEPARTMENT_ROLES and author.department in own


def plan_arrival(
    arrival: Arrival,
    asked: Mapping[str, Collection[str]],
    revisions: Iterable[Revision],
    reviews: Iterable[Review],
    *,
    open_cycle: bool,
    order: Sequence[str] = (),
) -> tuple[ArrivalRow, ...]:
    """The rows of an arrival, in the order of the units given, then by department.

    ``asked`` names per unit the departments asked; ``revisions`` and ``reviews`` are those of the cycle that count
    as on file.
    """
    said: dict[Place, dict[str, Revision]] = {}
    for each in revisions:
        if each.department is not None:
            said.setdefault((each.unit, each.department), {})[each.id] = each
    reviewed = {each.id for each in reviews}
    arrived: dict[Place, tuple[dict[str, Revision], dict[str, Review]]] = {}
    for revision in arrival.revisions:
        arrived.setdefault((revision.unit, revision.department or ""), ({}, {}))[0][revision.id] = revision
    for review in arrival.reviews:
        arrived.setdefault((review.unit, review.department or ""), ({}, {}))[1][review.id] = review
    places = {unit: number for number, unit in enumerate(order)}
    rows = [
        _row(place, said.get(place, {}), *arrived[place], reviewed, place[1] in asked.get(place[0], ()), open_cycle)
        for place in arrived
    ]
    rows += [
        ArrivalRow(each.unit, each.department, "unreadable", None, (), (), None, each.problem)
        for each in arrival.unreadable
    ]
    return tuple(sorted(rows, key=lambda each: (places.get(each.unit, len(places)), each.place)))


def _row(
    place: Place,
    said: Mapping[str, Revision],
    revisions: Mapping[str, Revision],
    reviews: Mapping[str, Review],
    reviewed: Collection[str],
    asked: bool,
    open_cycle: bool,
) -> ArrivalRow:
    fresh = tuple(sorted(each for each in revisions if each not in said))
    fresh_reviews = tuple(sorted(each for each in reviews if each not in reviewed))
    known = tuple(sorted({*revisions, *reviews} - {*fresh, *fresh_reviews}))
    after = {**said, **revisions}
    kind, reason = _kind(said, after, fresh, fresh_reviews, asked, open_cycle)
    shown = _newest(revisions)
    left_out = _emptied(shown, said, after) if shown is not None and shown.id not in said else ()
    return ArrivalRow(*place, kind, reason, (*fresh, *fresh_reviews), known, shown, emptied=left_out)


def _emptied(shown: Revision, said: Mapping[str, Revision], after: Mapping[str, Revision]) -> tuple[str, ...]:
    """What a version leaves out of the one on file that it was written on, however many lie between them."""
    left = list(shown.parents)
    while left:
        each = left.pop()
        if (base := said.get(each)) is not None:
            return emptied(base.answer, shown.answer) if base.answer and shown.answer else ()
        left += after[each].parents if each in after else ()
    return ()


def _kind(
    said: Mapping[str, Revision],
    after: Mapping[str, Revision],
    fresh: Sequence[str],
    fresh_reviews: Sequence[str],
    asked: bool,
    open_cycle: bool,
) -> tuple[RowKind, Reason | None]:
    if not fresh and not fresh_reviews:
        return "same", "taken"
    if not open_cycle:
        return "late", "late"
    if not asked:
        return "waiting", "not_asked"
    if not fresh:
        return "additional", "confirmed"
    _, waiting = split_known(list(after.values()))
    if {each.id for each in waiting} & set(fresh):
        return "waiting", "waiting"
    heads = _heads(after)
    new_heads = [each for each in fresh if each in heads]
    if len(heads) > 1 and new_heads:
        return "conflict", "conflict"
    if not new_heads:
        return "additional", "older"
    if after[new_heads[0]].kind == "withdraw":
        return ("additional" if said else "new"), "withdrawn"
    return ("additional", None) if said else ("new", None)


def _heads(revisions: Mapping[str, Revision]) -> set[str]:
    named = {parent for each in revisions.values() for parent in each.parents}
    return {identity for identity in revisions if identity not in named}


def _newest(revisions: Mapping[str, Revision]) -> Revision | None:
    heads = sorted(_heads(revisions))
    return revisions[heads[0]] if heads else None


def days_off(made: str, asked: str, moment: str) -> int:
    """By how many whole days the clock of a sender is ahead of this moment, or (negative) behind the moment at which
    it was asked. In between nothing can be said: a file may lie for weeks."""
    claimed, issued, today = (datetime.fromisoformat(each) for each in (made, asked, moment))
    if claimed > today:
        return (claimed - today).days
    return -(issued - claimed).days if claimed < issued else 0


def lost_by_cancelling(
    records: Iterable[str], carriers: Mapping[str, Collection[str]], made_here: Collection[str], package: str
) -> tuple[str, ...]:
    """The records that would say nothing any more if the taking in of a package were taken back: those that were not
    made here and that no other package, itself not cancelled, carried. ``carriers`` by record are the live ones."""
    return tuple(
        sorted(each for each in records if each not in made_here and not set(carriers.get(each, ())) - {package})
    )


def leaned_on(
    lost: Collection[str], revisions: Iterable[Revision], reviews: Iterable[Review]
) -> Mapping[tuple[str, str | None], Leaning]:
    """The slots where something that would be lost was built on by something that stays, drawn together, or reviewed by
    the secretariat, each with the first of these that is true of it."""
    found: dict[tuple[str, str | None], Leaning] = {}
    for each in revisions:
        if each.id not in lost and set(lost) & {*each.parents, *each.sources}:
            found[each.slot] = min(found.get(each.slot, "reviewed"), _leaning(each), key=LEANINGS.index)
    for review in reviews:
        if review.target in lost and review.id not in lost and review.kind != "confirm":
            found.setdefault(review.slot, "reviewed")
    return found


def _leaning(revision: Revision) -> Leaning:
    if revision.kind == "consolidate":
        return "consolidated"
    return "settled" if len(revision.parents) > 1 else "built_on"
