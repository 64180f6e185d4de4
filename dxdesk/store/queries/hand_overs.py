"""What a department has handed over and what is still to go: read from what is on file, never kept twice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import Connection, select

from dxdesk.domain.departments import forerunners, heirs
from dxdesk.store import tables
from dxdesk.store.package_tables import packages as on_file
from dxdesk.store.queries import packages, plans, replies

DeliveryState = Literal["handed_over", "received", "cancelled"]

_SAID_HERE = ("submit", "withdraw", "confirm")
"""Operations with which a department says something in its slots; what came in a package was entered by another."""


@dataclass(frozen=True)
class HandedOver:
    """The newest hand-over of a department in a cycle: when, its file, and what the secretariat has said of it since
    (``answered``: the moment of that; ``held``: how many answers lie there and are not on record yet)."""

    package: str
    moment: str
    file: str | None
    state: DeliveryState
    answered: str | None
    held: int = 0


@dataclass(frozen=True)
class Standing:
    """How a department stands with a cycle on its own database: the department (id) that hands over for it, the units
    of which something was said that no file carried yet, and the newest hand-over."""

    department: str
    unsent: frozenset[str]
    given: HandedOver | None

    @property
    def to_give(self) -> bool:
        """Whether something is to be handed over: new words, or the secretariat took the taking in back."""
        return bool(self.unsent) or (self.given is not None and self.given.state == "cancelled")


def handed_over(connection: Connection, cycle: str, department: str) -> HandedOver | None:
    """渡しました（受領待ち） or 受領されました: what became of the newest reply; None before the first."""
    sent = packages.all_filed(connection, kinds=("reply",), direction="out", cycle=cycle, department=department)
    if not sent:
        return None
    newest = sent[-1]
    received = packages.all_filed(connection, kinds=("receipt",), direction="in")
    receipts = [each for each in received if each.about == newest.id]
    if not receipts:
        return HandedOver(newest.id, newest.moment, newest.file, "handed_over", None)
    last = max(receipts, key=lambda each: each.sequence)  # 通番, for they may have come in any order
    said = packages.content(connection, last.id)
    state: DeliveryState = "cancelled" if said["cancelled"] else "received"
    held = sum(not row["taken"] for row in said["rows"])
    return HandedOver(newest.id, newest.moment, newest.file, state, last.made, held)


def standing(connection: Connection, cycle: str, department: str) -> Standing | None:
    """How the slots of a department (id) stand in a cycle; None where nobody here may answer for it: on the
    secretariat's database, or before its 照会 came."""
    if plans.identity(connection).kind != "liaison":
        return None
    known = plans.departments(connection)
    asked = [each for each in heirs(known, department) if packages.reply_keys_of(connection, cycle, each)]
    if not asked:
        return None
    giver = asked[0]
    own = forerunners(known, giver)
    given = handed_over(connection, cycle, giver)
    waiting = {each.unit for each in replies.drafts(connection, cycle) if each.submitted and each.department in own}
    since = _sequence_of(connection, given.package) if given is not None else 0
    said = _said_since(connection, cycle, own, since)
    return Standing(giver, frozenset(waiting | said), given)


def _sequence_of(connection: Connection, package: str) -> int:
    statement = select(on_file.c.audit_sequence).where(on_file.c.id == package)
    return cast(int, connection.execute(statement).scalar_one())


def _said_since(connection: Connection, cycle: str, departments: Collection[str], since: int) -> set[str]:
    found: set[str] = set()
    entries = tables.audit
    table: Any
    for table in (tables.revisions, tables.reviews):
        statement = (
            select(table.c.unit)
            .join(entries, entries.c.sequence == table.c.audit_sequence)
            .where(
                table.c.cycle == cycle,
                table.c.department.in_(departments),
                table.c.audit_sequence > since,
                entries.c.operation.in_(_SAID_HERE),
            )
        )
        found |= set(connection.scalars(statement))
    return found
