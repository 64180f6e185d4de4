"""Revisions and reviews that were said elsewhere, put on file as they are."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, insert

from dxdesk.domain.records import canonical
from dxdesk.domain.replies import Review, Revision
from dxdesk.operations.change import Change, Touched
from dxdesk.store import tables
from dxdesk.store.package_tables import withheld
from dxdesk.store.queries import packages


def add_records(
    change: Change, revisions: Sequence[Revision], reviews: Sequence[Review], audit_sequence: int
) -> frozenset[str]:
    """Puts on file what is not there yet and lets speak again what was withheld; returns the ids that were new.

    The union of sets: order and repetition make no difference.
    """
    said: tuple[Revision | Review, ...] = (*revisions, *reviews)
    found = packages.on_file(change.connection, [each.id for each in said])
    fresh_revisions = {each.id: each for each in revisions if each.id not in found}
    fresh_reviews = {each.id: each for each in reviews if each.id not in found}
    if fresh_revisions:
        change.connection.execute(
            insert(tables.revisions),
            [
                {
                    "id": identity,
                    "cycle": each.cycle,
                    "unit": each.unit,
                    "department": each.department,
                    "kind": each.kind,
                    "record": canonical(each.record()),
                    "audit_sequence": audit_sequence,
                }
                for identity, each in fresh_revisions.items()
            ],
        )
    if fresh_reviews:
        change.connection.execute(
            insert(tables.reviews),
            [
                {
                    "id": identity,
                    "cycle": each.cycle,
                    "unit": each.unit,
                    "department": each.department,
                    "target": each.target,
                    "kind": each.kind,
                    "record": canonical(each.record()),
                    "audit_sequence": audit_sequence,
                }
                for identity, each in fresh_reviews.items()
            ],
        )
    again = packages.withheld_records(change.connection) & {each.id for each in said}
    if again:
        change.connection.execute(delete(withheld).where(withheld.c.record.in_(again)))
    change.touched |= Touched.REPLIES
    return frozenset(fresh_revisions) | frozenset(fresh_reviews)
