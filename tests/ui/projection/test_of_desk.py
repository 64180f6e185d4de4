"""A desk has one projection, and its window says what became of the audience's screen on every page."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.operations.change import Touched
from dxdesk.preferences import keep
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import cycles, plans
from dxdesk.ui.audience import painting
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.projection import content
from dxdesk.ui.projection.of_desk import found_projection, projection_of, take_projection
from dxdesk.ui.projection.show import Projection
from dxdesk.ui.projection.window import AudienceWindow
from tests.ui.meeting import towns
from tests.ui.projection.played import LAPTOP, PROJECTOR, PlayedScreens
from tests.ui.windows import OpenWindow

LOST = "投影の画面が外れました。記録は続けられます。"


def begun(window: MainWindow) -> tuple[Projection, PlayedScreens]:
    """A meeting of the open cycle on a second screen."""
    assert window.view is not None
    desk = window.view.desk
    cycle = desk.ask(cycles.cycles)[-1]
    meeting = towns.hold(desk, cycle, desk.ask(plans.plan).bodies[0].name).id
    screens = PlayedScreens(LAPTOP, PROJECTOR)
    projection = Projection(desk, screens)
    take_projection(desk, projection)
    projection.prepare(cycle, meeting)
    assert projection.start(window) == "started"
    return projection, screens


def said(window: MainWindow) -> str:
    assert window.view is not None
    notice = window.view.band.notice
    return notice.text if notice else ""


def test_every_page_says_that_the_screen_is_gone_until_it_is_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(role="secretariat", page="initiatives")
    assert window.view is not None
    _, screens = begun(window)
    before = said(window)
    screens.plug(LAPTOP)
    assert said(window) == LOST
    window.view.open_page("collect")
    assert said(window) == LOST
    screens.plug(LAPTOP, PROJECTOR)
    qtbot.waitUntil(lambda: said(window) == before)


def test_where_the_last_seat_cannot_read_papers_are_advised(open_window: OpenWindow) -> None:
    keep(screen_inches=65.0, seat_metres=8.0)
    window = open_window(role="secretariat", page="initiatives")
    begun(window)
    assert window.view is not None
    band = window.view.band
    assert said(window) == "この画面は後ろの席から読めません。資料の配付をおすすめします。"
    papers = next(each for each in band.findChildren(QPushButton) if each.text() == "会議資料一式を印刷")
    papers.click()
    assert window.view.page == "print"
    next(each for each in band.findChildren(QPushButton) if each.text() == "この知らせを閉じる").click()
    assert not said(window).startswith("この画面")


def test_nothing_is_said_any_more_when_the_projection_has_ended(open_window: OpenWindow) -> None:
    window = open_window(role="secretariat", page="initiatives")
    projection, screens = begun(window)
    before = said(window)
    screens.plug(LAPTOP)
    projection.end()
    assert said(window) == before


def test_it_goes_on_while_somebody_else_sits_down(open_window: OpenWindow) -> None:
    window = open_window(role="secretariat", page="initiatives")
    projection, screens = begun(window)
    assert window.view is not None
    window.act_as(window.view.desk.actor)
    assert projection_of(window.view.desk) is projection
    assert projection.window is not None
    assert projection.window.isVisible()
    screens.plug(LAPTOP)
    assert said(window) == LOST


def test_it_ends_with_the_desk(open_window: OpenWindow) -> None:
    window = open_window(role="secretariat", page="initiatives")
    projection, _ = begun(window)
    assert window.view is not None
    desk, audiences = window.view.desk, projection.window
    assert isinstance(audiences, AudienceWindow)
    window.close()
    assert not audiences.isVisible()
    assert found_projection(desk) is None


def test_a_key_of_a_remote_drives_slides_from_any_page(open_window: OpenWindow) -> None:
    window = open_window(role="secretariat", page="initiatives")
    projection, _ = begun(window)
    before = projection.projector.position
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert projection.projector.position != before


def test_a_start_loads_no_projection() -> None:
    program = (
        "import sys, dxdesk.ui.desk_view; "
        "print([each for each in sys.modules if each.endswith(('projection.show', 'projection.window'))])"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_a_slide_that_cannot_be_drawn_is_said_until_one_is(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(role="secretariat", page="initiatives")
    projection, _ = begun(window)
    before, audiences = said(window), projection.window
    assert audiences is not None
    shown = audiences.shown

    def fail(*_what: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr(painting, "paint", fail)
    projection.projector.show_view("trend")
    assert said(window) == "このスライドは映せませんでした。映っている画面は前のままです。"
    assert audiences.shown == shown
    monkeypatch.undo()
    projection.projector.show_view("agenda")
    assert said(window) == before
    assert audiences.shown == projection.projector.sight


def test_what_cannot_be_read_anew_is_said_and_the_picture_stays(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(role="secretariat", page="initiatives")
    projection, _ = begun(window)
    assert window.view is not None
    assert projection.window is not None
    desk, shown = window.view.desk, projection.window.shown

    def gone(*_: object) -> None:
        raise StoreUnavailable("gone", "town.db")

    monkeypatch.setattr(content, "audience", gone)
    desk.tell(Touched.REPLIES)
    assert said(window) == "いまの内容を読めませんでした。映っている画面は前のままです。"
    assert projection.window.shown == shown
    monkeypatch.undo()
    desk.tell(Touched.REPLIES)
    assert not said(window).startswith("いまの内容")
