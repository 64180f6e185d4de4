"""What departments said in a cycle, levelled for search.

Levelling twenty cycles of a large plan takes seconds, so what was levelled is kept until something is said in the
cycle. Nothing that anybody sees is read from here but the texts themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import SlotView
from dxdesk.domain.searching import level
from dxdesk.store import audit, tables
from dxdesk.store.queries import plans, replies

CONSOLIDATED: Final = "取りまとめ"
"""Where a 取りまとめ stands in place of a department."""


@dataclass(frozen=True)
class Spoken:
    """A text of a current head, also one nobody has accepted yet; ``department`` None: the unit's own 取りまとめ."""

    unit: str
    department: str | None
    text: str
    levelled: str
    counts: bool


_KEPT: dict[str, tuple[tuple[object, ...], tuple[Spoken, ...]]] = {}
"""By the id of a cycle, which only copies of its database have too: at what state it was read, and the texts."""


def _state(connection: Connection, cycle: Cycle) -> tuple[object, ...]:
    """Changes whenever something is said, reviewed, asked, closed or opened again in the cycle; of another copy of the
    database that went on by itself it is another one."""
    counts = [
        select(func.count()).select_from(table).where(table.c.cycle == cycle.id).scalar_subquery()
        for table in (tables.revisions, tables.reviews)
    ]
    table = tables.close_records
    closed = select(table.c.hash).where(table.c.cycle == cycle.id).order_by(table.c.number.desc()).limit(1)
    row = connection.execute(select(*counts, closed.scalar_subquery())).one()
    return (*row, cycle.open and audit.head(connection).hash)


def spoken(connection: Connection, cycle: Cycle) -> tuple[Spoken, ...]:
    """The texts of a cycle in the order of its units and departments; neither drafts nor memos."""
    state = _state(connection, cycle)
    kept = _KEPT.get(cycle.id)
    if kept is None or kept[0] != state:
        kept = _KEPT[cycle.id] = (state, tuple(_read(connection, cycle)))
    return kept[1]


def _read(connection: Connection, cycle: Cycle) -> Iterator[Spoken]:
    views = replies.live_views(connection, cycle)
    for unit in plans.plan(connection, cycle.plan_revision).units:
        view = views.get(unit.id)
        if view is not None:
            for department, slot in (*view.slots.items(), (None, view.consolidation)):
                yield from _heads(unit.id, department, slot)


def _heads(unit: str, department: str | None, view: SlotView) -> Iterator[Spoken]:
    for head in view.heads:
        if head.answer is None:
            continue
        counts = view.counted is not None and view.counted.id == head.id
        answer = head.answer
        for text in (answer.results, answer.issues, answer.next, answer.ask, answer.reason, answer.measures):
            if text:
                yield Spoken(unit, department, text, level(text), counts)
