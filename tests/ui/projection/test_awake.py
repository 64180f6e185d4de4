"""The PC's screens stay on while slides are projected, and no longer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dxdesk.ui.projection.awake import Awake, OnFreedesktop, OnWindows
from tests.ui.projection.conftest import Room
from tests.ui.projection.played import LAPTOP, PROJECTOR


class Played:
    """A way of staying awake that writes down what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def begin(self) -> None:
        self.asked.append("begin")

    def end(self) -> None:
        self.asked.append("end")


class Refusing(Played):
    """A way that always fails."""

    def begin(self) -> None:
        super().begin()
        raise OSError("no such thing")

    def end(self) -> None:
        super().end()
        raise OSError("no such thing")


def test_it_stays_awake_once_from_the_beginning_of_a_projection_to_its_end(room: Room) -> None:
    way = Played()
    room.projection.awake = Awake(way)
    room.projection.start(room.laptop)
    room.screens.plug(LAPTOP)
    room.screens.plug(LAPTOP, PROJECTOR)
    room.projection.choose(PROJECTOR)
    assert way.asked == ["begin"]
    room.projection.end()
    room.projection.end()
    assert way.asked == ["begin", "end"]


def test_a_rehearsal_keeps_nothing_awake(room: Room) -> None:
    way = Played()
    room.projection.awake = Awake(way)
    room.projection.rehearse(room.laptop)
    room.projection.leave_rehearsal()
    assert way.asked == []


@pytest.mark.parametrize("way", [None, Refusing()])
def test_a_pc_that_knows_no_way_projects_all_the_same(room: Room, way: Refusing | None) -> None:
    room.projection.awake = Awake(way)
    room.projection.start(room.laptop)
    assert room.projection.state == "on"
    assert room.projection.said == ""
    room.projection.end()
    assert way is None or way.asked == ["begin", "end"]


def test_on_windows_system_and_display_are_required_and_then_no_longer() -> None:
    states: list[int] = []
    awake = Awake(OnWindows(states.append))
    awake.keep(on=True)
    awake.keep(on=False)
    assert states == [0x80000003, 0x80000000]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """A bus of messages of its own, as a desktop has one, and what a bystander hears on it."""
    if shutil.which("dbus-daemon") is None or shutil.which("dbus-monitor") is None:
        pytest.skip("dbus-daemon or dbus-monitor is not installed")
    server = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", server.stdout.readline().strip())
    monitor = subprocess.Popen(
        ["dbus-monitor", "--session"], stdout=subprocess.PIPE, text=True, env=os.environ | {"LC_ALL": "C"}
    )
    assert monitor.stdout is not None
    yield monitor
    for each in (monitor, server):
        each.terminate()
        each.wait()
        each.stdout.close()  # type: ignore[union-attr]


def heard(monitor: subprocess.Popen[str], words: str) -> str:
    """The next line with these words."""
    assert monitor.stdout is not None
    return next(line for line in monitor.stdout if words in line)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such bus")
def test_a_desktop_is_asked_over_a_connection_that_ends_with_the_projection(
    room: Room, bus: subprocess.Popen[str]
) -> None:
    awake = Awake(OnFreedesktop())
    heard(bus, "member=NameLost")  # it listens
    awake.keep(on=True)
    asked = heard(bus, "member=Inhibit")
    assert "destination=org.freedesktop.ScreenSaver" in asked
    assert 'string "dxdesk"' in heard(bus, "string")
    asker = asked.partition("sender=")[2].partition(" ")[0]
    awake.keep(on=False)
    assert f'"{asker}"' in heard(bus, f'string "{asker}"')
