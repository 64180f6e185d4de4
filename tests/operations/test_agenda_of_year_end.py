"""次年度の方向性・予算要求 on the agenda of a meeting about the results of a year."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.agenda import NEXT_YEAR_TITLE
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import AgendaItem, Meeting, Result
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations import meetings, minutes
from dxdesk.operations.agenda import adopt_proposal
from dxdesk.operations.meeting_records import record_decision
from dxdesk.operations.packets import hand_out
from dxdesk.operations.printing_documents import print_document
from dxdesk.store.queries import finding, packets
from dxdesk.store.queries import meetings as on_file
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, MOMENT, SECRETARIAT, accepted, start_cycle
from tests.documents.reading import page_texts

ASK = "次年度の方向性と予算要求を一覧のとおりとしてよいか"


@pytest.fixture
def cycle(desk: Desk) -> Cycle:
    """The cycle on the results of the year."""
    return start_cycle(desk, "年度末", kind="result")


def held(desk: Desk, cycle: Cycle, day: int = 13) -> Meeting:
    """A meeting with what is proposed for it."""
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, day))
    meeting = desk.ask(on_file.meetings, cycle.id)[-1]
    desk.do(adopt_proposal, meeting)
    return meeting


def about_next_year(desk: Desk, meeting: Meeting) -> list[AgendaItem]:
    return [each for each in desk.ask(on_file.agenda, meeting.id) if each.title == NEXT_YEAR_TITLE]


def text_of(desk: Desk, cycle: Cycle, kind: PrintKind, meeting: Meeting) -> str:
    wanted = Wanted(kind, meeting=meeting.id)
    return "".join(page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf))


def test_the_last_thing_discussed_is_how_the_units_go_on_with_the_list_of_it(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", status="late", direction="拡充", results="進めた。")
    meeting = held(desk, cycle)
    *_, unit, last = desk.ask(on_file.agenda, meeting.id)
    assert unit.code == "重点-1"
    assert (last.kind, last.title, last.ask) == ("discuss", NEXT_YEAR_TITLE, ASK)
    desk.do(adopt_proposal, meeting)
    assert about_next_year(desk, meeting) == [last]
    desk.do(hand_out, meeting)
    (edition,) = desk.ask(packets.editions, meeting.id)
    number = next(each.number for each in edition.papers if each.key == "directions")
    assert edition.references(desk.ask(on_file.agenda, meeting.id), "宿題")[last.number] == number
    shown = text_of(desk, cycle, "agenda", meeting)
    assert NEXT_YEAR_TITLE in shown
    assert shown.count(number) == 2  # behind the item, and among what is handed out
    script = text_of(desk, cycle, "script", meeting)
    assert NEXT_YEAR_TITLE in script
    assert ASK in script
    desk.do(meetings.close_meeting, meeting)
    desk.do(minutes.draft, desk.ask(finding.meeting), phrases_for)
    blocks = desk.ask(minutes_on_file.versions, meeting.id)[-1].blocks
    assert any(NEXT_YEAR_TITLE in each.text for each in blocks)
    assert number in [each.text for each in blocks if each.kind == "reference"][-1]


def test_what_departments_leave_to_the_meeting_is_asked_of_it(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", status="ok", direction="拡充", results="進めた。")
    accepted(desk, cycle, "重点-3", status="stop", results="止めた。")
    (item,) = about_next_year(desk, held(desk, cycle))
    assert item.ask == f"{ASK}。「会議で決める」の1取組をどうするか"


def test_before_anybody_says_a_direction_there_is_nothing_to_decide(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-3", status="stop", results="止めた。")
    assert about_next_year(desk, held(desk, cycle)) == []


def test_another_cycle_has_no_such_item(desk: Desk) -> None:
    autumn = start_cycle(desk, "秋の回", as_of=date(2024, 10, 1))
    accepted(desk, autumn, "重点-1", direction="拡充")
    assert about_next_year(desk, held(desk, autumn)) == []


@pytest.mark.parametrize(
    ("results", "again"),
    [(["approved"], 0), (["continued"], 1), (["approved", "continued"], 1), (["continued", "approved"], 0)],
)
def test_a_further_meeting_has_it_only_where_it_was_left_at_last(
    desk: Desk, cycle: Cycle, results: list[Result], again: int
) -> None:
    accepted(desk, cycle, "重点-1", status="ok", direction="拡充", results="進めた。")
    meeting = held(desk, cycle)
    (item,) = about_next_year(desk, meeting)
    for result in results:
        desk.do(record_decision, meeting, item.number, result, "決めた。")
    assert len(about_next_year(desk, held(desk, cycle, 20))) == again
