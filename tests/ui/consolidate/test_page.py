"""取りまとめ, driven by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.store.queries.page_drafts import page_draft_subjects
from dxdesk.ui.consolidate.page import ConsolidatePage
from dxdesk.ui.tab_order import focus_next
from tests.builders import FUKUSHI, SOUMU, ZEIMU, accepted, start_cycle, unit_of
from tests.ui.consolidate.hands import click, opened, press, results, type_into
from tests.ui.cycle.conftest import ShowPage

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_the_first_unit_that_waits_is_open(page: ConsolidatePage) -> None:
    assert opened(page) == "重点-2"
    assert page.foot.hint.text() == "まだ取りまとめていない取組 2件（うち取りまとめ待ち 1件）"


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
    page.drawing.turn(said[ZEIMU])
    assert (results(page), marked()) == ("調査を終えた（税務課）。", [ZEIMU])
    page.drawing.turn(said[ZEIMU])
    press(page.foot.main)
    page.show_subject("重点-2")
    assert marked() == [FUKUSHI]
    page.drawing.turn(said[ZEIMU])
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
    page.drawing.confirm()
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


def test_who_has_not_answered_is_said_before_anything_is_made_final(page: ConsolidatePage) -> None:
    assert page.without.isVisible()
    assert page.without.words.text() == "未回答：総務課。確定すると、回答なしになります。"
    assert page.foot.main.accessibleDescription() == page.without.words.text()
    page.show_subject("検討-4")
    assert page.without.words.text() == "受理していない回答：建設課。"
    page.show_subject("重点-1")
    assert page.without.isHidden()
    page.show_subject("重点-2")
    press(page.foot.main)
    page.show_subject("重点-2")
    assert page.without.isHidden()


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
    page.drawing.confirm()
    accepted(desk, cycle, "重点-2", SOUMU)
    page.show_subject("重点-2")
    notice = page.notice()
    assert notice is not None
    assert notice.look == "band-ask"
    assert page.foot.primary.isEnabled()
    assert page.foot.primary.text().startswith("もう一度確定する")
    page.drawing.confirm()
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
    page.drawing.confirm()
    assert unit_of(desk, cycle, "重点-1").status == "late"


def test_after_the_last_one_the_focus_is_on_the_way_back_and_never_on_what_decides(
    page: ConsolidatePage, desk: Desk
) -> None:
    for _ in range(2):
        page.foot.main.setFocus()
        press(page.foot.main)
        assert page.body.answers.list.hasFocus() or page.foot.up.hasFocus()
    page.foot.main.setFocus()
    while page.foot.main.isVisible() and page.foot.main.isEnabled():
        press(page.foot.main)
    assert page.foot.up.hasFocus()
    press(page.foot.withdraw)
    assert page.body.answers.list.hasFocus()


def test_at_either_end_of_the_list_the_focus_turns_round(page: ConsolidatePage) -> None:
    foot = page.foot
    for here, there in ((foot.forward, foot.back), (foot.back, foot.forward)):
        here.setFocus()
        for _ in range(5):
            if not here.isEnabled():
                break
            QTest.keyClick(here, Qt.Key.Key_Space)
        assert not here.isEnabled()
        assert there.hasFocus()


def test_tab_leads_from_the_list_over_the_answers_and_the_text_to_the_foot(page: ConsolidatePage) -> None:
    body, order = page.body, []
    body.units.setFocus()
    for _ in range(24):
        order.append(QApplication.focusWidget())
        focus_next(page.window(), forward=True)
    parts = [body.units, body.answers.list, page.form.texts["results"].area, page.foot.up]
    places = [order.index(each) for each in parts]
    assert places == sorted(places)
