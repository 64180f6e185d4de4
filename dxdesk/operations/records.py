"""Revisions and reviews that were said elsewhere, put on file as they are."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Table, delete, insert

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
    new = _add(change, tables.revisions, revisions, audit_sequence)
    new |= _add(change, tables.reviews, reviews, audit_sequence)
    said: tuple[Revision | Review, ...] = (*revisions, *reviews)
    again = packages.withheld_records(change.connection) & {each.id for each in said}
    if again:
        change.connection.execute(delete(withheld).where(withheld.c.record.in_(again)))
    change.touched |= Touched.REPLIES
    return new


def _add(change: Change, table: Table, records: Sequence[Revision | Review], audit_sequence: int) -> frozenset[str]:
    here = packages.on_file(change.connection, [each.id for each in records], within=(table,))
    # By id, so that an index of ids is gone through once from its beginning to its end.
    fresh = {each.id: each for each in sorted(records, key=lambda each: each.id) if each.id not in here}
    values = [
        {
            "id": identity,
            "cycle": each.cycle,
            "unit": each.unit,
            "department": each.department,
            "kind": each.kind,
            "record": each.text,
            "audit_sequence": audit_sequence,
            **({"target": each.target} if isinstance(each, Review) else {}),
        }
        for identity, each in fresh.items()
    ]
    if values:
        change.connection.execute(insert(table), values)
    return frozenset(fresh)
