"""次の回をつくる, driven by mouse and keyboard."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.cycles import close_cycle
from dxdesk.preferences import exchange
from dxdesk.store.queries import board, cycles, plans
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.cycle.opening import ASKING, NAMES, SUMMARY, OpenCyclePage
from dxdesk.ui.cycle.rows import FIRST, UNIT
from tests.builders import PLAN, SECRETARIAT, SOUMU, ZEIMU, accepted, acting, real_plan, start_cycle
from tests.databases import open_anywhere
from tests.plan_samples import TOWNS
from tests.ui.cycle.conftest import OpenDesk, ShowPage

NAME = "令和6年度 第1回"


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def make(page: OpenCyclePage) -> None:
    """The cycle is made, and no files yet."""
    press(page.foot.primary if page.foot.later.isHidden() else page.foot.later)


def newest(desk: Desk) -> Cycle:
    return desk.ask(cycles.cycles)[-1]


def asked(desk: Desk, code: str) -> list[str]:
    names = plans.names(desk.ask(plans.departments))
    plan = desk.ask(plans.plan)
    slots = [each for each in desk.ask(cycles.slots, newest(desk).id) if each.unit == plan.unit(code).id]
    return [names[each.department] for each in sorted(slots, key=lambda each: each.part)]


def row(page: OpenCyclePage, number: str) -> int:
    return next(place for place, each in enumerate(page.asking.model.rows) if each.number == number)


def test_three_clicks_make_a_cycle(page: OpenCyclePage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.page_requested) as left:
        for _ in range(2):
            press(page.foot.primary)
        make(page)
    assert left.args == ["collect", ""]
    assert newest(desk).name == NAME
    assert len(desk.ask(cycles.asked, newest(desk).id)) == len(PLAN.units)


@pytest.mark.parametrize("town", TOWNS)
def test_every_plan_can_be_asked_about(open_desk: OpenDesk, show: ShowPage, town: str) -> None:
    desk = open_desk(real_plan(town))
    page = OpenCyclePage(desk, None)
    show(page)
    for _ in range(2):
        press(page.foot.primary)
    make(page)
    assert len(desk.ask(cycles.asked, newest(desk).id)) == len(desk.ask(plans.plan).units)


def test_a_town_without_departments_asks_its_secretariat(open_desk: OpenDesk, show: ShowPage) -> None:
    nodes = tuple(replace(each, owners=()) for each in PLAN.nodes)
    desk = open_desk(replace(PLAN, departments=(), groups=(), owners=(), nodes=nodes))
    page = OpenCyclePage(desk, None)
    show(page)
    press(page.foot.primary)
    assert page.asking.matrix.isVisible()
    press(page.foot.primary)
    make(page)
    assert asked(desk, "重点-1") == ["事務局"]


def test_a_plan_without_units_cannot_be_asked_about(open_desk: OpenDesk, show: ShowPage) -> None:
    nodes = tuple(each for each in PLAN.nodes if each.level not in ("initiative", "activity"))
    page = OpenCyclePage(open_desk(replace(PLAN, nodes=nodes)), None)
    show(page)
    press(page.foot.primary)
    press(page.foot.primary)
    assert page.step == SUMMARY
    assert not page.foot.primary.isEnabled()


def test_a_unit_that_is_left_out_is_not_on_the_board(page: OpenCyclePage, desk: Desk) -> None:
    press(page.foot.primary)
    page.asking.model.turn(page.asking.model.index(row(page, "重点-1"), UNIT))
    press(page.foot.primary)
    assert "重点-1" in page.summary.values["rest"].text()
    make(page)
    shown = desk.ask(board.board, newest(desk))
    assert shown.asked == len(PLAN.units) - 1
    assert next(card.status for card in shown.cards if card.code == "重点-1") == "na"


def test_what_the_plan_does_not_say_is_decided_with_one_click(page: OpenCyclePage, desk: Desk) -> None:
    press(page.foot.primary)
    decide = page.asking.matrix.decide
    before = len(page.asking.model.undecided)
    press(decide.only_main)
    assert len(page.asking.model.undecided) == before - 1
    assert page.asking.matrix.table.hasFocus()
    press(page.foot.primary)
    make(page)
    slots = [each for each in desk.ask(cycles.slots, newest(desk).id) if each.unit == PLAN.unit("検討-1").id]
    assert [(each.part, each.provisional) for each in slots] == [("main", False)]


def test_choosing_departments_begins_with_none_and_says_how(page: OpenCyclePage) -> None:
    press(page.foot.primary)
    matrix, model = page.asking.matrix, page.asking.model
    place = matrix.to_decide()[0]
    assert model.rows[place].number in matrix.decide.words
    press(matrix.decide.choose)
    asking = model.asking_at(place)
    assert asking is not None
    assert not asking.asked
    assert "聞く課の欄を押してください。" in matrix.decide.words
    assert (matrix.table.currentIndex().row(), matrix.table.currentIndex().column()) == (place, FIRST)
    model.turn(matrix.table.currentIndex())
    chosen = model.asking_at(place)
    assert chosen is not None
    assert (chosen.count, chosen.provisional) == (1, False)
    assert "聞く課の欄" not in matrix.decide.words


def test_not_deciding_asks_all_of_them_provisionally(page: OpenCyclePage, desk: Desk) -> None:
    for _ in range(2):
        press(page.foot.primary)
    make(page)
    slots = [each for each in desk.ask(cycles.slots, newest(desk).id) if each.unit == PLAN.unit("検討-1").id]
    assert [each.provisional for each in slots] == [True] * 4


def test_a_cell_turns_by_mouse_and_by_keyboard(page: OpenCyclePage) -> None:
    press(page.foot.primary)
    table, model = page.asking.matrix.table, page.asking.model
    index = model.index(row(page, "重点-1"), FIRST)
    table.scrollTo(index)
    spot: QPoint = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert index.data() == "✓"
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert index.data() == "主管"
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert index.data() == "✓"
    assert model.index(index.row(), FIRST + 1).data() == "主管"
    assert page.asking.matrix.counts.words()[2][0] == "4"


def test_the_whole_way_goes_by_keyboard(page: OpenCyclePage, desk: Desk) -> None:
    for step in (ASKING, SUMMARY):
        page.foot.primary.setFocus()
        QTest.keyClick(page.foot.primary, Qt.Key.Key_Space)
        assert page.step == step
    assert page.foot.primary.hasFocus()
    QTest.keyClick(page.foot.later, Qt.Key.Key_Space)
    assert newest(desk).name == NAME


def test_a_name_that_is_taken_is_refused_under_the_name(desk: Desk, show: ShowPage) -> None:
    start_cycle(desk, "春の回")
    page = OpenCyclePage(desk, newest(desk))
    show(page)
    page.form.fields["name"].line.setText("春の回")
    press(page.foot.primary)
    assert "すでにあります" in page.form.fields["name"].message.text


def test_nobody_asked_makes_no_cycle(page: OpenCyclePage, desk: Desk) -> None:
    press(page.foot.primary)
    model = page.asking.model
    for place, each in enumerate(model.rows):
        if each.kind == "unit":
            model.turn(model.index(place, UNIT))
    press(page.foot.primary)
    assert not page.foot.primary.isEnabled()
    assert page.summary.message.text != ""
    page.make()
    assert desk.ask(cycles.cycles) == ()


def test_what_was_changed_is_there_again_after_closing_the_page(page: OpenCyclePage, desk: Desk, qtbot: QtBot) -> None:
    page.form.fields["name"].line.setText("秋の回")
    press(page.foot.primary)
    page.asking.model.turn(page.asking.model.index(row(page, "重点-1"), UNIT))
    with qtbot.waitSignal(page.back_requested):
        press(page.foot.close_kept)
    again = OpenCyclePage(desk, None)
    qtbot.addWidget(again)
    assert again.form.typed()["name"] == "秋の回"
    again.go_on()
    assert not again.asking.model.asking[0].asked
    again.show_step(NAMES)
    again.start_anew()
    assert again.form.typed()["name"] == NAME
    assert desk.ask(page_draft, "open_cycle") is None


def test_going_on_before_the_second_page_keeps_who_was_asked(page: OpenCyclePage, desk: Desk, qtbot: QtBot) -> None:
    press(page.foot.primary)
    page.asking.model.turn(page.asking.model.index(row(page, "重点-1"), UNIT))
    page.leave()
    again = OpenCyclePage(desk, None)
    qtbot.addWidget(again)
    again.form.fields["name"].line.setText("秋の回")
    again.leave()
    kept = desk.ask(page_draft, "open_cycle")
    assert kept is not None
    assert kept["typed"]["name"] == "秋の回"
    assert list(kept["asking"]) == [PLAN.unit("重点-1").id]


def test_once_it_is_made_nothing_is_kept(page: OpenCyclePage, desk: Desk) -> None:
    page.form.fields["name"].line.setText("秋の回")
    for _ in range(2):
        press(page.foot.primary)
    make(page)
    assert newest(desk).name == "秋の回"
    assert desk.ask(page_draft, "open_cycle") is None


def test_the_last_cycle_is_copied_and_what_changed_is_told(desk: Desk, show: ShowPage) -> None:
    first = start_cycle(desk, assigned={"検討-1": [ZEIMU, SOUMU]})
    accepted(desk, first, "重点-1", status="done")
    desk.do(close_cycle, first, "見本のため")
    page = OpenCyclePage(desk, first)
    show(page)
    press(page.foot.primary)
    model = page.asking.model
    assert "前回と同じ" in model.index(row(page, "検討-1"), 1).data()
    assert not model.asking_at(row(page, "重点-1")).asked  # type: ignore[union-attr]
    press(page.foot.primary)
    make(page)
    assert asked(desk, "検討-1") == [ZEIMU, SOUMU]
    assert asked(desk, "重点-1") == []


def test_without_a_plan_there_is_nothing_to_ask(empty_file: Path, tmp_path: Path, show: ShowPage) -> None:
    desk = Desk(open_anywhere(shutil.copyfile(empty_file, tmp_path / "empty.db")), SECRETARIAT)
    page = OpenCyclePage(desk, None)
    show(page)
    page.go_on()
    assert page.step == NAMES
    assert "計画" in page.foot.primary.text()
    assert not page.foot.primary.isEnabled()
    desk.close()


def test_other_roles_have_no_way_to_make_one(open_desk: OpenDesk, show: ShowPage) -> None:
    page = OpenCyclePage(open_desk(actor=acting("reader")), None)
    show(page)
    assert not page.foot.primary.isEnabled()
    assert "事務局" in page.foot.primary.text()


def test_one_button_is_filled(page: OpenCyclePage) -> None:
    assert [each.text() for each in page.findChildren(QPushButton) if each.property("look") == "primary"] == [
        page.foot.primary.text()
    ]


def files_made(page: OpenCyclePage, qtbot: QtBot) -> str:
    """The subject with which 照会ファイルをつくる is asked for after the filled button."""
    for _ in range(2):
        press(page.foot.primary)
    with qtbot.waitSignal(page.page_requested) as left:
        press(page.foot.primary)
    assert left.args is not None
    assert left.args[0] == "inquiry"
    return str(left.args[1])


def test_the_filled_button_makes_the_cycle_and_the_file_of_every_department(
    page: OpenCyclePage, desk: Desk, shared: Path, qtbot: QtBot
) -> None:
    files = [Path(each) for each in files_made(page, qtbot).splitlines()]
    departments = {each for found in desk.ask(cycles.asked, newest(desk).id).values() for each in found}
    assert len(files) == len(departments)
    assert {each.parent for each in files} == {shared}
    assert all(each.is_file() for each in files)


def test_a_folder_that_is_away_leaves_the_cycle_open_and_says_so(
    page: OpenCyclePage, desk: Desk, shared: Path, qtbot: QtBot
) -> None:
    shared.rmdir()
    said = files_made(page, qtbot)
    assert said.startswith("!回はつくりました。")
    assert "フォルダがありません" in said
    assert newest(desk).open


def test_a_reply_form_and_a_letter_are_made_where_they_are_ticked(
    page: OpenCyclePage, shared: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        press(page.foot.primary)
    rows = page.summary.rows
    table = page.summary.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert len(rows.forms) == 1
    page.summary.files.letters.setChecked(True)
    page.show_step(NAMES)
    files_made(page, qtbot)
    made = [each.name for each in shared.iterdir()]
    assert sum(each.endswith("回答票.xlsx") for each in made) == 1
    assert sum(each.endswith("照会文.pdf") for each in made) == len(rows.chosen)
    assert exchange(page.desk.database_id)["letters"] == "1"
