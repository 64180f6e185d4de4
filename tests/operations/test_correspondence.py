"""What the letters of a cycle are made from: who is asked, who still owes what, who writes."""

from __future__ import annotations

from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import departments, meetings, reviews
from dxdesk.operations.correspondence import Correspondence, correspondence
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    HEADQUARTERS,
    KENSETSU,
    MOMENT,
    SOUMU,
    ZEIMU,
    answer,
    at,
    uid,
    write,
)


def letters(desk: Desk, cycle: Cycle, now: str = MOMENT) -> Correspondence:
    return desk.ask(correspondence, cycle, now)


def numbers(desk: Desk, cycle: Cycle, department: str) -> list[str]:
    return [each.number for each in letters(desk, cycle).departments[uid(department)].owed]


def test_everybody_who_is_asked_gets_a_letter_in_the_order_of_departments(desk: Desk, cycle: Cycle) -> None:
    found = letters(desk, cycle)
    assert [each.name for each in found.departments.values()] == [SOUMU, ZEIMU, FUKUSHI, KENSETSU]
    asked = {each.number: each for each in found.departments[uid(FUKUSHI)].units}
    assert asked["重点-2"].group == "窓口の課"
    assert asked["重点-2"].part == "related"
    assert found.head.inquired == date.fromisoformat(MOMENT[:10])


def test_the_plan_s_committee_writes_until_a_meeting_of_another_is_held(desk: Desk, cycle: Cycle) -> None:
    assert letters(desk, cycle).head.sender.body == f"見本町{COMMITTEE}"
    assert letters(desk, cycle).head.sender.office == SOUMU
    assert letters(desk, cycle).head.sender.chair == ""
    desk.do(departments.add_member, COMMITTEE, "渡邊 和夫", title="副町長", position="chair")
    assert letters(desk, cycle).head.sender.chair == "渡邊 和夫"
    desk.do(meetings.hold_meeting, cycle, HEADQUARTERS, day=date(2025, 2, 20))
    assert letters(desk, cycle).head.sender.committee == HEADQUARTERS
    assert letters(desk, cycle).head.meeting == date(2025, 2, 20)


def test_what_is_handed_in_is_owed_no_more_and_what_goes_back_is_owed_again(desk: Desk, cycle: Cycle) -> None:
    assert "重点-1" in numbers(desk, cycle, ZEIMU)
    write(desk, cycle, "重点-1", ZEIMU)
    assert "重点-1" in numbers(desk, cycle, ZEIMU)
    answer(desk, cycle, "重点-1", ZEIMU)
    assert "重点-1" not in numbers(desk, cycle, ZEIMU)
    desk.do(at, cycle, "重点-1", ZEIMU, reviews.return_reply, ("results",), "件数の根拠は何ですか。")
    found = {each.number: each for each in letters(desk, cycle).departments[uid(ZEIMU)].owed}["重点-1"]
    assert (found.state, found.fields, found.question) == ("returned", ("results",), "件数の根拠は何ですか。")


def test_who_took_over_in_the_middle_of_a_cycle_is_written_to(desk: Desk, cycle: Cycle) -> None:
    desk.do(departments.add_department, "税務町民課")
    desk.do(departments.close_department, ZEIMU, on=date(2024, 12, 31), successor="税務町民課")
    before = letters(desk, cycle, "2024-12-31T12:00:00+09:00").departments[uid(ZEIMU)]
    after = letters(desk, cycle, "2025-01-02T12:00:00+09:00").departments[uid(ZEIMU)]
    assert (before.name, before.before) == (ZEIMU, "")
    assert (after.name, after.before) == ("税務町民課", ZEIMU)
