"""Gathering what a person sees who writes 主な動き of 総括."""

from __future__ import annotations

from dataclasses import dataclass

from dxdesk.documents.summary import automatic_text, paragraph_label
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.movements import MovementEdit, MovementPart
from dxdesk.operations.printing_summary import summary
from dxdesk.store.queries import Connection
from dxdesk.store.queries.movements import movement_edit


@dataclass(frozen=True)
class MovementParagraph:
    """A paragraph of 主な動き: what stands before it, what the program says and, where it is in own words, these.

    ``stale`` is what is said otherwise since it was changed: numbers and names of units, or words of 宿題.
    """

    part: MovementPart
    label: str
    automatic: str
    own: str | None
    left_out: bool
    stale: tuple[str, ...]

    @property
    def text(self) -> str:
        """What is printed where it is not left out."""
        return self.own or self.automatic


@dataclass(frozen=True)
class Movements:
    """The paragraphs of a cycle in their order, and the edit that they come from."""

    edit: MovementEdit
    paragraphs: tuple[MovementParagraph, ...]


def movements(connection: Connection, cycle: Cycle) -> Movements:
    """The paragraphs of 主な動き of a cycle."""
    value = summary(connection, cycle)
    edit = value.edit
    return Movements(
        edit,
        tuple(
            MovementParagraph(
                part,
                paragraph_label(value, part),
                automatic_text(value, part),
                edit.texts.get(part),
                part in edit.left_out,
                value.stale(part),
            )
            for part in value.paragraphs
        ),
    )


def changed_movements(connection: Connection, cycle: Cycle) -> tuple[MovementParagraph, ...]:
    """The paragraphs that are not as the program makes them; nothing is read where nobody changed one."""
    if not movement_edit(connection, cycle.id).changed:
        return ()
    return tuple(each for each in movements(connection, cycle).paragraphs if each.own or each.left_out)
