"""A plan with very many units never holds the window up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk import cli
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.printing import Wanted
from dxdesk.operations import printing_facts
from dxdesk.operations.meetings import hold_meeting
from dxdesk.operations.printing_documents import print_document
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.printing import composing
from dxdesk.ui.printing.page import PrintPage
from dxdesk.ui.printing.preview import page_sizes
from dxdesk.wording.printing import STOPPED
from tests.builders import NODES, PLAN, ZEIMU, node, open_desk, owners, start_cycle
from tests.databases import open_anywhere
from tests.ui.printing.conftest import ready

UNITS = 1_000


@pytest.fixture
def large(database_file: Path) -> Iterator[tuple[Desk, Cycle]]:
    more = [node("initiative", f"大-{at}", f"大きな計画の{at}番", "窓口", owners=owners(ZEIMU)) for at in range(UNITS)]
    desk = open_desk(open_anywhere(database_file), replace(PLAN, nodes=(*NODES, *more)))
    yield desk, start_cycle(desk)
    wait_for_jobs()
    desk.close()


def test_a_thousand_units_are_read_and_made_beside_the_window(
    large: tuple[Desk, Cycle], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def prepare(*arguments: object) -> object:
        threads.append(threading.get_ident())
        return printing_facts.prepare(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(composing, "prepare", prepare)
    ticks: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(1))
    page = PrintPage(*large)
    qtbot.addWidget(page)
    page.resize(1366, 648)
    page.show()
    page.show_subject("sheet:大-7")
    assert page.composed is None
    timer.start()
    qtbot.waitUntil(lambda: page.composed is not None)
    assert threading.get_ident() not in threads
    assert len(ticks) > 5
    assert page.choices.wanted.unit == "大-7"
    assert page.choices._fields["unit"].box.count() > UNITS
    page.show_subject("list")
    ready(qtbot, page)
    assert page.composed is not None
    assert page.centre.sheets.pages.rowCount() > 20
    page.centre.sheets.go(page.centre.sheets.pages.rowCount() - 1)
    qtbot.wait(50)
    assert len(page.centre.sheets.pages._pictures) + len(page.centre.sheets.pages._asked) < 10


def test_the_first_pages_are_shown_while_the_others_are_made_and_the_end_is_the_paper(
    large: tuple[Desk, Cycle], qtbot: QtBot
) -> None:
    desk, cycle = large
    page = PrintPage(desk, cycle)
    qtbot.addWidget(page)
    page.resize(1366, 648)
    page.show()
    ready(qtbot, page)
    seen: list[tuple[int, bool]] = []
    page.composing.begun.connect(lambda begun: seen.append((len(begun.sizes), page.foot._print.isEnabled())))
    page.show_subject("sheet")
    qtbot.waitUntil(lambda: len(seen) > 1)
    qtbot.waitUntil(lambda: "／" in page.centre.band)
    page.centre.sheets.go(2)
    ready(qtbot, page)
    assert page.composed is not None
    assert page.composed.pdf == desk.ask(print_document, cycle, Wanted("sheet"), desk.actor, desk.moment()).pdf
    assert [pages for pages, _ in seen] == sorted({pages for pages, _ in seen})
    assert not any(able for _, able in seen)
    assert page.centre.sheets.page == 2
    assert page.centre.band == ""


def test_stopping_half_way_ends_the_work_and_leaves_no_file(
    large: tuple[Desk, Cycle], qtbot: QtBot, tmp_path: Path
) -> None:
    page = PrintPage(*large)
    qtbot.addWidget(page)
    page.resize(1366, 648)
    page.show()
    ready(qtbot, page)
    page.show_subject("sheet")
    qtbot.waitUntil(lambda: bool(page.centre.band))
    before = sorted(tmp_path.rglob("*"))
    making = page.composing._making
    QTest.mouseClick(page.centre._stop, Qt.MouseButton.LeftButton)
    assert page.centre.words == STOPPED
    qtbot.waitUntil(lambda: page.composing._making is None)
    assert making is not None
    assert making.reached.pages < UNITS
    assert page.composed is None
    assert not page.foot._next.isEnabled()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_packet_of_a_thousand_units_is_the_same_by_the_page_and_by_the_command_which_makes_the_list_too(
    large: tuple[Desk, Cycle], qtbot: QtBot, database_file: Path, tmp_path: Path
) -> None:
    desk, cycle = large
    desk.do(hold_meeting, cycle, PLAN.bodies[0].name, day=date(2025, 2, 13))
    page = PrintPage(desk, cycle)
    qtbot.addWidget(page)
    page.resize(1366, 648)
    page.show()
    page.show_subject("packet")
    qtbot.waitUntil(lambda: page.composed is not None and page.choices.wanted.kind == "packet")
    ready(qtbot, page)
    assert page.composed is not None
    shown = page.composed
    page.close()
    wait_for_jobs()
    desk.close()
    file = tmp_path / "x.pdf"
    assert cli.main(["--database", str(database_file), "print", "packet", "--out", str(file)]) == 0
    assert len(page_sizes(file.read_bytes())) == len(shown.sizes) > 100
    assert cli.main(["--database", str(database_file), "print", "list", "--out", str(file)]) == 0
    assert len(page_sizes(file.read_bytes())) > 20
