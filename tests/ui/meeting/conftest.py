"""A desk with a cycle and accepted answers, and the pages in a shown window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.page import Page
from tests.builders import MOMENT, SECRETARIAT
from tests.databases import open_anywhere
from tests.ui.meeting import towns

AnyPage = TypeVar("AnyPage", bound=Page)
Reopened = Callable[[Desk], Desk]


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture
def opened(empty_file: Path, tmp_path: Path) -> Iterator[tuple[Desk, Cycle]]:
    """The 事務局's desk on the made-up plan, and its open cycle."""
    desk, cycle = towns.made_up(empty_file, tmp_path)
    yield desk, cycle
    desk.close()


@pytest.fixture
def reopened() -> Iterator[Reopened]:
    """Another desk on the same file, as after the program was started again."""
    made: list[Desk] = []

    def open_again(desk: Desk) -> Desk:
        path = desk.database.path
        assert path is not None
        desk.close()
        made.append(Desk(open_anywhere(path), SECRETARIAT, lambda: MOMENT))
        return made[-1]

    yield open_again
    for each in made:
        each.close()


@pytest.fixture
def largest_letters(qapp: QApplication) -> Iterator[None]:
    set_text_scale(qapp, 1.3)
    yield
    set_text_scale(qapp, 1.0)


def show_page(qtbot: QtBot, page: AnyPage, width: int = 1366, height: int = 648) -> AnyPage:
    """A page in a window of its own, wired as the frame wires it."""
    page.desk.subscribe(lambda touched: page.refresh() if touched & page.SHOWS else None)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page
