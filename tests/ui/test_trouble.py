"""The database goes away, fills up or is taken by another while somebody types: the text stays, and is saved later."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import meetings
from dxdesk.ui import main_window
from dxdesk.ui.actions.page import ActionsPage
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.ui.application import create_application
from dxdesk.ui.bands import Notice
from dxdesk.ui.cycle.closing import CloseCyclePage
from dxdesk.ui.cycle.opening import OpenCyclePage
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.entry import autosave
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.initiatives.page import InitiativesPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.wording_screen import NOT_SAVED
from tests.ui import kill_typing_work as work
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
