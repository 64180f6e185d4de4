"""Work beside the window hands back a value, or what went wrong, on the window's own thread."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dxdesk.ui.jobs import run_job, wait_for_jobs


def test_a_job_runs_on_another_thread_and_answers_on_ours(qtbot: QtBot) -> None:
    parent, heard = QObject(), []
    run_job(
        parent,
        threading.get_ident,
        lambda worker: heard.append((worker, threading.get_ident())),
        lambda trouble: heard.append((0, 0)),
    )
    qtbot.waitUntil(lambda: bool(heard))
    worker, ours = heard[0]
    assert ours == threading.get_ident() != worker


def test_what_goes_wrong_is_handed_over_and_not_swallowed(qtbot: QtBot) -> None:
    parent = QObject()
    heard: list[Exception] = []
    run_job(parent, lambda: 1 // 0, lambda _value: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ZeroDivisionError)


def test_waiting_lets_everything_finish() -> None:
    parent, done = QObject(), threading.Event()
    run_job(parent, done.set, lambda _value: None, lambda _trouble: None)
    wait_for_jobs()
    assert done.is_set()


def test_nobody_is_told_who_is_gone_meanwhile(qtbot: QtBot) -> None:
    parent, after, heard = QObject(), QObject(), []
    begun = threading.Event()
    run_job(parent, begun.wait, lambda _value: heard.append("gone"), lambda _trouble: heard.append("gone"))
    parent.deleteLater()
    qtbot.wait(1)
    begun.set()
    run_job(after, lambda: None, lambda _value: heard.append("there"), lambda _trouble: None)
    qtbot.waitUntil(lambda: bool(heard))
    wait_for_jobs()
    qtbot.wait(1)
    assert heard == ["there"]


def test_a_window_may_go_in_the_moment_in_which_it_is_told(qtbot: QtBot) -> None:
    told = 0
    for _ in range(300):
        heard: list[int] = []
        parent = QObject()
        run_job(parent, lambda: 1, heard.append, lambda _trouble: None)
        qtbot.waitUntil(lambda heard=heard: bool(heard))  # type: ignore[misc]
        parent.deleteLater()
        del parent
        told += len(heard)
    assert told == 300


def test_what_was_asked_for_ends_on_the_thread_of_the_windows(qtbot: QtBot) -> None:
    threads: list[int] = []

    class Guest:
        def __del__(self) -> None:
            threads.append(threading.get_ident())

        def work(self) -> int:
            return 1

    parent = QObject()
    for _ in range(50):
        run_job(parent, Guest().work, lambda _value: None, lambda _trouble: None)
    qtbot.waitUntil(lambda: len(threads) == 50)
    assert set(threads) == {threading.get_ident()}
