"""What a person chose, opened and grouped stays: between groupings, between cycles, and it is saved as it is shown."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Mark, NodeMark
from dxdesk.store.queries import cycles as cycles_on_file
from dxdesk.ui.initiatives.groupings import groupings
from dxdesk.ui.initiatives.list_pane import ListPane, chip_words
from dxdesk.ui.initiatives.page import InitiativesPage
from dxdesk.ui.initiatives.panel import TABS
from dxdesk.ui.initiatives.rows import tree_rows
from dxdesk.ui.printing import saving
from tests.builders import open_desk, real_plan, start_cycle, uid
from tests.databases import open_anywhere
from tests.exchange.test_workbooks import cells
from tests.plan_samples import TOWNS
from tests.ui.initiatives.desks import BEFORE
from tests.ui.initiatives.showing import press, show_page, texts_in
from tests.ui.initiatives.sources import made_up_source, town_source


def group_by(page: InitiativesPage, grouping: str) -> None:
    page.pane.filters.set_conditions(grouping, page.pane.filters.chip)
    page.pane.filters.changed.emit()


def test_a_unit_stays_chosen_when_the_list_is_grouped_otherwise(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    page.show_unit("検討-4")
    for grouping in ("status", "owner", "axis"):
        group_by(page, grouping)
        assert page.showing.code == "検討-4"
        assert page.pane.chosen is not None
        assert page.pane.chosen.node == uid("研修")


def test_grouping_chip_choice_and_scroll_are_those_of_the_cycle(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened, (1366, 260))
    desk, now = opened
    before = desk.ask(cycles_on_file.cycles)[0]
    group_by(page, "status")
    page.show_unit("検討-4")
    bar = page.pane.tree.verticalScrollBar()
    page.pane.tree.doItemsLayout()
    bar.setValue(bar.maximum())
    scrolled = bar.value()
    assert scrolled > 0
    page.set_cycle(before)
    group_by(page, "axis")
    page.show_unit("検討-1")
    page.set_cycle(now)
    assert page.pane.filters.grouping == "status"
    assert page.showing.code == "検討-4"
    assert bar.value() == scrolled
    page.set_cycle(before)
    assert (page.pane.filters.grouping, page.showing.code) == ("axis", "検討-1")


def test_a_unit_in_several_groups_is_said_to_be_one(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    group_by(page, "owner")
    units, rows = page.pane.doubled
    assert rows > units == 6
    assert f"取組は6件です。複数の組に出るものがあり、のべ{rows}件です" in texts_in(page.foot)
    assert len(page.pane.cards()) == 6
    group_by(page, "axis")
    assert page.pane.doubled == (6, 6)


def test_a_head_that_is_none_of_the_plans_shows_its_counts(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    group_by(page, "status")
    head = page.pane.tree.model().index(0, 0)
    page.pane.tree.setCurrentIndex(head)
    sheet = page.right.panel.sheet
    assert sheet is not None
    assert (sheet.name, sheet.unit) == ("遅れ", None)


def test_the_tab_stays_open_from_unit_to_unit_and_groups_have_fewer(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    page.show_unit("検討-4")
    page.right.panel.show_tab(2)
    assert "開くと、そのときの内容のまま見られます" in texts_in(page.foot)
    page.show_unit("重点-1")
    assert page.right.panel.tab == 2
    assert BEFORE in texts_in(page.right.panel)
    page.pane.tree.choose(uid("住民のために"))
    assert [page.right.panel._tabs.isTabVisible(place) for place in range(5)] == [True, True, True, False, False]


def test_the_sheet_is_printed_from_its_link(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    page.show_unit("検討-4")
    with qtbot.waitSignal(page.page_requested) as asked:
        press(page.right.panel, "個票を印刷")
    assert asked.args == ["print", "sheet:検討-4"]


def test_the_list_is_saved_as_it_is_shown(
    qtbot: QtBot, opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = tmp_path / "一覧.xlsx"
    proposed: list[str] = []

    def ask_path(_parent: object, path: Path) -> Path:
        proposed.append(path.name)
        return asked

    monkeypatch.setattr(saving, "ask_path", ask_path)
    page = show_page(qtbot, opened)
    group_by(page, "status")
    with qtbot.waitSignal(page.said) as said:
        press(page.foot, "Excelで保存")
    assert said.args == ["保存しました：一覧.xlsx", False]
    assert proposed == ["令和6年度第2回_進捗状況一覧表.xlsx"]
    rows = cells(asked.read_bytes())
    assert [row[2] for row in rows[1:]] == [card.name for card in page.pane.cards()]
    assert rows[1][2] == "研修"  # 遅れ stands first


def test_going_back_from_the_question_saves_nothing(
    qtbot: QtBot, opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "ask_path", lambda *_rest: None)
    page = show_page(qtbot, opened)
    with qtbot.assertNotEmitted(page.said):
        press(page.foot, "Excelで保存")
        qtbot.waitUntil(lambda: not page.ways.busy)


def test_the_chip_of_priority_is_there_only_where_the_plan_says_who_carries_it(qtbot: QtBot) -> None:
    source = town_source()
    assert "priority" not in chip_words(source)
    plan = source.plan
    first = replace(plan.units[0], marks=(NodeMark("priority", True),))
    nodes = tuple(first if node.id == first.id else node for node in plan.nodes)
    source = replace(source, plan=replace(plan, marks=(Mark("priority", "重", None, True),), nodes=nodes))
    assert chip_words(source)["priority"] == "重"
    pane = ListPane()
    qtbot.addWidget(pane)
    pane.show_source(source, ("axis", tree_rows(source)))
    chip = next(each for each in pane.filters.findChildren(QPushButton) if each.accessibleName() == "重 1件")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [card.unit for card in pane.cards()] == [first.id]


def test_a_thousand_units_are_shown_filtered_and_grouped(qtbot: QtBot) -> None:
    source = made_up_source(1_000)
    pane = ListPane()
    qtbot.addWidget(pane)
    pane.resize(962, 590)
    pane.show()
    pane.show_source(source, ("axis", tree_rows(source)))
    assert len(pane.cards()) == 1_000
    assert pane.chosen is not None
    pane.filters.set_conditions("status", "late")
    pane.filters.changed.emit()
    assert {card.status for card in pane.cards()} == {"late"}
    pane.choose_node("unit-999")
    assert pane.chosen.node == "unit-999"


@pytest.mark.parametrize("town", TOWNS)
def test_every_tab_of_every_unit_of_the_five_plans_is_shown(
    qtbot: QtBot, empty_file: Path, tmp_path: Path, town: str
) -> None:
    copy = Path(shutil.copyfile(empty_file, tmp_path / "town.db"))
    desk = open_desk(open_anywhere(copy), real_plan(town))
    page = show_page(qtbot, (desk, start_cycle(desk)))
    for grouping in groupings(town_source(town)):
        group_by(page, grouping)
        assert len(page.pane.cards()) == len(real_plan(town).units)
    for unit in real_plan(town).units:
        page.show_unit(unit.code or "")
        assert page.showing.code == unit.code
        for tab in range(len(TABS)):
            page.right.panel.show_tab(tab)
            assert texts_in(page.right.panel)
    desk.close()
