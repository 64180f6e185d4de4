"""What goes back to a department: 受領票, 差戻し and 席上修正."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.consolidation import corrected_wholes
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.deliveries import leaving, put_right
from dxdesk.domain.departments import forerunners
from dxdesk.domain.errors import rule
from dxdesk.domain.packages import Receipt, ReceiptRow, Records
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.sender_keys import OpenKeys
from dxdesk.operations.sending import PackageFile, file_package, make_package
from dxdesk.operations.taking_in import TakenIn
from dxdesk.store import audit
from dxdesk.store.queries import cycles, finding, packages, plans, replies
from dxdesk.store.queries.wishes import wishes_about


def receipt(change: Change, arrival: Arrival, taken: TakenIn, keys: OpenKeys) -> PackageFile:
    """受領票 for a package that was taken in: what became of every answer."""
    change.allow("take_in")
    rows = tuple(ReceiptRow(row.unit, row.department, row.kind, on_record, row.reason) for row, on_record in taken.rows)
    return _receipt(change, arrival.cycle, arrival.department, Receipt(arrival.id, False, rows, _anchor(change)), keys)


def cancelled_receipt(change: Change, package: str, keys: OpenKeys) -> PackageFile:
    """受領票 after a taking in was taken back: the department may hand over once more. Raises Problem."""
    change.allow("take_in")
    filed = packages.filed(change.connection, package)
    if filed is None or filed.cycle is None or filed.department is None:
        raise rule("cancel.unknown", "package", package=package[:12])
    body = Receipt(package, True, (), _anchor(change))
    return _receipt(change, filed.cycle, filed.department, body, keys)


def _anchor(change: Change) -> str:
    return audit.head(change.connection).hash


def _receipt(change: Change, cycle: str, department: str, body: Receipt, keys: OpenKeys) -> PackageFile:
    about = cycles.cycle(change.connection, cycle)
    found = next(each for each in plans.departments(change.connection) if each.id == department)
    made = make_package(
        change, "receipt", body, keys.signing_private, cycle=about, department=found, count=len(body.rows)
    )
    sequence = change.enter("receipt", found.name, Touched.NOTHING, after=made.package.id, package=body.package)
    file_package(change, made.package, sequence, direction="out", file=made.name, about=body.package)
    return made


def deliver(
    change: Change,
    cycle: Cycle,
    department: str,
    kind: Literal["return", "correction"],
    keys: OpenKeys,
    *,
    passphrase: str | None = None,
) -> PackageFile:
    """差戻し or 席上修正 for a department: everything on record about its slots in the cycle, so that the newest file
    alone is enough. 席上修正 tells whatever the secretariat put right: in the room, of a くいちがい, or written for the
    department, and what the meeting made of a 取りまとめ of its answers with others. What holds a memo stays at the
    secretariat. Raises Problem where there is nothing to tell."""
    change.allow("take_in")
    found = finding.department(change.connection, department)
    own = forerunners(plans.departments(change.connection), found.id)
    said = replies.revisions(change.connection, cycle.id)
    asked = cycles.asked_of(change.connection, cycle.id, own)
    wholes = corrected_wholes(each for each in said if each.unit in asked)
    body = Records(
        revisions=(*leaving(each for each in said if each.department in own), *wholes),
        reviews=tuple(
            each
            for each in replies.reviews(change.connection, cycle.id)
            if each.department in own and each.kind != "confirm"
        ),
    )
    if kind == "correction":
        body = replace(body, wishes=wishes_about(change.connection, [each.id for each in body.revisions]))
    told = {each.slot for each in body.reviews if each.kind == "return"}
    if kind == "correction":
        told = {each.slot for each in (*put_right(body.revisions), *wholes)}
    if not told:
        raise rule("deliver.nothing", "department", department=found.name)
    made = make_package(
        change,
        kind,
        body,
        keys.signing_private,
        cycle=cycle,
        department=found,
        count=len(told),
        passphrase=passphrase,
    )
    sequence = change.enter("deliver", found.name, Touched.REPLIES, after=made.package.id)
    file_package(change, made.package, sequence, direction="out", file=made.name)
    return made
