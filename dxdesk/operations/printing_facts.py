"""What a person should know of a document before it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dxdesk.documents.page import Printed
from dxdesk.domain.board import Card
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.minutes import Stage
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import CHOICES, OF_CYCLE, OF_MINUTES, PrintKind, Wanted, allowed_print
from dxdesk.operations.correspondence import deadline_over
from dxdesk.operations.printing_documents import print_document
from dxdesk.operations.printing_movements import MovementParagraph, changed_movements
from dxdesk.store.queries import Connection, board, cycles, meetings, minutes, packets, plans
from dxdesk.store.queries.actions import action_list

_WHOLE_PLAN: Final[frozenset[PrintKind]] = frozenset({"packet", "list", "board", *OF_CYCLE})
"""Documents that show every unit."""


@dataclass(frozen=True)
class Facts:
    """What a person should know before printing.

    ``units`` are those in the document and ``unanswered`` their unanswered ones (of a meeting's document: those of its
    cycle); ``stage`` how far its minutes are, ``decisions`` and ``actions`` how many it tells, ``open_actions`` those
    without a department or a day, ``movements`` the paragraphs of 主な動き that the secretariat changed,
    ``deadline_over`` the deadline of a letter that is over on its day, ``edition`` the number of the packet that was
    handed out for an open meeting (0: none was), ``changed`` the units of which other answers count since.
    """

    units: tuple[Card, ...] = ()
    unanswered: tuple[Card, ...] = ()
    stage: Stage | None = None
    items: int = 0
    decisions: int = 0
    actions: int = 0
    open_actions: int = 0
    movements: tuple[MovementParagraph, ...] = ()
    deadline_over: date | None = None
    edition: int = 0
    changed: tuple[Card, ...] = ()


def facts(connection: Connection, cycle: Cycle, wanted: Wanted) -> Facts:
    """The facts of a document; nothing where there is nothing to say."""
    if wanted.kind in (*_WHOLE_PLAN, "sheet", "action", "handwriting"):
        cards = _units(connection, cycle, wanted)
        changed = changed_movements(connection, cycle) if wanted.kind in ("packet", "summary") else ()
        unanswered = tuple(card for card in cards if card.assigned and card.status == "miss")
        found = Facts(units=cards, unanswered=unanswered, movements=changed)
        if wanted.kind == "packet" and wanted.meeting is not None:
            return _since_packet(connection, cycle, found, wanted.meeting)
        return found
    if wanted.kind == "actions":
        listed = action_list(connection, cycle)
        owned = [each for each in listed if wanted.department in (None, *(owner.id for owner in each.departments))]
        return Facts(actions=len(owned), open_actions=sum(not each.departments for each in owned))
    if wanted.meeting is None or "meeting" not in CHOICES[wanted.kind]:
        return Facts()
    record = meetings.record(connection, meetings.meeting(connection, wanted.meeting))
    versions = minutes.versions(connection, wanted.meeting)
    return Facts(
        stage=versions[-1].stage if versions and wanted.kind in OF_MINUTES else None,
        items=len(record.items),
        decisions=len(record.decisions),
        actions=len(record.actions),
        open_actions=sum(not each.departments for each in record.actions),
    )


def _since_packet(connection: Connection, cycle: Cycle, found: Facts, meeting: str) -> Facts:
    """The facts of the packet of a meeting (id) with what has changed since it was handed out."""
    held = meetings.meeting(connection, meeting)
    handed_out = packets.editions(connection, held.id)
    if held.state != "open" or not handed_out:
        return found
    units = packets.changed_since_packet(connection, cycle, held)
    changed = tuple(card for card in found.units if card.unit in units)
    return replace(found, edition=handed_out[-1].number, changed=changed)


def _units(connection: Connection, cycle: Cycle, wanted: Wanted) -> tuple[Card, ...]:
    cards = board.board(connection, cycle).cards
    if wanted.kind in _WHOLE_PLAN:
        return cards
    asked = cycles.asked(connection, cycle.id)
    chosen = None
    if wanted.unit is not None:
        chosen = plans.plan(connection, cycle.plan_revision).unit(wanted.unit).id
    return tuple(
        card
        for card in cards
        if chosen in (None, card.unit)
        and (wanted.department is None or wanted.department in asked.get(card.unit, ()))
        and (not wanted.discussed or card.agenda_number is not None)
    )


@dataclass(frozen=True)
class Prepared:
    """A document with its facts, from one moment of the database."""

    wanted: Wanted
    printed: Printed
    facts: Facts
    holders: Mapping[str, str]
    """For a character that no face has the code of the first unit whose texts hold it; elsewhere it is not here."""


def prepare(connection: Connection, cycle: Cycle, wanted: Wanted, actor: Actor, now: str) -> Prepared:
    """A document as ``print_document`` makes it, and what should be known before it is printed. Raises Problem."""
    allowed = allowed_print(actor, wanted)
    printed = print_document(connection, cycle, allowed, actor, now)
    missing = {each.character for each in printed.missing}
    holders = _holders(connection, cycle, missing) if missing else {}
    over = deadline_over(connection, cycle, allowed, now)
    return Prepared(allowed, printed, replace(facts(connection, cycle, allowed), deadline_over=over), holders)


def _holders(connection: Connection, cycle: Cycle, characters: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in board.items(connection, cycle).values():
        texts = (item.card.name, item.results, item.issues, item.next, item.ask)
        for character in characters - set(found):
            if any(character in text for text in texts if text):
                found[character] = item.card.code
    return found
