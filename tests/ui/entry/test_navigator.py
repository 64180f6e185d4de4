"""The list beside the form begins at its top, and what is open in it is seen."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from dxdesk.domain.permissions import Actor
from dxdesk.domain.plans import Plan
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import open_cycle
from dxdesk.operations.plans import create_town
from dxdesk.operations.replies import find_place, record_draft, submit
from dxdesk.store.queries import finding
from dxdesk.ui.entry.page import EntryPage
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenPage
from tests.ui.entry.test_sizes import plan_of

COUNT = 40


def opened(open_page: OpenPage, empty: Path, folder: Path, submitted: int) -> EntryPage:
    """記入 of a department with many items, the first so many of them handed in."""

    def fill(change: Change, plan: Plan) -> None:
        create_town(change, plan)
        days = towns.DAYS
        open_cycle(change, "令和6年度 第2回", as_of=days[0], due=days[1], meeting=days[2])
        for unit in plan.units[:submitted]:
            place = find_place(change, finding.cycle(change.connection), unit.code or "", towns.OWN)
            record_draft(change, place, {"status": "ok", "results": "進めた。"})
            submit(change, place)

    desk = towns.open_town(empty, folder, plan=plan_of(COUNT, "電子決裁"), write=fill)
    desk.actor = Actor("liaison", (towns.department(desk),), "佐藤")
    return open_page(desk=desk)


def scrolled(page: EntryPage) -> int:
    return page.body.navigator.tree.verticalScrollBar().value()


def test_the_list_is_shown_from_its_top(open_page: OpenPage, empty_file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(open_page, empty_file, tmp_path, 9)
    qtbot.wait(0)
    assert page.writing.form is not None
    assert page.writing.form.unit.code == "10"
    assert scrolled(page) == 0


def test_an_open_item_farther_down_is_seen(open_page: OpenPage, empty_file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(open_page, empty_file, tmp_path, 30)
    qtbot.wait(0)
    tree = page.body.navigator.tree
    row = tree.visualRect(tree.currentIndex())
    assert scrolled(page) > 0
    assert 0 <= row.top() <= row.bottom() <= tree.viewport().height()


def test_with_everything_handed_in_the_list_goes_back_to_its_top(
    open_page: OpenPage, empty_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(open_page, empty_file, tmp_path, COUNT)
    qtbot.wait(0)
    assert (page.mode, scrolled(page)) == ("done", 0)
    page.open_unit(page.entries.own[-1].unit.id)
    assert scrolled(page) > 0
    page.show_next()
    assert scrolled(page) == 0
