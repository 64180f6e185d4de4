"""Search in Japanese: plain scans over level copies, so that words of one or two characters are found too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.searching import level, may_find, spans, wanted
from dxdesk.store.queries import cycles, minutes, plans, reports
from dxdesk.store.queries.spoken import CONSOLIDATED, spoken

Where = Literal["initiative", "reply", "report", "minutes", "term", "history"]
EXCERPT = 80


@dataclass(frozen=True)
class Hit:
    """Where a text was found; ``accepted`` tells for answers whether it counts yet, else None."""

    where: Where
    code: str | None
    title: str
    excerpt: str
    accepted: bool | None


@dataclass(frozen=True)
class Found:
    """A hit and the way to it: ids of the unit and the cycle, ``subject`` of the meeting, the term
    or the report.

    ``public`` False: a part of minutes that is not for everybody.
    """

    hit: Hit
    unit: str | None = None
    cycle: str | None = None
    subject: str | None = None
    public: bool = True


def excerpt(text: str, typed: str) -> str:
    """The text whole up to 80 characters, else 80 around the first place of what was typed, else the first 80."""
    if len(text) <= EXCERPT:
        return text
    places = spans(text, typed)
    start = max(0, min(places[0][1] - EXCERPT // 2, len(text) - EXCERPT)) if places else 0
    cut = text[start : start + EXCERPT]
    return ("…" if start else "") + cut + ("…" if start + EXCERPT < len(text) else "")


def find(connection: Connection, typed: str, role: ActorRole) -> tuple[Found, ...]:
    """All places in initiatives, answers (current heads, no drafts), reports between cycles, minutes, terms and history
    that hold every word typed and that a role may read: answers not yet accepted and 非公開 are for 事務局 alone.

    Width, case, kana and the usual variants of spelling do not matter. Raises Problem for an empty text.
    """
    words = wanted(typed)
    if not words:
        raise Problem("search.empty", "text")
    plan = plans.plan(connection)
    asked = _Asked(typed, words)
    found = (
        *_initiatives(plan, asked),
        *_replies(connection, plan, asked),
        *_reports(connection, plan, asked),
        *_minutes(connection, asked),
        *_terms(plan, asked),
        *_history(plan, asked),
    )
    return tuple(each for each in found if may_find(role, accepted=each.hit.accepted, public=each.public))


@dataclass(frozen=True)
class _Asked:
    """What was typed, and its words levelled."""

    typed: str
    words: tuple[str, ...]

    def stands_in(self, levelled: str) -> bool:
        return all(word in levelled for word in self.words)

    def first(self, texts: Iterable[str | None]) -> str | None:
        return next((text for text in texts if text and self.stands_in(level(text))), None)

    def hit(self, where: Where, code: str | None, title: str, text: str, accepted: bool | None = None) -> Hit:
        return Hit(where, code, title, excerpt(text, self.typed), accepted)


def _words(node: Node) -> Iterator[str | None]:
    yield from (node.name, node.short_name, node.code, node.label, *node.aliases, *node.steps)
    yield from (each.text for each in node.narrative)
    yield from (each.name for each in node.owners)
    yield node.schedule.wording if node.schedule else None


def _initiatives(plan: Plan, asked: _Asked) -> Iterator[Found]:
    for unit in plan.units:
        below = [unit, *plan.walk(unit.id)]
        text = asked.first(text for node in below for text in _words(node))
        if text:
            yield Found(asked.hit("initiative", unit.code, unit.name, text), unit.id)


def _replies(connection: Connection, plan: Plan, asked: _Asked) -> Iterator[Found]:
    names = plans.names(plans.departments(connection))
    for cycle in cycles.cycles(connection):
        then = plans.plan(connection, cycle.plan_revision)
        for said in spoken(connection, cycle):
            if asked.stands_in(said.levelled):
                node = plan.by_id.get(said.unit) or then.by_id[said.unit]
                department = names[said.department] if said.department else CONSOLIDATED
                title = f"{node.name}（{cycle.name}・{department}）"
                yield Found(asked.hit("reply", node.code, title, said.text, said.counts), said.unit, cycle.id)


def _reports(connection: Connection, plan: Plan, asked: _Asked) -> Iterator[Found]:
    for report in reports.reports(connection):
        text = asked.first(text for _, text in report.text.parts())
        if text:
            node = plan.by_id.get(report.unit)
            title = f"{node.name if node else ''}（{report.day.month}月{report.day.day}日）"
            yield Found(asked.hit("report", node.code if node else None, title, text), report.unit, subject=report.id)


def _minutes(connection: Connection, asked: _Asked) -> Iterator[Found]:
    for meeting, version in minutes.newest_versions(connection):
        title = f"{meeting.body_name} {meeting.day}"
        for block in version.blocks:
            if asked.stands_in(level(block.text)):
                hit = asked.hit("minutes", None, title, block.text)
                yield Found(hit, cycle=meeting.cycle, subject=meeting.id, public=block.public)


def _terms(plan: Plan, asked: _Asked) -> Iterator[Found]:
    for term in plan.terms:
        if asked.first((term.term, term.reading, *term.aliases, term.definition)):
            yield Found(asked.hit("term", None, term.term, term.definition), subject=term.id)


def _history(plan: Plan, asked: _Asked) -> Iterator[Found]:
    for entry in plan.history:
        text = asked.first((entry.title, entry.detail))
        if text:
            code = plan.by_id[entry.node].code if entry.node else None
            yield Found(asked.hit("history", code, entry.title, text), entry.node)
