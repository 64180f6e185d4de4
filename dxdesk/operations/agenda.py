"""The agenda of a meeting: what stands on it and in which order."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert

from dxdesk.domain.agenda import NEXT_YEAR_TITLE, next_year_item, propose, referred_units, standing_title
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import (
    AgendaItem,
    Meeting,
)
from dxdesk.domain.next_year import needs_direction
from dxdesk.domain.text import check_line, check_text
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.meetings import add_record, check_agenda_open, check_open
from dxdesk.operations.printing_directions import directions
from dxdesk.store import tables
from dxdesk.store.queries import board, cycles, meetings, plans, replies, reports
from dxdesk.store.queries.continued import continued_units, question_left, settled_units


def add_item(
    change: Change,
    meeting: Meeting,
    kind: str,
    *,
    code: str | None = None,
    title: str | None = None,
    minutes: int | None = None,
    ask: str | None = None,
) -> Outcome:
    """Puts a unit, or a free title, on the agenda as discuss or report. Without ``ask``, 決めること of a unit is what
    its answer asks, else what the body left undecided last. Raises Problem."""
    change.allow("agenda")
    check_open(change, meeting)
    check_agenda_open(change, meeting)
    if kind not in ("discuss", "report"):
        raise Problem("agenda.kind", "kind", {"text": kind})
    if (code is None) == (title is None):
        raise Problem("agenda.one_of", "initiative")
    check_minutes(minutes)
    unit = None
    words = check_line(title or "", "title")
    if title is not None and not words:
        raise Problem("agenda.title", "title")
    if code is not None:
        cycle = cycles.cycle(change.connection, meeting.cycle)
        node = plans.plan(change.connection, cycle.plan_revision).unit(code)
        unit, code, words = node.id, node.code, node.name
        if any(each.unit == unit for each in meetings.agenda(change.connection, meeting.id)):
            raise rule("agenda.there_already", "initiative", code=code or "")
        if ask is None:
            ask = _asked(change, cycle, unit) or question_left(change.connection, meeting, unit)
    return add_record(
        change,
        tables.agenda_items,
        meeting,
        "agenda add",
        words,
        kind=kind,
        unit=unit,
        code=code,
        title=words,
        ask=check_text(ask, "ask") if ask else None,
        minutes=minutes,
    )


def check_minutes(minutes: int | None) -> None:
    """Raises Problem for minutes that no item takes."""
    if minutes is not None and not 0 <= minutes <= 600:
        raise Problem("agenda.minutes", "minutes", {"text": minutes})


def _asked(change: Change, cycle: Cycle, unit: str) -> str | None:
    view = replies.views(change.connection, cycle, unit).get(unit)
    return view.counted.answer.ask if view and view.counted and view.counted.answer else None


def adopt_proposal(change: Change, meeting: Meeting) -> tuple[Outcome, ...]:
    """Puts the proposed discussions on the agenda after the body's standing items, and then what was reported since
    the last meeting; what is there already stays, and what the body settled in this cycle does not come up again.

    In a cycle on the results of a year the last discussion is that of 次年度の方向性 and 予算要求, once these are said.
    """
    change.allow("agenda")
    check_open(change, meeting)
    check_agenda_open(change, meeting)
    cycle = cycles.cycle(change.connection, meeting.cycle)
    plan = plans.plan(change.connection, cycle.plan_revision)
    there = meetings.agenda(change.connection, meeting.id)
    titles = {each.title for each in there}
    made: list[Outcome] = []
    for body in plan.bodies:
        if body.id == meeting.body:
            standing = dict.fromkeys(map(standing_title, body.standing_items))
            made += [add_item(change, meeting, "report", title=each) for each in standing if each not in titles]
    units = {each.unit for each in there}
    earlier, shown = meetings.earlier_decisions(change.connection, meeting), board.board(change.connection, cycle)
    referred = referred_units(earlier, meeting.body)
    news = reports.news_for(change.connection, meeting)
    left = continued_units(change.connection, meeting)
    settled = settled_units(change.connection, meeting)
    proposed = [each for each in propose(shown, referred, news, left, settled) if each.card.unit not in units]
    made += [add_item(change, meeting, "discuss", code=each.card.code) for each in proposed if each.kind == "discuss"]
    if needs_direction(cycle) and NEXT_YEAR_TITLE not in titles:
        ask = next_year_item(directions(change.connection, cycle, shown), earlier, meeting.body)
        made += [add_item(change, meeting, "discuss", title=NEXT_YEAR_TITLE, ask=ask)] if ask else []
    reported = [each for each in proposed if each.kind == "report" and each.card.unit in news]
    made += [add_item(change, meeting, "report", code=each.card.code) for each in reported]
    return tuple(made)


def move_item(change: Change, meeting: Meeting, number: int, to: int) -> Outcome:
    """Moves an agenda item to another place; only before anything was recorded about the items. Raises Problem."""
    change.allow("agenda")
    check_open(change, meeting)
    check_agenda_open(change, meeting)
    items = list(meetings.agenda(change.connection, meeting.id))
    item = find_item(change, meeting, number)
    record = meetings.record(change.connection, meeting)
    if record.decisions or record.actions or record.remarks or record.corrections:
        raise rule("agenda.recorded", "item")
    items.remove(item)
    items.insert(max(0, min(to - 1, len(items))), item)
    table = tables.agenda_items
    change.connection.execute(delete(table).where(table.c.meeting == meeting.id))
    change.connection.execute(
        insert(table),
        [{**each.__dict__, "meeting": meeting.id, "number": place} for place, each in enumerate(items, start=1)],
    )
    change.enter("agenda move", item.title, Touched.MEETINGS, before=number, after=to)
    return Outcome("agenda move", item.id, item.title)


def find_item(change: Change, meeting: Meeting, number: int) -> AgendaItem:
    """The agenda item of a number. Raises Problem naming the numbers there are."""
    return item_numbered(change.connection, meeting, number)


def item_numbered(connection: Connection, meeting: Meeting, number: int) -> AgendaItem:
    """The agenda item of a number, read only. Raises Problem naming the numbers there are."""
    items = meetings.agenda(connection, meeting.id)
    for each in items:
        if each.number == number:
            return each
    known = "、".join(f"{each.number} {each.title}" for each in items) or "（なし）"
    raise Problem("agenda.unknown", "item", {"text": number, "near": known})
