"""The way through a meeting: from item to item of its agenda, each with the slide that it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dxdesk.domain.audience import AgendaLine, Audience
from dxdesk.domain.settings import ACTION_WORDS
from dxdesk.ui.board.course import Position, Sight, View

_LAST: Final = -1

_ABOUT: Final[tuple[tuple[View, tuple[str, ...]], ...]] = (
    ("actions", ACTION_WORDS),
    ("board", ("進捗", "状況", "総括")),
    ("roadmap", ("予定", "工程", "道のり", "スケジュール")),
    ("trend", ("推移",)),
)
"""Words in the title of an item without a unit, and the slide that it is about. The first that fits counts."""


def place_of_line(audience: Audience, line: AgendaLine) -> Position:
    """The slide of an item: that of its unit; else what its title speaks of; else 次第 with the item marked, also for
    宿題 where there are none yet."""
    if line.code is not None and audience.card(line.code) is not None:
        return Position(code=line.code, item=line.number)
    title = line.title
    view: View = next((view for view, words in _ABOUT if any(word in title for word in words)), "agenda")
    if view == "actions" and not audience.actions:
        view = "agenda"
    return Position(view=view, item=line.number)


def stops(audience: Audience) -> tuple[Position, ...]:
    """Where 次へ leads, one after the other: 次第, then every item; the board where there is no agenda."""
    if not audience.agenda:
        return (Position(),)
    return (Position(view="agenda"), *(place_of_line(audience, line) for line in audience.agenda))


def _at(sight: Sight) -> int:
    """The stop that is being treated, whatever slide was looked at in between."""
    places = stops(sight.shown)
    return next((at for at, each in enumerate(places) if each.item == sight.position.item), 0)


def _slide(position: Position) -> str:
    """What is shown; a unit hides the slide that was looked at before it."""
    return position.code or position.view


def onward(sight: Sight) -> Position:
    """The next page, else the next item; without an agenda the next unit. The last place stays."""
    if not sight.shown.agenda:
        return sight.forward()
    if sight.number + 1 < len(sight.pages):
        return replace(sight.position, page=sight.number + 1)
    places, at = stops(sight.shown), _at(sight) + 1
    return places[at] if at < len(places) else sight.position


def back(sight: Sight) -> Position:
    """The page before; from a slide looked at in between the item's own; else the last page of the item before."""
    if not sight.shown.agenda:
        return sight.backward()
    if sight.number > 0:
        return replace(sight.position, page=sight.number - 1)
    places, at = stops(sight.shown), _at(sight)
    own = places[at]
    if _slide(own) != _slide(sight.position):
        return replace(own, page=0)
    return replace(places[at - 1], page=_LAST) if at else sight.position
