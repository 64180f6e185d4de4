"""The model of 宿題: two levels, checked by Qt's own tester, and quick with a thousand rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.domain.action_items import ListedAction
from dxdesk.domain.meetings import ActionItem, Meeting, NumberedAction
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.actions.model import ActionsModel, Column
from dxdesk.ui.actions.rows import Grouping, origin_words, rows_of
from dxdesk.ui.actions.view import ActionsView
from dxdesk.ui.row_tree import ROW_ROLE

TODAY = date(2025, 3, 18)
HELD = Meeting("m", "c", "b", "推進委員会", date(2025, 2, 13), None, None, None, "closed")
OFFICES = tuple(Department(f"d{at}", f"第{at}課", order=at, order_confirmed=True) for at in range(20))


def many(count: int) -> tuple[ListedAction, ...]:
    found = []
    for at in range(count):
        due = None if at % 3 == 0 else TODAY + timedelta(days=at % 40 - 20)
        action = ActionItem(str(at), at, None, None, (OFFICES[at % 20].id,), due, f"{at}番目を調べる。", "open")
        numbered = NumberedAction(f"6-{at}", HELD, action)
        found.append(ListedAction(numbered, (OFFICES[at % 20],), "1", "窓口", "令和6年度 第2回", at % 2 == 0))
    return tuple(found)


@pytest.mark.parametrize("count", [0, 1, 3, 60])
@pytest.mark.parametrize("grouping", ["owner", "day"])
def test_the_model_holds(qtmodeltester: ModelTester, count: int, grouping: Grouping) -> None:
    model = ActionsModel("宿題")
    model.show_rows(rows_of(many(count), grouping, TODAY))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_values_change_without_a_reset(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = ActionsModel("宿題")
    rows = rows_of(many(5), "owner", TODAY)
    model.show_rows(rows)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_rows([replace(each, name="別の文") for each in rows])
    with qtbot.waitSignal(model.modelReset):
        model.show_rows(rows[:2])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_row_says_the_year_of_its_cycle_also_where_the_meeting_is_after_its_end() -> None:
    (listed,) = many(1)
    after = replace(listed.numbered, meeting=replace(HELD, day=date(2025, 5, 15)))
    assert origin_words(replace(listed, numbered=after)) == "R6 第2回"
    assert origin_words(replace(listed, cycle_name="年度末の 回")) == "年度末の 回"


def test_every_row_is_spoken_as_a_sentence() -> None:
    model = ActionsModel("宿題")
    model.show_rows(rows_of(many(2), "owner", TODAY))
    group = model.index(0, 0)
    inside = model.index(0, 0, group)
    spoken = [model.data(each, Qt.ItemDataRole.AccessibleTextRole) for each in (group, inside)]
    assert spoken == ["第0課、1件", "0番目を調べる。、第0課、窓口、期限 次回会議、対応中、R6 第2回"]
    assert model.data(inside, ROW_ROLE).key == "0"
    assert model.data(model.index(0, Column.DUE, group)) == "次回会議"
    assert model.rowCount(inside) == 0
    assert not model.parent(QModelIndex()).isValid()


def test_a_thousand_keep_what_is_chosen_and_closed(qtbot: QtBot) -> None:
    view = ActionsView("宿題")
    qtbot.addWidget(view)
    view.resize(1000, 500)
    listed = many(1_000)
    view.show_rows(rows_of(listed, "owner", TODAY), "宿題")
    view.setExpanded(view.source.index(0, 0), False)
    assert view.choose("999")
    view.show_rows(rows_of(listed[:-20], "owner", TODAY), "宿題")
    assert not view.isExpanded(view.source.index(0, 0))
    assert not view.choose("999")
    view.show_rows(rows_of(listed, "day", TODAY), "宿題")
    assert view.choose("999")
    assert view.grab().toImage().width() > 0
