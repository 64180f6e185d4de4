"""A slot of a cycle: who acts in it, and how what is said about it is appended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import insert

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import heirs
from dxdesk.domain.merge import review_heads
from dxdesk.domain.permissions import Action
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node
from dxdesk.domain.records import canonical
from dxdesk.domain.replies import Author, Review, Revision
from dxdesk.operations.change import Change, Touched
from dxdesk.store import tables
from dxdesk.store.queries import cycles, plans, replies


@dataclass(frozen=True)
class Place:
    """A slot found: the cycle, the unit's node and the department that was asked.

    ``answering`` is the department that was named for it, where that took over from the one asked.
    """

    cycle: Cycle
    unit: Node
    department: Department
    answering: Department | None = None

    @property
    def words(self) -> str:
        """How the slot is named in messages and in the audit chain."""
        return f"{self.unit.code} {self.department.name}"


def acting_for(change: Change, department: str) -> str:
    """The department that acts in a slot: the actor's own one where it is the one asked or took over from it."""
    line = heirs(plans.departments(change.connection), department)
    return next((each for each in line if each in change.actor.departments), department)


_LATE: Final[frozenset[Action]] = frozenset({"draft", "submit", "withdraw", "hand_over", "confirm"})
"""What a department still does on its own database once the cycle is closed: 追加の回答, which is held at the other
end."""


def allow_in(change: Change, cycle: Cycle, action: Action, department: str | None = None) -> None:
    """Raises Problem unless the actor may do this now; whether the cycle is open is read anew, for it may have been
    closed since it was shown."""
    acting = acting_for(change, department) if department else None
    now_open = cycles.cycle(change.connection, cycle.id).open
    late = not now_open and action in _LATE and change.at_department
    change.allow(action, department=acting, open_cycle=now_open or late)


def author_in(change: Change, department: str) -> Author:
    """The actor as the author of a record in a department's slot."""
    acting = acting_for(change, department)
    own = acting if acting in change.actor.departments else change.author.department
    return Author(change.actor.role, own, change.actor.name)


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
    """Appends a review with its row of the audit chain and returns its id; saying it again changes nothing."""
    if review.id in {each.id for each in replies.reviews(change.connection, review.cycle, review.unit)}:
        return review.id
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


def heads_of(change: Change, place: Place, target: str) -> tuple[str, ...]:
    """The review heads of a revision as they stand now: what the next review names in ``after``."""
    said = replies.slot_reviews(change.connection, place.cycle.id, place.unit.id, place.department.id)
    return tuple(each.id for each in review_heads(said, target))
