"""The secretariat takes in what departments sent, and takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from dxdesk.operations.exchange_folder import put
from dxdesk.preferences import keep_exchange
from dxdesk.ui.history.page import HistoryPage
from tests.post import Post, asked_codes, hand_over, say
from tests.ui.flows.conftest import Sit
from tests.ui.flows.test_secretariat import states
from tests.ui.flows.towns import Town

LOOK, TAKE = "内容を確かめて取り込む", "4件を取り込む"


@pytest.fixture
def arrived(town: Town, empty_file: Path, tmp_path: Path) -> Iterator[Path]:
    """Two departments answered four times; their files lie in the exchange folder."""
    folder = tmp_path / "共有"
    folder.mkdir()
    keep_exchange(town.desk.database_id, folder=str(folder))
    post = Post(town.desk, empty_file, tmp_path)
    inquiries = post.inquiries(town.cycle, *town.names[:2])
    for name, count in zip(town.names, (3, 1), strict=False):
        there = post.liaison(inquiries[name], town.desk.moment)
        for code in asked_codes(there)[:count]:
            say(there, code, "予定どおり進めました。")
        made = hand_over(there)
        put(folder, made.name, made.content)
    yield folder
    post.close()


def test_four_answers_are_taken_in_and_taken_back(town: Town, sit: Sit, arrived: Path, qtbot: QtBot) -> None:
    hands = sit()
    qtbot.waitUntil(lambda: hands.found(LOOK))
    with hands.within(2):
        hands.press(LOOK)
        qtbot.waitUntil(lambda: hands.found(TAKE))
        hands.press(TAKE)
        qtbot.waitUntil(lambda: "submitted" in states(town))
    qtbot.waitUntil(lambda: not hands.found(LOOK) and hands.found("催促文をつくる"))
    assert len(list((arrived / "取込済").iterdir())) == 2
    assert len(list(arrived.glob("*受領票.dxd"))) == 2
    hands.menu("メニュー", "操作の履歴")
    page = next(each for each in hands.seen(HistoryPage) if isinstance(each, HistoryPage))
    table = page.table
    assert isinstance(table, QTableView)
    for _file in range(2):
        model = table.model()
        row = next(row for row in range(model.rowCount()) if _still_taken(page, row))
        hands.choose(table, model.index(row, 0))
        hands.press("この取り込みを取り消す")
        qtbot.waitUntil(lambda row=row: page.isEnabled() and not _still_taken(page, row + 2))  # type: ignore[misc]
    assert states(town) == {"unanswered"}


def _still_taken(page: HistoryPage, row: int) -> bool:
    """Whether a row is a taking in that was not taken back."""
    model = page.table.model()

    def about(word: str) -> list[str]:
        rows = [each for each in range(model.rowCount()) if model.index(each, 2).data() == word]
        return [str(model.index(each, 3).data()) for each in rows]

    subject = str(model.index(row, 3).data())
    taken = model.index(row, 2).data() == "回答を取り込む"
    return taken and not any(subject.endswith(each) for each in about("取り込みを取り消す"))
