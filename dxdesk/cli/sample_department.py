"""A department's own database in the sample year: handed in, handed over, received, returned."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from dxdesk.cli.sample_town import SAMPLE_NAMES
from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.operations import delivering, handing_over, inquiring, receiving, replies, reviews
from dxdesk.operations.arrivals import examine, opened
from dxdesk.operations.change import Change
from dxdesk.operations.secretariats_files import take_from_secretariat
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.operations.taking_in import take_in
from dxdesk.store.database import open_database
from dxdesk.store.making import make_database
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import finding, plans

MOMENTS: Final = {
    "own_part": "2025-01-25T10:12:00+09:00",
    "own_ready": "2025-01-25T10:22:00+09:00",
    "own_given": "2025-01-25T10:25:00+09:00",
    "own_received": "2025-01-28T10:40:00+09:00",
    "own_returned": "2025-01-28T13:20:00+09:00",
}
"""What time it is at each moment of a department's own database."""

_ASKED: Final = "2025-01-16T09:00:00+09:00"
_RECEIVED: Final = "2025-01-28T10:15:00+09:00"
_RETURNED: Final = "2025-01-28T13:05:00+09:00"
_QUESTION: Final = "いつの時点の数字かを書き足してください。"


def make_department(secretariat: Path, folder: Path, department: str, texts: Mapping[str, Any]) -> None:
    """A database for each of MOMENTS, of a department (id) that answers the newest cycle of a secretariat's database.
    That stays as it is. Raises Problem and StoreUnavailable."""
    now = [_ASKED]
    working = folder / "own_secretariat.db"
    shutil.copyfile(secretariat, working)
    with open_database(working) as opened_file:
        desk = Desk(opened_file, Actor("secretariat"), lambda: now[0])
        cycle = desk.ask(finding.cycle, only_open=False)
        (inquiry,) = desk.do(inquiring.inquire, cycle, (department,))
        own = folder / "own.db"
        actor = begin_department(own, inquiry, lambda: _ASKED)
        with open_database(own) as made:
            liaison = Desk(made, actor, lambda: now[0])

            def keep(name: str) -> None:
                shutil.copyfile(own, folder / f"{name}.db")

            codes = asked_codes(liaison)
            now[0] = MOMENTS["own_part"]
            answer(liaison, codes[:-1], texts)
            keep("own_part")
            now[0] = MOMENTS["own_ready"]
            answer(liaison, codes[-1:], texts)
            keep("own_ready")
            now[0] = MOMENTS["own_given"]
            reply = liaison.do(handing_over.hand_over, cycle, department)
            keep("own_given")
            now[0] = _RECEIVED
            _open(liaison, _receipt(desk, reply))
            keep("own_received")
            now[0] = _RETURNED
            _open(liaison, desk.do(return_answer, codes[0], department))
            keep("own_returned")


def begin_department(path: Path, inquiry: PackageFile, clock: Callable[[], str]) -> Actor:
    """A department's new database that a 照会 begins; returns who works there. Raises StoreUnavailable."""
    package = receiving.read_from_secretariat(inquiry.content)
    actor = Actor("liaison", (package.stamp.department or "",), SAMPLE_NAMES["liaison"])
    make_database(
        path, lambda database: Desk(database, actor, clock).do(receiving.begin_liaison, package, file=inquiry.name)
    )
    return actor


def asked_codes(desk: Desk) -> list[str]:
    """The codes of what the department of a desk is asked in its newest cycle, in the plan's order."""
    cycle = desk.ask(finding.cycle, only_open=False)
    asked, own = desk.ask(on_file.asked, cycle.id), desk.actor.departments[0]
    return [each.code or "" for each in desk.ask(plans.plan).units if own in asked.get(each.id, ())]


def answer(desk: Desk, codes: Sequence[str], texts: Mapping[str, Any]) -> None:
    """Submits an answer to each of these items on a department's own database; of several the first is 要注意."""
    cycle = desk.ask(finding.cycle, only_open=False)
    name = plans.names(desk.ask(plans.departments))[desk.actor.departments[0]]

    def write(change: Change) -> None:
        for place, code in enumerate(codes):
            status = "warn" if place == 0 and len(codes) > 1 else "ok"
            words = texts["answers"][status][place % len(texts["answers"][status])]
            slot = replies.find_place(change, cycle, code, name)
            said = {each: words[each] for each in ("results", "issues", "next")}
            replies.record_draft(change, slot, {"status": status, **said})
            replies.submit(change, slot)

    desk.do(write)


def _receipt(desk: Desk, reply: PackageFile) -> PackageFile:
    seen = desk.ask(examine, reply.name, opened(reply.name, reply.content), desk.moment())
    assert seen.arrival is not None
    taken = desk.do(take_in, seen.arrival, reply.name)
    arrival = seen.arrival
    return desk.do(lambda change: delivering.receipt(change, arrival, taken, ready_keys(change)))


def return_answer(change: Change, code: str, department: str) -> PackageFile:
    """差戻し of one answer with a question, as the file for its department (id)."""
    cycle = finding.cycle(change.connection, only_open=False)
    name = plans.names(plans.departments(change.connection))[department]
    reviews.return_reply(change, replies.find_place(change, cycle, code, name), ["results"], _QUESTION)
    return delivering.deliver(change, cycle, department, "return", ready_keys(change))


def _open(desk: Desk, made: PackageFile) -> None:
    desk.do(take_from_secretariat, receiving.read_from_secretariat(made.content), made.name)
