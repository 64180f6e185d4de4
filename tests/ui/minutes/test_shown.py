"""What 会議録 says about the minutes it shows."""

from __future__ import annotations

from dxdesk.desk import Desk
from dxdesk.operations.minutes import confirm
from dxdesk.store.queries import finding
from dxdesk.ui.minutes.page import MinutesPage
from tests.ui.minutes.conftest import DAY


def test_until_when_the_minutes_are_due_is_said_until_they_are_confirmed(page: MinutesPage, desk: Desk) -> None:
    assert page.parts.owed.text() == "会議結果概要の期限 2月15日・あと2日\n会議録の期限 3月30日・あと45日"
    assert page.parts.owed.isVisible()
    desk.do(confirm, desk.ask(finding.meeting), by="今野", on=DAY)
    page.refresh()
    assert page.parts.owed.text() == "会議結果概要の期限 2月15日・あと2日"
