"""What the letters of a cycle are made from: who is asked, who still owes what, who writes."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.settings import Settings
from dxdesk.operations import cycles, departments, meetings, replies, reviews
from dxdesk.operations.printing_letters import (
    Correspondence,
    correspondence,
    print_confirmation,
    print_inquiry,
    print_missing,
    reminders,
    text_file,
    text_of_reminder,
)
from dxdesk.operations.printing_sample import print_sample
from dxdesk.store.queries import finding, plans
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    HEADQUARTERS,
    KENSETSU,
    MOMENT,
    SECRETARIAT,
    SOUMU,
    ZEIMU,
    accepted,
    acting,
    answer,
    at,
    uid,
    write,
)
from tests.documents.reading import page_texts


def test_a_sample_letter_names_the_chair_and_the_office_of_the_town(desk: Desk) -> None:
    desk.do(departments.add_member, desk.ask(plans.plan).bodies[0].name, "見本太郎", position="chair")
    made = desk.ask(print_sample, Settings(), date(2025, 1, 10), cycle_name="第1回", department="総務課")
    assert "見本太郎" in "".join(page_texts(made.pdf))


def letters(desk: Desk, cycle: Cycle, now: str = MOMENT) -> Correspondence:
    return desk.ask(correspondence, cycle, now)


def numbers(desk: Desk, cycle: Cycle, department: str) -> list[str]:
    return [each.number for each in letters(desk, cycle).departments[uid(department)].owed]


def confirmation(desk: Desk, cycle: Cycle, department: str | None = None) -> list[str]:
    return page_texts(desk.ask(print_confirmation, cycle, MOMENT, department=department).pdf)


def code_of(call: object) -> str:
    with pytest.raises(Problem) as problem:
        call()  # type: ignore[operator]
    return problem.value.code


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


def test_the_text_of_a_reminder_is_for_the_departments_that_owe_something(desk: Desk, cycle: Cycle) -> None:
    for unit in letters(desk, cycle).departments[uid(KENSETSU)].units:
        accepted(desk, cycle, unit.number, KENSETSU)
    found = desk.ask(reminders, cycle, SECRETARIAT, MOMENT)
    assert f"{KENSETSU}長" not in text_of_reminder(found)
    assert text_of_reminder(found, uid(ZEIMU)).startswith(f"{ZEIMU}長　様")
    assert code_of(lambda: text_of_reminder(found, uid(KENSETSU))) == "print.none_missing"
    assert "令和9年1月15日（金）まで" in text_of_reminder(found, uid(ZEIMU), date(2027, 1, 15))


def test_nobody_is_reminded_of_a_closed_cycle_and_only_the_secretariat_reminds(desk: Desk, cycle: Cycle) -> None:
    own = acting("liaison", ZEIMU)
    assert code_of(lambda: desk.ask(reminders, cycle, own, MOMENT)) == "permission.role"
    desk.do(cycles.close_cycle, cycle, "期限が来た")
    closed = desk.ask(finding.cycle, cycle.id, only_open=False)
    assert code_of(lambda: text_of_reminder(letters(desk, closed))) == "cycle.closed"


def test_a_department_that_is_asked_nothing_gets_no_letter(desk: Desk, cycle: Cycle) -> None:
    assert code_of(lambda: desk.ask(print_inquiry, cycle, MOMENT, department="nobody")) == "print.no_units"
    assert code_of(lambda: desk.ask(print_confirmation, cycle, MOMENT, department="nobody")) == "print.no_units"


def test_who_took_over_in_the_middle_of_a_cycle_is_written_to(desk: Desk, cycle: Cycle) -> None:
    desk.do(departments.add_department, "税務町民課")
    desk.do(departments.close_department, ZEIMU, on=date(2024, 12, 31), successor="税務町民課")
    before = letters(desk, cycle, "2024-12-31T12:00:00+09:00").departments[uid(ZEIMU)]
    after = letters(desk, cycle, "2025-01-02T12:00:00+09:00").departments[uid(ZEIMU)]
    assert (before.name, before.before) == (ZEIMU, "")
    assert (after.name, after.before) == ("税務町民課", ZEIMU)


def test_the_folder_for_replies_is_named_where_it_is_known(desk: Desk, cycle: Cycle) -> None:
    pages = page_texts(desk.ask(print_inquiry, cycle, MOMENT, place="R:／DX／回答").pdf)
    assert "R:／DX／回答" in pages[0]


def test_the_list_of_what_is_missing_counts_every_department(desk: Desk, cycle: Cycle) -> None:
    text = "".join(page_texts(desk.ask(print_missing, cycle, MOMENT).pdf))
    for name in (SOUMU, ZEIMU, FUKUSHI, KENSETSU):
        assert name in text
    assert "合計（4課）" in text


def test_a_head_confirms_what_was_submitted_last(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1", ZEIMU, results="窓口を一つにした。", private_memo="ひみつ", to_secretariat="ないしょ")
    desk.do(at, cycle, "重点-1", ZEIMU, replies.confirm, by="山田 一", title="税務課長")
    text = "".join(confirmation(desk, cycle, uid(ZEIMU)))
    assert "窓口を一つにした。" in text
    assert "確認済み税務課長山田一（R" in text
    assert "ひみつ" not in text
    assert "ないしょ" not in text


def test_what_was_taken_back_is_not_confirmed(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-1", ZEIMU, results="窓口を一つにした。")
    desk.do(at, cycle, "重点-1", ZEIMU, replies.withdraw)
    assert "窓口を一つにした。" not in "".join(confirmation(desk, cycle, uid(ZEIMU)))


def test_every_department_confirms_on_pages_of_its_own(desk: Desk, cycle: Cycle) -> None:
    pages = confirmation(desk, cycle)
    assert all(sum(name in page for name in (SOUMU, ZEIMU, FUKUSHI, KENSETSU)) >= 1 for page in pages)
    assert pages[0].count(SOUMU) >= 1


def test_the_official_view_of_a_closed_cycle_is_confirmed_as_it_counted(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1", ZEIMU, results="受理された文。")
    answer(desk, cycle, "重点-1", ZEIMU, results="あとの文。")
    desk.do(cycles.close_cycle, cycle, "期限が来た")
    closed = desk.ask(finding.cycle, cycle.id, only_open=False)
    text = "".join(confirmation(desk, closed, uid(ZEIMU)))
    assert "受理された文。" in text
    assert "あとの文。" not in text


def test_a_text_file_opens_in_every_editor_of_an_office_computer() -> None:
    assert text_file("一\n二") == b"\xef\xbb\xbf" + "一\r\n二".encode()
