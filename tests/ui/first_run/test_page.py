"""はじめに from the question to the desk: by keyboard alone, in few clicks, and with what goes wrong on the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk import opening, paths
from dxdesk.desk import Desk
from dxdesk.preferences import kept_name
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui.first_run import page as module
from dxdesk.ui.first_run.file_page import FilePage
from dxdesk.ui.first_run.page import FirstRunPage
from dxdesk.ui.first_run.samples import SamplesPage
from dxdesk.ui.first_run.start import Card, StartPage
from dxdesk.ui.first_run.who import WhoPage
from dxdesk.wording.first_run import NAME_MISSING, NO_DEPARTMENTS
from tests.ui.doorways import doors_on, refusing
from tests.ui.entry import towns
from tests.ui.first_run.conftest import focus, press, tab_to, write

Opened = list[tuple[Desk, str]]


@pytest.fixture(scope="module")
def town_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town's database; tests copy it."""
    folder = tmp_path_factory.mktemp("window")
    towns.open_town(empty_file, folder).close()
    return folder / "town.db"


@pytest.fixture
def town(town_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A town's database, chosen in every dialog for files."""
    path = Path(shutil.copyfile(town_file, tmp_path / "town.db"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


class Clicks(QObject):
    """Counts mouse presses on the window."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.count = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self.count += 1
        return False


def spoken(page: QWidget) -> list[str]:
    return [each.accessibleName() or each.text() for each in page.findChildren(QLabel)]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_three_cards_ask_one_question_and_none_is_filled(first: FirstRunPage) -> None:
    cards = first.findChildren(Card)
    assert [card.accessibleName() for card in cards] == ["記入する", "事務局の仕事をする", "見るだけ"]
    assert {card.property("look") for card in cards} == {"first-card"}
    assert focus() is cards[0]
    assert "照会ファイル" in cards[0].accessibleDescription()


def test_who_answers_is_asked_for_the_inquiry(first: FirstRunPage) -> None:
    click(first.findChildren(Card)[0])
    read = spoken(first.page)
    assert "照会ファイルを選んでください" in read
    assert any("照会ファイル（.dxd）" in each for each in read)
    assert any("計画のデータ（.db）" in each for each in read)


def test_a_file_that_came_goes_to_the_window_and_not_to_the_doors(first: FirstRunPage) -> None:
    chosen: list[str] = []
    first.package_chosen.connect(chosen.append)
    click(first.findChildren(Card)[0])
    page = first.page
    assert isinstance(page, FilePage)
    page.choose("照会.DXD")
    assert chosen == ["照会.DXD"]


def test_arrows_choose_a_card_and_stop_at_the_ends(first: FirstRunPage) -> None:
    cards = first.findChildren(Card)
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(key)
        seen.append(cards.index(focus()))  # type: ignore[arg-type]
    assert seen == [1, 2, 2, 1, 0, 0]


def test_a_liaison_writes_after_three_clicks(
    qtbot: QtBot, qapp: QApplication, first: FirstRunPage, opened: Opened, town: Path
) -> None:
    clicks = Clicks(qapp)
    click(first.start.row.cards[0])
    file_page = first.page
    assert isinstance(file_page, FilePage)
    click(file_page.zone.browse)
    qtbot.waitUntil(lambda: isinstance(first.page, WhoPage))
    who = first.page
    assert isinstance(who, WhoPage)
    assert focus() is who.line
    write("sato")
    names = [who.list.model().index(row, 0).data() for row in range(who.list.model().rowCount())]
    place = who.list.visualRect(who.list.model().index(1, 0)).center()
    QTest.mouseClick(who.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qapp.removeEventFilter(clicks)
    assert clicks.count == 3
    (desk, _said) = opened[0]
    assert (desk.actor.role, desk.actor.name) == ("liaison", "sato")
    assert desk.actor.departments == (towns.department(desk, names[1]),)
    assert kept_name("liaison", desk.actor.departments) == "sato"


def test_a_head_of_department_comes_in_by_keyboard_alone(
    qtbot: QtBot, first: FirstRunPage, opened: Opened, town: Path
) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # ファイルを選ぶ has the focus
    qtbot.waitUntil(lambda: isinstance(first.page, WhoPage))
    who = first.page
    assert isinstance(who, WhoPage)
    write("kato")
    press(Qt.Key.Key_Return)
    assert opened == []  # Enter in a line never goes on
    QTest.keyClick(focus(), Qt.Key.Key_Backtab)
    tab_to(lambda widget: widget in who.roles.group.buttons())
    press(Qt.Key.Key_Right)
    tab_to(lambda widget: widget is who.list)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert opened[0][0].actor.role == "head"


def test_a_name_is_asked_for_in_place(qtbot: QtBot, first: FirstRunPage, opened: Opened, town: Path) -> None:
    first.show_file("liaison")
    first.page.browse()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: isinstance(first.page, WhoPage))
    who = first.page
    assert isinstance(who, WhoPage)
    who.list.setFocus()
    press(Qt.Key.Key_Return)
    assert NAME_MISSING in who.name.error.text()
    assert focus() is who.line
    assert opened == []


def test_going_back_closes_what_was_opened(qtbot: QtBot, first: FirstRunPage, town: Path) -> None:
    first.show_file("liaison")
    first.page.browse()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: isinstance(first.page, WhoPage))
    first.page.foot.back.click()  # type: ignore[attr-defined]
    assert isinstance(first.page, FilePage)
    assert not town.with_name("town.db.lock").exists()
    first.page.foot.back.click()
    assert isinstance(first.page, StartPage)


@pytest.mark.parametrize(("role", "place"), [("reader", 0), ("chair", 1)])
def test_a_reader_sees_the_board_after_two_clicks(
    qtbot: QtBot, qapp: QApplication, first: FirstRunPage, opened: Opened, town: Path, role: str, place: int
) -> None:
    clicks = Clicks(qapp)
    click(first.start.row.cards[2])
    page = first.page
    assert isinstance(page, FilePage)
    page.roles.group.button(place).setChecked(True)
    click(page.zone.browse)
    qtbot.waitUntil(lambda: bool(opened))
    qapp.removeEventFilter(clicks)
    assert clicks.count == 2
    assert opened[0][0].actor.role == role


def test_what_is_there_already_opens_for_the_secretariat(
    qtbot: QtBot, first: FirstRunPage, opened: Opened, town: Path
) -> None:
    click(first.start.open_link)
    first.page.browse()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0][0].actor.role == "secretariat"


def test_an_inquiry_that_has_not_arrived_leads_to_the_samples(first: FirstRunPage) -> None:
    first.choose_card("liaison")
    first.page.not_arrived.click()  # type: ignore[attr-defined]
    assert isinstance(first.page, SamplesPage)
    assert first.page.roles.chosen == "liaison"
    first.page.foot.back.click()
    assert isinstance(first.page, FilePage)


def test_a_plan_without_departments_says_who_can_help(
    qtbot: QtBot, first: FirstRunPage, empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = towns.open_town(empty_file, tmp_path)
    monkeypatch.setattr(desk, "ask", lambda query, *_: () if query is plans.departments else None)
    first._doors = doors_on(desk)
    first.show_file("liaison")
    page = first.page
    assert isinstance(page, FilePage)
    page.choose("town.db")
    qtbot.waitUntil(lambda: page.trouble.label.text() == NO_DEPARTMENTS)
    assert first.page is page


def test_a_file_that_cannot_be_opened_says_why_where_it_was_chosen(
    qtbot: QtBot, first: FirstRunPage, tmp_path: Path
) -> None:
    (tmp_path / "memo.db").write_text("memo", encoding="utf-8")
    first.show_file("reader")
    page = first.page
    assert isinstance(page, FilePage)
    page.choose(str(tmp_path / "memo.db"))
    qtbot.waitUntil(lambda: not page.trouble.isHidden())
    assert "memo.db" in page.trouble.label.text()
    assert first.page is page


def test_a_file_on_a_stick_is_copied_and_then_the_liaison_is_asked_who(
    qtbot: QtBot, first: FirstRunPage, town: Path, opened: Opened
) -> None:
    doors = opening.doors()
    first._doors = doors_on(
        towns.desk_on(town), open=refusing(StoreUnavailable("removable", str(town))), copy=doors.copy
    )
    first._doors.sample("", "secretariat").close()
    first.show_file("liaison")
    page = first.page
    assert isinstance(page, FilePage)
    page.choose(str(town))
    qtbot.waitUntil(lambda: not page.trouble.isHidden())
    assert str(paths.home()) in page.trouble.note.text()
    page.trouble.button.click()
    qtbot.waitUntil(lambda: isinstance(first.page, WhoPage))
    write("sato")
    first.page.list.chosen.emit(0)  # type: ignore[attr-defined]
    desk, said = opened[0]
    assert Path(desk.database.target).parent == paths.home()
    assert desk.database.target in said


def test_a_backup_is_put_back_and_what_was_there_is_kept(
    qtbot: QtBot, first: FirstRunPage, town: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    first.ask_backup()
    qtbot.waitUntil(lambda: bool(opened))
    desk, said = opened.pop()
    assert Path(desk.database.target) == paths.default_database()
    assert str(paths.default_database()) in said
    desk.close()
    answers = [0, 1]
    monkeypatch.setattr(module, "choose", lambda *_: answers.pop(0))
    first.ask_backup()
    assert first.page is first.start
    first.ask_backup()
    qtbot.waitUntil(lambda: bool(opened))
    assert "控え" in opened[0][1]
    assert list(paths.backups(paths.default_database()).glob("*before*.db"))


def test_a_sample_that_cannot_be_made_says_why_on_its_page(qtbot: QtBot, first: FirstRunPage, town: Path) -> None:
    desk = towns.desk_on(town)
    desk.close()
    first._doors = doors_on(desk, sample=refusing(StoreUnavailable("disk_full", "見本")))
    first.show_samples()
    page = first.page
    assert isinstance(page, SamplesPage)
    page.choices[0].click()
    qtbot.waitUntil(lambda: not page.trouble.isHidden())
    assert "見本" in page.trouble.label.text()
    assert first.page is page
