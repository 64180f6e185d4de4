"""Search in Japanese: plain scans over level copies, so that words of one or two characters are found too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from dxdesk.domain.errors import Problem
from dxdesk.domain.merge import SlotView
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.text import fold
from dxdesk.store.queries import cycles, minutes, plans, replies

Where = Literal["initiative", "reply", "minutes", "term", "history"]
EXCERPT = 80


@dataclass(frozen=True)
class Hit:
    """Where a text was found; ``accepted`` tells for answers whether it counts yet, else None."""

    where: Where
    code: str | None
    title: str
    excerpt: str
    accepted: bool | None


def excerpt(text: str, wanted: str) -> str:
    """The text whole up to 80 characters, else 80 around the first place of the wanted text, else the first 80."""
    if len(text) <= EXCERPT:
        return text
    end = bisect_left(range(len(text)), True, key=lambda end: wanted in fold(text[:end]))
    start = max(0, min(end - EXCERPT // 2, len(text) - EXCERPT)) if wanted in fold(text) else 0
    cut = text[start : start + EXCERPT]
    return ("…" if start else "") + cut + ("…" if start + EXCERPT < len(text) else "")


def search(connection: Connection, typed: str) -> tuple[Hit, ...]:
    """All hits in initiatives, answers (current heads, also not yet accepted; no drafts), minutes, terms and history.

    Width, case and kana do not matter. Raises Problem for an empty text.
    """
    wanted = fold(typed)
    if not wanted:
        raise Problem("search.empty", "text")
    plan = plans.plan(connection)
    found = [
        *_initiatives(plan, wanted),
        *_replies(connection, plan, wanted),
        *_minutes(connection, wanted),
        *_terms(plan, wanted),
        *_history(plan, wanted),
    ]
    return tuple(found)


def _first(texts: Iterable[str | None], wanted: str) -> str | None:
    return next((text for text in texts if text and wanted in fold(text)), None)


def _words(node: Node) -> Iterator[str | None]:
    yield from (node.name, node.short_name, node.code, node.label, *node.aliases, *node.steps)
    yield from (each.text for each in node.narrative)
    yield from (each.name for each in node.owners)
    yield node.schedule.wording if node.schedule else None


def _initiatives(plan: Plan, wanted: str) -> Iterator[Hit]:
    for unit in plan.units:
        below = [unit, *plan.walk(unit.id)]
        text = _first((text for node in below for text in _words(node)), wanted)
        if text:
            yield Hit("initiative", unit.code, unit.name, excerpt(text, wanted), None)


def _spoken(view: SlotView) -> Iterator[tuple[str | None, bool]]:
    for head in view.heads:
        if head.answer is None:
            continue
        counts = view.counted is not None and view.counted.id == head.id
        answer = head.answer
        for text in (answer.results, answer.issues, answer.next, answer.ask, answer.reason, answer.measures):
            yield text, counts


def _replies(connection: Connection, plan: Plan, wanted: str) -> Iterator[Hit]:
    names = plans.names(plans.departments(connection))
    for cycle in cycles.cycles(connection):
        views = replies.live_views(connection, cycle)
        for unit in plans.plan(connection, cycle.plan_revision).units:
            view = views.get(unit.id)
            if view is None:
                continue
            node = plan.by_id.get(unit.id, unit)
            slots = [*((names[each], slot) for each, slot in view.slots.items()), ("取りまとめ", view.consolidation)]
            for department, slot in slots:
                for text, counts in _spoken(slot):
                    if text and wanted in fold(text):
                        title = f"{node.name}（{cycle.name}・{department}）"
                        yield Hit("reply", node.code, title, excerpt(text, wanted), counts)


def _minutes(connection: Connection, wanted: str) -> Iterator[Hit]:
    for meeting, version in minutes.newest_versions(connection):
        for block in version.blocks:
            if wanted in fold(block.text):
                yield Hit("minutes", None, f"{meeting.body_name} {meeting.day}", excerpt(block.text, wanted), None)


def _terms(plan: Plan, wanted: str) -> Iterator[Hit]:
    for term in plan.terms:
        text = _first((term.term, term.reading, *term.aliases, term.definition), wanted)
        if text:
            yield Hit("term", None, term.term, excerpt(term.definition, wanted), None)


def _history(plan: Plan, wanted: str) -> Iterator[Hit]:
    for entry in plan.history:
        text = _first((entry.title, entry.detail), wanted)
        if text:
            code = plan.by_id[entry.node].code if entry.node else None
            yield Hit("history", code, entry.title, excerpt(text, wanted), None)
