"""How long it takes to take in 50 replies of 200 records: against raw SQLite putting the same rows in.

Raw means one ``executemany`` upsert per table and reply and one commit per reply, with the pragmas of the program.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import select

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.packages import Inquiry, Records
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.exchange.package import write_package
from dxdesk.exchange.package_text import Outer
from dxdesk.operations import arrivals, inquiring, taking_in
from dxdesk.operations.cycles import open_cycle
from dxdesk.operations.plans import create_town
from dxdesk.operations.sending import PackageFile
from dxdesk.store import package_tables, tables
from dxdesk.store.database import create_database, open_database
from dxdesk.store.queries import finding
from tests.bench.large_town import TEXT, large_plan

REPLIES, RECORDS = 50, 200
MERGE_GOAL, WHOLE_GOAL = 1.3, 3.0
"""Times raw SQLite: records that are opened already, and files from their first byte on."""

SECRETARIAT = Actor("secretariat", (), "計測")
_TABLES = (tables.revisions, package_tables.packages, package_tables.package_records, tables.audit)

Rows = Sequence[tuple[object, ...]]


@dataclass(frozen=True)
class TakenIn:
    """Median seconds of the three ways."""

    raw: float
    merged: float
    whole: float

    @property
    def merge_ratio(self) -> float:
        return self.merged / self.raw

    @property
    def whole_ratio(self) -> float:
        return self.whole / self.raw


def measure(folder: Path, runs: int) -> TakenIn:
    """The three ways in turn, each on a fresh copy of the same town."""
    town = folder / "taking-in.db"
    replies = make_replies(town)
    rows = _rows(town, replies, folder / "rows.db")
    ways: dict[str, Callable[[Path], float]] = {
        "raw": lambda path: _raw(path, rows),
        "merged": lambda path: _merged(path, replies),
        "whole": lambda path: _whole(path, replies),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, way in ways.items():
            path = folder / f"{name}.db"
            shutil.copyfile(town, path)
            seconds[name].append(way(path))
    return TakenIn(**{name: median(each) for name, each in seconds.items()})


def make_replies(path: Path, replies: int = REPLIES, records: int = RECORDS) -> list[PackageFile]:
    """A town in which so many departments are asked about so many initiatives, and the reply of each."""
    departments = tuple(Department(_id(number), f"{number + 1}課", order=number) for number in range(replies))
    plan = replace(large_plan(records), departments=departments)
    names = [each.name for each in departments]
    with create_database(path) as database:
        desk = Desk(database, SECRETARIAT)
        desk.do(create_town, plan)
        assigned = {unit.code or "": names for unit in plan.units}
        desk.do(open_cycle, "第1回", as_of=date(2025, 1, 31), due=date(2025, 2, 5), assigned=assigned)
        return [_reply(each, desk.moment()) for each in desk.do(inquiring.inquire, desk.ask(finding.cycle))]


def _id(number: int) -> str:
    return f"{number:08d}-0000-4000-8000-000000000000"


def _reply(asked: PackageFile, moment: str) -> PackageFile:
    inquiry, stamp = asked.package.body, asked.package.stamp
    assert isinstance(inquiry, Inquiry)
    assert stamp.cycle is not None
    author = Author("liaison", stamp.department, "計測")
    said = tuple(
        Revision("answer", stamp.cycle, slot.unit, slot.department, (), _answer(number), author, moment)
        for number, slot in enumerate(inquiry.slots)
        if slot.department == stamp.department
    )
    head = replace(stamp.head, kind="回答")
    content, package = write_package(
        replace(stamp, kind="reply", head=head), Records(said), inquiry.reply_key, seal_to=inquiry.opening_key
    )
    return PackageFile(asked.name, content, package, asked.department)


def _answer(number: int) -> Answer:
    return Answer(status="ok", stage="trial", results=TEXT.format(n=number, m=number), next="様式を改める。")


def _take(desk: Desk, found: Arrival, file: str) -> None:
    taken = desk.do(taking_in.take_in, found, file)
    assert len(taken.rows) == RECORDS


def _merged(path: Path, replies: Sequence[PackageFile]) -> float:
    with open_database(path, location=lambda _: None) as database:
        desk = Desk(database, SECRETARIAT)
        found = [(each.name, desk.ask(arrivals.open_reply, _outer(each))) for each in replies]
        begun = perf_counter()
        for name, arrival in found:
            _take(desk, arrival, name)
        return perf_counter() - begun


def _whole(path: Path, replies: Sequence[PackageFile]) -> float:
    with open_database(path, location=lambda _: None) as database:
        desk = Desk(database, SECRETARIAT)
        begun = perf_counter()
        for each in replies:
            _take(desk, desk.ask(arrivals.open_reply, _outer(each)), each.name)
        return perf_counter() - begun


def _outer(made: PackageFile) -> Outer:
    found = arrivals.opened(made.name, made.content)
    assert isinstance(found, Outer)
    return found


def _rows(town: Path, replies: Sequence[PackageFile], path: Path) -> list[dict[str, Rows]]:
    """By reply and table the rows that the program puts in."""
    shutil.copyfile(town, path)
    found: list[dict[str, Rows]] = []
    with open_database(path, location=lambda _: None) as database:
        desk = Desk(database, SECRETARIAT)
        before: dict[str, set[tuple[object, ...]]] = {}
        for each in (None, *replies):
            if each is not None:
                _take(desk, desk.ask(arrivals.open_reply, _outer(each)), each.name)
            with database.read() as connection:
                now = {table.name: set(map(tuple, connection.execute(select(table)))) for table in _TABLES}
            if each is not None:
                found.append({name: sorted(now[name] - before[name], key=repr) for name in now})
            before = now
    assert sum(len(each["revisions"]) for each in found) == len(replies) * RECORDS
    return found


def _raw(path: Path, rows: Sequence[dict[str, Rows]]) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA foreign_keys = ON")
        begun = perf_counter()
        for reply in rows:
            connection.execute("BEGIN IMMEDIATE")
            for name, values in reply.items():
                marks = ", ".join("?" * len(values[0]))
                connection.executemany(f"INSERT INTO {name} VALUES ({marks}) ON CONFLICT DO NOTHING", values)
            connection.execute("COMMIT")
        return perf_counter() - begun
