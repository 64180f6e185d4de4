"""What was handed in is changed or withdrawn: said so, and taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.operations.replies import find_place
from dxdesk.operations.reviews import accept_reply
from dxdesk.store.queries import replies
from dxdesk.ui.entry.handing_in import hand_in, take_back
from dxdesk.ui.entry.page import EntryPage
from dxdesk.wording.entry import ASK_MISSING, BEGUN
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenPage
from tests.ui.entry.hands import press

ALT = Qt.KeyboardModifier.AltModifier


def submitted(change: Change, cycle: Cycle) -> None:
    towns.answer(change, cycle, "2", towns.OWN, status="ok", stage="trial", results="進みました。")


def accepted(change: Change, cycle: Cycle) -> None:
    submitted(change, cycle)
    accept_reply(change, find_place(change, cycle, "2", towns.OWN))


def said_by(page: EntryPage) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    page.said.connect(lambda text, undoable: found.append((text, undoable)))
    return found


def drafted(page: EntryPage) -> bool:
    form = page.writing.form
    assert form is not None
    assert form.department is not None
    return page.desk.ask(replies.draft, form.cycle.id, form.unit.id, form.department.id) is not None


def test_changing_what_was_accepted_is_said_and_dropped_again(open_page: OpenPage) -> None:
    page = open_page(accepted)
    page.show_subject("2")
    said = said_by(page)
    press(Qt.Key.Key_4, ALT)
    chosen = page.body.centre.editor.status.status()
    assert page.writing.autosave.flush()
    assert said == [(BEGUN["accepted"], True)]
    assert drafted(page)
    assert page.desk.undo() is not None
    assert not drafted(page)
    assert (page.entries.own[0].state, page.body.centre.editor.status.status()) == ("accepted", "ok")
    assert page.desk.redo() is not None
    assert drafted(page)
    assert page.body.centre.editor.status.status() == chosen


def test_changing_what_was_handed_in_asks_to_hand_it_in_again_and_is_said_once(open_page: OpenPage) -> None:
    page = open_page(submitted)
    page.show_subject("2")
    said = said_by(page)
    for key in (Qt.Key.Key_4, Qt.Key.Key_5):
        press(key, ALT)
        assert page.writing.autosave.flush()
    assert said == [(BEGUN["submitted"], True)]


def test_a_withdrawal_is_taken_back_by_handing_in_again(open_page: OpenPage) -> None:
    page = open_page(submitted)
    page.show_subject("2")
    said = said_by(page)
    assert page.writing.form is not None
    take_back(page, page.writing.form.place)
    assert said == [("提出を取り下げました。書いた文は残っています。", True)]
    assert drafted(page)
    step = page.desk.undo()
    assert step is not None
    assert step.words == "「キャッシュレス決済」の取り下げ"
    assert page.entries.own[0].state == "submitted"
    assert page.desk.redo() is not None
    assert drafted(page)


def test_one_day_takes_the_place_of_another_and_writing_goes_on_in_the_text(open_page: OpenPage) -> None:
    page = open_page()
    editor = page.body.centre.editor
    area = editor.texts["next"].area
    editor._date_chips[0].click()
    assert area.hasFocus()
    editor._date_chips[1].click()
    assert area.typed() == "3月末までに"
    area.textCursor().insertText("見直す。")
    editor._date_chips[2].click()
    assert area.typed() == "次回の会議までに見直す。"


def test_last_times_words_are_quoted_once(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("2")
    editor = page.body.centre.editor
    assert editor.form is not None
    assert editor.form.previous is not None
    editor._used = "results"
    editor.quote()
    editor.quote()
    assert editor.texts["results"].text() == editor.form.previous.results


def test_a_wish_to_discuss_without_a_question_is_remarked_upon_and_stops_nothing(open_page: OpenPage) -> None:
    page = open_page()
    row = page.body.centre.editor.discuss
    row.box.click()
    assert row.message.text == ASK_MISSING
    row.ask.setText("1名増やしてよいか")
    assert not row.message.text
    row.ask.clear()
    press(Qt.Key.Key_7, ALT)
    hand_in(page)
    assert page.entries.own[0].state == "submitted"


def test_the_slide_of_what_was_accepted_has_the_focus_on_the_way_back(open_page: OpenPage) -> None:
    page = open_page(accepted)
    page.show_subject("2")
    assert not page.foot.primary.isEnabled()
    press(Qt.Key.Key_F5)
    assert QApplication.focusWidget() is page.foot.primary
    press(Qt.Key.Key_Escape)
    assert page.body.isAncestorOf(QApplication.focusWidget() or page)
