"""Whom a cycle's files go to, and what of it was put into one already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from sqlalchemy import Connection, func, select

from dxdesk.domain.consolidation import corrected_wholes
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.deliveries import answered_by_themselves, leaving, put_right
from dxdesk.domain.departments import heirs
from dxdesk.domain.replies import Revision
from dxdesk.store import tables
from dxdesk.store.package_tables import packages as table
from dxdesk.store.queries import cycles, packages, plans, replies

TELLING: Final = ("return", "correction")
"""The kinds of files that carry everything on record about a department's answers."""


def receiver(connection: Connection, department: str) -> str:
    """The department (id) that answers now for the one of a slot: itself, or the last that took over."""
    return heirs(plans.departments(connection), department)[-1]


def by_files(connection: Connection, cycle: str) -> frozenset[str]:
    """The departments (ids) that were sent a 照会 of the cycle (id): what is for them goes into files. Whoever sent
    nothing but 回答票 has no program that could open one."""
    asked = {each.department for each in packages.reply_keys_of(connection, cycle)}
    return frozenset(asked - by_forms(connection, cycle))


def by_forms(connection: Connection, cycle: str) -> frozenset[str]:
    """The departments (ids) whose answers in the cycle (id) came as 回答票 and never as a 回答 of the program."""
    came = packages.all_filed(connection, kinds=("form", "reply"), direction="in", cycle=cycle)
    kinds: dict[str, set[str]] = {}
    for each in came:
        kinds.setdefault(receiver(connection, each.department or ""), set()).add(each.kind)
    return frozenset(each for each, sent in kinds.items() if sent == {"form"})


def packed(connection: Connection, review: str) -> bool:
    """Whether a 差戻し file was made since this review (id): the department may know of it."""
    reviews = tables.reviews
    found = connection.execute(select(reviews).where(reviews.c.id == review)).one_or_none()
    if found is None or found.department is None:
        return False
    newest = _newest(connection, found.cycle, receiver(connection, found.department), "return")
    return bool(newest > found.audit_sequence)


def untold(
    connection: Connection, cycle: Cycle, unit: str | None = None, department: str | None = None
) -> Mapping[str, tuple[Revision, ...]]:
    """What the secretariat put right in answers of a department that answers by files, since that was last sent them,
    by department (id) in 建制順; of the whole cycle, or of one slot. Any file with them tells it, also a 差戻し. Where
    the secretariat answers for a department that said nothing itself, nothing was put right. A 席上修正 of what several
    departments answer is told to each of them."""
    told = {each: _newest(connection, cycle.id, each, *TELLING) for each in by_files(connection, cycle.id)}
    said = replies.revisions(connection, cycle.id, unit, department) if told else ()
    slots, themselves = {each.slot for each in put_right(said)}, answered_by_themselves(said)
    leave = put_right(leaving(each for each in said if each.slot in slots))
    right = [each for each in leave if each.kind != "answer" or each.slot in themselves]
    sequences = _sequences(connection, [each.id for each in (*right, *corrected_wholes(said))])
    found: dict[str, list[Revision]] = {}
    for each in right:
        asked = receiver(connection, each.department or "")
        if asked in told and sequences[each.id] > told[asked]:
            found.setdefault(asked, []).append(each)
    for each, asked in _wholes(connection, cycle, said) if department is None else ():
        if asked in told and sequences[each.id] > told[asked]:
            found.setdefault(asked, []).append(each)
    return {each.id: tuple(found[each.id]) for each in plans.departments(connection) if each.id in found}


def _wholes(connection: Connection, cycle: Cycle, said: Collection[Revision]) -> Iterator[tuple[Revision, str]]:
    """Each 席上修正 of a 取りまとめ, and what took its place since, with the departments (ids) it is told: all that
    were asked about the unit."""
    asked, wholes = cycles.asked(connection, cycle.id), corrected_wholes(said)
    named = {parent for each in wholes for parent in each.parents}
    for each in wholes:
        if each.kind == "correct" or each.id not in named:
            for one in dict.fromkeys(receiver(connection, department) for department in asked.get(each.unit, ())):
                yield each, one


def _sequences(connection: Connection, revisions: Collection[str]) -> Mapping[str, int]:
    """Of revisions (ids) when they came on record, as their place in the audit chain."""
    revision = tables.revisions
    rows = connection.execute(select(revision.c.id, revision.c.audit_sequence).where(revision.c.id.in_(revisions)))
    return {row.id: row.audit_sequence for row in rows}


def corrected(connection: Connection, cycle: Cycle) -> tuple[str, ...]:
    """The departments (ids), in 建制順, that answer by files and were not told yet of a 席上修正 of theirs."""
    news = untold(connection, cycle)
    return tuple(each for each, told in news.items() if any(one.kind == "correct" for one in told))


def _newest(connection: Connection, cycle: str, department: str, *kinds: str) -> int:
    """When the newest file of some kinds was made for a department, as its place in the audit chain; 0 for never."""
    newest = select(func.max(table.c.audit_sequence)).where(
        table.c.direction == "out",
        table.c.kind.in_(kinds),
        table.c.cycle == cycle,
        table.c.department == department,
    )
    return connection.scalar(newest) or 0
