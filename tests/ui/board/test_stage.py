"""The slides obey keys and clicks, and the full screen shows nothing but them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.domain.audience import Audience
from dxdesk.ui.audience.painting import placed
from dxdesk.ui.board.course import Position, course
from dxdesk.ui.board.full_screen import FullScreen
from dxdesk.ui.board.stage import Stage
from dxdesk.ui.focus_ring import NO_RING

from .sights import shown


def stage(qtbot: QtBot, what: Audience | None = None, size: tuple[int, int] = (1280, 720)) -> Stage:
    found = Stage()
    qtbot.addWidget(found)
    found.resize(*size)
    found.show_content(what or shown())
    with qtbot.waitExposed(found):
        found.show()
    return found


def layer_point(found: Stage, kind: str, key: str) -> QPoint:
    """The middle of a card or tile, in the widget."""
    page = found.view.page
    assert page is not None
    layer = next(each for each in page.layers if (each.kind, each.key) == (kind, key))
    place = placed(page, found.view.size())
    factor = place.width() / page.canvas.width
    return (place.topLeft() + layer.rect.center() * factor).toPoint()


def test_a_click_on_a_card_opens_its_slide_and_escape_leads_back(qtbot: QtBot) -> None:
    found = stage(qtbot)
    QTest.mouseClick(found.view, Qt.MouseButton.LeftButton, pos=layer_point(found, "card", "6"))
    assert found.position == Position("6")
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert found.position == Position()


def test_a_click_on_a_tile_leaves_its_cards_and_a_second_brings_all_back(qtbot: QtBot) -> None:
    found = stage(qtbot)
    before = found.view.grab().toImage()
    QTest.mouseClick(found.view, Qt.MouseButton.LeftButton, pos=layer_point(found, "tile", "late"))
    assert found.position.status == "late"
    assert found.view.grab().toImage() != before
    QTest.mouseClick(found.view, Qt.MouseButton.LeftButton, pos=layer_point(found, "tile", "late"))
    assert found.view.grab().toImage() == before


def test_remote_keys_step_and_home_leads_to_the_board(qtbot: QtBot) -> None:
    found = stage(qtbot)
    line = [card.code for card in course(shown())]
    keys = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return)
    for at, key in enumerate(keys):
        QTest.keyClick(found, key)
        assert found.position.code == line[at]
    for at, key in enumerate((Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace)):
        QTest.keyClick(found, key)
        assert found.position.code == line[len(keys) - 2 - at]
    QTest.keyClick(found, Qt.Key.Key_Home)
    assert found.position.code is None


def test_digits_and_enter_open_a_unit(qtbot: QtBot) -> None:
    found = stage(qtbot)
    QTest.keyClicks(found, "13")
    assert (found.typed, found.position.code) == ("13", None)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert (found.typed, found.position.code) == ("", "13")


def test_a_number_of_two_parts_is_typed_with_its_hyphen(qtbot: QtBot) -> None:
    found = stage(qtbot, shown("miharu"))
    QTest.keyClicks(found, "-5-2")
    assert (found.typed, found.meant.card.code if found.meant else None) == ("5-2", "MEGO-5-2")
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert found.position.code == "MEGO-5-2"


def test_digits_can_be_taken_back_and_unknown_ones_change_nothing(qtbot: QtBot) -> None:
    found = stage(qtbot)
    QTest.keyClicks(found, "99")
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert found.position == Position()
    QTest.keyClicks(found, "13")
    QTest.keyClick(found, Qt.Key.Key_Backspace)
    assert found.typed == "1"
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert (found.typed, found.position) == ("", Position())


def test_digits_never_show_on_the_slide(qtbot: QtBot) -> None:
    found = stage(qtbot)
    before = found.view.grab().toImage()
    QTest.keyClicks(found, "13")
    assert found.view.grab().toImage() == before


def test_escape_at_the_top_asks_to_leave(qtbot: QtBot) -> None:
    found = stage(qtbot)
    with qtbot.waitSignal(found.left):
        QTest.keyClick(found, Qt.Key.Key_Escape)


def test_a_larger_size_makes_more_pages_and_keeps_the_place(qtbot: QtBot) -> None:
    found = stage(qtbot, shown("miharu"))
    assert found.sight is not None
    before = len(found.sight.pages)
    found.set_scale(1.4)
    assert len(found.sight.pages) > before
    found.open_unit("MEGO-9-3")
    found.set_scale(1.0)
    assert found.position.code == "MEGO-9-3"


def test_content_that_changes_keeps_the_place_and_a_unit_that_is_gone_gives_way(qtbot: QtBot) -> None:
    found = stage(qtbot)
    found.open_unit("6")
    found.show_content(shown())
    assert found.position.code == "6"
    found.show_content(shown("otaki"))
    assert found.position.code is None
    found.open_unit("6")
    assert found.position.code is None


def test_before_there_is_anything_to_show_it_stays_white(qtbot: QtBot) -> None:
    found = Stage()
    qtbot.addWidget(found)
    found.resize(400, 300)
    QTest.keyClick(found, Qt.Key.Key_Right)
    found.set_scale(1.4)
    assert found.view.page is None
    assert found.sight is None


def full(qtbot: QtBot, position: Position | None = None) -> FullScreen:
    found = FullScreen(shown(), position or Position(), 1.0)
    qtbot.addWidget(found)
    found.resize(1280, 720)
    with qtbot.waitExposed(found):
        found.show()
    return found


def test_the_full_screen_has_no_frame_no_ring_and_no_pointer(qtbot: QtBot) -> None:
    found = full(qtbot)
    assert found.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert found.property(NO_RING) is True
    assert found.stage.view.cursor().shape() == Qt.CursorShape.BlankCursor
    assert found.stage.size() == QSize(1280, 720)


def test_the_pointer_comes_back_with_the_mouse_and_goes_again(qtbot: QtBot) -> None:
    found = full(qtbot)
    timer = found.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert timer is not None
    assert timer.interval() == 3000
    timer.setInterval(300)
    QTest.mouseMove(found.stage.view, QPoint(200, 200))
    QTest.mouseMove(found.stage.view, QPoint(220, 200))
    qtbot.waitUntil(lambda: found.stage.view.cursor().shape() == Qt.CursorShape.ArrowCursor)
    qtbot.waitUntil(lambda: found.stage.view.cursor().shape() == Qt.CursorShape.BlankCursor)


def test_escape_leaves_one_level_at_a_time_and_tells_where_it_was(qtbot: QtBot) -> None:
    found = full(qtbot, Position("6", 0, "late"))
    QTest.keyClick(found.stage, Qt.Key.Key_Escape)
    QTest.keyClick(found.stage, Qt.Key.Key_Escape)
    assert found.isVisible()
    with qtbot.waitSignal(found.closed) as told:
        QTest.keyClick(found.stage, Qt.Key.Key_Escape)
    assert told.args == [Position()]


def test_b_hides_the_slide_and_any_step_shows_one_again(qtbot: QtBot) -> None:
    found = full(qtbot)
    for key in (Qt.Key.Key_B, Qt.Key.Key_Period, Qt.Key.Key_W):
        QTest.keyClick(found.stage, key)
        assert found.stage.view.page is None
        QTest.keyClick(found.stage, key)
        assert found.stage.view.page is not None
    QTest.keyClick(found.stage, Qt.Key.Key_B)
    QTest.keyClick(found.stage, Qt.Key.Key_Right)
    assert found.stage.view.page is not None


def test_alt_enter_goes_back_to_the_window(qtbot: QtBot) -> None:
    found = full(qtbot, Position("6"))
    with qtbot.waitSignal(found.closed) as told:
        QTest.keyClick(found.stage, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert told.args == [Position("6")]


def test_another_shape_of_screen_lays_the_same_slides_out_anew(qtbot: QtBot) -> None:
    found = stage(qtbot, shown("miharu"))
    assert found.sight is not None
    assert found.sight.canvas.width == 1920
    found.set_shape((1440, 1080))
    assert found.sight.canvas.width == 1440
    assert len(found.sight.pages) > 1
    found.set_shape(None)
    assert found.sight.canvas.width == 1920


def test_a_click_on_a_row_opens_its_unit_and_escape_leads_up_one_level_at_a_time(qtbot: QtBot) -> None:
    found = stage(qtbot)
    for view in ("roadmap", "trend"):
        found.show_view(view)
        QTest.mouseClick(found.view, Qt.MouseButton.LeftButton, pos=layer_point(found, "card", "6"))
        assert (found.position.code, found.position.view) == ("6", view)
        QTest.keyClick(found, Qt.Key.Key_Escape)
        assert (found.position.code, found.position.view) == (None, view)
        QTest.keyClick(found, Qt.Key.Key_Escape)
        assert found.position == Position()
        found.show_view(view)
        QTest.keyClick(found, Qt.Key.Key_Home)
        assert found.position.view == "board"


def test_the_slide_on_show_is_named_for_those_who_cannot_see_it(qtbot: QtBot) -> None:
    found = stage(qtbot, shown("miharu"))
    assert found.accessibleName() == "ボード"
    found.show_view("trend")
    assert found.accessibleName() == "推移 1／3ページ"
    found.open_unit("MEGO-9-3")
    assert found.accessibleName() == "コミュニティ活動"
    assert "表で見る" in found.accessibleDescription()
