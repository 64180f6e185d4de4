"""A desk of a made-up review, a page of it in a shown window, and text as an input method types it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.ui.application import create_application
from dxdesk.ui.entry.page import EntryPage
from tests.post import Post
from tests.ui.entry import towns

Write = Callable[[Change, Cycle], None]
OpenDesk = Callable[..., Desk]
OpenPage = Callable[..., EntryPage]


@pytest.fixture(scope="session")
def reviewed_town(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three cycles behind it and one just opened; tests copy it."""
    folder = tmp_path_factory.mktemp("town")
    towns.open_town(empty_file, folder).close()
    return folder / "town.db"


@pytest.fixture
def open_desk(reviewed_town: Path, tmp_path: Path) -> Iterator[OpenDesk]:
    """Opens the desk of 町民生活課's liaison; ``write`` says something first, ``secretariat`` is who sits there."""
    opened: list[Desk] = []

    def open_it(write: Write | None = None, *, secretariat: bool = False) -> Desk:
        path = Path(shutil.copyfile(reviewed_town, tmp_path / f"town{len(opened)}.db"))
        desk = towns.desk_on(path)
        opened.append(desk)
        if write is not None:
            desk.do(write, towns.newest(desk))
        desk.actor = towns.SECRETARIAT if secretariat else towns.liaison(desk)
        return desk

    yield open_it
    for desk in opened:
        desk.close()


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication, open_desk: OpenDesk) -> Iterator[OpenPage]:
    """Shows 記入 in a window of its own, 1366 by 648 as on the smallest office PC; its desk is closed afterwards."""
    create_application([])
    shown: list[Desk] = []

    def open_it(write: Write | None = None, *, desk: Desk | None = None, secretariat: bool = False) -> EntryPage:
        desk = desk or open_desk(write, secretariat=secretariat)
        shown.append(desk)
        page = EntryPage(desk, towns.newest(desk))
        desk.subscribe(lambda touched: page.refresh() if touched & page.SHOWS else None)
        qtbot.addWidget(page)
        page.resize(1366, 648)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield open_it
    for each in shown:
        each.close()


def compose(field: QWidget, text: str) -> None:
    """The input method shows ``text`` and has not handed it over."""
    QCoreApplication.sendEvent(field, QInputMethodEvent(text, []))


def hand_over(field: QWidget, text: str) -> None:
    """The input method hands ``text`` over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


@pytest.fixture
def post(open_desk: OpenDesk, empty_file: Path, tmp_path: Path) -> Iterator[Post]:
    found = Post(open_desk(secretariat=True), empty_file, tmp_path)
    yield found
    found.close()


@pytest.fixture
def own(post: Post) -> Desk:
    """The desk of 町民生活課, which has three items, on a database of its own."""
    inquiry = post.inquiries(towns.newest(post.desk), towns.OWN)[towns.OWN]
    return post.liaison(inquiry, clock=lambda: towns.MOMENT, name="佐藤")
