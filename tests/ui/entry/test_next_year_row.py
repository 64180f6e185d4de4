"""次年度の方向性 and 予算要求 in the form of a cycle that asks about them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.settings import Settings
from dxdesk.operations.change import Change
from dxdesk.operations.replies import find_place
from dxdesk.operations.reviews import return_reply
from dxdesk.store import tables
from dxdesk.ui.entry.copying import written_words
from dxdesk.ui.entry.next_year_row import NextYear, NextYearRow
from dxdesk.ui.entry.page import EntryPage
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenPage
from tests.ui.entry.hands import CTRL, draft, heads, press, type_words
from tests.ui.entry.test_layout import cut, scrolls

SAID = Answer(direction="拡充", budget=Budget(True, "12500", "国補助"))


def at_year_end(change: Change, cycle: Cycle) -> None:
    """The cycle is the one on the results of the year."""
    change.connection.execute(update(tables.cycles).where(tables.cycles.c.id == cycle.id).values(kind="result"))


def returned(change: Change, cycle: Cycle) -> None:
    at_year_end(change, cycle)
    towns.answer(
        change, cycle, "4", towns.OWN, status="ok", results="進みました。", direction="拡充", budget="300",
        budget_source="一般財源",
    )  # fmt: skip
    return_reply(change, find_place(change, cycle, "4", towns.OWN), ["budget"], "見積りの額ですか。")


def row_of(page: EntryPage) -> NextYearRow:
    return page.body.centre.editor.next_year


def test_another_cycle_does_not_ask_and_what_was_said_stays(open_page: OpenPage) -> None:
    def write(change: Change, cycle: Cycle) -> None:
        towns.answer(change, cycle, "4", towns.OWN, status="ok", results="進みました。", direction="縮小", budget="5")

    page = open_page(write)
    page.show_subject("4")
    assert not row_of(page).isVisible()
    answer, refused = page.body.centre.editor.answer()
    assert (answer.direction, answer.budget, refused) == ("縮小", Budget(True, "5"), None)


def test_the_form_of_the_year_end_fits_without_scrolling_also_when_it_was_returned(open_page: OpenPage) -> None:
    for write in (at_year_end, returned):
        page = open_page(write)
        page.show_subject("4")
        assert row_of(page).isVisible()
        assert not scrolls(page)
        assert cut(page) == []
        for field in page.body.centre.editor.texts.values():  # a second line of an example would be cut
            area = field.area
            words = area.fontMetrics().horizontalAdvance(area.placeholderText())
            assert words < area.viewport().width() - 2 * area.document().documentMargin()


def test_it_is_filled_in_by_keyboard_alone_and_kept(open_page: OpenPage) -> None:
    page = open_page(at_year_end)
    page.show_subject("8")
    row = row_of(page)
    row.direction.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in (row.budget, row.amount)
    type_words("１２，５００")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row.source
    type_words("国補助")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.body.centre.editor.discuss.box
    assert page.leave()
    kept = draft(page, "8")
    assert kept is not None
    assert (kept.direction, kept.budget) == (SAID.direction, SAID.budget)
    for words in ("次年度の方向性\n拡充", "次年度の予算（千円）\n１２，５００", "財源\n国補助"):
        assert words in written_words(page.body.centre.editor)


def test_what_goes_on_is_not_handed_in_without_a_direction_and_what_is_done_is(open_page: OpenPage) -> None:
    page = open_page(at_year_end)
    page.show_subject("8")
    editor = page.body.centre.editor
    editor.status.choose("ok")
    editor.texts["results"].area.show_text("進みました。")
    press(Qt.Key.Key_Return, CTRL)
    assert row_of(page).message.text == "次年度の方向性を1つ選んでください。"
    assert QApplication.focusWidget() is row_of(page).direction
    assert heads(page, "8") == ()
    assert row_of(page).direction.currentText() == "選んでください"
    editor.status.choose("stop")
    assert row_of(page).direction.currentText() == "（会議で決める）"
    editor.status.choose("done")
    assert row_of(page).direction.currentText() == "（選ばない）"
    assert row_of(page).message.text == ""
    press(Qt.Key.Key_Return, CTRL)
    assert heads(page, "8") == ("answer",)


def test_what_is_no_amount_is_said_below_and_stays_as_typed(open_page: OpenPage) -> None:
    page = open_page(at_year_end)
    page.show_subject("8")
    row = row_of(page)
    row.budget.setEditText("100ドル")
    assert not page.leave()
    assert "「100ドル」は数として読めません" in row.message.text
    assert row.budget.currentText() == "100ドル"
    row.budget.setEditText("額は未定")
    assert row.message.text == ""
    assert page.leave()


def test_a_returned_budget_is_framed_with_its_question_and_has_the_focus(open_page: OpenPage) -> None:
    page = open_page(returned)
    page.show_subject("4")
    row = row_of(page)
    assert (row.budget.property("state"), row.direction.property("state")) == ("returned", "")
    assert row.budget.accessibleDescription() == "見積りの額ですか。"
    assert QApplication.focusWidget() in (row.budget, row.amount)


def shown(qtbot: QtBot, answer: Answer, *, needed: bool = True) -> NextYearRow:
    row = NextYearRow()
    qtbot.addWidget(row)
    row.show_values(answer, Settings(), NextYear(True, needed))
    return row


def test_last_time_is_copied_into_what_is_empty(qtbot: QtBot) -> None:
    row = shown(qtbot, Answer(budget=Budget(False)))
    row.same_as_last(SAID)
    assert row.direction.currentData() == "拡充"
    assert row.quote(SAID)
    assert row.read(Answer(), Settings())[0].budget == Budget(False, None, "国補助")
    assert not row.quote(Answer())


def test_an_empty_budget_shows_that_an_amount_can_be_typed(qtbot: QtBot) -> None:
    assert shown(qtbot, Answer()).amount.placeholderText() == "例）1,500"


def test_who_asks_for_nothing_needs_no_source(qtbot: QtBot) -> None:
    row = shown(qtbot, SAID)
    assert row.budget.currentText() == "12,500"
    assert not row.source.isHidden()
    row.budget.setEditText("要求しない")
    assert row.source.isHidden()
    assert row.read(SAID, Settings())[0].budget == Budget(False, None, "国補助")


def test_a_word_that_the_town_gave_up_can_still_be_kept(qtbot: QtBot) -> None:
    row = shown(qtbot, replace(SAID, direction="現状のまま"))
    answer, refused = row.read(replace(SAID, direction="現状のまま"), Settings())
    assert (answer.direction, refused) == ("現状のまま", [])


def test_the_wheel_goes_down_the_form_and_changes_nothing(qtbot: QtBot) -> None:
    row = shown(qtbot, SAID)
    place = QPointF(5, 5)
    turn = QWheelEvent(
        place, place, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(row.direction, turn)
    assert row.direction.currentData() == "拡充"
