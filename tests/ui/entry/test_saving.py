"""What is written is kept by itself: as typed, never during a conversion, and never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.entry.handing_in import hand_in
from dxdesk.ui.entry.preview import toggle_preview
from dxdesk.wording.screen import NOT_SAVED
from tests.ui.entry.conftest import OpenPage, compose
from tests.ui.entry.hands import ALT, CTRL, draft, opened, press, results, type_words


def test_what_is_typed_is_kept_as_a_draft_by_itself(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    states: list[str] = []
    page.save_state_changed.connect(states.append)
    results(page).setFocus()
    type_words("打合せをしました。")
    qtbot.waitUntil(lambda: draft(page, "2") is not None)
    kept = draft(page, "2")
    assert kept is not None
    assert kept.results == "打合せをしました。"
    assert states == ["typing", "saved"]
    assert page.entries.own[0].state == "draft"


def test_a_field_that_is_left_is_saved_at_once(open_page: OpenPage) -> None:
    page = open_page()
    results(page).setFocus()
    type_words("打合せをしました。")
    assert draft(page, "2") is None
    press(Qt.Key.Key_Tab)
    assert draft(page, "2") is not None


def test_text_that_is_being_composed_is_not_saved_and_what_stood_before_it_is(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page()
    results(page).setFocus()
    type_words("打合せを")
    compose(results(page), "しました")
    qtbot.waitUntil(lambda: draft(page, "2") is not None)
    kept = draft(page, "2")
    assert kept is not None
    assert kept.results == "打合せを"
    type_words("しました。")
    qtbot.waitUntil(lambda: not page.writing.autosave.waiting)
    kept = draft(page, "2")
    assert kept is not None
    assert kept.results == "打合せをしました。"


@pytest.mark.parametrize("leave", ["another item", "handing in", "closing", "the slide", "another department"])
def test_no_character_is_lost_whatever_happens_while_text_is_being_composed(open_page: OpenPage, leave: str) -> None:
    page = open_page()
    press(Qt.Key.Key_1, ALT)
    results(page).setFocus()
    type_words("窓口の")
    compose(results(page), "待ち時間")
    if leave == "another item":
        page.show_subject("8")
    elif leave == "handing in":
        hand_in(page)
    elif leave == "closing":
        assert page.leave()
    elif leave == "the slide":
        toggle_preview(page)
    else:
        page.leave()
        page.set_place(page.entries.cycle, None)
        page.set_cycle(page.entries.cycle)
    entry = page.entries.entry(page.entries.plan.unit("2").id)
    assert entry is not None
    kept = draft(page, "2") or entry.answer
    assert kept.results == "窓口の待ち時間"


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_paging_while_text_is_being_composed_loses_nothing_and_saves_nothing(open_page: OpenPage, key: Qt.Key) -> None:
    page = open_page()
    results(page).setFocus()
    type_words("窓口の")
    compose(results(page), "待ち時間")
    press(key)
    so_far = draft(page, "2")
    assert so_far is not None
    assert (opened(page), so_far.results) == ("2", "窓口の")
    assert page.leave()
    kept = draft(page, "2")
    assert kept is not None
    assert kept.results == "窓口の待ち時間"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_1, ALT),
        (Qt.Key.Key_0, ALT),
        (Qt.Key.Key_Down, CTRL),
        (Qt.Key.Key_S, CTRL),
        (Qt.Key.Key_Return, CTRL),
    ],
)
def test_no_key_of_the_page_acts_while_text_is_being_composed(
    open_page: OpenPage, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    page = open_page()
    results(page).setFocus()
    compose(results(page), "待ち時間")
    press(key, held)
    assert opened(page) == "2"
    assert page.body.centre.editor.status.status() == ""
    assert page.entries.own[0].state in ("blank", "draft")
    assert page.body.centre.editor.texts["results"].message.text == ""
    assert page.leave()
    kept = draft(page, "2")
    assert kept is not None
    assert kept.results == "待ち時間"


def test_the_field_in_use_keeps_its_undo_through_a_save(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    results(page).setFocus()
    type_words("打合せをしました。")
    page.writing.autosave.flush()
    press(Qt.Key.Key_Z, CTRL)
    assert page.body.centre.editor.texts["results"].text() == ""


def test_what_could_not_be_saved_stays_and_is_said_in_a_band(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    results(page).setFocus()
    type_words("打合せをしました。")
    with monkeypatch.context() as patch:
        patch.setattr(page.desk, "do", _no_room)
        assert not page.leave()
        assert page.band.notice is not None
        assert page.band.notice.look == "band-error"
        assert page.band.notice.text.startswith(NOT_SAVED)
        page.show_subject("8")
        assert (opened(page), page.body.centre.editor.texts["results"].text()) == ("2", "打合せをしました。")
        press(Qt.Key.Key_1, ALT)
        hand_in(page)
        assert opened(page) == "2"
    assert page.leave()
    assert page.band.notice is None
    assert draft(page, "2") is not None


def _no_room(*_: object, **__: object) -> None:
    raise StoreUnavailable("disk_full", "town.db")


def test_a_number_that_is_none_is_said_and_keeps_the_item_open(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    row = page.body.centre.editor.indicators.rows[0]
    row.value.setText("たくさん")
    page.show_subject("8")
    assert opened(page) == "4"
    assert "たくさん" in row.message.text
    row.value.setText("７６．５")
    page.show_subject("8")
    kept = draft(page, "4")
    assert (opened(page), kept and kept.indicators[0].value) == ("8", "76.5")


def test_a_value_that_cannot_be_measured_asks_why(open_page: OpenPage) -> None:
    page = open_page()
    page.show_subject("4")
    row = page.body.centre.editor.indicators.rows[0]
    assert not row.reason.isVisible()
    row.value.setText("―")
    assert row.reason.isVisible()
    row.reason.setText("集計が来月のため")
    reading = page.body.centre.editor.answer()[0].indicators[0]
    assert (reading.value, reading.as_typed, reading.reason) == (None, "―", "集計が来月のため")


def test_a_refused_character_is_said_under_its_text_and_the_rest_is_kept(open_page: OpenPage) -> None:
    page = open_page()
    results(page).setFocus()
    type_words("よい\u202e文")
    press(Qt.Key.Key_1, ALT)
    assert not page.leave()
    kept = draft(page, "2")
    assert kept is not None
    assert (kept.status, kept.results) == ("ok", None)
    assert "U+202E" in page.body.centre.editor.texts["results"].message.text


def test_texts_are_kept_as_typed(open_page: OpenPage) -> None:
    page = open_page()
    typed = "<b>太字</b> &amp; 𠮷 葛󠄀 髙\u00a0﨑\n=SUM(A1)"
    results(page).setFocus()
    type_words(typed)
    page.leave()
    kept = draft(page, "2")
    assert kept is not None
    assert kept.results == typed
