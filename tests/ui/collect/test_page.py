"""回収 by mouse and keyboard: what is seen, accepted, returned, taken back, and where it leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.operations import reviews
from dxdesk.store.queries.closing import closing
from dxdesk.ui.collect.accept_task import AcceptTask
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.collect.return_task import ReturnTask
from dxdesk.ui.entry.reading import today
from tests.builders import FUKUSHI, KENSETSU, PLAN, SOUMU, ZEIMU, accepted, slot_of, uid
from tests.ui.collect import towns
from tests.ui.collect.hands import (
    CTRL,
    button,
    buttons,
    cell,
    chosen,
    click,
    click_cell,
    hand_over,
    press,
    state,
    texts,
    told,
    word,
)


def asked_for(page: CollectPage) -> list[tuple[str, str]]:
    """The pages that are asked for from now on."""
    found: list[tuple[str, str]] = []
    page.page_requested.connect(lambda key, subject: found.append((key, subject)))
    return found


def test_every_state_has_its_word(page: CollectPage) -> None:
    seen = {
        ("重点-1", SOUMU): "提出",
        ("重点-2", ZEIMU): "✓ 受理",
        ("重点-3", SOUMU): "差戻し",
        ("重点-3", FUKUSHI): "取り下げ待ち",
        ("検討-1", KENSETSU): "未回答",
        ("検討-4", SOUMU): "くいちがい",
        ("検討-4", ZEIMU): "前の版待ち",
        ("検討-5", KENSETSU): "下書き",
        ("重点-1", KENSETSU): "",
        ("重点-2", None): "1／2",
        ("重点-1", None): "―",
    }
    assert {key: word(page, *key) for key in seen} == seen


def test_the_counts_add_up_to_what_was_asked(page: CollectPage) -> None:
    counts = {chip: each.accessibleName() for chip, each in page.filters.chips.items()}
    assert counts == {
        "submitted": "提出 3件",
        "returned": "差戻し 1件",
        "conflict": "くいちがい 2件",
        "unanswered": "未回答 5件",
        "accepted": "受理 1件",
        "held": "預かり 0件",
        "spared": "回答なし 0件",
        "merge": "取りまとめ待ち 0件",
    }
    assert "照会 12件" in texts(page.filters)
    assert not page.filters.chips["spared"].isVisible()


def test_what_is_drawn_together_without_a_department_is_not_unanswered_here_nor_when_the_cycle_is_closed(
    page: CollectPage,
) -> None:
    cycle = page.cycle
    assert cycle is not None
    accepted(page.desk, cycle, "検討-1", KENSETSU)
    waiting = page.filters.chips["unanswered"].accessibleName()
    assert closing_counts(page) == 6
    page.desk.do(reviews.consolidate, cycle, "検討-1", use=KENSETSU)
    assert closing_counts(page) == 5
    assert (waiting, page.filters.chips["unanswered"].accessibleName()) == ("未回答 4件", "未回答 1件")
    assert page.filters.chips["spared"].isVisible()
    assert page.filters.chips["spared"].accessibleName() == "回答なし 3件"
    assert word(page, "検討-1", SOUMU) == "回答なし"
    click_cell(page, "検討-1", SOUMU)
    assert "この課の回答なしで取りまとめました。" in texts(page.panel).replace("\u2060", "").replace("\n", "")


def closing_counts(page: CollectPage) -> int:
    """The units that would be 未回答 if the cycle were closed now."""
    assert page.cycle is not None
    return page.desk.ask(closing, page.cycle, today(page.desk)).counts["miss"]


def test_the_answer_stands_beside_what_was_said_last_time(page: CollectPage) -> None:
    click_cell(page, "重点-1", SOUMU)
    shown = texts(page.panel)
    for expected in (
        "書かない窓口",
        f"{SOUMU}の回答",
        "試した。",
        "前回：前の実績。",
        "続けてよいか",
        "まだ確認していません（任意）",
    ):
        assert expected in shown
    assert {"受理する", "差し戻す", "代わりに記入する", "所属長の確認を記録"} <= buttons(page)


def test_everything_handed_in_is_accepted_with_two_clicks_and_taken_back_with_one_step(page: CollectPage) -> None:
    said = told(page)
    assert page.foot.primary.text() == "提出分をまとめて受理する（3件）"
    click(page.foot.primary)
    assert page.foot.primary.text() == "受理する（3件）"
    click(page.foot.primary)
    assert said == [("3件を受理しました。", True)]
    assert [word(page, "重点-1", SOUMU), word(page, "重点-2", SOUMU), word(page, "重点-2", None)] == [
        "✓ 受理", "✓ 受理", "2／2 待ち",
    ]  # fmt: skip
    assert word(page, "重点-3", FUKUSHI) == "未回答"
    assert page.panel.task is None
    step = page.desk.undo()
    assert step is not None
    assert (step.words, word(page, "重点-1", SOUMU)) == ("3件の受理", "提出")
    page.desk.redo()
    assert word(page, "重点-1", SOUMU) == "✓ 受理"


def test_what_is_unticked_in_the_list_is_left(page: CollectPage) -> None:
    click(page.foot.primary)
    task = page.panel.task
    assert isinstance(task, AcceptTask)
    QTest.mouseClick(
        task.list.viewport(), Qt.MouseButton.LeftButton, pos=task.list.visualRect(task.model.index(0)).center()
    )
    assert page.foot.primary.text() == "受理する（2件）"
    assert not task.everything.isChecked()
    click(task.everything)
    click(task.everything)
    assert (page.foot.primary.text(), page.foot.primary.isEnabled()) == ("受理する（1件も選んでいません）", False)
    press(Qt.Key.Key_Return, CTRL)
    assert state(page, "重点-1", SOUMU) == "submitted"
    click(page.foot.stop)
    assert page.panel.task is None
    assert page.matrix.hasFocus()


def test_ctrl_enter_accepts_the_chosen_answer_and_says_so(page: CollectPage) -> None:
    said = told(page)
    click_cell(page, "重点-1", SOUMU)
    press(Qt.Key.Key_Return, CTRL)
    assert (said, state(page, "重点-1", SOUMU)) == ([("受理しました。", True)], "accepted")
    assert {"受理を取り消す", "次の提出を見る"} <= buttons(page)
    press(Qt.Key.Key_Return, CTRL)
    assert len(said) == 1
    click(button(page, "次の提出を見る"))
    assert "提出" in chosen(page)


def test_an_acceptance_and_a_return_are_taken_back_from_the_panel(page: CollectPage) -> None:
    click_cell(page, "重点-2", ZEIMU)
    click(button(page, "受理を取り消す"))
    assert state(page, "重点-2", ZEIMU) == "submitted"
    page.desk.undo()
    assert state(page, "重点-2", ZEIMU) == "accepted"
    click_cell(page, "重点-3", SOUMU)
    click(button(page, "差戻しを取り消す"))
    assert state(page, "重点-3", SOUMU) == "submitted"
    page.desk.undo()
    returned = slot_of(page.desk, towns.newest(page.desk), "重点-3", SOUMU).returned
    assert returned is not None
    assert returned.question == "何件ですか。"


def test_marked_cells_are_accepted_and_returned_together(page: CollectPage) -> None:
    for code, department in (("重点-1", SOUMU), ("重点-2", SOUMU), ("検討-5", KENSETSU)):
        page.matrix.choose((PLAN.unit(code).id, uid(department)))
        press(Qt.Key.Key_Space)
    assert "3件にしるし" in texts(page.panel)
    assert "しるしあり" in chosen(page)
    click(button(page, "差し戻す"))
    task = page.panel.task
    assert isinstance(task, ReturnTask)
    assert "ほか1件" in texts(task)
    click(task.boxes["results"])
    hand_over(task.question, "何件ですか。")
    click(page.foot.primary)
    assert {state(page, "重点-1", SOUMU), state(page, "重点-2", SOUMU)} == {"returned"}
    assert page.matrix.marked == ()
    page.desk.undo()
    assert state(page, "重点-1", SOUMU) == "submitted"


def test_ctrl_click_marks_and_the_marks_are_taken_away(page: CollectPage) -> None:
    index = cell(page, "重点-1", SOUMU)
    middle = page.matrix.visualRect(index).center()
    QTest.mouseClick(page.matrix.viewport(), Qt.MouseButton.LeftButton, CTRL, middle)
    assert page.matrix.marked == ((PLAN.unit("重点-1").id, uid(SOUMU)),)
    click(button(page, "受理する"))
    assert state(page, "重点-1", SOUMU) == "accepted"
    press(Qt.Key.Key_Space)
    click(button(page, "しるしを消す"))
    assert not page.matrix.marked


def test_an_unknown_code_is_refused_and_a_known_one_is_shown_whatever_hides_it(page: CollectPage) -> None:
    page.filters.search.setText("研修")
    page.area.show_rows()
    page.show_subject(f"重点-2:{uid(ZEIMU)}")
    assert chosen(page).startswith("重点-2")
    assert ZEIMU in chosen(page)
    assert page.filters.words == ""
    page.show_subject("検討-5")
    assert KENSETSU in chosen(page)
    with pytest.raises(Problem):
        page.show_subject("どこにもない")


def test_a_count_leaves_its_answers_and_a_second_click_brings_all_back(page: CollectPage) -> None:
    chip = page.filters.chips["returned"]
    click(chip)
    assert [row.code for row in page.matrix.rows() if row.row] == ["重点-3"]
    assert "差戻し" in chosen(page)
    assert page.panel.isVisible()
    click(chip)
    assert len([row for row in page.matrix.rows() if row.row]) == 6


def test_search_finds_by_number_and_name_and_says_where_nothing_fits(qtbot: QtBot, page: CollectPage) -> None:
    press(Qt.Key.Key_F, CTRL)
    assert page.filters.search.hasFocus()
    with qtbot.waitSignal(page.filters.changed):
        page.filters.search.insert("けんしゅう")
    assert "「けんしゅう」に合う取組はありません。" in texts(page)
    click(button(page, "条件を消す"))
    press(Qt.Key.Key_F3)
    page.filters.search.insert("オンライン")
    press(Qt.Key.Key_Down)
    assert page.matrix.hasFocus()
    assert [row.code for row in page.matrix.rows() if row.row] == ["重点-2"]


def test_the_next_and_the_previous_answer_that_waits_are_a_button_away(page: CollectPage) -> None:
    click_cell(page, "重点-1", SOUMU)
    seen = []
    for _ in range(3):
        click(page.foot.forward)
        seen.append(chosen(page).split("、")[0].split("　")[0])
    assert seen == ["重点-2", "重点-3", "重点-1"]
    click(page.foot.back)
    assert chosen(page).startswith("重点-3")


def test_other_pages_are_asked_for_with_what_was_chosen(desk: Desk, page: CollectPage) -> None:
    wanted = asked_for(page)
    click_cell(page, "重点-1", SOUMU)
    click(button(page, "代わりに記入する"))
    click_cell(page, "重点-2", None)
    assert "各課の回答" in texts(page.panel)
    click(button(page, "取りまとめを開く"))
    click(button(page, "催促文をつくる"))
    assert wanted == [("entry", f"重点-1:{uid(SOUMU)}"), ("consolidate", "重点-2"), ("reminder", "")]


def test_what_stays_in_an_answer_keeps_its_place_while_something_is_said_about_it(page: CollectPage) -> None:
    click_cell(page, "重点-1", SOUMU)
    words = next(each for each in page.panel.findChildren(QLabel) if "試した。" in each.text())
    press(Qt.Key.Key_Return, CTRL)
    assert state(page, "重点-1", SOUMU) == "accepted"
    assert words.isVisible()
    assert texts(page.panel).count("試した。") == 1
    assert "受理" in texts(page.panel)
    click_cell(page, "検討-5", KENSETSU)
    assert "試した。" not in texts(page.panel)
