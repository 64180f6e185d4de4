"""Everything the slides of a cycle show: its board, every unit, what was said before, and what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from dxdesk.domain.audience import AgendaLine, Audience, OpenAction, ReadBack, ReadBackAction
from dxdesk.domain.board import Board, Item, Reported
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.permissions import ACTOR_ROLES
from dxdesk.domain.roadmap import Roadmap, compose_roadmap
from dxdesk.domain.trend import Trend, compose_trend
from dxdesk.store.queries import board as boards
from dxdesk.store.queries import cycles, meetings, plans, reports
from dxdesk.store.queries.actions import action_list
from dxdesk.store.queries.conclusions import concluded_below
from dxdesk.store.queries.packets import changed_since_packet


def audience(connection: Connection, cycle: Cycle, meeting: str | None = None) -> Audience:
    """What the slides of a cycle show in a meeting (id); where there is none such, in the newest of the cycle.

    The cycle is read anew, so that one closed in the meantime is shown closed.
    """
    cycle = cycles.cycle(connection, cycle.id)
    named = next((each for each in meetings.meetings(connection) if each.id == meeting), None)
    held = named or boards.newest_meeting(connection, cycle.id)
    shown = _since_paper(connection, cycle, held, boards.board(connection, cycle, meeting=held))
    return Audience(
        cycle=cycle,
        board=shown,
        items=_in_meeting(connection, held, boards.items(connection, cycle, shown)),
        settings=plans.settings(connection, cycle.settings_revision)[1],
        trend=trend(connection, cycle, shown),
        roadmap=roadmap(connection, cycle, shown),
        agenda=agenda_lines(connection, held),
        actions=open_actions(connection, cycle),
    )


def _since_paper(connection: Connection, cycle: Cycle, held: Meeting | None, shown: Board) -> Board:
    """The board with those units marked that have changed since the papers of the meeting were handed out."""
    changed = changed_since_packet(connection, cycle, held)
    if not changed:
        return shown
    return replace(shown, cards=tuple(replace(each, since_paper=each.unit in changed) for each in shown.cards))


def agenda_lines(connection: Connection, held: Meeting | None) -> tuple[AgendaLine, ...]:
    """The agenda of a meeting as it is shown; nothing without a meeting."""
    items = meetings.agenda(connection, held.id) if held else ()
    discussed = [each.id for each in items if each.kind == "discuss"]
    numbers = {item: number for number, item in enumerate(discussed, start=1)}
    return tuple(AgendaLine(each.number, numbers.get(each.id), each.title, each.code, each.minutes) for each in items)


def open_actions(connection: Connection, cycle: Cycle) -> tuple[OpenAction, ...]:
    """The 宿題 of earlier cycles that a meeting of this one looks at: those of the one before, and older open ones."""
    return tuple(
        OpenAction(
            each.numbered.number,
            each.action.text,
            tuple(owner.name for owner in each.departments),
            each.action.due,
            each.action.state,
        )
        for each in action_list(connection, cycle)
        if not each.new
    )


def last_decision(connection: Connection, held: Meeting) -> ReadBack | None:
    """The decision that a meeting recorded last, to be read back with the 宿題 of its item; None before the first."""
    decided = meetings.decisions(connection, held.id)
    if not decided:
        return None
    last, names = decided[-1], plans.names(plans.departments(connection))
    actions = tuple(
        ReadBackAction(each.text, tuple(names.get(owner, owner) for owner in each.departments), each.due)
        for each in meetings.actions(connection, held.id)
        if each.item == last.item
    )
    return ReadBack(last.item, last.text, last.result, actions)


def _in_meeting(connection: Connection, held: Meeting | None, items: Mapping[str, Item]) -> dict[str, Item]:
    """The units as a meeting has them: 決めること as its agenda says it, what it decided and the body below
    concluded, and of those on its agenda that something was reported since the meeting before."""
    if held is None:
        return dict(items)
    agenda = meetings.agenda(connection, held.id)
    asks = {each.unit: each.ask for each in agenda if each.ask}
    decided = meetings.decisions(connection, held.id)
    treated = {each.unit for each in agenda}
    news = {unit: told for unit, told in told_of(connection, held).items() if unit in treated}
    below = concluded_below(connection, held)
    return {
        unit: replace(
            item,
            ask=asks.get(unit, item.ask),
            decided=tuple(each for each in decided if each.unit == unit),
            concluded=below.get(unit),
            reported=news.get(unit, ()),
        )
        for unit, item in items.items()
    }


def told_of(connection: Connection, held: Meeting) -> dict[str, tuple[Reported, ...]]:
    """By unit when and by whom it was reported on since the meeting before this one; not in which words."""
    names = plans.names(plans.departments(connection))
    return {
        unit: tuple(Reported(each.day, names.get(each.department or "", ACTOR_ROLES["secretariat"])) for each in found)
        for unit, found in reports.news_for(connection, held).items()
    }


def trend(connection: Connection, cycle: Cycle, shown: Board) -> Trend:
    """What the units of a board said in the last cycles; closed ones as their close records say."""
    before = [
        (each, plans.plan(connection, each.plan_revision), views) for each, views in boards.past(connection, cycle)
    ]
    return compose_trend(plans.plan(connection, cycle.plan_revision), shown.cards, before, cycle)


def roadmap(connection: Connection, cycle: Cycle, shown: Board) -> Roadmap:
    """What the plan places in which year, seen from the meeting of a cycle, or from its 基準日 without one."""
    plan = plans.plan(connection, cycle.plan_revision)
    return compose_roadmap(plan, cycle.fiscal_year, shown.meeting_day or shown.as_of)
