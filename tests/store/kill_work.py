"""What the processes do that are killed: each works without end and says after every commit that it is done."""

import itertools
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.domain.records import digest
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.exchange.plan_pack import read_pack
from dxdesk.operations import carrying, handing_over, replies, taking_back, taking_in
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle, open_cycle, reopen_cycle
from dxdesk.operations.departments import add_department
from dxdesk.operations.plans import create_town
from dxdesk.store import backup, migrations
from dxdesk.store.carrying import taking_along
from dxdesk.store.queries import finding, plans
from tests.databases import open_anywhere
from tests.plan_samples import shipped

CODE, DEPARTMENT, MOMENT = "1", "確かめ課", "2025-02-01T09:00:00+09:00"
SECRETARIAT = Actor("secretariat", (), "佐藤")


def open_desk(target: str) -> Desk:
    return Desk(open_anywhere(target), SECRETARIAT)


def found_town(target: str) -> None:
    """A town with one open cycle in which a department is asked about one unit."""
    desk = open_desk(target)
    desk.do(create_town, read_pack(shipped("ogawara"), "ogawara.json"))
    desk.do(add_department, DEPARTMENT)
    desk.do(
        open_cycle, "第1回", as_of=date(2025, 2, 1), due=date(2025, 2, 10), departments=[DEPARTMENT],
        assigned={CODE: [DEPARTMENT]},
    )  # fmt: skip
    desk.close()


def newest_cycle(desk: Desk) -> Cycle:
    return desk.ask(finding.cycle, None, only_open=False)


def write(change: Change, cycle: Cycle, text: str) -> None:
    place = replies.find_place(change, cycle, CODE, DEPARTMENT)
    replies.record_draft(change, place, {"status": "ok", "results": text, "issues": text * 200})


def take_back(change: Change, cycle: Cycle) -> None:
    replies.withdraw(change, replies.find_place(change, cycle, CODE, DEPARTMENT))


def record(target: str, start: int, done: Connection) -> None:
    desk = open_desk(target)
    cycle = newest_cycle(desk)
    for number in itertools.count(start):
        desk.do(write, cycle, str(number))
        done.send_bytes(str(number).encode())


def hand_in(target: str, start: int, done: Connection) -> None:
    desk = open_desk(target)
    cycle = newest_cycle(desk)
    for number in itertools.count(start):
        desk.do(write, cycle, str(number))
        handed = desk.do(handing_over.hand_in, cycle, DEPARTMENT)
        done.send_bytes(handed.submitted[0].id.encode())


def undo(target: str, start: int, done: Connection) -> None:
    desk = open_desk(target)
    cycle = newest_cycle(desk)
    for number in itertools.count(start):
        desk.do(write, cycle, str(number))
        desk.do(handing_over.hand_in, cycle, DEPARTMENT)
        desk.do(take_back, cycle)
        done.send_bytes(str(number).encode())


def close(target: str, start: int, done: Connection) -> None:
    desk = open_desk(target)
    for number in itertools.count(start):
        cycle = newest_cycle(desk)
        if cycle.open:
            desk.do(close_cycle, cycle, "試し")
        else:
            desk.do(reopen_cycle, cycle, "試し")
        done.send_bytes(str(number).encode())


def arrival(desk: Desk, number: int) -> Arrival:
    """A reply of the department: everything it ever said, the newest version for the first time."""
    cycle = newest_cycle(desk)
    unit, found = desk.ask(plans.plan).unit(CODE).id, desk.ask(finding.department, DEPARTMENT).id
    versions: list[Revision] = []
    for each in range(number + 1):
        before = tuple(version.id for version in versions[-1:])
        answer = Answer(status="ok", results=str(each), issues=str(each) * 200)
        author = Author("liaison", found, str(each))
        versions.append(Revision("answer", cycle.id, unit, found, before, answer, author, MOMENT))
    identity = digest({"cycle": cycle.id, "number": number})
    return Arrival(identity, "package", cycle.id, found, str(number), number + 1, MOMENT, tuple(versions))


def take_in(target: str, start: int, done: Connection) -> None:
    desk = open_desk(target)
    for number in itertools.count(start):
        taken = desk.do(taking_in.take_in, arrival(desk, number), "回答.dxd")
        done.send_bytes(taken.outcome.id.encode())


def cancel(target: str, start: int, done: Connection) -> None:
    """Takes files in and back: every second one stays taken in."""
    desk = open_desk(target)
    for number in itertools.count(start):
        taken = desk.do(taking_in.take_in, arrival(desk, number), "回答.dxd")
        done.send_bytes(f"in {taken.outcome.id}".encode())
        if number % 2:
            desk.do(taking_back.cancel_taking_in, taken.outcome.id)
            done.send_bytes(f"back {taken.outcome.id}".encode())


def close_over_files(target: str, start: int, done: Connection) -> None:
    """Closes and opens again while files arrive, so that every second one is held."""
    desk = open_desk(target)
    for number in itertools.count(start):
        cycle = newest_cycle(desk)
        desk.do(close_cycle, cycle, "試し") if cycle.open else desk.do(reopen_cycle, cycle, "試し")
        taken = desk.do(taking_in.take_in, arrival(desk, number), "回答.dxd")
        done.send_bytes(taken.outcome.id.encode())


def migrate(target: str, _start: int, done: Connection) -> None:
    path = Path(target)
    done.send_bytes(b"go")
    migrations.upgrade_file(path, path.parent / "scripts")
    done.send_bytes(b"done")


def back_up(target: str, _start: int, done: Connection) -> None:
    database = open_anywhere(target)
    while True:
        made = backup.back_up(database, Path(target).parent / "b", reason="asked", now=datetime.now(UTC))
        done.send_bytes(made.name.encode())


def restore(target: str, start: int, done: Connection) -> None:
    path = Path(target)
    for number in itertools.count(start):
        copy = path.with_name(("one.db", "two.db")[number % 2])
        backup.restore(copy, path, datetime.now(UTC), path.parent / "b")
        done.send_bytes(copy.name.encode())


def create(target: str, start: int, done: Connection) -> None:
    """Makes the files ``target``-0, ``target``-1 …, each whole or not at all."""
    from dxdesk.store.database import create_database

    for number in itertools.count(start):
        path = Path(f"{target}-{number}")
        create_database(path, location=lambda _: None).close()
        done.send_bytes(path.name.encode())


Work = Callable[[str, int, Connection], None]


def copy_scripts(folder: Path) -> Path:
    return Path(shutil.copytree(migrations.scripts(), folder / "scripts"))


def carry_along(target: str, number: int) -> Path:
    """Takes a database along into a file beside it, in which something is done."""
    place = Path(target).with_name(f"out{number}.db")
    with open_anywhere(target) as database, taking_along(place) as part:
        Desk(database, SECRETARIAT).do(carrying.carry_out, database.path, part, place, "PC")
    with open_anywhere(place) as there:
        Desk(there, SECRETARIAT).do(add_department, f"課{number}")
    return place


def bring_back(place: Path, target: str) -> None:
    now = datetime.now(UTC)
    carrying.carry_in(SECRETARIAT, place, Path(target), now, Path(target).parent / "控え")


def carry(target: str, start: int, done: Connection) -> None:
    """Takes along and brings back, for ever."""
    done.send_bytes(str(start).encode())
    for number in itertools.count(start + 1):
        bring_back(carry_along(target, number), target)
        done.send_bytes(str(number).encode())
