"""催促文 on the made-up town of 回収, with the program's own look."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.store.queries import finding
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.reminder.page import ReminderPage
from tests.ui.collect.conftest import _look, desk, filled_file

__all__ = ["_look", "desk", "filled_file"]

OpenPage = Callable[..., ReminderPage]


@pytest.fixture
def open_page(qtbot: QtBot) -> Iterator[OpenPage]:
    """Shows 催促文 of the open cycle in a window of its own and keeps it up to date."""

    def open_it(desk: Desk, cycle: Cycle | None = None, size: tuple[int, int] = (1366, 648)) -> ReminderPage:
        page = ReminderPage(desk, cycle or desk.ask(finding.cycle))
        desk.subscribe(lambda touched: page.refresh() if touched & page.SHOWS else None)
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        return page

    yield open_it
    wait_for_jobs()
