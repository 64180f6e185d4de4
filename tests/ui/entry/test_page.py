"""記入 from the first item to the last: by keyboard alone, and undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.store.queries import finding
from dxdesk.ui.entry.handing_in import hand_in
from dxdesk.wording.screen import RESULTS_MISSING, STATUS_MISSING, STATUS_QUESTIONS
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk, OpenPage, compose
from tests.ui.entry.hands import ALT, CTRL, heads, opened, press, results, type_words


def test_it_opens_at_the_first_item_that_is_not_handed_in_with_the_focus_on_the_status(open_page: OpenPage) -> None:
    page = open_page()
    assert opened(page) == "2"
    assert QApplication.focusWidget() is page.body.centre.editor.status.findChildren(QWidget)[0]


def test_three_items_are_answered_and_handed_in_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page()
    for code in ("2", "4", "8"):
        assert opened(page) == code
        press(Qt.Key.Key_2, ALT)
        while QApplication.focusWidget() is not results(page):
            press(Qt.Key.Key_Tab)
        type_words(f"{code}の打合せをしました。")
        press(Qt.Key.Key_Return, CTRL)
    assert page.mode == "done"
    assert [entry.state for entry in page.entries.own] == ["submitted"] * 3
    assert [entry.answer.results for entry in page.entries.own] == [f"{code}の打合せをしました。" for code in "248"]
    assert QApplication.focusWidget() is page.foot.primary


def test_every_control_of_the_form_is_reached_with_tab_in_the_order_one_sees(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    page.body.centre.editor.discuss.box.setChecked(True)
    page.body.centre.editor.status.focus()
    seen: list[QWidget] = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
        press(Qt.Key.Key_Tab)
    editor = page.body.centre.editor
    wanted = [
        editor.indicators.rows[0].value,
        *(editor.texts[name].area for name in ("results", "issues", "next")),
        editor.discuss.box,
        editor.discuss.ask,
        page.foot.primary,
    ]
    places = [seen.index(each) for each in wanted]
    assert places == sorted(places)


def test_previous_and_next_own_item_are_a_key_away(open_page: OpenPage) -> None:
    page = open_page()
    press(Qt.Key.Key_Down, CTRL)
    assert opened(page) == "4"
    results(page).setFocus()
    press(Qt.Key.Key_Down, CTRL)
    assert opened(page) == "8"
    press(Qt.Key.Key_Down, CTRL)
    assert opened(page) == "8"
    press(Qt.Key.Key_Up, CTRL)
    assert opened(page) == "4"


def test_the_same_as_last_time_takes_status_and_stage_and_never_a_text(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    press(Qt.Key.Key_0, ALT)
    answer, _ = page.body.centre.editor.answer()
    assert (answer.status, answer.stage, answer.results) == ("ok", "operate", None)


def test_not_ours_needs_no_text(open_page: OpenPage) -> None:
    page = open_page()
    field = page.body.centre.editor.texts["results"]
    assert field.label.text() == "今回の実績（必須）"
    press(Qt.Key.Key_7, ALT)
    assert (field.label.text(), field.area.accessibleName()) == ("今回の実績", "今回の実績")
    press(Qt.Key.Key_Return, CTRL)
    assert (opened(page), heads(page, "2")) == ("4", ("answer",))
    assert field.label.text() == "今回の実績（必須）"


def test_what_is_missing_is_said_under_its_field_and_the_first_gets_the_focus(open_page: OpenPage) -> None:
    page = open_page()
    editor = page.body.centre.editor
    press(Qt.Key.Key_Return, CTRL)
    assert editor.status_message.text == STATUS_MISSING
    assert editor.texts["results"].message.text == RESULTS_MISSING
    assert QApplication.focusWidget() in editor.status.findChildren(QWidget)
    press(Qt.Key.Key_1, ALT)
    assert editor.status_message.text == ""
    press(Qt.Key.Key_Return, CTRL)
    assert (QApplication.focusWidget(), heads(page, "2")) == (results(page), ())


def test_nothing_moved_is_written_with_one_button(open_page: OpenPage) -> None:
    page = open_page()
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_Return, CTRL)
    button = next(
        each for each in page.findChildren(QPushButton) if each.text() == "「動きなし」と書く" and each.isVisible()
    )
    button.click()
    assert QApplication.focusWidget() is results(page)
    press(Qt.Key.Key_Return, CTRL)
    assert page.entries.own[0].answer.results == "動きなし"


def test_handing_in_can_be_undone_and_the_words_are_still_there(open_page: OpenPage) -> None:
    page = open_page()
    press(Qt.Key.Key_1, ALT)
    results(page).setFocus()
    type_words("打合せをしました。")
    press(Qt.Key.Key_Return, CTRL)
    assert heads(page, "2") == ("answer",)
    step = page.desk.undo()
    assert step is not None
    assert page.entries.department is not None
    assert (step.words, step.where) == ("「キャッシュレス決済」の提出", ("entry", f"2:{page.entries.department.id}"))
    page.show_subject("2")
    assert heads(page, "2") == ("withdraw",)
    assert (opened(page), page.body.centre.editor.texts["results"].text()) == ("2", "打合せをしました。")
    assert page.entries.own[0].state == "draft"
    hand_in(page)
    assert heads(page, "2") == ("answer",)


def test_the_toast_offers_to_take_it_back(open_page: OpenPage) -> None:
    page = open_page()
    said: list[tuple[str, bool]] = []
    page.said.connect(lambda text, undoable: said.append((text, undoable)))
    press(Qt.Key.Key_7, ALT)
    press(Qt.Key.Key_Return, CTRL)
    assert said == [("提出しました。", True)]


def test_an_item_handed_in_is_not_handed_in_twice_until_it_is_changed(open_page: OpenPage) -> None:
    page = open_page()
    press(Qt.Key.Key_7, ALT)
    press(Qt.Key.Key_Return, CTRL)
    page.show_subject("2")
    assert not page.foot.primary.isEnabled()
    press(Qt.Key.Key_1, ALT)
    results(page).setFocus()
    type_words("打合せをしました。")
    assert page.foot.primary.isEnabled()
    press(Qt.Key.Key_Return, CTRL)
    assert page.entries.own[0].answer.status == "ok"


def test_a_returned_item_frames_the_field_and_asks_beside_its_label(open_page: OpenPage) -> None:
    page = open_page(towns.returned)
    page.show_subject("4")
    field = page.body.centre.editor.texts["results"]
    assert page.body.centre.band.isVisible()
    assert field.area.property("state") == "returned"
    assert field.area.accessibleDescription() == "数字の根拠を書いてください。"
    assert QApplication.focusWidget() is field.area
    assert page.foot.primary.text() == "もう一度提出する（Ctrl+Enter）"
    hand_in(page)
    assert page.entries.own[1].state == "submitted"


def test_a_returned_text_is_written_on_from_its_end(open_page: OpenPage) -> None:
    page = open_page(towns.returned)
    page.show_subject("4")
    field = page.body.centre.editor.texts["results"]
    before = field.text()
    assert before
    type_words("次回までに確かめます。")
    assert field.text() == f"{before}次回までに確かめます。"


def test_returned_items_come_up_before_those_handed_in(open_page: OpenPage) -> None:
    def others_done(change: Change, cycle: Cycle) -> None:
        towns.returned(change, cycle)
        for code in ("2", "8"):
            towns.answer(change, cycle, code, towns.OWN, status="ok", results="進みました。")

    page = open_page(others_done)
    assert opened(page) == "4"


def test_last_times_words_are_quoted_into_the_field_that_was_in_use(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    editor = page.body.centre.editor
    editor.texts["issues"].area.setFocus()
    type_words("待ち時間が長い。")
    editor.discuss.box.setFocus()
    editor.quote()
    assert editor.texts["issues"].text() == "待ち時間が長い。\n平日日中に来庁できない方への対応。"
    assert editor.texts["results"].text() == ""


def test_tab_through_the_texts_leaves_the_quotation_to_the_first_empty_one(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    editor = page.body.centre.editor
    editor.texts["results"].area.setFocus()
    while QApplication.focusWidget() is not editor.discuss.box:
        press(Qt.Key.Key_Tab)
    last = editor.form.previous if editor.form else None
    assert last is not None
    editor.quote()
    assert (editor.texts["results"].text(), editor.texts["next"].text()) == (last.results, "")
    assert editor.texts["results"].area.hasFocus()


def test_a_click_into_a_text_asks_for_its_own_quotation(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    editor = page.body.centre.editor
    editor.texts["issues"].area.setFocus()
    editor.discuss.box.setFocus(Qt.FocusReason.MouseFocusReason)
    editor.quote()
    assert editor.texts["issues"].text() == "平日日中に来庁できない方への対応。"


def test_items_of_other_departments_are_read_and_not_written(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("1")
    assert page.mode == "reading"
    assert page.band.notice is not None
    assert page.band.notice.text == "見るだけです（町民生活課の担当ではありません）"
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_Return, CTRL)
    assert heads(page, "1") == ()
    page.foot.primary.click()
    assert opened(page) == "2"


def test_a_department_that_is_asked_nothing_is_told_so(open_page: OpenPage, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.actor = towns.liaison(desk, "商工観光課")
    page = open_page(desk=desk)
    assert page.mode == "nothing"
    assert page.foot.primary.text() == "取組一覧を見る"


def test_the_secretariat_goes_on_with_the_next_department(open_page: OpenPage) -> None:
    def done(change: Change, cycle: Cycle) -> None:
        for code in ("2", "4", "8"):
            towns.answer(change, cycle, code, towns.OWN, status="ok", results="進みました。")

    page = open_page(done, secretariat=True)
    assert page.entries.department is not None
    assert page.entries.department.name == "政策企画課"
    page.set_place(page.entries.cycle, page.desk.ask(finding.department, towns.OWN))
    wanted: list[str] = []
    page.department_requested.connect(wanted.append)
    assert page.foot.primary.text() == "政策企画課の分を記入する"
    page.foot.primary.click()
    assert wanted == [towns.department(page.desk, "政策企画課")]


def test_homework_is_ticked_by_those_who_may(open_page: OpenPage) -> None:
    page = open_page(secretariat=True)
    page.show_subject("4")
    card = page.body.panel.homework[0]
    card.box.click()
    card.outcome.setText("214件でした。")
    card.outcome.editingFinished.emit()
    form = page.writing.form
    assert form is not None
    assert [(each.state, each.outcome) for each in form.actions] == [("done", "214件でした。"), ("open", None)]


def test_what_was_done_is_passed_on_also_while_it_is_being_composed(open_page: OpenPage) -> None:
    page = open_page(secretariat=True)
    page.show_subject("4")
    card = page.body.panel.homework[0]
    card.box.click()
    card.outcome.setFocus()
    compose(card.outcome, "件数を報告")
    assert page.leave()
    page.show_subject("2")
    page.show_subject("4")
    assert page.writing.form is not None
    assert [each.outcome for each in page.writing.form.actions] == ["件数を報告", None]


def test_the_slide_shows_what_is_in_the_form_and_esc_goes_back(open_page: OpenPage) -> None:
    page = open_page()
    press(Qt.Key.Key_1, ALT)
    results(page).setFocus()
    type_words("打合せを" * 20)
    press(Qt.Key.Key_F5)
    assert page.mode == "preview"
    assert page.preview.view.page is not None
    assert any("打合せを打合せを" in str(each["text"]) for each in page.preview.view.page.texts())
    assert page.preview.cuts.text().startswith("今回の実績は60字で切れます（あと20字）")
    press(Qt.Key.Key_Escape)
    assert not page.preview.isVisible()
    assert QApplication.focusWidget() is results(page)


def test_the_kind_of_schedule_changes_what_is_asked(open_page: OpenPage) -> None:
    page = open_page()
    form = page.writing.form
    assert form is not None
    editor = page.body.centre.editor
    for question, words in STATUS_QUESTIONS.items():
        editor.load(replace(form, question=question))  # type: ignore[arg-type]
        assert editor._status_hint.text() == words
    editor.load(replace(form, question="study"))
    assert editor.texts["next"]._hint.text() == "結論をいつ出しますか（任意）"
