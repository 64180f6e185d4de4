"""宿題 are tried with the program's own look, on two cycles of which each gave some."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.agenda import add_item
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.meeting_records import record_action, record_decision
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import finding, meetings
from dxdesk.ui.actions.page import ActionsPage
from dxdesk.ui.application import create_application
from tests.builders import COMMITTEE, FUKUSHI, SECRETARIAT, SOUMU, ZEIMU, open_desk, start_cycle
from tests.databases import open_anywhere

NOW = "2025-03-18T10:15:00+09:00"


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


def fill_actions(path: Path) -> None:
    """Four 宿題: of last time one of 税務課, over its day; of this time one of 総務課, one of both, one of 福祉課."""
    desk = open_desk(open_anywhere(path))
    first = start_cycle(desk, "令和6年度 第1回")
    desk.do(hold_meeting, first, COMMITTEE, day=date(2024, 8, 22))
    desk.do(record_action, desk.ask(finding.meeting), None, [ZEIMU], date(2025, 3, 7), "来庁予測を示す。")
    desk.do(close_meeting, desk.ask(finding.meeting))
    desk.do(close_cycle, first, "見本のため")
    second = start_cycle(desk, "令和6年度 第2回")
    desk.do(hold_meeting, second, COMMITTEE, day=date(2025, 2, 13))
    held = desk.ask(meetings.meetings)[-1]
    desk.do(add_item, held, "discuss", code="重点-1")
    desk.do(record_decision, held, 1, "approved", "2段階に分けて進める。")
    desk.do(record_action, held, 1, [SOUMU], date(2025, 3, 31), "負担を一覧にする。")
    desk.do(record_action, held, 1, [SOUMU, ZEIMU], None, "候補を3つ挙げる。")
    desk.do(record_action, held, None, [FUKUSHI], None, "研修の日程を決める。")
    desk.do(close_meeting, held)
    desk.close()


@pytest.fixture(scope="session")
def filled_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with 宿題; tests copy it."""
    path = Path(shutil.copyfile(empty_file, tmp_path_factory.mktemp("actions") / "town.db"))
    fill_actions(path)
    return path


@pytest.fixture
def town_file(filled_file: Path, tmp_path: Path) -> Path:
    """A copy of a test's own."""
    return Path(shutil.copyfile(filled_file, tmp_path / "copy.db"))


@pytest.fixture
def desk(town_file: Path) -> Iterator[Desk]:
    """A desk of 事務局 on it, a month after the meeting."""
    found = Desk(open_anywhere(town_file), SECRETARIAT, lambda: NOW)
    yield found
    found.close()


def show(desk: Desk, qtbot: QtBot, width: int = 1366) -> ActionsPage:
    """The page over the newest cycle."""
    page = ActionsPage(desk, desk.ask(finding.cycle, None, only_open=False))
    qtbot.addWidget(page)
    page.resize(width, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ActionsPage:
    """The page, shown as on the office PC."""
    return show(desk, qtbot)
