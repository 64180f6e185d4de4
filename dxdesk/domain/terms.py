"""用語集: where the terms that a plan explains stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.searching import is_katakana, level, levelled

_LEAST: Final = 2
"""Shorter names would be found inside other words."""


@dataclass(frozen=True)
class TermSpan:
    """A term, by its id, from ``start`` up to ``end`` of a text."""

    start: int
    end: int
    term: str


def term_names(term: GlossaryTerm) -> tuple[str, ...]:
    """How a term may be written: its heading, the parts of it before and in brackets, its aliases."""
    before, brackets = re.sub(r"[（(].*?[)）]", "", term.term).strip(), re.findall(r"[（(](.*?)[)）]", term.term)
    return tuple(dict.fromkeys(each for each in (term.term, before, *brackets, *term.aliases) if each))


@lru_cache(maxsize=8)
def _names(terms: tuple[GlossaryTerm, ...]) -> tuple[tuple[str, str], ...]:
    """(levelled name, id of the term), the longest first; of two terms with one name the first has it."""
    found: dict[str, str] = {}
    for term in terms:
        for name in term_names(term):
            if len(alike := level(name)) >= _LEAST:
                found.setdefault(alike, term.id)
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _same_script(left: str, right: str) -> bool:
    """Whether two characters go on one word: two Latin letters or digits, or two of katakana."""
    latin = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
    return latin or (is_katakana(left) and is_katakana(right))


def _whole(text: str, start: int, end: int) -> bool:
    return not (start > 0 and _same_script(text[start - 1], text[start])) and not (
        end < len(text) and _same_script(text[end - 1], text[end])
    )


def term_spans(text: str, terms: tuple[GlossaryTerm, ...]) -> tuple[TermSpan, ...]:
    """The terms in a text, each where it stands first, in the order of the text.

    The longest name wins, none overlap, and a name inside a longer word of Latin letters or katakana is none.
    """
    copy = levelled(text)
    found: list[TermSpan] = []
    for name, term in _names(terms):
        if any(each.term == term for each in found):
            continue
        at = copy.text.find(name)
        while at >= 0:
            start, end = copy.places[at][0], copy.places[at + len(name) - 1][1]
            free = all(end <= each.start or start >= each.end for each in found)
            if free and _whole(text, start, end):
                found.append(TermSpan(start, end, term))
                break
            at = copy.text.find(name, at + 1)
    return tuple(sorted(found, key=lambda each: each.start))


def terms_of(plan: Plan, node: Node) -> tuple[GlossaryTerm, ...]:
    """The terms that stand in what the plan says about a node and everything below it, in the glossary's order."""
    found = {each.term for each in term_spans(_text(plan, node), plan.terms)}
    return tuple(each for each in plan.terms if each.id in found)


def units_with(plan: Plan, term: GlossaryTerm) -> tuple[Node, ...]:
    """The units in whose plan text a term stands, in the plan's order."""
    names = [alike for each in term_names(term) if len(alike := level(each)) >= _LEAST]
    named = [unit for unit in plan.units if any(name in level(_text(plan, unit)) for name in names)]
    return tuple(unit for unit in named if term in terms_of(plan, unit))


def _text(plan: Plan, unit: Node) -> str:
    """Everything about a node, with a mark between the texts so that no word is read across two of them."""
    found: list[str] = []
    for node in (unit, *plan.walk(unit.id)):
        found += (node.name, *node.steps, *(each.text for each in node.narrative))
    return "。".join(found)
