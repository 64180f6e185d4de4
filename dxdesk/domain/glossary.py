"""用語集 on paper: the terms that a plan explains, all of them or those that a set of papers uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dxdesk.domain.board import Board, Item
from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.domain.plans import Plan
from dxdesk.domain.searching import level
from dxdesk.domain.settings import Settings
from dxdesk.domain.terms import term_spans


@dataclass(frozen=True)
class GlossaryEntry:
    """A term with everything that is said of it: a plan may define one twice. ``number`` counts from 1 in the order in
    which the papers use the terms; None where all are listed."""

    definitions: tuple[GlossaryTerm, ...]
    number: int | None = None

    @property
    def term(self) -> str:
        """The term as the plan writes it."""
        return self.definitions[0].term

    @property
    def reading(self) -> str:
        """How it is read; empty where nobody says."""
        return next((each.reading for each in self.definitions if each.reading), "")

    @property
    def aliases(self) -> tuple[str, ...]:
        """How else it is written."""
        return tuple(dict.fromkeys(alias for each in self.definitions for alias in each.aliases))


@dataclass(frozen=True)
class Glossary:
    """Everything 用語集 shows; ``used``: only what the papers use, numbered as they use it."""

    board: Board
    plan: Plan
    settings: Settings
    entries: tuple[GlossaryEntry, ...]
    used: bool = False


def glossary_of(plan: Plan, board: Board, settings: Settings, items: Iterable[Item] | None = None) -> Glossary:
    """The terms of a plan in its order; with ``items`` those in what is printed of them, as they first occur."""
    entries = _entries(plan.terms)
    if items is None:
        return Glossary(board, plan, settings, entries)
    of_term = {term.id: entry for entry in entries for term in entry.definitions}
    found: dict[str, GlossaryEntry] = {}
    for item in items:
        for span in term_spans(_text(item), plan.terms):
            entry = of_term[span.term]
            found.setdefault(entry.term, entry)
    numbered = tuple(GlossaryEntry(entry.definitions, at) for at, entry in enumerate(found.values(), 1))
    return Glossary(board, plan, settings, numbered, used=True)


def _entries(terms: Iterable[GlossaryTerm]) -> tuple[GlossaryEntry, ...]:
    """The definitions of one term together, where it stands first."""
    found: dict[str, list[GlossaryTerm]] = {}
    for term in terms:
        found.setdefault(level(term.term), []).append(term)
    return tuple(GlossaryEntry(tuple(same)) for same in found.values())


def _text(item: Item) -> str:
    """What papers print of a unit, with a mark between the texts so that no word is read across two of them."""
    texts = (item.card.name, item.plan_text, item.results, item.issues, item.next, item.ask)
    return "。".join(each for each in texts if each)
