"""照会ファイルをつくる: who is sent files, what else is made, and where it lies then."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.packages import NOT_SAID
from dxdesk.operations import inquiring, receiving
from dxdesk.operations.cycles import close_cycle
from dxdesk.preferences import exchange, exchange_folder_of, keep_exchange
from dxdesk.store.queries import packages
from dxdesk.ui.application import create_application
from dxdesk.ui.inbox import Inbox
from dxdesk.ui.inquiry import substitutes
from dxdesk.ui.inquiry.model import FORMS, NAME
from dxdesk.ui.inquiry.page import CHOOSING, FINISHED, InquiryPage
from tests.builders import SOUMU, ZEIMU, open_desk, start_cycle
from tests.databases import open_anywhere
from tests.ui.collect import towns
from tests.ui.showing import show_page

OpenPage = Callable[..., InquiryPage]


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    create_application([])


@pytest.fixture
def shared(desk: Desk, tmp_path: Path) -> Path:
    folder = tmp_path / "受け渡し"
    folder.mkdir()
    keep_exchange(desk.database_id, folder=str(folder))
    return folder


@pytest.fixture
def desk(database_file: Path) -> Iterator[Desk]:
    found = open_desk(open_anywhere(database_file))
    start_cycle(found, "第1回", assigned=towns.ASKED)
    yield found
    found.close()


@pytest.fixture
def open_page(qtbot: QtBot) -> OpenPage:
    def open_it(desk: Desk, size: tuple[int, int] = (1366, 648)) -> InquiryPage:
        page = InquiryPage(desk, towns.newest(desk))
        show_page(page, qtbot, size)
        return page

    return open_it


@pytest.fixture
def page(desk: Desk, shared: Path, open_page: OpenPage) -> InquiryPage:
    return open_page(desk)


def make(page: InquiryPage, qtbot: QtBot) -> None:
    """The filled button, until the files lie there."""
    QTest.mouseClick(page.foot.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.isEnabled() and page.stack.currentIndex() == FINISHED)


def only(page: InquiryPage, name: str) -> None:
    """Chooses one department by keys."""
    page.rows.choose_all(False)
    place = next(at for at, each in enumerate(page.rows.rows) if each.name == name)
    page.view.setCurrentIndex(page.rows.index(place, NAME))
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Space)


def test_everybody_is_chosen_at_first_and_one_press_makes_the_files(
    page: InquiryPage, shared: Path, qtbot: QtBot
) -> None:
    count = len(page.rows.rows)
    assert page.foot.primary.text() == f"照会ファイルをつくる（{count}課）"
    make(page, qtbot)
    assert page.finished.title.text() == f"照会ファイルを{count}件置きました"
    assert page.finished.list.count() == count
    assert len(list(shared.iterdir())) == count
    assert page.foot.primary.text() == "回収へ ›"


def test_one_department_again_gets_a_new_key_and_the_old_file_stays_good(
    page: InquiryPage, desk: Desk, shared: Path, qtbot: QtBot
) -> None:
    make(page, qtbot)
    page.foot.again.click()
    assert page.stack.currentIndex() == CHOOSING
    assert not page.foot.primary.isEnabled()
    assert "課を選んでください" in page.foot.primary.text()
    only(page, SOUMU)
    assert page.foot.hint.isVisible()
    make(page, qtbot)
    soumu = next(each.id for each in page.rows.rows if each.name == SOUMU)
    assert len(desk.ask(packages.reply_keys_of, towns.newest(desk).id, soumu)) == 2
    assert page.finished.list.count() == 1


def test_departments_without_a_file_are_chosen_when_the_page_is_opened(
    desk: Desk, shared: Path, open_page: OpenPage
) -> None:
    desk.do(inquiring.inquire, towns.newest(desk), (SOUMU,))
    page = open_page(desk)
    assert SOUMU not in [each.name for each in page.rows.rows if each.id in page.rows.chosen]
    assert len(page.rows.chosen) == len(page.rows.rows) - 1


def test_forms_and_letters_lie_beside_the_files_and_are_proposed_again(
    page: InquiryPage, desk: Desk, shared: Path, open_page: OpenPage, qtbot: QtBot
) -> None:
    only(page, ZEIMU)
    place = next(at for at, each in enumerate(page.rows.rows) if each.name == ZEIMU)
    box = page.view.visualRect(page.rows.index(place, FORMS)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    page.options.letters.setChecked(True)
    make(page, qtbot)
    assert page.finished.title.text() == "照会ファイル1件・回答票1件・照会文1件を置きました"
    names = {each.name for each in shared.iterdir()}
    made = ("回答票.xlsx", "照会.dxd", "照会文.pdf", "提出前点検表.pdf", "記入票.pdf")
    assert names == {*(f"第1回_{ZEIMU}_{each}" for each in made), "第1回_記入要領.pdf"}
    again = open_page(desk)
    assert again.options.letters.isChecked()
    again.rows.choose_all(True)
    assert len(again.rows.forms) == 1


def test_papers_go_along_with_letters_unless_that_is_not_wished(
    page: InquiryPage, desk: Desk, shared: Path, open_page: OpenPage, qtbot: QtBot
) -> None:
    only(page, ZEIMU)
    assert page.options.papers.isHidden()
    page.options.letters.setChecked(True)
    assert not page.options.papers.isHidden()
    assert page.options.papers.isChecked()
    page.options.papers.setChecked(False)
    make(page, qtbot)
    assert {each.name for each in shared.iterdir()} == {f"第1回_{ZEIMU}_照会.dxd", f"第1回_{ZEIMU}_照会文.pdf"}
    assert not open_page(desk).options.papers.isChecked()


def test_a_letter_has_a_substitute_only_after_a_clear_choice(
    desk: Desk, tmp_path: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder = tmp_path / "外字\ue000"
    folder.mkdir()
    keep_exchange(desk.database_id, folder=str(folder))
    page, asked, answers = open_page(desk), list[str](), iter((0, 1))

    def choose(_parent: object, text: str, _choices: object) -> int:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(substitutes, "choose", choose)
    only(page, ZEIMU)
    page.options.letters.setChecked(True)
    page.options.papers.setChecked(False)
    page.make()
    qtbot.waitUntil(lambda: bool(asked))
    assert "印刷できない文字が1か所あります" in page.message.text
    assert list(folder.iterdir()) == []
    assert desk.ask(packages.keys) is None
    make(page, qtbot)
    assert {each.name for each in folder.iterdir()} == {f"第1回_{ZEIMU}_照会.dxd", f"第1回_{ZEIMU}_照会文.pdf"}
    assert asked[0] == asked[1]
    assert "「\ue000」（U+E000）" in asked[0]
    assert f"照会文（{ZEIMU}）1頁" in asked[0]


def test_a_file_is_locked_and_says_no_names(page: InquiryPage, shared: Path, qtbot: QtBot) -> None:
    only(page, SOUMU)
    page.options.lock.setChecked(True)
    assert "合言葉を書いてください" in page.foot.primary.text()
    page.options.passphrase.setText("さくら")
    page.options.numbers.setChecked(True)
    make(page, qtbot)
    content = next(shared.iterdir()).read_bytes()
    found = receiving.read_from_secretariat(content, "さくら")
    assert found.stamp.head.town == NOT_SAID
    assert exchange(page.desk.database_id)["numbers_only"] == "1"


def test_files_are_named_as_the_settings_say_the_letter_like_the_rest(
    page: InquiryPage, shared: Path, qtbot: QtBot
) -> None:
    keep_exchange(page.desk.database_id, ascii_names="1")
    only(page, SOUMU)
    page.options.letters.setChecked(True)
    make(page, qtbot)
    found = [each.name for each in shared.iterdir()]
    made = ["guidance.pdf", "handwriting.pdf", "inquiry.dxd", "letter.pdf", "submission.pdf"]
    assert sorted(name.rsplit("_", 1)[1] for name in found) == made
    assert all(map(str.isascii, found))


def test_without_a_folder_it_is_asked_for_and_going_back_makes_nothing(
    desk: Desk, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    keep_exchange(desk.database_id, folder="")
    page = open_page(desk)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.make()
    assert "置く場所" in page.message.text
    assert desk.ask(packages.keys) is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    make(page, qtbot)
    assert exchange_folder_of(desk.database_id) == str(tmp_path)


def test_answers_are_looked_for_where_the_first_files_were_put_and_the_page_says_so_once(
    desk: Desk, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page, inbox = open_page(desk), Inbox(desk, desk_parent := QObject())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    only(page, SOUMU)
    make(page, qtbot)
    assert page.finished.watched.isVisible()
    assert "これからは、ここに届いた回答をお知らせします。" in [
        each.text() for each in page.finished.watched.findChildren(QLabel)
    ]
    (tmp_path / f"第1回_{ZEIMU}_回答.dxd").write_bytes(b"torn")
    inbox.look()
    qtbot.waitUntil(lambda: inbox.found.waiting == 1)
    with qtbot.waitSignal(page.page_requested) as left:
        page.finished.change.click()
    assert left.args == ["settings", "exchange"]
    page.foot.again.click()
    only(page, ZEIMU)
    make(page, qtbot)
    assert not page.finished.watched.isVisible()
    desk_parent.deleteLater()


def test_a_folder_that_is_set_stays_where_files_are_put_elsewhere(
    page: InquiryPage, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    elsewhere = tmp_path / "別の場所"
    elsewhere.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))
    page.options.choose_folder()
    only(page, SOUMU)
    make(page, qtbot)
    assert len(list(elsewhere.iterdir())) == 1
    assert not page.finished.watched.isVisible()
    assert exchange_folder_of(page.desk.database_id) == str(shared)


def test_a_full_disk_is_said_and_everything_can_be_made_again(
    page: InquiryPage, shared: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", full)
        page.make()
        qtbot.waitUntil(lambda: bool(page.message.text))
    assert "ディスク" in page.message.text
    assert list(shared.iterdir()) == []
    page.rows.choose_all(True)
    make(page, qtbot)
    assert len(list(shared.iterdir())) == len(page.rows.rows)


def test_the_way_to_another_place_stands_beside_the_place(page: InquiryPage) -> None:
    place, other = page.options.place.geometry(), page.options.other.geometry()
    assert 0 < other.left() - place.right() < 24


def test_a_closed_cycle_is_asked_about_no_more(desk: Desk, shared: Path, open_page: OpenPage) -> None:
    cycle = towns.newest(desk)
    page = open_page(desk)
    desk.do(close_cycle, cycle, "見本のため")
    assert page.nothing.isVisible()
    assert "締めました" in page.nothing.text()
    assert page.foot.primary.text() == "回収へ ›"


def test_what_was_refused_elsewhere_is_said_here(page: InquiryPage, shared: Path) -> None:
    page.show_subject("!回はつくりました。ファイルはまだです。")
    assert page.message.text.startswith("回はつくりました。")
    page.show_subject(str(shared / "第1回_総務課_照会.dxd"))
    assert page.finished.place.text() == str(shared)


@pytest.mark.parametrize("size", [(1366, 648), (1024, 540), (1920, 952)])
def test_exactly_one_button_is_filled_and_none_is_cut(
    desk: Desk, shared: Path, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(desk, size)
    seen = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    assert [each.property("look") for each in seen].count("primary") == 1
    for each in seen:
        assert each.width() >= each.minimumSizeHint().width(), each.text()


def test_the_table_is_a_sound_model(page: InquiryPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.rows)  # type: ignore[no-untyped-call]


def test_files_of_one_database_leave_the_choices_of_another_alone(
    desk: Desk, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    keep_exchange("another", folder="/share/町")
    page = open_page(desk)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    only(page, SOUMU)
    page.options.numbers.setChecked(True)
    page.options.letters.setChecked(True)
    make(page, qtbot)
    assert exchange_folder_of(desk.database_id) == str(tmp_path)
    assert exchange("another") == {"folder": "/share/町"}


def test_once_the_files_are_made_the_toast_leads_to_where_they_lie(
    page: InquiryPage, shared: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    only(page, SOUMU)
    with qtbot.waitSignal(page.offered) as offered:
        page.foot.primary.click()
    words, button, act = offered.args
    assert (words, button) == ("照会ファイルを1件置きました。", "置いた場所を開く")
    opened: list[Path] = []
    monkeypatch.setattr("dxdesk.ui.inquiry.page.open_folder", opened.append)
    act()
    assert opened == [shared]
