"""Files between a secretariat and its departments, as tests send them: 照会 out, 回答 in, 受領票 back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival, Place
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import Records
from dxdesk.domain.permissions import Actor
from dxdesk.domain.reply_forms import FormReply
from dxdesk.exchange.package import write_package
from dxdesk.operations import arrivals, delivering, handing_over, inquiring, receiving, replies, sender_keys, taking_in
from dxdesk.operations.change import Change
from dxdesk.operations.sending import PackageFile, make_package
from dxdesk.store.queries import cycles, finding, packages, plans
from tests.builders import MOMENT
from tests.databases import open_anywhere


@dataclass
class Post:
    """A secretariat's desk and the desks of its departments, each on a file of its own."""

    desk: Desk
    empty: Path
    folder: Path
    opened: list[Desk] = field(default_factory=list)

    def inquiries(self, cycle: Cycle, *departments: str) -> dict[str, PackageFile]:
        """The 照会 by the name of the department."""
        return {each.department: each for each in self.desk.do(inquiring.inquire, cycle, departments)}

    def liaison(self, inquiry: PackageFile, clock: Callable[[], str] = lambda: MOMENT, name: str = "田中") -> Desk:
        """A department's desk on a new file that a 照会 begins."""
        path = self.folder / f"liaison-{len(self.opened)}.db"
        shutil.copyfile(self.empty, path)
        package = receiving.read_from_secretariat(inquiry.content)
        desk = Desk(open_anywhere(path), Actor("liaison", (package.stamp.department or "",), name), clock)
        self.opened.append(desk)
        desk.do(receiving.begin_liaison, package, file=inquiry.name)
        return desk

    def take_in(self, made: PackageFile, ticked: Collection[Place] | None = None) -> taking_in.TakenIn:
        """A reply taken in by the secretariat. Raises Problem."""
        return self.desk.do(taking_in.take_in, self.arrival(made), made.name, ticked)

    def arrival(self, made: PackageFile) -> Arrival:
        """A reply opened by the secretariat. Raises Problem."""
        found = arrivals.opened(made.name, made.content)
        assert not isinstance(found, FormReply)
        return self.desk.ask(arrivals.open_reply, found)

    def examined(self, name: str, content: bytes) -> arrivals.Examined:
        """A file looked at by the secretariat. Raises Problem where it is no package."""
        return self.desk.ask(arrivals.examine, name, arrivals.opened(name, content), self.desk.moment())

    def receipt(self, made: PackageFile, taken: taking_in.TakenIn) -> PackageFile:
        """The 受領票 of what was taken in."""

        def give(change: Change) -> PackageFile:
            return delivering.receipt(change, self.arrival(made), taken, sender_keys.ready_keys(change))

        return self.desk.do(give)

    def returned(self, cycle: Cycle, department: str) -> PackageFile:
        """The 差戻し of a department."""

        def give(change: Change) -> PackageFile:
            return delivering.deliver(change, cycle, department, "return", sender_keys.ready_keys(change))

        return self.desk.do(give)

    def close(self) -> None:
        for each in self.opened:
            each.close()


def say(desk: Desk, code: str, results: str, *, status: str = "ok", department: str | None = None) -> None:
    """Writes and submits an answer at a department's desk, in its newest cycle."""

    def write(change: Change) -> None:
        place = replies.find_place(change, newest(desk), code, department)
        replies.record_draft(change, place, {"status": status, "results": results})
        replies.submit(change, place)

    desk.do(write)


def newest(desk: Desk) -> Cycle:
    """The newest cycle of a desk, open or not."""
    return desk.ask(finding.cycle, only_open=False)


def hand_over(desk: Desk) -> PackageFile:
    """The reply of a department's desk."""
    names = plans.names(desk.ask(plans.departments))
    return desk.do(handing_over.hand_over, newest(desk), names[desk.actor.departments[0]])


def sign_again(desk: Desk, body: Records, **said: Any) -> PackageFile:
    """A reply with whatever body and stamp, signed with the key that a department was sent: what an insider can do."""
    cycle, department = newest(desk), desk.actor.departments[0]
    (key, *_), sender = desk.ask(packages.reply_keys_of, cycle.id, department), desk.ask(packages.keys)
    assert key.private is not None
    assert sender is not None
    private, opening = key.private, sender.opening_public

    def make(change: Change) -> PackageFile:
        found = next(each for each in plans.departments(change.connection) if each.id == department)
        made = make_package(change, "reply", body, private, cycle=cycle, department=found, count=1, seal_to=opening)
        content, package = write_package(replace(made.package.stamp, **said), body, private, seal_to=opening)
        return PackageFile(made.name, content, package, made.department)

    return desk.do(make)


def receive(desk: Desk, made: PackageFile) -> receiving.Received:
    """A file of the secretariat opened at a department's desk."""
    return desk.do(receiving.receive, receiving.read_from_secretariat(made.content), file=made.name)


def asked_codes(desk: Desk) -> tuple[str, ...]:
    """The codes of what the department of a desk is asked, in the plan's order."""
    cycle = newest(desk)
    plan = desk.ask(plans.plan, cycle.plan_revision)
    asked = desk.ask(cycles.asked, cycle.id)
    own = set(desk.actor.departments)
    return tuple(unit.code or "" for unit in plan.units if own & set(asked.get(unit.id, ())))
