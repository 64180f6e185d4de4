"""待ち in the sample year: a reply without the earlier version that it goes on from."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from dxdesk.cli.sample_department import answer, begin_department
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import Records
from dxdesk.domain.permissions import Actor
from dxdesk.operations import handing_over, inquiring
from dxdesk.operations.arrivals import examine, opened
from dxdesk.operations.change import Change
from dxdesk.operations.exchange_folder import put
from dxdesk.operations.sending import PackageFile, make_package
from dxdesk.operations.taking_in import take_in
from dxdesk.store.database import open_database
from dxdesk.store.queries import finding, packages, plans, replies
from dxdesk.wording.take_in import SAMPLE_WAITING

MOMENTS: Final = {
    "gap": "2025-01-30T10:20:00+09:00",
    "waiting": "2025-01-30T10:25:00+09:00",
}
"""What time it is at each moment: the reply has come; what it says is kept until the earlier version comes."""

_ASKED: Final = "2025-01-16T09:00:00+09:00"
_WRITTEN: Final = ("2025-01-29T11:05:00+09:00", "2025-01-30T09:10:00+09:00")


def make_waiting(secretariat: Path, folder: Path, department: str, texts: Mapping[str, Any]) -> None:
    """A database for each of MOMENTS, of a secretariat's database and the reply of a department (id) that lies in a
    folder of its own. The database stays as it is. Raises Problem and StoreUnavailable."""
    shutil.copyfile(secretariat, folder / "gap.db")
    now = [_ASKED]
    with open_database(folder / "gap.db") as opened_file:
        desk = Desk(opened_file, Actor("secretariat"), lambda: now[0])
        cycle = desk.ask(finding.cycle)
        (inquiry,) = desk.do(inquiring.inquire, cycle, (department,))
        code = _first_unanswered(desk, cycle, department)
    own = folder / "gap_department.db"
    actor = begin_department(own, inquiry, lambda: _ASKED)
    with open_database(own) as opened_file:
        liaison = Desk(opened_file, actor, lambda: now[0])
        for now[0] in _WRITTEN:
            answer(liaison, (code,), texts)
            whole = liaison.do(handing_over.hand_over, cycle, department)
        reply = liaison.do(_without_earlier, whole)
    share = folder / SAMPLE_WAITING
    share.mkdir()
    put(share, reply.name, reply.content)
    shutil.copyfile(folder / "gap.db", folder / "waiting.db")
    with open_database(folder / "waiting.db") as opened_file:
        desk = Desk(opened_file, Actor("secretariat"), lambda: MOMENTS["waiting"])
        seen = desk.ask(examine, reply.name, opened(reply.name, reply.content), desk.moment())
        assert seen.arrival is not None
        desk.do(take_in, seen.arrival, reply.name)


def _first_unanswered(desk: Desk, cycle: Cycle, department: str) -> str:
    """The code of the first item about which the department has said nothing yet, else of the last one it is asked."""
    views, last = desk.ask(replies.live_views, cycle), ""
    for unit in desk.ask(plans.plan).units:
        slots = views[unit.id].slots if unit.id in views else {}
        if department in slots:
            last = unit.code or ""
            if slots[department].state == "unanswered":
                break
    return last


def _without_earlier(change: Change, whole: PackageFile) -> PackageFile:
    """The same reply with only the answers that go on from another one."""
    body = whole.package.body
    assert isinstance(body, Records)
    cycle = finding.cycle(change.connection)
    own = next(each for each in plans.departments(change.connection) if each.id == whole.package.stamp.department)
    (key, *_), sender = packages.reply_keys_of(change.connection, cycle.id, own.id), packages.keys(change.connection)
    assert key.private is not None
    assert sender is not None
    late = replace(body, revisions=tuple(each for each in body.revisions if each.parents))
    return make_package(
        change, "reply", late, key.private, cycle=cycle, department=own, count=1, seal_to=sender.opening_public
    )
