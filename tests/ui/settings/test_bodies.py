"""設定 › 会議体: a committee is put aside and used again, each at once, and each taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.queries import finding
from dxdesk.ui.application import create_application
from dxdesk.ui.settings.bodies import BodiesForm
from dxdesk.wording.settings import BODY_AGAIN, BODY_STOP, body_stopped
from tests.builders import COMMITTEE, HEADQUARTERS, open_desk, start_cycle
from tests.databases import open_anywhere


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(open_anywhere(shutil.copyfile(empty_file, tmp_path / "town.db")))
    yield opened
    opened.close()


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> BodiesForm:
    create_application([])
    found = BodiesForm(desk, may_change=True)
    desk.subscribe(lambda _touched: found.refresh())
    qtbot.addWidget(found)
    found.show()
    return found


def button(form: BodiesForm, name: str) -> QPushButton | None:
    buttons = form.findChildren(QPushButton)
    return next((each for each in buttons if name in each.accessibleName() and not each.isHidden()), None)


def press(form: BodiesForm, name: str) -> None:
    found = button(form, name)
    assert found is not None
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def test_a_committee_that_is_not_used_is_put_aside_and_ctrl_z_brings_it_back(
    desk: Desk, form: BodiesForm, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.said) as said:
        press(form, HEADQUARTERS)
    assert said.args == [body_stopped(HEADQUARTERS), True]
    qtbot.waitUntil(lambda: button(form, HEADQUARTERS) is None)
    alone = button(form, COMMITTEE)
    assert alone is not None
    assert not alone.isEnabled()
    desk.undo()
    qtbot.waitUntil(lambda: button(form, HEADQUARTERS) is not None)
    desk.redo()
    qtbot.waitUntil(lambda: button(form, HEADQUARTERS) is None)


def test_one_with_an_open_meeting_stays_and_the_reason_is_said(desk: Desk, form: BodiesForm) -> None:
    hold_in = start_cycle(desk)
    desk.do(hold_meeting, hold_in, HEADQUARTERS, day=date(2025, 2, 13))
    press(form, HEADQUARTERS)
    assert "会議を閉じてから" in form.message.text
    found = button(form, HEADQUARTERS)
    assert found is not None
    assert found.text() == BODY_STOP


def test_one_that_met_can_be_used_again(desk: Desk, form: BodiesForm, qtbot: QtBot) -> None:
    desk.do(hold_meeting, start_cycle(desk), HEADQUARTERS, day=date(2025, 2, 13))
    desk.do(close_meeting, desk.ask(finding.meeting))
    press(form, HEADQUARTERS)
    qtbot.waitUntil(lambda: (found := button(form, HEADQUARTERS)) is not None and found.text() == BODY_AGAIN)
    assert "使っていません　委員0名　会議1回" in [each.text() for each in form.findChildren(QLabel)]
    press(form, HEADQUARTERS)
    qtbot.waitUntil(lambda: (found := button(form, HEADQUARTERS)) is not None and found.text() == BODY_STOP)


def test_who_may_not_change_it_only_reads(desk: Desk, qtbot: QtBot) -> None:
    form = BodiesForm(desk, may_change=False)
    qtbot.addWidget(form)
    form.show()
    assert not any(each.isEnabled() for each in form.findChildren(QPushButton) if each.property("body"))
