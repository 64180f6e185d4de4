"""取り込み: what has arrived is taken in whole, in one transaction; what stays behind is held and offered again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import delete, insert

from dxdesk.domain.arrivals import CHOSEN, Arrival, ArrivalRow, Place
from dxdesk.domain.departments import forerunners
from dxdesk.domain.packages import FollowUp, Records
from dxdesk.exchange.package_body import body_text
from dxdesk.operations.arrivals import look_at
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.records import add_records
from dxdesk.operations.taking_back import give_verdict
from dxdesk.store import tables
from dxdesk.store.package_tables import held_rows, package_records
from dxdesk.store.package_tables import packages as table
from dxdesk.store.queries import meetings, packages, plans

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
        _carry(change, arrival, seen.rows, taken, new)
        if seen.taken_before is None:
            _follow_up(change, arrival)
    _hold(change, arrival.id, held, taken)
    result: Result = "taken" if taken else "held" if held else "duplicate"
    rows = tuple((row, row.place in taken or row.kind == "same") for row in seen.rows)
    return TakenIn(
        Outcome("take in", arrival.id, subject),
        result,
        rows,
        sum(row.kind == "conflict" and row.place in taken for row in seen.rows),
    )


def _subject(change: Change, arrival: Arrival, file: str) -> str:
    names = plans.names(plans.departments(change.connection))
    return f"{names[arrival.department]} {file}"


def _file(change: Change, arrival: Arrival, file: str, sequence: int) -> None:
    """Keeps the whole of what arrived, so that what is held can be offered again without the file."""
    change.connection.execute(
        insert(table).values(
            id=arrival.id,
            kind="reply" if arrival.origin == "package" else "form",
            direction="in",
            cycle=arrival.cycle,
            department=arrival.department,
            number=arrival.number,
            sequence=arrival.sequence,
            made=arrival.made,
            moment=change.moment,
            file=file,
            content=body_text(Records(arrival.revisions, arrival.reviews, arrival.follow_ups, arrival.late)),
            audit_sequence=sequence,
        )
    )


def _carry(
    change: Change, arrival: Arrival, rows: Sequence[ArrivalRow], taken: Collection[Place], new: Collection[str]
) -> None:
    """What the package carried of the rows that are on record: new where it brought it, otherwise the same."""
    before = set(packages.carried(change.connection, arrival.id))
    values = [
        {
            "package": arrival.id,
            "record": record,
            "unit": row.unit,
            "department": row.department,
            "standing": "new" if record in new else "same",
        }
        for row in rows
        for record in ((*row.fresh, *row.known) if row.place in taken else row.known)
        if record not in before
    ]
    if values:
        change.connection.execute(insert(package_records), values)


def _hold(change: Change, package: str, held: Sequence[ArrivalRow], taken: Collection[Place]) -> None:
    change.connection.execute(delete(held_rows).where(held_rows.c.package == package))
    reasons = {"late": "late", "waiting": "not_asked"}
    for row in held:
        change.connection.execute(
            insert(held_rows).values(
                package=package,
                unit=row.unit,
                department=row.department,
                reason=reasons.get(row.kind, "unticked"),
            )
        )


def _follow_up(change: Change, arrival: Arrival) -> None:
    """What the department did about its 宿題: the file with the highest 通番 says it, in whatever order they came. What
    somebody decided here, and no file says, stays."""
    own = set(forerunners(plans.departments(change.connection), arrival.department))
    actions = {each.id: each for each in meetings.all_actions(change.connection)} if arrival.follow_ups else {}
    actions_table = tables.action_items
    every = _followed_up(change, arrival) if arrival.follow_ups else []
    for action in {each.action: actions.get(each.action) for each in arrival.follow_ups}.values():
        if action is None or not own & set(action.departments):
            continue
        known = [each for each in every if each.action == action.id]
        said, now = known[-1], (action.state, action.outcome)
        decided = action.state != "open" and now not in {(each.state, each.outcome) for each in known}
        if decided or now == (said.state, said.outcome):
            continue
        values = {"state": said.state, "outcome": said.outcome}
        change.connection.execute(actions_table.update().where(actions_table.c.id == action.id).values(**values))
        before = {"id": action.id, "state": action.state, "outcome": action.outcome}
        change.enter(
            "action follow up", action.text, Touched.MEETINGS, before=before, after={"id": action.id, **values}
        )


def _followed_up(change: Change, arrival: Arrival) -> list[FollowUp]:
    """Everything that files of the cycle say was done about 宿題, by 通番."""
    filed = packages.all_filed(change.connection, kinds=("reply",), direction="in", cycle=arrival.cycle)
    ordered = sorted((each for each in filed if not each.cancelled), key=lambda each: (each.sequence, each.id))
    return [FollowUp(**said) for each in ordered for said in packages.content(change.connection, each.id)["follow_ups"]]
