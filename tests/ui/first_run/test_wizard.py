"""事務局の仕事をする: the five steps by keyboard alone, put off, and back again; the five plans become databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.calendar import fiscal_year, fiscal_year_words
from dxdesk.domain.plans import counts
from dxdesk.exchange.plan_pack import pack_text
from dxdesk.preferences import preferences
from dxdesk.store.queries import plans
from dxdesk.store.queries.opening import proposed_cycle
from dxdesk.ui.first_run.page import FirstRunPage
from dxdesk.ui.first_run.samples import shipped_plan, shipped_plans
from dxdesk.ui.first_run.wizard import PEOPLE, PLACE, PLAN, ROOM, TOWN, Wizard
from dxdesk.wording.first_run import NO_MEETING_NAME, NO_TOWN_NAME, PACK_MISSING
from dxdesk.wording.sentences import problem_words
from tests.ui.first_run.conftest import focus, press, tab_to, write

Opened = list[tuple[Desk, str]]
CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(first: FirstRunPage) -> Wizard:
    first.choose_card("secretariat")
    wizard = first.page
    assert isinstance(wizard, Wizard)
    return wizard


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def go_on(wizard: Wizard) -> None:
    tab_to(lambda widget: widget is wizard.forward)
    press(Qt.Key.Key_Return)


def test_the_whole_way_goes_by_keyboard_alone(qtbot: QtBot, first: FirstRunPage, opened: Opened) -> None:
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    wizard = first.page
    assert isinstance(wizard, Wizard)
    write("mihon-machi")
    go_on(wizard)
    assert (wizard.step, wizard.plan.choice) == (PLAN, "blank")
    tab_to(lambda widget: widget is wizard.plan.blank.outline.view)
    put_on_clipboard("軸\t取組\t担当課\n住民\t手続の電子化\t町民課、総務課\n\t窓口の案内\t全庁\n")
    press(Qt.Key.Key_V, modifier=CONTROL)
    go_on(wizard)
    assert wizard.step == PEOPLE
    assert [row.cells[0] for row in wizard.people.departments.rows] == ["町民課", "総務課"]
    tab_to(lambda widget: widget is wizard.people.departments.view)
    put_on_clipboard("総務課\t総務\n会計課\t\n町民課\t\n")
    press(Qt.Key.Key_V, modifier=CONTROL)
    wizard.people.tabs.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    tab_to(lambda widget: widget is wizard.people.members.view)
    put_on_clipboard("氏名\t職名\t立場\t所属\n佐藤\t副町長\t委員長\t\n鈴木\t課長\t\t総務課\n")
    press(Qt.Key.Key_V, modifier=CONTROL)
    go_on(wizard)
    assert wizard.step == ROOM
    write("80")
    press(Qt.Key.Key_Tab)
    write("7")
    go_on(wizard)
    assert wizard.step == PLACE
    go_on(wizard)
    qtbot.waitUntil(lambda: bool(opened))
    desk, _said = opened[0]
    assert desk.actor.role == "secretariat"
    assert Path(desk.database.target) == paths.default_database()
    assert desk.ask(plans.identity).town == "mihon-machi"
    assert [(each.name, each.short) for each in desk.ask(plans.departments)] == [
        ("総務課", "総務"), ("会計課", None), ("町民課", None),
    ]  # fmt: skip
    assert [(each.name, each.position) for each in desk.ask(plans.members)] == [("佐藤", "chair"), ("鈴木", "member")]
    assert [each.name for each in desk.ask(plans.plan).units] == ["手続の電子化", "窓口の案内"]
    assert (preferences().screen_inches, preferences().seat_metres) == (80.0, 7.0)


@pytest.mark.parametrize("name", [each.name for each in shipped_plans()])
def test_each_of_the_five_plans_becomes_a_database(
    qtbot: QtBot, first: FirstRunPage, opened: Opened, name: str
) -> None:
    wizard = begin(first)
    town = shipped_plan(name).town
    wizard.town.town_line.setText(town)
    for step in range(5):
        assert wizard.step == step
        wizard.forward.click()
    qtbot.waitUntil(lambda: bool(opened))
    desk = opened[0][0]
    assert desk.ask(plans.plan) == shipped_plan(name)
    assert counts(desk.ask(plans.plan)) == counts(shipped_plan(name))
    departments = desk.ask(plans.departments)
    assert [each.name for each in departments] == [each.name for each in shipped_plan(name).departments]
    assert all(each.order_confirmed for each in departments)
    assert desk.ask(plans.identity).sample is False


@pytest.mark.parametrize("ago", [0, 1])
def test_the_year_to_begin_with_is_that_of_the_first_cycle(
    qtbot: QtBot, first: FirstRunPage, opened: Opened, ago: int
) -> None:
    wizard = begin(first)
    years = wizard.town.years
    years.setCurrentIndex(years.currentIndex() - ago)
    for _ in range(5):
        wizard.forward.click()
    qtbot.waitUntil(lambda: bool(opened))
    today = date.today()  # noqa: DTZ011 - a plain local date
    proposal = opened[0][0].ask(proposed_cycle, today)
    assert proposal.name.startswith(fiscal_year_words(fiscal_year(today) - ago))
    assert fiscal_year(proposal.as_of) == fiscal_year(today) - ago


def test_everything_can_be_put_off(qtbot: QtBot, first: FirstRunPage, opened: Opened) -> None:
    wizard = begin(first)
    wizard.town.town_line.setText("書きかけ町")
    for step in range(5):
        assert wizard.step == step
        wizard.later.click()
    qtbot.waitUntil(lambda: bool(opened))
    desk = opened[0][0]
    assert desk.ask(plans.identity).town == NO_TOWN_NAME
    plan = desk.ask(plans.plan)
    assert (plan.units, [each.name for each in plan.bodies]) == ((), [NO_MEETING_NAME])
    assert desk.ask(plans.departments) == ()


def test_going_back_keeps_what_was_written_and_leads_to_the_cards(first: FirstRunPage) -> None:
    wizard = begin(first)
    wizard.town.town_line.setText("大多喜町")
    wizard.step_on()
    assert wizard.plan.choice == "otaki"
    wizard.foot.back.click()
    assert (wizard.step, wizard.town.town) == (TOWN, "大多喜町")
    assert focus() is wizard.town.town_line
    wizard.foot.back.click()
    assert first.page is first.start


def test_another_plan_brings_its_departments_and_keeps_those_that_were_written(first: FirstRunPage) -> None:
    wizard = begin(first)
    wizard.town.town_line.setText("大河原町")
    wizard.step_on()
    wizard.step_on()
    put_on_clipboard("会計課\n")
    wizard.people.departments.paste()
    wizard.step_back()
    wizard.plan.group.button(wizard.plan.names.index("otaki")).setChecked(True)
    wizard.step_on()
    assert [row.cells[0] for row in wizard.people.departments.rows] == ["会計課", "総務課"]
    wizard.step_back()
    wizard.step_on()
    assert [row.cells[0] for row in wizard.people.departments.rows] == ["会計課", "総務課"]


def test_a_step_with_something_to_put_right_is_not_left(first: FirstRunPage) -> None:
    wizard = begin(first)
    wizard.town.meeting_line.setText("会" * 101)
    wizard.step_on()
    assert (wizard.step, focus()) == (TOWN, wizard.town.meeting_line)
    wizard.town.meeting_line.setText("推進会議")
    wizard.step_on()
    wizard.step_on()
    put_on_clipboard("佐藤\t\t\tなし課\n")
    wizard.people.members.paste()
    wizard.step_on()
    assert wizard.step == PEOPLE
    assert wizard.people.tabs.currentIndex() == 2
    assert focus() is wizard.people.members.view
    wizard.put_off()
    wizard.room.inches.setText("とても大きい")
    wizard.step_on()
    assert (wizard.step, focus()) == (ROOM, wizard.room.inches)


def test_a_town_with_two_committees_names_both(first: FirstRunPage, opened: Opened, qtbot: QtBot) -> None:
    wizard = begin(first)
    wizard.town.meeting_line.setText("推進会議")
    wizard.town.second_line.setText(" 推進会議 ")
    wizard.step_on()
    assert (wizard.step, focus()) == (TOWN, wizard.town.second_line)
    wizard.town.second_line.setText("推進本部")
    wizard.step_on()
    wizard.plan.group.button(0).setChecked(True)  # its plan has one committee
    wizard.step_on()
    assert wizard.people.bodies == ("推進会議", "推進本部")
    put_on_clipboard("佐藤\t\t本部長\t\t推進本部\n鈴木\t\t委員長\t\t推進会議\n")
    wizard.people.members.paste()
    for _ in range(3):
        wizard.step_on()
    qtbot.waitUntil(lambda: bool(opened))
    desk = opened[0][0]
    bodies = {each.id: each.name for each in desk.ask(plans.plan).bodies}
    assert sorted((each.name, bodies[each.body]) for each in desk.ask(plans.members)) == [
        ("佐藤", "推進本部"), ("鈴木", "推進会議"),
    ]  # fmt: skip


def test_the_members_table_says_what_may_be_written(first: FirstRunPage) -> None:
    wizard = begin(first)
    wizard.town.meeting_line.setText("推進会議")
    wizard.town.second_line.setText("推進本部")
    for _ in range(2):
        wizard.step_on()
    wizard.people.tabs.setCurrentIndex(2)
    members = wizard.people.members
    assert members.hint.isVisible()
    assert all(each in members.hint.text() for each in ("推進会議、推進本部", "委員長", "副委員長"))
    put_on_clipboard("佐藤\t\t委員頂\t\t推進部会\n鈴木\t\t委員長\t\t\n")
    members.paste()
    said = [problem_words(each) for each in members.problems]
    assert len(said) == 3
    assert "委員長、本部長" in said[0]
    assert all("推進会議、推進本部" in each for each in said[1:])


def test_names_of_the_first_step_are_those_of_the_town(first: FirstRunPage) -> None:
    wizard = begin(first)
    wizard.town.town_line.setText("別の町")
    wizard.town.meeting_line.setText("推進会議")
    wizard.step_on()
    wizard.plan.group.button(0).setChecked(True)
    assert "大河原町" in wizard.plan.card.notes.text()
    wizard.step_on()
    assert wizard.people.bodies[0] == "推進会議"
    founding = wizard.founding()
    assert (founding.plan.town, founding.plan.bodies[0].name) == ("別の町", "推進会議")


def test_a_plan_file_is_read_at_once_with_every_mistake_in_its_place(first: FirstRunPage, tmp_path: Path) -> None:
    wizard = begin(first)
    wizard.step_on()
    form = wizard.plan
    form.group.button(len(form.names)).setChecked(True)
    wizard.step_on()
    assert wizard.step == PLAN
    assert form.pack.words.text() == PACK_MISSING
    good = pack_text(shipped_plan("kahoku"))
    bad = tmp_path / "bad.json"
    bad.write_text(good.replace('"role": "initiative"', '"role": "project"'), encoding="utf-8")
    form.pack.read(bad)
    assert form.pack.plan is None
    lines = form.pack.list.model()
    assert lines.rowCount() == 1
    assert "levels[1].role" in lines.index(0, 0).data()
    wizard.step_on()
    assert wizard.step == PLAN
    (tmp_path / "plan.json").write_text(good, encoding="utf-8")
    form.pack.read(tmp_path / "plan.json")
    assert form.pack.list.isHidden()
    wizard.step_on()
    assert wizard.step == PEOPLE
    assert wizard.founding().plan == shipped_plan("kahoku")
    form.pack.read(tmp_path / "none.json")
    assert form.pack.plan is None


def test_a_place_that_is_refused_says_why_at_once(
    qtbot: QtBot, first: FirstRunPage, opened: Opened, tmp_path: Path
) -> None:
    wizard = begin(first)
    for _ in range(4):
        wizard.put_off()
    assert "置けます" in wizard.place.fits.text()
    taken = tmp_path / "taken.db"
    taken.write_bytes(b"mine")
    wizard.place.place.setText(str(taken))
    assert "すでにあります" in wizard.place._place.error.text()
    wizard.step_on()
    assert opened == []
    wizard.place.place.setText(str(tmp_path / "none" / "town.db"))
    assert "フォルダがありません" in wizard.place._place.error.text()
    wizard.place.place.setText(str(tmp_path / "town.db"))
    wizard.place.folder.setText(str(tmp_path))
    wizard.step_on()
    qtbot.waitUntil(lambda: bool(opened))
    assert Path(opened[0][0].database.target) == tmp_path / "town.db"
    assert preferences().backup_folder == str(tmp_path)


def test_a_place_that_is_taken_meanwhile_leaves_everything_as_it_was(qtbot: QtBot, first: FirstRunPage) -> None:
    wizard = begin(first)
    for _ in range(4):
        wizard.put_off()
    paths.home().mkdir(parents=True, exist_ok=True)
    paths.default_database().write_bytes(b"mine")
    wizard._go_on()
    qtbot.waitUntil(lambda: not wizard.trouble.isHidden())
    assert first.page is wizard
    assert "すでにあります" in wizard.trouble.label.text()
    assert paths.default_database().read_bytes() == b"mine"


def test_every_step_has_one_filled_button_and_can_be_put_off(first: FirstRunPage) -> None:
    wizard = begin(first)
    for step in range(5):
        filled = [
            each for each in wizard.findChildren(QPushButton) if each.isVisible() and each.property("look") == "primary"
        ]
        assert filled == [wizard.forward]
        assert wizard.later.isVisible()
        assert f"{step + 1}つめ" in wizard.steps.accessibleName()
        if step < PLACE:
            wizard.step_on()
