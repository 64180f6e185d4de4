"""A reply opened on a PC on which a department answers, and the secretariat works, too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk import opening, paths
from dxdesk.desk import Desk
from dxdesk.store.queries import plans
from dxdesk.ui.application import create_application
from dxdesk.ui.file_opening import SECRETARIATS
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from tests.post import Post
from tests.ui.entry import towns
from tests.ui.test_file_opening import LATER, Office, click, giving


@pytest.fixture
def secretariat(window_file: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = towns.desk_on(Path(shutil.copyfile(window_file, tmp_path / "secretariat.db")), LATER)
    yield desk
    desk.close()


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, secretariat: Desk, empty_file: Path, tmp_path: Path) -> Iterator[Office]:
    """A department at its desk; its answers were handed over."""
    create_application([])
    window = MainWindow(opening.doors())
    qtbot.addWidget(window)
    window.show()
    folder = tmp_path / "mail"
    folder.mkdir()
    found = Office(window, Post(secretariat, empty_file, tmp_path), folder, qtbot)
    found.begin()
    found.answer()
    yield found
    wait_for_jobs()
    window.close()


def at(office: Office) -> tuple[str, str]:
    """Whose desk is open, and its page."""
    return office.view.desk.ask(plans.identity).kind, office.view.page


def test_it_turns_to_the_secretariats_desk_of_this_pc_and_leads_back(office: Office, secretariat: Desk) -> None:
    made = giving(office)
    shutil.copyfile(secretariat.database.target, paths.default_database())
    office.open(made)
    assert at(office) == ("secretariat", "take_in")
    (back,) = [each for each in office.view.toast.findChildren(QPushButton) if each.text() == "前の画面に戻る"]
    click(back)
    office.settle()
    assert at(office) == ("liaison", "entry")
    assert office.view.desk.actor.name == "佐藤"


def test_it_goes_to_the_window_in_which_the_secretariat_works(office: Office) -> None:
    made = giving(office)
    asked: list[str] = []

    def hand_over(_path: str, database: str) -> bool:
        asked.append(database)
        return True

    office.window.files.hand_over = hand_over
    office.open(made)
    assert asked == [SECRETARIATS]
    assert at(office) == ("liaison", "entry")
    assert office.view.band.notice is None


def test_where_the_secretariat_only_looks_the_department_stays_at_its_desk(office: Office, secretariat: Desk) -> None:
    made = giving(office)
    with secretariat.database.path.open("rb") as file:  # type: ignore[union-attr]
        paths.default_database().write_bytes(file.read(100))  # a file that cannot be opened
    office.open(made)
    assert office.window.view is not None
    assert at(office) == ("liaison", "entry")
    assert office.view.band.notice is not None
    assert "事務局だけが開けます" in office.view.band.notice.text
