"""Who is asked whatever the limit, what stays behind at closing, and how much is read for one unit."""

from datetime import date

from sqlalchemy import Connection, event

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import agenda, cycles, meeting_records, meetings, printing, reviews
from dxdesk.store.queries import board, finding
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.store.queries import replies as replies_on_file
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    HEADQUARTERS,
    KENSETSU,
    SOUMU,
    ZEIMU,
    accepted,
    start_cycle,
    uid,
    unit_of,
    write,
)


def test_a_department_named_for_a_unit_is_asked_though_the_cycle_is_limited_to_others(desk: Desk) -> None:
    cycle = start_cycle(desk, departments=[SOUMU], assigned={"重点-1": [KENSETSU, ZEIMU]})
    asked = desk.ask(on_file.asked, cycle.id)
    assert asked[uid("書かない窓口")] == (uid(ZEIMU), uid(KENSETSU))
    assert uid("手続の案内") not in asked
    assert asked[uid("会議の見直し")] == (uid(SOUMU),)


def test_closing_names_the_drafts_that_nobody_submitted(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "検討-5", SOUMU)
    write(desk, cycle, "重点-2", FUKUSHI)
    write(desk, cycle, "重点-2", ZEIMU)
    outcome = desk.do(cycles.close_cycle, cycle)
    assert outcome.warnings == ("重点-2 税務課", "重点-2 福祉課", "検討-5 総務課")


def test_one_unit_says_the_same_alone_as_among_all_open_and_closed(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", results="一。")
    accepted(desk, cycle, "重点-2", ZEIMU, results="二。")
    write(desk, cycle, "重点-3")
    for _ in range(2):
        every = desk.ask(replies_on_file.views, cycle)
        assert {unit: desk.ask(replies_on_file.views, cycle, unit)[unit] for unit in every} == every
        assert desk.ask(replies_on_file.views, cycle, uid("窓口")) == {}
        if cycle.open:
            desk.do(cycles.close_cycle, cycle, "取りまとめは次の回に")
            cycle = desk.ask(finding.cycle, cycle.id)
    assert not cycle.open


def test_an_item_takes_over_what_the_unit_asks_to_be_decided(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", discuss="decide", ask="進め方を決めたい。")
    write(desk, cycle, "重点-3", discuss="decide", ask="まだ受理されていない。", status="ok", results="進めた。")
    held = desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting, held.id)
    for code in ("重点-1", "重点-3"):
        desk.do(agenda.add_item, meeting, "discuss", code=code)
    found = [each.ask for each in desk.ask(meetings_on_file.agenda, meeting.id)]
    assert found == ["進め方を決めたい。", None]


def test_a_proposed_agenda_does_not_read_every_answer_for_every_item(desk: Desk, cycle: Cycle) -> None:
    for code, department in (("重点-1", ZEIMU), ("重点-3", FUKUSHI), ("検討-5", SOUMU)):
        accepted(desk, cycle, code, department, status="late")
    held = desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting, held.id)
    whole: list[str] = []

    def note(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if "FROM revisions" in statement and "revisions.unit =" not in statement:
            whole.append(statement)

    event.listen(desk.database.engine, "before_cursor_execute", note)
    desk.do(agenda.adopt_proposal, meeting)
    event.remove(desk.database.engine, "before_cursor_execute", note)
    assert len([each for each in desk.ask(meetings_on_file.agenda, meeting.id) if each.unit]) == 3
    assert len(whole) == 1


def test_below_a_consolidation_of_a_single_department_its_own_answer_is_shown(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", results="課の言葉。")
    shown = desk.ask(board.board, cycle)
    assert desk.ask(printing.sheets, cycle, shown)[uid("書かない窓口")].answers == ()
    desk.do(reviews.consolidate, cycle, "重点-1", values={"status": "warn", "results": "事務局の言葉。"})
    assert unit_of(desk, cycle, "重点-1").status == "warn"
    shown = desk.ask(board.board, cycle)
    answers = desk.ask(printing.sheets, cycle, shown)[uid("書かない窓口")].answers
    assert [(each.department, each.results) for each in answers] == [(ZEIMU, "課の言葉。")]


def test_a_sheet_shows_what_was_decided_though_a_later_meeting_of_the_cycle_said_nothing_of_it(
    desk: Desk, cycle: Cycle
) -> None:
    for body, text in ((COMMITTEE, "委員会で決めた。"), (HEADQUARTERS, None)):
        held = desk.do(meetings.hold_meeting, cycle, body, day=date(2025, 2, 13))
        meeting = desk.ask(finding.meeting, held.id)
        desk.do(agenda.add_item, meeting, "discuss", code="重点-1" if text else "重点-2")
        if text:
            desk.do(meeting_records.record_decision, meeting, 1, "approved", text)
            desk.do(meeting_records.record_action, meeting, 1, [SOUMU], None, "調べる")
    found = desk.ask(printing.sheets, cycle, desk.ask(board.board, cycle))
    decided = found[uid("書かない窓口")].decided
    assert decided is not None
    assert (decided.text, [each.text for each in decided.actions]) == ("委員会で決めた。", ["調べる"])
    assert found[uid("オンライン申請")].decided is None
