"""次第をつくる beside names and decisions that are as long as may be: nothing is squeezed, the panel is scrolled."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.actions.page import ActionsPage
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.ui.agenda.side import SidePanel
from dxdesk.ui.labels import PhraseLabel
from tests import odd_towns
from tests.ui.meeting.conftest import show_page
from tests.ui.scaled import cut


def squeezed(panel: QWidget) -> list[str]:
    """Words that have less height than their lines take."""
    labels = panel.findChildren(PhraseLabel)
    shown = [each for each in labels if each.isVisible() and each.text()]
    return [each.text()[:20] for each in shown if each.height() < each.heightForWidth(each.width()) - 1]


def inside(panel: QScrollArea) -> QWidget:
    """What a panel scrolls."""
    found = panel.widget()
    assert found is not None
    return found


def test_who_comes_what_is_missing_and_what_was_decided_have_their_height(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    desk = odd_towns.odd_town(empty_file, tmp_path, 13, 3)
    cycle, _, second = odd_towns.two_meetings(desk)
    page = show_page(qtbot, AgendaPage(desk, cycle))
    page.show_subject(second.id)
    side = page.findChildren(SidePanel)[0].findChildren(QScrollArea)[0]
    qtbot.waitUntil(lambda: inside(side).height() > side.viewport().height())
    qtbot.waitUntil(lambda: squeezed(side) == [])
    assert inside(side).width() == side.viewport().width()
    assert list(cut(page)) == []
    desk.close()


def test_the_panel_of_a_homework_of_several_long_departments_is_not_wider_than_its_place(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    desk = odd_towns.odd_town(empty_file, tmp_path, 13, 3)
    cycle, _, _ = odd_towns.two_meetings(desk)
    panel = show_page(qtbot, ActionsPage(desk, cycle)).panel
    qtbot.waitUntil(lambda: len(inside(panel).findChildren(QLabel)) > 3)
    qtbot.waitUntil(lambda: inside(panel).width() == panel.viewport().width())
    desk.close()
