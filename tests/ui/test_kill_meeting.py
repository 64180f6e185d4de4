"""kill -9 in the middle of a meeting: the next start is at the meeting, and offers to project the same slide."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.store.queries import meetings
from dxdesk.store.verification import verify
from dxdesk.ui.application import create_application
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.projection import show
from dxdesk.ui.projection.of_desk import found_projection
from tests.databases import open_anywhere
from tests.ui import kill_meeting_work
from tests.ui.kill_meeting_work import DECIDED, GIVEN, LEFT_BEHIND, UNFINISHED
from tests.ui.kill_typing_work import found_town, show_window, standing
from tests.ui.projection.played import LAPTOP, PROJECTOR, PlayedScreens


@pytest.fixture(scope="module", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture(scope="module")
def end(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with the file of a town (``left.db``) and the data folder (``home``) of a program that was killed while
    a meeting was projected, and where the meeting stood then."""
    folder = tmp_path_factory.mktemp("end")
    path = Path(shutil.copyfile(empty_file, folder / "town.db"))
    found_town(path)
    context = multiprocessing.get_context("spawn")
    reading, writing = context.Pipe(duplex=False)
    process = context.Process(
        target=kill_meeting_work.lead, args=(str(path), str(folder / "home"), writing), daemon=True
    )
    process.start()
    writing.close()
    stood = reading.recv_bytes().decode()
    process.kill()
    process.join()
    path.rename(folder / "left.db")
    return folder, stood


@pytest.fixture
def killed(end: tuple[Path, str], own_home: Path) -> tuple[Path, str]:
    """The file as it was left, where it was, and where the meeting stood."""
    folder, stood = end
    shutil.copytree(folder / "home", own_home)
    return Path(shutil.copyfile(folder / "left.db", folder / "town.db")), stood


@pytest.fixture
def started_again(qtbot: QtBot, killed: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The program after that, on the same two screens."""
    monkeypatch.setattr(show, "Screens", lambda _parent: PlayedScreens(LAPTOP, PROJECTOR))
    window = show_window(killed[0])
    qtbot.addWidget(window)
    yield window
    wait_for_jobs()
    window.close()


def meeting_page(window: MainWindow) -> MeetingPage:
    assert window.view is not None
    page = window.view.pages.shown
    assert isinstance(page, MeetingPage)
    return page


def press(window: MainWindow, word: str) -> None:
    """A button of the band."""
    assert window.view is not None
    next(each for each in window.view.band.findChildren(QPushButton) if each.text() == word).click()


def test_the_next_start_is_at_the_item_with_everything_that_was_recorded_and_typed(
    killed: tuple[Path, str], started_again: MainWindow
) -> None:
    path, stood = killed
    page = meeting_page(started_again)
    assert standing(page.window().view) == stood  # type: ignore[attr-defined]
    assert page.source is not None
    record = page.desk.ask(meetings.record, page.source.meeting)
    assert [each.text for each in record.decisions] == [DECIDED]
    assert [each.text for each in record.actions] == [GIVEN]
    form = page.parts.record_form
    assert (form.kind, form.text.typed()) == ("remark", UNFINISHED)
    page.go_to_part(record.items[0].id)
    assert (form.kind, form.text.typed()) == ("action", LEFT_BEHIND)
    with open_anywhere(path) as database:
        assert [check for check in verify(database).checks if not check.ok] == []


def test_the_projection_is_offered_and_goes_on_with_the_same_picture(started_again: MainWindow) -> None:
    view = started_again.view
    assert view is not None
    assert view.band.notice is not None
    assert view.band.notice.text.startswith("会議の途中から開きました。書きかけの「")
    words = [word for word, _ in view.band.notice.actions]
    assert words == ["投影を続ける", "戻った内容を見る", "この知らせを閉じる"]
    view.open_page("collect")
    press(started_again, "投影を続ける")
    projection = found_projection(view.desk)
    assert projection is not None
    assert projection.state == "on"
    assert projection.window is not None
    assert projection.window.shown is not None
    assert projection.window.shown.position.code == "検討-4", "the audience's picture was frozen there"
    assert projection.projector.position.view == "roadmap"
    assert view.page == "meeting"
    assert view.band.notice is None


def test_a_meeting_whose_program_was_closed_as_it_should_is_not_offered(
    qtbot: QtBot, started_again: MainWindow, killed: tuple[Path, str]
) -> None:
    press(started_again, "投影を続ける")
    started_again.close()
    window = show_window(killed[0])
    qtbot.addWidget(window)
    assert window.view is not None
    assert window.view.page == "collect"
    assert window.view.band.notice is None or "会議" not in window.view.band.notice.text
    wait_for_jobs()
    window.close()
