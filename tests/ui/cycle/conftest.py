"""The pages of a cycle on a desk of 事務局, in a window of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plans import Plan
from dxdesk.operations.plans import create_town
from dxdesk.preferences import keep_exchange
from dxdesk.ui.application import create_application
from dxdesk.ui.cycle.opening import OpenCyclePage
from dxdesk.ui.page import Page
from tests.builders import MOMENT, PLAN, SECRETARIAT
from tests.databases import open_anywhere

OpenDesk = Callable[..., Desk]
ShowPage = Callable[[Page], None]


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture(autouse=True)
def shared(tmp_path: Path) -> Path:
    """The exchange folder of every database that is opened."""
    folder = tmp_path / "受け渡し"
    folder.mkdir()
    return folder


@pytest.fixture
def open_desk(empty_file: Path, tmp_path: Path, shared: Path) -> Iterator[OpenDesk]:
    """Opens a desk on a plan: today is 2025-02-13."""
    opened: list[Desk] = []

    def open_it(plan: Plan = PLAN, actor: Actor = SECRETARIAT) -> Desk:
        path = Path(shutil.copyfile(empty_file, tmp_path / f"town{len(opened)}.db"))
        desk = Desk(open_anywhere(path), SECRETARIAT, lambda: MOMENT)
        desk.do(create_town, plan)
        keep_exchange(desk.database_id, folder=str(shared))
        desk.actor = actor
        opened.append(desk)
        return desk

    yield open_it
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """The desk on the made-up plan."""
    return open_desk()


@pytest.fixture
def show(qtbot: QtBot) -> ShowPage:
    """Shows a page as the frame does: it is read anew when what it shows is touched."""

    def show_it(page: Page) -> None:
        page.desk.subscribe(lambda touched: page.refresh() if touched & page.SHOWS else None)
        qtbot.addWidget(page)
        page.resize(1366, 648)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)

    return show_it


@pytest.fixture
def page(desk: Desk, show: ShowPage) -> OpenCyclePage:
    """次の回をつくる for the first cycle."""
    found = OpenCyclePage(desk, None)
    show(found)
    return found
