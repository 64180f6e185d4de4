"""What the 個票 in the packet of one meeting say of its own decisions, and of those of the meeting before it."""

from __future__ import annotations

from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.printing import Wanted
from dxdesk.operations import agenda, cycles, meeting_records, meetings
from dxdesk.operations.printing import sheets
from dxdesk.operations.printing_documents import print_document
from dxdesk.store.queries import board, finding, plans
from dxdesk.store.queries.meetings import agenda as agenda_of
from tests.builders import COMMITTEE, HEADQUARTERS, MOMENT, SECRETARIAT, ZEIMU, start_cycle
from tests.documents.reading import page_texts
from tests.operations.test_printing_last_meeting import hold_first


def second_of(desk: Desk, cycle: Cycle) -> Meeting:
    """Another meeting of the committee in the same cycle, about the same unit."""
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2024, 10, 20))
    second = desk.ask(finding.meeting)
    desk.do(agenda.add_item, second, "discuss", code="重点-1")
    return second


def test_a_meeting_still_to_come_has_an_empty_box_and_the_dated_decision_of_the_one_before(
    desk: Desk, cycle: Cycle
) -> None:
    first = hold_first(desk, cycle)
    second = second_of(desk, cycle)
    unit = desk.ask(plans.plan).unit("重点-1").id
    shown = desk.ask(board.board, cycle, meeting=second)
    coming = desk.ask(sheets, cycle, shown, meeting=second)[unit]
    assert coming.decided is None
    assert coming.before is not None
    assert coming.before.meeting.id == first.id
    packet = Wanted("packet", meeting=second.id)
    pages = page_texts(desk.ask(print_document, cycle, packet, SECRETARIAT, MOMENT).pdf)
    assert [page for page in pages if "これまでの決定R6.9.10推進委員会原案決定：続ける。" in page], pages


def test_each_packet_shows_its_own_decision_and_tasks_alone(desk: Desk, cycle: Cycle) -> None:
    first = hold_first(desk, cycle)
    second = second_of(desk, cycle)
    desk.do(meeting_records.record_decision, second, 1, "amended", "やり方を改める。")
    desk.do(meeting_records.record_action, second, 1, [ZEIMU], None, "やり方を示す。")
    unit = desk.ask(plans.plan).unit("重点-1").id

    def decided(held: Meeting | None) -> tuple[str, list[str]] | None:
        found = desk.ask(sheets, cycle, desk.ask(board.board, cycle, meeting=held), meeting=held)[unit].decided
        return (found.text, [each.text for each in found.actions]) if found else None

    assert decided(first) == ("続ける。", ["月別の予測を表にする。"])
    assert decided(second) == ("やり方を改める。", ["やり方を示す。"])
    assert decided(None) == ("やり方を改める。", ["月別の予測を表にする。", "やり方を示す。"])


def test_what_was_left_open_stands_dated_in_the_next_cycle_until_it_is_decided(desk: Desk, cycle: Cycle) -> None:
    hold_first(desk, cycle)
    second = second_of(desk, cycle)
    desk.do(meeting_records.record_decision, second, 1, "continued", "費用を調べて協議する。")
    desk.do(meetings.close_meeting, second)
    desk.do(cycles.close_cycle, cycle, "終えた。")
    following = start_cycle(desk, "第2回")
    desk.do(meetings.hold_meeting, following, COMMITTEE, day=date(2025, 2, 13))
    held = desk.ask(finding.meeting, "2025-02-13")
    desk.do(agenda.adopt_proposal, held)
    assert "続けてよいか" in [each.ask for each in desk.ask(agenda_of, held.id) if each.code == "重点-1"]
    words = "これまでの決定R6.10.20推進委員会継続協議：費用を調べて協議する。"

    def told(meeting: Meeting) -> bool:
        packet = Wanted("packet", meeting=meeting.id)
        pages = page_texts(desk.ask(print_document, following, packet, SECRETARIAT, MOMENT).pdf)
        return any(words in page for page in pages)

    assert told(held)
    item = next(each.number for each in desk.ask(agenda_of, held.id) if each.code == "重点-1")
    desk.do(meeting_records.record_decision, held, item, "approved", "続ける。")
    desk.do(meetings.close_meeting, held)
    desk.do(meetings.hold_meeting, following, HEADQUARTERS, day=date(2025, 3, 1))
    assert not told(desk.ask(finding.meeting, "2025-03-01"))
