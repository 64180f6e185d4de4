"""What a double click starts, as 設定 shows and changes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk import file_types
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.settings.file_type import FileTypeBox
from dxdesk.ui.settings.this_pc import ThisPcForm
from dxdesk.wording.file_types import OTHERS, STILL_OTHERS, TIE_HINT, TIED, UNTIED


class System:
    """A system: what a double click starts, and what it starts once it was tied."""

    def __init__(self) -> None:
        self.standing: file_types.Standing | None = "free"
        self.tied: file_types.Standing = "ours"
        self.trouble: Exception | None = None

    def tie(self) -> tuple[str, ...]:
        if self.trouble:
            raise self.trouble
        self.standing = self.tied
        return ("update-mime-database",)

    def untie(self) -> tuple[str, ...]:
        self.standing = "free"
        return ()


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    played = System()
    monkeypatch.setattr(file_types, "standing", lambda: played.standing)
    monkeypatch.setattr(file_types, "tie", played.tie)
    monkeypatch.setattr(file_types, "untie", played.untie)
    return played


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def press(qtbot: QtBot, system: System, said: list[str]) -> Callable[[], FileTypeBox]:
    """The box as 設定 has it, pressed once."""
    form = ThisPcForm()
    qtbot.addWidget(form)
    form.said.connect(said.append)

    def pressed() -> FileTypeBox:
        form.show_choices("佐藤")
        form.file_type.box.click()
        wait_for_jobs()
        QTest.qWait(5)
        return form.file_type

    return pressed


def test_it_is_chosen_and_undone_at_once(press: Callable[[], FileTypeBox], system: System, said: list[str]) -> None:
    assert press().box.isChecked()
    assert system.standing == "ours"
    assert said[-1].startswith(TIED)
    assert "update-mime-database" in said[-1]
    assert not press().box.isChecked()
    assert (system.standing, said[-1]) == ("free", UNTIED)


def test_another_program_is_named_and_taken_over_only_when_it_is_asked_for(
    press: Callable[[], FileTypeBox], system: System, qtbot: QtBot
) -> None:
    system.standing = "others"
    box = FileTypeBox()
    qtbot.addWidget(box)
    box.refresh()
    assert (box.box.isChecked(), box.note.text()) == (False, OTHERS)
    assert press().note.text() == TIE_HINT


def test_where_the_system_keeps_another_program_the_way_is_told(
    press: Callable[[], FileTypeBox], system: System, said: list[str]
) -> None:
    system.tied = "others"
    assert not press().box.isChecked()
    assert said[-1].startswith(STILL_OTHERS)


def test_a_disk_that_takes_nothing_is_said_and_nothing_is_marked(
    press: Callable[[], FileTypeBox], system: System, said: list[str]
) -> None:
    system.trouble = StoreUnavailable("disk_full", "dxdesk.desktop")
    box = press().box
    assert (box.isChecked(), box.isEnabled(), len(said)) == (False, True, 1)


def test_a_system_on_which_it_cannot_be_chosen_does_not_offer_it(system: System, qtbot: QtBot) -> None:
    system.standing = None
    form = ThisPcForm()
    qtbot.addWidget(form)
    form.show_choices("")
    assert form.file_type.isHidden()
