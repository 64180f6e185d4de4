"""Reports between cycles on file: by unit, and as far as the chain had come."""

from __future__ import annotations

from dxdesk.domain.reports import ReportText
from dxdesk.operations import reports
from dxdesk.store.database import Database
from dxdesk.store.queries import reports as on_file
from tests.builders import SOUMU, open_desk, uid


def test_reports_are_found_by_unit_and_up_to_a_moment_of_the_chain(database: Database) -> None:
    desk = open_desk(database)
    for unit, words in (("手続の案内", "一"), ("研修", "二"), ("手続の案内", "三")):
        desk.do(reports.report, uid(unit), ReportText(words), SOUMU)
    first, second, third = desk.ask(on_file.reports)
    assert [each.text.observation for each in (first, second, third)] == ["一", "二", "三"]
    assert desk.ask(on_file.reports, (uid("手続の案内"),)) == (first, third)
    assert desk.ask(on_file.reports, (uid("手続の案内"),), until=second.sequence) == (first,)
    assert desk.ask(on_file.reports, ()) == ()
