"""A batch in which everything is the matter, at the door of the window: the one good file of it is taken in."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.store.queries import plans, replies
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.take_in.page import TakeInPage
from tests.bad_files import reasons, write_bad_files
from tests.builders import ZEIMU, dump, uid
from tests.post import hand_over, newest
from tests.ui.take_in.conftest import Departments
from tests.ui.take_in.test_dropped import Room, room

__all__ = ["room"]


def test_every_bad_file_says_why_and_the_good_one_among_them_is_taken_in(
    desk: Desk, room: Room, departments: Departments, tmp_path: Path, qtbot: QtBot
) -> None:
    good = departments.send(ZEIMU, {"検討-1": "進めた。"}, "よい回答.dxd")
    bad = write_bad_files(tmp_path / "届いたもの", departments.desk(ZEIMU), hand_over(departments.desk(ZEIMU)))
    before = dump(desk)
    room.drop(*bad[:20], good, *bad[20:])
    qtbot.waitUntil(lambda: room.view.page == "take_in")
    page = room.view.pages.shown
    assert isinstance(page, TakeInPage)
    qtbot.waitUntil(lambda: len(page.gathered.files) == len(bad) + 1)
    told = {each.name: "".join(each.problems) for each in page.gathered.files if each.trouble}
    assert {name: words in told[name] for name, words in reasons(bad).items()} == dict.fromkeys(reasons(bad), True)
    assert dump(desk) == before
    cycle, unit = newest(desk), desk.ask(plans.plan).unit("検討-1").id
    page.foot.primary.click()
    qtbot.waitUntil(lambda: desk.ask(replies.slot, cycle.id, unit, uid(ZEIMU)).state == "submitted")
    wait_for_jobs()
