"""A 照会 on a PC that has nothing yet, and on one that works for another secretariat: from the double click to the
first item, and back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk import file_types, opening
from dxdesk.operations import inquiring
from dxdesk.store.queries import plans
from dxdesk.ui import answering
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from tests.ui.entry.towns import desk_on
from tests.ui.flows.conftest import TODAY
from tests.ui.flows.hands import Keyboard, Mouse
from tests.ui.flows.test_liaison_files import Office
from tests.ui.flows.towns import Town

OpenOffice = Callable[[str], Office]


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def open_office(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, made: Callable[[str], Path], tmp_path: Path
) -> Iterator[OpenOffice]:
    """One PC of a department, and the secretariat of a town that asks it."""
    create_application([])
    window = MainWindow(opening.doors())
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desks = []

    def asked_by(town: str) -> Office:
        desk = desk_on(Path(shutil.copyfile(made(town), tmp_path / f"{town}.db")), TODAY)
        desks.append(desk)
        share = tmp_path / town
        share.mkdir()
        return Office(Town(desk), request.param(window), share)

    yield asked_by
    wait_for_jobs()
    window.close()
    for each in desks:
        each.close()


def view_of(office: Office) -> DeskView:
    """What is open at a desk."""
    window = office.hands.window
    assert isinstance(window, MainWindow)
    assert window.view is not None
    return window.view


def town_of(office: Office) -> str:
    """The town whose desk is open, and for whom one sits there."""
    desk = view_of(office).desk
    assert desk.actor.name == "佐藤"
    return desk.ask(plans.identity).town


def first_item(office: Office) -> str | None:
    """The code of the item that is open, of a department that has not answered any."""
    view = view_of(office)
    assert view.page == "entry"
    assert view.pages.entry is not None
    form = view.pages.entry.writing.form
    assert form is not None
    assert form.state == "blank"
    return form.unit.code


def begin(office: Office, name: str = "") -> None:
    office.settle()
    office.hands.back_in_front()
    office.hands.already_in("お名前")
    if name:
        office.hands.write(name)
    office.hands.press("記入をはじめる")
    office.settle()
    office.hands.back_in_front()


def test_the_first_item_is_one_press_and_a_name_away(open_office: OpenOffice) -> None:
    office = open_office("ogawara")
    office.double_click(office.inquiry())
    with office.hands.within(1):
        begin(office, "佐藤")
    assert first_item(office) == office.town.own[0].code


def test_from_the_first_screen_it_is_three_presses_and_the_dialog_of_the_system(
    open_office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = open_office("ogawara")
    path = office.inquiry()
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_args: (path, ""))
    with office.hands.within(3):
        office.hands.press("記入する")
        office.hands.press("ファイルを選ぶ")
        begin(office, "佐藤")
    assert first_item(office) == office.town.own[0].code


def test_who_works_here_is_proposed_for_another_secretariat(open_office: OpenOffice) -> None:
    office = open_office("ogawara")
    office.double_click(office.inquiry())
    begin(office, "佐藤")
    other = open_office("kahoku")
    other.double_click(other.inquiry())
    with other.hands.within(1):
        begin(other)
    assert first_item(other) == other.town.own[0].code
    assert town_of(other) == "河北町"


def test_from_then_on_a_double_click_opens_such_files(open_office: OpenOffice) -> None:
    office = open_office("ogawara")
    office.double_click(office.inquiry())
    assert file_types.standing() == "free"
    begin(office, "佐藤")
    assert file_types.standing() == "ours"


def test_who_does_not_want_that_takes_the_mark_away(open_office: OpenOffice) -> None:
    office = open_office("ogawara")
    office.double_click(office.inquiry())
    office.hands.write("佐藤")
    office.hands.press("次からは、届いたファイル")
    office.hands.press("記入をはじめる")
    office.settle()
    assert first_item(office) == office.town.own[0].code
    assert file_types.standing() == "free"


def test_what_another_program_opens_is_left_to_it_unless_it_is_asked_for(
    open_office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    tied: list[str] = []
    monkeypatch.setattr(file_types, "standing", lambda: "others")
    monkeypatch.setattr(file_types, "tie", lambda: tied.append("tied"))
    office = open_office("ogawara")
    office.double_click(office.inquiry())
    begin(office, "佐藤")
    assert tied == []


def test_a_pc_that_does_not_let_it_be_chosen_begins_all_the_same_and_says_so(
    open_office: OpenOffice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    office = open_office("ogawara")
    office.double_click(office.inquiry())
    begin(office, "佐藤")
    assert first_item(office) == office.town.own[0].code
    assert office.reads("2回続けて押して開く設定は")


def test_the_desk_that_was_open_is_one_press_back(open_office: OpenOffice) -> None:
    office = open_office("ogawara")
    office.double_click(office.inquiry())
    begin(office, "佐藤")
    view_of(office).open_page("initiatives")
    other = open_office("kahoku")
    other.double_click(other.inquiry())
    assert other.reads("大河原町の画面は閉じました。")
    with other.hands.within(1):
        other.hands.press("‹ 戻る")
    assert (town_of(other), view_of(other).page) == ("大河原町", "initiatives")


def test_a_file_for_the_other_desk_turns_to_it_says_so_and_leads_back(open_office: OpenOffice) -> None:
    office, other = open_office("ogawara"), open_office("kahoku")
    inquiry = office.inquiry()
    office.double_click(inquiry)
    begin(office, "佐藤")
    other.double_click(other.inquiry())
    begin(other)
    office.double_click(inquiry)
    assert town_of(office) == "大河原町"
    assert office.reads("大河原町の記入に切りかえました。")
    with office.hands.within(1):
        office.hands.press("前の画面に戻る")
    assert town_of(office) == "河北町"


def test_who_works_here_is_not_asked_again_at_a_desk_that_was_left(
    open_office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "choose", lambda *_: 1)
    office, other = open_office("ogawara"), open_office("kahoku")
    office.double_click(office.inquiry())
    begin(office, "佐藤")
    other.double_click(other.inquiry())
    begin(other)
    (made,) = office.town.desk.do(inquiring.inquire, office.town.cycle, office.town.names[1:2])
    path = office.share.parent / made.name
    path.write_bytes(made.content)
    office.double_click(str(path))
    assert town_of(office) == "大河原町"
    assert len(view_of(office).desk.actor.departments) == 2
