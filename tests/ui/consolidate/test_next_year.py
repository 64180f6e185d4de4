"""次年度の方向性 and 予算 drawn together: taken whole from a department, one instead of another."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.replies import Budget
from dxdesk.store.queries import replies
from dxdesk.ui.consolidate.page import ConsolidatePage
from tests.builders import FUKUSHI, ZEIMU, accepted, start_cycle
from tests.ui.consolidate.hands import click, press, type_into
from tests.ui.cycle.conftest import ShowPage


@pytest.fixture
def page(desk: Desk, show: ShowPage) -> ConsolidatePage:
    cycle = start_cycle(desk, kind="result", assigned={"重点-2": [ZEIMU, FUKUSHI]})
    accepted(desk, cycle, "重点-2", ZEIMU, direction="拡充", budget="12,500", budget_source="国補助")
    accepted(desk, cycle, "重点-2", FUKUSHI, direction="縮小", budget="要求しない")
    found = ConsolidatePage(desk, cycle)
    show(found)
    return found


def test_it_starts_from_what_the_main_department_says_and_takes_another_instead(page: ConsolidatePage) -> None:
    row = page.form.next_year
    assert row.isVisible()
    assert row.said() == {"direction": "拡充", "budget": "12,500千円（財源：国補助）"}
    click(page, "縮小")
    click(page, "要求しない")
    assert row.said() == {"direction": "縮小", "budget": "要求しない"}
    click(page, "縮小")
    assert row.said()["direction"] == ""
    click(page, "12,500千円")
    assert row.budget.currentText() == "12,500"
    assert row.source.text() == "国補助"


def test_it_is_not_final_without_a_direction(page: ConsolidatePage) -> None:
    assert page.shown is not None
    unit, cycle = page.shown.view.unit, page.shown.found.cycle
    page.form.status.choose("ok")
    type_into(page, "results", "進めた。")
    page.form.next_year.choose("")
    press(page.foot.primary)
    assert page.form.next_year.message.text == "次年度の方向性を1つ選んでください。"
    click(page, "縮小")
    press(page.foot.primary)
    drawn = page.desk.ask(replies.live_views, cycle, unit)[unit].counted
    assert drawn is not None
    assert drawn.answer is not None
    assert (drawn.department, drawn.answer.direction) == (None, "縮小")
    assert drawn.answer.budget == Budget(True, "12500", "国補助")
