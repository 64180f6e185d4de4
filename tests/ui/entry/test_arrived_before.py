"""代わりに記入: the secretariat hears of an answer that lies there already before it writes one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.operations.exchange_folder import put
from dxdesk.preferences import keep_exchange
from dxdesk.store.queries import packages
from dxdesk.ui.application import create_application
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.inbox import ALL_ARRIVED
from dxdesk.wording.collect import LOOK_BEFORE_WRITING, held_before, lies_before
from tests.post import Post, asked_codes, hand_over, say
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk


@pytest.fixture
def share(post: Post, tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    keep_exchange(post.desk.database_id, folder=str(folder))
    return folder


def send(post: Post, share: Path) -> Path:
    own = post.liaison(post.inquiries(towns.newest(post.desk), towns.OWN)[towns.OWN], lambda: towns.MOMENT)
    say(own, "4", "窓口を増やした。")
    made = hand_over(own)
    return put(share, made.name, made.content)


def written_for(post: Post, department: str, qtbot: QtBot) -> EntryPage:
    create_application([])
    page = EntryPage(post.desk, towns.newest(post.desk))
    post.desk.subscribe(lambda _touched: page.refresh())
    qtbot.addWidget(page)
    page.show()
    page.show_subject(f"4:{towns.department(post.desk, department)}")
    return page


def said(page: EntryPage) -> str:
    return page.band.notice.text if page.band.notice else ""


def test_a_file_that_waits_is_told_and_leads_to_where_it_is_taken_in(post: Post, share: Path, qtbot: QtBot) -> None:
    path = send(post, share)
    page = written_for(post, towns.OWN, qtbot)
    qtbot.waitUntil(lambda: said(page) == lies_before(towns.OWN))
    assert page.writing.form is not None
    assert not page.writing.form.closed
    assert page.band.notice is not None
    ((word, go),) = page.band.notice.actions
    assert word == LOOK_BEFORE_WRITING
    with qtbot.waitSignal(page.page_requested) as left:
        go()
    assert left.args == ["take_in", ALL_ARRIVED]
    path.unlink()
    page.hide()
    page.show()
    page.renew_bars()
    qtbot.waitUntil(lambda: said(page) == "")


def test_a_file_of_another_department_is_none_of_this_one(post: Post, share: Path, qtbot: QtBot) -> None:
    send(post, share)
    page = written_for(post, towns.OTHER, qtbot)
    inbox = page.arrived_before._inbox
    qtbot.waitUntil(lambda: inbox.found.waiting == 1)
    assert said(page) == ""


def test_what_is_held_is_told_too(post: Post, share: Path, qtbot: QtBot) -> None:
    own = post.liaison(post.inquiries(towns.newest(post.desk), towns.OWN)[towns.OWN], lambda: towns.MOMENT)
    first, second = asked_codes(own)[:2]
    say(own, first, "窓口を増やした。")
    say(own, second, "案内を直した。")
    post.take_in(hand_over(own), ticked=[])
    held = [each for each in post.desk.ask(packages.held) if each.reason == "unticked"]
    assert len(held) == 2
    page = written_for(post, towns.OWN, qtbot)
    assert said(page) == held_before(towns.OWN, 2)


def test_a_department_at_its_own_desk_hears_nothing_of_it(open_desk: OpenDesk, qtbot: QtBot) -> None:
    create_application([])
    desk = open_desk()
    page = EntryPage(desk, towns.newest(desk))
    qtbot.addWidget(page)
    page.show()
    assert said(page) == ""
