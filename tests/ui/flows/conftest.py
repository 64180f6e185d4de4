"""The one window on the year of a town, and the hands that work on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.store.queries import plans
from dxdesk.ui.application import create_application
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.minutes import endings
from tests.ui.doorways import doors_on
from tests.ui.entry.towns import desk_on
from tests.ui.flows import towns
from tests.ui.flows.hands import Hands, Keyboard, Mouse
from tests.ui.flows.towns import Town

WITHOUT_DESKTOP = r"This plugin does not support (raise\(\)|propagateSizeHints|grabbing the keyboard)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a display says so of every menu that opens; that is no fault of ours."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(WITHOUT_DESKTOP, extend=True), append=False)


TOWN_OF: dict[type[Hands], str] = {Mouse: "miharu", Keyboard: "kaminokawa"}
"""Where these hands do single tasks: the plan with the most units and that with the fewest. Through a whole cycle and a
whole meeting they go in all five (test_whole_cycle, test_meeting)."""

TODAY = "2025-02-20T10:00:00+09:00"
"""A week after the meeting."""

Sit = Callable[..., Hands]
"""Sits down at the window: ``role``, by itself the secretariat; the liaison's is the first department."""


@pytest.fixture(scope="session")
def made(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The database of each town, made when it is first asked for; tests copy it."""
    folder = tmp_path_factory.mktemp("flows")

    def make(name: str) -> Path:
        path = folder / f"{name}.db"
        return path if path.exists() else towns.make(empty_file, path, name)

    return make


@pytest.fixture(params=TOWN_OF, ids=["mouse", "keyboard"])
def kind(request: pytest.FixtureRequest) -> type[Hands]:
    """Once the mouse and once the keyboard."""
    found: type[Hands] = request.param
    return found


@pytest.fixture
def town(kind: type[Hands], made: Callable[[str], Path], tmp_path: Path) -> Iterator[Town]:
    """The town of these hands."""
    desk = desk_on(Path(shutil.copyfile(made(TOWN_OF[kind]), tmp_path / "town.db")), TODAY)
    yield Town(desk)
    desk.close()


@pytest.fixture
def sit(kind: type[Hands], qtbot: QtBot, qapp: QApplication, town: Town) -> Iterator[Sit]:
    """Opens the window of the office PC."""
    create_application([])

    def sit_down(role: ActorRole = "secretariat") -> Hands:
        own = (town.desk.ask(plans.departments)[0].id,) if role in ("liaison", "head") else ()
        town.desk.actor = Actor(role, own, "佐藤")
        window = MainWindow(doors_on(town.desk))
        qtbot.addWidget(window)
        window.open_target("town.db")
        window.resize(1366, 696)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return kind(window)

    yield sit_down
    wait_for_jobs()


@pytest.fixture(autouse=True)
def _confirms_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked confirms minutes in which something is still open."""
    monkeypatch.setattr(endings, "choose", lambda *_asked: 1)


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the dialog of the system says that a file goes."""
    target = tmp_path / "saved.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(target)])
    return target


def saved_file(path: Path) -> BytesIO:
    """What is saved, once it is there; it is taken away, so that the next one is waited for as well."""
    patience = 600
    while not path.exists() and patience:
        patience -= 1
        QTest.qWait(50)
    content = path.read_bytes()
    path.unlink()
    return BytesIO(content)


def pdf_text(path: Path) -> str:
    """The words of a PDF that is saved, without its line ends."""
    return "".join(page.extract_text() for page in PdfReader(saved_file(path)).pages).replace("\n", "")
