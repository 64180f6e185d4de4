"""What was taken in and taken back is offered once more, from what is kept here, and never by itself."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from dxdesk.operations import taking_back
from dxdesk.operations.cycles import close_cycle
from dxdesk.ui.take_in.model import CHECK
from dxdesk.ui.take_in.page import TakeInPage
from dxdesk.ui.take_in.rows import AGAIN
from dxdesk.wording.take_in import NOTHING_TO_TAKE
from tests.builders import FUKUSHI, ZEIMU, slot_of
from tests.post import newest
from tests.ui.take_in.conftest import Departments, OpenPage, settled


def taken_back(departments: Departments, page: TakeInPage, qtbot: QtBot) -> str:
    """The package that was just taken in, which was a mistake."""
    with qtbot.waitSignal(page.back_requested):
        page.foot.primary.click()
    (package,) = {each.arrival.id for each in page.gathered.files if each.arrival is not None}
    departments.post.desk.do(taking_back.cancel_taking_in, package)
    page.refresh()
    settled(page, qtbot)
    return package


def lines(page: TakeInPage) -> list[tuple[str, bool, bool]]:
    """Department, whether what was taken back, and whether it is ticked, of every answer."""
    files, ticked = page.gathered.files_by_key(), {each.key for each in page.ticked}
    return [(each.department, files[each.file].taken_back, each.key in ticked) for each in page.gathered.answers]


def test_it_is_listed_without_its_tick_and_other_files_do_not_lift_it(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "税。"})
    page = open_page()
    package = taken_back(departments, page, qtbot)
    assert lines(page) == [(ZEIMU, True, False)]
    assert page.gathered.files[0].line.startswith("取り消し 2月3日")
    assert page.gathered.answers[0].reason == "取り消した取り込みです"
    assert (page.foot.primary.text(), page.foot.primary.isEnabled()) == (NOTHING_TO_TAKE, False)
    departments.send(FUKUSHI, {"検討-1": "福祉。"})
    page.refresh()
    settled(page, qtbot)
    assert sorted(lines(page)) == sorted([(ZEIMU, True, False), (FUKUSHI, False, True)])
    with qtbot.waitSignal(page.back_requested):
        page.foot.primary.click()
    desk = departments.post.desk
    assert slot_of(desk, newest(desk), "検討-1", ZEIMU).state == "unanswered"
    page.refresh()
    settled(page, qtbot)
    assert [each.key for each in page.gathered.files] == [package]


def test_a_tick_takes_it_in_again_and_stays_while_more_arrives(
    departments: Departments, open_page: OpenPage, qtbot: QtBot, tmp_path: Path
) -> None:
    departments.send(ZEIMU, {"検討-1": "税。"})
    page = open_page()
    taken_back(departments, page, qtbot)
    for each in (departments.folder / "取込済").iterdir():
        each.unlink()
    row = page.table.source.index_of(page.gathered.answers[0].key)
    assert page.table.source.setData(row, 2, CHECK)
    page.refresh()
    settled(page, qtbot)
    assert lines(page) == [(ZEIMU, True, True)]
    with qtbot.waitSignal(page.back_requested):
        page.foot.primary.click()
    desk = departments.post.desk
    assert slot_of(desk, newest(desk), "検討-1", ZEIMU).state == "submitted"
    page.refresh()
    settled(page, qtbot)
    assert page.gathered.files == ()


def test_whoever_comes_for_it_finds_it_ticked_and_only_then(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "税。"})
    page = open_page()
    package = taken_back(departments, page, qtbot)
    page.show_subject(f"{AGAIN}{package}")
    settled(page, qtbot)
    assert lines(page) == [(ZEIMU, True, True)]
    assert page.foot.primary.text() == "1件を取り込む"
    assert page.leave()
    assert lines(page) == [(ZEIMU, True, False)]
    assert page.foot.primary.text() == NOTHING_TO_TAKE


def test_what_a_newer_file_says_needs_no_offer(departments: Departments, open_page: OpenPage, qtbot: QtBot) -> None:
    departments.send(ZEIMU, {"検討-1": "税。"})
    page = open_page()
    taken_back(departments, page, qtbot)
    departments.send(ZEIMU, {"検討-1": "税の続き。"})
    page.refresh()
    settled(page, qtbot)
    assert sorted(lines(page)) == sorted([(ZEIMU, True, False), (ZEIMU, False, True)])
    with qtbot.waitSignal(page.back_requested):
        page.foot.primary.click()
    page.refresh()
    settled(page, qtbot)
    assert page.gathered.files == ()


def test_of_a_closed_cycle_it_is_shown_only_to_whoever_comes_for_it(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    departments.send(ZEIMU, {"検討-1": "税。"})
    page = open_page()
    package = taken_back(departments, page, qtbot)
    desk = departments.post.desk
    desk.do(close_cycle, newest(desk), "見本のため。")
    page.refresh()
    settled(page, qtbot)
    assert lines(page) == []
    page.show_subject(f"{AGAIN}{package}")
    settled(page, qtbot)
    assert [each.key for each in page.gathered.files] == [package]
