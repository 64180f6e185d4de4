"""The database goes away, fills up or is taken by another while somebody types: the text stays, and is saved later."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from psycopg import OperationalError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event, select, text

from dxdesk.desk import Desk
from dxdesk.operations.plans import create_town
from dxdesk.store import tables
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.lock import lock_path
from dxdesk.store.queries import meetings
from dxdesk.store.verification import verify
from dxdesk.ui import autosave, main_window
from dxdesk.ui.actions.page import ActionsPage
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.ui.application import create_application
from dxdesk.ui.bands import Notice
from dxdesk.ui.cycle.closing import CloseCyclePage
from dxdesk.ui.cycle.opening import OpenCyclePage
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.initiatives.page import InitiativesPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.settings.page import SettingsPage
from dxdesk.wording.screen import NOT_SAVED
from tests.builders import MOMENT, PLAN, SECRETARIAT, ZEIMU, start_cycle
from tests.databases import Server, open_anywhere
from tests.ui import kill_typing_work as work
from tests.ui.doorways import doors_on
from tests.ui.entry.conftest import hand_over

WORDS = "途中まで書いた文"


@pytest.fixture(scope="module", autouse=True)
def _look() -> None:
    create_application([])


@pytest.fixture(scope="module")
def town_file(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Path:
    path = Path(shutil.copyfile(empty_file, tmp_path_factory.mktemp("town") / "town.db"))
    work.found_town(path)
    return path


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "WAIT_MILLISECONDS", 20)
    monkeypatch.setattr(autosave, "RETRY_MILLISECONDS", 60)


@pytest.fixture
def window(qtbot: QtBot, town_file: Path, tmp_path: Path) -> Iterator[MainWindow]:
    found = work.show_window(Path(shutil.copyfile(town_file, tmp_path / "town.db")))
    qtbot.addWidget(found)
    yield found
    if found.view is not None:
        wait_for_jobs()
        found.view.desk.close()


def view_of(window: MainWindow) -> DeskView:
    assert window.view is not None
    return window.view


def memo(view: DeskView) -> QLineEdit:
    held = view.desk.ask(meetings.meetings)[-1]
    view.open_page("agenda", f"{held.id}:{view.desk.ask(meetings.agenda, held.id)[0].id}")
    page = view.pages.shown
    assert isinstance(page, AgendaPage)
    editor = page.parts.items.editor
    assert editor is not None
    return editor.memo


def report(view: DeskView) -> QWidget:
    view.open_page("initiatives", f"{work.UNIT}:report")
    page = view.pages.shown
    assert isinstance(page, InitiativesPage)
    return page.right.form.fields["observation"].area


def outcome(view: DeskView) -> QLineEdit:
    view.open_page("actions", view.desk.ask(meetings.record, view.desk.ask(meetings.meetings)[0]).actions[0].id)
    page = view.pages.shown
    assert isinstance(page, ActionsPage)
    assert page.panel.outcome is not None
    return page.panel.outcome


def cycle_name(view: DeskView) -> QLineEdit:
    view.open_page("open_cycle")
    page = view.pages.shown
    assert isinstance(page, OpenCyclePage)
    return page.form.fields["name"].line


def closing_reason(view: DeskView) -> QLineEdit:
    view.open_page("close_cycle")
    page = view.pages.shown
    assert isinstance(page, CloseCyclePage)
    return page.reason.line


def kill_place(name: str) -> Callable[[DeskView], QWidget]:
    place = work.PLACES[name]

    def open_it(view: DeskView) -> QWidget:
        place.open(view)
        return place.area(view)

    return open_it


FIELDS: dict[str, Callable[[DeskView], QWidget]] = {
    **{name: kill_place(name) for name in work.PLACES},
    "agenda": memo,
    "initiatives": report,
    "actions": outcome,
    "open_cycle": cycle_name,
    "close_cycle": closing_reason,
}
"""How one comes to a field of each page with text."""


def text_in(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.typed()  # type: ignore[attr-defined]


def notice_of(view: DeskView) -> Notice | None:
    """What the band of the window, or 記入's own, has to say."""
    page = view.pages.shown
    return page.band.notice if isinstance(page, EntryPage) else view.band.notice


def failed(view: DeskView) -> bool:
    notice = notice_of(view)
    return notice is not None and notice.text.startswith(NOT_SAVED)


def press(qtbot: QtBot, view: DeskView, words: str) -> None:
    def found() -> list[QPushButton]:
        return [each for each in view.findChildren(QPushButton) if each.text() == words and each.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    found()[0].click()


def on_file(path: Path) -> str:
    """Every text of a database."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


@contextmanager
def trouble(desk: Desk, code: str, *, reading: bool) -> Iterator[None]:
    """The database takes nothing, and where nobody answers it is not read either."""

    @contextmanager
    def refuse() -> Iterator[NoReturn]:
        raise StoreUnavailable(code, "town.db")
        yield

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.database, "change", refuse)
        if reading:
            patch.setattr(desk.database, "read", refuse)
        yield


@pytest.mark.parametrize("code", ["disk_full", "server"])
@pytest.mark.parametrize("page", sorted(FIELDS))
def test_what_cannot_be_saved_stays_is_said_and_is_saved_as_soon_as_it_can_be(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, code: str
) -> None:
    view = view_of(window)
    field = FIELDS[page](view)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    with trouble(view.desk, code, reading=code == "server"):
        hand_over(field, WORDS)
        qtbot.waitUntil(lambda: failed(view))
        assert WORDS in text_in(field)
        assert view.top_bar._saved.text() == "保存できません"
        press(qtbot, view, "もう一度保存する")
        assert failed(view)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "控え.txt"), ""))
        press(qtbot, view, "別の場所に控えをとる")
        assert WORDS in (tmp_path / "控え.txt").read_text(encoding="utf-8")
        asked: list[str] = []

        def choose(_parent: object, text: str, _choices: object) -> int:
            asked.append(text)
            return 0

        monkeypatch.setattr(main_window, "choose", choose)
        assert not window.close()
        assert asked == [NOT_SAVED]
        assert WORDS in text_in(field)
    qtbot.waitUntil(lambda: not failed(view))
    assert WORDS in text_in(field)
    assert WORDS in on_file(tmp_path / "town.db")


def test_settings_that_cannot_be_saved_stay_in_their_form(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    view = view_of(window)
    view.open_page("settings")
    page = view.pages.shown
    assert isinstance(page, SettingsPage)
    field = page.parts.form("words").findChildren(QLineEdit)[0]
    page.parts.show_part("words")
    hand_over(field, WORDS)
    with trouble(view.desk, "disk_full", reading=False):
        view.open_page("help")
        assert (view.page, failed(view), WORDS in field.text()) == ("settings", True, True)
        press(qtbot, view, "もう一度保存する")
        assert failed(view)
    press(qtbot, view, "もう一度保存する")
    assert not failed(view)
    assert WORDS in on_file(tmp_path / "town.db")


@contextmanager
def moved_away(path: Path) -> Iterator[None]:
    elsewhere = path.rename(path.with_name("elsewhere.db"))
    yield
    elsewhere.rename(path)


@contextmanager
def another_in_its_place(path: Path) -> Iterator[None]:
    """As a program does that brings folders into line: a copy of the file has its name."""
    elsewhere = path.rename(path.with_name("elsewhere.db"))
    shutil.copyfile(elsewhere, path)
    yield
    elsewhere.replace(path)


@contextmanager
def nothing_can_be_made_beside_it(path: Path) -> Iterator[None]:
    """As in a folder that has become read-only, also for those whom rights do not stop."""
    journal = path.with_name(path.name + "-journal")
    journal.mkdir()
    yield
    journal.rmdir()


@contextmanager
def no_room(_path: Path) -> Iterator[None]:
    """No file of this process can become larger than a page, as on a full disk."""
    resource = pytest.importorskip("resource", reason="only where the system limits the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def taken_by_another(path: Path) -> Iterator[None]:
    """The lock file went away, and another process has the database now."""
    lock_path(path).unlink()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield
        process.communicate("\n")


HOLD = """
import sys
from pathlib import Path
from dxdesk.store import lock
taken = lock.take(Path(sys.argv[1]), "鈴木")
print("held", flush=True)
sys.stdin.readline()
taken.release()
"""


@pytest.mark.parametrize(
    "happens", [moved_away, another_in_its_place, nothing_can_be_made_beside_it, no_room, taken_by_another]
)
def test_what_really_happens_to_a_file_leaves_the_text_and_loses_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, happens: Callable[[Path], AbstractContextManager[None]]
) -> None:
    view, path = view_of(window), tmp_path / "town.db"
    field = FIELDS["entry"](view)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    with happens(path):
        hand_over(field, WORDS)
        qtbot.waitUntil(lambda: failed(view))
        press(qtbot, view, "もう一度保存する")
        assert failed(view)
        assert WORDS in text_in(field)
    qtbot.waitUntil(lambda: not failed(view))
    assert WORDS in on_file(path)
    assert [each for each in verify(view.desk.database).checks if not each.ok] == []


def refuse_connection(*_: object) -> NoReturn:
    raise OperationalError("connection refused")


def test_a_server_that_goes_away_leaves_the_text_and_takes_it_later(qtbot: QtBot, server: Server) -> None:
    with server.fresh() as address:
        desk = Desk(open_anywhere(address), SECRETARIAT, lambda: MOMENT)
        desk.do(create_town, PLAN)
        start_cycle(desk, assigned={work.UNIT: [ZEIMU]})
        found = MainWindow(doors_on(desk))
        qtbot.addWidget(found)
        found.open_target(address)
        view = view_of(found)
        field = FIELDS["entry"](view)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        process = desk.ask(lambda connection: connection.scalar(text("SELECT pg_backend_pid()")))
        event.listen(desk.database.engine, "do_connect", refuse_connection)
        server.run(f"SELECT pg_terminate_backend({process})")
        hand_over(field, WORDS)
        qtbot.waitUntil(lambda: failed(view))
        assert WORDS in text_in(field)
        event.remove(desk.database.engine, "do_connect", refuse_connection)
        qtbot.waitUntil(lambda: not failed(view))
        assert WORDS in str(desk.ask(lambda connection: connection.execute(select(tables.drafts.c.answer)).all()))
        assert found.close()
