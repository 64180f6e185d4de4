"""Files that arrive at the secretariat, opened and looked at. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import Connection

from dxdesk.domain.arrivals import (
    CHOSEN,
    Arrival,
    ArrivalRow,
    Origin,
    Place,
    check_sender,
    days_off,
    names,
    plan_arrival,
)
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.packages import NOT_SAID, FollowUp, Records
from dxdesk.domain.replies import Review, Revision, review_from, revision_from
from dxdesk.domain.reply_forms import CSV, SPREADSHEET_SUFFIXES, FormReply
from dxdesk.exchange.package import payload_of, read_outer, read_package
from dxdesk.exchange.package_text import Outer, glance
from dxdesk.exchange.reply_form_reading import read_form
from dxdesk.operations.reply_forms import form_arrival
from dxdesk.operations.sender_keys import open_keys
from dxdesk.store.queries import cycles, packages, plans, replies

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OFFICE = b"[Content_Types].xml"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_FIRST_NAME = 30
"""Where the name of the first file in a zip begins."""


@dataclass(frozen=True)
class Examined:
    """What one file is before it is taken in: its rows, or why it cannot be read.

    ``taken_before`` is the moment at which the same package was taken in, ``cancelled`` whether that was taken back;
    ``clock`` by how many days the sender's clock is off; ``number_used`` the file of another package with its number.
    """

    file: str
    arrival: Arrival | None
    cycle: Cycle | None
    rows: tuple[ArrivalRow, ...] = ()
    problem: Problem | None = None
    taken_before: str | None = None
    cancelled: bool = False
    clock: int = 0
    number_used: str | None = None

    @property
    def ticked(self) -> tuple[Place, ...]:
        """The rows that are taken in unless a person takes their tick away."""
        return tuple(row.place for row in self.rows if row.kind in CHOSEN)

    @property
    def untouched(self) -> bool:
        """Whether it is a form that says only what was on file when it was made: nobody has answered in it yet."""
        form = self.arrival is not None and self.arrival.origin == "form"
        return form and self.taken_before is None and all(row.kind == "same" for row in self.rows)


def open_reply(connection: Connection, outer: Outer, passphrase: str | None = None) -> Arrival:
    """What a reply file brings, everything checked that can be before its rows are looked at.

    In this order: its form, its seal, its signature, town and plan, cycle, and that the key was given to the
    department whose answers they are. Raises Problem.
    """
    if outer.kind != "reply":
        raise rule("take_in.not_a_reply", "file", kind=outer.head.kind)
    identity = plans.identity(connection)
    opening = open_keys(connection, passphrase).opening_private
    package = read_package(outer.head, _opened_by(opening, outer, identity))
    stamp, body = package.stamp, package.body
    assert isinstance(body, Records)
    if stamp.database != identity.database_id:
        raise rule("take_in.other_town", "file", town=stamp.head.town, own=identity.town)
    key = packages.reply_key(connection, package.key)
    if key is None:
        raise rule("take_in.unknown_key", "file")
    if stamp.plan != plans.plan(connection).uuid:
        raise rule("take_in.other_plan", "file", plan=stamp.head.plan)
    if stamp.cycle != key.cycle:
        raise rule("take_in.other_cycle", "file", cycle=stamp.head.cycle)
    if stamp.department != key.department:
        raise rule("take_in.other_department", "file", department=stamp.head.department)
    arrival = Arrival(
        id=package.id,
        origin="package",
        cycle=key.cycle,
        department=key.department,
        number=stamp.number,
        sequence=stamp.sequence,
        made=stamp.made,
        revisions=body.revisions,
        reviews=body.reviews,
        follow_ups=body.follow_ups,
        late=body.late,
    )
    return check_arrival(connection, arrival)


def _opened_by(key: str, outer: Outer, identity: plans.Identity) -> bytes:
    """What was signed. Raises Problem; where it stays shut and its head names another town, that is why."""
    try:
        return payload_of(outer, opening_key=key)
    except Problem:
        if outer.head.folded()[0] not in ("".join(identity.town.split()), NOT_SAID):
            raise rule("take_in.other_town", "file", town=outer.head.town, own=identity.town) from None
        raise


def check_arrival(connection: Connection, arrival: Arrival) -> Arrival:
    """An arrival as far as its department may say it. Raises Problem where it speaks for somebody else."""
    said: tuple[Revision | Review, ...] = (*arrival.revisions, *arrival.reviews)
    on_file = packages.on_file(connection, {one for each in said for one in (each.id, *names(each))})
    plan = plans.plan(connection, cycles.cycle(connection, arrival.cycle).plan_revision)
    return check_sender(arrival, plans.departments(connection), on_file, {each.id for each in plan.units})


def opened(file: str, content: bytes) -> Outer | FormReply:
    """A file read as far as it can be without a database: a package or a reply form. Raises Problem.

    A spreadsheet is read by a child process, which takes a moment.
    """
    if PurePath(file).suffix.lower() == CSV and not glance(content):
        raise Problem("package.csv")
    return read_form(content, file) if _is_document(file, content) else read_outer(content)


def _is_document(file: str, content: bytes) -> bool:
    """Whether it is a file of an office program, by what is in it (those are zips too, and another zip is none of ours)
    or by its name; a package is one under any name."""
    if content.startswith(_OLD_OFFICE):
        return True
    if content.startswith(_ZIP) and (_OFFICE in content or content.startswith(_OPEN_DOCUMENT, _FIRST_NAME)):
        return True
    return bool(content) and not glance(content) and PurePath(file).suffix.lower() in SPREADSHEET_SUFFIXES


def examine(
    connection: Connection, file: str, found: Outer | FormReply, moment: str, passphrase: str | None = None
) -> Examined:
    """A file looked at; what is wrong with it is its ``problem``. Nothing is written."""
    try:
        if isinstance(found, FormReply):
            arrival = check_arrival(connection, form_arrival(connection, found, file))
        else:
            arrival = open_reply(connection, found, passphrase)
        return look_at(connection, file, arrival, moment)
    except Problem as problem:
        if problem.code.startswith("keys."):
            raise  # not the file's fault: nothing can be opened
        return Examined(file, None, None, problem=problem)


def look_at(connection: Connection, file: str, arrival: Arrival, moment: str) -> Examined:
    """What taking an arrival in would mean now."""
    cycle = cycles.cycle(connection, arrival.cycle)
    known = packages.filed(connection, arrival.id)
    keys = packages.reply_keys_of(connection, cycle.id, arrival.department)
    asked_at = keys[-1].moment if keys else moment
    own = sorted({place for _, place in arrival.places})
    rows = plan_arrival(
        arrival,
        cycles.asked_of(connection, cycle.id, own),
        [each for one in own for each in replies.revisions(connection, cycle.id, department=one)],
        [each for one in own for each in replies.reviews(connection, cycle.id, department=one)],
        open_cycle=cycle.open,
        order=[each.id for each in plans.plan(connection, cycle.plan_revision).units],
    )
    return Examined(
        file,
        arrival,
        cycle,
        rows,
        taken_before=known.moment if known else None,
        cancelled=known.cancelled if known else False,
        clock=days_off(arrival.made, asked_at, moment),
        number_used=packages.number_used(connection, arrival.id, arrival.number)
        if arrival.origin == "package"
        else None,
    )


def kept_arrival(connection: Connection, package: str) -> Arrival:
    """An arrival as it was kept when it was first taken in; it must be on file."""
    filed = packages.filed(connection, package)
    assert filed is not None
    assert filed.cycle is not None
    assert filed.department is not None
    content = packages.content(connection, package)
    origin: Origin = "form" if filed.kind == "form" else "package"
    return Arrival(
        id=filed.id,
        origin=origin,
        cycle=filed.cycle,
        department=filed.department,
        number=filed.number,
        sequence=filed.sequence,
        made=filed.made,
        revisions=tuple(revision_from(each) for each in content["revisions"]),
        reviews=tuple(review_from(each) for each in content["reviews"]),
        follow_ups=tuple(FollowUp(**each) for each in content["follow_ups"]),
        late=content["late"],
    )


def held_arrivals(connection: Connection, cycle: str) -> Mapping[str, tuple[packages.Held, ...]]:
    """預かり of a cycle, by package."""
    found: dict[str, tuple[packages.Held, ...]] = {}
    for each in packages.held(connection, cycle):
        found[each.package] = (*found.get(each.package, ()), each)
    return found
