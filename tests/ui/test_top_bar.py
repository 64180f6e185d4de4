"""The bar at the top: the deadline in words, and what makes way where there is little room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.application import create_application
from dxdesk.ui.pill import deadline_words
from dxdesk.ui.top_bar import TopBar

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
    assert deadline_words(replace(CYCLE, open=False), date(2025, 1, 1))[0] == "締め切りました"


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
    bar.resize(800, 48)
    assert shown() == ["見本", "✓ 保存済み 14:32"]
    bar.resize(1366, 48)
    assert len(shown()) == 5
