"""What a search finds inside texts stands below the tree, says where it is from, and leads there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.reports import ReportText
from dxdesk.operations import meeting_records, meetings, minutes, reports
from dxdesk.store.queries import finding
from dxdesk.store.queries.search import Found, Hit
from dxdesk.ui.initiatives.found import FoundDelegate, FoundList, FoundModel
from dxdesk.ui.initiatives.page import InitiativesPage
from dxdesk.wording.meeting import phrases_for
from tests.builders import SOUMU, acting, uid
from tests.ui.initiatives.desks import BEFORE, UNSEEN
from tests.ui.initiatives.showing import show_page, texts_in


def look_for(qtbot: QtBot, page: InitiativesPage, typed: str) -> list[Found]:
    with qtbot.waitSignal(page.pane.searched):
        page.pane.filters.search.setText(typed)
    return list(page.pane.found.found())


def test_texts_are_found_whose_names_do_not_fit(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    found = look_for(qtbot, page, "人が足りない")
    assert [(each.hit.where, each.unit) for each in found] == [("reply", uid("研修"))]
    assert page.pane.found.isVisible()
    assert "「人が足りない」に合う取組はありません。" in texts_in(page.pane)
    assert "文の中で見つかったもの　1件" in texts_in(page.pane)
    look_for(qtbot, page, "")
    assert not page.pane.found.isVisible()


def test_a_unit_that_the_tree_shows_is_not_told_again(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    assert all(each.hit.where != "initiative" for each in look_for(qtbot, page, "研修"))
    assert any(each.hit.where == "initiative" for each in look_for(qtbot, page, "税務課"))


@pytest.mark.parametrize("role", ["liaison", "head", "chair", "reader"])
def test_what_nobody_has_accepted_is_found_by_the_secretariat_alone(
    qtbot: QtBot, opened: tuple[Desk, Cycle], role: ActorRole
) -> None:
    page = show_page(qtbot, opened)
    (found,) = look_for(qtbot, page, UNSEEN)
    assert "受理前" in page.pane.found.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert found.hit.accepted is False
    opened[0].actor = acting(role, SOUMU)
    assert look_for(qtbot, show_page(qtbot, opened), UNSEEN) == []


def test_an_answer_of_an_older_cycle_opens_as_it_was(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    look_for(qtbot, page, "聞き取りをした")
    QTest.keyClick(page.pane.filters.search, Qt.Key.Key_Down)
    assert page.pane.found.view.hasFocus()
    QTest.keyClick(page.pane.found.view, Qt.Key.Key_Down)
    page.pane.found.view.setCurrentIndex(page.pane.found.view.model().index(0, 0))
    QTest.keyClick(page.pane.found.view, Qt.Key.Key_Return)
    assert page.showing.code == "重点-1"
    shown = texts_in(page.right.panel)
    assert f"{BEFORE} の記録を見ています。" in shown
    assert "聞き取りをした。" in shown


def test_a_click_on_a_report_opens_it(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    opened[0].do(reports.report, uid("研修"), ReportText("講師が来ない。"), SOUMU)
    page = show_page(qtbot, opened)
    look_for(qtbot, page, "講師")
    view = page.pane.found.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    assert page.showing.code == "検討-4"
    assert "2月13日 のいま報告を見ています。" in texts_in(page.right.panel)


def test_minutes_lead_to_their_page_for_who_has_it(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk = opened[0]
    meeting = desk.ask(finding.meeting)
    desk.do(meeting_records.record_decision, meeting, 1, "approved", "来月また報告する。")
    desk.do(meetings.close_meeting, meeting)
    desk.do(minutes.draft, meeting, phrases_for)
    page = show_page(qtbot, opened)
    found = [each for each in look_for(qtbot, page, "来月また") if each.hit.where == "minutes"]
    with qtbot.waitSignal(page.page_requested) as asked:
        page.searching.open(found[0])
    assert asked.args == ["minutes", meeting.id]
    desk.actor = acting("reader")
    other = show_page(qtbot, opened)
    with qtbot.assertNotEmitted(other.page_requested):
        other.searching.open(found[0])


def test_a_term_leads_to_the_glossary(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    term = Found(Hit("term", None, "RPA", "説明。", None), subject="t")
    with qtbot.waitSignal(page.page_requested) as asked:
        page.searching.open(term)
    assert asked.args == ["help", "t"]


def finds(count: int) -> list[Found]:
    text = "窓口が混んでいる。"
    return [Found(Hit("reply", str(at), f"取組{at}（第1回・総務課）", text, True)) for at in range(count)]


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_the_list_of_finds_keeps_to_the_rules_of_qt(qtmodeltester: ModelTester, count: int) -> None:
    model = FoundModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_found(finds(count))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.rowCount() == count


def test_a_find_is_spoken_with_where_it_is_from() -> None:
    model = FoundModel()
    model.show_found(finds(1))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "回答、取組0（第1回・総務課）、窓口が混んでいる。"


def test_what_was_typed_is_marked_in_the_finds(qtbot: QtBot) -> None:
    shown = FoundList()
    qtbot.addWidget(shown)
    shown.resize(600, 200)
    shown.show_found(finds(3), "窓口", alone=True)
    shown.show()
    delegate = shown.view.itemDelegate()
    assert isinstance(delegate, FoundDelegate)
    assert delegate.typed == "窓口"

    def yellow() -> int:
        image = shown.view.viewport().grab().toImage()
        pixels = (image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
        return sum(pixel.red() > 230 and pixel.green() > 190 and pixel.blue() < 90 for pixel in pixels)

    assert yellow() > 0
    shown.show_found(finds(3), "総務課以外", alone=True)
    assert yellow() == 0


def test_beside_the_tree_only_a_few_finds_take_room(qtbot: QtBot) -> None:
    shown = FoundList()
    qtbot.addWidget(shown)
    shown.show_found(finds(200), "窓口", alone=False)
    assert shown.view.maximumHeight() < 250
    shown.show_found(finds(200), "窓口", alone=True)
    assert shown.view.maximumHeight() > 10_000
