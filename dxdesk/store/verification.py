"""Whether a database is whole: pages, schema, the hash of every record, the audit chain, and what refers to what.

Bits that turn over inside a text are noticed only here: SQLite's own checks do not look at content.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, Row, Table, func, inspect, select, text

from dxdesk.domain.records import canonical
from dxdesk.domain.replies import review_from, revision_from
from dxdesk.store import audit, migrations, package_tables, packet_tables, paper_tables, tables
from dxdesk.store.database import Database
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.schema import expected_schema, read_schema

Faults = Iterator[str]

SHOWN = 20
"""At most this many faults of a check are named."""


@dataclass(frozen=True)
class Check:
    """One check: ``pages``, ``schema``, ``records``, ``audit`` or ``references``; ``detail`` names what is wrong.

    A fault of a record is named ``<table> <id> <fault>``, one of the chain ``<sequence> <fault>``.
    """

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True)
class Report:
    """All checks, the hash at the end of the audit chain (empty: unreadable), how many records were gone through."""

    checks: tuple[Check, ...]
    audit_head: str
    records: int

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return all(check.ok for check in self.checks)


# Tables whose rows carry the hash of their own text: the columns of the hash and of the text.
_HASHED: tuple[tuple[Table, str, str], ...] = (
    (tables.plan_revisions, "id", "content"),
    (tables.settings_revisions, "id", "content"),
    (tables.revisions, "id", "record"),
    (tables.reviews, "id", "record"),
    (tables.close_records, "hash", "record"),
    (tables.minutes_versions, "hash", "record"),
    (packet_tables.packets, "hash", "record"),
)


def verify(database: Database) -> Report:
    """Goes through the whole database. A check that cannot be made at all names the cause as its fault."""
    checks = tuple(
        _check(database, name, find)
        for name, find in (
            ("pages", _pages),
            ("schema", _schema),
            ("records", _records),
            ("audit", _audit),
            ("references", _references),
        )
    )
    try:
        with database.read() as connection:
            head = audit.head(connection).hash
            counts = [select(func.count()).select_from(table).scalar_subquery() for table, _, _ in _HASHED]
            return Report(checks, head, sum(connection.execute(select(*counts)).one()))
    except StoreUnavailable:
        return Report(checks, "", 0)


def _check(database: Database, name: str, find: Callable[[Connection], Faults]) -> Check:
    try:
        with database.read() as connection:
            faults = list(find(connection))
    except StoreUnavailable as error:
        faults = [error.code]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        faults = [type(error).__name__]
    return Check(name, not faults, "、".join(faults[:SHOWN]))


def _pages(connection: Connection) -> Faults:
    if connection.dialect.name != "sqlite":
        return  # a server looks after its own pages
    for (told,) in connection.exec_driver_sql(f"PRAGMA integrity_check({SHOWN})"):
        if told != "ok":
            yield str(told)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{row[0]} {row[1]} reference"


def _schema(connection: Connection) -> Faults:
    if migrations.version_in(connection) != tables.SCHEMA_VERSION:
        yield "version"
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        difference = read_schema(driver).difference(expected_schema()) if driver else "connection"
        if difference:
            yield difference
        return
    found = set(inspect(connection).get_table_names())
    yield from sorted(found ^ {*tables.metadata.tables, "alembic_version"})
    live = connection.scalars(
        text(
            "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = current_schema()::regnamespace"
        )
    )
    expected = {f"{table}_{name}" for table in tables.APPEND_ONLY for name in ("keeps_rows", "keeps_all")}
    yield from sorted(set(live) ^ expected)


def _records(connection: Connection) -> Faults:
    for table, key, column in _HASHED:
        for row in connection.execute(select(table)):
            fault = _fault(table, row, getattr(row, key), getattr(row, column))
            if fault:
                yield f"{table.name} {getattr(row, key)[:16]} {fault}"


def _fault(table: Table, row: Row[tuple[object, ...]], hashed: str, stored: str) -> str:
    """``hash`` for another text than was hashed, ``form`` for one of another shape, ``columns`` beside the text."""
    if sha256(stored.encode("utf-8", "surrogatepass")).hexdigest() != hashed:
        return "hash"
    try:
        record = json.loads(stored)
        again = _again(table, record)
    except (ValueError, TypeError, KeyError):
        return "form"
    if again != hashed or canonical(record) != stored:
        return "form"
    told = {name: record[name] for name in _SAID.get(table.name, ()) if record.get(name) != getattr(row, name)}
    return "columns" if told else ""


# Columns that say again what stands in the record.
_SAID = {
    "revisions": ("cycle", "unit", "department", "kind"),
    "reviews": ("cycle", "unit", "department", "kind", "target"),
    "close_records": ("cycle", "number"),
    "minutes_versions": ("meeting", "number", "state"),
    "packets": ("meeting", "number", "moment"),
}


def _again(table: Table, record: dict[str, object]) -> str:
    """The id that a record gets when it is read as what it says it is."""
    if table is tables.revisions:
        return revision_from(record).id
    if table is tables.reviews:
        return review_from(record).id
    return audit.digest_of(record)


def _audit(connection: Connection) -> Faults:
    yield from audit.check_chain(connection)
    yield from _room(connection)


# What was said in the room is vouched for by the chain alone: the operation by which a record came there, and the
# columns that may change without it.
_ROOM: tuple[tuple[Table, str, dict[str, object]], ...] = (
    (tables.decisions, "decide", {}),
    (tables.opinions, "opinion", {}),
    (tables.remarks, "remark", {}),
    (tables.ad_hoc_reports, "report", {}),
    (tables.action_items, "action", {"state": "open", "outcome": None}),
)


def _room(connection: Connection) -> Faults:
    """Decisions, 付帯意見, remarks, 宿題 and reports between cycles whose words are not those entered last or gone.

    An entry whose ``before`` is a record as it was entered changes it or, without ``after``, takes it away.
    """
    columns = tables.audit.c
    chain = connection.execute(
        select(columns.sequence, columns.operation, columns.before, columns.after).order_by(columns.sequence)
    )
    verbs = {verb for _, verb, _ in _ROOM}
    entered: dict[str, int] = {}
    for entry in chain:
        known = entry.before is not None and entered.pop(entry.before, None) is not None
        if entry.after is not None and (known or entry.operation in verbs):
            entered[entry.after] = entry.sequence
    for table, _, changing in _ROOM:
        for row in connection.execute(select(table)):
            if entered.pop(audit.digest_of(audit.as_entered({**row._mapping, **changing})), None) is None:
                yield f"{table.name} {row.id[:16]} audit"
    yield from (f"{sequence} record" for sequence in entered.values())


def _references(connection: Connection) -> Faults:
    """Faults: ``slot`` nobody was asked and in which something is said, ``parent`` or ``target`` in another slot,
    ``audit`` an operation not on the chain. What a record names and what has not arrived is no fault."""
    asked = {tuple(row) for row in connection.execute(select(*list(tables.slots.c)[:3]))}
    silent = set(connection.scalars(select(package_tables.withheld.c.record)))
    operations = set(connection.scalars(select(tables.audit.c.sequence)))
    rows = connection.execute(select(tables.revisions)).all()
    places = {row.id: (row.cycle, row.unit, row.department) for row in rows}
    for row in rows:
        name = f"revisions {row.id[:16]}"
        place = places[row.id]
        if row.department is not None and place not in asked and row.id not in silent:
            yield f"{name} slot"
        if any(places.get(parent, place) != place for parent in json.loads(row.record)["parents"]):
            yield f"{name} parent"
    reviews = connection.execute(select(tables.reviews)).all()
    for row in reviews:
        place = (row.cycle, row.unit, row.department)
        if places.get(row.target, place) != place:
            yield f"reviews {row.id[:16]} target"
    papers = (packet_tables.packets, paper_tables.reminders, paper_tables.summary_edits)
    for table in (tables.revisions, tables.reviews, tables.minutes_versions, tables.ad_hoc_reports, *papers):
        for row in connection.execute(select(table)):
            if row.audit_sequence not in operations:
                yield f"{table.name} {next(iter(row))[:16]} audit"
    for row in connection.execute(select(tables.close_records)):
        if json.loads(row.record)["audit_sequence"] not in operations:
            yield f"close_records {row.hash[:16]} audit"
