"""What the lists of 印刷 offer, from what a person may print of a cycle."""

from __future__ import annotations

from dataclasses import dataclass

from dxdesk.domain.calendar import short_date, table_date
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.printing import (
    AFTER_MINUTES,
    BOARD_PAPER,
    CHECKLISTS,
    CHOICES,
    OF_MINUTES,
    Choice,
    PrintKind,
    Wanted,
)
from dxdesk.operations.printing_documents import Offer
from dxdesk.wording.document_names import DOCUMENT_NAMES, GROUPS, HEADINGS
from dxdesk.wording.packet_screen import edition_name
from dxdesk.wording.printing import (
    ALL_DEPARTMENTS,
    BOARD_PAPER_WORDS,
    NO_MEETING,
    NO_MINUTES,
    NOBODY_ASKED,
    PAPER_WORDS,
    all_units,
    discussed_units,
)

Kinds = tuple[tuple[PrintKind, str], ...]


@dataclass(frozen=True)
class Entry:
    """An entry of a list. The value of a unit is ``=`` and its code, that of all units empty. A ``heading`` stands
    above others and cannot be chosen."""

    value: str
    words: str
    heading: bool = False


def groups_of(offer: Offer) -> tuple[tuple[str, Kinds], ...]:
    """印刷するもの for a person: words, each with the kinds this person may have."""
    found = ((word, tuple(each for each in kinds if each[0] in offer.kinds)) for word, kinds in GROUPS)
    return tuple((word, kinds) for word, kinds in found if kinds)


def heading_of(group: str) -> str:
    """What stands above a word of 印刷するもの."""
    return next(heading for heading, words in HEADINGS.items() if group in words)


def documents(offer: Offer) -> tuple[Entry, ...]:
    """印刷するもの that can be made, each heading above its own."""
    found: list[Entry] = []
    last = ""
    for word, kinds in groups_of(offer):
        if why_not(offer, kinds[0][0]):
            continue
        heading = heading_of(word)
        if heading != last:
            found.append(Entry("", heading, heading=True))
        last = heading
        found.append(Entry(word, shown_words(offer, word)))
    return tuple(found)


def shown_words(offer: Offer, words: str) -> str:
    """A word of 印刷するもの as the town says it."""
    return words.format(word=offer.settings.action_word)


def why_not(offer: Offer, kind: PrintKind) -> str:
    """Why a document cannot be made yet, in a few words; empty where it can."""
    if kind not in offer.kinds:
        return NOBODY_ASKED
    if kind in AFTER_MINUTES and not offer.recorded:
        return NO_MINUTES if offer.meetings else NO_MEETING
    if kind in ("packet", "agenda", "approval", "invitation", "script") and not offer.meetings:
        return NO_MEETING
    return NOBODY_ASKED if "department" in CHOICES[kind] and kind != "sheet" and not _departments(offer, kind) else ""


def entries(offer: Offer, wanted: Wanted, choice: Choice, *, own: bool) -> tuple[tuple[Entry, ...], str]:
    """The entries of one list and the value of the chosen one; ``own``: the person acts for own departments only."""
    if choice == "meeting":
        return _meetings(offer, wanted)
    if choice == "department":
        everybody = not own or wanted.kind == "sheet"
        found = (Entry("", ALL_DEPARTMENTS),) if everybody else ()
        return (
            *found,
            *(Entry(each.id, each.name) for each in _departments(offer, wanted.kind)),
        ), wanted.department or ""
    if choice == "unit":
        return _units(offer, wanted)
    if wanted.kind == "board":
        return tuple(Entry(each, words) for each, words in BOARD_PAPER_WORDS.items()), wanted.paper or BOARD_PAPER
    size = wanted.paper or offer.settings.paper.list_paper
    return tuple(Entry(each, words) for each, words in PAPER_WORDS.items()), size


def _departments(offer: Offer, kind: PrintKind) -> tuple[Department, ...]:
    return offer.owners if kind == "actions" else offer.departments


def _meetings(offer: Offer, wanted: Wanted) -> tuple[tuple[Entry, ...], str]:
    held = [each for each in offer.meetings if wanted.kind not in AFTER_MINUTES or each.id in offer.recorded]
    newest = held[-1].id if held else ""
    chosen = wanted.meeting if any(each.id == wanted.meeting for each in held) else newest
    bodies = {each.body_name for each in held}
    found = (
        Entry(each.id, short_date(each.day) + (f" {each.body_name}" if len(bodies) > 1 else ""))
        for each in reversed(held)
    )
    return tuple(found), chosen or ""


def _units(offer: Offer, wanted: Wanted) -> tuple[tuple[Entry, ...], str]:
    name = next((each.name for each in offer.departments if each.id == wanted.department), None)
    cards = [
        card
        for card in offer.units
        if (name in card.departments if name is not None else card.assigned or wanted.kind == "sheet")
    ]
    found = [Entry("", all_units(len(cards)))]
    discussed = sum(card.agenda_number is not None for card in cards)
    if discussed and "discussed" in CHOICES[wanted.kind]:
        found.append(Entry("discussed", discussed_units(discussed)))
    found += [Entry(f"={card.code}", f"{card.number}　{card.short_name or card.name}") for card in cards]
    return tuple(found), "discussed" if wanted.discussed else f"={wanted.unit}" if wanted.unit else ""


def name_parts(offer: Offer, cycle: Cycle, wanted: Wanted) -> tuple[str, ...]:
    """What the name of a document's file says: cycle, document, and the part of it where it is not the whole."""
    parts = [cycle.name, shown_words(offer, DOCUMENT_NAMES[wanted.kind])]
    day = next((each.day for each in offer.meetings if each.id == wanted.meeting), None)
    if day is not None and len(offer.meetings) > 1:
        parts.append(table_date(day))
    parts += [each.name for each in offer.owners if each.id == wanted.department]
    packet = offer.packets.get(wanted.meeting or "")
    if wanted.only_changed and packet is not None and packet.handed_out is not None:
        parts.append(edition_name(packet.handed_out[0] + 1))
    return (*parts, *([wanted.unit] if wanted.unit else []))


def wanted_of(offer: Offer, subject: str) -> Wanted | None:
    """What a subject names: a document, with ``:`` and a code, a meeting, a department or a kind of checklist behind.

    None for what is no document of this offer.
    """
    word, _, argument = subject.partition(":")
    if word in ("checklist", "minutes"):
        of_word = CHECKLISTS if word == "checklist" else tuple(OF_MINUTES)
        kinds = [kind for _, found in groups_of(offer) for kind, _ in found if kind in of_word]
        if argument in kinds:
            return Wanted(kinds[kinds.index(argument)])
        kind = next(iter(kinds), None)
    else:
        kind = next((each for each in offer.kinds if each == word), None)
    if kind is None:
        return None
    known_department = any(each.id == argument for each in _departments(offer, kind))
    return Wanted(
        kind,
        meeting=argument if any(each.id == argument for each in offer.meetings) else None,
        department=argument if known_department else None,
        unit=argument if any(card.code == argument for card in offer.units) else None,
    )
