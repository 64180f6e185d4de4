from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.ui.entry.giving import hand_over
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.one_line import OneLine
from dxdesk.wording.liaison import GIVEN_SOMEWHERE, NO_FOLDER
from tests.post import say
from tests.ui.entry import towns


def destination(page: EntryPage) -> str:
    """What the card says of where the answers go."""
    page.show_giving()
    return page.body.centre.done.giving.findChildren(OneLine)[0].text()


def test_the_card_tells_where_the_file_went_until_there_is_something_to_hand_over_again(
    own: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "回答.dxd"), ""))
    page = EntryPage(own, towns.newest(own))
    own.subscribe(lambda _touched: page.refresh())
    qtbot.addWidget(page)
    say(own, "4", "進めました。")
    assert destination(page) == NO_FOLDER
    hand_over(page)
    wait_for_jobs()
    qtbot.waitUntil(lambda: page.placed is not None)
    assert destination(page) == str(tmp_path)
    page.placed = None  # the program was closed and opened again
    assert destination(page) == GIVEN_SOMEWHERE
    say(own, "4", "数字を書き足しました。")
    assert destination(page) == NO_FOLDER
