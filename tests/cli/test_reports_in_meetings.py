"""いま報告する between two cycles: on the agenda of the next meeting as 報告, on its slide, and in its minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.permissions import Actor
from dxdesk.domain.reports import ReportText
from dxdesk.operations.reports import report
from dxdesk.store.database import open_database
from dxdesk.store.queries import finding, meetings, plans, reports
from tests.cli.commands import Town
from tests.cli.conftest import BODY
from tests.documents.reading import texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

SEEN = "窓口の待ち時間が前年の二倍になった。"
DAY = "2025-02-05"


@pytest.fixture
def reported(worked: Town) -> Town:
    """On 3 (not answered) something was reported a week before the meeting."""
    with open_database(worked.database) as database:
        desk = Desk(database, Actor("secretariat"), lambda: f"{DAY}T10:00:00+09:00")
        plan = desk.ask(plans.plan)
        desk.do(report, plan.unit("3").id, ReportText(SEEN, "応援が要る。"), "町民生活課")
    worked.text("meeting", "hold", "--body", BODY, "--date", "R7.2.13", "--from", "13:30", "--to", "15:00")
    return worked


def test_a_report_stands_on_the_agenda_of_the_next_meeting_behind_what_is_discussed(reported: Town) -> None:
    reported.text("meeting", "agenda", "propose")
    items = [(each["kind"], each["code"]) for each in reported.value("meeting", "agenda", "list")]
    assert ("report", "3") in items
    assert items.index(("report", "3")) > max(place for place, each in enumerate(items) if each[0] == "discuss")


def test_the_slide_tells_of_the_report_and_not_in_its_words(reported: Town, tmp_path: Path) -> None:
    reported.text("meeting", "agenda", "propose")
    said = reported.value("draw", "item", "--initiative", "3", "--out", str(tmp_path / "item.png"))
    shown = "".join(each["text"] for each in said["texts"])
    assert "いま報告2月5日（水）に、町民生活課から報告がありました。" in shown
    assert SEEN not in shown
    said = reported.value("draw", "agenda", "--out", str(tmp_path / "agenda.png"))
    assert any("手続ガイドライン" in each["text"] for each in said["texts"])


def test_a_unit_that_is_not_on_the_agenda_is_not_told_of(reported: Town, tmp_path: Path) -> None:
    said = reported.value("draw", "item", "--initiative", "3", "--out", str(tmp_path / "item.png"))
    assert "いま報告" not in [each["text"] for each in said["texts"]]


def test_the_minutes_say_when_and_by_whom_it_was_reported(reported: Town, tmp_path: Path) -> None:
    reported.text("meeting", "agenda", "propose")
    reported.text("meeting", "close")
    file = tmp_path / "minutes.pdf"
    reported.value("print", "minutes", "--out", str(file))
    whole = "".join("".join(texts(file.read_bytes())).split())
    assert "令和7年2月5日に町民生活課から報告のあった件である。" in whole
    assert SEEN not in whole


def test_a_meeting_that_was_only_prepared_has_heard_of_nothing(reported: Town) -> None:
    reported.text("meeting", "hold", "--body", BODY, "--date", "R7.2.27")
    with open_database(reported.database) as database:
        later: Meeting = Desk(database, Actor("secretariat")).ask(finding.meeting, "2025-02-27")
        assert len(Desk(database, Actor("secretariat")).ask(reports.news_for, later)) == 1


def test_a_later_meeting_has_heard_of_it(reported: Town) -> None:
    reported.text("meeting", "agenda", "propose")
    reported.text("meeting", "close")
    reported.text("meeting", "hold", "--body", BODY, "--date", "R7.2.27")
    with open_database(reported.database) as database:
        desk = Desk(database, Actor("secretariat"))
        later: Meeting = desk.ask(finding.meeting)
        first = next(each for each in desk.ask(meetings.meetings) if each.id != later.id)
        assert desk.ask(reports.news_for, later) == {}
        assert len(desk.ask(reports.news_for, first)) == 1
