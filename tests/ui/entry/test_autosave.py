"""Saving by itself: soon after a change, never during a conversion, again and again while it fails."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.entry import autosave as module
from dxdesk.ui.entry.autosave import Autosave


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


def test_typing_without_a_pause_is_saved_all_the_same(
    qtbot: QtBot, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAIT_MILLISECONDS", 60_000)
    monkeypatch.setattr(module, "LATEST_MILLISECONDS", 20)
    saving = Autosave(disk.write, lambda: disk.composing)
    saving.touch()
    saving.touch()
    qtbot.waitUntil(lambda: disk.writes == 1)
    assert not saving.waiting


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
