"""回収 on a made-up town, with the program's own look."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.ui.application import create_application
from dxdesk.ui.collect.page import CollectPage
from tests.ui.collect import towns
from tests.ui.showing import show_page

OpenPage = Callable[..., CollectPage]


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture(scope="session")
def filled_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database in the middle of a cycle; tests copy it."""
    path = Path(shutil.copyfile(empty_file, tmp_path_factory.mktemp("collect") / "town.db"))
    towns.fill(path)
    return path


@pytest.fixture
def desk(filled_file: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk of its own."""
    found = towns.open_copy(filled_file, tmp_path)
    yield found
    found.close()


@pytest.fixture
def open_page(qtbot: QtBot) -> OpenPage:
    """Shows 回収 in a window of its own and keeps it up to date, as the window of the desk does."""

    def open_it(desk: Desk, cycle: Cycle | None = None, size: tuple[int, int] = (1366, 648)) -> CollectPage:
        page = CollectPage(desk, cycle)
        show_page(page, qtbot, size)
        page.setFocus()
        return page

    return open_it


@pytest.fixture
def page(desk: Desk, open_page: OpenPage) -> CollectPage:
    """回収 of the open cycle."""
    return open_page(desk, towns.newest(desk))
