"""取りまとめ where there is nothing to do, something in the way, or little room."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import cycles as operations
from dxdesk.operations.reviews import accept_reply, consolidate, settle
from dxdesk.store.queries import cycles
from dxdesk.store.queries.page_drafts import page_draft_subjects
from dxdesk.ui.consolidate.columns import LIST_FROM
from dxdesk.ui.consolidate.delegate import AnswerDelegate
from dxdesk.ui.consolidate.page import ConsolidatePage
from dxdesk.ui.theme import desktop_font
from dxdesk.ui.unsaved import written_words
from dxdesk.wording.consolidate import BOTH_KEPT, PUT
from tests.builders import FUKUSHI, KENSETSU, PLAN, SOUMU, ZEIMU, acting, arrive, at, start_cycle, unit_of
from tests.ui.consolidate.hands import click, opened, press, results, type_into
from tests.ui.cycle.conftest import OpenDesk, ShowPage


def test_a_unit_without_accepted_answers_only_says_so(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    desk.do(operations.reassign, cycle, "重点-3", [ZEIMU, SOUMU], "所管が決まった")
    page.show_subject("重点-3")
    assert page.body.reading.isVisible()
    assert not page.foot.primary.isEnabled()


def test_a_department_that_has_not_answered_leads_to_where_answers_are_collected(
    page: ConsolidatePage, qtbot: QtBot
) -> None:
    view = page.body.answers
    place = next(place for place, row in enumerate(view.rows.rows) if row.kind == "silent")
    view.list.setCurrentIndex(view.rows.index(place))
    with qtbot.waitSignal(page.page_requested) as left:
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert left.args == ["collect", "重点-2"]


def test_answers_that_are_accepted_meanwhile_are_shown(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    page.show_subject("検討-4")
    assert any(row.kind == "silent" for row in page.body.answers.rows.rows)
    desk.do(at, cycle, "検討-4", KENSETSU, accept_reply)
    assert not any(row.kind == "silent" for row in page.body.answers.rows.rows)


def test_a_conflict_of_the_whole_has_to_be_settled_first(
    page: ConsolidatePage, desk: Desk, cycle: Cycle, qtbot: QtBot
) -> None:
    for words in ("一つ。", "二つ。"):
        arrive(desk, cycle, "重点-2", None, "consolidate", results=words)
    page.refresh()
    page.show_subject("重点-2")
    assert not page.foot.primary.isEnabled()
    assert "くいちがい" in page.foot.primary.text()
    assert page.body.units.rows.rows[0].name == "くいちがい 1"
    notice = page.notice()
    assert notice is not None
    [(word, act)] = notice.actions
    with qtbot.waitSignal(page.page_requested) as left:
        act()
    assert (word, left.args) == ("くいちがいを直す", ["conflict", "重点-2:"])
    desk.do(settle, cycle, "重点-2", None, {"all": "theirs"})
    page.refresh()
    assert page.body.form.isVisible()
    assert results(page) == "二つ。"


def test_what_is_drawn_together_while_one_writes_stays_beside_it(
    page: ConsolidatePage, desk: Desk, cycle: Cycle, qtbot: QtBot
) -> None:
    page.show_subject("重点-2")
    type_into(page, "results", "書いていた文。")
    page.form.status.choose("ok")
    assert page.leave()
    desk.do(consolidate, cycle, "重点-2", use=FUKUSHI)
    page.refresh()
    notice = page.notice()
    assert notice is not None
    assert notice.text.startswith("書いているあいだに、取りまとめが変わりました。")
    assert "書いていた文。" in results(page)
    with qtbot.waitSignal(page.said) as told:
        press(page.foot.primary)
    assert told.args == [BOTH_KEPT, False]
    assert opened(page) == "重点-2"
    assert len(unit_of(desk, cycle, "重点-2").consolidation.heads) == 2
    assert desk.undo() is None


def test_what_was_made_final_and_taken_back_is_made_final_again(page: ConsolidatePage, desk: Desk) -> None:
    page.show_subject("重点-2")
    press(page.foot.main)
    desk.undo()
    desk.redo()
    desk.undo()
    page.show_subject("重点-2")
    press(page.foot.main)
    assert page.cycle is not None
    assert len(unit_of(desk, page.cycle, "重点-2").consolidation.heads) == 1


def test_a_closed_cycle_is_only_read(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    press(page.foot.main)
    desk.do(operations.close_cycle, cycle, "見本のため")
    page.show_subject("重点-2")
    assert page.body.reading.isVisible()
    assert "税の申請を始めた。件数は5件。" in page.body.reading.words
    assert not page.foot.primary.isEnabled()
    assert page.foot.main.isHidden()
    click(page, "人手が足りない")
    assert desk.ask(page_draft_subjects, "consolidate") == frozenset()


def test_other_roles_only_read(desk: Desk, cycle: Cycle, show: ShowPage) -> None:
    desk.actor = acting("chair")
    page = ConsolidatePage(desk, cycle)
    show(page)
    assert page.body.reading.isVisible()
    assert not page.foot.primary.isEnabled()
    assert page.foot.main.isHidden()


def test_without_a_cycle_there_is_nothing_to_draw_together(desk: Desk, show: ShowPage) -> None:
    page = ConsolidatePage(desk, None)
    show(page)
    assert page.body.reading.isVisible()


def test_a_cycle_without_such_units_says_so(open_desk: OpenDesk, show: ShowPage) -> None:
    desk = open_desk()
    page = ConsolidatePage(desk, start_cycle(desk, assigned={unit.code or "": [ZEIMU] for unit in PLAN.units}))
    show(page)
    assert page.body.reading.words == ("この回には、取りまとめる取組がありません。",)


def test_what_cannot_be_saved_stays_and_can_be_kept_elsewhere(
    page: ConsolidatePage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = sqlite3.connect(Path(desk.database.target), isolation_level=None)
    try:
        holder.execute("BEGIN EXCLUSIVE")
        page.form.texts["results"].area.setFocus()
        type_into(page, "results", "消えない文。")
        assert not page.leave()
        notice = page.notice()
    finally:
        holder.rollback()
        holder.close()
    assert notice is not None
    assert [word for word, _ in notice.actions] == ["もう一度保存する", "別の場所に控えをとる"]
    assert results(page) == "消えない文。"
    assert "消えない文。" in written_words(page.form)
    assert page.leave()


@pytest.mark.parametrize("width", [960, 1024, 1120, 1200, 1366, 1920])
def test_everything_has_room(page: ConsolidatePage, width: int) -> None:
    page.resize(width, 510 if width == 960 else 588 if width == 1024 else 648)
    assert page.form.minimumSizeHint().width() <= page.form.width()
    assert page.foot.primary.geometry().right() < width
    assert page.foot.up.isVisible()
    hidden = page.body.columns.hidden
    assert hidden == (width < LIST_FROM, False)
    assert page.foot.drawers[0].isVisible() == hidden[0]


def test_tab_goes_through_the_form_as_the_eye_does(page: ConsolidatePage) -> None:
    form, seen = page.form, []
    form.status.focus()
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is form.discuss.ask:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted: list[QWidget] = [form.status.buttons[0], next(each for each in form.stages.buttons if each.isChecked())]
    wanted += [form.texts[name].area for name in ("results", "issues", "next")]
    assert seen == [*wanted, form.discuss.box, form.discuss.ask]


@pytest.mark.parametrize("width", [960, 1366])
def test_no_sentence_reaches_the_words_that_put_it_in(page: ConsolidatePage, width: int) -> None:
    page.resize(width, 648)
    view = page.body.answers.list
    delegate = view.itemDelegate()
    assert isinstance(delegate, AnswerDelegate)
    room = view.viewport().width()
    row = replace(next(each for each in page.body.answers.rows.rows if each.kind == "text"), text="あいう" * 80)
    line = max(QFontMetricsF(desktop_font("body", 1)).horizontalAdvance(each) for each in delegate._lines(row, room, 1))
    words = QFontMetricsF(desktop_font("small", 1, bold=True)).horizontalAdvance(PUT)
    assert 12 + 14 + 50 + line + words + 14 + 12 < room


def test_the_list_opens_over_the_text_where_there_is_no_room(page: ConsolidatePage) -> None:
    page.resize(1024, 588)
    press(page.foot.drawers[0])
    assert page.body.units.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.body.units.isVisible()


def test_one_button_is_filled(page: ConsolidatePage) -> None:
    filled = [each for each in page.findChildren(QPushButton) if each.property("look") == "primary"]
    assert filled == [page.foot.primary]


def test_another_cycle_is_shown(page: ConsolidatePage, desk: Desk) -> None:
    page.set_cycle(desk.ask(cycles.cycles)[0])
    assert page.shown is None or not page.shown.found.cycle.open
