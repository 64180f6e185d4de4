"""くいちがいを直す: three versions beside each other, no default, and what was chosen is kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.replies import Answer, Author, Review, WrittenBy
from dxdesk.operations import reviews
from dxdesk.operations.change import Touched
from dxdesk.operations.consolidation import consolidate_as_written
from dxdesk.operations.records import add_records
from dxdesk.ui.application import create_application
from dxdesk.ui.conflict.compared import ComparedText, phrases
from dxdesk.ui.conflict.page import ConflictPage
from dxdesk.ui.conflict.reading import Side
from tests.builders import (
    MOMENT,
    SOUMU,
    ZEIMU,
    accepted,
    answer,
    arrive,
    at,
    open_desk,
    slot_of,
    start_cycle,
    unit_of,
)
from tests.databases import open_anywhere
from tests.ui.collect import towns
from tests.ui.flows.hands import hand_over
from tests.ui.showing import show_page

OpenPage = Callable[..., ConflictPage]


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: object) -> None:
    create_application([])


@pytest.fixture
def desk(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    """検討-4 was handed in, put right by the secretariat, and handed in once more by the department."""
    found = open_desk(open_anywhere(Path(shutil.copyfile(empty_file, tmp_path / "town.db"))))
    cycle = start_cycle(found, assigned={"検討-4": [SOUMU, ZEIMU]})
    first = answer(found, cycle, "検討-4", SOUMU, status="warn", results="他町の事例を3件調べました。", issues="同じ。")
    said: dict[str, Any] = {
        "results": "他町の事例を3件調べ、比較表を作りました。",
        "issues": "同じ。",
        "status": "warn",
    }
    arrive(found, cycle, "検討-4", SOUMU, parents=[first], **said)
    said |= {"results": "他町の事例を4件調べました。", "status": "late"}
    arrive(found, cycle, "検討-4", SOUMU, parents=[first], **said)
    yield found
    found.close()


@pytest.fixture
def open_page(qtbot: QtBot) -> OpenPage:
    def open_it(desk: Desk, size: tuple[int, int] = (1366, 648)) -> ConflictPage:
        page = ConflictPage(desk, towns.newest(desk))
        show_page(page, qtbot, size)
        return page

    return open_it


@pytest.fixture
def page(desk: Desk, open_page: OpenPage) -> ConflictPage:
    return open_page(desk)


def press(page: ConflictPage, field: str, which: str, *, by_key: bool = False) -> None:
    assert page.sheet is not None
    button: QPushButton = page.sheet.rows[field].buttons[which]
    if by_key:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    else:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(desk: Desk) -> tuple[str | None, str | None]:
    view = slot_of(desk, towns.newest(desk), "検討-4", SOUMU)
    assert len(view.heads) == 1
    found = view.heads[0].answer
    assert found is not None
    return found.status, found.results


def test_only_fields_that_differ_are_shown_and_nothing_is_chosen(page: ConflictPage) -> None:
    assert page.sheet is not None
    assert tuple(page.sheet.rows) == ("status", "results")
    assert page.sheet.choices == {}
    assert [word for word, _value in page.sheet.dispute.same] == ["課題"]
    assert (page.foot.primary.text(), page.foot.primary.isEnabled()) == ("直し終えた（あと2か所）", False)
    assert page.sheet.rows["status"].buttons["own"].isHidden()
    assert not page.sheet.rows["results"].buttons["own"].isHidden()


def test_two_fields_and_a_text_of_ones_own_need_no_scrolling(page: ConflictPage, qtbot: QtBot) -> None:
    press(page, "results", "own")
    assert page.sheet is not None
    qtbot.wait(1)
    assert page.sheet.verticalScrollBar().maximum() == 0


def test_what_is_equal_stands_right_below_the_list(page: ConflictPage) -> None:
    same = next(each for each in page.pane.findChildren(QLabel) if each.text().startswith("同じだった欄"))
    end = page.pane.list.mapTo(page.pane, page.pane.list.rect().bottomLeft()).y()
    assert 0 < same.mapTo(page.pane, same.rect().topLeft()).y() - end < 50


@pytest.mark.parametrize("by_key", [False, True], ids=["mouse", "keyboard"])
def test_one_choice_per_field_and_it_is_done(page: ConflictPage, desk: Desk, qtbot: QtBot, by_key: bool) -> None:
    press(page, "status", "theirs", by_key=by_key)
    assert page.foot.primary.text() == "直し終えた（あと1か所）"
    press(page, "results", "ours", by_key=by_key)
    assert page.foot.primary.text() == "直し終えた"
    with qtbot.waitSignal(page.page_requested) as left:
        page.foot.primary.click()
    assert left.args == ["collect", ""]
    assert said(desk) == ("late", "他町の事例を3件調べ、比較表を作りました。")


def test_both_texts_are_put_together_and_written_on(page: ConflictPage, desk: Desk) -> None:
    assert page.sheet is not None
    press(page, "status", "ours")
    press(page, "results", "own")
    text = page.sheet.outcome.rows["results"].text
    assert text.hasFocus()
    assert text.typed() == "他町の事例を3件調べ、比較表を作りました。\n他町の事例を4件調べました。"
    text.selectAll()
    hand_over("4件調べ、比較表を作りました。")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said(desk) == ("warn", "4件調べ、比較表を作りました。")


def test_an_empty_text_of_ones_own_is_still_open(page: ConflictPage) -> None:
    assert page.sheet is not None
    press(page, "status", "ours")
    press(page, "results", "own")
    page.sheet.outcome.rows["results"].text.clear()
    assert page.foot.primary.text() == "直し終えた（あと1か所）"


def test_what_was_chosen_is_there_again_after_a_while(page: ConflictPage, desk: Desk, open_page: OpenPage) -> None:
    press(page, "status", "theirs")
    press(page, "results", "own")
    page.leave_open()
    again = open_page(desk)
    assert again.sheet is not None
    assert again.sheet.choices == {"status": "theirs", "results": "own"}
    assert again.sheet.outcome.rows["results"].text.typed().startswith("他町の事例を3件")
    assert len(slot_of(desk, towns.newest(desk), "検討-4", SOUMU).heads) == 2


def test_choices_for_other_versions_are_not_taken_over(page: ConflictPage, desk: Desk) -> None:
    press(page, "status", "theirs")
    page.leave()
    heads = slot_of(desk, towns.newest(desk), "検討-4", SOUMU).heads
    theirs = next(each for each in heads if each.answer and each.answer.status == "late")
    arrive(desk, towns.newest(desk), "検討-4", SOUMU, parents=[theirs.id], results="5件調べました。", status="ok")
    page.refresh()
    assert page.sheet is not None
    assert page.sheet.choices == {}


def test_three_versions_are_settled_two_after_the_other(page: ConflictPage, desk: Desk) -> None:
    arrive(desk, towns.newest(desk), "検討-4", SOUMU, results="6件調べました。", issues="同じ。", status="warn")
    page.refresh()
    for _ in range(2):
        assert page.sheet is not None
        for field in tuple(page.sheet.rows):
            press(page, field, "ours")
        page.finish()
    assert page.sheet is None
    assert page.stack.currentWidget() is page.nothing
    assert len(slot_of(desk, towns.newest(desk), "検討-4", SOUMU).heads) == 1


def test_a_withdrawal_against_an_answer_is_one_choice(desk: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(desk)
    first = answer(desk, cycle, "検討-4", ZEIMU, results="調べた。")
    arrive(desk, cycle, "検討-4", ZEIMU, parents=[first], results="もっと調べた。")
    arrive(desk, cycle, "検討-4", ZEIMU, "withdraw", [first])
    page = open_page(desk)
    page.show_subject(f"検討-4:{page.rows.rows[1].key[1]}")
    assert page.sheet is not None
    assert tuple(page.sheet.rows) == ("all",)
    press(page, "all", "ours")
    assert page.foot.primary.isEnabled()


def test_from_one_to_the_next_and_the_list_says_what_is_left(desk: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(desk)
    for results in ("1回。", "2回。"):
        arrive(desk, cycle, "検討-4", ZEIMU, results=results)
    page = open_page(desk)
    assert page.pane.heading.text() == "くいちがい　2件"
    press(page, "status", "ours")
    spoken = page.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("総務課、あと1か所") or "あと1か所" in spoken
    page.step(1)
    assert page.pane.list.currentIndex().row() == 1
    page.step(1)
    assert page.sheet is not None
    assert page.sheet.choices == {"status": "ours"}


def test_without_any_the_way_leads_back(desk: Desk, open_page: OpenPage) -> None:
    desk.do(reviews.settle, towns.newest(desk), "検討-4", SOUMU, {"all": "ours"})
    page = open_page(desk)
    assert page.nothing.isVisible()
    assert page.foot.primary.text() == "回収へ ›"


@pytest.mark.parametrize("size", [(1366, 648), (1024, 540), (1920, 952)])
def test_exactly_one_button_is_filled_and_none_is_cut(desk: Desk, open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(desk, size)
    seen = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    assert [each.property("look") for each in seen].count("primary") == 1
    for each in seen:
        assert each.width() >= each.minimumSizeHint().width(), each.text()
    assert page.pane.isVisible() == (size[0] >= 1100)


def test_the_list_is_a_sound_model(page: ConflictPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.rows)  # type: ignore[no-untyped-call]


def test_what_the_other_does_not_say_is_marked(qtbot: QtBot) -> None:
    box = ComparedText(Side("3件調べ、表を作りました。"), "3件調べました。", "今回の実績", quiet=False)
    qtbot.addWidget(box)
    assert "表を" in box.changed_words
    box.resize(140, 200)
    assert len(box.lines(140)) > 1
    assert "".join(text for line in box.lines(140) for text, _ in line) == "3件調べ、表を作りました。"
    assert "".join(text for phrase in phrases("1行目。\n2行目。", None) for text, _ in phrase) == "1行目。\n2行目。"


@pytest.mark.parametrize("width", [130, 180, 260, 420])
def test_a_word_that_is_half_changed_is_not_torn_at_the_end_of_a_line(qtbot: QtBot, width: int) -> None:
    text = "打合せを4回行い、来年度までの進め方を決めました。"
    box = ComparedText(Side(text), "方針を定め、町のホームページで公表しました。", "今回の実績", quiet=False)
    qtbot.addWidget(box)
    lines = ["".join(piece for piece, _ in line) for line in box.lines(width)]
    assert "".join(lines) == text
    assert any("決めました。" in line for line in lines)


def test_reviews_that_differ_are_one_row(desk: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(desk)
    desk.do(reviews.settle, cycle, "検討-4", SOUMU, {"all": "ours"})
    desk.do(at, cycle, "検討-4", SOUMU, reviews.accept_reply)
    head = slot_of(desk, cycle, "検討-4", SOUMU).heads[0]
    said = Review(
        kind="return",
        cycle=cycle.id,
        unit=head.unit,
        department=head.department,
        target=head.id,
        after=(),
        author=Author("secretariat", None, "別のPC"),
        moment=MOMENT,
        fields=("results",),
        question="何件ですか。",
    )
    desk.do(lambda change: add_records(change, (), (said,), change.enter("take in", "検討-4", Touched.REPLIES)))
    page = open_page(desk)
    assert page.sheet is not None
    assert tuple(page.sheet.rows) == ("review",)
    assert "何件ですか。" in page.sheet.dispute.fields[0].theirs.words
    press(page, "review", "theirs")
    page.finish()
    assert slot_of(desk, cycle, "検討-4", SOUMU).state == "returned"


@pytest.fixture
def merged(empty_file: Path, tmp_path: Path) -> Iterator[Desk]:
    """Two desks drew 重点-2 together at the same time."""
    found = open_desk(open_anywhere(Path(shutil.copyfile(empty_file, tmp_path / "merged.db"))))
    cycle = start_cycle(found, assigned={"重点-2": [SOUMU, ZEIMU]})
    accepted(found, cycle, "重点-2", SOUMU)
    accepted(found, cycle, "重点-2", ZEIMU)
    first = Answer(status="ok", results="先の机の文。", issues="同じ。")
    found.do(consolidate_as_written, cycle, "重点-2", first, ())
    found.actor = replace(found.actor, name="三浦")
    found.do(consolidate_as_written, cycle, "重点-2", replace(first, status="warn", results="あとの机の文。"), ())
    yield found
    found.close()


def test_two_texts_of_a_whole_unit_are_settled_here_too(merged: Desk, open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(merged)
    page.show_subject("重点-2:")
    assert page.sheet is not None
    assert [row.department for row in page.rows.rows] == ["取りまとめ"]
    assert "取りまとめ" in page.sheet.dispute.slot.words
    assert "三浦" in page.sheet.dispute.heads[2]
    assert page.sheet.choices == {}
    assert page.sheet.rows["results"].buttons["theirs"].text() == "あとの文を使う"
    press(page, "status", "theirs")
    press(page, "results", "own")
    with qtbot.waitSignal(page.page_requested) as left:
        page.foot.primary.click()
    assert left.args == ["collect", ""]
    view = unit_of(merged, towns.newest(merged), "重点-2")
    assert view.counted is not None
    assert view.counted.answer is not None
    assert (view.status, view.counted.answer.results) == ("warn", "先の机の文。\nあとの机の文。")


def test_a_text_that_was_taken_back_is_chosen_as_a_whole(merged: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(merged)
    merged.do(reviews.settle, cycle, "重点-2", None, {"all": "ours"})
    settled = unit_of(merged, cycle, "重点-2").consolidation.heads[0].id
    arrive(merged, cycle, "重点-2", None, "withdraw", parents=[settled])
    arrive(merged, cycle, "重点-2", None, "correct", parents=[settled], results="席上で直した。")
    page = open_page(merged)
    press(page, "all", "theirs")
    page.foot.primary.click()
    assert len(unit_of(merged, cycle, "重点-2").consolidation.heads) == 1


def test_versions_that_say_the_same_only_have_to_become_one(merged: Desk, open_page: OpenPage) -> None:
    cycle = towns.newest(merged)
    merged.do(reviews.settle, cycle, "重点-2", None, {"all": "ours"})
    for name in ("七宮", "三浦"):
        merged.actor = replace(merged.actor, name=name)
        said = unit_of(merged, cycle, "重点-2").consolidation.heads[0].answer
        assert said is not None
        arrive(merged, cycle, "重点-2", None, "consolidate", results="同じ文。", written_by=WrittenBy(name))
    page = open_page(merged)
    while page.sheet is not None:
        for key in page.sheet.rows:
            press(page, key, "theirs")
        assert page.foot.primary.isEnabled()
        page.foot.primary.click()
    assert len(unit_of(merged, cycle, "重点-2").consolidation.heads) == 1
