"""次年度の方向性 and 予算 in 回収 and くいちがい: read, asked back, and settled by their words."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from dxdesk.desk import Desk
from dxdesk.domain.merge import EMPTY
from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.settings import Settings
from dxdesk.operations.cycles import close_cycle
from dxdesk.ui.collect.return_task import ReturnTask
from dxdesk.ui.conflict.reading import Disputed, field_words
from tests.builders import PLAN, ZEIMU, accepted, answer, slot_of, start_cycle
from tests.ui.collect import towns
from tests.ui.collect.conftest import OpenPage
from tests.ui.collect.hands import button, click, click_cell, hand_over, texts


def test_what_is_said_about_the_next_year_is_read_and_asked_back(desk: Desk, open_page: OpenPage) -> None:
    desk.do(close_cycle, towns.newest(desk), "見本のため")
    before = start_cycle(desk, "秋", kind="result", assigned={"重点-1": [ZEIMU]})
    accepted(desk, before, "重点-1", ZEIMU, direction="縮小")
    desk.do(close_cycle, before, "見本のため")
    cycle = start_cycle(desk, "年度末", kind="result", assigned={"重点-1": [ZEIMU]})
    answer(desk, cycle, "重点-1", ZEIMU, direction="拡充", budget="12,500", budget_source="国補助")
    page = open_page(desk, cycle)
    click_cell(page, "重点-1", ZEIMU)
    words = texts(page.panel)
    assert "拡充" in words
    assert "前回：縮小" in words
    assert "12,500千円（財源：国補助）" in words
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    box: QCheckBox = task.boxes["budget"]
    assert (box.text(), box.accessibleName()) == ("予算", "次年度の予算")
    click(box)
    hand_over(task.question, "見積りの額ですか。")
    click(page.foot.primary)
    returned = slot_of(desk, cycle, "重点-1", ZEIMU).returned
    assert returned is not None
    assert (returned.fields, returned.question) == (("budget",), "見積りの額ですか。")


def test_a_budget_that_differs_is_shown_in_words() -> None:
    disputed = Disputed((PLAN.units[0].id, None), PLAN.units[0], "重点-1", None, EMPTY, (), (), Settings())
    said = Answer(direction="拡充", budget=Budget(True, "12500", "国補助"))
    assert field_words(disputed, said, "budget") == "12,500千円（財源：国補助）"
    assert field_words(disputed, Answer(budget=Budget(False)), "budget") == "要求しない"
    assert field_words(disputed, said, "direction") == "拡充"
