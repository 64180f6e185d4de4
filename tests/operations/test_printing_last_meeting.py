"""前回の決定と宿題の処理状況: what the packet of the next meeting tells of the last one."""

from __future__ import annotations

from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import Wanted
from dxdesk.operations import agenda, cycles, meeting_records, meetings
from dxdesk.operations.printing_documents import print_document
from dxdesk.store.queries import finding
from dxdesk.store.queries.meetings import agenda as agenda_of
from tests.builders import COMMITTEE, MOMENT, SECRETARIAT, ZEIMU, accepted, start_cycle
from tests.documents.reading import page_texts


def test_the_next_packet_tells_what_was_decided_and_given(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", ZEIMU, status="warn", discuss="decide", ask="続けてよいか")
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2024, 9, 10))
    first = desk.ask(finding.meeting)
    desk.do(agenda.adopt_proposal, first)
    item = next(each.number for each in desk.ask(agenda_of, first.id) if each.unit)
    desk.do(meeting_records.record_decision, first, item, "approved", "続ける。")
    desk.do(meeting_records.record_action, first, item, [ZEIMU], None, "月別の予測を表にする。")
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    desk.do(cycles.close_cycle, cycle)
    second = start_cycle(desk, "第2回")
    desk.do(meetings.hold_meeting, second, COMMITTEE, day=date(2025, 2, 13))
    held = desk.ask(finding.meeting)
    wanted = Wanted("packet", meeting=held.id)
    text = "".join(page_texts(desk.ask(print_document, second, wanted, SECRETARIAT, MOMENT).pdf))
    for words in ("前回の決定と宿題の処理状況", "続ける。重点-1", "原案決定", "月別の予測を表にする。", "対応中"):
        assert words in text
