"""Cycles, who is asked in them, and their close records."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from dxdesk.domain.cycles import FORMAT, ClosedUnit, CloseRecord, Cycle, Slot
from dxdesk.domain.plan_parts import Department
from dxdesk.store import tables
from dxdesk.store.queries import plans
from dxdesk.store.queries.kept import Kept


def _cycle(row: Row[tuple[object, ...]]) -> Cycle:
    return Cycle(
        id=row.id,
        name=row.name,
        fiscal_year=row.fiscal_year,
        kind=row.kind,
        as_of=date.fromisoformat(row.as_of),
        due=date.fromisoformat(row.due),
        meeting=date.fromisoformat(row.meeting) if row.meeting else None,
        previous=row.previous,
        plan_revision=row.plan_revision,
        settings_revision=row.settings_revision,
        open=bool(row.open),
    )


def cycles(connection: Connection) -> tuple[Cycle, ...]:
    """All cycles in the order in which they were opened."""
    rows = connection.execute(select(tables.cycles).order_by(tables.cycles.c.sequence))
    return tuple(_cycle(row) for row in rows)


def cycle(connection: Connection, identity: str) -> Cycle:
    """The cycle with this id; it must exist."""
    return _cycle(connection.execute(select(tables.cycles).where(tables.cycles.c.id == identity)).one())


def slots(connection: Connection, cycle: str, unit: str | None = None) -> tuple[Slot, ...]:
    """Who is asked about what in a cycle, or about one unit; departments of a unit in 建制順."""
    table, department = tables.slots, tables.departments
    statement = (
        select(table)
        .join(department, department.c.id == table.c.department)
        .where(table.c.cycle == cycle)
        .order_by(table.c.unit, department.c.sort_order, department.c.id)
    )
    if unit is not None:
        statement = statement.where(table.c.unit == unit)
    rows = connection.execute(statement)
    return tuple(Slot(row.unit, row.department, row.part, bool(row.provisional)) for row in rows)


def asked(connection: Connection, cycle: str, unit: str | None = None) -> dict[str, tuple[str, ...]]:
    """The departments asked per unit, or about one unit, in 建制順."""
    found: dict[str, list[str]] = {}
    for slot in slots(connection, cycle, unit):
        found.setdefault(slot.unit, []).append(slot.department)
    return {unit: tuple(departments) for unit, departments in found.items()}


def mains(connection: Connection, cycle: str) -> dict[str, str]:
    """The 主管 (department id) per unit that has one."""
    return {each.unit: each.department for each in slots(connection, cycle) if each.part == "main"}


def asked_of(connection: Connection, cycle: str, departments: Collection[str]) -> dict[str, set[str]]:
    """By unit which of some departments are asked."""
    table = tables.slots
    found: dict[str, set[str]] = {}
    wanted = select(table.c.unit, table.c.department).where(table.c.cycle == cycle, table.c.department.in_(departments))
    for unit, department in connection.execute(wanted).all():
        found.setdefault(unit, set()).add(department)
    return found


def _units(rows: list[dict[str, Any]]) -> tuple[ClosedUnit, ...]:
    return tuple(ClosedUnit(**{**each, "answers": tuple(map(tuple, each["answers"]))}) for each in rows)


def close_record_from(record: dict[str, Any]) -> CloseRecord:
    """The close record of its stored form; raises KeyError, TypeError or ValueError for one of another shape."""
    if record["format"] != FORMAT:
        raise ValueError(record["format"])
    lists: dict[str, Any] = {
        "units": _units(record["units"]),
        "before": _units(record["before"]),
        "departments": tuple(map(tuple, record["departments"])),
        "actions": tuple(map(tuple, record["actions"])),
    }
    return CloseRecord(**{**record, **lists})


_CLOSE_RECORDS: Final = Kept[CloseRecord](64)


def _close_record(connection: Connection, cycle: str, number: int, identity: str) -> CloseRecord:
    kept = _CLOSE_RECORDS.get(identity)
    if kept is not None:
        return kept
    table = tables.close_records
    wanted = select(table.c.record).where(table.c.cycle == cycle, table.c.number == number)
    return _CLOSE_RECORDS.keep(identity, close_record_from(json.loads(connection.execute(wanted).scalar_one())))


def close_records(connection: Connection, cycle: str) -> tuple[CloseRecord, ...]:
    """All records of closing and reopening of a cycle, oldest first."""
    table = tables.close_records
    rows = connection.execute(
        select(table.c.number, table.c.hash).where(table.c.cycle == cycle).order_by(table.c.number)
    ).all()
    return tuple(_close_record(connection, cycle, row.number, row.hash) for row in rows)


def official(connection: Connection, cycle: Cycle) -> CloseRecord | None:
    """The record that a closed cycle is read from; None for an open one."""
    return None if cycle.open else close_records(connection, cycle.id)[-1]


def close_record(connection: Connection, cycle: str, number: int) -> CloseRecord:
    """One record of a cycle by its number; it must exist."""
    table = tables.close_records
    wanted = select(table.c.hash).where(table.c.cycle == cycle, table.c.number == number)
    return _close_record(connection, cycle, number, connection.execute(wanted).scalar_one())


def departments(connection: Connection, cycle: Cycle) -> tuple[Department, ...]:
    """The departments in 建制順: today's for an open cycle, those of its close record for a closed one."""
    record = official(connection, cycle)
    if record is None:
        return plans.departments(connection)
    return tuple(
        Department(identity, name, short, order=order)
        for order, (identity, name, short) in enumerate(record.departments)
    )
