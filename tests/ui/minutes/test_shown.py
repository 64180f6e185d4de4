"""What 会議録 says about the minutes it shows."""

from __future__ import annotations

from dxdesk.desk import Desk
from dxdesk.operations.minutes import confirm
from dxdesk.store.queries import finding
from dxdesk.ui.minutes.page import MinutesPage
from dxdesk.wording.minutes_screen import UNTIL_CONFIRMED
from tests.ui.minutes.conftest import DAY

GIST, WHOLE = "会議結果概要の期限 2月15日・あと2日", "会議録の期限 3月30日・あと45日"


def test_until_when_the_minutes_are_due_is_said_until_they_are_confirmed(page: MinutesPage, desk: Desk) -> None:
    page.resize(1366, 592)
    assert page.foot.hint.text() == f"{UNTIL_CONFIRMED}　{GIST}　{WHOLE}"
    desk.do(confirm, desk.ask(finding.meeting), by="今野", on=DAY)
    page.refresh()
    assert page.foot.hint.text() == GIST


def test_a_narrower_window_says_less_and_never_squeezes_a_button(page: MinutesPage) -> None:
    said = []
    for width in range(1400, 560, -40):
        page.resize(width, 484)
        said.append(page.foot.hint.text())
        buttons = (page.foot.finished, page.foot.word, page.foot.save, page.foot.primary)
        assert all(each.isHidden() or each.width() >= each.sizeHint().width() for each in buttons)
    assert list(dict.fromkeys(said)) == [f"{UNTIL_CONFIRMED}　{GIST}　{WHOLE}", f"{GIST}　{WHOLE}", WHOLE, ""]
