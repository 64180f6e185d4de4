"""回収 on each of the plans that ship."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from dxdesk.store.queries import cycles as cycles_on_file
from dxdesk.ui.collect.headers import name_lines
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.reading import LARGE_UNITS
from dxdesk.ui.theme import desktop_font
from tests.builders import FUKUSHI, PLAN, REAL_TOWNS, answer, node, open_desk, real_plan, start_cycle, uid
from tests.databases import open_anywhere
from tests.ui.collect.conftest import OpenPage
from tests.ui.collect.hands import click
from tests.ui.collect.towns import newest

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.mark.parametrize("town", REAL_TOWNS)
def test_every_unit_of_a_plan_stands_in_its_order_with_whom_it_asks(
    database_file: Path, open_page: OpenPage, town: str
) -> None:
    plan = real_plan(town)
    desk = open_desk(open_anywhere(database_file), plan)
    cycle = start_cycle(desk, due=date(2025, 3, 1))
    page = open_page(desk, cycle)
    asked = desk.ask(cycles_on_file.asked, cycle.id)
    shown = [row for row in page.matrix.rows() if row.row]
    assert [row.key for row in shown] == [unit.id for unit in plan.units if unit.id in asked]
    assert {row.key: tuple(row.row.cells) for row in shown if row.row} == asked
    heads = [row.name for row in page.matrix.rows() if row.row is None]
    assert len(heads) == len(set(heads))
    model = page.matrix.model()
    seen = {model.index(row, column).data(SPOKEN) for row in range(model.rowCount()) for column in range(2)}
    assert all(seen)
    click(page.filters.chips["unanswered"])
    assert len([row for row in page.matrix.rows() if row.row]) == len(shown)
    assert not page.grab().isNull()
    desk.close()


def test_a_large_plan_is_read_beside_the_window_and_shows_what_was_asked_for(
    qtbot: QtBot, database_file: Path, open_page: OpenPage
) -> None:
    units = [node("initiative", str(place), f"取組{place}", "窓口") for place in range(1, LARGE_UNITS + 2)]
    plan = replace(PLAN, nodes=(PLAN.nodes[0], PLAN.nodes[1], *units))
    desk = open_desk(open_anywhere(database_file), plan)
    page = open_page(desk, start_cycle(desk))
    page.show_subject("120")
    qtbot.waitUntil(lambda: page.source is not None)
    assert page.matrix.chosen == (uid("取組120"), uid(FUKUSHI))
    assert len([row for row in page.matrix.rows() if row.row]) == len(units)
    answer(desk, newest(desk), "120", FUKUSHI)
    qtbot.waitUntil(lambda: page.foot.primary.text() == "提出分をまとめて受理する（1件）")
    assert page.matrix.chosen == (uid("取組120"), uid(FUKUSHI))
    wait_for_jobs()
    desk.close()


LONG = "住民の皆さまの利便性を高めるための行政手続のオンライン化推進室"


@pytest.mark.parametrize("name", ["総務", "会計課", "健康福祉課", "教育委員会事務局", "デジタル推進室", LONG])
@pytest.mark.parametrize("width", [70.0, 84.0, 144.0])
def test_a_departments_name_takes_two_lines_at_most_and_none_of_one_character(name: str, width: float) -> None:
    metrics = QFontMetricsF(desktop_font("mark", bold=True))
    lines = name_lines(name, width, metrics)
    assert len(lines) <= 2
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    assert len(lines) == 1 or min(map(len, lines)) > 1
