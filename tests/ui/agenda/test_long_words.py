"""次第をつくる beside names and decisions that are as long as may be: nothing is squeezed, the panel is scrolled."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.actions.page import ActionsPage
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.ui.labels import PhraseLabel
from tests import odd_towns
from tests.ui.meeting.conftest import show_page
from tests.ui.scaled import cut


def squeezed(panel: QWidget) -> list[str]:
    """Words that have less height than their lines take."""
    labels = panel.findChildren(PhraseLabel)
    shown = [each for each in labels if each.isVisible() and each.text()]
    return [each.text()[:20] for each in shown if each.height() < each.heightForWidth(each.width()) - 1]


def test_who_comes_what_is_missing_and_what_was_decided_have_their_height(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    desk = odd_towns.odd_town(empty_file, tmp_path, 13, 3)
    cycle, _, second = odd_towns.two_meetings(desk)
    page = show_page(qtbot, AgendaPage(desk, cycle))
    page.show_subject(second.id)
    side = next(each for each in page.findChildren(QScrollArea) if each.widget().objectName() == "side")
    qtbot.waitUntil(lambda: side.widget().height() > side.viewport().height())
    qtbot.waitUntil(lambda: squeezed(side) == [])
    assert side.widget().width() == side.viewport().width()
    assert list(cut(page)) == []
    desk.close()


def test_the_panel_of_a_homework_of_several_long_departments_is_not_wider_than_its_place(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    desk = odd_towns.odd_town(empty_file, tmp_path, 13, 3)
    cycle, _, _ = odd_towns.two_meetings(desk)
    page = show_page(qtbot, ActionsPage(desk, cycle))
    panel = page.panel
    qtbot.waitUntil(lambda: panel.widget() is not None and bool(panel.widget().findChildren(QLabel)))
    qtbot.waitUntil(lambda: panel.widget().width() == panel.viewport().width())
    desk.close()
