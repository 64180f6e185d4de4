"""Every test of the screens runs without a display and with the program's own fonts and style."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.projection.of_desk import forget_projections
from dxdesk.ui.window_style import style_window
from dxdesk.ui.words import scale_of
from tests.ui.doorways import doors_on
from tests.ui.entry import towns
from tests.ui.windows import OpenWindow

PATIENCE = 120_000
"""Milliseconds in which what is waited for has to come: how long it takes is the machine's affair."""


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture(autouse=True)
def _no_projection_goes_on() -> Iterator[None]:
    """What is projected takes keys in every window of the program."""
    yield
    forget_projections()


@pytest.fixture(autouse=True)
def _nothing_shown_goes_on() -> Iterator[None]:
    """What a test closed is deleted at once; else the next one would dress it anew with all its own."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _letters_have_their_usual_size_again(qapp: QApplication) -> Iterator[None]:
    """Also after a test that failed with large ones; else every one after it would fail as well."""
    yield
    if scale_of(qapp.font()) != 1.0:
        set_text_scale(qapp, 1.0)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """What a test shows without the window around it has the window's style; and what it waits for has time."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed"):
        monkeypatch.setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    add = qtbot.addWidget

    def add_styled(widget: QWidget) -> None:
        add(widget)
        if widget.parentWidget() is None:
            style_window(widget)

    monkeypatch.setattr(qtbot, "addWidget", add_styled)
    return qtbot


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a display says so of every window it cannot hint to or raise; that is no fault of ours."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            ignored = r"This plugin does not support (propagateSizeHints|raise)\(\)"
            item.add_marker(pytest.mark.qt_log_ignore(ignored, extend=True))


@pytest.fixture(scope="session")
def window_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town's database; tests copy it."""
    folder = tmp_path_factory.mktemp("window")
    towns.open_town(empty_file, folder).close()
    return folder / "town.db"


@pytest.fixture
def window_desk(window_file: Path, tmp_path: Path) -> Iterator[Desk]:
    """The secretariat's desk on a town of its own."""
    opened = towns.desk_on(Path(shutil.copyfile(window_file, tmp_path / "town.db")))
    yield opened
    opened.close()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, window_desk: Desk) -> OpenWindow:
    """The window on the town's desk, or the first screen."""
    create_application([])
    desk = window_desk

    def open_it(*, first: bool = False, role: ActorRole | None = None, page: str = "entry") -> MainWindow:
        if role is not None:
            departments = (towns.department(desk),) if role in ("liaison", "head") else ()
            desk.actor = Actor(role, departments, "佐藤")
        window = MainWindow(doors_on(desk))
        qtbot.addWidget(window)
        if not first:
            window.open_target("town.db")
        window.resize(1366, 696)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if window.view is not None:
            window.view.open_page(page)
        return window

    return open_it
