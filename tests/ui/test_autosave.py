"""Saving by itself: soon after a change, never during a conversion, again and again while it fails."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui import autosave as module
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.composition import Composition, conversions
from tests.ui.entry.conftest import compose, hand_over


@dataclass
class Disk:
    """What is written to: it may refuse, hold only a part, or be in the middle of a conversion."""

    writes: int = 0
    trouble: Exception | None = None
    complete: bool = True
    composing: bool = False
    states: list[str] = field(default_factory=list)

    def write(self) -> bool:
        if self.trouble is not None:
            raise self.trouble
        self.writes += 1
        return self.complete


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saving(qtbot: QtBot, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Autosave:
    monkeypatch.setattr(module, "WAIT_MILLISECONDS", 1)
    monkeypatch.setattr(module, "RETRY_MILLISECONDS", 1)
    made = Autosave(disk.write, lambda: disk.composing)
    made.state_changed.connect(disk.states.append)
    return made


def test_a_change_is_saved_by_itself(qtbot: QtBot, saving: Autosave, disk: Disk) -> None:
    saving.touch()
    assert (disk.writes, saving.waiting) == (0, True)
    qtbot.waitUntil(lambda: not saving.waiting)
    assert (disk.writes, disk.states) == (1, ["typing", "saved"])


def test_typing_without_a_pause_is_saved_all_the_same(qtbot: QtBot, saving: Autosave, disk: Disk) -> None:
    typing = QTimer(interval=0)
    typing.timeout.connect(saving.touch)
    typing.start()
    qtbot.waitUntil(lambda: disk.writes > 1)
    typing.stop()
    assert saving.flush()


def test_what_was_handed_over_is_saved_as_the_next_conversion_opens(
    qtbot: QtBot, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAIT_MILLISECONDS", 60_000)
    field = QLineEdit()
    qtbot.addWidget(field)
    composition = Composition(field)
    saving = Autosave(disk.write, lambda: bool(composition.text))
    field.textEdited.connect(saving.touch)
    compose(field, "まど")
    compose(field, "窓口")
    assert disk.writes == 0
    over = QInputMethodEvent("ま", [])
    over.setCommitString("窓口")
    QCoreApplication.sendEvent(field, over)
    assert (disk.writes, field.text(), composition.text) == (1, "窓口", "ま")
    hand_over(field, "待ち")
    assert (disk.writes, saving.waiting) == (1, True)
    compose(field, "じ")
    assert (disk.writes, field.text(), saving.waiting) == (2, "窓口待ち", False)


def test_what_fails_is_not_tried_with_every_key(qtbot: QtBot, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAIT_MILLISECONDS", 1)
    attempts: list[int] = []

    def write() -> bool:
        attempts.append(1)
        raise StoreUnavailable("disk_full", "x")

    saving = Autosave(write, lambda: False)
    saving.touch()
    assert not saving.flush()
    saving.touch()
    conversions.opening.emit()
    qtbot.wait(30)
    assert len(attempts) == 1
    assert not saving.flush()
    saving.forget()


def test_nothing_is_written_where_nothing_was_changed(saving: Autosave, disk: Disk) -> None:
    assert saving.flush()
    assert disk.writes == 0


def test_nothing_is_saved_while_a_conversion_is_open_and_then_it_is(qtbot: QtBot, saving: Autosave, disk: Disk) -> None:
    disk.composing = True
    saving.touch()
    assert not saving.flush()
    qtbot.wait(20)
    assert (disk.writes, saving.waiting) == (0, True)
    disk.composing = False
    qtbot.waitUntil(lambda: disk.writes == 1)


@pytest.mark.parametrize("trouble", [StoreUnavailable("disk_full", "x"), Problem("cycle.closed", "cycle")])
def test_what_could_not_be_saved_is_tried_again_until_it_is(
    qtbot: QtBot, saving: Autosave, disk: Disk, trouble: Exception
) -> None:
    disk.trouble = trouble
    saving.touch()
    assert not saving.flush()
    assert (saving.state, saving.trouble, saving.waiting) == ("failed", trouble, True)
    disk.trouble = None
    qtbot.waitUntil(lambda: disk.writes == 1)
    assert (saving.state, saving.waiting) == ("saved", False)


def test_a_failed_save_stays_failed_while_typing_goes_on(saving: Autosave, disk: Disk) -> None:
    disk.trouble = StoreUnavailable("disk_full", "x")
    saving.touch()
    saving.flush()
    saving.touch()
    assert saving.state == "failed"


def test_what_is_held_back_by_a_field_is_not_called_saved(saving: Autosave, disk: Disk) -> None:
    disk.complete = False
    saving.touch()
    assert not saving.flush()
    assert (saving.state, saving.waiting) == ("typing", True)


def test_what_is_forgotten_is_never_saved(qtbot: QtBot, saving: Autosave, disk: Disk) -> None:
    saving.touch()
    saving.forget()
    qtbot.wait(20)
    assert (disk.writes, saving.state) == (0, "")
