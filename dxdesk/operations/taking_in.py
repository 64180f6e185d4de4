"""取り込み: what has arrived is taken in whole, in one transaction; what stays behind is held and offered again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import delete, insert, select

from dxdesk.domain.arrivals import CHOSEN, Arrival, ArrivalRow, Place
from dxdesk.domain.packages import Records
from dxdesk.exchange.package_body import body_text
from dxdesk.operations.arrivals import Examined, look_at
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.records import add_records
from dxdesk.operations.reported_actions import show_reported
from dxdesk.operations.taking_back import give_verdict
from dxdesk.store import tables
from dxdesk.store.package_tables import held_rows, package_records
from dxdesk.store.package_tables import packages as table
from dxdesk.store.queries import packages

Result = Literal["taken", "duplicate", "held", "refused"]


@dataclass(frozen=True)
class TakenIn:
    """What became of a file: ``rows`` with whether each is on record now."""

    outcome: Outcome
    result: Result
    rows: tuple[tuple[ArrivalRow, bool], ...]
    conflicts: int


def take_in(change: Change, arrival: Arrival, file: str, ticked: Collection[Place] | None = None) -> TakenIn:
    """Takes an arrival in, whole, in one transaction: the rows ticked (None: all that can be), and what waits for an
    earlier version. What stays behind is held and offered again.

    The rows are worked out anew: something may have arrived since they were shown. Raises Problem.
    """
    change.allow("take_in")
    seen = look_at(change.connection, file, arrival, change.moment)
    chosen = set(seen.ticked if ticked is None else ticked)
    taken = {
        row.place
        for row in seen.rows
        if (row.kind in CHOSEN and row.place in chosen) or (row.kind == "waiting" and row.reason == "waiting")
    }
    held = [row for row in seen.rows if row.kind not in ("same", "unreadable") and row.place not in taken]
    fresh = {record for row in seen.rows if row.place in taken for record in row.fresh}
    subject = _subject(change, arrival, file)
    nothing_new = seen.taken_before is not None and not seen.cancelled and not taken
    if not nothing_new:
        sequence = change.enter(
            "take in", subject, Touched.REPLIES | Touched.DRAFTS, after=[arrival.id, sorted(fresh)], package=arrival.id
        )
        if seen.taken_before is None:
            _file(change, arrival, file, sequence)
        if seen.cancelled:
            give_verdict(change, arrival.id, "lifted", sequence)
        new = add_records(
            change,
            [each for each in arrival.revisions if each.id in fresh],
            [each for each in arrival.reviews if each.id in fresh],
            sequence,
        )
        _carry(change, arrival, seen, taken, new)
        if seen.taken_before is None or seen.cancelled:
            show_reported(change, arrival.cycle, arrival.department, [each.action for each in arrival.follow_ups])
    _hold(change, arrival.id, held, again=seen.taken_before is not None)
    result: Result = "taken" if taken else "held" if held else "duplicate"
    rows = tuple((row, row.place in taken or row.kind == "same") for row in seen.rows)
    return TakenIn(
        Outcome("take in", arrival.id, subject),
        result,
        rows,
        sum(row.kind == "conflict" and row.place in taken for row in seen.rows),
    )


def _subject(change: Change, arrival: Arrival, file: str) -> str:
    departments = tables.departments.c
    name = change.connection.scalar(select(departments.name).where(departments.id == arrival.department))
    return f"{name} {file}"


def _file(change: Change, arrival: Arrival, file: str, sequence: int) -> None:
    """Keeps the whole of what arrived, so that what is held can be offered again without the file."""
    change.connection.execute(
        insert(table),
        {
            "id": arrival.id,
            "kind": "reply" if arrival.origin == "package" else "form",
            "direction": "in",
            "cycle": arrival.cycle,
            "department": arrival.department,
            "number": arrival.number,
            "sequence": arrival.sequence,
            "made": arrival.made,
            "moment": change.moment,
            "file": file,
            "content": body_text(Records(arrival.revisions, arrival.reviews, arrival.follow_ups, arrival.late)),
            "audit_sequence": sequence,
        },
    )


def _carry(change: Change, arrival: Arrival, seen: Examined, taken: Collection[Place], new: Collection[str]) -> None:
    """What the package carried of the rows that are on record: new where it brought it, otherwise the same."""
    before = set(packages.carried(change.connection, arrival.id)) if seen.taken_before else set()
    values = [
        {
            "package": arrival.id,
            "record": record,
            "unit": row.unit,
            "department": row.department,
            "standing": "new" if record in new else "same",
        }
        for row in seen.rows
        for record in ((*row.fresh, *row.known) if row.place in taken else row.known)
        if record not in before
    ]
    if values:
        change.connection.execute(insert(package_records), values)


def _hold(change: Change, package: str, held: Sequence[ArrivalRow], *, again: bool) -> None:
    if again:
        change.connection.execute(delete(held_rows).where(held_rows.c.package == package))
    reasons = {"late": "late", "waiting": "not_asked"}
    values = [
        {
            "package": package,
            "unit": row.unit,
            "department": row.department,
            "reason": reasons.get(row.kind, "unticked"),
        }
        for row in held
    ]
    if values:
        change.connection.execute(insert(held_rows), values)
