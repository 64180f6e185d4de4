"""操作の履歴: a taking in is taken back on its row, unless somebody leans on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk, Step
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.operations import reviews
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import packages, plans
from dxdesk.store.queries import replies as said
from dxdesk.ui.history.page import HistoryPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.take_in.rows import AGAIN
from dxdesk.wording.take_in import PLACE_RECEIPTS, SEE_ACCEPTED, TAKE_AGAIN
from tests.builders import ZEIMU, at, open_desk, start_cycle, uid
from tests.databases import open_anywhere
from tests.post import Post, hand_over, say

OpenPage = Callable[[], HistoryPage]


@pytest.fixture
def desk(database_file: Path) -> Iterator[Desk]:
    opened = open_desk(open_anywhere(database_file))
    yield opened
    wait_for_jobs()
    opened.close()


@pytest.fixture
def cycle(desk: Desk, empty_file: Path, tmp_path: Path) -> Iterator[Cycle]:
    """A cycle in which 税務課's two answers were just taken in."""
    found = start_cycle(desk)
    post = Post(desk, empty_file, tmp_path)
    tax = post.liaison(post.inquiries(found, ZEIMU)[ZEIMU])
    for code in ("重点-1", "重点-2"):
        say(tax, code, "進めた。")
    post.take_in(hand_over(tax))
    yield found
    post.close()


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk) -> OpenPage:
    def open_it() -> HistoryPage:
        page = HistoryPage(desk, None)
        desk.subscribe(lambda _touched: page.refresh())
        qtbot.addWidget(page)
        page.resize(1366, 600)
        page.show()
        return page

    return open_it


def row_of(page: HistoryPage, word: str) -> int:
    model = page.table.model()
    return next(row for row in range(model.rowCount()) if model.index(row, 2).data() == word)


def test_the_row_of_a_taking_in_can_take_it_back_with_its_receipt(
    desk: Desk, cycle: Cycle, open_page: OpenPage, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "共有"
    folder.mkdir()
    keep_exchange(desk.database_id, folder=str(folder))
    page = open_page()
    page.table.selectRow(row_of(page, "照会する"))
    assert not page.cancel.isVisible()
    page.table.selectRow(row_of(page, "回答を取り込む"))
    assert page.cancel.isVisible()
    with qtbot.waitSignal(page.offered) as offered:
        page.cancel.click()
    words, button, act = offered.args
    assert (words, button) == ("2件の取り込みを取り消しました。いつでも取り込み直せます。", TAKE_AGAIN)
    assert [each.name for each in folder.iterdir()] == [f"第1回_{ZEIMU}_受領票.dxd"]
    unit = desk.ask(plans.plan).unit("重点-1").id
    assert desk.ask(said.slot, cycle.id, unit, uid(ZEIMU)).state == "unanswered"
    page.table.selectRow(row_of(page, "回答を取り込む"))
    assert not page.cancel.isVisible()
    with qtbot.waitSignal(page.page_requested) as asked:
        act()
    for word in ("回答を取り込む", "取り込みを取り消す"):
        page.table.selectRow(row_of(page, word))
        with qtbot.waitSignal(page.page_requested) as button_asked:
            page.again.click()
        assert button_asked.args == asked.args
    (package,) = desk.ask(packages.all_filed, direction="in")
    assert asked.args == ["take_in", f"{AGAIN}{package.id}"]


def test_a_taking_in_that_was_last_is_what_the_filled_button_takes_back(
    desk: Desk, cycle: Cycle, open_page: OpenPage, qtbot: QtBot
) -> None:
    desk.remember(Step("「会計課」の追加", lambda: None, lambda: None))
    page = open_page()
    assert (page.undo.text(), page.undo.isEnabled()) == ("直前の取り込みを取り消す", True)
    with qtbot.waitSignal(page.offered) as offered, qtbot.assertNotEmitted(page.undo_requested):
        page.undo.click()
    assert offered.args[0].startswith("2件の取り込みを取り消しました。")
    page.refresh()
    assert "会計課" in page.undo.text()


def test_without_an_exchange_folder_the_receipt_is_offered(cycle: Cycle, open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    page.table.selectRow(row_of(page, "回答を取り込む"))
    with qtbot.waitSignal(page.offered) as offered:
        page.cancel.click()
    assert offered.args[:2] == ["2件の取り込みを取り消しました。いつでも取り込み直せます。", PLACE_RECEIPTS]


def test_what_somebody_leans_on_stays_and_is_named(desk: Desk, cycle: Cycle, open_page: OpenPage, qtbot: QtBot) -> None:
    desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    page = open_page()
    page.table.selectRow(row_of(page, "回答を取り込む"))
    with qtbot.waitSignal(page.offered) as offered:
        page.cancel.click()
    words, button, act = offered.args
    assert words.startswith(f"この取り込みは取り消せません。重点-1 {ZEIMU}を")
    assert button == SEE_ACCEPTED
    with qtbot.waitSignal(page.page_requested) as asked:
        act()
    assert asked.args == ["collect", ""]


def test_whoever_only_looks_is_not_offered_it(desk: Desk, cycle: Cycle, open_page: OpenPage) -> None:
    desk.actor = Actor("liaison", (uid(ZEIMU),), "田中")
    page = open_page()
    page.table.selectRow(row_of(page, "回答を取り込む"))
    QTest.qWait(1)
    assert not page.cancel.isVisible()


def test_a_file_that_never_came_is_named_and_nothing_more(
    desk: Desk, empty_file: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    """Every file carries all that was said before: a gap in 通番 is worth knowing, and no trouble."""
    found, post = start_cycle(desk), Post(desk, empty_file, tmp_path)
    tax = post.liaison(post.inquiries(found, ZEIMU)[ZEIMU])
    files = []
    for words in ("一つめ。", "二つめ。", "三つめ。", "四つめ。"):
        say(tax, "重点-1", words)
        files.append(hand_over(tax))
    post.take_in(files[3])
    page = open_page()
    assert (
        page.table.model().index(row_of(page, "回答を取り込む"), 3).data().endswith("（通番4。1〜3は届いていません）")
    )
    post.take_in(files[1])
    post.close()
    page.refresh()
    model = page.table.model()
    told = [str(model.index(row, 3).data()) for row in range(model.rowCount())]
    assert [each.partition("（")[2] for each in told if "通番" in each] == [
        "通番2。1は届いていません）", "通番4。3は届いていません）",
    ]  # fmt: skip
