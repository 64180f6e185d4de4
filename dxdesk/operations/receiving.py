"""What a liaison's database takes in from the secretariat: 照会, 差戻し, 席上修正, 受領票, 計画."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import insert

from dxdesk.domain.departments import forerunners, heirs
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.packages import NOT_SAID, Body, Inquiry, Package, PlanNews, Receipt, Records, Stamp
from dxdesk.domain.plan_records import plain
from dxdesk.domain.records import canonical
from dxdesk.exchange.package import needs_passphrase, payload_of, read_outer, read_package
from dxdesk.exchange.package_body import body_text
from dxdesk.exchange.sealing import public_of
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.inquiry_filling import add_missing_slots, add_numbered, take_inquiry
from dxdesk.operations.records import add_records
from dxdesk.operations.sending import file_package
from dxdesk.store import tables
from dxdesk.store.package_tables import reply_keys, sender_keys
from dxdesk.store.queries import cycles, packages, plans


@dataclass(frozen=True)
class Received:
    """What came of opening a package: its kind, cycle and department (ids, None where it is about neither), whether it
    was on file already."""

    package: str
    kind: str
    cycle: str | None
    department: str | None
    known: bool


def locked(content: bytes) -> bool:
    """Whether a file needs a passphrase. Raises Problem where it is no package."""
    return needs_passphrase(read_outer(content))


def read_from_secretariat(content: bytes, passphrase: str | None = None) -> Package:
    """A package that the secretariat sends, opened and checked in itself. Raises Problem, also for a reply: only the
    secretariat opens those."""
    outer = read_outer(content)
    return read_package(outer.head, payload_of(outer, passphrase=passphrase))


def taken_on(package: Package, own: Sequence[str]) -> tuple[str, str] | None:
    """The department (id, name) of a 照会 that is none of those answered for so far (``own``, ids) and none that one of
    them became; None otherwise, and for a first one.
    """
    body, department = package.body, package.stamp.department
    if package.stamp.kind != "inquiry" or not isinstance(body, Inquiry) or department is None or not own:
        return None
    if any(department in heirs(body.departments, each) for each in own):
        return None
    return department, plans.names(body.departments)[department]


def check_inquiry(package: Package) -> Inquiry:
    """The 照会 or 閲覧 of a package with which a database can be begun. Raises Problem."""
    if not isinstance(package.body, Inquiry):
        raise rule("receive.inquiry_first", "file")
    if package.key != package.body.sender_key:
        raise Problem("package.changed")
    return package.body


def begin_liaison(change: Change, package: Package, *, file: str | None = None) -> Received:
    """Fills a new database from the first 照会, which came under a name (``file``). Raises Problem."""
    body = check_inquiry(package)
    change.connection.execute(
        insert(tables.identity).values(
            id=1,
            database_id=package.stamp.database,
            kind="liaison",
            town=body.town,
            sample=int(body.sample),
            created=change.moment,
        )
    )
    change.connection.execute(
        insert(sender_keys).values(id=1, signing_public=body.sender_key, opening_public=body.opening_key)
    )
    return receive(change, package, file=file)


def receive(change: Change, package: Package, *, file: str | None = None) -> Received:
    """Takes in a package of the secretariat whose database this one belongs to. Taking one in again changes nothing.

    Raises Problem: another secretariat, another key, a reply, or something about a cycle that no 照会 came for.
    """
    change.allow("read")
    stamp = package.stamp
    identity, keys = plans.identity(change.connection), packages.keys(change.connection)
    if stamp.kind == "reply":
        raise rule("receive.reply", "file")
    if identity.kind != "liaison" or keys is None:
        raise rule("receive.secretariat", "file")
    if stamp.database != identity.database_id:
        raise rule("receive.other_town", "file", town=stamp.head.town, own=identity.town)
    if package.key != keys.signing_public:
        raise rule("receive.other_key", "file")
    known = packages.filed(change.connection, package.id) is not None
    found = Received(package.id, stamp.kind, stamp.cycle, stamp.department, known)
    if known:
        return found
    body = package.body
    if isinstance(body, Inquiry):
        _check_beside(change, stamp)
        take_inquiry(change, stamp, body)
    elif stamp.cycle is not None and stamp.cycle not in {each.id for each in cycles.cycles(change.connection)}:
        raise rule("receive.no_inquiry", "file", cycle=stamp.head.cycle)
    if isinstance(body, Records):
        body = _own_part(change, body, stamp)
    sequence = change.enter("receive", stamp.head.kind, Touched.NOTHING, after=package.id)
    change.touched |= Touched.PLAN | Touched.DEPARTMENTS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    if isinstance(body, Records):
        add_missing_slots(change, stamp.cycle or "", (*body.revisions, *body.reviews))
        add_records(change, body.revisions, body.reviews, sequence)
    elif isinstance(body, PlanNews):
        add_numbered(change, tables.plan_revisions, body.plan, stamp.plan)
    about, content = _kept(stamp, body)
    file_package(change, package, sequence, direction="in", file=file, about=about, content=content)
    if isinstance(body, Inquiry) and stamp.kind == "inquiry":
        _keep_reply_key(change, package, body, sequence)
    return found


def _kept(stamp: Stamp, body: Body) -> tuple[str | None, str | None]:
    """Which reply a package is about, and what is kept of what it says beyond its records."""
    if isinstance(body, Receipt):
        return body.package, body_text(body)
    if isinstance(body, Inquiry):
        return None, canonical({"numbers_only": stamp.head.department == NOT_SAID})
    if isinstance(body, Records) and body.wishes:
        return None, canonical({"wishes": plain(body.wishes)})
    return None, None


def _check_beside(change: Change, stamp: Stamp) -> None:
    """A database either answers or only looks: as everything counts now every cycle is read as if it were closed."""
    kinds = {each.kind for each in packages.all_filed(change.connection, direction="in")}
    if stamp.kind == "view" and "inquiry" in kinds:
        raise rule("receive.beside_inquiry", "file")
    if stamp.kind == "inquiry" and "view" in kinds:
        raise rule("receive.beside_view", "file")


def _own_part(change: Change, body: Records, stamp: Stamp) -> Records:
    """What is about the departments that this database answers for, and of the whole units they answer what they are
    told. Raises Problem where nothing is."""
    known = plans.departments(change.connection)
    own = {each for one in packages.answering(change.connection) for each in forerunners(known, one)}
    found = Records(
        tuple(each for each in body.revisions if (each.department or stamp.department) in own),
        tuple(each for each in body.reviews if each.department in own),
    )
    kept = {each.id for each in found.revisions}
    found = replace(found, wishes=tuple(each for each in body.wishes if each.revision in kept))
    if not found.revisions and not found.reviews:
        raise rule("receive.other_department", "file")
    return found


def _keep_reply_key(change: Change, package: Package, body: Inquiry, sequence: int) -> None:
    change.connection.execute(
        insert(reply_keys).values(
            public=public_of(body.reply_key),
            cycle=package.stamp.cycle,
            department=package.stamp.department,
            private=body.reply_key,
            moment=change.moment,
            audit_sequence=sequence,
        )
    )
