"""できあがり follows what is written, at the part that is open, and shows only the newest."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.ui.minutes.follower import Follower, Wanted, only
from dxdesk.ui.minutes.page import MinutesPage
from dxdesk.ui.printing import saving


def settled(page: MinutesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.finished.follower.waiting and page.finished.strip.count > 0)


def test_the_page_is_tinted_where_the_open_part_stands(page: MinutesPage, qtbot: QtBot) -> None:
    page.open_part("time")
    settled(page, qtbot)
    first = page.finished.strip.tinted()
    assert page.shown is not None
    page.open_part(page.shown.source.record.items[1].id)
    settled(page, qtbot)
    second = page.finished.strip.tinted()
    assert not first.isEmpty()
    assert second.top() > first.bottom()


def test_what_is_written_arrives_on_the_page(page: MinutesPage, qtbot: QtBot) -> None:
    page.open_part("time")
    settled(page, qtbot)
    before = page.finished.strip.grab().toImage()
    page.centre.editor.text_edited.emit("place", "別館の2階の会議室")
    assert page.finished.follower.waiting
    settled(page, qtbot)
    assert page.finished.strip.grab().toImage() != before


def test_of_what_is_asked_for_meanwhile_only_the_newest_is_drawn(qtbot: QtBot, page: MinutesPage) -> None:
    assert page.shown is not None
    follower = Follower(page)
    drawn: list[object] = []
    made: list[int] = []
    follower.drawn.connect(drawn.append)
    compose = page.shown.composer("full")

    def noted(number: int) -> bytes:
        made.append(number)
        return compose().pdf

    for number in range(5):
        follower.follow(Wanted(lambda number=number: noted(number), 300, only(["日時", "日時", ""])), at_once=True)  # type: ignore[misc]
    qtbot.waitUntil(lambda: bool(drawn) and not follower.waiting)
    assert made == [4]
    assert len(drawn) == 1


def test_a_page_that_cannot_be_made_is_said_and_the_next_one_comes(qtbot: QtBot, page: MinutesPage) -> None:
    assert page.shown is not None
    follower, gist = Follower(page), page.shown.composer("gist")
    with qtbot.waitSignal(follower.failed):
        follower.follow(Wanted(lambda: b"no pdf", 300, ()), at_once=True)
    with qtbot.waitSignal(follower.drawn):
        follower.follow(Wanted(lambda: gist().pdf, 300, ()), at_once=True)


@pytest.mark.parametrize(("width", "drawer", "list_shown"), [(1366, False, True), (1250, False, False),
                                                            (1150, True, True), (1024, True, False)])  # fmt: skip
def test_a_narrow_window_makes_the_page_a_drawer_and_the_list_a_menu(
    page: MinutesPage, width: int, drawer: bool, list_shown: bool
) -> None:
    page.resize(width, 588)
    assert page.body.drawer is drawer
    assert page.parts.isVisible() is list_shown
    assert page.parts.menu.isVisible() is not list_shown
    assert page.foot.finished.isVisible() is drawer
    if drawer:
        page.foot.finished.click()
        assert page.finished.isVisible()
        page.body.open_drawer(False)
        assert not page.finished.isVisible()


def test_a_field_that_is_asked_for_is_not_behind_the_drawer(page: MinutesPage) -> None:
    page.resize(1024, 588)
    page.foot.finished.click()
    page.foot.primary.click()
    assert page.centre.confirmation.confirmer.line.isVisible()
    page.foot.finished.click()
    page.go_to("time")
    assert page.focusWidget() is not None
    assert page.focusWidget().isVisible()


def test_the_pdf_that_is_saved_is_the_one_that_is_shown(
    page: MinutesPage, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot
) -> None:
    target = tmp_path_factory.mktemp("saved") / "会議録.pdf"
    proposed: list[str] = []

    def chosen(_page: object, path: Path) -> Path:
        proposed.append(path.name)
        return target

    monkeypatch.setattr(saving, "ask_path", chosen)
    page.foot.save.click()
    qtbot.waitUntil(lambda: not page.endings.ways.busy)
    assert page.shown is not None
    assert target.read_bytes() == page.shown.composer("full")().pdf
    assert proposed == ["第1回推進委員会_会議録.pdf"]
