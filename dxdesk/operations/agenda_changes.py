"""Putting the agenda right before the meeting: its items, its order, and that it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial

from sqlalchemy import delete, insert, update

from dxdesk.domain.agenda import MINUTES, REST_MINUTES, STANDING_MINUTES, propose
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import AgendaItem, Meeting
from dxdesk.domain.text import check_line, check_text
from dxdesk.operations.agenda import add_item, adopt_proposal, check_minutes, find_item
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.meetings import check_agenda_open, check_open
from dxdesk.store import tables
from dxdesk.store.queries import board, cycles, meetings


def fill_agenda(change: Change, meeting: Meeting, rest: str) -> tuple[Outcome, ...]:
    """The whole proposal, with usual minutes: standing items, what is to be discussed, and one report of the others.

    ``rest`` is the title of that report; it is left out where nothing is left to report. What is new since the report
    was put on stands before it, unless something was recorded under the numbers there are. Raises Problem.
    """
    change.allow("agenda")
    there = {each.id for each in meetings.agenda(change.connection, meeting.id)}
    made = adopt_proposal(change, meeting)
    items = meetings.agenda(change.connection, meeting.id)
    known = {each.unit for each in items}
    cycle = cycles.cycle(change.connection, meeting.cycle)
    left = [each for each in propose(board.board(change.connection, cycle)) if each.card.unit not in known]
    if left and all(each.title != rest for each in items):
        made = (*made, add_item(change, meeting, "report", title=rest))
    items = meetings.agenda(change.connection, meeting.id)
    timed = [each if each.minutes is not None else replace(each, minutes=_usual(each, rest)) for each in items]
    if not _recorded(change, meeting):
        timed.sort(key=partial(_behind_rest, [each for each in items if each.id in there], rest))
    if timed != list(items):
        _store(change, meeting, timed)
        change.enter("agenda set", meeting.body_name, Touched.MEETINGS, before=_plain(items), after=_plain(timed))
    return made


def _behind_rest(there: Sequence[AgendaItem], rest: str, item: AgendaItem) -> bool:
    """Whether an item stands as the report of the others or behind it: one of those that stood ``there`` already."""
    place = next((at for at, each in enumerate(there) if each.title == rest), None)
    return place is not None and item.id in {each.id for each in there[place:]}


def _usual(item: AgendaItem, rest: str) -> int:
    if item.kind == "discuss":
        return MINUTES
    return REST_MINUTES if item.title == rest else STANDING_MINUTES


def change_item(
    change: Change,
    meeting: Meeting,
    number: int,
    *,
    kind: str | None = None,
    title: str | None = None,
    minutes: int | None = None,
    ask: str | None = None,
) -> Outcome:
    """Changes what is given of an item; an empty ``ask`` takes 決めること away. Raises Problem."""
    change.allow("agenda")
    check_open(change, meeting)
    check_agenda_open(change, meeting)
    item = find_item(change, meeting, number)
    if kind is not None and kind not in ("discuss", "report"):
        raise Problem("agenda.kind", "kind", {"text": kind})
    check_minutes(minutes)
    values: dict[str, object] = {}
    if kind is not None:
        values["kind"] = kind
    if title is not None:
        values["title"] = check_line(title, "title")
        if not values["title"]:
            raise Problem("agenda.title", "title")
    if minutes is not None:
        values["minutes"] = minutes
    if ask is not None:
        values["ask"] = check_text(ask, "ask").strip() or None
    table = tables.agenda_items
    change.connection.execute(update(table).where(table.c.id == item.id).values(**values))
    before = {name: getattr(item, name) for name in values}
    change.enter("agenda change", item.title, Touched.MEETINGS, before=before, after=values)
    return Outcome("agenda change", item.id, item.title)


def remove_item(change: Change, meeting: Meeting, number: int) -> Outcome:
    """Takes an item off the agenda; only before anything was recorded about the items. Raises Problem."""
    change.allow("agenda")
    check_open(change, meeting)
    check_agenda_open(change, meeting)
    item = find_item(change, meeting, number)
    _check_unrecorded(change, meeting)
    items = meetings.agenda(change.connection, meeting.id)
    _store(change, meeting, [each for each in items if each.id != item.id])
    change.enter("agenda remove", item.title, Touched.MEETINGS, before=asdict(item))
    return Outcome("agenda remove", item.id, item.title)


def set_agenda(change: Change, meeting: Meeting, items: Sequence[AgendaItem]) -> Outcome:
    """Puts the whole agenda back as it stood at another moment of this meeting; numbers follow the order.

    Where something was recorded already, the same items have to stand in the same places. Raises Problem.
    """
    change.allow("agenda")
    check_open(change, meeting)
    check_agenda_open(change, meeting)
    there = meetings.agenda(change.connection, meeting.id)
    if [each.id for each in there] != [each.id for each in items][: len(there)]:
        _check_unrecorded(change, meeting)
    _store(change, meeting, items)
    change.enter("agenda set", meeting.body_name, Touched.MEETINGS, before=_plain(there), after=_plain(items))
    return Outcome("agenda set", meeting.id, meeting.body_name)


def confirm_agenda(change: Change, meeting: Meeting) -> Outcome:
    """次第を確定する: its numbers can go onto papers; from now on it is changed only after ``reopen_agenda``.

    Raises Problem for an agenda without items.
    """
    change.allow("agenda")
    check_open(change, meeting)
    check_agenda_open(change, meeting)
    items = meetings.agenda(change.connection, meeting.id)
    if not items:
        raise rule("agenda.empty", "meeting")
    _confirm(change, meeting, change.moment)
    change.enter("agenda confirm", meeting.body_name, Touched.MEETINGS, after=_plain(items))
    return Outcome("agenda confirm", meeting.id, meeting.body_name)


def reopen_agenda(change: Change, meeting: Meeting) -> Outcome:
    """次第を直す: a confirmed agenda can be changed again. Raises Problem."""
    change.allow("agenda")
    check_open(change, meeting)
    if meetings.meeting(change.connection, meeting.id).agenda_confirmed is None:
        raise rule("agenda.not_confirmed", "meeting")
    _confirm(change, meeting, None)
    change.enter("agenda reopen", meeting.body_name, Touched.MEETINGS)
    return Outcome("agenda reopen", meeting.id, meeting.body_name)


def _confirm(change: Change, meeting: Meeting, moment: str | None) -> None:
    table = tables.meetings
    change.connection.execute(update(table).where(table.c.id == meeting.id).values(agenda_confirmed=moment))


def _recorded(change: Change, meeting: Meeting) -> bool:
    record = meetings.record(change.connection, meeting)
    return bool(record.decisions or record.actions or record.remarks or record.corrections)


def _check_unrecorded(change: Change, meeting: Meeting) -> None:
    if _recorded(change, meeting):
        raise rule("agenda.recorded", "item")


def _plain(items: Sequence[AgendaItem]) -> list[dict[str, object]]:
    return [asdict(each) for each in items]


def _store(change: Change, meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    table = tables.agenda_items
    change.connection.execute(delete(table).where(table.c.meeting == meeting.id))
    rows = [{**asdict(each), "meeting": meeting.id, "number": place} for place, each in enumerate(items, start=1)]
    if rows:
        change.connection.execute(insert(table), rows)
