"""取り込み of one file with what follows from it: the 受領票 that goes back to the department."""

from __future__ import annotations

from collections.abc import Collection

from dxdesk.domain.arrivals import Arrival, Place
from dxdesk.operations.change import Change
from dxdesk.operations.delivering import cancelled_receipt, receipt
from dxdesk.operations.sender_keys import open_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.operations.taking_back import cancel_taking_in
from dxdesk.operations.taking_in import TakenIn, take_in
from dxdesk.store.queries import packages
from dxdesk.store.queries.taken_in import answers_of


def take_in_with_receipt(
    change: Change, arrival: Arrival, file: str, ticked: Collection[Place] | None = None, passphrase: str | None = None
) -> tuple[TakenIn, PackageFile | None]:
    """Takes an arrival in and makes its 受領票, in one transaction. A reply form gets none: who fills one in has no
    program that could open it. Raises Problem."""
    taken = take_in(change, arrival, file, ticked)
    if arrival.origin == "form":
        return taken, None
    return taken, receipt(change, arrival, taken, open_keys(change.connection, passphrase))


def cancel_with_receipt(change: Change, package: str, passphrase: str | None = None) -> tuple[int, PackageFile | None]:
    """取消 of a taking in, with the 受領票 that tells the department; how many answers it was. Raises Problem."""
    filed = packages.filed(change.connection, package)
    cancel_taking_in(change, package)
    answers = answers_of(change.connection, package)
    if filed is None or filed.kind == "form":
        return answers, None
    return answers, cancelled_receipt(change, package, open_keys(change.connection, passphrase))
