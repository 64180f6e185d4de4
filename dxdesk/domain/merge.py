"""Which of several versions counts. Merge is set union: everything here is a function of the set, never of order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dxdesk.domain.replies import Review, Revision, same_words
from dxdesk.domain.statuses import Status, as_status

Verdict = Literal["accept", "return", "dispute"]
SlotState = Literal["unanswered", "submitted", "accepted", "returned", "withdrawn", "conflict", "waiting"]

UNDER_REVIEW: frozenset[SlotState] = frozenset({"submitted", "accepted", "conflict", "waiting"})
"""States whose newest head the secretariat has in hand: a unit whose slots all are in one of these is 確認中."""


@dataclass(frozen=True)
class SlotView:
    """What a slot says, worked out from its revisions and reviews.

    ``heads`` content revisions no other names as parent; ``waiting`` revisions whose earlier version has not
    arrived; ``counted`` what counts on the board (None: nothing does); ``disputed`` several maximal counted versions
    with different contents; ``returned`` the review that asks for a change; ``sources`` the answers that what counts
    in a 取りまとめ slot was drawn from; ``unchanged`` the newest answer says what one said that was returned.
    """

    state: SlotState
    heads: tuple[Revision, ...]
    waiting: tuple[Revision, ...]
    counted: Revision | None
    disputed: bool
    returned: Review | None
    confirmed: Review | None
    sources: tuple[str, ...] = ()
    unchanged: bool = False


EMPTY = SlotView("unanswered", (), (), None, False, None, None)


def review_heads(reviews: Iterable[Review], target: str) -> tuple[Review, ...]:
    """The reviews of a revision that no other review supersedes; a confirmation is never one of them."""
    own = [each for each in reviews if each.target == target and each.kind != "confirm"]
    superseded = {earlier for each in own for earlier in each.after}
    return tuple(sorted((each for each in own if each.id not in superseded), key=lambda each: each.id))


def verdict(reviews: Collection[Review], target: str) -> Verdict | None:
    """accept or return where all review heads agree, ``dispute`` where they differ, None for not reviewed.

    One that was taken back stands for what stood before the reviews that stood when it was said, so that taking back
    twice takes back two.
    """
    by_id = {each.id: each for each in reviews if each.target == target}

    seen = {each.id: [earlier for earlier in each.after if earlier in by_id] for each in by_id.values()}
    standing: dict[str, set[str]] = {}
    for identity in _earlier_first(seen):
        standing[identity] = {identity}
        if by_id[identity].kind == "undone":
            undone = {each for earlier in seen[identity] for each in standing[earlier]}
            standing[identity] = {each for taken in undone for earlier in seen[taken] for each in standing[earlier]}
    found: set[Verdict | None] = set()
    for head in review_heads(reviews, target):
        found |= {cast(Verdict, by_id[each].kind) for each in standing[head.id]} or {None}
    if len(found) > 1:
        return "dispute"
    return found.pop() if found else None


def split_known(revisions: Collection[Revision]) -> tuple[dict[str, Revision], tuple[Revision, ...]]:
    """Revisions whose whole ancestry has arrived, by id, and those still waiting for an earlier version.

    What the secretariat settles (with a withdrawal, where that is what it settles on) is known as soon as its own
    parents are here: naming a waiting version is how a person uses it without the one before.
    """
    by_id = {each.id: each for each in revisions}
    if not any(each.parents for each in revisions):
        return {each: by_id[each] for each in sorted(by_id)}, ()

    @cache
    def known(identity: str) -> bool:
        revision = by_id[identity]
        if any(parent not in by_id for parent in revision.parents):
            return False
        settled = revision.kind == "settle" or (revision.kind == "withdraw" and revision.author.role == "secretariat")
        return settled or all(known(parent) for parent in revision.parents)

    order = _earlier_first({each.id: [parent for parent in each.parents if parent in by_id] for each in revisions})
    arrived = {identity: by_id[identity] for identity in order if known(identity)}
    named = {parent for each in arrived.values() for parent in each.parents}
    waiting = [by_id[each] for each in sorted(by_id) if each not in arrived and each not in named]
    return arrived, tuple(waiting)


def _earlier_first(earlier: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids so that those a record names come before it; long chains need no deep recursion."""
    order: list[str] = []
    placed: set[str] = set()
    for start in sorted(earlier):
        stack = [start]
        while stack:
            each = stack[-1]
            missing = [before for before in earlier[each] if before not in placed]
            if missing and each not in placed:
                stack.extend(missing)
                continue
            stack.pop()
            if each not in placed:
                placed.add(each)
                order.append(each)
    return order


def ancestors(revisions: Mapping[str, Revision], identity: str) -> set[str]:
    """The ids a revision descends from, through every parent that has arrived."""
    found: set[str] = set()
    stack = list(revisions[identity].parents)
    while stack:
        each = stack.pop()
        if each not in found and each in revisions:
            found.add(each)
            stack.extend(revisions[each].parents)
    return found


def _one_content(revisions: list[Revision]) -> Revision | None:
    """The one content of several revisions (the smallest id stands for it); None where they differ."""
    chosen = min(revisions, key=lambda each: each.id)
    return chosen if all(each is chosen or each.same_content(chosen) for each in revisions) else None


def _maximal(candidates: dict[str, Revision], known: Mapping[str, Revision]) -> list[Revision]:
    older: set[str] = set()
    for each in candidates:
        older |= ancestors(known, each)
    return [revision for identity, revision in candidates.items() if identity not in older]


def read_slot(revisions: Collection[Revision], reviews: Collection[Review]) -> SlotView:
    """The view of one slot; ``revisions`` and ``reviews`` are all of that slot, in any order, duplicates allowed.

    In a department's slot an answer, a settlement and the withdrawal of something accepted count once accepted;
    a correction counts at once. In the 取りまとめ slot everything counts at once. What was accepted counts on until
    something newer is accepted. Several newest counted versions that say different things: nothing counts and the
    slot is disputed.
    """
    if not revisions:
        return EMPTY
    known, waiting = split_known(revisions)
    reviews = list({each.id: each for each in reviews}.values())
    about: dict[str, list[Review]] = {}
    for review in reviews:
        about.setdefault(review.target, []).append(review)
    verdicts = {each: verdict(about.get(each, ()), each) for each in known}
    consolidation = next(iter(revisions)).department is None
    standing = {
        identity: each
        for identity, each in known.items()
        if consolidation or each.kind == "correct" or verdicts[identity] == "accept"
    }
    named = {parent for each in known.values() for parent in each.parents}
    heads = tuple(known[each] for each in sorted(known) if each not in named)
    newest = _maximal(standing, known)
    one = _one_content(newest) if newest else None
    if waiting:
        state: SlotState = "waiting"
    elif len(heads) > 1:
        state = "conflict"
    else:
        state = _state_of(heads[0], verdicts[heads[0].id], standing)
    return SlotView(
        state=state,
        heads=heads,
        waiting=waiting,
        counted=None if one is None or one.kind == "withdraw" else one,
        disputed=bool(newest) and one is None,
        returned=next((each for each in _about(heads, reviews, "return") if state == "returned"), None),
        confirmed=next(iter(_about(heads, reviews, "confirm")), None),
        sources=_sources(one, known) if one is not None and consolidation else (),
        unchanged=state == "submitted" and _unchanged(heads[0], known, verdicts),
    )


def _unchanged(head: Revision, known: Mapping[str, Revision], verdicts: Mapping[str, Verdict | None]) -> bool:
    """Whether an answer says the same as one before it that was returned; what was withdrawn between says nothing."""
    each: Revision | None = head
    while each is not None:
        each = next((known[parent] for parent in each.parents if parent in known), None)
        if each is None or head.answer is None or (each.answer and not same_words(head.answer, each.answer)):
            return False
        if verdicts[each.id] == "return":
            return True
    return False


def _sources(counted: Revision, known: Mapping[str, Revision]) -> tuple[str, ...]:
    """What a version was drawn from; a correction and a settlement stand on the sources of those before them."""
    drawn: dict[str, Revision] = {}
    stack = [counted]
    while stack:
        each = stack.pop()
        if each.id not in drawn:
            drawn[each.id] = each
            stack += [known[older] for older in each.parents if older in known and each.kind != "consolidate"]
    return tuple(sorted({source for each in drawn.values() for source in each.sources}))


def _state_of(head: Revision, verdict: Verdict | None, standing: Mapping[str, Revision]) -> SlotState:
    if verdict == "dispute":
        return "conflict"
    if verdict == "return":
        return "returned"
    if head.kind == "withdraw":
        pending = verdict is None and head.id not in standing and any(each in standing for each in head.parents)
        return "submitted" if pending else "withdrawn"
    return "accepted" if head.id in standing else "submitted"


def _about(heads: Iterable[Revision], reviews: Iterable[Review], kind: str) -> list[Review]:
    """Reviews of a kind on the heads that no later review supersedes, in a fixed order."""
    targets = {each.id for each in heads}
    own = [each for each in reviews if each.target in targets]
    superseded = {earlier for each in own for earlier in each.after}
    found = [each for each in own if each.kind == kind and each.id not in superseded]
    return sorted(found, key=lambda each: each.id)


Waiting = Literal["department", "secretariat"]


@dataclass(frozen=True)
class UnitView:
    """What a unit says in a cycle.

    ``status`` is the key on the board, ``waiting`` whose turn it is where it is ``miss`` (``secretariat``: 確認中),
    ``counted`` the revision that speaks for the unit (None where only the key is known), ``answers`` the counted
    revision of each asked department, ``revise`` 見直しが必要: other answers count today than were drawn together.
    ``here`` are the departments (ids) whose answers this database holds, None for all: of the others nothing is said.
    """

    unit: str
    status: Status
    waiting: Waiting | None
    counted: Revision | None
    answers: Mapping[str, Revision | None]
    slots: Mapping[str, SlotView]
    consolidation: SlotView
    revise: bool = False
    here: frozenset[str] | None = None

    def holds(self, department: str) -> bool:
        """Whether the answers of a department (id) are on file here, where it gave any."""
        return self.here is None or department in self.here

    @property
    def assigned(self) -> int:
        """How many departments were asked, of those whose answers are held here."""
        return sum(self.holds(each) for each in self.answers)

    @property
    def accepted(self) -> int:
        """How many of them have an answer that counts."""
        return sum(each is not None and self.holds(department) for department, each in self.answers.items())

    def owes(self, department: str) -> bool:
        """Whether a department (id) is 未回答: it has nothing that counts or is under review, and the unit does not
        count without it. Nobody waits any more for an answer to what was drawn together without it."""
        nothing = self.slots[department].state in ("unanswered", "withdrawn") and self.answers[department] is None
        return nothing and self.status == "miss" and self.holds(department)

    @property
    def handed_in(self) -> int:
        """Of how many of them the secretariat has the newest answer in hand, accepted or not."""
        return sum(each.state in UNDER_REVIEW and self.holds(one) for one, each in self.slots.items())


def _status(revision: Revision | None) -> Status | None:
    answer = revision.answer if revision else None
    return as_status(answer.status) if answer and answer.status else None


def read_unit(unit: str, slots: Mapping[str, SlotView], consolidation: SlotView = EMPTY) -> UnitView:
    """The view of a unit from the slots of the departments asked (by department id, in 建制順).

    A live 取りまとめ counts whatever the number of departments. Without one: every department ``na`` makes the unit
    ``na``; one department's accepted answer speaks for the unit; of several, nothing does until drawn together.
    A unit nobody was asked about is ``na``.
    """
    answers = {department: view.counted for department, view in slots.items()}
    status: Status | None = None
    counted: Revision | None = None
    if not consolidation.disputed:
        if consolidation.counted is not None:
            counted = consolidation.counted
            status = _status(counted)
        elif not slots:
            status = "na"
        elif all(_status(each) == "na" for each in answers.values()) or len(slots) == 1:
            counted = next(iter(answers.values())) if len(slots) == 1 else None
            status = _status(next(iter(answers.values())))
    waiting: Waiting | None = None
    if status is None:
        disputed = consolidation.disputed or any(view.disputed for view in slots.values())
        in_hand = disputed or all(view.state in UNDER_REVIEW for view in slots.values())
        waiting = "secretariat" if in_hand else "department"
    today = {each.id for each in answers.values() if each is not None}
    revise = consolidation.counted is not None and set(consolidation.sources) != today
    return UnitView(unit, status or "miss", waiting, counted, answers, slots, consolidation, revise)


def read_units(
    asked: Mapping[str, Collection[str]], revisions: Iterable[Revision], reviews: Iterable[Review]
) -> dict[str, UnitView]:
    """The views of all units; ``asked`` names per unit the departments asked, in 建制順.

    Nothing is hidden: records of a slot that was not asked are left to ``missing`` checks of the store, everything
    of an asked slot or of a 取りまとめ slot takes part.
    """
    by_slot: dict[tuple[str, str | None], dict[str, Revision]] = {}
    for revision in revisions:
        by_slot.setdefault(revision.slot, {})[revision.id] = revision
    said: dict[tuple[str, str | None], list[Review]] = {}
    for review in reviews:
        said.setdefault(review.slot, []).append(review)

    def view(slot: tuple[str, str | None]) -> SlotView:
        return read_slot(list(by_slot.get(slot, {}).values()), said.get(slot, []))

    return {
        unit: read_unit(unit, {each: view((unit, each)) for each in departments}, view((unit, None)))
        for unit, departments in asked.items()
    }
