"""この回を締める and 開け直す."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.replies import Answer
from dxdesk.operations import meetings
from dxdesk.operations.consolidation import consolidate_as_written
from dxdesk.store import backup
from dxdesk.store.queries import cycles, finding
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.cycle.closing import CloseCyclePage
from dxdesk.ui.cycle.left_model import PAGES, LeftModel, left_rows
from dxdesk.ui.jobs import wait_for_jobs
from tests.builders import (
    COMMITTEE,
    DUE,
    FUKUSHI,
    PLAN,
    SOUMU,
    ZEIMU,
    accepted,
    acting,
    answer,
    arrive,
    start_cycle,
    write,
)
from tests.ui.cycle.conftest import ShowPage


@pytest.fixture
def cycle(desk: Desk) -> Cycle:
    """Something of every kind is left."""
    found = start_cycle(desk, "令和6年度 第2回")
    answer(desk, found, "重点-1")
    accepted(desk, found, "重点-2", ZEIMU)
    first = accepted(desk, found, "重点-3", FUKUSHI)
    for results in ("町の文", "課の文"):
        arrive(desk, found, "重点-3", FUKUSHI, parents=[first], results=results)
    write(desk, found, "検討-4", SOUMU)
    desk.do(meetings.hold_meeting, found, COMMITTEE, day=DUE)
    return found


@pytest.fixture
def page(desk: Desk, cycle: Cycle, show: ShowPage) -> CloseCyclePage:
    found = CloseCyclePage(desk, cycle)
    show(found)
    return found


def heads(page: CloseCyclePage) -> list[str]:
    return [row.name for row in page.rows.rows if row.head]


def only(code: str, *departments: str) -> dict[str, list[str]]:
    """Nobody is asked about anything else."""
    return {each.code or "": [] for each in PLAN.units} | {code: list(departments)}


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def is_open(desk: Desk, cycle: Cycle) -> bool:
    return desk.ask(cycles.cycle, cycle.id).open


def finish(page: CloseCyclePage, qtbot: QtBot, reason: str = "年度末のため") -> None:
    """Closes or reopens, and waits for the backup."""
    page.reason.line.setText(reason)
    press(page.primary if page.again.isHidden() else page.again)
    wait_for_jobs()
    qtbot.waitUntil(lambda: "控えを" not in page.primary.text())


def test_everything_left_is_told_worst_first(page: CloseCyclePage, qtmodeltester: ModelTester) -> None:
    assert heads(page) == [
        "閉じていない会議 1件",
        "確認していない回答 1件",
        "くいちがい 1件",
        "まだ取りまとめていない取組 1件（うち取りまとめ待ち 1件）",
        "未回答 10件",
        "提出していない下書き 1件",
    ]
    qtmodeltester.check(page.rows)  # type: ignore[no-untyped-call]


def test_every_line_leads_to_where_it_is_dealt_with(page: CloseCyclePage, desk: Desk, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    page.page_requested.connect(lambda key, subject: asked.append((key, subject)))
    for place, row in enumerate(page.rows.rows):
        if not row.head:
            index = page.rows.index(place)
            page.list.scrollTo(index)
            spot = page.list.visualRect(index).center()
            QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    meeting = desk.ask(finding.meeting).id
    soumu = desk.ask(finding.department, SOUMU).id
    silent = [(PAGES[row.kind], row.subject) for row in page.rows.rows if row.kind == "unanswered" and not row.head]
    assert silent
    assert asked == [
        ("meeting", meeting),
        ("collect", "重点-1"),
        ("conflict", f"重点-3:{desk.ask(finding.department, FUKUSHI).id}"),
        ("consolidate", "重点-2"),
        *silent,
        ("entry", f"検討-4:{soumu}"),
    ]


def test_a_line_is_opened_by_keyboard(page: CloseCyclePage, qtbot: QtBot) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.page_requested) as left:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert left.args == ["collect", "重点-1"]


def test_a_meeting_has_to_be_closed_first(page: CloseCyclePage, desk: Desk, cycle: Cycle) -> None:
    assert not page.primary.isEnabled()
    assert "会議が1件" in page.primary.text()
    page.act()
    assert is_open(desk, cycle)
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    assert page.primary.isEnabled()


def test_a_reason_is_needed_where_something_is_left(
    page: CloseCyclePage, desk: Desk, cycle: Cycle, qtbot: QtBot
) -> None:
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    press(page.primary)
    assert "理由" in page.reason.message.text
    assert page.reason.line.hasFocus()
    assert is_open(desk, cycle)
    finish(page, qtbot)
    assert not is_open(desk, cycle)
    assert desk.ask(cycles.close_records, cycle.id)[-1].reason == "年度末のため"


def test_closing_makes_a_backup_first(page: CloseCyclePage, desk: Desk, qtbot: QtBot) -> None:
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    folder = paths.backups(Path(desk.database.target))
    before = len(backup.backups_in(folder))
    finish(page, qtbot)
    assert len(backup.backups_in(folder)) == before + 1


def test_where_nothing_is_left_no_reason_is_asked_for(desk: Desk, show: ShowPage, qtbot: QtBot) -> None:
    cycle = start_cycle(desk, assigned=only("重点-1", ZEIMU))
    accepted(desk, cycle, "重点-1", ZEIMU)
    page = CloseCyclePage(desk, cycle)
    show(page)
    assert page.reason.isHidden()
    assert page.rows.rows == ()
    with qtbot.waitSignal(page.said) as said:
        finish(page, qtbot, "")
    assert said.args == ["「第1回」を締めました。", False]
    assert not is_open(desk, cycle)


def test_silence_is_listed_and_needs_no_reason(desk: Desk, show: ShowPage, qtbot: QtBot) -> None:
    cycle = start_cycle(desk, assigned=only("重点-1", ZEIMU))
    page = CloseCyclePage(desk, cycle)
    show(page)
    head, row = page.rows.rows
    assert (head.name, head.note) == ("未回答 1件", "未回答のまま締めます")
    assert (row.number, row.who, row.subject) == ("重点-1", ZEIMU, "重点-1")
    assert page.reason.isHidden()
    assert page.list.isVisible()
    finish(page, qtbot, "")
    assert not is_open(desk, cycle)


def test_departments_without_whose_answer_a_unit_counts_are_listed_too(desk: Desk, show: ShowPage) -> None:
    cycle = start_cycle(desk, assigned=only("重点-2", ZEIMU, FUKUSHI))
    accepted(desk, cycle, "重点-2", ZEIMU)
    desk.do(consolidate_as_written, cycle, "重点-2", Answer(status="ok", results="始めた。"))
    page = CloseCyclePage(desk, cycle)
    show(page)
    assert [(row.name, row.note) for row in page.rows.rows if row.head] == [
        ("回答なし 1件", "ほかの課の回答で確定しています")
    ]


def test_a_closed_cycle_is_opened_again_with_a_reason(
    page: CloseCyclePage, desk: Desk, cycle: Cycle, qtbot: QtBot
) -> None:
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    finish(page, qtbot)
    assert page.again.text() == "この回を開け直す"
    assert page.reason.line.text() == ""
    press(page.again)
    assert "理由" in page.reason.message.text
    finish(page, qtbot, "数字の直し")
    assert is_open(desk, cycle)
    assert any("数字の直し" in words for words in page.panel.words)


def test_after_closing_the_filled_button_makes_the_next_cycle(page: CloseCyclePage, desk: Desk, qtbot: QtBot) -> None:
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    assert page.again.isHidden()
    finish(page, qtbot)
    assert page.primary.text() == "次の回をつくる"
    with qtbot.waitSignal(page.page_requested) as asked:
        press(page.primary)
    assert asked.args == ["open_cycle", ""]


def test_a_reason_that_is_being_typed_is_kept(page: CloseCyclePage, desk: Desk, cycle: Cycle, qtbot: QtBot) -> None:
    page.reason.line.setFocus()
    QTest.keyClicks(page.reason.line, "naze")
    accepted(desk, cycle, "検討-5", SOUMU)  # the page is read anew meanwhile
    assert page.reason.line.text() == "naze"
    assert page.leave()
    again = CloseCyclePage(desk, cycle)
    qtbot.addWidget(again)
    assert again.reason.line.text() == "naze"
    assert desk.ask(page_draft, "close_cycle", cycle.id) == {"reason": "naze"}


def test_the_counts_say_what_the_record_will_say(page: CloseCyclePage) -> None:
    assert page.panel.words[0] == "締めたときの取組の数"
    assert any(words.startswith("未回答") for words in page.panel.words)


def test_without_a_cycle_there_is_nothing_to_close(desk: Desk, show: ShowPage) -> None:
    page = CloseCyclePage(desk, None)
    show(page)
    assert not page.primary.isEnabled()


def test_other_roles_see_what_is_left_and_no_button(desk: Desk, cycle: Cycle, show: ShowPage) -> None:
    desk.actor = acting("chair")
    page = CloseCyclePage(desk, cycle)
    show(page)
    assert page.primary.isHidden()
    assert page.reason.isHidden()


def test_a_thousand_things_that_are_left_are_a_list(page: CloseCyclePage, desk: Desk) -> None:
    found = page.found
    assert found is not None
    many = replace(found, left=found.left * 400)
    model = LeftModel()
    model.show_rows(left_rows(many))
    assert model.rowCount() > 1000


def test_one_button_is_filled(page: CloseCyclePage) -> None:
    filled = [each for each in page.findChildren(QPushButton) if each.property("look") == "primary"]
    assert filled == [page.primary]
