"""A large plan is read beside the window, and only what somebody still waits for."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.reading import Reading


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every plan counts as a large one."""
    monkeypatch.setattr("dxdesk.ui.reading.LARGE_UNITS", 0)
    yield
    wait_for_jobs()


def test_a_small_plan_is_read_at_once(qtbot: QtBot, window_desk: Desk) -> None:
    parent, shown = QObject(), list[int]()
    Reading(window_desk, parent, rest=60_000).start(threading.get_ident, shown.append)
    assert shown == [threading.get_ident()]


@pytest.mark.usefixtures("large")
def test_a_large_plan_is_read_on_another_thread_and_shown_on_ours(qtbot: QtBot, window_desk: Desk) -> None:
    parent, seen = QObject(), list[tuple[int, int]]()
    Reading(window_desk, parent).start(threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())))
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != seen[0][1] == threading.get_ident()


@pytest.mark.usefixtures("large")
def test_what_was_asked_for_in_between_is_neither_read_nor_shown(qtbot: QtBot, window_desk: Desk) -> None:
    parent, go_on = QObject(), threading.Event()
    read, shown = list[int](), list[int]()
    reading = Reading(window_desk, parent)

    def number(place: int) -> int:
        go_on.wait()
        read.append(place)
        return place

    for place in range(5):
        reading.start(partial(number, place), shown.append)
    go_on.set()
    qtbot.waitUntil(lambda: bool(shown))
    assert (read, shown) == ([0, 4], [4])


@pytest.mark.usefixtures("large")
def test_who_walks_along_rows_has_the_row_read_where_the_walk_ends(qtbot: QtBot, window_desk: Desk) -> None:
    parent = QObject()
    read: list[int] = []
    reading = Reading(window_desk, parent, rest=30)
    for place in range(20):
        reading.start(lambda place=place: read.append(place), lambda _nothing: None)  # type: ignore[misc]
    qtbot.waitUntil(lambda: bool(read))
    qtbot.wait(60)
    assert read == [19]


@pytest.mark.usefixtures("large")
def test_what_goes_wrong_beside_the_window_comes_up_in_it(qtbot: QtBot, window_desk: Desk) -> None:
    parent = QObject()
    with qtbot.captureExceptions() as raised:
        Reading(window_desk, parent).start(lambda: 1 // 0, lambda _value: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


@pytest.mark.usefixtures("large")
def test_unreachable_objects_are_not_searched_for_while_a_large_plan_is_read(qtbot: QtBot, window_desk: Desk) -> None:
    parent = QObject()
    seen: list[bool] = []
    Reading(window_desk, parent).start(gc.isenabled, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    wait_for_jobs()
    assert gc.get_freeze_count() == 0
