"""照会文, 催促文, 未回答一覧 and 確認票 of a cycle."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.settings import Settings
from dxdesk.operations import cycles, departments, replies
from dxdesk.operations.correspondence import reminders
from dxdesk.operations.printing_letters import (
    print_confirmation,
    print_inquiry,
    print_missing,
    text_file,
    text_of_reminder,
)
from dxdesk.operations.printing_sample import print_sample
from dxdesk.store.queries import finding, plans
from tests.builders import (
    FUKUSHI,
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
)
from tests.documents.reading import page_texts
from tests.operations.test_correspondence import letters


def test_a_sample_letter_names_the_chair_and_the_office_of_the_town(desk: Desk) -> None:
    desk.do(departments.add_member, desk.ask(plans.plan).bodies[0].name, "見本太郎", position="chair")
    made = desk.ask(print_sample, Settings(), date(2025, 1, 10), cycle_name="第1回", department="総務課")
    assert "見本太郎" in "".join(page_texts(made.pdf))


def confirmation(desk: Desk, cycle: Cycle, department: str | None = None) -> list[str]:
    return page_texts(desk.ask(print_confirmation, cycle, MOMENT, department=department).pdf)


def code_of(call: object) -> str:
    with pytest.raises(Problem) as problem:
        call()  # type: ignore[operator]
    return problem.value.code


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
