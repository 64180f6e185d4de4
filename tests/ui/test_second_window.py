"""A database that another window has: one may look, is told where it is open, and goes on once it is closed there."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.store.database import Database, open_database
from dxdesk.ui import dialogs
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.text_area import TextArea
from dxdesk.wording.screen import OPENED_AGAIN, STILL_HELD
from tests.databases import anywhere
from tests.ui import kill_typing_work as work
from tests.ui.doorways import doors_on
from tests.ui.entry.conftest import hand_over


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture(scope="module")
def town_file(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Path:
    path = Path(shutil.copyfile(empty_file, tmp_path_factory.mktemp("town") / "town.db"))
    work.found_town(path)
    return path


@pytest.fixture
def path(town_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(town_file, tmp_path / "town.db"))


@pytest.fixture
def first(path: Path) -> Iterator[Database]:
    """Whoever had it first."""
    with open_database(path, holder="鈴木", location=anywhere) as opened:
        yield opened


@pytest.fixture
def window(qtbot: QtBot, first: Database, path: Path) -> MainWindow:
    """The window that was started after it."""
    desk = work.open_desk(path)
    found = MainWindow(doors_on(desk, open=lambda target: work.open_desk(Path(target))))
    desk.close()
    found.open_target(str(path))
    qtbot.addWidget(found)
    found.resize(1366, 696)
    found.show()
    return found


def view_of(window: MainWindow) -> DeskView:
    assert window.view is not None
    return window.view


def press(qtbot: QtBot, window: MainWindow, words: str) -> None:
    def found() -> list[QPushButton]:
        return [each for each in window.findChildren(QPushButton) if each.text() == words and each.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    found()[0].click()


def test_the_second_window_says_who_has_it_where_and_since_when(window: MainWindow) -> None:
    notice = view_of(window).band.notice
    assert notice is not None
    assert notice.text.startswith("この計画は鈴木さんがこのパソコンの別の画面で開いています（")
    assert notice.text.endswith("から）。いまは見るだけです。")


@pytest.mark.parametrize("place", sorted(work.PLACES))
def test_nothing_can_be_written_in_the_second_window(window: MainWindow, place: str) -> None:
    view = view_of(window)
    work.PLACES[place].open(view)
    fields = [each for each in view.findChildren(TextArea) if each.isVisible() and not each.isReadOnly()]
    assert fields == []


def test_it_is_opened_again_once_the_first_one_is_closed(qtbot: QtBot, window: MainWindow, first: Database) -> None:
    view_of(window).open_page("consolidate", work.UNIT)
    press(qtbot, window, "もう一度開く")
    assert view_of(window).desk.database.obstacle == "held"
    assert view_of(window).toast._label.text() == STILL_HELD
    first.close()
    press(qtbot, window, "もう一度開く")
    view = view_of(window)
    assert view.desk.database.obstacle is None
    assert (view.page, view.band.notice) == ("consolidate", None)
    assert view.toast._label.text() == OPENED_AGAIN
    assert window.close()


def fault() -> None:
    raise KeyError("見本")


def in_the_box(act: Callable[[QMessageBox], None]) -> None:
    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, QMessageBox):
            act(shown)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


@pytest.mark.qt_no_exception_capture
def test_a_fault_of_the_program_leaves_what_is_typed_and_it_is_saved_while_it_is_told(
    qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", dialogs.report_fault)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    window = work.show_window(path)
    qtbot.addWidget(window)
    view = view_of(window)
    work.PLACES["entry"].open(view)
    area = work.PLACES["entry"].area(view)
    area.setFocus(Qt.FocusReason.OtherFocusReason)
    told: list[str] = []

    def read(box: QMessageBox) -> None:
        entry = view.pages.entry
        assert entry is not None
        qtbot.waitUntil(lambda: entry.writing.autosave.state == "saved")
        told.append(box.accessibleName())
        box.reject()

    hand_over(area, "途中まで書いた文")
    in_the_box(read)
    QTimer.singleShot(0, fault)
    qtbot.waitUntil(lambda: told == [dialogs.PROGRAM_FAULT])
    assert "途中まで書いた文" in area.typed()
    assert window.close()
