"""はじめに: Esc goes back with everything kept, samples open in the chosen role, and who works here is known."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dxdesk import opening
from dxdesk.desk import Desk
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.preferences import keep_name
from dxdesk.store.queries import plans
from dxdesk.ui.first_run.file_page import FilePage
from dxdesk.ui.first_run.page import FirstRunPage
from dxdesk.ui.first_run.samples import SamplesPage
from dxdesk.ui.first_run.start import StartPage
from dxdesk.ui.first_run.who import WhoPage
from dxdesk.ui.first_run.wizard import PLAN, TOWN, Wizard
from dxdesk.ui.last_desk import remember
from dxdesk.ui.main_window import MainWindow
from tests.ui.doorways import doors_on
from tests.ui.entry import towns
from tests.ui.first_run.conftest import focus, press

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


def ask_who(qtbot: QtBot, first: FirstRunPage) -> WhoPage:
    """To the page that asks who works here, on the town's database."""
    if not isinstance(first.page, FilePage):
        first.show_file("liaison")
    first.page.browse()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: isinstance(first.page, WhoPage))
    page = first.page
    assert isinstance(page, WhoPage)
    return page


def choose_department(page: WhoPage, row: int) -> None:
    page.list.setCurrentIndex(page.list.model().index(row, 0, QModelIndex()))


@pytest.mark.parametrize("card", ["liaison", "reader", "secretariat"])
def test_esc_leads_back_to_the_cards(first: FirstRunPage, card: str) -> None:
    first.choose_card(card)
    press(Qt.Key.Key_Escape)
    assert isinstance(first.page, StartPage)
    press(Qt.Key.Key_Escape)
    assert isinstance(first.page, StartPage)


def test_esc_goes_back_one_step_of_the_wizard_and_what_was_typed_is_there_again(first: FirstRunPage) -> None:
    first.choose_card("secretariat")
    wizard = first.page
    assert isinstance(wizard, Wizard)
    wizard.town.town_line.setText("見本町")
    wizard.town.second_line.setText("推進本部")
    wizard.step_on()
    assert wizard.step == PLAN
    press(Qt.Key.Key_Escape)
    assert wizard.step == TOWN
    press(Qt.Key.Key_Escape)
    assert isinstance(first.page, StartPage)
    first.choose_card("secretariat")
    again = first.page
    assert isinstance(again, Wizard)
    assert (again.town.town, again.town.meetings) == ("見本町", ("", "推進本部"))
    assert focus() is again.town.town_line


def test_an_address_that_was_typed_is_there_again(first: FirstRunPage) -> None:
    first.choose_card("liaison")
    page = first.page
    assert isinstance(page, FilePage)
    page.address.setText("postgresql+psycopg://dxdesk@server/dxdesk")
    page.not_arrived.click()
    assert isinstance(first.page, SamplesPage)
    for _ in range(2):
        press(Qt.Key.Key_Escape)
    first.choose_card("liaison")
    again = first.page
    assert isinstance(again, FilePage)
    assert again.address.text().endswith("server/dxdesk")


def test_what_went_wrong_is_not_said_again(qtbot: QtBot, first: FirstRunPage, tmp_path: Path) -> None:
    (tmp_path / "memo.db").write_text("memo", encoding="utf-8")
    first.choose_card("reader")
    page = first.page
    assert isinstance(page, FilePage)
    page.choose(str(tmp_path / "memo.db"))
    qtbot.waitUntil(lambda: not page.trouble.isHidden())
    press(Qt.Key.Key_Escape)
    first.choose_card("reader")
    assert page.trouble.isHidden()


def test_a_name_that_was_typed_is_there_again(qtbot: QtBot, first: FirstRunPage, town: Path) -> None:
    ask_who(qtbot, first).line.setText("佐藤")
    press(Qt.Key.Key_Escape)
    assert isinstance(first.page, FilePage)
    assert not town.with_name("town.db.lock").exists()
    assert ask_who(qtbot, first).line.text() == "佐藤"


@pytest.mark.parametrize("leave", ["close", "open"])
def test_what_was_opened_is_free_again_when_the_window_closes_or_opens_it_itself(
    qtbot: QtBot, town: Path, leave: str
) -> None:
    window = MainWindow(opening.doors())
    qtbot.addWidget(window)
    ask_who(qtbot, window.first)
    assert town.with_name("town.db.lock").exists()
    if leave == "open":
        window.open_target(str(town))
        assert window.view is not None
        assert not window.view.desk.database.read_only
    window.close()
    assert not town.with_name("town.db.lock").exists()


def test_who_worked_here_last_is_offered_with_role_and_department(
    qtbot: QtBot, first: FirstRunPage, town: Path
) -> None:
    desk = towns.desk_on(town)
    second = desk.ask(plans.departments)[1]
    desk.actor = Actor("head", (second.id,), "鈴木")
    remember(desk)
    desk.close()
    page = ask_who(qtbot, first)
    assert (page.roles.chosen, page.list.currentIndex().data(), page.line.text()) == ("head", second.name, "鈴木")


def test_the_name_offered_is_that_of_the_role_and_the_department(qtbot: QtBot, first: FirstRunPage, town: Path) -> None:
    desk = towns.desk_on(town)
    one, other = desk.ask(plans.departments)[:2]
    desk.close()
    keep_name("liaison", (one.id,), "佐藤")
    keep_name("head", (other.id,), "鈴木")
    page = ask_who(qtbot, first)
    assert page.line.text() == "佐藤"
    choose_department(page, 1)
    assert page.line.text() == ""
    page.roles.group.button(1).click()
    assert page.line.text() == "鈴木"
    page.line.setText("高橋")
    choose_department(page, 0)
    assert page.line.text() == "高橋"


@pytest.mark.parametrize(("place", "role"), [(0, "liaison"), (1, "secretariat"), (2, "chair"), (3, "reader")])
def test_a_sample_is_asked_for_in_the_role_that_is_marked(
    qtbot: QtBot, first: FirstRunPage, town: Path, opened: Opened, place: int, role: ActorRole
) -> None:
    asked: list[tuple[str, str]] = []
    desk = towns.desk_on(town)

    def sample(plan: str, chosen: str) -> Desk:
        asked.append((plan, chosen))
        return desk

    first._doors = doors_on(desk, sample=sample)
    first.show_samples()
    page = first.page
    assert isinstance(page, SamplesPage)
    assert page.roles.chosen == "secretariat"
    page.roles.group.button(place).click()
    page.choices[0].click()
    qtbot.waitUntil(lambda: bool(opened))
    assert asked == [(page.choices[0].plan.name, role)]


def test_a_readers_sample_is_asked_for_in_the_role_that_was_marked(first: FirstRunPage) -> None:
    first.choose_card("reader")
    page = first.page
    assert isinstance(page, FilePage)
    page.roles.group.button(1).click()
    page.not_arrived.click()
    samples = first.page
    assert isinstance(samples, SamplesPage)
    assert samples.roles.chosen == "chair"
