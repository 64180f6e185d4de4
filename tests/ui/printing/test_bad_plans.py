"""Plans with little in them and texts of every kind, as the window prints them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.meetings import hold_meeting
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.printing.page import PrintPage
from tests.builders import PLAN, SOUMU, accepted, open_desk, real_plan, start_cycle
from tests.databases import open_anywhere
from tests.documents.reading import page_texts, squeezed
from tests.ui.printing.conftest import Opener, ready

AWKWARD = (
    "あいうえおかきくけこ" * 400,
    "\n".join(f"{number}番目の行" for number in range(1, 101)),
    "W" * 500,
    "<b>太字</b>&amp;</para>{{ 日時 }}",
)


def test_the_longest_and_most_awkward_texts_are_shown_as_they_are_printed(
    open_page: Opener, opened: tuple[Desk, Cycle], qtbot: QtBot
) -> None:
    desk, cycle = opened
    alone = [unit.code or "" for unit in PLAN.units if unit.code != "重点-2"]
    for code, text in zip(alone, AWKWARD, strict=False):
        accepted(desk, cycle, code, SOUMU, status="late", results=text)
    page = open_page()
    for subject in ("list", "sheet", "packet"):
        page.show_subject(subject)
        ready(qtbot, page)
        assert page.composed is not None, page.centre.words
        shown = squeezed("".join(page_texts(page.composed.pdf)))
        assert [text[:20] for text in AWKWARD if squeezed(text)[:20] not in shown] == []
        assert [shown.count(each) >= 400 for each in "うえおかきけ"] == [True] * 6
        assert shown.count("W") >= 500


@pytest.mark.parametrize("bare", [True, False], ids=["nobody to ask", "no years"])
def test_a_plan_without_departments_answers_or_years_is_printed(bare: bool, database_file: Path, qtbot: QtBot) -> None:
    plan = real_plan("ogawara" if bare else "kahoku")
    if bare:
        nodes = tuple(replace(each, owners=(), schedule=None) for each in plan.nodes)
        bodies = tuple(replace(each, secretariat=None) for each in plan.bodies)
        plan = replace(plan, nodes=nodes, bodies=bodies, departments=(), groups=(), owners=())
    desk = open_desk(open_anywhere(database_file), plan)
    cycle = start_cycle(desk)
    desk.do(hold_meeting, cycle, plan.bodies[0].name, day=date(2025, 2, 13))
    page = PrintPage(desk, cycle)
    qtbot.addWidget(page)
    page.show()
    for subject in ("list", "sheet", "packet", "missing", "schedule"):
        page.show_subject(subject)
        ready(qtbot, page)
        assert page.composed is not None, page.centre.words
        assert page.composed.prepared.wanted.kind == subject
        assert page.centre.sheets.pages.rowCount() == len(page_texts(page.composed.pdf))
    wait_for_jobs()
    desk.close()


def test_a_control_character_is_refused_where_it_is_pasted_and_never_printed(
    open_page: Opener, opened: tuple[Desk, Cycle], qtbot: QtBot
) -> None:
    desk, cycle = opened
    entry = EntryPage(desk, cycle)
    qtbot.addWidget(entry)
    entry.resize(1366, 648)
    entry.show()
    entry.show_subject("重点-1")
    area = next(each for each in entry.findChildren(QTextEdit) if each.isVisible())
    pasted = QMimeData()
    pasted.setText("交付\x07した\x00。")
    area.selectAll()
    area.insertFromMimeData(pasted)
    entry.leave()
    said = [each.text() for each in entry.findChildren(QLabel) if each.isVisible()]
    assert any("3文字目に使えない文字（U+0007）があります" in each for each in said)
    for subject in ("list", "packet"):
        page = open_page(subject=subject)
        assert page.composed is not None
        shown = "".join(page_texts(page.composed.pdf))
        assert "\x07" not in shown
        assert "試した。" in shown
