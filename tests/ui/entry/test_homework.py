"""The 宿題 of last time beside the form: ticked by those whose it is, kept when the line is left, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle
from dxdesk.ui.entry.action_card import ActionCard
from dxdesk.ui.entry.page import EntryPage
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk, OpenPage, compose
from tests.ui.entry.hands import press, type_words
from tests.ui.windows import no_room


def first(page: EntryPage) -> ActionCard:
    page.show_subject("4")
    return page.body.panel.homework[0]


def on_record(page: EntryPage) -> tuple[str, str | None]:
    page.refresh()
    assert page.writing.form is not None
    return page.writing.form.actions[0].state, page.writing.form.actions[0].outcome


def test_the_department_ticks_its_own_and_writes_what_was_done(open_page: OpenPage) -> None:
    page = open_page()
    card = first(page)
    said: list[tuple[str, bool]] = []
    page.said.connect(lambda text, undoable: said.append((text, undoable)))
    card.box.click()
    assert said == [("宿題を「対応済み」にしました。", True)]
    assert QApplication.focusWidget() is card.outcome
    type_words("214件でした。")
    press(Qt.Key.Key_Tab)
    assert on_record(page) == ("done", "214件でした。")


@pytest.mark.parametrize("leave", ["another item", "closing"])
def test_what_is_being_composed_is_kept_when_the_item_is_left(open_page: OpenPage, leave: str) -> None:
    page = open_page()
    card = first(page)
    card.box.click()
    compose(card.outcome, "件数を報告")
    if leave == "another item":
        page.show_subject("8")
        page.show_subject("4")
    else:
        assert page.leave()
    assert on_record(page) == ("done", "件数を報告")


def test_a_tick_is_taken_back_and_done_again(open_page: OpenPage) -> None:
    page = open_page()
    card = first(page)
    card.box.click()
    assert page.desk.undo() is not None
    assert on_record(page) == ("open", None)
    assert not card.box.isChecked()
    step = page.desk.redo()
    assert step is not None
    assert step.where == ("entry", f"4:{towns.department(page.desk)}")
    assert on_record(page)[0] == "done"
    assert card.box.isChecked()


def test_a_tick_taken_back_keeps_what_was_written(open_page: OpenPage) -> None:
    page = open_page()
    card = first(page)
    card.box.click()
    type_words("214件でした。")
    press(Qt.Key.Key_Tab)
    assert page.desk.undo() is not None
    assert on_record(page) == ("open", "214件でした。")
    assert page.desk.redo() is not None
    assert on_record(page) == ("done", "214件でした。")


def test_what_cannot_be_stored_stays_and_keeps_the_item_open(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    card = first(page)
    card.box.click()
    type_words("214件でした。")
    with monkeypatch.context() as patch:
        patch.setattr(page.desk, "do", no_room)
        assert not page.leave()
        assert card.outcome.text() == "214件でした。"
    assert page.leave()
    assert on_record(page) == ("done", "214件でした。")


def test_a_head_ticks_too(open_page: OpenPage, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.actor = Actor("head", (towns.department(desk),), "山田 一郎")
    page = open_page(desk=desk)
    first(page).box.click()
    assert on_record(page)[0] == "done"


def test_that_of_another_department_and_of_a_closed_cycle_is_only_shown(open_page: OpenPage) -> None:
    def closed(change: Change, cycle: Cycle) -> None:
        close_cycle(change, cycle, "見本のため")

    card = first(open_page(closed))
    assert not card.box.isVisible()
    assert card.outcome.isReadOnly()
