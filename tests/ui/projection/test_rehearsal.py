"""One screen: what the audience would see, with a line that says that it is a rehearsal."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.ui.projection.agenda_course import stops
from dxdesk.ui.projection.rehearsal import Rehearsal
from tests.ui.projection.conftest import Room
from tests.ui.projection.played import LAPTOP

KEY = Qt.Key


def begun(room: Room, qtbot: QtBot) -> Rehearsal:
    room.screens.plug(LAPTOP)
    room.projection.rehearse(room.laptop)
    found = room.projection.rehearsal
    assert found is not None
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_it_fills_the_laptops_screen_and_says_what_it_is(room: Room, qtbot: QtBot) -> None:
    window = begun(room, qtbot)
    assert room.screens.stands[window] == LAPTOP
    assert window.caption.text().startswith("リハーサル")
    assert window.caption.isVisible()
    assert window.shown == room.projection.projector.sight
    assert room.projection.state == "off"


def test_slides_go_on_by_keys_and_stay_where_they_were_left(room: Room, qtbot: QtBot) -> None:
    window = begun(room, qtbot)
    QTest.keyClick(window, KEY.Key_PageDown)
    QTest.keyClick(window, KEY.Key_Space)
    audience = room.projection.projector.audience
    assert audience is not None
    third = stops(audience)[2]
    assert room.projection.projector.position == third
    QTest.keyClick(window, KEY.Key_Escape)
    assert room.projection.rehearsal is None
    assert not window.isVisible()
    assert room.projection.projector.position == third
    qtbot.waitUntil(room.laptop.isActiveWindow)


def test_alt_enter_leaves_it_too(room: Room, qtbot: QtBot) -> None:
    window = begun(room, qtbot)
    QTest.keyClick(window, KEY.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert room.projection.rehearsal is None


def test_escape_first_gives_up_a_number(room: Room, qtbot: QtBot) -> None:
    window = begun(room, qtbot)
    QTest.keyClicks(window, "5")
    assert "5" in window.caption.text()
    QTest.keyClick(window, KEY.Key_Escape)
    assert room.projection.rehearsal is window
    assert window.remote.typed == ""


def test_a_click_on_a_card_opens_it(room: Room, qtbot: QtBot) -> None:
    window = begun(room, qtbot)
    room.projection.projector.show_view("board")
    page = window.view.page
    assert page is not None
    card = next(layer for layer in page.layers if layer.kind == "card")
    point = card.rect.center() * (window.width() / page.canvas.width)
    QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, pos=QPoint(round(point.x()), round(point.y())))
    assert room.projection.projector.position.code == card.key


def test_f11_and_f12_work_in_it_and_page_down_scrolls_again_after_it(room: Room, qtbot: QtBot) -> None:
    window = begun(room, qtbot)
    QTest.keyClick(window, KEY.Key_F12)
    assert room.projection.projector.hidden
    QTest.keyClick(window, KEY.Key_F12)
    room.projection.leave_rehearsal()
    before = room.projection.projector.position
    QTest.keyClick(room.field, KEY.Key_PageDown)
    assert room.projection.projector.position == before


def test_closing_it_leaves_it(room: Room, qtbot: QtBot) -> None:
    begun(room, qtbot).close()
    assert room.projection.rehearsal is None


def test_while_it_is_projected_the_audience_keeps_its_screen(room: Room) -> None:
    room.projection.start(room.laptop)
    audiences = room.projection.window
    assert audiences is not None
    room.projection.rehearse(room.laptop)
    room.projection.leave_rehearsal()
    assert audiences.isVisible()
    assert room.projection.state == "on"
