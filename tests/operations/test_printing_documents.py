from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import PRINT_KINDS, Wanted
from dxdesk.operations import agenda, cycles, meetings, minutes
from dxdesk.operations.printing_documents import COMPOSERS, document_workbook, offer, print_document
from dxdesk.operations.printing_facts import prepare
from dxdesk.store.queries import finding
from dxdesk.wording.meeting import phrases_for
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    KENSETSU,
    MOMENT,
    SECRETARIAT,
    SOUMU,
    ZEIMU,
    accepted,
    acting,
    answer,
    uid,
)

READER = Actor("reader")


def printed(desk: Desk, cycle: Cycle, wanted: Wanted, actor: Actor = SECRETARIAT) -> bytes:
    return desk.ask(print_document, cycle, wanted, actor, MOMENT).pdf


def refusal(desk: Desk, cycle: Cycle, wanted: Wanted, actor: Actor = SECRETARIAT) -> str:
    with pytest.raises(Problem) as problem:
        printed(desk, cycle, wanted, actor)
    return problem.value.code


def hold(desk: Desk, cycle: Cycle, *, closed: bool = False, day: date = date(2025, 2, 13)) -> str:
    """The id of a meeting with the proposed agenda; a closed one has minutes."""
    identity = desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=day).id
    meeting = desk.ask(finding.meeting, identity)
    desk.do(agenda.adopt_proposal, meeting)
    if closed:
        desk.do(meetings.close_meeting, desk.ask(finding.meeting, identity))
        desk.do(minutes.draft, desk.ask(finding.meeting, identity), phrases_for)
    return meeting.id


def test_every_kind_has_somebody_who_sets_it() -> None:
    assert set(COMPOSERS) == set(PRINT_KINDS)


def test_nobody_gets_by_asking_what_the_role_does_not_print(desk: Desk, cycle: Cycle) -> None:
    assert refusal(desk, cycle, Wanted("preparation"), READER) == "permission.role"
    own = acting("liaison", ZEIMU)
    assert refusal(desk, cycle, Wanted("handwriting", department=uid(SOUMU)), own) == "permission.department"
    with pytest.raises(Problem):
        desk.ask(prepare, cycle, Wanted("preparation"), READER, MOMENT)


def test_a_form_without_a_department_is_that_of_the_only_one_somebody_has(desk: Desk, cycle: Cycle) -> None:
    own = acting("liaison", ZEIMU)
    assert printed(desk, cycle, Wanted("handwriting"), own) == printed(
        desk, cycle, Wanted("handwriting", department=uid(ZEIMU))
    )
    assert desk.ask(prepare, cycle, Wanted("handwriting"), own, MOMENT).wanted.department == uid(ZEIMU)


def test_a_document_of_no_meeting_is_refused(desk: Desk, cycle: Cycle) -> None:
    assert refusal(desk, cycle, Wanted("agenda")) == "meeting.none"


def test_the_sheets_to_be_discussed_are_those_on_the_agenda(desk: Desk, cycle: Cycle) -> None:
    assert refusal(desk, cycle, Wanted("sheet", discussed=True)) == "print.none_discussed"
    accepted(desk, cycle, "重点-1", ZEIMU, status="warn", discuss="decide", ask="続けてよいか")
    hold(desk, cycle)
    found = desk.ask(prepare, cycle, Wanted("sheet", discussed=True), SECRETARIAT, MOMENT)
    assert [card.code for card in found.facts.units] == ["重点-1"]
    assert found.printed.pdf == printed(desk, cycle, Wanted("sheet", unit="重点-1"))


def test_what_is_offered_is_what_the_role_has_and_the_departments_that_are_asked(desk: Desk, cycle: Cycle) -> None:
    own = desk.ask(offer, cycle, acting("head", FUKUSHI))
    assert [each.name for each in own.departments] == [FUKUSHI]
    assert "minutes" not in own.kinds
    everybody = desk.ask(offer, cycle, SECRETARIAT)
    assert [each.name for each in everybody.departments] == [SOUMU, ZEIMU, FUKUSHI, KENSETSU]
    assert (everybody.meetings, everybody.recorded) == ((), frozenset())


def test_only_meetings_with_minutes_are_offered_as_recorded(desk: Desk, cycle: Cycle) -> None:
    meeting = hold(desk, cycle)
    assert desk.ask(offer, cycle, SECRETARIAT).recorded == frozenset()
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    desk.do(minutes.draft, desk.ask(finding.meeting), phrases_for)
    assert desk.ask(offer, cycle, SECRETARIAT).recorded == {meeting}


def test_the_spreadsheet_shows_what_counts_and_nothing_else(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", ZEIMU, results="=進めた。", private_memo="公表しない数")
    answer(desk, cycle, "検討-5", SOUMU, results="まだ見ていない文")
    content = desk.ask(document_workbook, cycle, "list", SECRETARIAT, MOMENT)
    with ZipFile(BytesIO(content)) as parts:
        texts = parts.read("xl/sharedStrings.xml").decode()
    assert "=進めた。" in texts
    assert "重点-1" in texts
    assert "公表しない数" not in texts
    assert "まだ見ていない文" not in texts


def test_the_spreadsheet_of_a_closed_cycle_is_the_same_for_ever(desk: Desk, cycle: Cycle) -> None:
    desk.do(cycles.close_cycle, cycle, "見本のため")
    closed = desk.ask(finding.cycle, cycle.id, only_open=False)
    later = "2026-01-01T00:00:00+09:00"
    assert desk.ask(document_workbook, closed, "list", READER, MOMENT) == desk.ask(
        document_workbook, closed, "list", READER, later
    )
