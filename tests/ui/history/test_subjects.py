"""操作の履歴: every row says in words what it was about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations import inquiring, sender_keys, taking_in_files
from dxdesk.operations import plans as operations
from dxdesk.store.queries import packages, plans
from dxdesk.ui.history.page import HistoryPage
from dxdesk.wording.history import KEYS_MADE, NAMELESS_FILE, subject_words
from tests.post import Post, asked_codes, hand_over, say
from tests.ui.entry.towns import desk_on
from tests.ui.flows import towns
from tests.ui.flows.towns import Town

RAW = re.compile(r"[a-z_]+|[A-Za-z0-9+/=-]{16,}|\d+(-\d+)?")
"""A word of the program, a key or an id, a number that names nothing."""


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    """The year of a town in which files came and went and settings were changed."""
    desk = desk_on(towns.make(empty_file, tmp_path / "year.db", "ogawara"))
    town, post = Town(desk), Post(desk, empty_file, tmp_path)
    name = town.names[0]
    towns.meeting_held(town)
    there = post.liaison(post.inquiries(town.cycle, name)[name], desk.moment)
    say(there, asked_codes(there)[0], "進めました。")
    post.take_in(hand_over(there))
    taken = desk.ask(packages.all_filed, kinds=("reply",), direction="in")[-1]
    desk.do(taking_in_files.cancel_with_receipt, taken.id, None)
    desk.do(inquiring.make_plan_news)
    desk.do(inquiring.make_view)
    settings = desk.ask(plans.settings)[1]
    desk.do(operations.change_settings, replace(settings, guide_characters=settings.guide_characters + 10))
    desk.do(sender_keys.change_passphrase, "さくら")
    desk.do(sender_keys.change_passphrase, None, "さくら")
    yield desk
    post.close()
    desk.close()


def test_no_row_of_a_year_shows_a_key_an_id_or_a_word_of_the_program(desk: Desk, qtbot: QtBot) -> None:
    page = HistoryPage(desk, None)
    qtbot.addWidget(page)
    while page.more.isEnabled():
        page.more.click()
    model = page.table.model()
    rows = [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]
    assert len(rows) > 50
    assert [row for row in rows if not row[2] or not row[3] or RAW.fullmatch(row[2]) or RAW.fullmatch(row[3])] == []
    about = {row[2]: row[3] for row in rows}
    assert about["照会の鍵をつくる"] == KEYS_MADE
    page.search.setText(KEYS_MADE)
    page.refresh()
    assert [model.index(row, 2).data() for row in range(model.rowCount())] == ["照会の鍵をつくる"]


def test_a_unit_that_stands_alone_is_named_and_other_words_stay() -> None:
    units = {"12": "情報発信の強化"}
    assert subject_words("consolidate", "12", units) == "12 情報発信の強化"
    assert subject_words("submit", "12 商工観光課", units) == "12 商工観光課"
    assert subject_words("cancel", "0f" * 32, units) == NAMELESS_FILE
    assert subject_words("department add", "settings", units) == "settings"
