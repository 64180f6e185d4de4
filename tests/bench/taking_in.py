"""How long it takes to take in 50 replies of 200 records: against raw SQLite putting the same rows in.

Raw means: every row that the program writes, of every table, in its order, one ``executemany`` per table and reply,
one commit per reply, with the pragmas of the program. Each reply is put in both ways right after one another, so that
both have the same machine; in the end both databases hold the same.

Beside that stands the floor: what nobody who opens such a file can leave out, done by the libraries alone.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import Connection

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.packages import Inquiry, Records
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.exchange import sealing
from dxdesk.exchange.package import write_package
from dxdesk.exchange.package_text import Outer, bound
from dxdesk.operations import arrivals, inquiring, taking_in
from dxdesk.operations.cycles import open_cycle
from dxdesk.operations.plans import create_town
from dxdesk.operations.sender_keys import open_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.store.database import create_database, open_database
from dxdesk.store.queries import finding
from dxdesk.ui.undisturbed import undisturbed
from tests.bench.large_town import TEXT, large_plan

REPLIES, RECORDS = 50, 200
MERGE_GOAL, WHOLE_GOAL = 1.3, 3.0
"""Times raw SQLite: records that are opened already, and files from their first byte on."""

SECRETARIAT = Actor("secretariat", (), "計測")
MOMENT = "2025-02-10T09:00:00+09:00"
_GROWING = ("audit", "packages", "revisions", "package_records")
_TABLES = (*_GROWING, "audit_head")

File = tuple[str, bytes]
"""Name and content of a reply."""
Rows = list[tuple[object, ...]]


@dataclass(frozen=True)
class TakenIn:
    """Median seconds: raw SQLite, the same with what cannot be left out in opening, and what the program takes for
    records that are opened already and for files."""

    raw: float
    floor: float
    merged: float
    whole: float

    @property
    def floor_ratio(self) -> float:
        return self.floor / self.raw

    @property
    def merge_ratio(self) -> float:
        return self.merged / self.raw

    @property
    def whole_ratio(self) -> float:
        return self.whole / self.raw


def measure(folder: Path, runs: int) -> TakenIn:
    """So many runs, each on fresh copies of the same town."""
    town = folder / "taking-in.db"
    files = make_replies(town)
    rows = _rows(town, files, folder / "rows.db")
    found = [_run(town, files, rows, folder) for _ in range(runs)]
    return TakenIn(*(median(each) for each in zip(*found, strict=True)))


def make_replies(path: Path, replies: int = REPLIES, records: int = RECORDS) -> list[File]:
    """A town in which so many departments are asked about so many initiatives, and the reply of each."""
    departments = tuple(Department(_id(number), f"{number + 1}課", order=number) for number in range(replies))
    plan = replace(large_plan(records), departments=departments)
    names = [each.name for each in departments]
    with create_database(path) as database:
        desk = Desk(database, SECRETARIAT, lambda: MOMENT)
        desk.do(create_town, plan)
        assigned = {unit.code or "": names for unit in plan.units}
        desk.do(open_cycle, "第1回", as_of=date(2025, 1, 31), due=date(2025, 2, 5), assigned=assigned)
        return [_reply(each) for each in desk.do(inquiring.inquire, desk.ask(finding.cycle))]


def _id(number: int) -> str:
    return f"{number:08d}-0000-4000-8000-000000000000"


def _reply(asked: PackageFile) -> File:
    inquiry, stamp = asked.package.body, asked.package.stamp
    assert isinstance(inquiry, Inquiry)
    assert stamp.cycle is not None
    author = Author("liaison", stamp.department, "計測")
    said = tuple(
        Revision("answer", stamp.cycle, slot.unit, slot.department, (), _answer(number), author, MOMENT)
        for number, slot in enumerate(inquiry.slots)
        if slot.department == stamp.department
    )
    head = replace(stamp.head, kind="回答")
    content, _ = write_package(
        replace(stamp, kind="reply", head=head), Records(said), inquiry.reply_key, seal_to=inquiry.opening_key
    )
    return asked.name, content


def _answer(number: int) -> Answer:
    return Answer(status="ok", stage="trial", results=TEXT.format(n=number, m=number), next="様式を改める。")


def _run(town: Path, files: Sequence[File], rows: Sequence[dict[str, Rows]], folder: Path) -> tuple[float, ...]:
    """Seconds as in ``TakenIn``; who comes first takes turns."""
    paths = [Path(shutil.copyfile(town, folder / name)) for name in ("raw.db", "taken.db")]
    seconds: dict[Callable[..., object], float] = dict.fromkeys((_put, _floor, _open, _take), 0.0)

    def timed(act: Callable[..., object], *given: object) -> object:
        begun = perf_counter()
        found = act(*given)
        seconds[act] += perf_counter() - begun
        return found

    with ExitStack() as stack:
        raw = stack.enter_context(closing(_connected(paths[0])))
        database = stack.enter_context(open_database(paths[1], location=lambda _: None))
        desk = Desk(database, SECRETARIAT, lambda: MOMENT)
        opening = desk.ask(_opening_key)
        for number, (file, reply) in enumerate(zip(files, rows, strict=True)):
            for way in (0, 1) if number % 2 else (1, 0):
                if way:
                    timed(_put, raw, reply)
                    timed(_floor, file, opening)
                else:
                    timed(_take, desk, timed(_open, desk, file), file)
    assert _stored(paths[0]) == _stored(paths[1])
    put, floor, opened, taken = seconds.values()
    return put, put + floor, taken, opened + taken


def _open(desk: Desk, file: File) -> Arrival:
    """As the screen opens it."""
    return undisturbed(lambda: desk.ask(arrivals.open_reply, _outer(file)))


def _take(desk: Desk, found: Arrival, file: File) -> None:
    taken = desk.do(taking_in.take_in, found, file[0])
    assert len(taken.rows) == RECORDS


def _outer(file: File) -> Outer:
    found = arrivals.opened(*file)
    assert isinstance(found, Outer)
    return found


def _opening_key(connection: Connection) -> str:
    key = open_keys(connection, None).opening_private
    assert key is not None
    return key


def _floor(file: File, opening_key: str) -> None:
    """Unsealed, its signature checked, read as JSON, and every record written and hashed once."""
    outer = _outer(file)
    inner = json.loads(sealing.unseal(outer.content, opening_key, bound(outer.head)))
    content = base64.b64decode(inner["body"])
    sealing.check_signature(content, inner["signature"], inner["key"])
    for each in json.loads(content)["body"]["revisions"]:
        written = json.dumps(each, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        hashlib.sha256(written.encode("utf-8")).hexdigest()


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("foreign_keys = ON", "recursive_triggers = ON", "journal_mode = TRUNCATE", "synchronous = EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _put(connection: sqlite3.Connection, reply: dict[str, Rows]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for name in _GROWING:
        marks = ", ".join("?" * len(reply[name][0]))
        connection.executemany(f"INSERT INTO {name} VALUES ({marks}) ON CONFLICT DO NOTHING", reply[name])
    connection.executemany("UPDATE audit_head SET (id, sequence, hash) = (?, ?, ?)", reply["audit_head"])
    connection.execute("COMMIT")


def _stored(path: Path) -> dict[str, Rows]:
    return {name: _since(path, name, 0) for name in _TABLES}


def _since(path: Path, table: str, last: int) -> Rows:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT * FROM {table} WHERE rowid > ? ORDER BY rowid", [last]).fetchall()


def _rows(town: Path, files: Sequence[File], path: Path) -> list[dict[str, Rows]]:
    """By reply and table the rows that the program puts in, in its order."""
    shutil.copyfile(town, path)
    found: list[dict[str, Rows]] = []
    last = {name: len(rows) for name, rows in _stored(path).items()} | {"audit_head": 0}
    with open_database(path, location=lambda _: None) as database:
        desk = Desk(database, SECRETARIAT, lambda: MOMENT)
        for file in files:
            _take(desk, _open(desk, file), file)
            found.append({name: _since(path, name, last[name]) for name in _TABLES})
            last |= {name: last[name] + len(found[-1][name]) for name in _GROWING}
    assert sum(len(each["revisions"]) for each in found) == len(files) * RECORDS
    return found
