"""After the last hand-in: what happens next, and whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence

from dxdesk.desk import Desk
from dxdesk.domain.calendar import short_date
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.store.queries.hand_overs import HandedOver, Standing
from dxdesk.ui.entry.done_flow import Step
from dxdesk.ui.entry.giving_words import only_returned
from dxdesk.ui.entry.reading import EntryList, anything_left, anything_to_confirm, asked_departments, read_entries
from dxdesk.wording.entry import HEAD_MAY_CONFIRM, NO_MEETING_YET
from dxdesk.wording.liaison import (
    BY_THE_LIAISON,
    BY_THIS_BUTTON,
    GIVEN_WAITING,
    PART_GIVEN,
    PART_GIVEN_WAITING,
    SHOWN_WHEN_RECEIVED,
    SLIP_TO_SIGN,
    STEP_GIVE,
    STEP_RECEIPT,
)
from dxdesk.wording.take_in import moment_words


def steps(entries: EntryList) -> tuple[Step, ...]:
    """提出, 課長の確認, 事務局の確認, 会議: what is known of each."""
    if entries.standing is not None:
        return _steps_to_secretariat(entries, entries.standing)
    total, handed_in = len(entries.own), entries.handed_in
    confirmed = sum(each.confirmed is not None for each in entries.own)
    accepted = sum(each.state == "accepted" for each in entries.own)
    meeting = entries.cycle.meeting
    complete, checked = handed_in == total, accepted == total
    return (
        Step("提出", f"{total}件" if complete else f"提出 {handed_in}／{total}", "done" if complete else "now"),
        Step(
            "課長の確認（任意）",
            f"確認 {confirmed}／{total}" if confirmed else HEAD_MAY_CONFIRM,
            "done" if confirmed == total else "later",
        ),
        Step("事務局の確認", f"受理 {accepted}／{total}", "done" if checked else "now" if complete else "later"),
        Step("会議", short_date(meeting) if meeting else NO_MEETING_YET, "now" if checked else "later"),
    )


def _steps_to_secretariat(entries: EntryList, standing: Standing) -> tuple[Step, ...]:
    """The same where answers travel as a file: 事務局へ渡す and 受領 in place of 事務局の確認. While items are left to
    submit, a part that was handed over is told and nothing beyond is a step to be taken."""
    total, handed_in, given = len(entries.own), entries.handed_in, standing.given
    confirmed = sum(each.confirmed is not None for each in entries.own)
    complete = handed_in == total
    gone = given is not None and not standing.to_give
    arrived = gone and given is not None and given.state == "received"
    by_whom = BY_THE_LIAISON if entries.confirming else BY_THIS_BUTTON
    by_hand = HEAD_MAY_CONFIRM if entries.confirming else SLIP_TO_SIGN
    meeting = entries.cycle.meeting
    return (
        Step("提出", f"{total}件" if complete else f"提出 {handed_in}／{total}", "done" if complete else "now"),
        Step(
            "課長の確認",
            f"確認 {confirmed}／{total}" if confirmed else by_hand,
            "done" if confirmed == total else "later",
        ),
        Step(
            STEP_GIVE,
            _given_words(given, part=not complete and not only_returned(entries)) if gone and given else by_whom,
            "done" if gone and complete else "now" if complete or standing.to_give else "later",
        ),
        Step(
            STEP_RECEIPT,
            moment_words(given.answered) if arrived and given and given.answered else SHOWN_WHEN_RECEIVED,
            "done" if arrived and complete else "now" if gone and complete else "later",
        ),
        Step("会議", short_date(meeting) if meeting else NO_MEETING_YET, "now" if arrived and complete else "later"),
    )


def _given_words(given: HandedOver, *, part: bool) -> str:
    if given.state != "received":
        return PART_GIVEN_WAITING if part else GIVEN_WAITING
    when = moment_words(given.moment)
    return f"{PART_GIVEN} {when}" if part else when


def next_department(desk: Desk, entries: EntryList) -> Department | None:
    """The next department, around the end, of which something is left: to hand in, for a head to confirm."""
    found = asked_departments(desk, entries.cycle)
    ids = [each.id for each in found]
    start = ids.index(entries.department.id) if entries.department and entries.department.id in ids else 0
    return _first_open(desk, entries.cycle, (*found[start + 1 :], *found[:start]))


def first_entries(desk: Desk, cycle: Cycle) -> EntryList:
    """The items of the department to begin with: the first with something left to hand in, else the first at all."""
    found = asked_departments(desk, cycle)
    return read_entries(desk, cycle, _first_open(desk, cycle, found) or next(iter(found), None))


def _first_open(desk: Desk, cycle: Cycle, departments: Sequence[Department]) -> Department | None:
    left = anything_to_confirm if desk.actor.role == "head" else anything_left
    return next((each for each in departments if left(desk, cycle, each)), None)
