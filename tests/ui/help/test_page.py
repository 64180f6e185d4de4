"""使い方: the part that was meant opens, and every part leads on."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.permissions import ActorRole
from dxdesk.operations.agenda import add_item
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store.queries import finding, meetings
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.help.glossary import MOST_UNITS
from dxdesk.ui.help.model import KeyTable, TermList
from dxdesk.ui.help.page import HelpPage
from dxdesk.wording.help import HOW_TO, KEYS, SCREENS
from tests.builders import COMMITTEE, PLAN, accepted, acting, open_desk, real_plan, start_cycle
from tests.databases import open_anywhere

TERMS = real_plan("kahoku").terms
RICH = replace(PLAN, terms=TERMS)


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    create_application([])
    copy = Path(shutil.copyfile(empty_file, tmp_path / "town.db"))
    found = open_desk(open_anywhere(copy), RICH)
    accepted(found, start_cycle(found), "重点-1", results="できた。")
    yield found
    found.close()


def show(qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1366, 648)) -> HelpPage:
    page = HelpPage(desk, desk.ask(finding.cycle))
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def cells(model: QAbstractItemModel, column: int = 0) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def texts(page: HelpPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_the_key_of_a_page_opens_its_keys_before_those_that_work_everywhere(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk)
    page.show_subject("collect")
    names = cells(page.how.table.model())
    assert names[0] == SCREENS["collect"]
    assert set(names) == {SCREENS["collect"], SCREENS[""]}
    assert names.index(SCREENS[""]) == sum(each.screen == "collect" for each in KEYS)


@pytest.mark.parametrize("role", list(HOW_TO))
def test_each_role_reads_its_own_work_and_the_keys_of_its_own_screens(
    qtbot: QtBot, desk: Desk, role: ActorRole
) -> None:
    desk.actor = acting(role)
    page = show(qtbot, desk)
    shown = texts(page)
    assert all(step in shown for _, steps in HOW_TO[role] for step in steps)
    assert (SCREENS["collect"] in cells(page.how.table.model())) == (role == "secretariat")
    page.show_subject("collect")
    assert (page.how.screens.currentText() == SCREENS["collect"]) == (role == "secretariat")


def test_the_id_of_a_term_opens_it_in_the_glossary(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk)
    page.show_subject(TERMS[7].id)
    assert page.tabs.currentIndex() == 1
    assert page.glossary.chosen == TERMS[7]
    shown = texts(page)
    assert TERMS[7].definition in shown
    assert any(text.startswith("出典：") for text in shown)


def test_search_in_the_glossary_levels_kana_and_says_when_nothing_fits(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk)
    QTest.keyClick(page, Qt.Key.Key_F3)
    assert page.tabs.currentIndex() == 1
    assert page.glossary.search.hasFocus()
    wanted = next(each for each in TERMS if "クラウド" in each.term)
    model = page.glossary.list.model()
    page.glossary.search.setText("くらうど")
    qtbot.waitUntil(lambda: model.rowCount() < len(TERMS))
    assert wanted.term in cells(model)
    page.glossary.search.setText("どこにもない")
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    assert "「どこにもない」に合う用語はありません。" in texts(page)
    page.show_subject(wanted.id)
    assert page.glossary.chosen == wanted


def test_a_term_leads_to_the_initiatives_that_use_it(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk)
    used = replace(RICH, terms=(replace(TERMS[0], term="オンライン", aliases=()),))
    page.tabs.setCurrentIndex(1)
    page.glossary.show_plan(used)
    link = next(each for each in page.findChildren(QPushButton) if each.text().endswith("オンライン申請"))
    with qtbot.waitSignal(page.page_requested) as asked:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["initiatives", "重点-2"]


@pytest.mark.parametrize("which", ["board", "roadmap", "trend"])
def test_a_slide_is_read_as_a_table_and_a_row_leads_to_its_unit(qtbot: QtBot, desk: Desk, which: str) -> None:
    page = show(qtbot, desk)
    page.show_subject(f"table:{which}")
    assert page.tabs.currentIndex() == 2
    table = page.tables.table
    assert table.model().rowCount() == len(PLAN.units)
    assert page.tables.which.currentData() == which
    with qtbot.waitSignal(page.page_requested) as asked:
        table.activated.emit(table.model().index(0, 0))
    assert asked.args == ["initiatives", "重点-1"]


def test_the_agenda_is_read_as_a_table_and_only_a_row_of_a_unit_leads_to_one(qtbot: QtBot, desk: Desk) -> None:
    cycle = desk.ask(finding.cycle)
    made = desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(meetings.meeting, made.id)
    desk.do(add_item, meeting, "report", title="その他の件")
    desk.do(add_item, meeting, "discuss", code="重点-2")
    page = show(qtbot, desk)
    page.show_subject("table:agenda")
    table = page.tables.table
    assert cells(table.model(), 2) == ["その他の件", "オンライン申請"]
    with qtbot.assertNotEmitted(page.page_requested):
        table.activated.emit(table.model().index(0, 0))
    with qtbot.waitSignal(page.page_requested) as asked:
        table.activated.emit(table.model().index(1, 0))
    assert asked.args == ["initiatives", "重点-2"]
    page.show_subject("table:actions")
    assert table.model().rowCount() == 0


def test_what_changed_is_in_the_table_when_it_is_shown_again(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk)
    page.show_subject("table:board")
    accepted(desk, desk.ask(finding.cycle), "重点-3", status="late", results="遅れた。")
    page.refresh()
    assert any("遅れ" in word for word in cells(page.tables.table.model(), 3))


def test_before_the_first_cycle_there_are_keys_and_terms_and_no_tables(qtbot: QtBot, desk: Desk) -> None:
    page = HelpPage(desk, None)
    qtbot.addWidget(page)
    page.show()
    page.tabs.setCurrentIndex(1)
    assert page.glossary.list.model().rowCount() == len(TERMS)
    page.show_subject("table:board")
    assert not page.tables.table.isVisible()
    assert "まだ回がありません。回ができると、ここで表を読めます。" in texts(page)


def test_escape_and_the_filled_button_go_back(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk)
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    filled = [each for each in page.findChildren(QPushButton) if each.property("look") == "primary"]
    assert len(filled) == 1
    with qtbot.waitSignal(page.back_requested):
        QTest.mouseClick(filled[0], Qt.MouseButton.LeftButton)


def test_every_part_is_reached_by_the_keyboard(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk)
    page.setFocus()
    assert page.tabs.hasFocus()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.tabs.currentIndex() == 1
    QTest.keyClick(page.tabs, Qt.Key.Key_Tab)
    assert page.glossary.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]


def test_the_models_keep_to_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    keys, terms = KeyTable(), TermList()
    keys.show_keys(KEYS)
    terms.show_terms(TERMS)
    terms.search("AI")
    for model in (keys, terms):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_key_is_spoken_with_its_screen() -> None:
    model = KeyTable()
    model.show_keys(KEYS[:1])
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "、".join(
        (SCREENS[""], KEYS[0].keys, KEYS[0].does)
    )


def test_every_screen_of_the_list_of_keys_is_known_and_no_line_stands_twice() -> None:
    assert {each.screen for each in KEYS} <= set(SCREENS)
    assert len({(each.screen, each.keys) for each in KEYS}) == len(KEYS)


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
@pytest.mark.parametrize("size", [(1366, 648), (1024, 540), (1920, 952)])
def test_nothing_lies_outside_the_page_at_any_size(
    qtbot: QtBot, desk: Desk, size: tuple[int, int], scale: float
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    set_text_scale(application, scale)
    page = show(qtbot, desk, size)
    for part in range(3):
        page.tabs.setCurrentIndex(part)
        QApplication.sendPostedEvents()
        for button in page.findChildren(QPushButton):
            if button.isVisible() and not page.glossary.isAncestorOf(button):
                corner = button.mapTo(page, QPoint(button.width() - 1, button.height() - 1))
                assert page.rect().contains(corner)
    assert page.size().toTuple() == size
    set_text_scale(application, 1.0)


def test_what_one_key_does_is_read_whole_where_there_is_little_room(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk, (1024, 540))
    table = page.how.table
    metrics = table.fontMetrics()

    def whole(row: int) -> bool:
        words = table.model().index(row, 2).data()
        lines = math.ceil(metrics.horizontalAdvance(words) / table.columnWidth(2))
        return table.rowHeight(row) >= lines * metrics.height()

    qtbot.waitUntil(lambda: all(whole(row) for row in range(table.model().rowCount())))


def test_of_very_many_initiatives_that_use_a_term_only_the_number_is_said(qtbot: QtBot, desk: Desk) -> None:
    page = show(qtbot, desk)
    page.tabs.setCurrentIndex(1)
    one = PLAN.units[0]
    more = tuple(replace(one, id=f"{one.id}-{number}", name="みんなの窓口") for number in range(MOST_UNITS + 5))
    term = replace(TERMS[0], term="みんなの窓口", aliases=())
    page.glossary.show_plan(replace(RICH, nodes=(*PLAN.nodes, *more), terms=(term,)))
    links = [each for each in page.findChildren(QPushButton) if each.text().endswith(term.term)]
    assert len(links) == MOST_UNITS
    qtbot.waitUntil(lambda: "ほかに5件の取組の文にも出てきます。" in texts(page))
