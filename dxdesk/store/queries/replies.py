"""Revisions, reviews and drafts of a cycle, and what they say together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, select
from sqlalchemy.sql.elements import ColumnElement

from dxdesk.domain.cycles import Cycle, closed_views
from dxdesk.domain.departments import forerunners
from dxdesk.domain.elsewhere import known_to
from dxdesk.domain.merge import SlotView, UnitView, read_slot, read_units
from dxdesk.domain.replies import Answer, Review, Revision, answer_from, review_from, revision_from
from dxdesk.store import package_tables, tables
from dxdesk.store.queries import plans
from dxdesk.store.queries.cycles import asked, official
from dxdesk.store.queries.kept import Kept
from dxdesk.store.queries.packages import answering


@dataclass(frozen=True)
class Draft:
    """What somebody is writing: the answer so far, the head it started from, and whether it is submitted."""

    unit: str
    department: str
    answer: Answer
    base: str | None
    submitted: bool
    moment: str


# Enough for twenty cycles of a large plan.
_REVISIONS: Final = Kept[Revision](24_000)
_REVIEWS: Final = Kept[Review](24_000)

_WITHHELD: Final = select(package_tables.withheld.c.record)


def revisions(
    connection: Connection, cycle: str, unit: str | None = None, department: str | None = None
) -> tuple[Revision, ...]:
    """The content revisions of a cycle, or of one unit or department in it."""
    table = tables.revisions
    return _REVISIONS.records(
        connection, table, lambda text: revision_from(json.loads(text)), *_within(table, cycle, unit, department)
    )


def reviews(
    connection: Connection, cycle: str, unit: str | None = None, department: str | None = None
) -> tuple[Review, ...]:
    """The reviews of a cycle, or of one unit or department in it."""
    table = tables.reviews
    return _REVIEWS.records(
        connection, table, lambda text: review_from(json.loads(text)), *_within(table, cycle, unit, department)
    )


def _within(table: Table, cycle: str, unit: str | None, department: str | None) -> Iterator[ColumnElement[bool]]:
    """Which rows; what stands withheld after a taking in was taken back says nothing."""
    yield table.c.cycle == cycle
    yield table.c.id.not_in(_WITHHELD)
    if unit is not None:
        yield table.c.unit == unit
    if department is not None:
        yield table.c.department == department


def slot(connection: Connection, cycle: str, unit: str, department: str | None) -> SlotView:
    """The live view of one slot; ``department`` None is the unit's 取りまとめ slot."""
    return read_slot(
        [each for each in revisions(connection, cycle, unit) if each.department == department],
        [each for each in reviews(connection, cycle, unit) if each.department == department],
    )


def slot_reviews(connection: Connection, cycle: str, unit: str, department: str | None) -> tuple[Review, ...]:
    """The reviews of one slot."""
    return tuple(each for each in reviews(connection, cycle, unit) if each.department == department)


def live_views(connection: Connection, cycle: Cycle, unit: str | None = None) -> dict[str, UnitView]:
    """What every asked unit, or only one, says now, from all that has been said in the cycle."""
    return read_units(
        asked(connection, cycle.id, unit), revisions(connection, cycle.id, unit), reviews(connection, cycle.id, unit)
    )


def views(connection: Connection, cycle: Cycle, unit: str | None = None) -> dict[str, UnitView]:
    """What every asked unit, or only one, says: live in an open cycle, exactly its close record in a closed one.

    A department's database knows an open cycle only as far as it was asked itself.
    """
    record = official(connection, cycle)
    if record is None:
        found, own = live_views(connection, cycle, unit), _own(connection)
        return found if own is None else {each: known_to(view, own) for each, view in found.items()}
    closed = [each for each in record.units if unit in (None, each.unit)]
    return closed_views(closed, {each.id: each for each in revisions(connection, cycle.id, unit)})


def _own(connection: Connection) -> frozenset[str] | None:
    """The departments (ids) whose answers this database holds, with those they took over from; None for all."""
    if plans.identity(connection).kind != "liaison":
        return None
    known = plans.departments(connection)
    return frozenset(each for one in answering(connection) for each in forerunners(known, one))


def draft(connection: Connection, cycle: str, unit: str, department: str) -> Draft | None:
    """The draft of a slot, if there is one."""
    table = tables.drafts
    row = connection.execute(
        select(table).where(table.c.cycle == cycle, table.c.unit == unit, table.c.department == department)
    ).one_or_none()
    if row is None:
        return None
    answer = answer_from(json.loads(row.answer))
    return Draft(row.unit, row.department, answer, row.base, bool(row.submitted), row.moment)


def drafts(
    connection: Connection, cycle: str, department: str | None = None, unit: str | None = None
) -> tuple[Draft, ...]:
    """The drafts of a cycle, of one department or unit or of all."""
    table = tables.drafts
    statement = select(table).where(table.c.cycle == cycle).order_by(table.c.unit, table.c.department)
    if department is not None:
        statement = statement.where(table.c.department == department)
    if unit is not None:
        statement = statement.where(table.c.unit == unit)
    return tuple(
        Draft(row.unit, row.department, answer_from(json.loads(row.answer)), row.base, bool(row.submitted), row.moment)
        for row in connection.execute(statement)
    )
