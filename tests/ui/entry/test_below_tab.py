"""The filled button makes sense wherever nothing can be written, and the secretariat finds the way back to 回収."""

from __future__ import annotations

import pytest

from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle
from dxdesk.ui.entry.page import EntryPage
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk, OpenPage
from tests.ui.entry.test_layout import cut, filled, settle


def ways(page: EntryPage) -> list[str]:
    """What is heard when the filled button is pressed."""
    heard: list[str] = []
    page.back_requested.connect(lambda: heard.append("back"))
    page.page_requested.connect(lambda key, _subject: heard.append(key))
    page.foot.primary.click()
    return heard


def test_the_secretariat_goes_back_to_the_page_above_from_the_foot(open_page: OpenPage) -> None:
    page = open_page(secretariat=True)
    heard: list[str] = []
    page.back_requested.connect(lambda: heard.append("back"))
    assert page.foot.up.text() == "‹ 回収へ戻る"
    page.foot.up.click()
    assert heard == ["back"]


def test_a_liaison_has_nothing_above(open_page: OpenPage) -> None:
    assert not open_page().foot.up.isVisible()


@pytest.mark.parametrize("size", [(1366, 648), (1024, 540)])
def test_the_foot_of_the_secretariat_has_room_for_everything(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(secretariat=True)
    page.resize(*size)
    settle()
    assert cut(page.foot) == []
    assert filled(page) == ["提出する（Ctrl+Enter）"]


def test_with_nothing_to_write_the_filled_button_leads_back_and_stands_alone(open_page: OpenPage) -> None:
    page = open_page(secretariat=True)
    page.set_place(page.entries.cycle, None)
    assert (page.foot.primary.text(), page.foot.up.isVisible()) == ("回収へ戻る", False)
    assert ways(page) == ["back"]


def closed(change: Change, cycle: Cycle) -> None:
    close_cycle(change, cycle, "見本のため")


def test_a_closed_cycle_says_so_on_the_button_of_a_liaison_and_leads_the_secretariat_back(open_page: OpenPage) -> None:
    page = open_page(closed)
    assert (page.foot.primary.text(), page.foot.primary.isEnabled()) == ("提出する（この回は締めました）", False)
    assert open_page(closed, secretariat=True).foot.primary.text() == "回収へ戻る"


def test_a_window_that_only_reads_says_so_and_not_that_one_goes_back_to_where_one_is(
    open_page: OpenPage, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    monkeypatch.setattr(desk.database, "obstacle", "held")
    page = open_page(desk=desk)
    assert page.mode == "reading"
    assert (page.foot.primary.text(), page.foot.primary.isEnabled()) == ("提出する（いまは見るだけです）", False)
    page.show_subject("1")
    assert page.foot.primary.text() == "自分の担当へ戻る"
    desk.actor = towns.SECRETARIAT
    page.show_subject("2")
    assert page.foot.primary.text() == "回収へ戻る"


def test_on_the_secretariats_database_nothing_is_handed_over(open_page: OpenPage) -> None:
    page = open_page()
    assert page.entries.standing is None
    page.show_giving()
    assert not page.body.centre.done.giving.isVisible()
    assert not page.foot.slip.isVisible()
