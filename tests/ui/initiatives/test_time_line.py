"""The marks of これまで differ in shape, what was decided and measured is told in words, and links lead on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.entry.sparkline import Sparkline
from dxdesk.ui.initiatives.record_blocks import decided_widget, indicator_widget, task_widget, terms_widget
from dxdesk.ui.initiatives.sheet import Decided, IndicatorBlock, Marker, Moment, Task, Terms
from dxdesk.ui.initiatives.time_line import TimeMark, moment_widget
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.theme import colour

REPORT = Moment(
    "report",
    "12月9日",
    "いま報告",
    "総務課",
    opens="report:r1",
    parts=(("観察", "列が長い。"), ("決定", "休日も開く。")),
)


def words(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]


def inked(mark: TimeMark, ink: QColor) -> set[tuple[int, int]]:
    image = mark.grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in places if image.pixelColor(x, y) == ink}


@pytest.mark.parametrize(("marker", "ink"), [("report", "key"), ("plan", "field")])
def test_a_report_is_a_diamond_and_what_the_plan_says_a_small_grey_ring(qtbot: QtBot, marker: Marker, ink: str) -> None:
    mark = TimeMark(marker, None, True)
    qtbot.addWidget(mark)
    mark.resize(22, 40)
    mark.show()
    found = inked(mark, colour(ink))
    assert found
    left, right = min(x for x, _ in found), max(x for x, _ in found)
    top, bottom = min(y for _, y in found), max(y for _, y in found)
    corners = {(left, top), (right, top), (left, bottom), (right, bottom)}
    assert not corners & found
    assert (right - left > 13) == (marker == "report")


def test_a_report_shows_its_pill_its_texts_and_a_link(qtbot: QtBot) -> None:
    opened: list[str] = []
    widget = moment_widget(REPORT, opened.append, PhraseLabel, last=True)
    qtbot.addWidget(widget)
    assert words(widget) == ["12月9日", "いま報告", "総務課", "観察", "列が長い。", "決定", "休日も開く。"]
    (link,) = widget.findChildren(QPushButton)
    assert link.accessibleName() == "12月9日 の記録を開く"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened == ["report:r1"]


def test_what_the_plan_says_has_nothing_to_open(qtbot: QtBot) -> None:
    widget = moment_widget(
        Moment("plan", "令和5年度", "計画の記載", "配った。"), lambda _target: None, PhraseLabel, last=True
    )
    qtbot.addWidget(widget)
    assert widget.findChildren(QPushButton) == []
    assert words(widget) == ["令和5年度", "計画の記載", "配った。"]


def test_a_decision_and_a_task_tell_their_state_in_words(qtbot: QtBot) -> None:
    decided = decided_widget(Decided("令和7年2月13日　推進委員会", "承認", "進める。"), PhraseLabel)
    task = task_widget(Task("宿6-3", "調べる。", "総務課", "次回会議", "対応済み", True, "調べた。"), PhraseLabel)
    for widget in (decided, task):
        qtbot.addWidget(widget)
    assert words(decided) == ["令和7年2月13日　推進委員会", "承認", "進める。"]
    assert words(task) == ["宿6-3　総務課　期限 次回会議", "対応済み", "調べる。", "対応：調べた。"]


def indicator(*points: tuple[str, str]) -> IndicatorBlock:
    values = tuple((name, f"{value}%", "出典：住民係") for name, value in reversed(points))
    return IndicatorBlock(
        "交付率", "%", (("基準", "65%"), ("目標（令和7年度）", "80%")), values, points, "80", "公表値"
    )


def test_an_indicator_has_a_course_only_from_two_numbers_on(qtbot: QtBot) -> None:
    for points, courses in (((), 0), ((("第1回", "70"),), 0), ((("第1回", "70"), ("第2回", "76")), 1)):
        widget = indicator_widget(indicator(*points))
        qtbot.addWidget(widget)
        assert len(widget.findChildren(Sparkline)) == courses
        shown = words(widget)
        assert shown[:2] == ["交付率", "基準 65%　目標（令和7年度） 80%"]
        assert ("報告された値はまだありません。" in shown) == (not points)
        assert all(f"{value}%" in shown for _, value in points)
        assert shown[-1] == "公表値"


def test_terms_are_links_to_the_glossary(qtbot: QtBot) -> None:
    opened: list[str] = []
    widget = terms_widget(Terms("用語", (("t1", "AI"), ("t2", "RPA"))), opened.append)
    qtbot.addWidget(widget)
    for link in widget.findChildren(QPushButton):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened == ["t1", "t2"]
