"""Gathering what 用語集 shows."""

from __future__ import annotations

from collections.abc import Iterable

from dxdesk.documents.glossary import compose_glossary
from dxdesk.documents.page import Printed
from dxdesk.domain.board import Board, Item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.glossary import Glossary, glossary_of
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, plans


def glossary(
    connection: Connection, cycle: Cycle, shown: Board | None = None, items: Iterable[Item] | None = None
) -> Glossary:
    """The terms of the plan of a cycle, all or those that ``items`` use; ``shown`` is its board where it is read."""
    return glossary_of(
        plans.plan(connection, cycle.plan_revision),
        shown or board.board(connection, cycle),
        plans.settings(connection, cycle.settings_revision)[1],
        items,
    )


def print_glossary(connection: Connection, cycle: Cycle, now: str, number: str) -> Printed:
    """用語集 of the plan of a cycle."""
    return compose_glossary(glossary(connection, cycle), made=made_moment(connection, cycle, now), number=number)
