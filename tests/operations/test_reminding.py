"""再依頼: kept once a day for each department, printed wherever somebody asks about it, and taken back."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations import cycles
from dxdesk.operations.printing_documents import document_text, print_document
from dxdesk.operations.reminding import remind, take_back_reminder
from dxdesk.store.queries import cycles as on_file
from dxdesk.store.queries import finding, plans
from dxdesk.store.queries.reminders import asked, reminders
from dxdesk.store.verification import verify
from tests.builders import DUE, FUKUSHI, SECRETARIAT, SOUMU, accepted, answer, refused, uid
from tests.documents.reading import page_texts

LATER = "2025-02-17T09:00:00+09:00"
"""Four days after the moment at which these tests remind."""


@pytest.fixture
def reminded(desk: Desk, cycle: Cycle) -> str:
    """総務課 was reminded; the id that takes it back."""
    return desk.do(remind, cycle, [uid(SOUMU)], due=DUE, way="paper").id


def printed(desk: Desk, cycle: Cycle, kind: PrintKind, now: str = LATER) -> str:
    wanted = Wanted(kind, department=uid(SOUMU) if kind == "reminder" else None)
    return "".join(page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, now).pdf))


def test_a_department_is_reminded_once_a_day(desk: Desk, cycle: Cycle, reminded: str) -> None:
    again = desk.do(remind, cycle, [uid(SOUMU), uid(FUKUSHI)], due=DUE, way="mail")
    assert again.subject == FUKUSHI
    found = desk.ask(reminders, cycle.id)
    assert [each.way for each in found[uid(SOUMU)]] == ["paper"]
    assert [each.way for each in found[uid(FUKUSHI)]] == ["mail"]
    assert desk.do(remind, cycle, [uid(SOUMU)], due=DUE, way="file").id == ""
    assert verify(desk.database).ok


def test_what_was_kept_by_mistake_is_taken_back_alone(desk: Desk, cycle: Cycle, reminded: str) -> None:
    other = desk.do(remind, cycle, [uid(FUKUSHI)], due=DUE, way="mail").id
    desk.do(take_back_reminder, cycle, reminded)
    assert set(desk.ask(reminders, cycle.id)) == {uid(FUKUSHI)}
    refused(desk, "remind.unknown", take_back_reminder, cycle, reminded)
    refused(desk, "remind.unknown", take_back_reminder, cycle, "x")
    desk.do(take_back_reminder, cycle, other)
    assert desk.ask(reminders, cycle.id) == {}


def test_who_was_not_asked_is_not_reminded(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "inquire.not_asked", remind, cycle, ["nobody"], due=DUE, way="paper")


def test_a_closed_cycle_reminds_nobody_and_keeps_what_was(desk: Desk, cycle: Cycle, reminded: str) -> None:
    desk.do(cycles.close_cycle, cycle, "打ち切ります。")
    closed = desk.ask(finding.cycle, cycle.id)
    refused(desk, "cycle.closed", remind, closed, [uid(SOUMU)], due=DUE, way="paper")
    refused(desk, "cycle.closed", take_back_reminder, closed, reminded)
    assert "再依頼" in printed(desk, closed, "list")


def test_the_list_and_the_summary_say_when_who_owes_something_was_reminded(
    desk: Desk, cycle: Cycle, reminded: str
) -> None:
    day = desk.ask(reminders, cycle.id)[uid(SOUMU)][0].day
    words = f"再依頼 令和{day.year - 2018}年{day.month}月{day.day}日"
    assert words.replace(" ", "") in printed(desk, cycle, "list")
    assert f"再依頼{day.month}月{day.day}日" in printed(desk, cycle, "summary")
    when = desk.ask(asked, cycle)
    assert set(when.reminded.values()) == {day}
    owed = {unit for unit, departments in desk.ask(on_file.asked, cycle.id).items() if uid(SOUMU) in departments}
    assert set(when.reminded) == owed
    assert when.due == cycle.due


def test_what_was_answered_before_the_reminder_is_none_of_its_matter(desk: Desk, cycle: Cycle) -> None:
    plan, units = desk.ask(plans.plan), desk.ask(on_file.asked, cycle.id)
    own = [unit for unit, departments in units.items() if uid(SOUMU) in departments]
    answer(desk, cycle, plan.by_id[own[0]].code or "", SOUMU)
    desk.do(remind, cycle, [uid(SOUMU)], due=DUE, way="paper")
    assert set(desk.ask(asked, cycle).reminded) == set(own[1:])


def test_the_missing_list_has_every_reminder_with_its_way(desk: Desk, cycle: Cycle, reminded: str) -> None:
    assert "文書（R" in printed(desk, cycle, "missing")


def test_the_next_letter_tells_of_the_ones_before_it_and_not_of_itself(desk: Desk, cycle: Cycle, reminded: str) -> None:
    day = desk.ask(reminders, cycle.id)[uid(SOUMU)][0].day
    assert "催促の経過" not in printed(desk, cycle, "reminder", f"{day}T12:00:00+09:00")
    assert "催促の経過" in printed(desk, cycle, "reminder")
    wanted = Wanted("reminder", department=uid(SOUMU))
    assert "4　催促の経過\n　　令和" in desk.ask(document_text, cycle, wanted, SECRETARIAT, LATER)


def test_who_has_answered_everything_is_no_more_named(desk: Desk, cycle: Cycle, reminded: str) -> None:
    plan, units = desk.ask(plans.plan), desk.ask(on_file.asked, cycle.id)
    for unit, departments in units.items():
        if uid(SOUMU) in departments:
            accepted(desk, cycle, plan.by_id[unit].code or "", SOUMU)
    assert "文書（R" not in printed(desk, cycle, "missing")


def test_only_the_secretariat_reminds(desk: Desk, cycle: Cycle) -> None:
    head = Desk(desk.database, Actor("head", (uid(SOUMU),)))
    refused(head, "permission.role", remind, cycle, [uid(SOUMU)], due=DUE, way="paper")
