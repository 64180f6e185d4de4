"""指標 of every kind in the form: as typed, without scrolling, and with a reason where nothing could be measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Direction, Indicator, IndicatorKind, Target
from dxdesk.domain.plans import Plan
from dxdesk.operations.change import Change
from dxdesk.store.queries import finding
from dxdesk.ui.entry.page import EntryPage
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenPage
from tests.ui.entry.test_layout import cut, scrolls

KINDS: tuple[tuple[str, str | None, IndicatorKind, Direction | None, str | None], ...] = (
    ("交付率", "%", "rate", "up", "80"),
    ("窓口の平均待ち時間", "分", "number", "down", "15"),
    ("延べ交付件数", "件", "total", "up", "3000"),
    ("手引きを公開しているか", None, "yes_no", "up", "済み"),
    ("住民の声の主な内容", None, "text", None, None),
    ("オンラインで受け付けた申請の割合を住民基本台帳の人口で割った値", "%", "rate", "keep", "50"),
)


def plan_with(count: int) -> Plan:
    """The plan with so many indicators on its fourth unit, the first under the id that answers use."""
    plan = towns.town_plan()
    unit = plan.unit("4")
    found = tuple(
        Indicator(
            towns.RATE if place == 0 else str(uuid5(NAMESPACE_URL, name)), name, measure, kind, direction, None,
            (Target(2025, target),) if target else (), None,
        )
        for place, (name, measure, kind, direction, target) in enumerate(KINDS[:count])
    )  # fmt: skip
    nodes = tuple(replace(each, indicators=found) if each.id == unit.id else each for each in plan.nodes)
    return replace(plan, nodes=nodes)


class Opened:
    """Pages of towns with so many indicators."""

    def __init__(self, empty: Path, folder: Path, open_page: OpenPage) -> None:
        self._empty, self._folder, self._open_page = empty, folder, open_page
        self._desks: list[object] = []

    def page(self, count: int, *, returned: bool = False) -> EntryPage:
        def fill(change: Change, plan: Plan) -> None:
            towns.fill(change, plan)
            if returned:
                cycle: Cycle = finding.cycle(change.connection)
                towns.returned(change, cycle)

        desk = towns.open_town(self._empty, self._folder, plan=plan_with(count), write=fill)
        desk.actor = towns.liaison(desk)
        self._desks.append(desk)
        page = self._open_page(desk=desk)
        page.show_subject("4")
        return page

    def close(self) -> None:
        for desk in self._desks:
            desk.close()  # type: ignore[attr-defined]


@pytest.fixture
def opened(empty_file: Path, tmp_path: Path, open_page: OpenPage) -> Iterator[Opened]:
    found = Opened(empty_file, tmp_path, open_page)
    yield found
    found.close()


@pytest.mark.parametrize("returned", [False, True])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_the_form_never_scrolls_however_many_indicators(opened: Opened, count: int, returned: bool) -> None:
    page = opened.page(count, returned=returned)
    rows = page.body.centre.editor.indicators.rows
    assert len(rows) == count
    assert not scrolls(page)
    assert cut(page) == []
    for row in rows:
        assert row.value.height() >= row.value.minimumSizeHint().height()
        assert row.geometry().bottom() <= page.body.centre.editor.indicators.height()


def test_three_or_more_stand_in_two_columns_that_do_not_overlap(opened: Opened) -> None:
    page = opened.page(6)
    assert not scrolls(page)
    rows = page.body.centre.editor.indicators.rows
    for place, one in enumerate(rows):
        assert all(not one.geometry().intersects(other.geometry()) for other in rows[place + 1 :])
    assert rows[0].y() == rows[1].y()
    texts = page.body.centre.editor.texts
    assert texts["issues"].y() == texts["next"].y()
    assert abs(texts["issues"].width() - texts["next"].width()) <= 1
    assert texts["issues"].area.y() == texts["next"].area.y()


def test_every_kind_is_taken_as_typed(opened: Opened) -> None:
    page = opened.page(6)
    rows = page.body.centre.editor.indicators.rows
    for row, typed in zip(rows, ("７６．５", "12", "１，２３４", "済み", "待ち時間が短くなった。", "―"), strict=True):
        row.value.setText(typed)
    rows[5].reason.setText("集計が来月のため")
    readings = page.body.centre.editor.answer()[0].indicators
    assert [(each.value, each.reason) for each in readings] == [
        ("76.5", None), ("12", None), ("1234", None), ("済み", None), ("待ち時間が短くなった。", None),
        (None, "集計が来月のため"),
    ]  # fmt: skip
    assert page.leave()


def test_a_question_is_answered_by_one_press(opened: Opened) -> None:
    page = opened.page(4)
    row = page.body.centre.editor.indicators.rows[3]
    chip = next(each for each in row.findChildren(QPushButton) if each.text() == "まだ")
    assert chip.accessibleName() == "手引きを公開しているかはまだ"
    chip.click()
    assert row.value.text() == "まだ"
    assert page.leave()


def test_a_goal_that_is_to_go_down_says_so(opened: Opened) -> None:
    page = opened.page(2)
    rows = page.body.centre.editor.indicators.rows
    assert [row._beside.text() for row in rows] == ["前回 72%・目標 80%", "目標 15分以下"]


def test_number_fields_switch_the_input_method_off_and_words_do_not(opened: Opened) -> None:
    page = opened.page(6)
    rows = page.body.centre.editor.indicators.rows
    enabled = [row.value.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) for row in rows]
    assert enabled == [False, False, False, True, True, False]


def test_a_number_that_is_none_is_said_below_all_of_them(opened: Opened) -> None:
    page = opened.page(4)
    rows = page.body.centre.editor.indicators.rows
    rows[2].value.setText("たくさん")
    assert not page.leave()
    assert "たくさん" in rows[2].message.text
    assert not scrolls(page)
    assert cut(page) == []
