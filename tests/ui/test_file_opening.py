"""What the secretariat sent, opened at a department's PC: from the double click to where it is to be seen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from dxdesk import opening
from dxdesk.desk import Desk
from dxdesk.domain.packages import Package
from dxdesk.operations import inquiring, reviews
from dxdesk.operations.replies import find_place
from dxdesk.operations.sending import PackageFile
from dxdesk.preferences import keep_exchange
from dxdesk.ui import answering, file_opening, saving
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.entry.giving import choose_destination
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.first_run.inquiry_page import InquiryPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.passphrase import PassphraseDialog
from tests.post import Post
from tests.ui.entry import towns

LATER = "2025-01-23T09:00:00+09:00"


@dataclass
class Office:
    """A department's PC: its window, and the secretariat it hears of."""

    window: MainWindow
    post: Post
    folder: Path
    qtbot: QtBot

    @property
    def view(self) -> DeskView:
        assert self.window.view is not None
        return self.window.view

    @property
    def entry(self) -> EntryPage:
        assert self.view.pages.entry is not None
        return self.view.pages.entry

    def sent(self, made: PackageFile) -> str:
        path = self.folder / made.name
        path.write_bytes(made.content)
        return str(path)

    def open(self, made: PackageFile) -> None:
        self.window.open_target(self.sent(made))
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            wait_for_jobs()
            QTest.qWait(5)

    def inquiry(self, department: str = towns.OWN, passphrase: str | None = None) -> PackageFile:
        cycle = towns.newest(self.post.desk)
        return self.post.desk.do(inquiring.inquire, cycle, (department,), passphrase=passphrase)[0]

    def begin(self, name: str = "佐藤") -> None:
        """From nothing to 記入."""
        self.open(self.inquiry())
        page = self.window.first.page
        assert isinstance(page, InquiryPage)
        page.line.setText(name)
        click(page.go)
        self.settle()

    def answer(self, count: int = 3) -> None:
        """Fill in and hand in ``count`` items, one after the other."""
        for _ in range(count):
            editor = self.entry.body.centre.editor
            editor.status.choose("ok")
            editor.texts["results"].area.append_text("進めました。")
            click(self.entry.foot.primary)
            self.settle()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def secretariat(window_file: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = towns.desk_on(Path(shutil.copyfile(window_file, tmp_path / "secretariat.db")), LATER)
    yield desk
    desk.close()


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, secretariat: Desk, empty_file: Path, tmp_path: Path) -> Iterator[Office]:
    create_application([])
    window = MainWindow(opening.doors())
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    folder = tmp_path / "mail"
    folder.mkdir()
    found = Office(window, Post(secretariat, empty_file, tmp_path), folder, qtbot)
    yield found
    wait_for_jobs()
    window.close()
    found.post.close()


@pytest.fixture(autouse=True)
def other_departments_taken_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "choose", lambda *_: 1)


def test_an_inquiry_leads_from_nothing_to_the_first_item(office: Office) -> None:
    office.begin()
    form = office.entry.writing.form
    assert form is not None
    assert (form.unit.code, form.state) == ("2", "blank")
    assert office.view.desk.actor.name == "佐藤"
    assert Path(office.view.desk.database.target).name == "大河原町.db"


def test_the_inquiry_says_which_department_until_when_and_how_much(office: Office) -> None:
    office.open(office.inquiry())
    told = [each.accessibleName() for each in office.window.first.page.findChildren(QWidget)]
    assert {towns.OWN, "令和6年度 第2回", "1月31日（金）", "3件"} <= set(told)


def test_a_name_is_asked_for_before_anything_is_made(office: Office) -> None:
    office.open(office.inquiry())
    page = office.window.first.page
    assert isinstance(page, InquiryPage)
    click(page.go)
    assert office.window.first.page is page
    assert page.name.error.text() != ""
    assert office.window.focusWidget() is page.line


def test_opening_it_again_changes_nothing_and_says_so(office: Office) -> None:
    office.begin()
    again = office.inquiry()
    office.open(again)
    office.open(again)
    assert "開いてあります" in office.view.toast.findChildren(QWidget)[0].text()  # type: ignore[attr-defined]
    assert office.view.page == "entry"


def test_another_department_answers_with_the_same_database_and_the_top_bar_leads_to_it(office: Office) -> None:
    office.begin()
    target = office.view.desk.database.target
    office.open(office.inquiry(towns.OTHER))
    assert office.view.desk.database.target == target
    assert len(office.view.desk.actor.departments) == 2
    assert office.entry.entries.department is not None
    assert office.entry.entries.department.name == towns.OTHER
    assert office.view.top_bar.department.count() == 2


def test_each_department_hands_over_a_file_of_its_own(office: Office) -> None:
    office.begin()
    office.answer()
    office.open(office.inquiry(towns.OTHER))
    share = office.folder / "share"
    share.mkdir()
    keep_exchange(office.post.desk.database_id, folder=str(share))
    for department in reversed(office.view.departments()):
        office.view.open_department(department.id)
        office.answer(0 if department.name == towns.OWN else 1)
        office.entry.show_giving()
        click(office.entry.foot.primary)
        office.settle()
    assert {each.name for each in share.iterdir()} == {
        f"令和6年度第2回_{name}_回答.dxd" for name in (towns.OWN, towns.OTHER)
    }


def test_another_inquiry_is_no_sitting_that_ended_by_itself(office: Office) -> None:
    office.begin()
    office.answer(1)
    office.open(office.inquiry(towns.OTHER))
    assert office.view.band.notice is None


def test_what_was_being_written_for_any_of_the_departments_comes_back(office: Office) -> None:
    office.begin()
    office.open(office.inquiry(towns.OTHER))
    office.entry.body.centre.editor.texts["results"].area.append_text("書きかけです。")
    assert office.entry.leave()
    target, path = office.view.desk.database.target, Path(office.view.desk.database.target)
    copy = Path(shutil.copyfile(path, path.with_name("copy.db")))
    office.view.desk.close()  # the program ends by itself: nothing notes that the sitting ended
    office.window.view = None
    copy.replace(path)
    office.window.open_target(target)
    assert len(office.view.desk.actor.departments) == 2
    assert office.view.band.notice is not None
    assert towns.OTHER in office.view.band.notice.text


def test_the_next_start_opens_the_desk_for_all_departments(office: Office) -> None:
    office.begin()
    office.open(office.inquiry(towns.OTHER))
    target = office.view.desk.database.target
    office.window.leave_desk()
    office.window.open_target(target)
    actor = office.view.desk.actor
    assert (actor.role, len(actor.departments), actor.name) == ("liaison", 2, "佐藤")


def test_a_departments_desk_is_never_the_secretariats(office: Office) -> None:
    office.begin()
    menu = office.view.top_bar.menu_button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    roles = next(each for each in menu.findChildren(QMenu) if each.title() == "立場を選ぶ(&R)")
    assert [each.text() for each in roles.actions()] == ["担当", "課長", "見るだけ"]


def test_a_locked_inquiry_asks_for_its_passphrase_until_it_is_right(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["ちがう", "さくら2025"])
    seen: list[str] = []

    def answer(dialog: PassphraseDialog) -> int:
        seen.append(dialog.error.text())
        dialog.line.setText(next(typed))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PassphraseDialog, "exec", answer)
    office.window.open_target(office.sent(office.inquiry(passphrase="さくら2025")))
    office.qtbot.waitUntil(lambda: isinstance(office.window.first.page, InquiryPage))
    assert seen[0] == ""
    assert "合言葉" in seen[1]


def test_a_file_that_is_none_says_so_on_the_first_screen_and_on_the_desk(office: Office) -> None:
    broken = office.folder / "照会.dxd"
    broken.write_text("dxdesk-package 1\nこわれています", encoding="utf-8")
    office.window.open_target(str(broken))
    office.settle()
    assert office.window.first.start.trouble.label.text() != ""
    office.begin()
    office.window.open_target(str(broken))
    office.settle()
    assert office.view.band.notice is not None
    assert "何も取り込んでいません" in office.view.band.notice.text


def test_what_is_no_inquiry_begins_no_database(office: Office, tmp_path: Path) -> None:
    office.begin()
    office.answer()
    made = giving(office)
    sent = office.post.returned  # the secretariat returns what it took in
    office.post.take_in(made)
    cycle = towns.newest(office.post.desk)
    office.post.desk.do(
        lambda change: reviews.return_reply(
            change, find_place(change, cycle, "4", towns.OWN), ["results"], "いつの数字ですか。"
        )
    )
    back = sent(cycle, towns.OWN)
    target = Path(office.view.desk.database.target)
    office.window.leave_desk()
    target.unlink()
    office.open(back)
    assert "先に照会ファイル" in office.window.first.start.trouble.label.text()


def giving(office: Office) -> PackageFile:
    """Hand over into the shared folder, and bring what lies there to the secretariat."""
    from dxdesk.exchange.package import read_outer

    share = office.folder / "share"
    share.mkdir(exist_ok=True)
    keep_exchange(office.post.desk.database_id, folder=str(share))
    click(office.entry.foot.primary)
    office.settle()
    (file,) = share.glob("*.dxd")
    content = file.read_bytes()
    assert read_outer(content).kind == "reply"
    return PackageFile(file.name, content, cast("Package", None), towns.OWN)


def test_a_returned_answer_opens_with_the_question_and_the_cursor_in_its_field(office: Office) -> None:
    office.begin()
    office.answer()
    office.post.take_in(giving(office))
    cycle = towns.newest(office.post.desk)
    office.post.desk.do(
        lambda change: reviews.return_reply(
            change, find_place(change, cycle, "4", towns.OWN), ["results"], "いつの数字ですか。"
        )
    )
    office.open(office.post.returned(cycle, towns.OWN))
    form = office.entry.writing.form
    assert form is not None
    assert (form.unit.code, form.state) == ("4", "returned")
    assert form.returned is not None
    assert form.returned.question == "いつの数字ですか。"
    assert office.window.focusWidget() is office.entry.body.centre.editor.texts["results"].area


def test_a_reply_is_for_the_secretariat(office: Office) -> None:
    office.begin()
    office.answer()
    made = giving(office)
    office.open(made)
    assert office.view.band.notice is not None
    assert "事務局だけが開けます" in office.view.band.notice.text


def test_what_is_looked_at_has_a_database_of_its_own(office: Office) -> None:
    office.begin()
    office.open(office.post.desk.do(inquiring.make_view))
    assert Path(office.view.desk.database.target).name == "大河原町_閲覧.db"
    assert (office.view.desk.actor.role, office.view.page) == ("reader", "board")
    office.open(office.inquiry())
    assert Path(office.view.desk.database.target).name == "大河原町.db"


def test_the_menu_opens_a_file_of_the_secretariat(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office.sent(office.inquiry())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    office.window.files.ask()
    office.settle()
    assert isinstance(office.window.first.page, InquiryPage)


def test_at_the_secretariat_a_person_says_that_they_answer_for_a_department(
    office: Office, monkeypatch: pytest.MonkeyPatch, window_file: Path, tmp_path: Path
) -> None:
    path = shutil.copyfile(window_file, tmp_path / "own.db")
    office.window.open_target(str(path))
    asked: list[str] = []

    def go_back(_parent: QWidget, words: str, _choices: tuple[str, ...]) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr(file_opening, "choose", go_back)
    office.open(office.inquiry())
    assert len(asked) == 1
    assert office.view.desk.database.target == str(path)


def test_what_comes_later_is_looked_for_where_the_first_inquiry_lay(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(saving, "passing_folders", lambda: (tmp_path / "passing",))
    office.begin()
    asked: list[str] = []

    def open_name(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", open_name)
    office.window.files.ask()
    assert asked == [str(office.folder)]


def test_answers_are_proposed_where_the_inquiry_lay_until_the_person_says_otherwise(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(saving, "passing_folders", lambda: (tmp_path / "passing",))
    monkeypatch.setattr(answering, "adopt_folder", lambda *_: False)
    office.begin()
    office.answer()
    asked: list[Path] = []

    def save_name(_parent: QWidget, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).parent)
        return "", ""

    def folder(_parent: QWidget, _title: str, start: str) -> str:
        asked.append(Path(start))
        return ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_name)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    click(office.entry.foot.primary)
    choose_destination(office.entry)
    assert asked == [office.folder, office.folder]
