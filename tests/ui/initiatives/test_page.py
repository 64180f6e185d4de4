"""取組一覧 by keyboard and mouse: what is found, chosen, opened, remembered and refused."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor
from dxdesk.operations import cycles, reviews
from dxdesk.store.queries import cycles as cycles_on_file
from dxdesk.ui.chips import FilterChip
from dxdesk.ui.initiatives.number_box import NumberBox
from dxdesk.ui.initiatives.page import InitiativesPage
from dxdesk.ui.initiatives.search import CHIPS
from dxdesk.ui.labels import PhraseLabel
from tests.builders import PLAN, SOUMU, ZEIMU, accepted, acting, at, uid
from tests.ui.initiatives.desks import BEFORE, UNSEEN

WIDE, NARROW = (1366, 600), (1024, 520)


def show(qtbot: QtBot, opened: tuple[Desk, Cycle], size: tuple[int, int] = WIDE) -> InitiativesPage:
    page = InitiativesPage(*opened)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    return page


def shown_units(page: InitiativesPage) -> list[str]:
    rows = page.pane.tree.model().rows()  # type: ignore[attr-defined]
    return [row.card.code for row in rows if row.card]


def texts(page: InitiativesPage) -> str:
    """Every word on the page."""
    labels = [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    names = [each.text() for each in page.findChildren(QPushButton)]
    rows = page.pane.tree.model().rows()  # type: ignore[attr-defined]
    return "\n".join([*labels, *names, *(row.spoken for row in rows)])


def type_slowly(qtbot: QtBot, page: InitiativesPage, words: str) -> None:
    """Type into the search field and wait until it is searched for."""
    with qtbot.waitSignal(page.pane.filters.changed):
        page.pane.filters.search.insert(words)


def test_the_first_unit_is_chosen_and_its_sheet_stands_beside_the_tree(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = show(qtbot, opened)
    assert page.right.panel.sheet is not None
    assert page.right.panel.sheet.code == "重点-1"
    assert page.right.panel.isVisible()
    assert page.right.panel.width() == 404


def test_what_nobody_has_accepted_is_nowhere_on_the_page(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    for unit in PLAN.units:
        page.show_unit(unit.code or "")
        assert UNSEEN not in texts(page)
    page.show_unit("重点-3")
    assert "確認中" in texts(page)


def test_assistive_technology_reads_a_sentence_per_row(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    tree = QAccessible.queryAccessibleInterface(page.pane.tree)
    names = [tree.child(at).text(QAccessible.Text.Name) for at in range(tree.childCount())]
    assert "書かない窓口、要注意、前回は順調、段階は試行、協議1" in names
    assert "住民 窓口、3件、要注意1、順調1、未回答1（うち確認中1）、回答 2／3" in names


def test_arrows_walk_through_the_units_and_the_sheet_follows(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    assert page.pane.tree.hasFocus()
    seen = []
    for _ in range(2):
        QTest.keyClick(page.pane.tree, Qt.Key.Key_Down)
        assert page.right.panel.sheet is not None
        seen.append(page.right.panel.sheet.code)
    assert seen == ["重点-2", "重点-3"]
    QTest.keyClick(page.pane.tree, Qt.Key.Key_Right)
    QTest.keyClick(page.pane.tree, Qt.Key.Key_Down)
    assert page.right.panel.sheet is not None
    assert (page.pane.tree.chosen, page.right.panel.sheet.code) == (uid("案内板を置く"), "重点-3")


def test_search_filters_what_was_committed_and_opens_the_way_to_it(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.pane.filters.search.hasFocus()
    type_slowly(qtbot, page, "案内板")
    assert shown_units(page) == ["重点-3"]
    assert page.pane.tree.indexBelow(page.pane.tree.model().index_of(uid("手続の案内"))).isValid()  # type: ignore[attr-defined]
    assert page.pane.tree.isExpanded(page.pane.tree.model().index_of(uid("手続の案内")))  # type: ignore[attr-defined]


def test_an_open_conversion_filters_nothing(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.pane.filters.search.start()
    before = shown_units(page)
    composing = QInputMethodEvent("けんしゅう", [])
    QCoreApplication.sendEvent(page.pane.filters.search, composing)
    QTest.keyClick(page.pane.filters.search, Qt.Key.Key_Down)
    assert page.pane.filters.search.hasFocus()
    assert shown_units(page) == before
    done = QInputMethodEvent()
    done.setCommitString("研修")
    with qtbot.waitSignal(page.pane.filters.changed):
        QCoreApplication.sendEvent(page.pane.filters.search, done)
    assert shown_units(page) == ["検討-4"]


def test_escape_clears_the_search_and_the_down_key_goes_into_the_tree(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.pane.filters.search.start()
    page.pane.filters.search.insert("研修")
    QTest.keyClick(page.pane.filters.search, Qt.Key.Key_Return)
    assert page.pane.tree.hasFocus()
    assert shown_units(page) == ["検討-4"]
    page.pane.filters.search.start()
    with qtbot.waitSignal(page.pane.filters.changed):
        QTest.keyClick(page.pane.filters.search, Qt.Key.Key_Escape)
    assert len(shown_units(page)) == 6


def test_where_nothing_fits_the_page_says_so_and_offers_to_clear(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.pane.filters.search.start()
    type_slowly(qtbot, page, "キャッシュ")
    assert "「キャッシュ」に合う取組はありません。" in texts(page)
    clear = next(each for each in page.findChildren(QPushButton) if each.text() == "条件を消す")
    assert clear.isVisible()
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert len(shown_units(page)) == 6
    assert page.pane.tree.isVisible()


def test_a_chip_leaves_its_units_and_a_second_click_brings_all_back(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    late = next(each for each in page.findChildren(QPushButton) if each.accessibleName() == "遅れ 1件")
    QTest.mouseClick(late, Qt.MouseButton.LeftButton)
    assert shown_units(page) == ["検討-4"]
    changed = next(each for each in page.findChildren(QPushButton) if each.accessibleName() == "変わったもの 2件")
    QTest.mouseClick(changed, Qt.MouseButton.LeftButton)
    assert shown_units(page) == ["重点-1", "検討-4"]
    assert not late.isChecked()
    QTest.mouseClick(changed, Qt.MouseButton.LeftButton)
    assert len(shown_units(page)) == 6


@pytest.mark.parametrize("size", [WIDE, NARROW, (1920, 900)])
def test_no_chip_is_cut_however_much_it_counts(qtbot: QtBot, opened: tuple[Desk, Cycle], size: tuple[int, int]) -> None:
    page = show(qtbot, opened, size)
    page.pane.filters.show_counts(dict.fromkeys(CHIPS, "D 目標を下回る"), dict.fromkeys(CHIPS, 888))
    QApplication.sendPostedEvents()
    chips = page.pane.filters.findChildren(FilterChip)
    for chip in chips:
        assert chip.width() >= chip.sizeHint().width()
        assert chip.mapTo(page.pane.filters, chip.rect().bottomRight()).x() <= page.pane.filters.width()
        rows = chip.parentWidget()
        assert rows is not None
        assert rows.rect().contains(chip.geometry())
    assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(chips, 2))


def test_a_number_opens_its_unit_and_an_unknown_one_names_the_nearest(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    QTest.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    box = page.findChild(NumberBox)
    assert box is not None
    QTest.keyClicks(box.field, "9")
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert box.isVisible()
    assert "重点-1" in box.message.text()
    box.field.insert("検討-4")
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert not box.isVisible()
    assert page.right.panel.sheet is not None
    assert page.right.panel.sheet.code == "検討-4"


def test_a_unit_that_a_filter_hides_is_shown_all_the_same_when_it_is_asked_for(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = show(qtbot, opened)
    page.pane.filters.search.start()
    type_slowly(qtbot, page, "研修")
    page.show_unit("重点-2")
    assert page.right.panel.sheet is not None
    assert page.right.panel.sheet.code == "重点-2"
    assert page.pane.filters.words == ""
    with pytest.raises(Problem):
        page.show_unit("どこにもない")


def test_in_a_narrow_window_enter_opens_the_sheet_and_escape_closes_it(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = show(qtbot, opened, NARROW)
    assert page.beside.drawer
    assert not page.right.panel.isVisible()
    page.pane.tree.setFocus()
    QTest.keyClick(page.pane.tree, Qt.Key.Key_Return)
    assert page.right.panel.isVisible()
    assert page.right.panel.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)  # type: ignore[arg-type]
    assert not page.right.panel.isVisible()
    assert page.pane.tree.hasFocus()
    page.resize(*WIDE)
    assert page.right.panel.isVisible()


def test_where_there_is_no_room_beside_it_the_open_sheet_stands_alone(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened, (840, 520))
    page.show_unit("検討-4")
    assert page.right.panel.width() == 840
    assert not page.pane.tree.isVisible()
    QTest.keyClick(page.right.panel, Qt.Key.Key_Escape)
    assert page.pane.tree.isVisible()
    assert page.pane.tree.hasFocus()
    assert page.pane.tree.chosen == uid("研修")


def test_every_group_opens_and_closes_at_once(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    closes = next(each for each in page.findChildren(QPushButton) if each.text() == "すべて閉じる")
    opens = next(each for each in page.findChildren(QPushButton) if each.text() == "すべて開く")
    top = page.pane.tree.model().index(0, 0)
    QTest.mouseClick(closes, Qt.MouseButton.LeftButton)
    assert not page.pane.tree.isExpanded(top)
    assert page.pane.tree.chosen == uid("住民のために")
    QTest.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert page.pane.tree.isExpanded(page.pane.tree.model().index_of(uid("手続の案内")))  # type: ignore[attr-defined]


def test_a_click_on_the_chevron_opens_what_stands_below(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    index = page.pane.tree.model().index_of(uid("手続の案内"))  # type: ignore[attr-defined]
    rect = page.pane.tree.visualRect(index)
    QTest.mouseClick(
        page.pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() - 12, rect.center().y())
    )
    assert page.pane.tree.isExpanded(index)


def test_what_is_chosen_and_open_stays_when_something_changes(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    desk, cycle = opened
    page.show_unit("検討-4")
    page.pane.tree.setExpanded(page.pane.tree.model().index_of(uid("手続の案内")), True)  # type: ignore[attr-defined]
    page.pane.tree.setExpanded(page.pane.tree.model().index_of(uid("住民のために")), False)  # type: ignore[attr-defined]
    desk.do(at, cycle, "重点-3", SOUMU, reviews.accept_reply)
    page.refresh()
    assert page.pane.tree.chosen == uid("研修")
    assert not page.pane.tree.isExpanded(page.pane.tree.model().index_of(uid("住民のために")))  # type: ignore[attr-defined]
    page.show_unit("重点-3")
    assert UNSEEN in texts(page)


def test_each_cycle_keeps_its_own_choice(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    desk, now = opened
    before = desk.ask(cycles_on_file.cycles)[0]
    page.show_unit("検討-4")
    page.set_cycle(before)
    page.show_unit("検討-1")
    page.set_cycle(now)
    assert page.pane.tree.chosen == uid("研修")
    page.set_cycle(before)
    assert page.pane.tree.chosen == uid("文書の電子化")


def test_the_record_of_an_older_cycle_opens_as_it_was(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.show_unit("重点-1")
    page.right.panel.show_tab(2)
    link = next(each for each in page.right.panel.findChildren(QPushButton) if each.accessibleName().startswith(BEFORE))
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert f"{BEFORE} の記録を見ています。" in texts(page)
    assert "聞き取りをした。" in texts(page)
    assert "試した。" not in texts(page)
    back = next(each for each in page.right.panel.findChildren(QPushButton) if each.text() == "今の回へ戻る")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert "試した。" in texts(page)
    assert f"{BEFORE} の記録を見ています。" not in texts(page)


def test_the_answers_behind_a_consolidation_unfold(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.show_unit("重点-2")
    assert "2課の回答から取りまとめ" in texts(page)
    link = next(each for each in page.right.panel.findChildren(QPushButton) if each.text() == "2課の回答を見る")
    assert "実績：庁内の準備をした。" not in texts(page)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert "実績：庁内の準備をした。" in texts(page)


def test_a_later_answer_asks_for_another_look_at_the_consolidation(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    accepted(desk, cycle, "重点-2", ZEIMU, results="税の申請が増えた。")
    page = show(qtbot, opened)
    page.show_unit("重点-2")
    assert "見直しが必要" in texts(page)


def test_markup_in_a_text_is_shown_as_typed(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    typed = "<b>太字</b><img src=x> 𠮷☑"
    accepted(desk, cycle, "検討-5", results=typed)
    page = show(qtbot, opened)
    page.show_unit("検討-5")
    label = next(each for each in page.right.panel.findChildren(PhraseLabel) if each.text() == typed)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.accessibleName() == typed


def test_the_filled_button_leads_to_the_entry_of_the_chosen_unit(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.show_unit("検討-4")
    write = next(each for each in page.findChildren(QPushButton) if each.text() == "記入する")
    with qtbot.waitSignal(page.page_requested) as asked:
        QTest.mouseClick(write, Qt.MouseButton.LeftButton)
    assert asked.args == ["entry", "検討-4"]
    board = next(each for each in page.findChildren(QPushButton) if each.text() == "ボードで見る")
    with qtbot.waitSignal(page.page_requested) as asked:
        QTest.mouseClick(board, Qt.MouseButton.LeftButton)
    assert asked.args == ["board", "検討-4"]


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (acting("secretariat"), {"ボードで見る", "記入する", "いま報告する"}),
        (acting("liaison", SOUMU), {"記入する", "いま報告する"}),
        (acting("head", SOUMU), {"記入を見る", "いま報告する"}),
        (acting("chair"), {"ボードで見る", "個票を印刷"}),
        (acting("reader"), {"ボードで見る", "個票を印刷"}),
    ],
)
def test_each_role_has_one_filled_button(
    qtbot: QtBot, opened: tuple[Desk, Cycle], actor: Actor, words: set[str]
) -> None:
    opened[0].actor = actor
    page = show(qtbot, opened)
    buttons = [each for each in page.foot.findChildren(QPushButton) if each.isVisible()]
    assert {each.text() for each in buttons} - {"すべて開く", "すべて閉じる"} == {*words, "Excelで保存"}
    assert sum(each.property("look") == "primary" for each in buttons) == 1


def test_a_liaison_cannot_open_the_entry_of_another_department(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    opened[0].actor = acting("liaison", ZEIMU)
    page = show(qtbot, opened)
    page.show_unit("検討-4")
    button = next(each for each in page.foot.findChildren(QPushButton) if each.text().startswith("記入する"))
    assert button.text() == "記入する（担当ではありません）"
    assert not button.isEnabled()
    page.show_unit("重点-2")
    assert button.isEnabled()


def test_a_closed_cycle_says_so_and_cannot_be_written(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    from dxdesk.operations import meetings
    from dxdesk.store.queries import finding

    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    desk.do(cycles.close_cycle, cycle, "見本のため")
    page = show(qtbot, (desk, cycle))
    notice = page.notice()
    assert notice is not None
    assert notice.text == "この回は締めました（2月13日 確定）。"
    assert "記入する（この回は締めました）" in texts(page)


def test_of_an_older_cycle_the_page_leaves_the_telling_to_the_window(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, _ = opened
    page = show(qtbot, (desk, desk.ask(cycles_on_file.cycles)[0]))
    assert page.notice() is None
