"""席上修正を知らせる: once a meeting is closed, departments that answer by files are told what was corrected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import inquiring, reviews
from dxdesk.operations.meeting_records import correct_on_floor
from dxdesk.operations.meetings import close_meeting
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries.delivered import corrected
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.wording.asking import OPEN_PLACE
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import click


@pytest.fixture
def shared(opened: tuple[Desk, Cycle], tmp_path: Path) -> Path:
    folder = tmp_path / "受け渡し"
    folder.mkdir()
    keep_exchange(opened[0].database_id, folder=str(folder))
    return folder


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle], shared: Path) -> MeetingPage:
    """A closed meeting in which the answer about 重点-1 was corrected."""
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(inquiring.inquire, cycle)
    desk.do(reviews.correct, cycle, "重点-1", "results", "会議で直した。")
    desk.do(close_meeting, held)
    return show_page(qtbot, MeetingPage(desk, cycle))


def test_each_department_gets_one_file_and_is_not_told_twice(page: MeetingPage, shared: Path, qtbot: QtBot) -> None:
    button = page.parts.foot.buttons["correct"]
    assert button.isVisible()
    assert page.cycle is not None
    told = page.desk.ask(corrected, page.cycle)
    with qtbot.waitSignal(page.offered):
        click(button)
    assert len([each for each in shared.iterdir() if each.name.endswith("席上修正.dxd")]) == len(told) == 1
    assert page.desk.ask(corrected, page.cycle) == ()
    assert button.isHidden()


def test_without_a_correction_there_is_nothing_to_tell(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(inquiring.inquire, cycle)
    desk.do(close_meeting, held)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    assert page.parts.foot.buttons["correct"].isHidden()
    assert page.parts.foot.buttons["board"].isVisible()


@pytest.fixture
def corrected_meeting(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> MeetingPage:
    """An open meeting in which the answer about 重点-1 was corrected."""
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(inquiring.inquire, cycle)
    desk.do(correct_on_floor, held, "重点-1", "results", "会議で直した。", "総務課長")
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.hands.start_closing()
    return page


def words(page: MeetingPage) -> str:
    return "\n".join(each.text() for each in page.parts.closing.findChildren(QLabel))


def test_closing_puts_the_files_of_the_departments_concerned_and_says_where(
    corrected_meeting: MeetingPage, shared: Path, qtbot: QtBot
) -> None:
    page = corrected_meeting
    page.hands.start_closing()
    assert "1課（総務課）" in words(page)
    assert str(shared) in words(page)
    with qtbot.waitSignal(page.offered) as offered:
        click(page.parts.foot.buttons["close"])
    said, word, _ = offered.args
    (file,) = (each.name for each in shared.iterdir() if each.name.endswith("席上修正.dxd"))
    assert (said, word) == (f"席上修正ファイルを置きました：{file}", OPEN_PLACE)
    assert page.source is not None
    assert page.source.meeting.state == "closed"
    assert page.parts.foot.buttons["correct"].isHidden()


def test_without_a_folder_closing_asks_nothing_and_the_files_can_be_made_later(corrected_meeting: MeetingPage) -> None:
    page = corrected_meeting
    assert "置く場所を選べます" in words(page)
    click(page.parts.foot.buttons["close"])
    assert page.source is not None
    assert page.source.meeting.state == "closed"
    assert page.parts.foot.buttons["correct"].isVisible()
