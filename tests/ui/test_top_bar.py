"""The bar at the top: the deadline in words, and what makes way where there is little room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.plan_parts import Department
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from dxdesk.ui.application import choose_text_scale, create_application
from dxdesk.ui.pages import TABS
from dxdesk.ui.pill import deadline_words, pill_words
from dxdesk.ui.top_bar import TopBar
from tests.builders import COMMITTEE, open_desk, start_cycle

CYCLE = Cycle("c", "令和6年度 第2回", 2024, "interim", date(2025, 1, 1), date(2025, 1, 31), None, None, "p", "s")
DEPARTMENTS = (Department("1", "政策企画課"), Department("2", "町民生活課"))


@pytest.mark.parametrize(
    ("days", "words", "look"),
    [
        (9, "締切 1月31日（金）・あと9日", "pill-info"),
        (3, "締切 1月31日（金）・あと3日", "pill-ask"),
        (0, "締切 1月31日（金）・今日まで", "pill-ask"),
        (-2, "締切を2日過ぎています", "pill-ask"),
    ],
)
def test_the_deadline_counts_the_days_and_turns_amber(days: int, words: str, look: str) -> None:
    full, _, found = deadline_words(CYCLE, date(2025, 1, 31) - timedelta(days=days))
    assert (full, found) == (words, look)


def test_a_closed_cycle_has_no_deadline_any_more() -> None:
    assert deadline_words(replace(CYCLE, open=False), date(2025, 1, 1))[0] == "この回は締めました"


def test_a_meeting_that_is_over_is_not_the_next_one(database: Database) -> None:
    desk = open_desk(database)
    day = date(2025, 2, 20)
    cycle = start_cycle(desk, meeting=day)
    assert pill_words(desk, cycle, "actions", date(2025, 2, 13))[0] == "次の会議 2月20日（木）"
    desk.do(hold_meeting, cycle, COMMITTEE, day=day)
    assert pill_words(desk, cycle, "actions", date(2025, 2, 13))[0] == "次の会議 2月20日（木）"
    desk.do(close_meeting, desk.ask(finding.meeting))
    assert pill_words(desk, cycle, "actions", date(2025, 2, 13))[0] == ""


def test_the_top_bar_drops_what_is_needed_least(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    window = QWidget()
    bar = TopBar(("entry", "initiatives", "actions", "print"), parent=window)
    qtbot.addWidget(window)
    window.show()
    bar.show_cycle(CYCLE, deadline_words(CYCLE, date(2025, 2, 2)), sample=True)
    bar.show_departments(DEPARTMENTS, DEPARTMENTS[1], "佐藤")
    bar.show_saved("saved", datetime(2025, 2, 2, 14, 32).astimezone().isoformat())

    def shown() -> list[str]:
        return [each.text() for each in bar.findChildren(QLabel) if each.isVisible() and each.text()]

    bar.resize(1366, 48)
    assert shown() == ["令和6年度 第2回", "締切を2日過ぎています", "見本", "✓ 保存済み 14:32", "佐藤"]
    bar.resize(1080, 48)
    assert "締切 2日過ぎ" in shown()
    assert {"見本", "✓ 保存済み 14:32"} <= set(shown())
    bar.resize(860, 48)
    assert shown() == ["見本", "✓ 保存済み"]
    bar.resize(700, 48)
    assert shown() == ["✓ 保存済み"]
    bar.resize(1366, 48)
    assert len(shown()) == 5


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
@pytest.mark.parametrize("width", [1366, 1024])
@pytest.mark.parametrize("role", ["secretariat", "liaison"])
@pytest.mark.parametrize("departments", [0, 1, 2])
def test_nothing_in_the_bar_is_cut_however_long_names_are(
    qtbot: QtBot, qapp: QApplication, scale: float, width: int, role: ActorRole, departments: int
) -> None:
    choose_text_scale(create_application([]), scale)
    try:
        window = QWidget()
        bar = TopBar(TABS[role], parent=window)
        qtbot.addWidget(window)
        bar.resize(width, 48)
        window.resize(width, 696)
        window.show()
        known = tuple(Department(str(each), "課" * 40) for each in range(departments))
        long = replace(CYCLE, name="回" * 40)
        for cycle, name in ((CYCLE, "佐藤"), (long, "佐" * 40)):
            bar.show_cycle(cycle, deadline_words(cycle, date(2025, 2, 2)), sample=True)
            bar.show_departments(known, known[0] if known else None, name)
            for state in ("typing", "saved", "failed"):
                bar.show_saved(state, datetime(2025, 2, 2, 14, 32).astimezone().isoformat())
                assert cut(bar) == []  # at once: nothing may be painted before
    finally:
        choose_text_scale(create_application([]), 1.0)


def cut(bar: TopBar) -> list[str]:
    """The words that are not shown whole."""
    shown = [each for each in bar.findChildren(QLabel) if each.isVisible() and each.text()]
    assert any(each.text() in ("入力中…", "✓ 保存済み 14:32", "✓ 保存済み", "保存できません") for each in shown)
    narrow = [each.text() for each in shown if each.width() < each.sizeHint().width()]
    narrow += ["tabs"] if bar.tabs.width() < bar.tabs.sizeHint().width() else []
    beyond = [each.text() for each in shown if each.geometry().right() >= bar.width()]
    return narrow + beyond + (["menu"] if bar.menu_button.geometry().right() >= bar.width() else [])


def test_a_name_that_is_shortened_is_whole_where_it_is_pointed_at(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    bar = TopBar(TABS["secretariat"])
    qtbot.addWidget(bar)
    bar.resize(1366, 48)
    bar.show()
    bar.show_departments((), None, "佐" * 40)
    shortened = next(each for each in bar.findChildren(QLabel) if each.text().startswith("佐"))
    assert shortened.text().endswith("…")
    assert (shortened.toolTip(), shortened.accessibleName()) == ("佐" * 40, "佐" * 40)
    bar.show_departments((), None, "佐藤")
    assert (shortened.text(), shortened.toolTip()) == ("佐藤", "")
