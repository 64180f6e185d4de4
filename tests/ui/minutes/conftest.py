"""Minutes are tried with the program's own look, on a meeting in which everything happened."""

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
from dxdesk.operations.departments import add_member
from dxdesk.operations.meeting_records import record_action, record_decision, record_remark
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import finding
from dxdesk.ui.application import create_application
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.minutes import endings
from dxdesk.ui.minutes.page import MinutesPage
from tests.builders import COMMITTEE, MOMENT, SECRETARIAT, SOUMU, ZEIMU, accepted, open_desk, start_cycle
from tests.databases import open_anywhere

DAY = date(2025, 2, 13)


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


def fill_meeting(path: Path) -> None:
    """A closed meeting of a report and two discussions: one decided, with remarks and a 宿題, one without a result."""
    desk = open_desk(open_anywhere(path))
    cycle = start_cycle(desk)
    for code in ("重点-1", "検討-4"):
        accepted(desk, cycle, code, SOUMU if code == "検討-4" else None)
    desk.do(add_member, COMMITTEE, "今野", title="副町長", position="chair")
    desk.do(hold_meeting, cycle, COMMITTEE, day=DAY, begins="13:30", place="大会議室")
    meeting = desk.ask(finding.meeting)
    desk.do(add_item, meeting, "report", title="前回の宿題")
    desk.do(add_item, meeting, "discuss", code="重点-1")
    desk.do(add_item, meeting, "discuss", code="検討-4")
    desk.do(record_decision, meeting, 2, "approved", "2段階に分けて進める。")
    desk.do(record_action, meeting, 2, [ZEIMU], None, "窓口を数える。")
    desk.do(record_remark, meeting, 2, "今野", "窓口は混むか。", "question")
    desk.do(record_remark, meeting, 2, "事務局", "混まない。", "answer")
    desk.do(close_meeting, meeting, ends="15:00")
    desk.close()


@pytest.fixture(scope="session")
def filled_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with a meeting that was held; tests copy it."""
    path = Path(shutil.copyfile(empty_file, tmp_path_factory.mktemp("minutes") / "town.db"))
    fill_meeting(path)
    return path


@pytest.fixture
def town_file(filled_file: Path, tmp_path: Path) -> Path:
    """A copy of a test's own."""
    return Path(shutil.copyfile(filled_file, tmp_path / "copy.db"))


@pytest.fixture
def desk(town_file: Path) -> Iterator[Desk]:
    """A desk of 事務局 on it."""
    found = Desk(open_anywhere(town_file), SECRETARIAT, lambda: MOMENT)
    yield found
    wait_for_jobs()
    found.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[MinutesPage]:
    """The page, shown as on the office PC."""
    found = MinutesPage(desk, desk.ask(finding.cycle))
    qtbot.addWidget(found)
    found.resize(1366, 600)
    with qtbot.waitExposed(found):
        found.show()
    found.activateWindow()
    yield found
    found.finished.follower.stop()
    wait_for_jobs()


@pytest.fixture
def as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked confirms whatever is still open."""
    monkeypatch.setattr(endings, "choose", lambda *_asked: 1)
