"""The keys of 会議 that show something to the audience."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.agenda import adopt_proposal
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.projection.number_box import ProjectNumber
from dxdesk.ui.projection.of_desk import forget_projection
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import CTRL, item, press


def test_ctrl_g_shows_a_unit_by_its_number(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    desk.do(adopt_proposal, towns.hold(desk, cycle))
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.go_to_part(item(page, "書かない窓口"))
    press(Qt.Key.Key_G, CTRL)
    box = page.findChild(ProjectNumber)
    assert isinstance(box, ProjectNumber)
    QTest.keyClicks(box.field, "2")
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    projector = page.presenter.projector
    assert projector.audience is not None
    assert projector.position.code == projector.audience.board.discussed()[1].code
    forget_projection(desk)
