"""ボード: what the chair asks of it while people speak."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from dxdesk.ui.audience.painting import placed
from dxdesk.ui.board.page import BoardPage
from dxdesk.ui.board.stage import Stage
from tests.ui.flows import towns
from tests.ui.flows.conftest import Sit
from tests.ui.flows.hands import Hands, Keyboard, Mouse
from tests.ui.flows.towns import Town


def board_of(hands: Hands) -> BoardPage:
    found = hands.seen(BoardPage)[0]
    assert isinstance(found, BoardPage)
    return found


def drill(hands: Hands, stage: Stage, code: str) -> None:
    """A unit that is on the agenda as the first: its card, or its number and Enter."""
    if isinstance(hands, Mouse):
        click_on_slide(hands, stage, "card", code)
    else:
        assert isinstance(hands, Keyboard)
        hands.enter("1")
        hands.key(Qt.Key.Key_Return)


def click_on_slide(hands: Mouse, stage: Stage, kind: str, key: str) -> None:
    """The middle of a card or a tile."""
    view = stage.view
    assert view.page is not None
    layer = next(each for each in view.page.layers if (each.kind, each.key) == (kind, key))
    place = placed(view.page, view.size())
    factor = place.width() / view.page.canvas.width
    middle = layer.rect.center()
    hands.click(view, (place.topLeft() + QPointF(middle.x() * factor, middle.y() * factor)).toPoint())


def only(hands: Hands, stage: Stage, status: str, word: str) -> None:
    """Only the cards of a status: its tile, or the list of statuses."""
    if isinstance(hands, Mouse):
        click_on_slide(hands, stage, "tile", status)
    else:
        hands.pick("状況", word)


def test_the_chair_walks_along_the_board(town: Town, sit: Sit, qtbot: QtBot) -> None:
    towns.meeting_held(town, with_agenda=True)
    hands = sit("chair")
    stage = board_of(hands).stage
    qtbot.waitUntil(lambda: stage.sight is not None)
    codes = [unit.code for unit in town.plan.units]
    with hands.within(1):
        drill(hands, stage, codes[0] or "")
    assert stage.position.code == codes[0]
    with hands.within(1):
        hands.press("次へ")
    assert stage.position.code == codes[1]
    with hands.within(1):
        hands.press("ボード")
    assert stage.position.code is None
    with hands.within(1):
        only(hands, stage, "late", "遅れ")
    assert stage.position.status == "late"
    with hands.within(1):
        only(hands, stage, "late", "すべて")
    assert stage.position.status is None
    with hands.within(1):
        hands.press("推移")
    assert (stage.position.code, stage.position.view) == (None, "trend")
