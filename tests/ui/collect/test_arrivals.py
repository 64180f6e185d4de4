"""回収 and files: what has arrived, what is held, and an answer whose earlier version never came."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.exchange_folder import put
from dxdesk.preferences import keep_exchange
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui.collect.model import CELL_ROLE
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.inbox import ALL_ARRIVED, Arrivals
from dxdesk.wording.take_in import FOLDER_AWAY, HELD_HERE, LOOK_INSIDE, SEE_WHY
from tests.builders import FUKUSHI, KENSETSU, SOUMU, ZEIMU, uid
from tests.post import Post, hand_over, say
from tests.ui.collect import towns
from tests.ui.collect.conftest import OpenPage


@pytest.fixture
def post(desk: Desk, empty_file: Path, tmp_path: Path) -> Iterator[Post]:
    found = Post(desk, empty_file, tmp_path)
    yield found
    found.close()


@pytest.fixture
def shared(desk: Desk, tmp_path: Path) -> Path:
    """The exchange folder of this PC."""
    folder = tmp_path / "共有"
    folder.mkdir()
    keep_exchange(desk.database_id, folder=str(folder))
    return folder


def looked(page: CollectPage, qtbot: QtBot) -> Arrivals:
    """What the page found in the folder once it has looked."""
    inbox = page.arrivals.inbox
    inbox.look()
    qtbot.waitUntil(lambda: not inbox.looking)
    return inbox.found


def test_answers_in_the_folder_are_told_in_the_band_and_lead_to_their_page(
    desk: Desk, post: Post, shared: Path, open_page: OpenPage, qtbot: QtBot
) -> None:
    cycle = towns.newest(desk)
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(tax, "重点-2", "進めた。")
    made = hand_over(tax)
    page = open_page(desk, cycle)
    assert looked(page, qtbot) == Arrivals()
    put(shared, made.name, made.content)
    assert looked(page, qtbot) == Arrivals(1, 0)
    notice = page.notice()
    assert notice is not None
    assert (notice.text, notice.actions[0][0]) == (f"回答ファイルが1件届いています。{ZEIMU}", LOOK_INSIDE)
    with qtbot.waitSignal(page.page_requested) as asked:
        notice.actions[0][1]()
    assert asked.args == ["take_in", ALL_ARRIVED]
    post.take_in(made)
    assert looked(page, qtbot) == Arrivals()


def test_departments_are_named_in_their_order_while_they_are_few_and_known(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk, towns.newest(desk))

    def said(*departments: str) -> str:
        page.arrivals.inbox.show(Arrivals(4, departments=frozenset(departments)))
        notice = page.notice()
        assert notice is not None
        return notice.text

    assert said(ZEIMU, uid(SOUMU)) == f"回答ファイルが4件届いています。{SOUMU}・{ZEIMU}"
    assert said(ZEIMU, "知らない課") == "回答ファイルが4件届いています。"
    assert said(SOUMU, ZEIMU, FUKUSHI, KENSETSU) == "回答ファイルが4件届いています。"


def test_a_file_that_cannot_be_read_leads_to_its_reason(
    desk: Desk, shared: Path, open_page: OpenPage, qtbot: QtBot
) -> None:
    (shared / "途中まで.dxd").write_bytes(b"dxdesk-package 1\r\n")
    page = open_page(desk, towns.newest(desk))
    assert looked(page, qtbot) == Arrivals(1, 1)
    notice = page.notice()
    assert notice is not None
    assert notice.actions[0][0] == SEE_WHY


def test_a_share_that_is_away_is_said_quietly_until_it_is_back(
    desk: Desk, shared: Path, open_page: OpenPage, qtbot: QtBot
) -> None:
    shared.rmdir()
    page = open_page(desk, towns.newest(desk))
    assert looked(page, qtbot) == Arrivals(away=True)
    assert page.area._reach.text() == FOLDER_AWAY
    assert page.area._reach.isVisible()
    assert page.notice() is None
    shared.mkdir()
    assert looked(page, qtbot) == Arrivals()
    assert not page.area._reach.isVisible()


def test_a_database_out_of_reach_is_no_share_that_is_away(
    desk: Desk, shared: Path, open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shared / "途中まで.dxd").write_bytes(b"dxdesk-package 1\r\n")
    page = open_page(desk, towns.newest(desk))
    before = looked(page, qtbot)

    def busy(*_: object) -> None:
        raise StoreUnavailable("busy", Path(desk.database.target))

    monkeypatch.setattr("dxdesk.ui.inbox.still_waiting", busy)
    assert looked(page, qtbot) == before == Arrivals(1, 1)


def test_a_new_file_is_noticed_without_anybody_asking(
    desk: Desk, shared: Path, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(desk, towns.newest(desk))
    looked(page, qtbot)
    with qtbot.waitSignal(page.notice_changed):
        (shared / "届いた.dxd").write_bytes(b"dxdesk-package 1\r\n")


def test_what_is_held_is_marked_counted_and_leads_to_its_page(
    desk: Desk, post: Post, open_page: OpenPage, qtbot: QtBot
) -> None:
    cycle = towns.newest(desk)
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    say(tax, "重点-2", "もう一度書いた。")
    post.take_in(hand_over(tax), ticked=())
    page = open_page(desk, cycle)
    unit = desk.ask(plans.plan).unit("重点-2").id
    assert page.source is not None
    assert page.source.held == {(unit, uid(ZEIMU))}
    assert page.filters.chips["held"].isVisible()
    assert page.filters.chips["held"].accessibleName() == "預かり 1件"
    page.filters.chips["held"].click()
    assert [row.key for row in page.matrix.rows() if row.row is not None] == [unit]
    page.show_subject(f"重点-2:{uid(ZEIMU)}")
    assert page.panel.buttons["held"].isVisible()
    with qtbot.waitSignal(page.page_requested) as asked:
        page.panel.buttons["held"].click()
    assert asked.args == ["take_in", ALL_ARRIVED]
    assert HELD_HERE in [block for block, _ in page.panel._blocks]
    with qtbot.waitSignal(page.page_requested) as asked:
        page.ways.go("held")
    assert asked.args == ["take_in", ALL_ARRIVED]


def test_an_answer_that_waits_for_an_earlier_one_can_be_used_without_it(page: CollectPage) -> None:
    page.show_subject(f"検討-4:{uid(ZEIMU)}")
    assert page.panel.buttons["without"].isVisible()
    page.panel.buttons["without"].click()
    unit = page.desk.ask(plans.plan).unit("検討-4").id
    cell = page.matrix.cells.index_of(unit, uid(ZEIMU)).data(CELL_ROLE)
    assert cell.state == "submitted"
    assert not page.panel.buttons["without"].isVisible()


def test_other_answers_offer_no_way_past_an_earlier_version(page: CollectPage) -> None:
    page.show_subject(f"重点-1:{uid(SOUMU)}")
    assert not page.panel.buttons["without"].isVisible()
    assert not page.panel.buttons["held"].isVisible()


def test_a_form_that_was_left_behind_stays_among_what_is_to_be_done(desk: Desk, open_page: OpenPage) -> None:
    page = open_page(desk, towns.newest(desk))
    page.arrivals.inbox.show(Arrivals(left=("回答票.xlsx",)))
    shown = [each.text() for each in page.panel.next_steps.findChildren(QLabel)]
    assert any("回答票.xlsx" in each for each in shown)
