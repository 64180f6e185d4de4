"""A meeting on the audience's screen, whatever becomes of the screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from pytestqt.qtbot import QtBot

from dxdesk.domain.audience import ReadBack
from dxdesk.operations.agenda import add_item
from dxdesk.preferences import keep, preferences
from dxdesk.ui.board.course import Position
from dxdesk.ui.projection.screens import ScreenPlace
from dxdesk.ui.projection.show import Projection, forget_projection, projection_of
from dxdesk.ui.projection.window import AudienceWindow
from tests.ui.meeting import towns
from tests.ui.projection.conftest import Room
from tests.ui.projection.played import LAPTOP, OTHER, PROJECTOR, PlayedScreens


def window_of(room: Room) -> AudienceWindow:
    """The audience's window."""
    assert room.projection.window is not None
    return room.projection.window


def test_with_two_screens_nothing_is_asked(room: Room) -> None:
    assert room.projection.start(room.laptop) == "started"
    assert room.screens.stands[window_of(room)] == PROJECTOR
    assert window_of(room).isVisible()
    assert preferences().projection_monitor == PROJECTOR.monitor


def test_with_one_screen_nothing_is_projected(room: Room) -> None:
    room.screens.plug(LAPTOP)
    assert room.projection.start(room.laptop) == "alone"
    assert room.projection.window is None
    assert room.projection.state == "off"


def test_of_several_screens_that_of_last_time_is_taken(room: Room) -> None:
    third = OTHER.__class__(3, "DP-2", "third", 4000, 0, 1024, 768)
    room.screens.plug(LAPTOP, OTHER, third)
    assert room.projection.start(room.laptop) == "ask"
    keep(projection_monitor=third.monitor)
    assert room.projection.start(room.laptop) == "started"
    assert room.projection.place == third


def test_a_mirrored_screen_is_none_to_project_on(room: Room) -> None:
    room.screens.plug(LAPTOP, PROJECTOR.__class__(2, "HDMI-1", "mirror", 0, 0, 1366, 768))
    assert room.projection.start(room.laptop) == "alone"


def test_slides_take_the_shape_of_the_screen(room: Room) -> None:
    room.projection.start(room.laptop)
    assert room.projection.projector.sight is not None
    assert room.projection.projector.sight.canvas.width == 1728


def test_the_window_is_off_the_laptop_at_once_when_the_screen_goes(room: Room, qtbot: QtBot) -> None:
    room.projection.start(room.laptop)
    with qtbot.waitSignal(room.projection.lost):
        room.screens.plug(LAPTOP)
    assert not window_of(room).isVisible()
    assert room.projection.state == "lost"
    room.projection.projector.step(forwards=True)
    assert not window_of(room).isVisible()


def test_the_same_monitor_gets_the_same_slide_back(room: Room, qtbot: QtBot) -> None:
    room.projection.start(room.laptop)
    room.projection.projector.open_unit("重点-1")
    room.screens.plug(LAPTOP)
    with qtbot.waitSignal(room.projection.back):
        room.screens.plug(LAPTOP, PROJECTOR)
    assert window_of(room).isVisible()
    assert window_of(room).shown == room.projection.projector.sight
    assert room.projection.projector.position.code == "重点-1"


def test_another_monitor_is_asked_for(room: Room, qtbot: QtBot) -> None:
    room.projection.start(room.laptop)
    room.screens.plug(LAPTOP)
    with qtbot.waitSignal(room.projection.asked):
        room.screens.plug(LAPTOP, OTHER)
    assert not window_of(room).isVisible()
    room.projection.choose(OTHER)
    assert room.screens.stands[window_of(room)] == OTHER
    assert window_of(room).isVisible()


def test_nothing_can_be_projected_on_the_laptops_own_screen(room: Room) -> None:
    room.projection.choose(LAPTOP)
    assert room.projection.window is None


def test_where_the_laptops_screen_goes_the_audience_does_not_see_the_laptop_and_the_slides_on_one(room: Room) -> None:
    room.projection.start(room.laptop)
    room.screens.plug(PROJECTOR)
    assert not window_of(room).isVisible()


def test_swapped_screens_trade_their_windows(room: Room) -> None:
    room.projection.start(room.laptop)
    room.projection.swap()
    assert room.screens.stands[room.laptop] == PROJECTOR
    assert room.screens.stands[window_of(room)] == LAPTOP
    assert window_of(room).isVisible()


def test_a_window_that_somebody_moved_is_brought_back(room: Room, qtbot: QtBot) -> None:
    room.projection.start(room.laptop)
    room.screens.stands[window_of(room)] = LAPTOP
    window_of(room).moved.emit()
    assert not window_of(room).isVisible()
    qtbot.waitUntil(window_of(room).isVisible)
    assert room.screens.stands[window_of(room)] == PROJECTOR
    assert room.projection.state == "on"


def test_a_desktop_that_insists_on_the_laptops_screen_gets_no_slide_there(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.projection.start(room.laptop)
    window, put = window_of(room), room.screens.put

    def move(window: AudienceWindow, place: ScreenPlace) -> None:
        put(window, place)
        window.moved.emit()

    monkeypatch.setattr(room.screens, "on", lambda _window, _place: False)
    monkeypatch.setattr(room.screens, "put", move)
    with qtbot.waitSignal(room.projection.lost):
        window.moved.emit()
    assert not window.isVisible()


def compose(room: Room, text: str, *, commit: bool = False) -> None:
    """What an input method says while text is composed."""
    event = QInputMethodEvent("" if commit else text, [])
    if commit:
        event.setCommitString(text)
    QCoreApplication.sendEvent(room.field, event)


def test_fifty_times_gone_and_back_while_somebody_composes(room: Room, qtbot: QtBot) -> None:
    room.projection.start(room.laptop)
    for number in range(50):
        compose(room, "いこう")
        room.screens.plug(LAPTOP)
        assert not window_of(room).isVisible()
        compose(room, "移行")
        assert room.composition.text == "移行"
        with qtbot.waitSignal(room.projection.back):
            room.screens.plug(LAPTOP, PROJECTOR)
        assert room.screens.stands[window_of(room)] == PROJECTOR
        assert window_of(room).shown == room.projection.projector.sight
        compose(room, f"移行{number}。", commit=True)
        assert room.field.hasFocus()
    assert room.field.toPlainText() == "".join(f"移行{number}。" for number in range(50))


def test_the_audience_has_its_slide_before_the_laptop_goes_on(room: Room) -> None:
    room.projection.start(room.laptop)
    window, projector = window_of(room), room.projection.projector
    told: list[object] = []

    class Watching(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                told.append(window.view.page)
            return False

    watching = Watching()
    window.view.installEventFilter(watching)
    room.projection.changed.connect(lambda: told.append("laptop"))
    projector.open_unit("検討-5")
    assert told == [room.projection.content.laid.page, "laptop"]  # type: ignore[union-attr]


def test_what_was_changed_is_shown(room: Room) -> None:
    room.projection.start(room.laptop)
    before = room.projection.projector.audience
    assert before is not None
    room.desk.do(add_item, room.meeting, kind="report", title="そのほか")
    after = room.projection.projector.audience
    assert after is not None
    assert len(after.agenda) == len(before.agenda) + 1


def again(room: Room) -> Projection:
    """The projection after the program was started once more."""
    projection = Projection(room.desk, PlayedScreens(LAPTOP, PROJECTOR))
    projection.prepare(room.cycle, room.meeting.id)
    return projection


def test_it_ends_and_goes_on_at_the_same_slide(room: Room) -> None:
    room.projection.start(room.laptop)
    room.projection.projector.open_unit("検討-5")
    window = window_of(room)
    room.projection.end()
    assert not window.isVisible()
    assert room.projection.state == "off"
    room.projection.start(room.laptop)
    assert window_of(room).shown == room.projection.projector.sight
    assert room.projection.projector.position.code == "検討-5"


def test_after_the_power_was_cut_the_meeting_stands_at_the_same_slide(room: Room, qtbot: QtBot) -> None:
    room.projection.start(room.laptop)
    projector = room.projection.projector
    projector.open_unit("検討-5")
    projector.freeze(True)
    projector.open_unit("重点-1")
    projector.read_back(ReadBack(1, "まだ記録していない言葉。"))
    found: list[Position] = []

    def stands() -> None:
        other = again(room)
        found.append(other.projector.position)
        assert other.projector.position.code == "重点-1"
        assert other.projector.frozen_at is not None
        assert other.projector.frozen_at.code == "検討-5"
        assert not other.projector.reading_back

    qtbot.waitUntil(stands)


def test_another_meeting_begins_at_its_beginning(room: Room) -> None:
    room.projection.projector.open_unit("重点-1")
    room.projection.projector.hide(True)
    meeting = towns.hold(room.desk, room.cycle, day=date(2025, 2, 20)).id
    room.projection.prepare(room.cycle, meeting)
    assert room.projection.projector.position == Position()
    assert not room.projection.projector.hidden


def test_every_page_of_a_desk_has_the_same_projection_until_the_desk_is_closed(room: Room) -> None:
    found = projection_of(room.desk)
    assert projection_of(room.desk) is found
    forget_projection(room.desk)
    assert projection_of(room.desk) is not found
    forget_projection(room.desk)


@pytest.mark.parametrize(
    ("inches", "metres", "width"), [(0.0, 0.0, 1728), (80.0, 7.0, 1728 / 1.15), (65.0, 8.0, 1728 / 1.4)]
)
def test_letters_are_as_large_as_the_room_wants(room: Room, inches: float, metres: float, width: float) -> None:
    keep(screen_inches=inches, seat_metres=metres)
    projection = again(room)
    projection.start(room.laptop)
    assert projection.projector.sight is not None
    assert projection.projector.sight.canvas.width == pytest.approx(width)
    projection.forget()
