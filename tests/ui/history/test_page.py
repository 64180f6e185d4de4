"""操作の履歴: what was done, searched, and the last step taken back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk, Step
from dxdesk.operations.departments import add_department
from dxdesk.paths import PACKAGE
from dxdesk.ui.history.model import HEADS, HistoryTable
from dxdesk.ui.history.page import HistoryPage
from dxdesk.wording.history import OPERATIONS, UNDO_NOTHING
from tests.builders import open_desk
from tests.databases import open_anywhere

OpenPage = Callable[[], HistoryPage]


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(open_anywhere(shutil.copyfile(empty_file, tmp_path / "town.db")))
    yield opened
    opened.close()


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> OpenPage:
    def open_it() -> HistoryPage:
        page = HistoryPage(desk, None)
        qtbot.addWidget(page)
        page.resize(1366, 600)
        page.show()
        return page

    return open_it


def cells(page: HistoryPage, row: int) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, column).data()) for column in range(len(HEADS))]


def test_the_newest_operation_stands_first_in_words(open_page: OpenPage, desk: Desk) -> None:
    desk.do(add_department, "会計課")
    page = open_page()
    assert cells(page, 0)[2:] == ["課を加える", "会計課"]
    assert cells(page, 0)[1].startswith("事務局")
    spoken = page.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "課を加える、会計課" in spoken
    assert page.count.text() == "新しい順に 2件／全 2件"


def test_heads_stand_over_the_beginning_of_their_columns(open_page: OpenPage) -> None:
    alignment = open_page().table.horizontalHeader().defaultAlignment()
    assert alignment == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def test_the_model_keeps_the_rules_of_models(qtmodeltester: ModelTester, open_page: OpenPage) -> None:
    model = open_page().table.model()
    assert isinstance(model, HistoryTable)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("wanted", ["会計", "課を加える"])
def test_words_of_subject_and_operation_are_found(qtbot: QtBot, open_page: OpenPage, desk: Desk, wanted: str) -> None:
    desk.do(add_department, "会計課")
    page = open_page()
    page.search.setText(wanted)
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    assert cells(page, 0)[3] == "会計課"


def test_signs_of_a_pattern_are_only_signs(qtbot: QtBot, open_page: OpenPage, desk: Desk) -> None:
    desk.do(add_department, "会計課")
    page = open_page()
    page.search.setText("%")
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 0)


def test_the_filled_button_names_the_step_it_takes_back(open_page: OpenPage, desk: Desk, qtbot: QtBot) -> None:
    page = open_page()
    assert (page.undo.text(), page.undo.isEnabled()) == (UNDO_NOTHING, False)
    desk.remember(Step("「会計課」の追加", lambda: None, lambda: None))
    page.refresh()
    assert page.undo.text() == "直前の操作を元に戻す（Ctrl+Z）：「会計課」の追加"
    with qtbot.waitSignal(page.undo_requested):
        page.undo.click()


def test_every_operation_has_its_words() -> None:
    named = set()
    for file in (PACKAGE / "operations").glob("*.py"):
        named |= set(re.findall(r'Outcome\(\s*"([a-z ]+)"', file.read_text(encoding="utf-8")))
    assert len(named) > 20
    only_drafted = {"record"}  # leaves no entry
    assert named - only_drafted - set(OPERATIONS) == set()
