"""The audience sees a slide or plain white, and nothing else whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.preferences import keep
from dxdesk.ui.audience.painting import render
from dxdesk.ui.board.course import Position, Sight, course
from dxdesk.ui.projection import pictures
from dxdesk.ui.projection.projector import Projector
from dxdesk.ui.projection.window import AudienceWindow
from tests.ui.board.sights import shown

WHITE = QColor("white").rgb()
FIRST, SECOND = (card.code for card in course(shown())[:2])
KEY = Qt.Key


@pytest.fixture
def projector(qtbot: QtBot) -> Projector:
    made = Projector()
    made.show_content(shown())
    made.set_screen((960, 540), 1.0)
    return made


@pytest.fixture
def open_window(qtbot: QtBot, projector: Projector) -> Iterator[Callable[[], AudienceWindow]]:
    """The audience's window, shown as it shows itself."""
    opened: list[AudienceWindow] = []

    def open_it() -> AudienceWindow:
        made = AudienceWindow(projector)
        opened.append(made)
        made.resize(960, 540)
        made.show()
        qtbot.waitExposed(made)
        return made

    yield open_it
    for each in opened:
        each.end()


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[], AudienceWindow]) -> AudienceWindow:
    """The same with the focus in it."""
    made = open_window()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def colours(window: AudienceWindow) -> set[int]:
    image = window.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def test_it_paints_what_the_slide_paints(window: AudienceWindow, projector: Projector) -> None:
    projector.open_unit(FIRST)
    sight = projector.projected
    assert sight is not None
    picture = render(sight.pages[0], window.size())
    assert window.grab().toImage().convertToFormat(picture.format()) == picture


def test_hidden_is_plain_white_and_comes_back(window: AudienceWindow, projector: Projector, qtbot: QtBot) -> None:
    assert len(colours(window)) > 1
    projector.hide(True)
    qtbot.waitUntil(lambda: colours(window) == {WHITE})
    qtbot.waitUntil(lambda: window.view.page is None)
    projector.hide(False)
    qtbot.waitUntil(lambda: len(colours(window)) > 1)


def test_nothing_moves_where_less_motion_is_wanted(window: AudienceWindow, projector: Projector) -> None:
    keep(less_motion=True)
    projector.hide(True)
    assert colours(window) == {WHITE}
    projector.hide(False)
    assert len(colours(window)) > 1


def test_hidden_at_the_start_shows_no_slide(open_window: Callable[[], AudienceWindow], projector: Projector) -> None:
    projector.hide(True)
    made = open_window()
    assert made.view.page is None
    assert colours(made) == {WHITE}


def test_a_slide_that_cannot_be_drawn_leaves_the_picture(
    window: AudienceWindow, projector: Projector, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window.grab().toImage()

    def fail(*_what: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr(pictures, "render", fail)
    with qtbot.waitSignal(window.trouble):
        projector.open_unit(FIRST)
    assert window.grab().toImage() == before
    monkeypatch.undo()
    with qtbot.waitSignal(window.drawn):
        projector.step(forwards=True)
    assert window.grab().toImage() != before


def test_it_has_no_words_buttons_or_tips_of_its_own(window: AudienceWindow) -> None:
    assert not window.findChildren(QLabel)
    assert not window.findChildren(QPushButton)
    assert not [each for each in (window, *window.findChildren(QWidget)) if each.toolTip()]
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.windowTitle() == "投影"


def test_nobody_closes_it_from_outside(window: AudienceWindow) -> None:
    window.close()
    assert window.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert window.isVisible()


def test_the_pointer_shows_for_three_seconds_after_the_mouse_moved(window: AudienceWindow, qtbot: QtBot) -> None:
    blank = Qt.CursorShape.BlankCursor
    assert window.view.cursor().shape() == blank
    QTest.mouseMove(window.view, QPoint(100, 100))
    QTest.mouseMove(window.view, QPoint(120, 100))
    qtbot.waitUntil(lambda: window.view.cursor().shape() != blank)
    qtbot.waitUntil(lambda: window.view.cursor().shape() == blank)


def test_a_click_on_a_card_does_nothing_there(window: AudienceWindow, projector: Projector) -> None:
    before = projector.position
    for x in range(40, 960, 60):
        QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, pos=QPoint(x, 270))
    assert projector.position == before


def keys(window: AudienceWindow, *pressed: Qt.Key | str) -> None:
    for each in pressed:
        if isinstance(each, str):
            QTest.keyClicks(window, each)
        else:
            QTest.keyClick(window, each)


@pytest.mark.parametrize("key", [KEY.Key_Right, KEY.Key_Down, KEY.Key_Space, KEY.Key_Return, KEY.Key_PageDown])
def test_these_keys_go_on(window: AudienceWindow, projector: Projector, key: Qt.Key) -> None:
    keys(window, key)
    assert projector.position.code == FIRST
    keys(window, key)
    assert projector.position.code == SECOND


@pytest.mark.parametrize("key", [KEY.Key_Left, KEY.Key_Up, KEY.Key_Backspace, KEY.Key_PageUp])
def test_these_keys_go_back(window: AudienceWindow, projector: Projector, key: Qt.Key) -> None:
    projector.open_unit(SECOND)
    keys(window, key)
    assert projector.position.code == FIRST


def test_a_number_and_enter_open_a_unit(window: AudienceWindow, projector: Projector) -> None:
    keys(window, "17", KEY.Key_Backspace)
    assert window.remote.typed == "1"
    assert window.remote.meant is not None
    keys(window, KEY.Key_Return)
    assert projector.position.code == course(shown())[0].code
    assert window.remote.typed == ""


def test_a_number_that_means_nothing_moves_nothing(window: AudienceWindow, projector: Projector) -> None:
    projector.open_unit(SECOND)
    keys(window, "999", KEY.Key_Return)
    assert projector.position.code == SECOND
    keys(window, "5", KEY.Key_Escape)
    assert window.remote.typed == ""
    assert projector.position.code == SECOND


@pytest.mark.parametrize("letter", ["b", "B", ".", "w", "W"])
def test_b_point_and_w_hide_and_show(window: AudienceWindow, projector: Projector, letter: str) -> None:
    keys(window, letter)
    assert projector.hidden
    keys(window, letter)
    assert not projector.hidden


def test_f_freezes_and_home_shows_the_board(window: AudienceWindow, projector: Projector) -> None:
    projector.open_unit(SECOND)
    keys(window, "f")
    assert projector.frozen
    keys(window, KEY.Key_Home, "f")
    assert projector.position == Position()
    assert not projector.frozen


def test_escape_goes_up_and_never_ends_it(window: AudienceWindow, projector: Projector) -> None:
    projector.open_unit(FIRST)
    projector.go(replace(projector.position, status="late"))
    for _ in range(6):
        keys(window, KEY.Key_Escape)
    assert projector.position == Position()
    assert window.isVisible()


def test_the_slides_around_are_painted_ahead(
    window: AudienceWindow, projector: Projector, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[Sight] = []
    draw: Callable[..., object] = pictures.laid_out

    def note(sight: Sight) -> object:
        painted.append(sight)
        return draw(sight)

    monkeypatch.setattr(pictures, "laid_out", note)
    projector.open_unit(FIRST)
    views = {"board", "roadmap", "trend"}
    qtbot.waitUntil(lambda: {each.position.code for each in painted} == {FIRST, SECOND, None})
    qtbot.waitUntil(lambda: {each.position.view for each in painted if each.position.code is None} == views)
    painted.clear()
    projector.step(forwards=True)
    assert SECOND not in {each.position.code for each in painted}
    assert window.shown is not None
    assert window.shown.position.code == SECOND


def test_a_slide_ahead_that_cannot_be_drawn_is_no_trouble_yet(
    window: AudienceWindow, projector: Projector, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[bool] = []
    window.trouble.connect(lambda: said.append(True))
    tried: list[bool] = []

    def fail(*_what: object) -> None:
        tried.append(True)
        raise RuntimeError("no ink")

    projector.open_unit(FIRST)
    monkeypatch.setattr(pictures, "render", fail)
    qtbot.waitUntil(lambda: bool(tried))
    assert said == []


def test_it_takes_no_focus_when_it_appears(qtbot: QtBot, open_window: Callable[[], AudienceWindow]) -> None:
    laptop = QWidget()
    qtbot.addWidget(laptop)
    laptop.show()
    laptop.activateWindow()
    qtbot.waitUntil(laptop.isActiveWindow)
    open_window()
    assert QApplication.activeWindow() is laptop


def test_a_click_on_it_gives_it_the_keys_until_it_is_hidden(
    qtbot: QtBot, open_window: Callable[[], AudienceWindow]
) -> None:
    made = open_window()
    no_focus = Qt.WindowType.WindowDoesNotAcceptFocus
    assert made.windowHandle().flags() & no_focus
    QTest.mouseClick(made.view, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(made.isActiveWindow)
    made.hide()
    made.show()
    assert made.windowHandle().flags() & no_focus
