"""差し戻す: what is written below the answer, kept for later, sent, and what comes back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from dxdesk.store.queries.page_drafts import page_draft_subjects
from dxdesk.ui.collect.accept_task import AcceptTask
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.collect.return_task import ReturnTask
from tests.builders import PLAN, SOUMU, answer, slot_of, uid
from tests.ui.collect import towns
from tests.ui.collect.conftest import OpenPage
from tests.ui.collect.hands import (
    CTRL,
    button,
    chosen,
    click,
    click_cell,
    compose,
    hand_over,
    press,
    state,
    texts,
    told,
    word,
)


def test_what_comes_back_as_it_was_returned_is_marked_and_not_taken_along(page: CollectPage) -> None:
    cycle = towns.newest(page.desk)
    answer(page.desk, cycle, "重点-3", SOUMU, results="案内した。")
    assert word(page, "重点-3", SOUMU) == "変更なし"
    click_cell(page, "重点-3", SOUMU)
    assert "差戻し" not in chosen(page)
    assert chosen(page).endswith("提出、変更なし")
    assert "差し戻したときから" in texts(page.panel)
    assert page.foot.primary.text() == "提出分をまとめて受理する（4件）"
    click(page.foot.primary)
    task = page.panel.task
    assert isinstance(task, AcceptTask)
    assert page.foot.primary.text() == "受理する（3件）"
    assert not task.everything.isChecked()
    assert "外してあります。" in texts(task)
    click(page.foot.stop)
    answer(page.desk, cycle, "重点-3", SOUMU, results="案内を120件した。")
    assert word(page, "重点-3", SOUMU) == "提出"


def test_one_answer_is_returned_with_four_clicks(page: CollectPage) -> None:
    said = told(page)
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    assert page.foot.primary.text() == "差し戻す（欄を選んでください）"
    click(task.boxes["results"])
    assert page.foot.primary.text() == "差し戻す（文を書いてください）"
    assert task.question.hasFocus()
    hand_over(QApplication.focusWidget() or page, "何件ですか。")
    assert page.foot.primary.isEnabled()
    click(page.foot.primary)
    assert (said, word(page, "重点-1", SOUMU)) == ([("差し戻しました。", True)], "差戻し")
    returned = slot_of(page.desk, towns.newest(page.desk), "重点-1", SOUMU).returned
    assert returned is not None
    assert (returned.fields, returned.question) == (("results",), "何件ですか。")
    assert "差戻し：何件ですか。" in texts(page.panel)
    page.desk.undo()
    assert word(page, "重点-1", SOUMU) == "提出"


def test_the_keyboard_alone_returns_an_answer(page: CollectPage) -> None:
    page.matrix.choose((PLAN.unit("重点-1").id, uid(SOUMU)))
    press(Qt.Key.Key_Return)
    assert page.panel.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    while (focused := QApplication.focusWidget()) is not button(page, "差し戻す"):
        assert focused is not None
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    hand_over(QApplication.focusWidget() or page, "何件ですか。")
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)
    assert state(page, "重点-1", SOUMU) == "returned"
    assert page.matrix.hasFocus()


def test_while_a_conversion_is_open_ctrl_enter_only_hands_the_text_over(page: CollectPage) -> None:
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    click(task.boxes["results"])
    compose(task.question, "なんけんですか")
    QTest.keyClick(task.question, Qt.Key.Key_Return, CTRL)
    assert page.panel.task is task
    assert task.question.typed() == "なんけんですか"
    QTest.keyClick(task.question, Qt.Key.Key_Return, CTRL)
    assert state(page, "重点-1", SOUMU) == "returned"


def test_what_was_written_for_one_answer_waits_while_another_is_looked_at(page: CollectPage) -> None:
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    click(task.boxes["issues"])
    hand_over(task.question, "だれが足りませんか。")
    click_cell(page, "重点-2", SOUMU)
    assert page.panel.task is None
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差戻しの続き"))
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    assert (task.fields, task.question.typed()) == (("issues",), "だれが足りませんか。")
    press(Qt.Key.Key_Escape)
    assert page.panel.task is None


def test_the_answer_stays_in_sight_and_the_buttons_in_their_place_while_a_question_is_written(
    page: CollectPage,
) -> None:
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    QApplication.sendPostedEvents()
    words = next(each for each in page.panel.findChildren(QLabel) if "試した。" in each.text())
    assert words.isVisible()
    assert not words.visibleRegion().isEmpty()
    assert words.mapTo(page, words.rect().bottomLeft()).y() < task.mapTo(page, QPoint()).y()
    places = [page.foot.stop.x()]
    click(task.boxes["results"])
    hand_over(task.question, "何件ですか。")
    QApplication.sendPostedEvents()
    places.append(page.foot.stop.x())
    assert abs(places[0] - places[1]) <= 1
    click(page.foot.stop)
    QApplication.sendPostedEvents()
    assert page.foot.primary.width() == page.foot.primary.sizeHint().width()


def test_a_question_that_was_begun_is_there_after_stopping_and_in_the_next_sitting(
    page: CollectPage, open_page: OpenPage
) -> None:
    said = told(page)
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "差し戻す"))
    click(page.foot.stop)
    assert said == []
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    click(task.boxes["results"])
    hand_over(task.question, "何件ですか。")
    click(page.foot.stop)
    assert said == [("書きかけの文は残してあります。", False)]
    later = open_page(page.desk, page.cycle)
    click_cell(later, "重点-1", SOUMU)
    click(button(later, "差戻しの続き"))
    task = later.panel.task
    assert isinstance(task, ReturnTask)
    assert (task.fields, task.question.typed()) == (("results",), "何件ですか。")
    click(later.foot.primary)
    assert state(later, "重点-1", SOUMU) == "returned"
    assert not page_draft_subjects_of(page)
    page.desk.undo()
    assert state(page, "重点-1", SOUMU) == "submitted"
    assert page_draft_subjects_of(page)


def page_draft_subjects_of(page: CollectPage) -> frozenset[str]:
    return page.desk.ask(page_draft_subjects, "collect")
