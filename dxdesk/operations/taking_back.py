"""Taking back what was taken in, while nobody leans on it; and using a version whose earlier one never came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from sqlalchemy import delete, func, insert, select

from dxdesk.domain.arrivals import LEANINGS, Leaning, leaned_on, lost_by_cancelling
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.replies import find_place
from dxdesk.operations.reported_actions import said_in, show_reported
from dxdesk.operations.slots import add_revision, allow_in
from dxdesk.store.package_tables import held_rows, package_cancellations, withheld
from dxdesk.store.queries import cycles, packages, plans, replies


def give_verdict(change: Change, package: str, kind: Literal["cancelled", "lifted"], sequence: int) -> None:
    """Notes that a taking in was taken back, or that this is lifted."""
    last = change.connection.execute(
        select(func.max(package_cancellations.c.number)).where(package_cancellations.c.package == package)
    ).scalar()
    change.connection.execute(
        insert(package_cancellations).values(
            package=package, number=(last or 0) + 1, kind=kind, audit_sequence=sequence
        )
    )


def cancel_taking_in(change: Change, package: str) -> Outcome:
    """取消: what only this package carried says nothing any more, neither answers nor what was done about 宿題; taking
    the package in again lifts it.

    Raises Problem where something of it was settled, reviewed, drawn together or built on since (naming the slots), or
    where it is not on file or cancelled already.
    """
    change.allow("take_in")
    filed = packages.filed(change.connection, package)
    if filed is None or filed.direction != "in" or filed.cycle is None:
        raise rule("cancel.unknown", "package", package=package[:12])
    if filed.cancelled:
        raise rule("cancel.already", "package", file=filed.file or "")
    records = packages.carried(change.connection, package)
    lost = lost_by_cancelling(
        records,
        packages.carriers(change.connection, records),
        packages.made_here(change.connection, records),
        package,
    )
    leaning = leaned_on(
        set(lost), replies.revisions(change.connection, filed.cycle), replies.reviews(change.connection, filed.cycle)
    )
    if leaning:
        raise _leaned_on(change, filed.cycle, leaning)
    sequence = change.enter(
        "cancel", filed.file or package, Touched.REPLIES, after=[package, list(lost)], package=package
    )
    give_verdict(change, package, "cancelled", sequence)
    change.connection.execute(delete(held_rows).where(held_rows.c.package == package))
    silent = packages.withheld_records(change.connection)  # a row left unticked when the 取消 was lifted
    if set(lost) - silent:
        change.connection.execute(insert(withheld), [{"record": each} for each in lost if each not in silent])
    if filed.department is not None:
        said = [each.action for each in said_in(change, package)]
        show_reported(change, filed.cycle, filed.department, said)
    return Outcome("cancel", package, filed.file or package[:12])


def _leaned_on(change: Change, cycle: str, leaning: Mapping[tuple[str, str | None], Leaning]) -> Problem:
    """Why a taking in cannot be taken back: first what can be undone least, with everything else beside it."""
    found = []
    for how in LEANINGS:
        places = _words(change, cycle, [place for place, each in leaning.items() if each == how])
        if places:
            found.append(rule(f"cancel.{how}", "package", places="、".join(places)))
    first, *more = found
    return Problem(first.code, first.place, first.values, kind=first.kind, problems=more)


def _words(change: Change, cycle: str, places: Sequence[tuple[str, str | None]]) -> Sequence[str]:
    plan = plans.plan(change.connection, cycles.cycle(change.connection, cycle).plan_revision)
    names = plans.names(plans.departments(change.connection))
    return [f"{plan.by_id[unit].code} {names[each] if each else '取りまとめ'}" for unit, each in places]


def without_earlier(change: Change, cycle: Cycle, code: str, department: str) -> Outcome:
    """前の版なしで使う: the version that waits for an earlier one is waited for no longer. Raises Problem.

    Only that version is settled: beside another newest one it is a くいちがい, which a person decides.
    """
    place = find_place(change, cycle, code, department)
    allow_in(change, cycle, "review")
    view = replies.slot(change.connection, cycle.id, place.unit.id, place.department.id)
    if not view.waiting:
        raise rule("waiting.nothing", "department", place=place.words)
    newest = view.waiting[0]
    settled = replace(
        newest,
        kind="settle" if newest.answer is not None else "withdraw",
        parents=(newest.id,),
        author=change.author,
        moment=change.moment,
    )
    return Outcome("settle", add_revision(change, settled, "settle", place.words), place.words)
