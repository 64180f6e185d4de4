"""A plan with very many units never holds the window up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import printing_documents
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.printing import composing
from dxdesk.ui.printing.page import PrintPage
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
        return printing_documents.prepare(*arguments)  # type: ignore[arg-type]

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
    qtbot.waitUntil(lambda: page.composed is not None, timeout=60_000)
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
