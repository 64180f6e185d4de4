"""いま報告する: recorded outside a cycle, in one's own department's name, and never changed again."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.replies import Author
from dxdesk.domain.reports import ReportText, kept_under
from dxdesk.operations import cycles, reports
from dxdesk.operations.change import Touched
from dxdesk.store.queries import history
from dxdesk.store.queries import reports as on_file
from dxdesk.store.queries.page_drafts import page_draft, page_draft_subjects
from dxdesk.store.verification import verify
from tests.builders import FUKUSHI, SOUMU, ZEIMU, acting, refused, uid

UNIT = uid("手続の案内")
TEXT = ReportText("窓口が混んでいる。", "平日だけでは足りない。", "休日も開く。", "1月から月2回。")


@pytest.mark.parametrize("role", ["liaison", "head"])
def test_a_department_reports_in_its_own_name(desk: Desk, cycle: Cycle, role: ActorRole) -> None:
    desk.actor = acting(role, ZEIMU)
    department = desk.actor.departments[0]
    outcome = desk.do(reports.report, UNIT, TEXT, ZEIMU)
    (found,) = desk.ask(on_file.reports)
    assert (found.id, found.number, found.unit, found.department) == (outcome.id, 1, UNIT, department)
    assert (found.day, found.text) == (date(2025, 2, 13), TEXT)
    assert found.author == Author(role, department, "鈴木")
    for other in (FUKUSHI, None):
        refused(desk, "permission.department", reports.report, UNIT, TEXT, other)


def test_the_secretariat_reports_for_any_department_and_for_itself(desk: Desk, cycle: Cycle) -> None:
    for department in (ZEIMU, FUKUSHI, None):
        desk.do(reports.report, UNIT, TEXT, department)
    found = desk.ask(on_file.reports)
    assert [each.number for each in found] == [1, 2, 3]
    assert found[-1].department is None


def test_a_closed_cycle_and_no_cycle_at_all_stop_no_report(desk: Desk, cycle: Cycle) -> None:
    desk.do(cycles.close_cycle, cycle, "理由")
    desk.do(reports.report, UNIT, TEXT, SOUMU, day=date(2024, 12, 9))
    assert [each.day for each in desk.ask(on_file.reports)] == [date(2024, 12, 9)]


def test_a_report_is_on_the_chain_and_tells_the_pages(desk: Desk, cycle: Cycle) -> None:
    told: list[Touched] = []
    desk.subscribe(told.append)
    desk.do(reports.report, UNIT, TEXT, SOUMU)
    newest = desk.ask(history.operations)[0]
    assert (newest.operation, newest.subject) == ("report", "重点-3 手続の案内")
    assert desk.ask(on_file.reports)[0].sequence == newest.sequence
    assert told == [Touched.REPLIES | Touched.DRAFTS]
    assert verify(desk.database).ok


def test_nothing_is_recorded_without_an_observation_or_on_something_that_is_no_unit(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "report.empty", reports.report, UNIT, ReportText(judgement="足りない。"), SOUMU)
    for other in (uid("窓口"), "nothing"):
        refused(desk, "report.unit", reports.report, other, TEXT, SOUMU)


def test_what_was_being_written_on_the_unit_is_forgotten_with_the_report(desk: Desk, cycle: Cycle) -> None:
    desk.actor = acting("liaison", ZEIMU)
    own = desk.actor.departments[0]
    for unit in (UNIT, uid("研修")):
        desk.do(reports.keep_report, unit, ReportText("混ん"), own)
    refused(desk, "permission.department", reports.keep_report, UNIT, ReportText("混ん"), None)
    desk.do(reports.report, UNIT, TEXT, ZEIMU)
    assert desk.ask(page_draft_subjects, reports.PAGE) == {kept_under(desk.actor, uid("研修"))}
    desk.do(reports.keep_report, uid("研修"), ReportText(), own)
    assert desk.ask(page_draft_subjects, reports.PAGE) == frozenset()


def test_what_one_department_is_writing_another_neither_sees_nor_loses(desk: Desk, cycle: Cycle) -> None:
    writers = (acting("liaison", ZEIMU), acting("head", FUKUSHI), acting("secretariat"))
    for at, writer in enumerate(writers):
        desk.actor = writer
        own = writer.departments[0] if writer.departments else None
        desk.do(reports.keep_report, UNIT, ReportText(f"{at}番"), own)
    desk.do(reports.report, UNIT, TEXT)
    kept = [desk.ask(page_draft, reports.PAGE, kept_under(each, UNIT)) for each in writers]
    assert [each and each["observation"] for each in kept] == ["0番", "1番", None]
