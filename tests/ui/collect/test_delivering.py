"""差戻しファイルをつくる: what is returned goes to departments that answer by files, one file for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations import inquiring, reviews
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import packages
from dxdesk.store.queries.delivered import packed
from dxdesk.ui.application import set_text_scale
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.collect.panel import LINKS
from dxdesk.ui.collect.return_task import ReturnTask
from dxdesk.ui.collect.slot import conversation
from dxdesk.ui.initiatives.sheet import Lines
from dxdesk.ui.jobs import wait_for_jobs
from tests.builders import SOUMU, answer, arrive, at, slot_of
from tests.ui.collect import towns
from tests.ui.collect.conftest import OpenPage
from tests.ui.collect.hands import button, buttons, click, click_cell, texts


@pytest.fixture
def shared(desk: Desk, tmp_path: Path) -> Path:
    folder = tmp_path / "受け渡し"
    folder.mkdir()
    keep_exchange(desk.database_id, folder=str(folder))
    return folder


@pytest.fixture
def page(desk: Desk, shared: Path, open_page: OpenPage) -> CollectPage:
    """回収 after 総務課 was sent its 照会."""
    desk.do(inquiring.inquire, towns.newest(desk), (SOUMU,))
    return open_page(desk, towns.newest(desk))


def write_question(page: CollectPage) -> ReturnTask:
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    task.boxes["results"].setChecked(True)
    task.question.setPlainText("何件ですか。")
    return task


def returned_files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name.endswith("差戻し.dxd"))


def test_four_clicks_return_an_answer_and_make_its_file(page: CollectPage, shared: Path, qtbot: QtBot) -> None:
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    write_question(page)
    assert page.foot.primary.text() == "差戻しファイルをつくる"
    with qtbot.waitSignal(page.offered, check_params_cb=lambda text, *_rest: "置きました" in text):
        click(page.foot.primary)
    assert returned_files(shared) == [f"第2回_{SOUMU}_差戻し.dxd"]
    assert slot_of(page.desk, towns.newest(page.desk), "重点-1", SOUMU).state == "returned"


def test_after_the_file_was_made_the_return_is_not_taken_back(page: CollectPage, qtbot: QtBot) -> None:
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    write_question(page)
    with qtbot.waitSignal(page.offered, check_params_cb=lambda text, *_rest: "置きました" in text):
        click(page.foot.primary)
    click_cell(page, "重点-1", SOUMU)
    assert "差戻しファイルをつくる" in buttons(page)  # once more, where the first was lost
    assert "差戻しを取り消す" not in buttons(page)
    assert "差戻しファイルを渡しました" in texts(page.panel)
    assert slot_of(page.desk, towns.newest(page.desk), "重点-1", SOUMU).state == "returned"


def test_a_return_without_a_file_is_taken_back_and_can_be_packed_later(
    page: CollectPage, shared: Path, qtbot: QtBot
) -> None:
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    task = write_question(page)
    click(task.alone)
    assert returned_files(shared) == []
    view = slot_of(page.desk, towns.newest(page.desk), "重点-1", SOUMU)
    assert view.returned is not None
    assert not page.desk.ask(packed, view.returned.id)
    click_cell(page, "重点-1", SOUMU)
    assert "差戻しを取り消す" in buttons(page)
    assert "差戻しファイルを渡しました" not in texts(page.panel)
    with qtbot.waitSignal(page.offered, check_params_cb=lambda text, *_rest: "置きました" in text):
        click(button(page, "差戻しファイルをつくる"))
    assert page.desk.ask(packed, view.returned.id)
    assert len(returned_files(shared)) == 1


@pytest.mark.parametrize("width", [1366, 1024])
@pytest.mark.parametrize("text", [1.0, 1.15, 1.3])
def test_every_button_has_room_for_its_words(
    qapp: QApplication, desk: Desk, shared: Path, open_page: OpenPage, width: int, text: float
) -> None:
    set_text_scale(qapp, text)
    desk.do(inquiring.inquire, towns.newest(desk), (SOUMU,))
    page = open_page(desk, towns.newest(desk), (width, 648))
    click_cell(page, "重点-1", SOUMU)
    page.ways.open_panel(focus=False)
    click(button(page, "差し戻す"))
    click(write_question(page).alone)
    page.ways.open_panel(focus=False)
    QTest.qWait(1)
    shown = [each for key, each in page.panel.buttons.items() if each.isVisible() and key not in LINKS]
    assert [each.text() for each in shown] == ["差戻しファイルをつくる", "差戻しを取り消す"]
    narrow = [each.text() for each in shown if each.width() < each.sizeHint().width()]
    set_text_scale(qapp, 1.0)
    assert narrow == []


def test_a_department_that_was_sent_no_file_is_returned_to_as_before(
    desk: Desk, shared: Path, open_page: OpenPage
) -> None:
    page = open_page(desk, towns.newest(desk))
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    task = write_question(page)
    assert task.alone.isHidden()
    assert page.foot.primary.text() == "差し戻す"
    click(page.foot.primary)
    assert list(shared.iterdir()) == []


def test_a_folder_that_is_away_leaves_the_return_and_says_so(page: CollectPage, shared: Path, qtbot: QtBot) -> None:
    shared.rmdir()
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    write_question(page)
    with qtbot.waitSignal(page.said, check_params_cb=lambda text, _undo: "フォルダ" in text):
        click(page.foot.primary)
    wait_for_jobs()
    assert slot_of(page.desk, towns.newest(page.desk), "重点-1", SOUMU).state == "returned"
    assert page.desk.ask(packages.all_filed, kinds=("return",)) == ()


def corrected_files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name.endswith("席上修正.dxd"))


def test_what_was_put_right_is_told_to_its_department_once(page: CollectPage, shared: Path, qtbot: QtBot) -> None:
    desk, cycle = page.desk, towns.newest(page.desk)
    (head,) = slot_of(desk, cycle, "重点-1", SOUMU).heads
    arrive(desk, cycle, "重点-1", SOUMU, parents=[head.id], results="課が書いた。")
    click_cell(page, "重点-1", SOUMU)
    assert "直した文を課に知らせる" not in buttons(page)
    answer(desk, cycle, "重点-1", SOUMU, results="電話で聞いた。")
    click_cell(page, "重点-1", SOUMU)
    assert "事務局で直した文を、まだ課に知らせていません。" in texts(page.panel)
    with qtbot.waitSignal(page.offered, check_params_cb=lambda text, *_rest: "置きました" in text):
        click(button(page, "直した文を課に知らせる"))
    assert corrected_files(shared) == [f"第2回_{SOUMU}_席上修正.dxd"]
    qtbot.waitUntil(lambda: "直した文を課に知らせる" not in buttons(page))


def test_what_was_taken_back_is_named_in_what_was_said(page: CollectPage) -> None:
    desk, cycle = page.desk, towns.newest(page.desk)
    for verb, more in ((reviews.accept_reply, ()), (reviews.return_reply, (["results"], "何件ですか。"))):
        desk.do(at, cycle, "重点-1", SOUMU, verb, *more)
        desk.do(at, cycle, "重点-1", SOUMU, reviews.undo_review)
    click_cell(page, "重点-1", SOUMU)
    slot = page.slot()
    assert slot is not None
    said = conversation(slot, lambda _department: "事務局")
    assert isinstance(said, Lines)
    words = [text.partition("事務局　")[2] for _, text in said.lines]
    assert sorted(each for each in words if "の取り消し" in each) == ["受理の取り消し", "差戻しの取り消し"]
