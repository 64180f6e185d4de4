"""取りまとめ, driven by mouse and keyboard."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import cycles as operations
from dxdesk.operations.reviews import accept_reply
from dxdesk.store.queries import cycles
from dxdesk.store.queries.page_drafts import page_draft_subjects
from dxdesk.ui.consolidate.page import ConsolidatePage
from dxdesk.ui.unsaved import written_words
from tests.builders import FUKUSHI, KENSETSU, PLAN, SOUMU, ZEIMU, accepted, acting, arrive, at, start_cycle, unit_of
from tests.ui.cycle.conftest import OpenDesk, ShowPage

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(page: ConsolidatePage) -> str:
    assert page.shown is not None
    return page.shown.code


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def click(page: ConsolidatePage, text: str) -> None:
    """Clicks the sentence that holds a text."""
    view = page.body.answers
    place = next(place for place, row in enumerate(view.rows.rows) if row.kind == "text" and text in row.text)
    index = view.rows.index(place)
    view.list.scrollTo(index)
    spot = view.list.visualRect(index).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def results(page: ConsolidatePage) -> str:
    return page.form.texts["results"].text()


def type_into(page: ConsolidatePage, field: str, words: str) -> None:
    area = page.form.texts[field].area
    area.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QCoreApplication.sendEvent(area, event)


def test_the_first_unit_that_waits_is_open(page: ConsolidatePage) -> None:
    assert opened(page) == "重点-2"
    assert page.foot.hint.text() == "取りまとめ待ち 2取組"


def test_a_click_puts_a_sentence_in_and_another_takes_it_out(page: ConsolidatePage) -> None:
    click(page, "税の申請")
    assert results(page) == "税の申請を始めた（税務課）。"
    click(page, "窓口を見直した")
    assert results(page) == "税の申請を始めた（税務課）。窓口を見直した（福祉課）。"
    click(page, "税の申請")
    assert results(page) == "窓口を見直した（福祉課）。"
    page.form.texts["results"].area.undo()
    assert "税の申請" in results(page)


def test_a_sentence_is_put_in_by_keyboard(page: ConsolidatePage) -> None:
    view = page.body.answers
    view.list.setFocus()
    row = view.rows.rows[view.list.currentIndex().row()]
    assert row.kind == "text"
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert row.piece in page.form.typed()[row.field]


def test_a_sentence_below_others_takes_its_line_with_it(page: ConsolidatePage) -> None:
    type_into(page, "results", "書きかけ")
    click(page, "件数は5件")
    assert results(page) == "書きかけ\n件数は5件（税務課）。"
    click(page, "件数は5件")
    assert results(page) == "書きかけ"


def test_characters_beyond_the_basic_plane_do_not_shift_what_is_taken_out(page: ConsolidatePage) -> None:
    type_into(page, "results", "𠮷野家で始めた。")
    click(page, "件数は5件")
    click(page, "件数は5件")
    assert results(page) == "𠮷野家で始めた。"


def test_of_equal_sentences_only_the_one_that_was_taken_is_marked(desk: Desk, show: ShowPage) -> None:
    cycle = start_cycle(desk, assigned={"重点-2": [FUKUSHI, ZEIMU]})
    for department in (FUKUSHI, ZEIMU):
        accepted(desk, cycle, "重点-2", department, results="調査を終えた。")
    page = ConsolidatePage(desk, cycle)
    show(page)
    model = page.body.answers.rows

    def marked() -> list[str]:
        return [row.department for row in model.rows if row.kind == "text" and model.is_put_in(row)]

    said = {row.department: row for row in model.rows if row.kind == "text"}
    page.turn(said[ZEIMU])
    assert (results(page), marked()) == ("調査を終えた（税務課）。", [ZEIMU])
    page.turn(said[ZEIMU])
    press(page.foot.main)
    page.show_subject("重点-2")
    assert marked() == [FUKUSHI]
    page.turn(said[ZEIMU])
    assert results(page) == "調査を終えた。調査を終えた（税務課）。"
    assert sorted(marked()) == sorted([FUKUSHI, ZEIMU])


def test_the_foot_leads_back(page: ConsolidatePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.back_requested):
        press(page.foot.up)


def test_what_is_to_be_decided_opens_its_line(page: ConsolidatePage) -> None:
    assert page.form.discuss.box.isChecked()  # 福祉課 wishes to discuss
    click(page, "続けてよいか")
    assert page.form.discuss.ask.text() == "続けてよいか（福祉課）。"
    click(page, "続けてよいか")
    assert page.form.discuss.ask.text() == ""


def test_nothing_is_chosen_by_itself_but_the_stage_of_the_main_one(page: ConsolidatePage) -> None:
    assert page.form.status.status() == ""
    assert page.form.stages.stage() == "trial"
    assert page.form.counts.words("ok") == "1課"
    assert page.form.counts.words("warn") == "1課"
    assert page.form.counts.words("late") == ""


def test_what_is_missing_is_said_under_its_field(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    press(page.foot.primary)
    assert page.form.status_message.text != ""
    assert page.form.texts["results"].message.text != ""
    assert page.form.status.buttons[0].hasFocus()
    assert unit_of(desk, cycle, "重点-2").status == "miss"


def test_made_final_by_keyboard_alone_the_next_unit_opens(
    page: ConsolidatePage, desk: Desk, cycle: Cycle, qtbot: QtBot
) -> None:
    page.body.answers.list.setFocus()
    QTest.keyClick(page, Qt.Key.Key_2, ALT)
    type_into(page, "results", "二課で進めた。")
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert said.args == ["取りまとめました。", True]
    view = unit_of(desk, cycle, "重点-2")
    assert (view.status, opened(page)) == ("warn", "検討-4")
    assert view.counted is not None
    assert view.counted.answer is not None
    assert (view.counted.answer.results, view.counted.answer.stage) == ("二課で進めた。", "trial")
    assert desk.ask(page_draft_subjects, "consolidate") == frozenset()


def test_taking_back_keeps_the_text_and_doing_again_makes_it_final(
    page: ConsolidatePage, desk: Desk, cycle: Cycle
) -> None:
    page.form.status.choose("warn")
    type_into(page, "results", "二課で進めた。")
    page.confirm()
    desk.undo()
    assert unit_of(desk, cycle, "重点-2").status == "miss"
    page.show_subject("重点-2")
    assert results(page) == "二課で進めた。"
    assert page.form.status.status() == "warn"
    desk.redo()
    assert unit_of(desk, cycle, "重点-2").status == "warn"


def test_the_main_ones_answer_is_used_as_it_is_with_one_click(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    press(page.foot.main)
    counted = unit_of(desk, cycle, "重点-2").counted
    assert counted is not None
    assert counted.answer is not None
    assert counted.answer.results == "税の申請を始めた。件数は5件。"


def test_what_another_department_wishes_to_discuss_goes_with_the_main_ones_answer(
    page: ConsolidatePage, desk: Desk, cycle: Cycle
) -> None:
    press(page.foot.main)
    page.show_subject("重点-2")
    assert page.form.discuss.values() == ("decide", "続けてよいか（福祉課）。")


def test_a_main_one_that_it_does_not_concern_makes_way_for_the_next(desk: Desk, show: ShowPage) -> None:
    cycle = start_cycle(desk, assigned={"重点-2": [ZEIMU, SOUMU]})
    accepted(desk, cycle, "重点-2", ZEIMU, status="na", results=None)
    page = ConsolidatePage(desk, cycle)
    show(page)
    assert not page.foot.main.isEnabled()
    accepted(desk, cycle, "重点-2", SOUMU, status="late", results="遅れた。")
    assert page.foot.main.text() == "総務課の回答をそのまま使う"
    press(page.foot.main)
    assert unit_of(desk, cycle, "重点-2").status == "late"


def test_what_was_used_as_it_is_counts_as_put_in(page: ConsolidatePage) -> None:
    press(page.foot.main)
    page.show_subject("重点-2")
    put_in = [row.text for row in page.body.answers.rows.rows if page.body.answers.rows.is_put_in(row)]
    assert put_in == ["続けてよいか", "税の申請を始めた。", "件数は5件。", "人手が足りない。"]
    click(page, "件数は5件")
    assert results(page) == "税の申請を始めた。"


def test_taking_the_main_ones_answer_back_brings_what_was_typed(page: ConsolidatePage, desk: Desk) -> None:
    type_into(page, "results", "書きかけの文。")
    press(page.foot.main)
    desk.undo()
    page.show_subject("重点-2")
    assert results(page) == "書きかけの文。"


def test_a_main_one_that_has_not_answered_cannot_be_used(desk: Desk, show: ShowPage) -> None:
    cycle = start_cycle(desk, assigned={"重点-2": [ZEIMU, SOUMU]})
    accepted(desk, cycle, "重点-2", SOUMU)
    page = ConsolidatePage(desk, cycle)
    show(page)
    assert not page.foot.main.isEnabled()
    assert page.foot.main.toolTip() != ""


def test_what_is_typed_is_kept_from_unit_to_unit(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    type_into(page, "issues", "町の言葉。")
    QTest.keyClick(page, Qt.Key.Key_Down, CTRL)
    assert opened(page) == "検討-4"
    assert len(desk.ask(page_draft_subjects, "consolidate")) == 1
    assert "書きかけ" in next(row.words for row in page.body.units.rows.rows if row.number == "重点-2")
    QTest.keyClick(page, Qt.Key.Key_Up, CTRL)
    assert page.form.texts["issues"].text() == "町の言葉。"


def test_an_open_conversion_is_handed_over_before_another_unit_opens(page: ConsolidatePage, desk: Desk) -> None:
    area = page.form.texts["next"].area
    area.setFocus()
    QCoreApplication.sendEvent(area, QInputMethodEvent("しゅうり", []))
    page.writing.autosave.touch()
    assert not page.writing.autosave.flush()
    assert desk.ask(page_draft_subjects, "consolidate") == frozenset()
    page.step(1)
    page.step(-1)
    assert page.form.texts["next"].text() == "しゅうり"


def test_a_text_in_use_stays_while_answers_arrive(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    type_into(page, "results", "書いている途中")
    accepted(desk, cycle, "重点-2", SOUMU, results="新しい答え。")
    assert results(page) == "書いている途中"
    assert any("新しい答え" in row.text for row in page.body.answers.rows.rows)


def test_an_answer_accepted_later_asks_for_another_look(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    page.form.status.choose("ok")
    type_into(page, "results", "まとめた。")
    page.confirm()
    accepted(desk, cycle, "重点-2", SOUMU)
    page.show_subject("重点-2")
    notice = page.notice()
    assert notice is not None
    assert notice.look == "band-ask"
    assert page.foot.primary.isEnabled()
    assert page.foot.primary.text().startswith("もう一度確定する")
    page.confirm()
    assert not unit_of(desk, cycle, "重点-2").revise


def test_what_is_drawn_together_is_not_made_final_twice(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    press(page.foot.main)
    page.show_subject("重点-2")
    assert not page.foot.primary.isEnabled()
    type_into(page, "issues", "足した。")
    assert page.foot.primary.isEnabled()


def test_it_can_be_taken_back_from_the_foot(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    press(page.foot.main)
    page.show_subject("重点-2")
    press(page.foot.withdraw)
    assert unit_of(desk, cycle, "重点-2").status == "miss"
    assert results(page) == "税の申請を始めた。件数は5件。"


def test_a_single_department_can_be_drawn_together_too(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    page.show_subject("重点-1")
    page.form.status.choose("late")
    type_into(page, "results", "事務局の言葉。")
    page.confirm()
    assert unit_of(desk, cycle, "重点-1").status == "late"


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


def test_a_conflict_of_the_whole_has_to_be_settled_first(page: ConsolidatePage, desk: Desk, cycle: Cycle) -> None:
    for words in ("一つ。", "二つ。"):
        arrive(desk, cycle, "重点-2", None, "consolidate", results=words)
    page.refresh()
    page.show_subject("重点-2")
    assert not page.foot.primary.isEnabled()
    assert "くいちがい" in page.foot.primary.text()


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


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_everything_has_room(page: ConsolidatePage, width: int) -> None:
    page.resize(width, 588 if width == 1024 else 648)
    assert page.form.minimumSizeHint().width() <= page.form.width()
    assert page.foot.primary.geometry().right() < width
    assert page.foot.up.isVisible()
    hidden = page.body.columns.hidden
    assert hidden == (width < 1100, False)
    assert page.foot.drawers[0].isVisible() == hidden[0]


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
