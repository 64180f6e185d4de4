"""A long change is made beside the window; who listens hears of it in the window."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.departments import add_department
from dxdesk.store.queries import plans
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.long_work import do_beside


@pytest.fixture
def page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """A page with a field, over a plan that counts as a large one."""
    monkeypatch.setattr("dxdesk.ui.reading.LARGE_UNITS", 0)
    page = QWidget()
    QVBoxLayout(page).addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    field = page.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    return page


def wrong(trouble: Exception) -> None:
    """Nothing should go wrong."""
    raise trouble


def add(change: Change, name: str) -> int:
    """Adds a department; the thread on which it was done."""
    add_department(change, name)
    return threading.get_ident()


def test_a_long_change_is_made_on_another_thread_and_told_on_ours(
    qtbot: QtBot, window_desk: Desk, page: QWidget
) -> None:
    told: list[tuple[Touched, int]] = []
    workers: list[int] = []
    window_desk.subscribe(lambda touched: told.append((touched, threading.get_ident())))
    do_beside(page, window_desk, lambda: window_desk.do(add, "会計課"), workers.append, wrong)
    assert not page.isEnabled()
    qtbot.waitUntil(lambda: bool(workers))
    assert page.isEnabled()
    assert page.focusWidget() is page.findChild(QLineEdit)
    assert workers[0] != threading.get_ident()
    assert told == [(Touched.DEPARTMENTS, threading.get_ident())]
    assert "会計課" in [each.name for each in window_desk.ask(plans.departments)]


def test_what_is_refused_is_said_and_nobody_is_told(qtbot: QtBot, window_desk: Desk, page: QWidget) -> None:
    told: list[Touched] = []
    refused: list[Exception] = []
    window_desk.subscribe(told.append)
    do_beside(page, window_desk, lambda: window_desk.do(add, ""), lambda _thread: None, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], Problem)
    assert page.isEnabled()
    assert told == []


def test_who_listens_hears_of_it_also_where_the_page_has_gone(qtbot: QtBot, window_desk: Desk, page: QWidget) -> None:
    begun, told, done = threading.Event(), list[Touched](), list[object]()
    window_desk.subscribe(told.append)
    inner = QWidget(page)
    do_beside(inner, window_desk, lambda: (begun.wait(), window_desk.do(add, "会計課")), done.append, wrong)
    gone: list[bool] = []
    inner.destroyed.connect(lambda: gone.append(True))
    inner.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    begun.set()
    qtbot.waitUntil(lambda: bool(told))
    assert (told, done) == ([Touched.DEPARTMENTS], [])


def test_changes_made_at_the_same_time_come_one_after_the_other(qtbot: QtBot, window_desk: Desk, page: QWidget) -> None:
    others = [f"第{place}係" for place in range(8)]
    done: list[int] = []
    for name in others:
        do_beside(page, window_desk, lambda name=name: window_desk.do(add, name), done.append, wrong)  # type: ignore[misc]
    window_desk.do(add, "会計課")
    qtbot.waitUntil(lambda: len(done) == len(others))
    wait_for_jobs()
    assert {*others, "会計課"} <= {each.name for each in window_desk.ask(plans.departments)}
