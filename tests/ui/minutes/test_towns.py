"""Minutes of a meeting about the real plans: every part opens, and nothing sticks out of its column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.operations.agenda import add_item
from dxdesk.operations.meeting_records import record_action, record_decision
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import finding
from dxdesk.ui.actions.page import ActionsPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.minutes.page import MinutesPage
from tests.builders import REAL_TOWNS, open_desk, real_plan, start_cycle
from tests.databases import open_anywhere


def outside(area: QWidget, room: int) -> list[str]:
    """Widgets in a column that are wider than it."""
    found = []
    for child in area.findChildren(QWidget):
        right = child.mapTo(area, child.rect().topRight()).x()
        if child.isVisible() and right > room:
            found.append(f"{child!r} {right}")
    return found


@pytest.mark.parametrize("town", REAL_TOWNS)
@pytest.mark.parametrize("size", [(1366, 600), (1024, 500)])
def test_every_part_of_a_real_meeting_opens_and_fits(
    database_file: Path, qtbot: QtBot, town: str, size: tuple[int, int]
) -> None:
    plan = real_plan(town)
    desk = open_desk(open_anywhere(database_file), plan)
    cycle = start_cycle(desk, "令和6年度 第1回")
    desk.do(hold_meeting, cycle, plan.bodies[0].name, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting)
    department = plan.departments[0].name if plan.departments else "事務局"
    for number, unit in enumerate(plan.units[:4], start=1):
        desk.do(add_item, meeting, "discuss", code=unit.code)
        desk.do(record_decision, meeting, number, "amended", "対象をしぼって先に始め、次回の会議で見直す。" * 2)
        desk.do(record_action, meeting, number, [department], None, "関係する課の意見を一覧にして示す。" * 2)
    desk.do(close_meeting, meeting)
    page = MinutesPage(desk, cycle)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    assert page.shown is not None
    for row in page.shown.rows:
        page.open_part(row.key)
        editor = page.centre.currentWidget()
        assert isinstance(editor, QWidget)
        assert outside(editor, editor.width()) == []
    actions = ActionsPage(desk, cycle)
    qtbot.addWidget(actions)
    actions.resize(*size)
    with qtbot.waitExposed(actions):
        actions.show()
    assert len([row for row in actions.table.source.rows() if row.listed]) == min(4, len(plan.units))
    assert outside(actions.panel, actions.panel.width()) == []
    page.finished.follower.stop()
    wait_for_jobs()
    desk.close()
