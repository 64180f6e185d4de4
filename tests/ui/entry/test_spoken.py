"""What 記入 says aloud: the rows, what is saved, and what has to be done, at once or when there is a pause."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.ui.top_bar import TopBar
from dxdesk.wording.screen import NOT_SAVED, RESULTS_MISSING, STATUS_MISSING
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenPage
from tests.ui.entry.hands import ALT, CTRL, press, results, type_words
from tests.ui.windows import no_room

POLITE = QAccessible.AnnouncementPoliteness.Polite
ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive


@dataclass(frozen=True)
class Announced:
    text: str
    politeness: QAccessible.AnnouncementPoliteness


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Announced]:
    """Everything that is announced."""
    found: list[Announced] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            found.append(Announced(event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return found


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def rows_read(page_tree: QWidget) -> list[str]:
    tree = interface(page_tree)
    children = [tree.child(place) for place in range(tree.childCount())]
    return [each.text(QAccessible.Text.Name) for each in children if each is not None]


def test_a_row_is_read_with_status_last_status_stage_and_what_is_asked(open_page: OpenPage) -> None:
    def asked(change: Change, cycle: Cycle) -> None:
        towns.answer(
            change, cycle, "4", towns.OWN, status="warn", stage="study", results="進みました。", discuss="discuss"
        )

    page = open_page(asked)
    assert "マイナカード普及促進、要注意、前回は順調、段階は検討、協議1、提出済" in rows_read(page.body.navigator.tree)


def test_what_is_saved_is_named_in_the_top_bar_and_said_politely(qtbot: QtBot, heard: list[Announced]) -> None:
    bar = TopBar(("entry",))
    qtbot.addWidget(bar)
    bar.show_saved("typing", towns.MOMENT)
    assert interface(bar._saved).text(QAccessible.Text.Name) == "入力中…"
    bar.show_saved("saved", towns.MOMENT)
    time = datetime.fromisoformat(towns.MOMENT).astimezone()
    assert interface(bar._saved).text(QAccessible.Text.Name) == f"保存済み {time:%H:%M}"
    assert heard == [Announced("保存しました", POLITE)]


def test_what_is_missing_is_said_at_once(open_page: OpenPage, heard: list[Announced]) -> None:
    open_page()
    press(Qt.Key.Key_Return, CTRL)
    assert Announced(RESULTS_MISSING, ASSERTIVE) in heard
    assert Announced(STATUS_MISSING, ASSERTIVE) in heard


def test_a_hand_in_is_said_politely_with_what_comes_next(open_page: OpenPage, heard: list[Announced]) -> None:
    open_page()
    press(Qt.Key.Key_7, ALT)
    press(Qt.Key.Key_Return, CTRL)
    assert Announced("提出しました。次は、マイナカード普及促進。", POLITE) in heard


def test_that_nothing_can_be_saved_is_said_at_once(
    open_page: OpenPage, heard: list[Announced], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    results(page).setFocus()
    type_words("打合せをしました。")
    with monkeypatch.context() as patch:
        patch.setattr(page.desk, "do", no_room)
        assert not page.leave()
    assert any(each.text.startswith(NOT_SAVED) and each.politeness is ASSERTIVE for each in heard)
    assert page.leave()
