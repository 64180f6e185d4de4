"""持ち出し and 持ち帰り: a meeting on another PC, with a copy in which work goes on while the original waits."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from dxdesk.domain.carryings import Carrying, away, returning
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.permissions import Actor, check_allowed
from dxdesk.domain.text import check_line
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.store import audit, carrying, package_tables, tables
from dxdesk.store.queries import plans
from dxdesk.store.queries.carryings import carryings

taking_along = carrying.taking_along
"""The temporary name of a file that is taken along; see there."""


@dataclass(frozen=True)
class Brought:
    """What a returned file brings: the 持ち出し it ends, how many operations were done since, and when the last one was
    (ISO; None without any)."""

    carrying: Carrying
    operations: int
    last: str | None


@dataclass(frozen=True)
class CarriedIn:
    """A 持ち帰り that was done: what it brought, and where the original that waited is kept."""

    brought: Brought
    kept: Path


def carry_out(change: Change, source: Path | None, part: Path, place: Path, computer: str) -> Outcome:
    """持ち出し: makes ``part`` a checked copy of the database ``source`` in which work goes on; this one waits.

    Both enter the same operation. ``part`` is the temporary name that ``store.carrying.taking_along`` gives for
    ``place``, so that there is never a moment with two files in which work goes on. Raises Problem, for a database on
    a server (``source`` None) too: every PC opens that one itself.
    """
    change.allow("agenda")
    if source is None:
        raise rule("carry.server", "database")
    carrying.copy_along(source, part)
    taken = Carrying(
        str(uuid.uuid4()), "taken", change.moment, change.actor.name, computer, check_line(str(place), "file")
    )
    with carrying.unnamed(part) as copy:
        _begin(Change(copy, change.actor, change.moment), taken)
    _begin(change, Carrying(**{**asdict(taken), "side": "left"}))
    return Outcome("meeting carry-out", taken.id, place.name)


def _begin(change: Change, begun: Carrying) -> None:
    table = package_tables.carryings
    last = change.connection.scalar(select(func.max(table.c.number))) or 0
    change.connection.execute(insert(table).values(number=last + 1, **asdict(begun)))
    told = {name: value for name, value in asdict(begun).items() if name != "side"}
    change.enter("meeting carry-out", Path(begun.place).name, Touched.MEETINGS, after=told)


def give_up(change: Change, reason: str) -> Outcome:
    """持ち出しをやめる: work goes on in this file, and the copy that is elsewhere is not taken back any more.

    ``reason`` stays in the audit chain and is what a later 持ち帰り of that copy is told. Raises Problem.
    """
    change.allow("agenda")
    why = check_line(reason, "reason")
    if not why:
        raise Problem("reason.missing", "reason")
    waiting = away(carryings(change.connection))
    if waiting is None:
        raise rule("carry.none_out", "database")
    values = {"ended": "given_up", "ended_moment": change.moment, "reason": why}
    _end(change, [waiting.id], values)
    change.enter("meeting carry-cancel", Path(waiting.place).name, Touched.MEETINGS, after={"id": waiting.id, **values})
    return Outcome("meeting carry-cancel", waiting.id, Path(waiting.place).name)


def _end(change: Change, ids: Sequence[str], values: dict[str, str]) -> None:
    change.connection.execute(
        update(package_tables.carryings).where(package_tables.carryings.c.id.in_(ids)).values(**values)
    )


def look_at(actor: Actor, returned: Path, target: Path) -> Brought:
    """What 持ち帰り of a file would bring into a database that is open nowhere; nothing is changed.

    Raises Problem (see ``carry_in``) and StoreUnavailable.
    """
    _check_files(actor, returned, target)
    with (
        carrying.original(target) as waiting,
        carrying.brought(returned, target) as part,
        waiting.read() as here,
        carrying.unnamed(part) as there,
    ):
        return _compared(here, there)


def carry_in(actor: Actor, returned: Path, target: Path, now: datetime, folder: Path) -> CarriedIn:
    """持ち帰り: puts a returned file in the place of the original that waited for it, which is kept in ``folder``.

    The file has to be whole (every record and the chain), of this database, and to begin with all that the original has
    entered. Nothing else may have either open. Raises Problem: carry.same_file, another_town, none, another, given_up,
    returned, damaged; and StoreUnavailable. Then nothing has changed.
    """
    _check_files(actor, returned, target)
    with carrying.original(target) as waiting, carrying.brought(returned, target) as part:
        wrong = carrying.faults(part)
        if wrong:
            raise Problem("carry.damaged", "file", {"file": returned.name, "text": wrong})
        with waiting.read() as here, carrying.unnamed(part) as there:
            found = _compared(here, there)
            _finish(Change(there, actor, now.isoformat(timespec="seconds")), found.carrying)
        return CarriedIn(found, carrying.replace(waiting, part, folder, now))


def _check_files(actor: Actor, returned: Path, target: Path) -> None:
    check_allowed(actor, "agenda")
    if returned.exists() and target.exists() and returned.samefile(target):
        raise Problem("carry.same_file", "file", {"file": returned.name})


def _compared(here: Connection, there: Connection) -> Brought:
    if plans.identity(here).database_id != plans.identity(there).database_id:
        raise Problem("carry.another_town", "file", {"town": plans.identity(there).town})
    head = audit.head(here)
    unchanged = audit.hash_at(there, head.sequence) == head.hash
    ended = returning(carryings(here), carryings(there), unchanged=unchanged)
    done = audit.head(there).sequence - head.sequence
    last = select(tables.audit.c.moment).order_by(tables.audit.c.sequence.desc()).limit(1)
    return Brought(ended, done, there.scalar(last) if done else None)


def _finish(change: Change, ended: Carrying) -> None:
    """Ends a 持ち出し, with those that were made on the way of the copy; not one that the original began since."""
    known = carryings(change.connection)
    numbered = [each.id for each in known]
    values = {"ended": "returned", "ended_moment": change.moment}
    if known[numbered.index(ended.id)].ended is None:
        later = known[numbered.index(ended.id) :]
        _end(change, [each.id for each in later if each.ended is None], values)
    change.enter("meeting carry-in", Path(ended.place).name, Touched.MEETINGS, after={"id": ended.id, **values})
