"""会議の持ち出し／持ち帰り from the menu and from the band."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QPushButton

from dxdesk.desk import Desk
from dxdesk.domain.errors import rule
from dxdesk.domain.permissions import ActorRole
from dxdesk.operations import carrying as operations
from dxdesk.store.backup import backups_in
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui import carrying as module
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.carrying import (
    CARRIED_IN,
    CARRIED_OUT,
    CARRY_BACK,
    CARRY_IN,
    CARRY_OUT,
    GIVE_UP,
    GIVEN_UP,
    NOTHING_DONE,
    TURN_BACK,
)
from tests.ui.doorways import doors_on
from tests.ui.entry import towns
from tests.ui.windows import OpenWindow, answer_second_unit, menu_words, view_of


class Hands:
    """Answers what is asked, and keeps what was said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
        self.answers: list[int] = []
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.told: list[str] = []
        self.reason = "USBをなくした"
        monkeypatch.setattr(module, "choose", self._choose)
        monkeypatch.setattr(module, "tell", lambda _window, words: self.told.append(words))
        monkeypatch.setattr(module, "ask_line", lambda *_: self.reason)
        monkeypatch.setattr(module, "ask_file_target", lambda *_: place)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(place), ""))

    def _choose(self, _window: object, words: str, choices: tuple[str, ...]) -> int:
        self.asked.append((words, choices))
        return self.answers.pop(0)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "会議.db"


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch, place: Path) -> Hands:
    return Hands(monkeypatch, place)


def choose(window: MainWindow) -> None:
    """会議の持ち出し／持ち帰り in the menu."""
    menu = view_of(window).top_bar.menu_button.menu()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text().startswith("会議の持ち出し")).trigger()


def press(window: MainWindow, words: str) -> None:
    band = view_of(window).band
    next(each for each in band.findChildren(QPushButton) if each.text() == words and not each.isHidden()).click()


def said(window: MainWindow) -> str:
    return "".join(each.text() for each in view_of(window).toast.findChildren(QLabel))


@pytest.fixture
def window(open_window: OpenWindow, window_desk: Desk) -> MainWindow:
    opened = open_window(page="meeting")
    opened.doors = doors_on(window_desk, open=lambda target: towns.desk_on(Path(target)))
    return opened


def test_a_meeting_is_taken_along_and_the_band_says_where_it_is(window: MainWindow, hands: Hands, place: Path) -> None:
    hands.answers = [1]
    choose(window)
    assert hands.asked[0][1] == (TURN_BACK, CARRY_OUT)
    assert place.exists()
    view = view_of(window)
    assert (view.page, view.desk.database.read_only) == ("meeting", True)
    assert said(window).startswith(CARRIED_OUT)
    notice = view.band.notice
    assert notice is not None
    assert str(place) in notice.text
    assert [word for word, _ in notice.actions] == [CARRY_IN, GIVE_UP]
    view.renew_bars()
    assert view.band.notice == notice


def test_what_was_done_elsewhere_is_brought_back_from_the_band(
    window: MainWindow, hands: Hands, place: Path, tmp_path: Path
) -> None:
    hands.answers = [1]
    choose(window)
    there = towns.desk_on(place)
    answer_second_unit(there)
    there.close()
    hands.answers = [1]
    press(window, CARRY_IN)
    assert "持ち出してからの操作は" in hands.asked[-1][0]
    view = view_of(window)
    assert (view.page, view.desk.database.read_only) == ("meeting", False)
    assert said(window).startswith(CARRIED_IN)
    assert [each.reason for each in backups_in(tmp_path / "town_控え")] == ["before-returning"]
    assert view.band.notice is None or str(place) not in view.band.notice.text


def test_bringing_back_the_file_nobody_worked_in_says_so_and_can_be_left(window: MainWindow, hands: Hands) -> None:
    hands.answers = [1]
    choose(window)
    hands.answers = [0]
    press(window, CARRY_IN)
    assert NOTHING_DONE in hands.asked[-1][0]
    assert view_of(window).desk.database.obstacle == "carried_out"
    assert hands.told == []


def test_a_lost_copy_is_given_up_from_the_menu_and_refused_later(window: MainWindow, hands: Hands, place: Path) -> None:
    hands.answers = [1, 2]
    choose(window)
    choose(window)
    assert view_of(window).desk.database.obstacle is None
    assert said(window).startswith(GIVEN_UP)
    module.bring_back(window)
    assert "USBをなくした" in hands.told[-1]
    assert view_of(window).desk.database.obstacle is None


def test_without_a_reason_nothing_is_given_up(window: MainWindow, hands: Hands) -> None:
    hands.answers, hands.reason = [1], ""
    choose(window)
    press(window, GIVE_UP)
    assert view_of(window).desk.database.obstacle == "carried_out"


def test_the_copy_offers_the_way_back_instead(
    window: MainWindow, hands: Hands, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.answers = [1]
    choose(window)
    window.open_target(str(place))
    assert not view_of(window).desk.database.read_only
    second = tmp_path / "帰り.db"
    monkeypatch.setattr(module, "ask_file_target", lambda *_: second)
    hands.answers = [1]
    choose(window)
    assert hands.asked[-1][1] == (TURN_BACK, CARRY_BACK)
    assert second.exists()


def test_where_the_stick_has_no_room_it_is_said_and_work_goes_on_here(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable("disk_full", place)

    monkeypatch.setattr(operations, "carry_out", full)
    hands.answers = [1]
    choose(window)
    assert len(hands.told) == 1
    assert not view_of(window).desk.database.read_only
    assert not place.exists()


def test_a_database_on_a_server_says_why_nothing_has_to_be_taken_along(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(view_of(window).desk.database, "path", None)
        module.carry(window)
    assert hands.told == [trouble_words(rule("carry.server", "database"))]


@pytest.mark.parametrize("role", ["liaison", "head", "chair", "reader"])
def test_nobody_else_finds_it_in_the_menu(open_window: OpenWindow, role: ActorRole) -> None:
    menu = view_of(open_window(role=role)).top_bar.menu_button.menu()
    assert isinstance(menu, QMenu)
    assert not any("持ち出し" in each for each in menu_words(menu))


def test_the_file_is_proposed_under_the_towns_name_and_the_day_of_the_meeting(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    monkeypatch.setattr(module, "ask_file_target", lambda *asked: names.append(asked[3]))
    module.take_along(window)
    town = view_of(window).desk.ask(plans.identity).town
    assert names[0].startswith(f"{town}_会議の持ち出し_")
    assert not view_of(window).desk.database.read_only
