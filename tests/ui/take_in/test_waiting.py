"""待ち: an answer whose earlier version has not come is kept, and can be used without that."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from dxdesk.domain.packages import Records
from dxdesk.operations.exchange_folder import put
from dxdesk.wording.take_in import WAITING_MORE
from tests.builders import ZEIMU, slot_of
from tests.post import hand_over, newest, say, sign_again
from tests.ui.collect.conftest import OpenPage as OpenCollect
from tests.ui.collect.conftest import open_page as open_collect
from tests.ui.collect.hands import button, buttons, click, click_cell
from tests.ui.take_in.conftest import Departments, OpenPage, settled
from tests.ui.take_in.test_page import lines, texts

__all__ = ["open_collect"]


def send_second_alone(departments: Departments) -> None:
    """The second of two answers about 検討-1 arrives in a file without the first."""
    there = departments.desk(ZEIMU)
    for words in ("一つめ。", "二つめ。"):
        say(there, "検討-1", words)
        body = hand_over(there).package.body
    assert isinstance(body, Records)
    alone = replace(body, revisions=tuple(each for each in body.revisions if each.parents))
    put(departments.folder, "回答.dxd", sign_again(there, alone).content)


def test_it_is_told_apart_kept_and_used_without_the_one_before(
    departments: Departments, open_page: OpenPage, open_collect: OpenCollect, qtbot: QtBot
) -> None:
    send_second_alone(departments)
    page = open_page()
    assert [each[1:] for each in lines(page)[1:]] == [("待ち", "前の版がまだ届いていません。届くまで預かります")]
    assert page.area.chips["waiting"].isVisible()
    assert page.table.chosen is not None
    assert not page.table.chosen.can_tick
    assert WAITING_MORE in texts(page.panel)
    assert page.foot.primary.text() == "1件を預かる"
    with qtbot.waitSignal(page.back_requested):
        page.foot.primary.click()
    desk = departments.post.desk
    assert slot_of(desk, newest(desk), "検討-1", ZEIMU).state == "waiting"
    page.refresh()
    settled(page, qtbot)
    assert page.gathered.files == ()
    collect = open_collect(desk, newest(desk))
    click_cell(collect, "検討-1", ZEIMU)
    click(button(collect, "前の版なしで使う"))
    view = slot_of(desk, newest(desk), "検討-1", ZEIMU)
    assert view.state == "submitted"
    assert view.heads[0].answer is not None
    assert view.heads[0].answer.results == "二つめ。"
    click_cell(collect, "検討-1", ZEIMU)
    assert "前の版なしで使う" not in buttons(collect)
