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
